package org.claimtrace.result;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.concurrent.CancellationException;
import org.claimtrace.result.writing.ResultWriter;

/**
 * A result that can be written as JSON: an evaluation, an explanation, changes, problems. The members of each are in the schema
 * of {@code org.claimtrace.report.ResultJson}, which also writes to a {@link java.io.Writer}. Not to be implemented by other
 * programs.
 *
 * <p>Jackson, 2 or 3, writes a result that is returned by a handler, or that lies in another object, as {@link #toJson()} does.
 *
 * <p>Stable.
 */
public interface Result {

  /**
   * Returns this result as JSON. The same result is always the same text; every line, also the last, ends with a line feed.
   *
   * @throws CancellationException if the thread is interrupted
   */
  @JsonValue
  @JsonRawValue
  default String toJson() {
    return ResultWriter.text(this, "");
  }

  /**
   * Returns this result as JSON, with the texts of claims and the titles of sources in a language.
   *
   * @param language a BCP 47 tag, such as {@code zh}; where the graph has no words in this language, those that it has are
   *     written with their own tag
   * @throws CancellationException if the thread is interrupted
   */
  default String toJson(String language) {
    requireNonNull(language, "language");
    return ResultWriter.text(this, language);
  }

  /**
   * What has no JSON of its own: a part of a graph, or what answers questions. If Jackson, 2 or 3, is given one, this is an error
   * that names what to call; an empty object would hide the mistake. Not to be implemented by other programs.
   *
   * <p>Stable.
   */
  interface WithoutJson {

    /**
     * Has no JSON to return, unless a type says otherwise.
     *
     * @throws UnsupportedOperationException always, with a message that says what to call
     */
    @JsonValue
    @JsonRawValue
    default String toJson() {
      throw new UnsupportedOperationException(getClass().getSimpleName()
          + " has no JSON of its own. Return a result, such as an evaluation or an explanation, or its toJson(); a graph is written"
          + " by ClaimGraph.toJson().");
    }
  }
}
