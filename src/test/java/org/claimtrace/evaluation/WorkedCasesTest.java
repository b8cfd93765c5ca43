package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The worked cases of the meaning: as the evaluator has them, and world by world, each world by logic. */
class WorkedCasesTest {

  @Nested
  class OneSupportingEvidenceOfAGoodSource {
    private final ClaimGraph graph =
        graph(claim("c").evidence(evidence("s")), source("s").reliability(.8));

    @Test
    void supports() {
      expect(graph, "c", Verdict.SUPPORTED, .8, 0, 0, .2);
    }
  }

  @Nested
  class CertainSupportAgainstAGoodSource {
    private final ClaimGraph graph = graph(
        claim("c").evidence(evidence("s")).evidence(refuting("t")),
        source("s"),
        source("t").reliability(.8));

    @Test
    void conflicts() {
      expect(graph, "c", Verdict.CONFLICTING, .2, 0, .8, 0);
    }
  }

  @Nested
  class AGoodSourceThatOverridesCertainSupport {
    private final ClaimGraph graph = graph(
        claim("c").evidence(evidence("s")).evidence(refuting("t").overrides("c/evidence/s")),
        source("s"),
        source("t").reliability(.8));

    @Test
    void refutes() {
      expect(graph, "c", Verdict.REFUTED, .2, .8, 0, 0);
    }
  }

  @Nested
  class TwoCopiesOfOneSource {
    private final Source.Builder origin = source("o").reliability(.5);
    private final Source.Builder one = source("w1").reliability(.9).derivedFrom("o");
    private final Source.Builder other = source("w2").reliability(.9).derivedFrom("o");

    @Test
    void areWorthNothingBesideIt() {
      ClaimGraph graph = graph(
          claim("c").evidence(evidence("o")).evidence(evidence("w1")).evidence(evidence("w2")),
          origin,
          one,
          other);
      expect(graph, "c", Verdict.UNVERIFIED, .5, 0, 0, .5);
    }

    @Test
    void areWorthNoMoreThanItWhereItsOwnEvidenceIsNotWritten() {
      ClaimGraph graph =
          graph(claim("c").evidence(evidence("w1")).evidence(evidence("w2")), origin, one, other);
      expect(graph, "c", Verdict.UNVERIFIED, .495, 0, 0, .505);
    }
  }

  @Nested
  class TheSpeechOfAMinister {
    private final ClaimGraph graph = graph(
        claim("the-minister-said-it").evidence(evidence("speech").exhibit(true)),
        source("speech").reliability("E"));

    @Test
    void showsThatTheMinisterSaidIt() {
      expect(graph, "the-minister-said-it", Verdict.SUPPORTED, 1, 0, 0, 0);
    }
  }

  @Nested
  class TheOwnReportingOfACopy {
    private final ClaimGraph graph = graph(
        claim("c").evidence(evidence("w").derivedFrom()),
        source("a").reliability(.1),
        source("w").reliability(.8).derivedFrom("a"));

    @Test
    void countsAsItsOwn() {
      expect(graph, "c", Verdict.SUPPORTED, .8, 0, 0, .2);
    }
  }

  @Nested
  class FiveSourcesThatCannotBeJudged {
    private final ClaimGraph graph = graph(
        claim("c").evidence("a").evidence("b").evidence("d").evidence("e").evidence("f"),
        source("a").reliability("F"),
        source("b").reliability("F"),
        source("d").reliability("F"),
        source("e").reliability("F"),
        source("f").reliability("F"));

    @Test
    void areWorthNothing() {
      expect(graph, "c", Verdict.UNVERIFIED, 0, 0, 0, 1);
    }
  }

  @Nested
  class ACompoundClaimOfWhichOnePartIsFalse {
    private final ClaimGraph graph = graph(
        claim("both").parts("p", "q"),
        claim("p").evidence(evidence("s")),
        claim("q").evidence(refuting("s")),
        source("s"));

    @Test
    void isFalse() {
      expect(graph, "both", Verdict.REFUTED, 0, 1, 0, 0);
    }
  }

  @Nested
  class AnUndatedCopyOfAReport {
    private final ClaimGraph graph = graph(
        claim("c").evidence(evidence("copy")),
        source("report").published("2013"),
        source("copy").derivedFrom("report"));

    @Test
    void isNoOlderThanTheReport() {
      assertThat(asOf("2012").belief("c")).isEqualTo(new Belief(0, 0, 0, 1, 0));
      assertThat(asOf("2013").belief("c")).isEqualTo(new Belief(1, 0, 0, 0, 0));
    }

    private Evaluation asOf(String date) {
      return Evaluator.builder().asOf(date).build().evaluate(graph);
    }
  }

  @Nested
  class TwoSourcesDerivedFromEachOther {
    private final ClaimGraph graph = graph(
        claim("c").evidence(evidence("w")).evidence(evidence("n")),
        source("w").derivedFrom("n"),
        source("n").derivedFrom("w"));

    @Test
    void areWorthNothing() {
      expect(graph, "c", Verdict.UNVERIFIED, 0, 0, 0, 1);
    }
  }

  @Nested
  class TwoSupportedClaimsThatContradictEachOther {
    private final ClaimGraph graph = graph(
        claim("a").evidence(evidence("s")).contradicts("b"),
        claim("b").evidence(evidence("t")),
        claim("follows").inference(step("a")),
        source("s"),
        source("t"));

