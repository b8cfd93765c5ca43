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
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Verdict;

/** Finds what the retracted sources in the cone of a claim, and statements withdrawn above it, have changed. Not safe for use by several threads. */
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

  /** Returns the statements that were withdrawn and could bear on the claim, in document order. */
  ImmutableList<WithdrawnStatement> withdrawn() {
    ImmutableList.Builder<WithdrawnStatement> found = ImmutableList.builder();
    for (Claim claim : evaluation.graph().claims()) {
      for (Evidence evidence : claim.evidence()) {
        Element element = evidence.element(claim.id());
        if (evidence.retracted().isPresent()
            && evaluation.exists(element)
            && evaluation.isWithdrawn(element.id())
            && reaches(element, claim)) {
          found.add(new WithdrawnStatement(
              element.id(), evidence.retracted().get().date(), lifted(element)));
        }
      }
    }
    return found.build();
  }

  private boolean reaches(Element evidence, Claim claim) {
    return claim.id().equals(dependence.claimId())
        || evaluation.dependents(evidence).contains(dependence.claimId());
  }

  private Optional<Verdict> lifted(Element evidence) {
    left -= stepsOfAnEvaluation();
    return left < 0
        ? Optional.empty()
        : Optional.of(evaluation.withStatement(evidence.id()).verdict(dependence.claimId()));
  }

  private long stepsOfAnEvaluation() {
    ClaimGraph graph = evaluation.graph();
    return (long) STEPS_OF_EACH * (graph.claims().size() + graph.sources().size());
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
    left -= stepsOfAnEvaluation();
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
