package org.claimtrace.result;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What has no JSON of its own: a part of a graph, or what answers questions. If Jackson, 2 or 3, is given one, this is an error
 * that names what to call; an empty object would hide the mistake. Not to be implemented by other programs.
 *
 * <p>Stable.
 */
public interface WithoutJson {

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
