package org.claimtrace.change;

/**
 * A claim or source on which a verdict depends.
 *
 * @param role the role in which it is read
 * @param id the id of the claim or source
 */
record Dependency(Role role, String id) {

  /** The role in which a claim or source is read. */
  enum Role {
    /** A claim. */
    CLAIM,
    /** A source that must be right. */
    ASSERTING,
    /** A source whose coin alone counts: it must relay faithfully, or be right itself in what it passes on. */
    RELAYING,
    /** The source of a piece of evidence that need not be right; it only has to be there, and may name relays. */
    SHOWING
  }

  static Dependency claim(String id) {
    return new Dependency(Role.CLAIM, id);
  }

  static Dependency asserting(String id) {
    return new Dependency(Role.ASSERTING, id);
  }

  static Dependency relaying(String id) {
    return new Dependency(Role.RELAYING, id);
  }

  static Dependency showing(String id) {
    return new Dependency(Role.SHOWING, id);
  }
}
