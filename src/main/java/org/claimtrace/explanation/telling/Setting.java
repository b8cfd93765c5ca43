package org.claimtrace.explanation.telling;

/** The place of a line in an explanation. */
enum Setting {
  /** Directly below a heading that gives its stance. */
  SECTION,
  /** Directly below such a heading, with all of its premises in an earlier section. */
  SECTION_WITHOUT_PREMISES,
  /** One of several lines below a claim. */
  BRANCH,
  /** The only line below a claim, rendered as a part of it. */
  ONLY;

  boolean isInSection() {
    return this == SECTION || this == SECTION_WITHOUT_PREMISES;
  }
}
