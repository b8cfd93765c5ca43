package org.claimtrace.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.claimtrace.GraphFamily;
import org.claimtrace.evaluation.Dependence;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.Scenario;
import org.claimtrace.evaluation.WhatIf;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.report.ResultJson;
import org.claimtrace.sensitivity.Flips.Flip;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.claimtrace.sensitivity.Sensitivity.SearchLimit;
import org.claimtrace.sensitivity.SourceDependence.TopplingSet;
import org.claimtrace.sensitivity.SourceInfluence.Foundation;
import org.claimtrace.sensitivity.SourceInfluence.LostVerdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every search ends within its budget, reports what it left out, and is right in what it reports. */
class SearchBudgetTest {

  private static final Style ENGLISH = Style.builder().language("en").width(100).build();
  private static final Style CHINESE = Style.builder().language("zh").width(100).build();

  private static Verdict without(WhatIf whatIf, String claim, List<String> sources) {
    Scenario scenario = whatIf.scenario();
    for (String source : sources) {
      scenario = scenario.discredit(source);
    }
    return scenario.evaluate().verdict(claim);
  }

  private static Verdict with(WhatIf whatIf, String claim, Flip flip) {
    Scenario scenario = whatIf.scenario();
    for (Flip.Change change : flip.changes()) {
      double grade = (change.from() + change.to()) / 2;
      scenario = change.element().kind() == Element.Kind.REVIEW
          ? scenario.strike(change.element())
          : scenario.set(change.element(), grade);
    }
    return scenario.evaluate().verdict(claim);
  }

  @Nested
  class OverFamilies {

    private static final int BYTES = 10_000;
    private static final int NODES = 1 << 12;
    private static final long WORK = 1 << 19;

    /** The most work that a step begun within the budget may take beyond it: diagrams, or one sampled sweep. */
    private static final long LAST = 1 << 23;

    private static final int CHECKED = 3;

    private final Evaluator evaluator =
        Evaluator.builder().nodeBudget(NODES).worlds(256).build();
    private final Limits limits = Limits.USUAL.mostWork(WORK);

    @ParameterizedTest
    @EnumSource(
        value = GraphFamily.class,
        names = {
          "EXCLUSIVE_OR_CHAIN",
          "PARITY_CHAIN",
          "ODD_RING_OF_OVERRIDES",
          "ODD_RING_OF_EXCEPTIONS",
          "LADDER_OF_DERIVATIONS",
          "DIAMONDS_OPEN",
          "ODD_RING_OF_ASSUMPTIONS",
          "SOURCES_OPEN"
        })
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everySearchEndsAndItsResultsAreRight(GraphFamily family) {
      assertSensitivityEndsAndIsRight(family);
      assertSourceDependenceEndsAndIsRight(family);
    }

    @ParameterizedTest
    @EnumSource(GraphFamily.class)
    @Tag("slow")
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everySearchOfEveryFamilyEndsAndItsResultsAreRight(GraphFamily family) {
      assertSensitivityEndsAndIsRight(family);
      assertSourceDependenceEndsAndIsRight(family);
    }

