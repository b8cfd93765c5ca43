package org.claimtrace.sensitivity;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Dependence;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.claimtrace.sensitivity.Sensitivity.SearchLimit;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * The sources on which a verdict rests.
 *
 * <p>A source is <em>necessary</em> if the verdict changes once its coin alone is set to no. A <em>toppling set</em> is a set
 * of sources which, set to no, change the verdict while no proper subset does. A <em>sufficient set</em> is a minimal hitting
 * set of the toppling sets: while its sources are unchanged, the verdict is, whichever other sources are set to no. These
 * definitions also apply to reasoning with exceptions, in which the fall of a further source may restore a verdict.
 *
 * <p>Stable.
 */
public final class SourceDependence implements WithoutJson {

  private final Evaluation evaluation;
  private final String claimId;
  private final Verdict verdict;
  private final ImmutableList<String> sourceIds;
  private final ImmutableList<RetractedSource> retracted;
  private final ImmutableList<WithdrawnStatement> withdrawn;
  private final boolean hasExhibits;
  private final ImmutableList<TopplingSet> toppling;
  private final int tried;
  private final int triedUpTo;
  private final Optional<SearchLimit> cap;
  private final ImmutableList<ImmutableList<String>> sufficient;
  private final ImmutableList<ImmutableList<String>> holding;
  private final boolean hasAllSufficient;

  SourceDependence(
      Evaluation evaluation,
      String claimId,
      Verdict verdict,
      ImmutableList<String> sourceIds,
      ImmutableList<RetractedSource> retracted,
      ImmutableList<WithdrawnStatement> withdrawn,
      boolean hasExhibits,
      ImmutableList<TopplingSet> toppling,
      int tried,
      int triedUpTo,
      Optional<SearchLimit> cap,
      ImmutableList<ImmutableList<String>> sufficient,
      ImmutableList<ImmutableList<String>> holding,
      boolean hasAllSufficient) {
    this.evaluation = evaluation;
    this.claimId = claimId;
    this.verdict = verdict;
    this.sourceIds = sourceIds;
    this.retracted = retracted;
    this.withdrawn = withdrawn;
    this.hasExhibits = hasExhibits;
    this.toppling = toppling;
    this.tried = tried;
    this.triedUpTo = triedUpTo;
    this.cap = cap;
    this.sufficient = sufficient;
    this.holding = holding;
    this.hasAllSufficient = hasAllSufficient;
  }

  /**
   * Finds the sources on which a verdict rests, within the usual limits.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static SourceDependence of(Evaluation evaluation, String claimId) {
    return of(evaluation, claimId, Limits.USUAL);
  }

  /**
   * Finds the sources on which a verdict rests. Each set of sources that is tried takes the time of {@link
   * org.claimtrace.evaluation.Dependence#beliefs}, within the limits for all of them.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static SourceDependence of(Evaluation evaluation, String claimId, Limits limits) {
    requireNonNull(evaluation, "evaluation");
    requireNonNull(claimId, "claimId");
    requireNonNull(limits, "limits");
    return Cancellation.within(
        evaluation.timeLimit().orElse(null), () -> of(evaluation.dependence(claimId), limits));
  }

  static SourceDependence of(Dependence dependence, Limits limits) {
    return new SourceDependenceSearch(dependence, limits).grounds();
  }

  /** Returns the evaluation in which the claim has its verdict. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Returns the id of the claim. */
  public String claimId() {
    return claimId;
  }

  /** Returns the verdict. */
  public Verdict verdict() {
    return verdict;
  }

  /** Returns the ids of the sources in the cone of the claim whose coins are not no already, in document order. */
  public ImmutableList<String> sourceIds() {
    return sourceIds;
  }

  /** Returns the retracted sources in the cone of the claim, in document order; they are among no other sets. */
  public ImmutableList<RetractedSource> retracted() {
    return retracted;
  }

  /** Returns the statements that were withdrawn and otherwise could bear on the claim, in document order. */
  public ImmutableList<WithdrawnStatement> withdrawn() {
    return withdrawn;
  }

  /** Returns whether the source itself is shown in a piece of evidence that bears on the claim; it need not be right for that. */
  boolean hasExhibits() {
    return hasExhibits;
  }

  /** Returns the toppling sets, by size and then by their sources in document order. */
  public ImmutableList<TopplingSet> toppling() {
    return toppling;
  }

  /** Returns the number of sets of sources that were tried. */
  public int tried() {
    return tried;
  }

  /** Returns the size up to which all toppling sets are known. */
  public int triedUpTo() {
    return triedUpTo;
  }

  /** Returns the limit that ended the search for toppling sets; empty if all are known. */
  public Optional<SearchLimit> cap() {
    return cap;
  }

  /**
   * Returns the sufficient sets, each in document order, by size and then by their sources in document order; empty if
   * the search for toppling sets was ended.
   */
  public ImmutableList<ImmutableList<String>> sufficient() {
    return sufficient;
  }

  /**
   * Returns, if that search was ended, the minimal hitting sets of the toppling sets of up to {@code triedUpTo} sources,
   * in the same order: while the sources of one are unchanged, the verdict is, if at most {@code triedUpTo} others are
   * set to no.
   */
  public ImmutableList<ImmutableList<String>> holding() {
    return holding;
  }

  /** Returns whether {@code sufficient}, or {@code holding}, is complete. */
  public boolean hasAllSufficient() {
    return hasAllSufficient;
  }

  /** Returns the toppling sets of one source: the necessary sources, each with the verdict without it. */
  public ImmutableList<TopplingSet> necessary() {
    return toppling.stream().filter(set -> set.sourceIds().size() == 1).collect(toImmutableList());
  }

  /** Returns whether every toppling set is known. */
  public boolean isComplete() {
    return cap.isEmpty();
  }

  private ResultComponents components() {
    return ResultComponents.of("SourceDependence")
        .and("evaluation", evaluation)
        .and("claimId", claimId)
        .and("verdict", verdict)
        .and("sourceIds", sourceIds)
        .and("retracted", retracted)
        .and("withdrawn", withdrawn)
        .and("toppling", toppling)
        .and("tried", tried)
        .and("triedUpTo", triedUpTo)
        .and("cap", cap)
        .and("sufficient", sufficient)
        .and("holding", holding)
        .and("hasAllSufficient", hasAllSufficient);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceDependence that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "'" + claimId + "', " + verdict + ", rests on " + toppling.size()
        + (isComplete() ? "" : " or more") + " sets of sources";
  }

  /**
   * A minimal set of sources that changes the verdict if the coins of all of them are set to no.
   */
  public static final class TopplingSet implements WithoutJson {

    private final ImmutableList<String> sourceIds;
    private final Verdict verdict;

    TopplingSet(ImmutableList<String> sourceIds, Verdict verdict) {
      this.sourceIds = sourceIds;
      this.verdict = verdict;
    }

    /** Returns the ids of the sources, in document order. */
    public ImmutableList<String> sourceIds() {
      return sourceIds;
    }

    /** Returns the verdict without them. */
    public Verdict verdict() {
      return verdict;
    }

    private ResultComponents components() {
      return ResultComponents.of("TopplingSet").and("sourceIds", sourceIds).and("verdict", verdict);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof TopplingSet that && components().equals(that.components());
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
}
