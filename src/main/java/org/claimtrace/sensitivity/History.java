package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.CompiledGraph;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.wording.Links;

/**
 * The verdict on a claim through time: a moment for how things stood before all dates, and one for every date at which something
 * that can bear on the claim begins to exist or is retracted, whether or not the verdict changes.
 *
 * @param evaluation the evaluation whose graph and options these are. Its date, if it has one, is the end of the history: what
 *     begins later is not told
 * @param claim the id of the claim
 * @param moments the moments, earliest first; at least the one before all dates
 */
public record History(Evaluation evaluation, String claim, ImmutableList<Moment> moments) {

  /**
   * Follows the verdict on a claim through time. Takes an evaluation of what can bear on the claim for every moment and, for each at
   * which the verdict changes, what {@link VerdictChange#of} takes.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted
   */
  public static History of(Evaluation evaluation, String claimId) {
    evaluation.graph().claim(claimId);
    return new History(evaluation, claimId, new Past(evaluation, claimId).moments());
  }

  /** The moments at which the verdict changes. */
  public ImmutableList<Moment> changes() {
    return moments.stream()
        .filter(moment -> moment.change().isPresent())
        .collect(ImmutableList.toImmutableList());
  }

  /** The history as text for a terminal. Lines end with a line feed, the last one too. */
  public String toText(Style style) {
    return new HistoryText(this, style).outline().text(style);
  }

  /** The history as Markdown. What the graph says is escaped. */
  public String toMarkdown(Style style) {
    return new HistoryText(this, style).outline().markdown(Links.in(evaluation.graph()));
  }

  /** What it is of, in a few words. */
  @Override
  public String toString() {
    return "history of claim '" + claim + "': " + moments.size() + " moments";
  }

  /** Goes through the dates of what can bear on a claim. */
  private static final class Past {

    private final Evaluation evaluation;
    private final String claim;
    private final TreeMap<LocalDate, Dated> dates = new TreeMap<>();
    private final CompiledGraph compiled;
    private final Side.Cone cone;

    Past(Evaluation evaluation, String claim) {
      this.evaluation = evaluation;
      this.claim = claim;
      Side whole = new Side(evaluation);
      cone = whole.cone(claim);
      collect(whole);
      compiled = CompiledGraph.of(whole.only(cone));
    }

    /** What begins or ends on one day. */
    private static final class Dated {
      private final List<PartialDate> written = new ArrayList<>();
      private final ImmutableList.Builder<Element> begins = ImmutableList.builder();
      private final ImmutableList.Builder<String> retracted = ImmutableList.builder();
    }

    private void collect(Side whole) {
      ClaimGraph graph = evaluation.graph();
      List<String> claims = new ArrayList<>();
      claims.add(claim);
      graph.claims().stream()
          .map(each -> each.id())
          .filter(id -> cone.claims().contains(id) && !id.equals(claim))
          .forEach(claims::add);
      for (String id : claims) {
        whole
            .lines(id)
            .forEach((line, entry) ->
                entry.begin().ifPresent(begin -> on(begin).begins.add(line)));
      }
      graph.sources().stream()
          .filter(source -> cone.sources().contains(source.id()))
          .forEach(source ->
              whole.retraction(source.id()).ifPresent(date -> on(date).retracted.add(source.id())));
    }

    private Dated on(PartialDate date) {
      Dated dated = dates.computeIfAbsent(date.firstDay(), day -> new Dated());
      dated.written.add(date);
      return dated;
    }

    ImmutableList<Moment> moments() {
      ImmutableList.Builder<Moment> moments = ImmutableList.builder();
      Evaluation last =
          at(dates.isEmpty() ? Optional.empty() : Optional.of(before(dates.firstKey())));
      moments.add(new Moment(
          Optional.empty(),
          last.verdict(claim),
          last.belief(claim),
          ImmutableList.of(),
          ImmutableList.of(),
          Optional.empty()));
      for (Map.Entry<LocalDate, Dated> each : dates.entrySet()) {
        PartialDate day = PartialDate.of(each.getKey());
        Evaluation now = at(Optional.of(day));
        List<PartialDate> written = each.getValue().written;
        boolean isOneDate = written.stream().allMatch(date -> date.equals(written.get(0)));
        moments.add(new Moment(
            Optional.of(isOneDate ? written.get(0) : day),
            now.verdict(claim),
            now.belief(claim),
            each.getValue().begins.build(),
            each.getValue().retracted.build(),
            now.verdict(claim) == last.verdict(claim)
                ? Optional.empty()
                : Optional.of(VerdictChange.of(last, now, claim))));
        last = now;
      }
      return moments.build();
    }

    /** A day before a first one; what has a date does not exist on it. */
    private static PartialDate before(LocalDate first) {
      // The calendar of claim files begins with the year 1, and so may a date.
      return first.getYear() > 1 || first.getDayOfYear() > 1
          ? PartialDate.of(first.minusDays(1))
          : PartialDate.of(first);
    }

    private Evaluation at(Optional<PartialDate> date) {
      Evaluator.Builder evaluator = evaluation
          .again()
          .asOf(date)
          .suppositions(evaluation.suppositions().entrySet().stream()
              .filter(each -> cone.claims().contains(each.getKey()))
              .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue)));
      if (evaluation.method() == Method.SAMPLED) {
        evaluator.nodeBudget(0);
      }
      return evaluator.build().evaluate(compiled);
    }
  }
}