    private void assertSensitivityEndsAndIsRight(GraphFamily family) {
      ClaimGraph graph = family.graphOfBytes(BYTES);
      String claim = GraphFamily.asked(graph);
      Evaluation evaluation = evaluator.evaluate(graph);
      Dependence dependence = evaluation.dependence(claim);

      long begun = dependence.work();
      Pivots pivots = Pivots.of(dependence, limits);
      long afterPivots = dependence.work();
      Flips flips = Flips.of(dependence, Optional.empty(), limits, () -> pivots);
      long afterFlips = dependence.work();
      SourceDependence grounds = SourceDependence.of(dependence, limits);
      long afterGrounds = dependence.work();

      assertThat(afterPivots - begun).isLessThan(WORK + LAST);
      // Single changes and pairs have separate budgets.
      assertThat(afterFlips - afterPivots).isLessThan(2 * WORK + 2 * LAST);
      assertThat(afterGrounds - afterFlips).isLessThan(WORK + LAST);

      long coins = dependence.elements().stream()
          .filter(each -> each.kind() != Element.Kind.REVIEW)
          .count();
      assertThat(pivots.pivots().size() + pivots.untried()).isEqualTo((int) coins);
      assertThat(pivots.isComplete()).isEqualTo(pivots.untried() == 0);
      assertThat(flips.standings().size() + flips.untried())
          .isBetween((int) coins, dependence.elements().size());
      if (flips.untried() > 0) {
        assertThat(flips.isComplete()).isFalse();
        assertThat(flips.pairedPivots()).isZero();
      }
      assertThat(grounds.isComplete()).isEqualTo(grounds.cap().isEmpty());
      if (grounds.isComplete()) {
        assertThat(grounds.holding()).isEmpty();
      } else {
        assertThat(grounds.sufficient()).isEmpty();
      }

      WhatIf whatIf = evaluation.whatIf();
      for (TopplingSet set : grounds.toppling().stream().limit(CHECKED).toList()) {
        assertThat(set.verdict()).isNotEqualTo(grounds.verdict());
        assertThat(without(whatIf, claim, set.sourceIds())).isEqualTo(set.verdict());
        for (String one : set.sourceIds()) {
          List<String> others =
              set.sourceIds().stream().filter(each -> !each.equals(one)).toList();
          assertThat(without(whatIf, claim, others)).isEqualTo(grounds.verdict());
        }
      }
      // Ranges between no and yes are estimates if worlds are sampled.
      boolean isSampled = evaluation.method() == Method.SAMPLED;
      for (Flip flip : flips.flips().stream()
          .filter(each -> !isSampled
              || each.changes().stream().allMatch(change -> change.from() == change.to()))
          .limit(CHECKED)
          .toList()) {
        assertThat(with(whatIf, claim, flip)).as("%s", flip).isEqualTo(flip.verdict());
      }

      Sensitivity all = Sensitivity.of(evaluation, claim, Optional.empty(), limits);
      assertThat(all).isEqualTo(new Sensitivity(grounds, pivots, flips));
      assertThat(all.toText(ENGLISH).length()).isLessThan(20_000);
      assertThat(all.toText(CHINESE)).isNotEmpty();
    }

    private void assertSourceDependenceEndsAndIsRight(GraphFamily family) {
      ClaimGraph graph = family.graphOfBytes(BYTES);
      Evaluation evaluation = evaluator.evaluate(graph);

      SourceInfluence foundations = SourceInfluence.of(evaluation, limits.mostFalls(100));

      assertThat(foundations.sources().size() + foundations.untriedSourceIds().size())
          .isEqualTo(graph.sources().size());
      assertThat(foundations.untriedSourceIds())
          .isEqualTo(graph.sources().stream()
              .map(each -> each.id())
              .skip(foundations.sources().size())
              .toList());
      WhatIf whatIf = evaluation.whatIf();
      for (Foundation each : foundations.sources().stream().limit(CHECKED).toList()) {
        Evaluation then = whatIf.scenario().discredit(each.sourceId()).evaluate();
        List<LostVerdict> falls = graph.claims().stream()
            .map(Claim::id)
            .filter(id -> then.verdict(id) != evaluation.verdict(id))
            .map(id -> new LostVerdict(id, evaluation.verdict(id), then.verdict(id)))
            .toList();
        assertThat(each.verdicts()).isEqualTo(falls.size());
        assertThat(each.falls()).isEqualTo(falls.subList(0, each.falls().size()));
      }
      assertThat(foundations.sources().stream()
              .mapToInt(each -> each.falls().size())
              .sum())
          .isLessThanOrEqualTo(100);
    }
  }

  @Nested
  class WithLessWork {

    /** Less work yields the first results of a search with more work. */
    @ParameterizedTest(name = "{0}, seeds from 0")
    @EnumSource(SensitivityWay.class)
    void findsTheFirstResultsOfALongerSearch(SensitivityWay way) {
      int ended = 0;
      for (long seed = 0; seed < 40; seed++) {
        Evaluation evaluation = way.evaluation(seed);
        for (Claim claim : evaluation.graph().claims()) {
          SourceDependence all =
              SourceDependence.of(evaluation, claim.id(), Limits.USUAL.largestSet(9));
          for (long work : new long[] {1, 100, 1_000, 10_000}) {
            Limits limits = Limits.USUAL.largestSet(9).mostWork(work);
            SourceDependence some = SourceDependence.of(evaluation, claim.id(), limits);
            int told = some.toppling().size();
            assertThat(some.toppling()).isEqualTo(all.toppling().subList(0, told));
            if (some.isComplete()) {
              assertThat(some.toppling()).isEqualTo(all.toppling());
              assertThat(all.sufficient()).containsAll(some.sufficient());
              assertThat(some.hasAllSufficient())
                  .isEqualTo(some.sufficient().size() == all.sufficient().size());
            } else {
              ended++;
              assertThat(some.cap()).contains(SearchLimit.WORK);
              assertThat(some.sufficient()).isEmpty();
            }
            Pivots pivots = Pivots.of(evaluation, claim.id(), limits);
            assertThat(Pivots.of(evaluation, claim.id()).pivots()).containsAll(pivots.pivots());
            Flips flips = Flips.of(evaluation, claim.id(), Optional.empty(), limits);
            Flips allFlips = Flips.of(evaluation, claim.id());
            assertThat(flips.standings())
                .isEqualTo(allFlips.standings().subList(0, flips.standings().size()));
            if (allFlips.isSingle() || flips.pairedPivots() > 0) {
              assertThat(allFlips.flips()).containsAll(flips.flips());
            }
          }
        }
      }
      assertThat(ended).isGreaterThan(50);
    }

