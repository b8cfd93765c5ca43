package org.claimtrace.json;

import com.google.common.collect.ImmutableList;

/**
 * What a value must be, for messages.
 *
 * @param what what the value must be in a few words, to follow "must be"
 * @param remedy what to write
 */
record Expected(String what, String remedy) {

  static final Expected STRING = new Expected("a string", "Write a string in double quotes.");
  static final Expected URL =
      new Expected("a URL", "Write one, such as \"https://example.org/page\".");
  static final Expected DATE = new Expected(
      "a date in double quotes",
      "Write a year, a month or a day, such as \"2026\", \"2026-02\" or \"2026-02-13\".");
  static final Expected TAG =
      new Expected("a language tag", "Write a BCP 47 tag, such as \"en\", \"zh\" or \"zh-Hans\".");
  static final Expected TEXT = new Expected(
      "a string, or an object of strings by language",
      "Write \"…\", or an object such as {\"en\": \"…\", \"zh\": \"…\"}.");
  static final Expected ID = new Expected("an id", "Write an id in double quotes.");
  static final Expected SOURCE_ID =
      new Expected("the id of a source", "Write the id of a source in double quotes.");
  static final Expected CLAIM_ID =
      new Expected("the id of a claim", "Write the id of a claim in double quotes.");
  static final Expected LINE_ID =
      new Expected("the id of a line", "Write the id of a line in double quotes.");
  static final Expected BOOLEAN =
      new Expected("true or false", "Write true or false, without quotes.");
  static final Expected STRENGTH = new Expected(
      "a number from 0 to 1 or a likelihood term",
      "Write a number such as 0.8, or a term such as \"likely\".");
  static final Expected RELIABILITY = new Expected(
      "a number from 0 to 1 or a letter of the Admiralty code",
      "Write a number such as 0.8, or a letter from \"A\" to \"F\".");

  static final Expected GRAPH =
      new Expected("an object", "Write an object with an id, a title and claims.");
  static final Expected CLAIMS =
      new Expected("an object of claims by id", "Write {\"some-id\": \"What is claimed\"}.");
  static final Expected CLAIM = new Expected(
      "a string or an object", "Write what it states as a string, or an object with a \"text\".");
  static final Expected SOURCES =
      new Expected("an object of sources by id", "Write {\"some-id\": \"What it is called\"}.");
  static final Expected SOURCE = new Expected(
      "a string or an object",
      "Write its URL or its title as a string, or an object with a \"title\" or a \"url\".");
  static final Expected EVIDENCE = new Expected(
      "the id of a source or an object",
      "Write the id of a source, or an object with a \"source\".");
  static final Expected INFERENCE = new Expected(
      "an object", "Write an object with premises, such as {\"premises\": [\"some-claim\"]}.");
  static final Expected PREMISE = new Expected(
      "the id of a claim or an object",
      "Write the id of a claim, or {\"not\": \"some-claim\"} for one that must be rejected.");
  static final Expected REVIEWS =
      new Expected("an object of reviews by source", "Write {\"some-source\": \"supported\"}.");
  static final Expected REVIEW = new Expected(
      "a verdict, an object or a list of objects",
      "Write a verdict, such as \"supported\", or an object with a \"verdict\" or a \"label\".");
  static final Expected RATING = new Expected(
      "an object", "Write an object, such as {\"value\": 2, \"best\": 5, \"worst\": 1}.");
  static final Expected NUMBER = new Expected("a number", "Write the number, without quotes.");
  static final Expected NOTICE = new Expected(
      "an object",
      "Write an object, such as {\"kind\": \"correction\", \"date\": \"2026-02-13\"}.");
  static final Expected URLS = new Expected(
      "a URL or a list of URLs",
      "Write one, such as \"https://example.org/page\", or a list of them.");
  static final Expected ONE_OR_MORE = new Expected(
      "a string or a list of strings", "Write a string in double quotes, or a list of them.");
  static final Expected APPEARANCE = new Expected(
      "an object", "Write an object with a source, such as {\"source\": \"some-source\"}.");
  static final Expected SEARCH =
      new Expected("an object", "Write an object, such as {\"where\": \"…\", \"query\": \"…\"}.");
  static final Expected CORRECTION = new Expected(
      "an object", "Write an object, such as {\"date\": \"2026-02-13\", \"note\": \"…\"}.");
  static final Expected ACCEPTANCE = new Expected(
      "an object", "Write an object, such as {\"finding\": \"some-code\", \"because\": \"…\"}.");
  static final Expected RETRACTION =
      new Expected("an object", "Write an object, such as {\"date\": \"2026-02-13\"}.");
  static final Expected ANSWERS = new Expected(
      "an object of claims by question", "Write {\"Some question?\": \"some-claim\"}.");

  static final Expected STRINGS =
      new Expected("a list of strings", "Write a list, such as [\"…\"].");
  static final Expected CLAIM_IDS =
      new Expected("a list of ids of claims", "Write a list, such as [\"some-claim\"].");
  static final Expected SOURCE_IDS =
      new Expected("a list of ids of sources", "Write a list, such as [\"some-source\"].");
  static final Expected LINE_IDS =
      new Expected("a list of ids of lines", "Write a list, such as [\"some-line\"].");
  static final Expected PREMISES =
      new Expected("a list of ids of claims", "Write a list, such as [\"some-claim\"].");
  static final Expected EVIDENCES =
      new Expected("a list", "Write a list, such as [\"some-source\"].");
  static final Expected OBJECTS = new Expected("a list of objects", "Write a list, such as [{…}].");

  /** Strings, for which a number may have been written without quotation marks. */
  private static final ImmutableList<Expected> QUOTABLE =
      ImmutableList.of(STRING, DATE, ID, SOURCE_ID, CLAIM_ID, LINE_ID, TEXT);

  /** Lists of strings, for which a single string may have been written as the only entry. */
  private static final ImmutableList<Expected> LISTS =
      ImmutableList.of(STRINGS, CLAIM_IDS, SOURCE_IDS, LINE_IDS, PREMISES, EVIDENCES);

  boolean takesStrings() {
    return QUOTABLE.contains(this);
  }

  boolean isListOfStrings() {
    return LISTS.contains(this);
  }
}
