package org.claimtrace.problem;

/**
 * Thrown when a caller asks for an id that the graph does not have. The message suggests the id that was probably meant;
 * invisible characters in it are {@linkplain Problem#visible escaped}.
 */
public final class UnknownIdException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String id;

  /**
   * Creates an exception.
   *
   * @param kind what was asked for, such as {@code claim}
   * @param id the unknown id
   * @param known the ids of this kind that the graph has
   */
  public UnknownIdException(String kind, String id, Iterable<String> known) {
    super(message(kind, id, known));
    this.id = id;
  }

  private static String message(String kind, String id, Iterable<String> known) {
    return Problem.visible("no " + kind + " '" + id + "'. "
        + new DidYouMean(known).orElse(id, "No " + kind + " has an id like it."));
  }

  /** Returns the unknown id, unescaped. */
  public String id() {
    return id;
  }
}