    /** The sets in {@code holding} are right, as trying all sets of others of up to that size shows. */
    @ParameterizedTest(name = "{0}, seeds from 0")
    @EnumSource(SensitivityWay.class)
    void findsSetsThatHoldAgainstTheFallOfOthers(SensitivityWay way) {
      int holding = 0;
      for (long seed = 0; seed < 25; seed++) {
        Evaluation evaluation = way.evaluation(seed);
        WhatIf whatIf = evaluation.whatIf();
        for (Claim claim : evaluation.graph().claims()) {
          SourceDependence grounds =
              SourceDependence.of(evaluation, claim.id(), Limits.USUAL.largestSet(1));
          for (ImmutableList<String> standing : grounds.holding()) {
            for (String other : grounds.sourceIds()) {
              if (!standing.contains(other)) {
                holding++;
                assertThat(without(whatIf, claim.id(), List.of(other)))
                    .isEqualTo(grounds.verdict());
              }
            }
          }
        }
      }
      assertThat(holding).isGreaterThan(20);
    }
  }

  @Nested
  class Says {

    /** A claim from two premises with two sources each, and one with three. */
    private final ClaimGraph graph = graph(
        source("a"),
        source("b"),
        source("c"),
        source("d"),
        source("e"),
        source("f"),
        source("g"),
        claim("x").inference(step("p", "q", "r")),
        claim("p").evidence(evidence("a")).evidence(evidence("b")),
        claim("q").evidence(evidence("c")).evidence(evidence("d")),
        claim("r").evidence(evidence("e")).evidence(evidence("f")).evidence(evidence("g")));

    private final Evaluation evaluation = Evaluator.usual().evaluate(graph);

    private Sensitivity of(Limits limits) {
      return Sensitivity.of(evaluation, "x", Optional.of(Verdict.REFUTED), limits);
    }

    @Test
    void upToWhichSizeHoldingSetsWereTried() {
      Sensitivity sensitivity = of(Limits.USUAL.largestSet(2));

      assertThat(sensitivity.grounds().holding())
          .containsExactly(
              ImmutableList.of("a", "c"),
              ImmutableList.of("a", "d"),
              ImmutableList.of("b", "c"),
              ImmutableList.of("b", "d"));
      assertThat(sensitivity.toText(ENGLISH)).contains("""
            • “Unverified” without: “c” [3]; “d” [4]
            Sets of more than 2 sources were not tried.

          While these stand, more than 2 other sources would have to fall to change the verdict
            • “a” [1]; “c” [3]
          """);
      assertThat(sensitivity.toText(CHINESE)).contains("""
          只要这些站得住，其余来源要有超过 2 个靠不住，结论才会改变
          """);
    }

    @Test
    void thatThereAreMoreSetsThanAreListed() {
      Sensitivity sensitivity = of(Limits.USUAL.mostSets(1));

      assertThat(sensitivity.grounds().cap()).contains(SearchLimit.SETS);
      assertThat(sensitivity.grounds().toppling())
          .containsExactly(new TopplingSet(ImmutableList.of("a", "b"), Verdict.UNVERIFIED));
      assertThat(sensitivity.grounds().triedUpTo()).isEqualTo(1);
      assertThat(sensitivity.toText(ENGLISH)).contains("""
          Sources that would have to fall together
            • “Unverified” without: “a” [1]; “b” [2]
            There are more sets of sources like these.

          What it would take for “Refuted”
          """);
    }

