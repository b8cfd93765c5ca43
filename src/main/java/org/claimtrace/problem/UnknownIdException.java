package org.claimtrace.problem;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.claimtrace.problem.suggestion.DidYouMean;

/**
 * Thrown when a caller asks for an id that the graph does not have. The message suggests the id that was probably meant;
 * invisible characters in it are {@linkplain Problem#visible escaped}. Serializable.
 *
 * <p>Stable.
 */
public final class UnknownIdException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String id;
  private final ImmutableList<String> suggestions;

  /**
   * Creates an exception.
   *
   * @param kind what was asked for, such as {@code claim}
   * @param id the unknown id
   * @param known the ids of this kind that the graph has
   */
  public UnknownIdException(String kind, String id, Iterable<String> known) {
    this(
        requireNonNull(kind, "kind"),
        requireNonNull(id, "id"),
        new DidYouMean(known).suggestions(id));
  }

  private UnknownIdException(String kind, String id, ImmutableList<String> suggestions) {
    super(message(kind, id, suggestions));
    this.kind = kind;
    this.id = id;
    this.suggestions = suggestions;
  }

  private static String message(String kind, String id, ImmutableList<String> suggestions) {
    return Problem.visible("no " + kind + " '" + id + "'. "
        + DidYouMean.question(id, suggestions, "No " + kind + " has an id like it."));
  }

  /**
   * Returns the kind of what was asked for: {@code claim}, {@code source}, {@code line}, or the kind of a line such as {@code
   * evidence}.
   */
  public String kind() {
    return kind;
  }

  /** Returns the unknown id, unescaped. */
  public String id() {
    return id;
  }

  /**
   * Returns the ids that were probably meant, unescaped, the likeliest first and at most three; empty where none is like the
   * unknown one.
   */
  public ImmutableList<String> suggestions() {
    return suggestions;
  }
}
