package org.claimtrace.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Scenario;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.VerdictRule.Quantity;
import org.claimtrace.evaluation.WhatIf;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.sensitivity.Flips.Flip;
import org.claimtrace.sensitivity.GradeRanges.VerdictRange;
import org.claimtrace.sensitivity.Pivots.Pivot;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlipsTest {

  private static final int GRAPHS_A_TEST = 60;

  @Nested
  class OfRandomGraphs {

    private Verdict then(WhatIf whatIf, String claimId, Element element, double grade) {
      return whatIf.scenario().set(element, grade).evaluate().verdict(claimId);
    }

    @ParameterizedTest(name = "{0}, seeds from 0")
    @EnumSource(
        value = SensitivityWay.class,
        names = {"BY_LOGIC", "CERTAIN", "EXACT"})
    void giveTheRangesOfEveryVerdict(SensitivityWay way) {
      Set<Verdict> inside = new HashSet<>();
      int divided = 0;
      int alone = 0;
      for (long seed = 0; seed < GRAPHS_A_TEST; seed++) {
        Evaluation evaluation = way.evaluation(seed);
        WhatIf whatIf = evaluation.whatIf();
        for (Claim claim : evaluation.graph().claims()) {
          for (GradeRanges standing : Flips.of(evaluation, claim.id()).standings()) {
            double from = 0;
            Verdict last = null;
            for (VerdictRange range : standing.ranges()) {
              assertThat(range.from()).isEqualTo(from);
              assertThat(range.verdict()).isNotEqualTo(last);
              if (last != null && from > 0 && from < 1) {
                // No verdict that holds at the shared grade alone is left out.
                assertThat(then(whatIf, claim.id(), standing.element(), from))
                    .as("%s of %s in graph %s at %s", standing, claim, seed, from)
                    .isIn(last, range.verdict());
              }
              from = range.to();
              last = range.verdict();
              double width = range.to() - range.from();
              // Near either end and in the middle, but further from an end than differences that
              // are ignored.
              if (width == 0) {
                alone += range.from() > 0 && range.from() < 1 ? 1 : 0;
                assertThat(then(whatIf, claim.id(), standing.element(), range.from()))
                    .as("%s of %s in graph %s at %s", standing, claim, seed, range)
                    .isEqualTo(range.verdict());
              }
              for (double part : new double[] {1e-4, .5, 1 - 1e-4}) {
                if (width > 1e-3) {
                  inside.add(range.verdict());
                  assertThat(
                          then(whatIf, claim.id(), standing.element(), range.from() + width * part))
                      .as("%s of %s in graph %s at %s of %s", standing, claim, seed, part, range)
                      .isEqualTo(range.verdict());
                }
              }
            }
            assertThat(from).isEqualTo(1);
            divided += standing.ranges().size() > 2 ? 1 : 0;
          }
        }
      }
      assertThat(inside).containsExactlyInAnyOrder(Verdict.values());
      if (way == SensitivityWay.EXACT) {
        assertThat(divided).isGreaterThan(5);
        assertThat(alone).isPositive();
      }
    }

    private List<Element> elements(ClaimGraph graph) {
      List<Element> all = new ArrayList<>();
      graph.sources().forEach(each -> all.add(Element.source(each.id())));
      graph.claims().forEach(each -> all.addAll(graph.lines(each.id())));
      return all;
    }

    private Scenario with(Scenario scenario, Element element, double grade) {
      boolean isFromParts = element.id().contains("/parts");
      return element.kind() != Element.Kind.REVIEW && !isFromParts
          ? scenario.set(element, grade)
          : grade == 0 ? scenario.strike(element) : scenario;
    }

    /** In a graph without numbers all single changes and all pairs can be tried. */
    @ParameterizedTest(name = "{0}, seeds from 0")
    @EnumSource(
        value = SensitivityWay.class,
        names = {"BY_LOGIC", "SAMPLED"})
    void findAPairExactlyIfNoSingleChangeSuffices(SensitivityWay way) {
      int pairs = 0;
      int none = 0;
      for (long seed = 0; seed < GRAPHS_A_TEST; seed++) {
        Evaluation evaluation = way.evaluation(seed);
        WhatIf whatIf = evaluation.whatIf();
        List<Element> elements = elements(evaluation.graph());
        for (Claim claim : evaluation.graph().claims()) {
          Verdict verdict = evaluation.verdict(claim.id());
          for (Verdict wanted : Verdict.values()) {
            if (wanted == verdict) {
              continue;
            }
            Flips flips = Flips.of(evaluation, claim.id(), wanted);
            String what = claim.id() + " to " + wanted + " in graph " + seed;
            for (Flip flip : flips.flips()) {
              assertThat(flip.verdict()).isEqualTo(wanted);
              boolean isExtreme = flip.changes().stream()
                  .allMatch(change -> change.from() == 0 || change.to() == 1);
              if (isExtreme) {
                Scenario scenario = whatIf.scenario();
                for (Flip.Change change : flip.changes()) {
                  scenario = with(scenario, change.element(), change.from() == 0 ? 0 : 1);
                }
                assertThat(scenario.evaluate().verdict(claim.id())).as(what).isEqualTo(wanted);
              }
            }
            boolean isEnough = elements.stream()
                .anyMatch(element ->
                    with(whatIf.scenario(), element, 0).evaluate().verdict(claim.id()) == wanted
                        || with(whatIf.scenario(), element, 1).evaluate().verdict(claim.id())
                            == wanted);
            if (isEnough) {
              assertThat(flips.isSingle()).as(what).isTrue();
            } else if (way == SensitivityWay.BY_LOGIC) {
              assertThat(flips.isSingle()).as(what).isFalse();
            }
            if (!flips.flips().isEmpty() && !flips.isSingle()) {
              pairs++;
            } else if (flips.flips().isEmpty()) {
              none++;
            }
          }
        }
      }
      assertThat(pairs).isGreaterThan(20);
      assertThat(none).isGreaterThan(20);
    }
  }

  @Nested
  class OfNumbers {

    private final ClaimGraph graph = graph(
        source("s").reliability(.8),
        source("t").reliability(.3),
        claim("c").evidence(evidence("s")).evidence(refuting("t")));

    private final Evaluation evaluation = Evaluator.usual().evaluate(graph);

    @Test
    void areTheEndsOfTheRangeOfTheVerdict() {
      Flips flips = Flips.of(evaluation, "c");

      // The chance of a case for c is s, that of a case against it t. The claim is supported while
      // s > 1/2; below, it is
      // disputed while t exceeds 1/4 and 1 - (1 - s)(1 - t) exceeds 1/2.
      GradeRanges s = flips.standings().get(0);
      assertThat(s.element()).isEqualTo(Element.source("s"));
      assertThat(s.ranges())
          .extracting(VerdictRange::verdict)
          .containsExactly(Verdict.UNVERIFIED, Verdict.CONFLICTING, Verdict.SUPPORTED);
      assertThat(s.ranges().get(0).to()).isCloseTo(1 - .5 / .7, within(1e-12));
      assertThat(s.ranges().get(1).to()).isCloseTo(.5, within(1e-12));
      // The claim is supported while s(1 - t) > t.
      GradeRanges t = flips.standings().get(1);
      assertThat(t.ranges()).hasSize(2);
      assertThat(t.ranges().get(0).verdict()).isEqualTo(Verdict.SUPPORTED);
      assertThat(t.ranges().get(0).to()).isCloseTo(.8 / 1.8, within(1e-12));
      assertThat(t.ranges().get(1).verdict()).isEqualTo(Verdict.CONFLICTING);
    }

    @Test
    void areOrderedByDistance() {
      assertThat(Flips.of(evaluation, "c").flips())
          .extracting(flip -> flip.changes().get(0).element(), Flip::verdict)
          .containsExactly(
              tuple(Element.source("t"), Verdict.CONFLICTING),
              tuple(Element.source("s"), Verdict.CONFLICTING),
              tuple(Element.evidence("c/evidence/s"), Verdict.CONFLICTING),
              tuple(Element.source("s"), Verdict.UNVERIFIED),
              tuple(Element.evidence("c/evidence/s"), Verdict.UNVERIFIED));
    }

    /** With both at 1/2, neither source alone is more likely right than not. */
    @Test
    void areFoundAtRangesOfASingleGrade() {
      ClaimGraph halves = graph(
          source("a").reliability(.5),
          source("b").reliability(.5),
          claim("c").evidence(evidence("a")).evidence(evidence("b")));

      Flips flips = Flips.of(Evaluator.usual().evaluate(halves), "c");

      assertThat(flips.standings().get(0).ranges())
          .containsExactly(
              new VerdictRange(0, 0, Verdict.UNVERIFIED),
              new VerdictRange(0, 1, Verdict.SUPPORTED));
      assertThat(flips.flips().get(0))
          .isEqualTo(new Flip(
              ImmutableList.of(new Flip.Change(Element.source("a"), .5, 0, 0)),
              Verdict.UNVERIFIED));
    }

    @Test
    void mayBeSoughtForOneVerdict() {
      Flips flips = Flips.of(evaluation, "c", Verdict.REFUTED);

      assertThat(flips.wanted()).contains(Verdict.REFUTED);
      assertThat(flips.isSingle()).isFalse();
      assertThat(flips.isComplete()).isTrue();
      assertThat(flips.pairedPivots()).isEqualTo(4);
      assertThat(flips.flips())
          .containsExactly(
              new Flip(
                  ImmutableList.of(
                      new Flip.Change(Element.source("s"), .8, 0, 0),
                      new Flip.Change(Element.source("t"), .3, 1, 1)),
                  Verdict.REFUTED),
              new Flip(
                  ImmutableList.of(
                      new Flip.Change(Element.evidence("c/evidence/s"), 1, 0, 0),
                      new Flip.Change(Element.source("t"), .3, 1, 1)),
                  Verdict.REFUTED));
      assertThatThrownBy(() -> Flips.of(evaluation, "c", Verdict.SUPPORTED))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("claim 'c' is supported already");
    }

    @Test
    void areNoneForAClaimWithoutLines() {
      Flips flips = Flips.of(Evaluator.usual().evaluate(graph(claim("c"))), "c");

      assertThat(flips.flips()).isEmpty();
      assertThat(flips.isComplete()).isTrue();
      assertThat(flips.wanted()).isEqualTo(Optional.empty());
    }

    @Test
    void reportThatPairsWereLeftOut() {
      Flips flips =
          Flips.of(evaluation, "c", Optional.of(Verdict.REFUTED), Limits.USUAL.mostPivots(3));

      assertThat(flips.pairedPivots()).isEqualTo(3);
      assertThat(flips.isComplete()).isFalse();
    }
  }

  @Nested
  class Turning {

    @ParameterizedTest(name = "{0}, seeds from 0")
    @EnumSource(SensitivityWay.class)
    void isTheDifferenceOfTwoScenarios(SensitivityWay way) {
      for (long seed = 0; seed < GRAPHS_A_TEST; seed++) {
        Evaluation evaluation = way.evaluation(seed);
        WhatIf whatIf = evaluation.whatIf();
        for (Claim claim : evaluation.graph().claims()) {
          Pivots pivots = Pivots.of(evaluation, claim.id());
          double last = 1;
          String lastId = "";
          for (Pivot pivot : pivots.pivots()) {
            double yes = pivot
                .quantity()
                .of(whatIf.scenario().set(pivot.element(), 1).evaluate().belief(claim.id()));
            double no = pivot
                .quantity()
                .of(whatIf.scenario().set(pivot.element(), 0).evaluate().belief(claim.id()));
            assertThat(pivot.swing()).isCloseTo(yes - no, within(1e-12));
            double size = Math.abs(pivot.swing());
            assertThat(size).isLessThanOrEqualTo(last + 1e-9);
            if (Math.abs(size - last) < 1e-12) {
              assertThat(pivot.element().id()).isGreaterThanOrEqualTo(lastId);
            }
            last = size;
            lastId = pivot.element().id();
          }
        }
      }
    }

    /** Whatever the verdict is: a coin that can change it moves something that decides it. */
    @ParameterizedTest(name = "{0}, seeds from 0")
    @EnumSource(SensitivityWay.class)
    void isFoundOfEveryCoinThatCanChangeTheVerdict(SensitivityWay way) {
      Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
      for (long seed = 0; seed < GRAPHS_A_TEST; seed++) {
        Evaluation evaluation = way.evaluation(seed);
        for (Claim claim : evaluation.graph().claims()) {
          Sensitivity sensitivity = Sensitivity.of(evaluation, claim.id());
          Map<Element, Double> swings = new HashMap<>();
          sensitivity
              .pivots()
              .pivots()
              .forEach(pivot -> swings.put(pivot.element(), Math.abs(pivot.swing())));
          for (GradeRanges standing : sensitivity.flips().standings()) {
            if (standing.ranges().size() > 1) {
              seen.add(evaluation.verdict(claim.id()));
              assertThat(swings.get(standing.element()))
                  .as("%s of %s, seed %s", standing.element(), claim.id(), seed)
                  .isGreaterThan(1e-9);
            }
          }
        }
      }
      assertThat(seen).containsExactly(Verdict.values());
    }

    @Test
    void isAboutWhatDecidesTheVerdict() {
      ClaimGraph graph = graph(
          source("s"), source("q"), claim("c").evidence(evidence("s")).evidence(qualifying("q")));
      Evaluation evaluation =
          Evaluator.builder().standard(Standard.CLEAR_AND_CONVINCING).build().evaluate(graph);

      Pivots pivots = Pivots.of(evaluation, "c");

      assertThat(pivots.verdict()).isEqualTo(Verdict.MISLEADING);
      assertThat(pivots.pivots()).hasSize(4).allMatch(pivot -> pivot.swing() == 1);
      assertThat(pivots.pivots())
          .extracting(pivot -> pivot.element().id(), Pivot::quantity)
          .containsExactly(
              tuple("c/evidence/q", Quantity.QUALIFIED),
              tuple("c/evidence/s", Quantity.FOR),
              tuple("q", Quantity.QUALIFIED),
              tuple("s", Quantity.FOR));
    }
  }
}