    @Test
    void thatThereAreMoreChangesThanAreListed() {
      Flips all = Flips.of(evaluation, "x");
      Flips one = Flips.of(evaluation, "x", Optional.empty(), Limits.USUAL.mostSets(1));

      assertThat(one.flips()).isEqualTo(all.flips().subList(0, 1));
      assertThat(one.further()).isEqualTo(all.flips().size() - 1);
      assertThat(one.isComplete()).isTrue();
    }

    @Test
    void thatHardlyAnythingWasTried() {
      Sensitivity sensitivity = of(Limits.USUAL.mostWork(1));

      // Since nothing is left to chance, 64 changes are tried at a time, which are all single ones.
      assertThat(sensitivity.grounds().cap()).contains(SearchLimit.WORK);
      assertThat(sensitivity.flips().pairedPivots()).isZero();
      assertThat(sensitivity.flips().isComplete()).isFalse();
      assertThat(sensitivity.toText(ENGLISH)).contains("""
          What it would take for “Refuted”
            No single change to what is entered gives that verdict. Two at a time were not tried, since that
            would take too long.
          """);
      assertThat(sensitivity.toText(CHINESE)).contains("""
            现有内容只改动一处，得不出这个结论。同时改动两处的没有试过：太费时间。
          """);
      assertThat(ResultJson.write(sensitivity))
          .contains("\"limit\": \"work\"", "\"holding\": ")
          .doesNotContain("\"sufficient\": ");
    }

    @Test
    void whatWasNotTriedOfASampledEvaluation() {
      Evaluation sampled = Evaluator.builder()
          .nodeBudget(0)
          .worlds(64)
          .build()
          .evaluate(graph(
              source("s").reliability(.8),
              source("t").reliability(.8),
              claim("c").evidence(evidence("s")).evidence(evidence("t"))));
      Sensitivity sensitivity =
          Sensitivity.of(sampled, "c", Optional.empty(), Limits.USUAL.mostWork(1));

      assertThat(sensitivity.pivots().untried()).isEqualTo(3);
      assertThat(sensitivity.toText(ENGLISH))
          .contains("""
            3 more things that bear on it were not tried, since that would take too long.
          """, "  Of the 4 things entered that bear on it, ");
      assertThat(ResultJson.write(sensitivity)).contains("\"untriedCount\": 3");
    }

    @Test
    void whichSourcesWereNotTried() {
      ClaimGraph many = graph(
          source("s").reliability(.8),
          source("t").reliability(.8),
          claim("c").evidence(evidence("s")),
          claim("d").evidence(evidence("t")));
      Evaluation sampled = Evaluator.builder().nodeBudget(0).worlds(64).build().evaluate(many);

      SourceInfluence foundations = SourceInfluence.of(sampled, Limits.USUAL.mostWork(1));

      assertThat(foundations.sources())
          .containsExactly(new Foundation(
              "s", ImmutableList.of(new LostVerdict("c", Verdict.SUPPORTED, Verdict.UNVERIFIED))));
      assertThat(foundations.untriedSourceIds()).containsExactly("t");
      assertThat(foundations.toText(ENGLISH)).isEqualTo("""
          What rests on which source: Graph
          Without this source alone, so many verdicts would be different:
            • s: one verdict (“s” [1])
          One more source was not tried, since that would take too long.

          Sources
            [1] “s”
                Graded 0.8 for reliability.
          """);
      assertThat(foundations.toText(CHINESE)).contains("另有一个来源没有试过：太费时间。\n");
      assertThat(ResultJson.write(foundations)).containsPattern("\"untried\": \\[\\s*\"t\"\\s*\\]");
    }

    @Test
    void howManyVerdictsFallIfNotAllAreListed() {
      Evaluation two = Evaluator.usual()
          .evaluate(graph(
              source("s"), claim("c").evidence(evidence("s")), claim("d").evidence(evidence("s"))));

      SourceInfluence foundations = SourceInfluence.of(two, Limits.USUAL.mostFalls(1));

      assertThat(foundations.sources())
          .containsExactly(new Foundation(
              "s",
              2,
              ImmutableList.of(new LostVerdict("c", Verdict.SUPPORTED, Verdict.UNVERIFIED))));
      assertThat(foundations.toText(ENGLISH)).contains("  • … and one more\n");
      assertThat(SourceInfluence.of(two, "s").sources().get(0).falls()).hasSize(2);
    }
  }

  @Test
  void limitsAreAtLeastOne() {
    assertThatThrownBy(() -> Limits.USUAL.mostWork(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "limits of 10000 sets told, 200 pivots, 100000 falls and 0 steps; each must be at"
                + " least 1");
  }
}
