package org.claimtrace.model;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A value as a builder was given it: read as far as it can be read, and with the rule that it may break, which is looked at when
 * the part is built.
 */
final class Given<T> {

  /** What may be wrong with a value; nothing is with one that was checked when it was made. */
  private interface Rule {
    void check(Problems problems, String pointer);
  }

  private static final Rule KEPT = (problems, pointer) -> {};

  private final @Nullable T value;
  private final Rule rule;

  private Given(@Nullable T value, Rule rule) {
    this.value = value;
    this.rule = rule;
  }

  static <T> @Nullable Given<T> of(@Nullable T value) {
    return value == null ? null : new Given<>(value, KEPT);
  }

  static Given<Text> text(String words) {
    return new Given<>(
        Text.untagged(words), (problems, pointer) -> Rules.words(problems, pointer, words));
  }

  static Given<Text> text(Map<String, String> wordsByTag) {
    ImmutableMap<String, String> words = ImmutableMap.copyOf(wordsByTag);
    return new Given<>(
        Text.tagged(words), (problems, pointer) -> Rules.languages(problems, pointer, words));
  }

  static Given<PartialDate> date(String date) {
    Optional<PartialDate> read = PartialDate.find(date);
    return new Given<>(
        read.orElse(null),
        read.isPresent()
            ? KEPT
            : (problems, pointer) -> problems.add(PartialDate.problem(pointer, date)));
  }

  static Given<Grade> grade(String member, double grade) {
    return Grade.isGrade(grade)
        ? new Given<>(Grade.ofChecked(grade), KEPT)
        : new Given<>(
            null, (problems, pointer) -> problems.add(Grade.outOfRange(pointer, member, grade)));
  }

  static Given<Grade> strength(String term) {
    Grade grade = Grade.findStrength(term).orElse(null);
    return new Given<>(
        grade,
        grade != null
            ? KEPT
            : (problems, pointer) -> problems.add(Grade.unknownStrength(pointer, term)));
  }

  static Given<Grade> reliability(String letter) {
    Grade grade = Grade.findReliability(letter).orElse(null);
    return new Given<>(
        grade,
        grade != null
            ? KEPT
            : (problems, pointer) -> problems.add(Grade.unknownReliability(pointer, letter)));
  }

  /** A part that is not built yet, as it is now. */
  static <P> Given<P> part(PartBuilder<P, ?> builder) {
    Problems flaws = builder.flaws();
    return new Given<>(
        builder.draft(),
        flaws.isEmpty() ? KEPT : (problems, pointer) -> problems.addAll(pointer, flaws));
  }

  /** The value; null where none was given or what was given is wrong. */
  static <T> @Nullable T value(@Nullable Given<T> given) {
    return given == null ? null : given.value;
  }

  /** A grade; 1 where none was given. */
  static Grade orOne(@Nullable Given<Grade> given) {
    return given == null || given.value == null ? Grade.ONE : given.value;
  }

  static void check(@Nullable Given<?> given, Problems problems, String pointer) {
    if (given != null) {
      given.rule.check(problems, pointer);
    }
  }

  /** A text, with the language given to it where it has no tag. */
  static @Nullable Given<Text> inLanguage(@Nullable Given<Text> given, String language) {
    return given == null || given.value == null
        ? given
        : new Given<>(given.value.inLanguage(language), given.rule);
  }
}
