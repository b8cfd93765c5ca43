package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import org.claimtrace.problem.Problems;

/** The common base of the builders of {@linkplain Line lines}. */
abstract class LineBuilder<P, B> extends DatedPartBuilder<P, B> {

  GivenList<String> overrides = GivenList.empty();

  /** Adds the ids of the lines, of the same claim or one that contradicts it, that this line overrides: where it fires, they do not. */
  public B overrides(String... overrides) {
    requireNonNull(overrides, "overrides");
    this.overrides = this.overrides.withAll(overrides);
    return self();
  }

  /** Replaces the ids of the lines that this line overrides by those of an iterable, in its order. */
  public B allOverrides(Iterable<String> overrides) {
    requireNonNull(overrides, "overrides");
    this.overrides = GivenList.of(overrides);
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
