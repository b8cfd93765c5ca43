package org.claimtrace.sensitivity;

import java.util.Optional;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Verdict;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence whose statement was withdrawn and that otherwise could bear on a claim, and the verdict that there would be
 * if it had not been. No grade given to it makes up for the withdrawal.
 *
 * <p>Stable.
 */
public final class WithdrawnStatement implements WithoutJson {

  private final String evidenceId;
  private final PartialDate date;
  private final Optional<Verdict> lifted;

  WithdrawnStatement(String evidenceId, PartialDate date, Optional<Verdict> lifted) {
    this.evidenceId = evidenceId;
    this.date = date;
    this.lifted = lifted;
  }

  /** Returns the id of the piece of evidence. */
  public String evidenceId() {
    return evidenceId;
  }

  /** Returns the date from which the withdrawal counts. */
  public PartialDate date() {
    return date;
  }

  /** Returns the present verdict had the statement not been withdrawn; empty if the limits left no work for it. */
  public Optional<Verdict> lifted() {
    return lifted;
  }

  private ResultComponents components() {
    return ResultComponents.of("WithdrawnStatement")
        .and("evidenceId", evidenceId)
        .and("date", date)
        .and("lifted", lifted);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WithdrawnStatement that && components().equals(that.components());
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
