package org.claimtrace.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Outline;
import org.claimtrace.explanation.Prose;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * The influence of the sources of a graph: for each, the verdicts that change if its coin alone is set to no. Sets of sources
 * on which a verdict rests together are found by {@link SourceDependence}.
 *
 * <p>Stable.
 */
public final class SourceInfluence implements Prose, Result {

  private final Evaluation evaluation;
  private final ImmutableList<Foundation> sources;
  private final ImmutableList<String> untriedSourceIds;

  SourceInfluence(
      Evaluation evaluation,
      ImmutableList<Foundation> sources,
      ImmutableList<String> untriedSourceIds) {
    this.evaluation = evaluation;
    this.sources = sources;
    this.untriedSourceIds = untriedSourceIds;
  }

  /**
   * Computes the influence of every source of a graph, within the usual limits.
   *
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static SourceInfluence of(Evaluation evaluation) {
    requireNonNull(evaluation, "evaluation");
    return of(evaluation, Limits.USUAL);
  }

  /**
   * Computes the influence of every source of a graph, within the work that the limits allow. If the evaluation leaves nothing
   * to chance, one sweep serves 64 sources; if it is exact, diagrams are weighed once for each source; if it is sampled, each
   * source takes one scenario, in time linear in what depends on it. The lost verdicts of the first sources in document order
   * are listed, as many as the limits allow; the others are only counted.
   *
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static SourceInfluence of(Evaluation evaluation, Limits limits) {
    requireNonNull(evaluation, "evaluation");
    requireNonNull(limits, "limits");
    return of(
        evaluation,
        evaluation.graph().sources().stream().map(Source::id).collect(toImmutableList()),
        limits.mostWork(),
        limits.mostFalls());
  }

  /**
   * Computes the influence of one source, with all lost verdicts listed; of a retracted source also its {@linkplain
   * Foundation#past past influence}, with an evaluation as of the day before and a scenario.
   *
   * @throws UnknownIdException if the graph has no such source
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static SourceInfluence of(Evaluation evaluation, String sourceId) {
    requireNonNull(evaluation, "evaluation");
    requireNonNull(sourceId, "sourceId");
    SourceInfluence influence = ofStanding(evaluation, sourceId);
    return evaluation.isRetracted(sourceId)
        ? Cancellation.within(
            evaluation.timeLimit().orElse(null), () -> influence.ofRetracted(sourceId))
        : influence;
  }

  /** Returns the influence of a source by what its fall changes; a retracted one has fallen already. */
  private static SourceInfluence ofStanding(Evaluation evaluation, String sourceId) {
    return of(evaluation, ImmutableList.of(sourceId), Long.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** Returns the influence of a source that was retracted, with what rested on it and what its rehabilitation would change. */
  private SourceInfluence ofRetracted(String sourceId) {
    PartialDate date = BeforeRetraction.date(evaluation, sourceId);
    ImmutableList<LostVerdict> before = BeforeRetraction.evaluation(evaluation, date)
        .map(then -> ofStanding(then, sourceId).sources().get(0).falls())
        .orElse(ImmutableList.of());
    Evaluation lifted = evaluation.whatIf().scenario().vindicate(sourceId).evaluate();
    ImmutableList<LostVerdict> regained = evaluation.dependents(Element.source(sourceId)).stream()
        .filter(claim -> lifted.verdict(claim) != evaluation.verdict(claim))
        .map(claim -> new LostVerdict(claim, evaluation.verdict(claim), lifted.verdict(claim)))
        .collect(toImmutableList());
    Foundation foundation = new Foundation(
        sourceId, 0, ImmutableList.of(), Optional.of(new PastInfluence(date, before, regained)));
    return new SourceInfluence(evaluation, ImmutableList.of(foundation), untriedSourceIds);
  }

  private static SourceInfluence of(
      Evaluation evaluation, ImmutableList<String> sourceIds, long mostWork, int mostFalls) {
    List<Foundation> found = new ArrayList<>();
    int[] left = {mostFalls};
    int tried = evaluation.verdictsWithout(sourceIds, mostWork, (source, without) -> {
      ImmutableList<LostVerdict> falls = without.entrySet().stream()
          .limit(left[0])
          .map(each ->
              new LostVerdict(each.getKey(), evaluation.verdict(each.getKey()), each.getValue()))
          .collect(toImmutableList());
      left[0] -= falls.size();
      found.add(new Foundation(source, without.size(), falls));
    });
    found.sort(Comparator.comparingInt(each -> -each.verdicts()));
    return new SourceInfluence(
        evaluation, ImmutableList.copyOf(found), sourceIds.subList(tried, sourceIds.size()));
  }

  /** Returns the evaluation with the verdicts. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Returns every source that was tried, by decreasing number of verdicts that change and then in document order. */
  public ImmutableList<Foundation> sources() {
    return sources;
  }

  /** Returns the ids of the sources that were not tried because of the limits, in document order. */
  public ImmutableList<String> untriedSourceIds() {
    return untriedSourceIds;
  }

  /** Returns whether every source that was asked for was tried. */
  public boolean isComplete() {
    return untriedSourceIds.isEmpty();
  }

  @Override
  public Outline outline(Style style) {
    requireNonNull(style, "style");
    return Outline.of(new SourceInfluenceOutline(this, style).outline(), evaluation.graph());
  }

  private ResultComponents components() {
    return ResultComponents.of("SourceInfluence")
        .and("evaluation", evaluation)
        .and("sources", sources)
        .and("untriedSourceIds", untriedSourceIds);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceInfluence that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "what rests on " + sources.size() + " sources";
  }

  /**
   * The influence of one source.
   */
  public static final class Foundation implements WithoutJson {

    private final String sourceId;
    private final int verdicts;
    private final ImmutableList<LostVerdict> falls;
    private final Optional<PastInfluence> past;

    Foundation(String sourceId, int verdicts, ImmutableList<LostVerdict> falls) {
      this(sourceId, verdicts, falls, Optional.empty());
    }

    Foundation(
        String sourceId,
        int verdicts,
        ImmutableList<LostVerdict> falls,
        Optional<PastInfluence> past) {
      checkArgument(
          falls.size() <= verdicts, "%s falls named of %s verdicts", falls.size(), verdicts);
      this.past = past;
      this.sourceId = sourceId;
      this.verdicts = verdicts;
      this.falls = falls;
    }

    /** Creates an influence with all lost verdicts listed. */
    Foundation(String sourceId, ImmutableList<LostVerdict> falls) {
      this(sourceId, falls.size(), falls);
    }

    /** Returns the id of the source. */
    public String sourceId() {
      return sourceId;
    }

    /** Returns the number of verdicts that change if its coin alone is set to no. */
    public int verdicts() {
      return verdicts;
    }

    /** Returns these verdicts, in document order; fewer than {@code verdicts} if the limits allow no more. */
    public ImmutableList<LostVerdict> falls() {
      return falls;
    }

    /** Returns, of a retracted source that was asked for alone, what rested on it and what its rehabilitation would change. */
    public Optional<PastInfluence> past() {
      return past;
    }

    private ResultComponents components() {
      return ResultComponents.of("Foundation")
          .and("sourceId", sourceId)
          .and("verdicts", verdicts)
          .and("falls", falls)
          .and("past", past);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Foundation that && components().equals(that.components());
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

  /**
   * The influence that a source had until it was retracted, and would have again if its retraction were lifted.
   *
   * <p>Experimental.
   */
  public static final class PastInfluence implements WithoutJson {

    private final PartialDate date;
    private final ImmutableList<LostVerdict> before;
    private final ImmutableList<LostVerdict> regained;

    PastInfluence(
        PartialDate date, ImmutableList<LostVerdict> before, ImmutableList<LostVerdict> regained) {
      this.date = date;
      this.before = before;
      this.regained = regained;
    }

    /** Returns the date from which the retraction counts. */
    public PartialDate date() {
      return date;
    }

    /** Returns the verdicts that rested on the source on the day before, in document order. */
    public ImmutableList<LostVerdict> before() {
      return before;
    }

    /** Returns the present verdicts that change if the coin of the source is set to yes, in document order. */
    public ImmutableList<LostVerdict> regained() {
      return regained;
    }

    private ResultComponents components() {
      return ResultComponents.of("PastInfluence")
          .and("date", date)
          .and("before", before)
          .and("regained", regained);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof PastInfluence that && components().equals(that.components());
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

  /**
   * A verdict that changes if the coin of a source is set to no, or to yes if it was retracted.
   */
  public static final class LostVerdict implements WithoutJson {

    private final String claimId;
    private final Verdict before;
    private final Verdict after;

    LostVerdict(String claimId, Verdict before, Verdict after) {
      this.claimId = claimId;
      this.before = before;
      this.after = after;
    }

    /** Returns the id of the claim. */
    public String claimId() {
      return claimId;
    }

    /** Returns its verdict before the change. */
    public Verdict before() {
      return before;
    }

    /** Returns its verdict after the change. */
    public Verdict after() {
      return after;
    }

    private ResultComponents components() {
      return ResultComponents.of("LostVerdict")
          .and("claimId", claimId)
          .and("before", before)
          .and("after", after);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof LostVerdict that && components().equals(that.components());
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
