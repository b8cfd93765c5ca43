package org.claimtrace.change;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.claimtrace.change.Changes.Limits;
import org.claimtrace.change.Difference.Kind;
import org.claimtrace.change.History.Moment;
import org.claimtrace.change.VerdictChange.Cause;
import org.claimtrace.evaluation.CompiledGraph;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Review;

/** Evaluates a claim at all dates in its cone. Not safe for use by several threads. */
final class HistorySearch {

  /** The work for the moments, as a multiple of the work for the causes. */
  private static final int FOR_MOMENTS = 4;

  /** The number of compiled elements that are evaluated at one date in a step of work. */
  private static final int EVALUATED = 128;

  /** The number of elements that are evaluated in a step of work if diagrams are built for each. */
  private static final int MADE_EXACT = 16;

  /** The number of words of sampled worlds of one element that are computed in a step of work. */
  private static final int WORDS = 128;

  /** The number of conjunctions of diagrams that are computed in a step of work. */
  private static final int CONJUNCTIONS = 12;

  /** The steps that it takes to find that an evaluation cannot be exact. */
  private static final int BEYOND_BUDGET = 1 << 16;

  /** The number of claims whose verdicts are compared in a step of work. */
  private static final int COMPARED = 8;

  /** A change may take this fraction of the work that is left. */
  private static final int PARTS = 16;

  private final Evaluation evaluation;
  private final String claim;
  private final Limits limits;
  private final WorkBudget forMoments;
  private final WorkBudget forCauses;
  private final TreeMap<LocalDate, Dated> dates = new TreeMap<>();
  private final CompiledGraph compiled;
  private final Cone cone;
  private final int size;

  /** The claims that the claim reads, each with the date from which it does; empty if it always does. */
  private final Map<String, Optional<PartialDate>> read = new LinkedHashMap<>();

  HistorySearch(Evaluation evaluation, String claim, Limits limits) {
    this.evaluation = evaluation;
    this.claim = claim;
    this.limits = limits;
    forMoments = new WorkBudget(FOR_MOMENTS * limits.mostWork());
    forCauses = new WorkBudget(limits.mostWork());
    ComparedEvaluation whole = new ComparedEvaluation(evaluation);
    cone = Cone.of(whole, claim);
    size = cone.sources().size() + collect(whole);
    whole.contradicting(claim).forEach(other -> read.put(other, Optional.empty()));
    whole
        .lines(claim)
        .values()
        .forEach(line -> line.claims()
            .forEach(other -> read.merge(other, line.begin(), HistorySearch::earlier)));
    read.remove(claim);
    compiled = CompiledGraph.of(whole.only(cone));
  }

  private static Optional<PartialDate> earlier(
      Optional<PartialDate> one, Optional<PartialDate> other) {
    return one.isEmpty()
            || (other.isPresent() && !one.get().firstDay().isAfter(other.get().firstDay()))
        ? one
        : other;
  }

  /** The lines that begin to exist and the sources that are retracted on one day. */
  private static final class Dated {
    private final List<PartialDate> written = new ArrayList<>();
    private final List<Element> begins = new ArrayList<>();
    private final List<String> retracted = new ArrayList<>();
    private final List<Element> withdrawn = new ArrayList<>();

    /** Returns whether one thing happens. */
    boolean isOne() {
      return begins.size() + retracted.size() + withdrawn.size() == 1;
    }

    /** Returns the date as the document has it, if all are written alike; otherwise the day. */
    PartialDate date(LocalDate day) {
      boolean isOneDate = written.stream().allMatch(date -> date.equals(written.get(0)));
      return isOneDate ? written.get(0) : PartialDate.of(day);
    }
  }

  /** Collects everything with a date, and returns the number of claims and lines. */
  private int collect(ComparedEvaluation whole) {
    ClaimGraph graph = evaluation.graph();
    List<String> claims = new ArrayList<>();
    claims.add(claim);
    graph.claims().stream()
        .map(each -> each.id())
        .filter(id -> cone.claims().contains(id) && !id.equals(claim))
        .forEach(claims::add);
    int count = claims.size();
    for (String id : claims) {
      ImmutableMap<Element, CountedLine> lines = whole.everExisting(id);
      count += lines.size() + whole.contradicting(id).size();
      lines.forEach((line, counted) -> {
        counted.begin().ifPresent(begin -> on(begin).begins.add(line));
        counted
            .withdrawn()
            .filter(date -> evaluation.isWithdrawn(line.id()))
            .ifPresent(date -> on(date).withdrawn.add(line));
      });
    }
    graph.sources().stream()
        .filter(source -> cone.sources().contains(source.id()))
        .forEach(source -> whole
            .source(source.id())
            .retracted()
            .ifPresent(date -> on(date).retracted.add(source.id())));
    return count;
  }

  private Dated on(PartialDate date) {
    Dated dated = dates.computeIfAbsent(date.firstDay(), day -> new Dated());
    dated.written.add(date);
    return dated;
  }

