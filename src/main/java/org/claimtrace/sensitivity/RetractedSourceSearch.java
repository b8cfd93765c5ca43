package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Dependence;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Verdict;

/** Finds what the retracted sources in the cone of a claim have changed. Not safe for use by several threads. */
final class RetractedSourceSearch {

  /** The steps of work that an evaluation as of another date is taken to cost for each claim and source of the graph. */
  private static final int STEPS_OF_EACH = 16;

  private final Dependence dependence;
  private final Evaluation evaluation;
  private final Map<PartialDate, Optional<Dependence>> before = new HashMap<>();
  private long left;

  RetractedSourceSearch(Dependence dependence, long mostWork) {
    this.dependence = dependence;
    this.evaluation = dependence.evaluation();
    left = mostWork;
  }

  /** Returns the retracted sources, in document order. */
  ImmutableList<RetractedSource> retracted() {
    ImmutableList.Builder<RetractedSource> found = ImmutableList.builder();
    for (Element element : dependence.elements()) {
      if (Coins.isRetracted(dependence, element)) {
        found.add(retracted(element));
      }
    }
    return found.build();
  }

  private RetractedSource retracted(Element source) {
    PartialDate date = BeforeRetraction.date(evaluation, source.id());
    Optional<Dependence> then = before.computeIfAbsent(date, this::before);
    return new RetractedSource(
        source.id(),
        date,
        then.map(each -> each.evaluation().verdict(each.claimId())),
        then.flatMap(each -> verdict(each, source, 0)),
        verdict(dependence, source, 1));
  }

  private Optional<Dependence> before(PartialDate date) {
    ClaimGraph graph = evaluation.graph();
    left -= (long) STEPS_OF_EACH * (graph.claims().size() + graph.sources().size());
    return left < 0
        ? Optional.empty()
        : BeforeRetraction.evaluation(evaluation, date)
            .map(each -> each.dependence(dependence.claimId()));
  }

  private Optional<Verdict> verdict(Dependence of, Element source, double grade) {
    long begun = of.work();
    ImmutableList<Belief> beliefs =
        of.beliefs(List.of(ImmutableMap.of(source, grade)), Math.max(0, left));
    left -= of.work() - begun;
    return beliefs.stream().findFirst().map(evaluation.standard()::verdict);
  }
}
