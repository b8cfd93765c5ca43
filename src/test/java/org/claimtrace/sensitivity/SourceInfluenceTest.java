package org.claimtrace.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import com.google.common.collect.ImmutableList;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.sensitivity.SourceInfluence.Foundation;
import org.claimtrace.sensitivity.SourceInfluence.LostVerdict;
import org.claimtrace.sensitivity.SourceInfluence.PastInfluence;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tests the order and selection of sources; the tests of {@code Dependence} compare the verdicts with those of scenarios. */
class SourceInfluenceTest {

  private static final ClaimGraph BRIDGE = graph(
      source("idle"),
      source("survey"),
      source("county"),
      source("other"),
      claim("closed").inference(step("unsafe", "announced")),
      claim("unsafe").evidence(evidence("survey")),
      claim("announced").evidence(evidence("county")).evidence(evidence("other")),
      claim("old").evidence(evidence("county")));

  private static final Evaluation EVALUATION = Evaluator.usual().evaluate(BRIDGE);

  private static LostVerdict fall(String claim) {
    return new LostVerdict(claim, Verdict.SUPPORTED, Verdict.UNVERIFIED);
  }

  @Test
  void ordersSourcesByTheNumberOfVerdictsThatFall() {
    assertThat(SourceInfluence.of(EVALUATION).sources())
        .containsExactly(
            new Foundation("survey", ImmutableList.of(fall("closed"), fall("unsafe"))),
            new Foundation("county", ImmutableList.of(fall("old"))),
            new Foundation("idle", ImmutableList.of()),
            new Foundation("other", ImmutableList.of()));
  }

  @Test
  void mayBeComputedForOneSource() {
    assertThat(SourceInfluence.of(EVALUATION, "survey").sources())
        .containsExactly(
            new Foundation("survey", ImmutableList.of(fall("closed"), fall("unsafe"))));
    assertThatThrownBy(() -> SourceInfluence.of(EVALUATION, "surveys"))
        .isInstanceOf(UnknownIdException.class);
  }

  @Nested
  class OfARetractedSource {

    private final ClaimGraph graph = graph(
        source("paper").retracted(Retraction.builder("2020-03-01")),
        source("journal"),
        claim("effect").evidence(evidence("paper")),
        claim("use").inference(step("effect")),
        claim("other").evidence(evidence("paper")).evidence(evidence("journal")));
    private final Evaluation evaluation = Evaluator.usual().evaluate(graph);

    @Test
    void isWhatRestedOnItUntilThenAndWhatItsRehabilitationWouldChange() {
      Foundation paper = SourceInfluence.of(evaluation, "paper").sources().get(0);

      assertThat(paper.verdicts()).isZero();
      assertThat(paper.past())
          .contains(new PastInfluence(
              PartialDate.parse("2020-03-01"),
              ImmutableList.of(fall("effect"), fall("use")),
              ImmutableList.of(
                  new LostVerdict("effect", Verdict.UNVERIFIED, Verdict.SUPPORTED),
                  new LostVerdict("use", Verdict.UNVERIFIED, Verdict.SUPPORTED))));
    }

    @Test
    void isToldInBothLanguages() {
      SourceInfluence influence = SourceInfluence.of(evaluation, "paper");

      assertThat(influence.toText("en")).isEqualTo("""
          What rests on this source: “paper” [1]
          This source was retracted on 1 March 2020. No verdict rests any more on its
          being right.

          What rested on it until then
            • effect: “Supported” would have become “Unverified”
            • use: “Supported” would have become “Unverified”

          What would change if its retraction were lifted and it counted as reliable
            • effect: “Unverified” becomes “Supported”
            • use: “Unverified” becomes “Supported”

          Sources
            [1] “paper”
                It was retracted on 1 March 2020.
          """);
      assertThat(influence.toText("zh")).isEqualTo("""
          这个来源撑着哪些结论：“paper（en）”[1]
          这个来源已于 2020 年 3 月 1 日撤回，不再有结论取决于它说得对不对。

          在那之前取决于它的结论
            • effect（en）：没有它，“属实”就会变为“未证实”
            • use（en）：没有它，“属实”就会变为“未证实”

          如果取消撤回、认定它可靠，会改变的结论
            • effect（en）：由“未证实”变为“属实”
            • use（en）：由“未证实”变为“属实”

          来源
            [1] “paper（en）”
                已于 2020 年 3 月 1 日撤回。
          """);
    }

    @Test
    void isNotCalledIdleAmongAllSources() {
      assertThat(SourceInfluence.of(evaluation).toText("en")).isEqualTo("""
          What rests on which source: Graph
          Without this source alone, so many verdicts would be different:
            • journal: one verdict (“journal” [1])
          One source was retracted. No verdict rests any more on its being right: “paper”
          [2]

          Sources
            [1] “journal”
            [2] “paper”
                It was retracted on 1 March 2020.
          """);
    }
  }
}
