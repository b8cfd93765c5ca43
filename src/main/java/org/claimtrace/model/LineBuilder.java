package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** The common base of the builders of {@linkplain Line lines}. */
abstract class LineBuilder<P, B> extends NotedPartBuilder<P, B> {

  ImmutableList<String> overrides = ImmutableList.of();

  @Nullable
  Given<PartialDate> date;

  /** Sets the ids of the lines of the same claim that this line overrides: where it fires, they do not. */
  public B overrides(String... overrides) {
    return overrides(Arrays.asList(overrides));
  }

  /** Sets the ids of the lines of the same claim that this line overrides, in the order of an iterable. */
  public B overrides(Iterable<String> overrides) {
    this.overrides = ImmutableList.copyOf(overrides);
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

  @Override
  void check(Problems problems) {
    Rules.ids(problems, "/overrides", overrides);
    Given.check(date, problems, "/date");
    super.check(problems);
  }

  B like(LinePart part) {
    overrides = part.overrides;
    date = part.date;
    return super.like(part);
  }
}
