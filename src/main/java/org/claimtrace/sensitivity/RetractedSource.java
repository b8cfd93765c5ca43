package org.claimtrace.sensitivity;

import java.util.Optional;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Verdict;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * A retracted source that bears on a claim: the verdict that it had a part in until it was retracted, and the verdict that there
 * would be if its retraction were lifted and it were right.
 *
 * <p>Stable.
 */
public final class RetractedSource implements WithoutJson {

  private final String sourceId;
  private final PartialDate date;
  private final Optional<Verdict> before;
  private final Optional<Verdict> beforeWithout;
  private final Optional<Verdict> lifted;

  RetractedSource(
      String sourceId,
      PartialDate date,
      Optional<Verdict> before,
      Optional<Verdict> beforeWithout,
      Optional<Verdict> lifted) {
    this.sourceId = sourceId;
    this.date = date;
    this.before = before;
    this.beforeWithout = beforeWithout;
    this.lifted = lifted;
  }

  /** Returns the id of the source. */
  public String sourceId() {
    return sourceId;
  }

  /** Returns the date from which its retraction counts. */
  public PartialDate date() {
    return date;
  }

  /** Returns the verdict on the claim on the day before; empty if the limits left no work for it. */
  public Optional<Verdict> before() {
    return before;
  }

  /** Returns the verdict on that day with the coin of the source set to no; empty if the limits left no work for it. */
  public Optional<Verdict> beforeWithout() {
    return beforeWithout;
  }

  /** Returns the present verdict with the coin of the source set to yes; empty if the limits left no work for it. */
  public Optional<Verdict> lifted() {
    return lifted;
  }

  private ResultComponents components() {
    return ResultComponents.of("RetractedSource")
        .and("sourceId", sourceId)
        .and("date", date)
        .and("before", before)
        .and("beforeWithout", beforeWithout)
        .and("lifted", lifted);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RetractedSource that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return components().toString();
  }
}
