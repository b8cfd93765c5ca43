package org.claimtrace.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import com.google.common.collect.ImmutableList;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Test;

/** Nobody grades the steps from the parts of a claim, but each of them can be removed. */
class StepsFromPartsTest {

  private static final ClaimGraph GRAPH = graph(
      claim("whole").parts("one", "other"),
      claim("one").evidence(evidence("s")),
      claim("other").evidence(evidence("t")),
      source("s").reliability(.9),
      source("t").reliability(.8));
  private static final Element STEP = Element.inference("whole/parts");

  private final Evaluation evaluation = Evaluator.usual().evaluate(GRAPH);

  @Test
  void isNoPivotAndHasNoRangesOfGrades() {
    assertThat(Pivots.of(evaluation, "whole").pivots())
        .extracting(Pivots.Pivot::element)
        .contains(Element.source("s"))
        .doesNotContain(STEP);
    assertThat(Flips.of(evaluation, "whole").standings())
        .extracting(GradeRanges::element)
        .contains(Element.source("s"))
        .doesNotContain(STEP);
  }

  @Test
  void isRemovedAsAFlip() {
    assertThat(Flips.of(evaluation, "whole").flips())
        .contains(new Flips.Flip(
            ImmutableList.of(new Flips.Flip.Change(STEP, 1, 0, 0)), Verdict.UNVERIFIED));
  }

  @Test
  void canBeStruckButNotGraded() {
    assertThat(evaluation.whatIf().scenario().strike(STEP).evaluate().verdict("whole"))
        .isEqualTo(Verdict.UNVERIFIED);
    assertThatThrownBy(() -> evaluation.whatIf().scenario().withGrade(STEP, .4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("inference 'whole/parts' has no grade, but can be struck");
  }
}
