package org.claimtrace.problem;

/**
 * Thrown when a caller asks for an id that the graph does not have; the message suggests the id that was probably meant. In the
 * message, characters that cannot be seen are {@linkplain Problem#visible escaped}.
 */
public final class UnknownIdException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String id;

  /**
   * Makes an exception.
   *
   * @param kind what was asked for, such as {@code claim}
   * @param id the id that is not there
   * @param known the ids that are there
   */
  public UnknownIdException(String kind, String id, Iterable<String> known) {
    super(message(kind, id, known));
    this.id = id;
  }

  private static String message(String kind, String id, Iterable<String> known) {
    return Problem.visible("no " + kind + " '" + id + "'. "
        + new DidYouMean(known).orElse(id, "No " + kind + " has an id like it."));
  }

  /** The id that is not there. */
  public String id() {
    return id;
  }
}
