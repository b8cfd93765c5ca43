package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.suggestion.DidYouMean;

/**
 * The trust in a source or a step as a probability, which may be written as a word; the word is kept.
 *
 * <p>A reliability may be a letter of the NATO Admiralty code (STANAG 2511), a strength an IPCC likelihood term (Mastrandrea et
 * al., "Guidance Note for Lead Authors of the IPCC Fifth Assessment Report on Consistent Treatment of Uncertainties", 2010,
 * table 1); the numbers that they stand for are this format's own. Two grades are equal when both number and word are.
 *
 * <p>Stable.
 */
public final class Grade extends Given<Grade> {

  /** Certain: the grade of what has none. */
  public static final Grade ONE = new Grade(1, "");

  private static final ImmutableMap<String, Grade> LETTERS =
      words("A", .95, "B", .8, "C", .6, "D", .4, "E", .2, "F", 0.);
  private static final ImmutableMap<String, Grade> STRENGTHS = words(
      "virtually certain", .99,
      "extremely likely", .95,
      "very likely", .9,
      "likely", .66,
      "more likely than not", .51,
      "about as likely as not", .5,
      "unlikely", .33,
      "very unlikely", .1,
      "extremely unlikely", .05,
      "exceptionally unlikely", .01,
      "confirmed", .95,
      "probably true", .8,
      "possibly true", .6,
      "doubtful", .4,
      "improbable", .2,
      "cannot be judged", 0.);

  private final double value;
  private final String word;

  private Grade(double value, String word) {
    this.value = value;
    this.word = word;
  }

  private static ImmutableMap<String, Grade> words(Object... wordsAndValues) {
    ImmutableMap.Builder<String, Grade> grades = ImmutableMap.builder();
    for (int i = 0; i < wordsAndValues.length; i += 2) {
      String word = (String) wordsAndValues[i];
      grades.put(word, new Grade((Double) wordsAndValues[i + 1], word));
    }
    return grades.buildOrThrow();
  }

  /**
   * Returns a grade given as a number; -0 is 0.
   *
   * @param value from 0 to 1
   * @throws InvalidValueException if the number is out of that range
   */
  public static Grade of(double value) {
    if (!isGrade(value)) {
      throw new InvalidValueException(outOfRange("", "grade", value));
    }
    return ofChecked(value);
  }

  static Grade ofChecked(double value) {
    return value == 1 ? ONE : new Grade(value + 0.0, "");
  }

  static boolean isGrade(double value) {
    return value >= 0 && value <= 1;
  }

  static Problem outOfRange(String pointer, String member, double value) {
    return Problem.at(
        pointer,
        ProblemCode.GRADE_OUT_OF_RANGE,
        member + " is " + Rules.number(value) + ", and must lie between 0 and 1",
        GradeGuesses.within(value));
  }

  /**
   * Returns the reliability that a letter of the Admiralty code, A to F, stands for; empty for any other text. F, “cannot be
   * judged”, is 0: what nobody can judge counts for nothing.
   */
  public static Optional<Grade> findReliability(String letter) {
    requireNonNull(letter, "letter");
    return Optional.ofNullable(LETTERS.get(letter));
  }

  /**
   * Returns the strength that a term of the Admiralty code's second axis, such as {@code probably true}, or an IPCC likelihood
   * term, such as {@code very likely}, stands for; empty for any other text.
   */
  public static Optional<Grade> findStrength(String term) {
    requireNonNull(term, "term");
    return Optional.ofNullable(STRENGTHS.get(term));
  }

  static Problem unknownReliability(String pointer, String letter) {
    Problem guessed = GradeGuesses.reliability(pointer, letter);
    if (guessed != null) {
      return guessed;
    }
    return Problem.at(
        pointer,
        ProblemCode.UNKNOWN_GRADE,
        Rules.quoted(letter) + " is not a reliability",
        "Write a number from 0 to 1, or a letter of the Admiralty code, from A (reliable) to E (unreliable), or F (cannot be"
            + " judged).");
  }

  static Problem unknownStrength(String pointer, String term) {
    Problem guessed = GradeGuesses.strength(pointer, term);
    if (guessed != null) {
      return guessed;
    }
    return Problem.at(
        pointer,
        ProblemCode.UNKNOWN_GRADE,
        Rules.quoted(term) + " is not a strength",
        new DidYouMean(STRENGTHS.keySet())
            .orElse(
                term,
                "Write a number from 0 to 1, or one of: " + String.join(", ", STRENGTHS.keySet())
                    + "."));
  }

  /** Returns the probability, from 0 to 1. */
  public double value() {
    return value;
  }

  /** Returns the letter or the term, if the grade was written as one. */
  public Optional<String> word() {
    return word.isEmpty() ? Optional.empty() : Optional.of(word);
  }

  /**
   * Returns this grade, with its word, if it has the given value; otherwise a grade without a word.
   *
   * @param other from 0 to 1
   * @throws InvalidValueException if the number is out of that range
   */
  public Grade withValue(double other) {
    return other == value ? this : of(other);
  }

  /** Returns whether the grade leaves nothing to chance: it is 0 or 1. */
  public boolean isCertain() {
    return value == 0 || value == 1;
  }

  /** Returns whether the grade counts as yes where it is read as yes or no: it is above one half. */
  public boolean isYes() {
    return value > .5;
  }

  /** Returns the grade as a claim file writes it: its word as a string where it has one, else the number. */
  @JsonValue
  @JsonRawValue
  public String toJson() {
    return word.isEmpty() ? toString() : '"' + word + '"';
  }

  @Override
  Grade read() {
    return this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Grade that && value == that.value && word.equals(that.word);
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(value) + word.hashCode();
  }

  /** Returns the word where there is one, else the number. */
  @Override
  public String toString() {
    return word.isEmpty() ? Rules.number(value) : word;
  }
}