  History history() {
    ImmutableList.Builder<Moment> moments = ImmutableList.builder();
    ImmutableList.Builder<PartialDate> leftOut = ImmutableList.builder();
    Evaluation first =
        at(dates.isEmpty() ? Optional.empty() : Optional.of(before(dates.firstKey())));
    ComparedEvaluation last = new ComparedEvaluation(first);
    moments.add(new Moment(
        Optional.empty(),
        first.verdict(claim),
        first.belief(claim),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        Optional.empty()));
    boolean isSpent = false;
    for (Map.Entry<LocalDate, Dated> each : dates.entrySet()) {
      Dated dated = each.getValue();
      PartialDate date = dated.date(each.getKey());
      isSpent = isSpent || !mayEvaluate();
      if (isSpent) {
        leftOut.add(date);
        continue;
      }
      ComparedEvaluation now = last.at(at(Optional.of(PartialDate.of(each.getKey()))));
      moments.add(new Moment(
          Optional.of(date),
          now.evaluation().verdict(claim),
          now.evaluation().belief(claim),
          ImmutableList.copyOf(dated.begins),
          ImmutableList.copyOf(dated.retracted),
          ImmutableList.copyOf(dated.withdrawn),
          change(last, now, dated)));
      last = now;
    }
    return new History(evaluation, claim, moments.build(), leftOut.build());
  }

  private boolean mayEvaluate() {
    long words =
        evaluation.method() == Method.SAMPLED ? evaluation.worlds().orElseThrow() / Long.SIZE : 0;
    try {
      int evaluated = evaluation.method() == Method.EXACT ? MADE_EXACT : EVALUATED;
      forMoments.take(1 + size / evaluated + size * words / WORDS);
      return true;
    } catch (WorkBudget.Spent e) {
      return false;
    }
  }

  private Optional<VerdictChange> change(
      ComparedEvaluation last, ComparedEvaluation now, Dated dated) {
    if (last.evaluation().verdict(claim) == now.evaluation().verdict(claim)) {
      return Optional.empty();
    }
    if (dated.isOne() && !takesAPlace(dated)) {
      return Optional.of(byOne(last, now, only(now, dated)));
    }
    WorkBudget part = forCauses.part(forCauses.left() / PARTS);
    if (part.left() < size) {
      return Optional.of(ChangeSearch.unsought(last, now, claim));
    }
    return Optional.of(
        ChangeSearch.changes(last, now, ImmutableList.of(claim), limits, part).get(0));
  }

  /** Returns whether a review begins that takes the place of an earlier one by its reviewer. */
  private boolean takesAPlace(Dated dated) {
    return dated.begins.stream()
        .filter(line -> line.kind() == Element.Kind.REVIEW)
        .anyMatch(line -> {
          Review begun = evaluation.graph().findReview(line.id()).orElseThrow();
          return evaluation.graph().claimOf(line.id()).reviews().stream()
              .filter(review -> review.reviewer().equals(begun.reviewer()))
              .anyMatch(review -> !review.equals(begun));
        });
  }

  /** Returns the only difference of a day on which one thing begins or is retracted. */
  private Difference only(ComparedEvaluation now, Dated dated) {
    Optional<PartialDate> date = Optional.of(dated.written.get(0));
    if (!dated.retracted.isEmpty()) {
      return AttributeChange.ofSource(
          Attribute.RETRACTED, dated.retracted.get(0), Optional.empty(), date);
    }
    if (dated.begins.isEmpty()) {
      Element line = dated.withdrawn.get(0);
      String ofClaim = now.graph().claimOf(line.id()).id();
      return AttributeChange.ofLine(Attribute.WITHDRAWN, line, ofClaim, Optional.empty(), date);
    }
    Element line = dated.begins.get(0);
    return new LinePresence(Kind.BEGAN, line, now.graph().claimOf(line.id()).id(), date);
  }

  /** Returns the change if there is only one difference, which is then the cause of every changed verdict. */
  private VerdictChange byOne(
      ComparedEvaluation last, ComparedEvaluation now, Difference difference) {
    ImmutableList<Difference> all = ImmutableList.of(difference);
    return new VerdictChange(
        claim,
        last.evaluation().verdict(claim),
        now.evaluation().verdict(claim),
        last.evaluation().belief(claim),
        now.evaluation().belief(claim),
        all,
        ImmutableList.of(new Cause(all, true)),
        all,
        through(last, now),
        1,
        0,
        Optional.empty());
  }

  private ImmutableList<String> through(ComparedEvaluation last, ComparedEvaluation now) {
    try {
      forCauses.take(read.size() / COMPARED);
    } catch (WorkBudget.Spent e) {
      return ImmutableList.of();
    }
    PartialDate date = now.evaluation().asOf().orElseThrow();
    return read.entrySet().stream()
        .filter(each -> each.getValue().isEmpty() || each.getValue().get().beginsBy(date))
        .map(Map.Entry::getKey)
        .filter(id -> last.evaluation().verdict(id) != now.evaluation().verdict(id))
        .sorted(Comparator.comparingInt(id -> now.graph().claimIndex(id).orElseThrow()))
        .collect(toImmutableList());
  }

  /** Returns a day before the first one, on which nothing with a date exists. */
  private static PartialDate before(LocalDate first) {
    // The calendar of claim files begins with the year 1, and so may a date of the graph.
    return first.getYear() > 1 || first.getDayOfYear() > 1
        ? PartialDate.of(first.minusDays(1))
        : PartialDate.of(first);
  }

  private Evaluation at(Optional<PartialDate> date) {
    Evaluator.Builder evaluator = evaluation
        .evaluator()
        .asOf(date)
        .allSuppositions(evaluation.suppositions().entrySet().stream()
            .filter(each -> cone.claims().contains(each.getKey()))
            .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue)));
    if (evaluation.method() == Method.SAMPLED) {
      evaluator.nodeBudget(0);
    }
    Evaluation then = evaluator.build().evaluate(compiled);
    forMoments.spend(then.isBeyondBudget() ? BEYOND_BUDGET : then.steps() / CONJUNCTIONS);
    return then;
  }
}
