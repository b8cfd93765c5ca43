package org.claimtrace.explanation.telling;

/** Where a line stands in an explanation. */
enum Setting {
  /** Below a heading that says how it bears on the claim. */
  SECTION,
  /** Below such a heading, all of its premises told in a section before. */
  SECTION_WITHOUT_PREMISES,
  /** One of several below a claim. */
  BRANCH,
  /** The only one below a claim, and told as a part of it. */
  ONLY;

  boolean isInSection() {
    return this == SECTION || this == SECTION_WITHOUT_PREMISES;
  }
}
