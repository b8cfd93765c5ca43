package org.claimtrace.problem;

/**
 * The kinds of problem a claim graph can have, for programs that tell one from another. The {@linkplain #toString() words} are
 * stable: scripts may rely on them.
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
  /** Something follows the graph. */
  TRAILING_CONTENT("trailing-content"),
  /** Objects and lists are nested deeper than the limit. */
  NESTING_TOO_DEEP("nesting-too-deep"),
  /** A string is longer than the limit. */
  STRING_TOO_LONG("string-too-long"),
  /** A member's name is longer than the limit. */
  NAME_TOO_LONG("name-too-long"),
  /** A number has more characters than any number needs. */
  NUMBER_TOO_LONG("number-too-long"),
  /** A key stands twice in one object. */
  DUPLICATE_KEY("duplicate-key"),
  /** A member that its object does not have. */
  UNKNOWN_MEMBER("unknown-member"),
  /** A member that its object must have is not there. */
  MISSING_MEMBER("missing-member"),
  /** A value of another type than the member takes. */
  WRONG_TYPE("wrong-type"),
  /** A null, which the format does not know. */
  NULL_VALUE("null-value"),
  /** An object or list that must hold something and holds nothing. */
  EMPTY("empty"),
  /** A text without a visible character. */
  BLANK("blank"),
  /** A control character other than line feed and tab. */
  CONTROL_CHARACTER("control-character"),
  /** One half of a surrogate pair without the other. */
  LONE_SURROGATE("lone-surrogate"),
  /** An id that breaks the rule for ids. */
  ILL_FORMED_ID("ill-formed-id"),
  /** An id that is not in Unicode normalization form C. */
  ID_NOT_NFC("id-not-nfc"),
  /** A language tag that BCP 47 does not allow. */
  ILL_FORMED_TAG("ill-formed-tag"),
  /** A language tag that stands twice in one text, perhaps in another case. */
  DUPLICATE_TAG("duplicate-tag"),
  /** A date that is not {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
  ILL_FORMED_DATE("ill-formed-date"),
  /** A date that no calendar has. */
  IMPOSSIBLE_DATE("impossible-date"),
  /** A URL that does not parse or has no scheme. */
  ILL_FORMED_URL("ill-formed-url"),
  /** A grade that is not between 0 and 1. */
  GRADE_OUT_OF_RANGE("grade-out-of-range"),
  /** A grade so near to 0 or 1 that a double cannot tell it from them. */
  GRADE_ROUNDED("grade-rounded"),
  /** A word that is no grade. */
  UNKNOWN_GRADE("unknown-grade"),
  /** A word that the member does not know, such as a stance misspelt. */
  UNKNOWN_WORD("unknown-word"),
  /** An author's own member whose name does not begin with {@code _} or whose value is not JSON. */
  ILL_FORMED_OWN_MEMBER("ill-formed-own-member"),
  /** A claim that the graph does not declare. */
  UNKNOWN_CLAIM("unknown-claim"),
  /** A source that the graph does not declare. */
  UNKNOWN_SOURCE("unknown-source"),
  /** A line that the claim does not have. */
  UNKNOWN_LINE("unknown-line"),
  /** An id that names neither a claim nor a source nor a line. */
  UNKNOWN_ELEMENT("unknown-element"),
  /** A line of another claim, where one of the same claim is asked for. */
  LINE_OF_ANOTHER_CLAIM("line-of-another-claim"),
  /** An id that is already taken. */
  DUPLICATE_ID("duplicate-id"),
  /** A list that names one id twice. */
  REPEATED_ID("repeated-id"),
  /** A line that needs a written id, since the derived one would not be unique. */
  LINE_ID_NEEDED("line-id-needed"),
  /** A claim that contradicts itself. */
  SELF_CONTRADICTION("self-contradiction"),
  /** A source derived from itself. */
  SELF_DERIVATION("self-derivation"),
  /** A line that overrides itself. */
  SELF_OVERRIDE("self-override");

  private final String word;

  ProblemCode(String word) {
    this.word = word;
  }

  /** The stable word, in lower case with hyphens, such as {@code unknown-source}. */
  @Override
  public String toString() {
    return word;
  }
}
