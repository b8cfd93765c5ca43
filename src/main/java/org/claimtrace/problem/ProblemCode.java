package org.claimtrace.problem;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The kinds of problem that a claim graph can have, for programs that distinguish them. The {@linkplain #toString() words} are
 * stable: scripts may rely on them.
 *
 * <p>Stable.
 */
public enum ProblemCode {
  /** The file cannot be opened or read. */
  UNREADABLE("unreadable"),
  /** The file holds more bytes than the limit. */
  FILE_TOO_LARGE("file-too-large"),
  /** The bytes are not UTF-8. */
  ENCODING("encoding"),
  /** The text is not JSON. */
  SYNTAX("syntax"),
  /** The file ends before the graph does. */
  TRUNCATED("truncated"),
  /** Something follows the end of the graph. */
  TRAILING_CONTENT("trailing-content"),
  /** Objects and lists are nested deeper than the limit. */
  NESTING_TOO_DEEP("nesting-too-deep"),
  /** A string is longer than the limit. */
  STRING_TOO_LONG("string-too-long"),
  /** A member's name is longer than the limit. */
  NAME_TOO_LONG("name-too-long"),
  /** A number is longer than any number needs to be. */
  NUMBER_TOO_LONG("number-too-long"),
  /** A key occurs twice in one object. */
  DUPLICATE_KEY("duplicate-key"),
  /** An object has a member that the format does not define for it. */
  UNKNOWN_MEMBER("unknown-member"),
  /** A required member is missing. */
  MISSING_MEMBER("missing-member"),
  /** A value has another type than the member takes. */
  WRONG_TYPE("wrong-type"),
  /** A value is null, which the format does not allow. */
  NULL_VALUE("null-value"),
  /** An object or list that must not be empty is empty. */
  EMPTY("empty"),
  /** A text has no visible character. */
  BLANK("blank"),
  /** A text has a control character other than line feed and tab. */
  CONTROL_CHARACTER("control-character"),
  /** A text has one half of a surrogate pair without the other. */
  LONE_SURROGATE("lone-surrogate"),
  /** An id breaks the rule for ids. */
  ILL_FORMED_ID("ill-formed-id"),
  /** An id is not in Unicode normalization form C. */
  ID_NOT_NFC("id-not-nfc"),
  /** A language tag is not well-formed by BCP 47. */
  ILL_FORMED_TAG("ill-formed-tag"),
  /** A language tag occurs twice in one text, perhaps in another case. */
  DUPLICATE_TAG("duplicate-tag"),
  /** A date is not written like {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
  ILL_FORMED_DATE("ill-formed-date"),
  /** A date does not exist in the calendar. */
  IMPOSSIBLE_DATE("impossible-date"),
  /** A URL does not parse, or is no web address. */
  ILL_FORMED_URL("ill-formed-url"),
  /** A Digital Object Identifier has not the form of one. */
  ILL_FORMED_DOI("ill-formed-doi"),
  /** A grade is not between 0 and 1. */
  GRADE_OUT_OF_RANGE("grade-out-of-range"),
  /** A grade is so near to 0 or 1 that it would be rounded to it as a double. */
  GRADE_ROUNDED("grade-rounded"),
  /** A word is not the name of a grade. */
  UNKNOWN_GRADE("unknown-grade"),
  /** A word is not one that the member takes, such as a misspelt stance. */
  UNKNOWN_WORD("unknown-word"),
  /** An author's own member has a name that does not begin with {@code _}, or a value that is not JSON. */
  ILL_FORMED_OWN_MEMBER("ill-formed-own-member"),
  /** The graph does not declare the claim. */
  UNKNOWN_CLAIM("unknown-claim"),
  /** The graph does not declare the source. */
  UNKNOWN_SOURCE("unknown-source"),
  /** The claim does not have the line. */
  UNKNOWN_LINE("unknown-line"),
  /** An id names neither a claim nor a source nor a line. */
  UNKNOWN_ELEMENT("unknown-element"),
  /** A line overrides one of another claim, and the two claims do not contradict each other. */
  LINE_OF_ANOTHER_CLAIM("line-of-another-claim"),
  /** An id is already taken. */
  DUPLICATE_ID("duplicate-id"),
  /** A list names one id twice. */
  REPEATED_ID("repeated-id"),
  /** A line needs a written id, since the derived one would not be unique. */
  LINE_ID_NEEDED("line-id-needed"),
  /** A claim contradicts itself. */
  SELF_CONTRADICTION("self-contradiction"),
  /** A source is derived from itself. */
  SELF_DERIVATION("self-derivation"),
  /** A line overrides itself. */
  SELF_OVERRIDE("self-override"),
  /** A claim is a part of itself. */
  SELF_PART("self-part"),
  /** Of several reviews of one reviewer, one has no date, or is not later than the one before it. */
  REVIEWS_OUT_OF_ORDER("reviews-out-of-order");

  private final String word;

  ProblemCode(String word) {
    this.word = word;
  }

  /** Returns the stable word, in lower case with hyphens, such as {@code unknown-source}. */
  @JsonValue
  @Override
  public String toString() {
    return word;
  }
}
