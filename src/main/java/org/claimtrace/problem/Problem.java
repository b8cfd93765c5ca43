package org.claimtrace.problem;

/**
 * One problem of a claim graph.
 *
 * @param code what kind of problem it is; stable
 * @param place where it is
 * @param message what is wrong, in the words of the claim file, a sentence without its full stop
 * @param remedy what to write instead, one or more whole sentences
 */
public record Problem(ProblemCode code, Place place, String message, String remedy) {

  /** A problem at a JSON Pointer. */
  public static Problem at(String pointer, ProblemCode code, String message, String remedy) {
    return new Problem(code, Place.at(pointer), message, remedy);
  }

  /** This problem with its pointer taken to be relative to another. */
  public Problem under(String prefix) {
    return prefix.isEmpty() ? this : new Problem(code, place.under(prefix), message, remedy);
  }

  /** This problem at a better known place. */
  public Problem at(Place betterKnown) {
    return new Problem(code, betterKnown, message, remedy);
  }

  /** Place, code, what is wrong and the remedy on one line. */
  @Override
  public String toString() {
    return place + " " + code + ": " + message + ". " + remedy;
  }
}
