package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** What the builders of {@linkplain Line lines} have in common. */
abstract class LineBuilder<P, B> extends NotedPartBuilder<P, B> {

  ImmutableList<String> overrides = ImmutableList.of();

  @Nullable
  Given<PartialDate> date;

  /** The ids of the lines of the same claim that this line settles: where it fires, they do not. */
  public B overrides(String... overrides) {
    return overrides(Arrays.asList(overrides));
  }

  /** The same, in the order of an iterable. */
  public B overrides(Iterable<String> overrides) {
    this.overrides = ImmutableList.copyOf(overrides);
    return self();
  }

  /** From when on the line exists; {@link ClaimGraph#begin} knows what serves where it is absent. */
  public B date(PartialDate date) {
    this.date = date;
    return self();
  }

  /** The same, written {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
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