    @Test
    void bothConflict() {
      expect(graph, "a", Verdict.CONFLICTING, 0, 0, 1, 0);
      expect(graph, "b", Verdict.CONFLICTING, 0, 0, 1, 0);
    }

    @Test
    void leaveOpenWhatFollowsFromOneOfThem() {
      expect(graph, "follows", Verdict.UNVERIFIED, 0, 0, 0, 1);
    }
  }

  @Nested
  class SupportWithAQualification {
    private final ClaimGraph graph = graph(
        claim("c").evidence(evidence("s")).evidence(qualifying("t")), source("s"), source("t"));

    @Test
    void misleads() {
      expect(graph, "c", Verdict.MISLEADING, 1, 0, 0, 0);
      assertThat(belief(graph, "c").qualified()).isEqualTo(1);
    }
  }

  @Nested
  class AStepWhoseExceptionHasOneGoodSource {
    private final ClaimGraph graph = graph(
        claim("p").evidence(evidence("s")),
        claim("x").evidence(evidence("t")),
        claim("c").inference(step("p").unless("x")),
        source("s"),
        source("t").reliability(.8));

    @Test
    void leavesItsConclusionOpen() {
      expect(graph, "c", Verdict.UNVERIFIED, .2, 0, 0, .8);
    }
  }

  @Nested
  class AStepThatItsOwnConclusionStops {
    private final ClaimGraph graph = graph(
        claim("p").evidence(evidence("s")),
        claim("c").inference(step("p").unless("c")),
        source("s"));

    @Test
    void leavesItOpen() {
      expect(graph, "c", Verdict.UNVERIFIED, 0, 0, 0, 1);
      assertThat(Evaluator.usual().evaluate(graph).caseFor("c")).isEqualTo(new Chance(0, 1));
    }
  }

  @Nested
  class AStepFromWhatIsRefuted {
    private final ClaimGraph graph = graph(
        claim("p").evidence(refuting("s")),
        claim("c").inference(Inference.builder().notPremise("p").stance(Stance.REFUTES)),
        source("s"));

    @Test
    void refutes() {
      expect(graph, "c", Verdict.REFUTED, 0, 1, 0, 0);
    }
  }

  @Nested
  class ACopyThatBearsAgainstWhatItsOriginSupports {
    private final ClaimGraph graph = graph(
        claim("c").evidence(evidence("s")).evidence(refuting("t")),
        source("s").reliability(.6),
        source("t").reliability(.8).derivedFrom("s"));

    @Test
    void conflicts() {
      expect(graph, "c", Verdict.CONFLICTING, .12, 0, .48, .4);
    }
  }

  @Nested
  class AStepFromAClaimThatIsOnlyHalfTrue {
    private final ClaimGraph graph = graph(
        claim("p").evidence(evidence("s")).evidence(qualifying("s").id("but")),
        claim("c").inference(step("p")).inference(against("c").id("itself")),
        source("s"));

    @Test
    void countsItAsAccepted() {
      expect(graph, "p", Verdict.MISLEADING, 1, 0, 0, 0);
      expect(graph, "c", Verdict.CONFLICTING, 0, 0, 1, 0);
    }
  }

  private static void expect(
      ClaimGraph graph,
      String claim,
      Verdict verdict,
      double supported,
      double refuted,
      double conflicting,
      double unverified) {
    Evaluation evaluation = Evaluator.usual().evaluate(graph);
    for (Belief belief : List.of(belief(graph, claim), evaluation.belief(claim))) {
      assertThat(new double[] {
            belief.supported(), belief.refuted(), belief.conflicting(), belief.unverified()
          })
          .containsExactly(
              new double[] {supported, refuted, conflicting, unverified}, within(1e-12));
      assertThat(Standard.PREPONDERANCE.verdict(belief)).isEqualTo(verdict);
    }
    assertThat(evaluation.verdict(claim)).isEqualTo(verdict);
  }

  /** The belief as the meaning has it: each label's probability over all worlds, and each world by logic. */
  private static Belief belief(ClaimGraph graph, String claim) {
    List<Source> open =
        graph.sources().stream().filter(each -> !each.reliability().isCertain()).toList();
    record World(double probability, Belief belief) {}
    List<World> worlds = IntStream.range(0, 1 << open.size())
        .mapToObj(coins -> {
          double probability = 1;
          ClaimGraph.Builder world = graph.toBuilder()
              .allSources(graph.sources().stream()
                  .map(each -> open.contains(each)
                      ? each.toBuilder()
                          .reliability((coins >> open.indexOf(each)) & 1)
                          .build()
                      : each)
                  .toList());
          for (int i = 0; i < open.size(); i++) {
            double yes = open.get(i).reliability().value();
            probability *= ((coins >> i) & 1) == 1 ? yes : 1 - yes;
          }
          return new World(
              probability, Evaluator.usual().evaluate(world.build()).belief(claim));
        })
        .toList();
    ToDoubleFunction<ToDoubleFunction<Belief>> sum = label -> worlds.stream()
        .mapToDouble(world -> world.probability() * label.applyAsDouble(world.belief()))
        .sum();
    return new Belief(
        sum.applyAsDouble(Belief::supported),
        sum.applyAsDouble(Belief::refuted),
        sum.applyAsDouble(Belief::conflicting),
        sum.applyAsDouble(Belief::unverified),
        sum.applyAsDouble(Belief::qualified));
  }
}
