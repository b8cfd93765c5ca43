package org.claimtrace.model;

import java.time.LocalDate;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What a builder is given for a value: the value itself, or something that is checked only when the part is built. The types of
 * values extend this class, so that a value, of which a file has millions, needs no wrapper.
 */
abstract class Given<T> {

  /** The value; null where what was given is not one. */
  abstract @Nullable T read();

  /** Adds the problems of what was given; a value that was checked when it was created has none. */
  void addFlaws(Problems problems, String pointer) {}

  static Given<Text> text(String words) {
    return new Unchecked<>(
        Text.untagged(words), (problems, pointer) -> Rules.words(problems, pointer, words));
  }

  static Given<Text> text(String tag, String words, String... more) {
    Text text = Text.tagged(tag, words, more);
    return new Unchecked<>(text, (problems, pointer) -> Rules.languages(problems, pointer, text));
  }

  static Given<PartialDate> date(String date) {
    PartialDate read = PartialDate.read(date);
    return read != null
        ? read
        : new Unchecked<>(
            null, (problems, pointer) -> problems.add(PartialDate.problem(pointer, date)));
  }

  static Given<PartialDate> date(LocalDate date) {
    return date(date.toString());
  }

  static Given<Grade> grade(String member, double grade) {
    return Grade.isGrade(grade)
        ? Grade.ofChecked(grade)
        : new Unchecked<>(
            null, (problems, pointer) -> problems.add(Grade.outOfRange(pointer, member, grade)));
  }

  static Given<Grade> strength(String term) {
    Grade grade = Grade.findStrength(term).orElse(null);
    return grade != null
        ? grade
        : new Unchecked<>(
            null, (problems, pointer) -> problems.add(Grade.unknownStrength(pointer, term)));
  }

  static Given<Grade> reliability(String letter) {
    Grade grade = Grade.findReliability(letter).orElse(null);
    return grade != null
        ? grade
        : new Unchecked<>(
            null, (problems, pointer) -> problems.add(Grade.unknownReliability(pointer, letter)));
  }

  /** Returns a part that is not built yet, in the present state of its builder. */
  static <P> Given<P> part(PartBuilder<P, ?> builder) {
    Problems flaws = builder.flaws();
    return new Unchecked<>(builder.draft(), (problems, pointer) -> problems.addAll(pointer, flaws));
  }

  /** Returns a part that is built. */
  static <P> Given<P> part(P part) {
    return new Unchecked<>(part, (problems, pointer) -> {});
  }

  /** The value; null where none was given or what was given is not one. */
  static <T> @Nullable T value(@Nullable Given<T> given) {
    return given == null ? null : given.read();
  }

  /** Returns a grade; 1 where none was given. */
  static Grade orOne(@Nullable Given<Grade> given) {
    Grade grade = value(given);
    return grade == null ? Grade.ONE : grade;
  }

  static void check(@Nullable Given<?> given, Problems problems, String pointer) {
    if (given != null) {
      given.addFlaws(problems, pointer);
    }
  }

  /** A text, tagged with {@code language} where it has no tag. */
  static @Nullable Given<Text> inLanguage(@Nullable Given<Text> given, String language) {
    Text text = value(given);
    return text == null ? given : text.inLanguage(language);
  }

  /** What was given, parsed as far as possible, and the rule that it may break. */
  private static final class Unchecked<T> extends Given<T> {

    private interface Rule {
      void check(Problems problems, String pointer);
    }

    private final @Nullable T value;
    private final Rule rule;

    Unchecked(@Nullable T value, Rule rule) {
      this.value = value;
      this.rule = rule;
    }

    @Override
    @Nullable
    T read() {
      return value;
    }

    @Override
    void addFlaws(Problems problems, String pointer) {
      rule.check(problems, pointer);
    }
  }
}
