package org.claimtrace.model;

import java.time.LocalDate;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** The common base of the builders of {@linkplain Line lines}. */
abstract class LineBuilder<P, B> extends NotedPartBuilder<P, B> {

  GivenList<String> overrides = GivenList.empty();

  @Nullable
  Given<PartialDate> date;

  /** Adds the ids of the lines, of the same claim or one that contradicts it, that this line overrides: where it fires, they do not. */
  public B overrides(String... overrides) {
    this.overrides = this.overrides.withAll(overrides);
    return self();
  }

  /** Replaces the ids of the lines that this line overrides by those of an iterable, in its order. */
  public B allOverrides(Iterable<String> overrides) {
    this.overrides = GivenList.of(overrides);
    return self();
  }

  /** Sets the date from which the line exists; where it is not set, {@link ClaimGraph#begin} finds the date that applies. */
  public B date(PartialDate date) {
    this.date = date;
    return self();
  }

  /** Sets the date from which the line exists, written as {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
  public B date(String date) {
    this.date = Given.date(date);
    return self();
  }

  /** Sets the date from which the line exists, as a day. */
  public B date(LocalDate date) {
    this.date = Given.date(date);
    return self();
  }

  @Override
  void check(Problems problems) {
    Rules.ids(problems, "/overrides", overrides.values());
    Given.check(date, problems, "/date");
    super.check(problems);
  }

  B like(LinePart part) {
    overrides = GivenList.of(part.overrides);
    date = part.date;
    return super.like(part);
  }
}
