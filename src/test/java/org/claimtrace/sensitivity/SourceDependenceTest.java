package org.claimtrace.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Scenario;
import org.claimtrace.evaluation.WhatIf;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.sensitivity.Sensitivity.SearchLimit;
import org.claimtrace.sensitivity.SourceDependence.TopplingSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceDependenceTest {

  private static final int GRAPHS_A_TEST = 120;

  private static SourceDependence grounds(ClaimGraph graph, String claimId) {
    return SourceDependence.of(Evaluator.usual().evaluate(graph), claimId);
  }

  @Nested
  class OfRandomGraphs {

    /** Orders sets of bits by size and then by their members, the lowest bit first. */
    private final Comparator<Integer> bySize = Comparator.comparingInt(
            (Integer set) -> Integer.bitCount(set))
        .thenComparing(set -> -Integer.toUnsignedLong(Integer.reverse(set)));

    private ImmutableList<String> ids(ClaimGraph graph, int set) {
      ImmutableList.Builder<String> ids = ImmutableList.builder();
      for (int i = 0; i < graph.sources().size(); i++) {
        if ((set >>> i & 1) == 1) {
          ids.add(graph.sources().get(i).id());
        }
      }
      return ids.build();
    }

    private boolean containsAny(int set, List<Integer> parts) {
      return parts.stream().anyMatch(part -> (set & part) == part);
    }

    @ParameterizedTest(name = "{0}, seeds from 0")
    @EnumSource(SensitivityWay.class)
    void areThoseFoundByTryingAllSubsets(SensitivityWay way) {
      int several = 0;
      int nonempty = 0;
      for (long seed = 0; seed < GRAPHS_A_TEST; seed++) {
        Evaluation evaluation = way.evaluation(seed);
        ClaimGraph graph = evaluation.graph();
        List<Integer> subsets = new ArrayList<>();
        List<Evaluation> without = new ArrayList<>();
        WhatIf whatIf = evaluation.whatIf();
        for (int set = 0; set < 1 << graph.sources().size(); set++) {
          subsets.add(set);
          Scenario scenario = whatIf.scenario();
          for (String id : ids(graph, set)) {
            scenario = scenario.discredit(id);
          }
          without.add(scenario.evaluate());
        }
        subsets.sort(bySize);
        for (Claim claim : graph.claims()) {
          String id = claim.id();
          List<Integer> toppling = new ArrayList<>();
          List<TopplingSet> expected = new ArrayList<>();
          for (int set : subsets) {
            Verdict then = without.get(set).verdict(id);
            if (then != evaluation.verdict(id) && !containsAny(set, toppling)) {
              toppling.add(set);
              expected.add(new TopplingSet(ids(graph, set), then));
            }
          }
          List<Integer> hitting = new ArrayList<>();
          for (int set : subsets) {
            boolean hitsAll = toppling.stream().allMatch(each -> (each & set) != 0);
            if (hitsAll && !containsAny(set, hitting)) {
              hitting.add(set);
            }
          }
          several += expected.stream().anyMatch(each -> each.sourceIds().size() > 1) ? 1 : 0;
          nonempty += expected.isEmpty() ? 0 : 1;

          SourceDependence grounds =
              SourceDependence.of(evaluation, id, Sensitivity.Limits.USUAL.largestSet(9));

          String what = id + " in graph " + seed;
          assertThat(grounds.toppling()).as(what).isEqualTo(expected);
          assertThat(grounds.sufficient())
              .as(what)
              .isEqualTo(hitting.stream().map(set -> ids(graph, set)).toList());
          assertThat(grounds.isComplete()).isTrue();
          assertThat(grounds.hasAllSufficient()).isTrue();
          assertThat(grounds.verdict()).isEqualTo(evaluation.verdict(id));
          assertThat(grounds.necessary())
              .isEqualTo(
                  expected.stream().filter(each -> each.sourceIds().size() == 1).toList());
        }
      }
      assertThat(several).isGreaterThan(10);
      assertThat(nonempty).isGreaterThan(100);
    }
  }

  /** Where the search was cut off, no set is called sufficient, and one that is said to hold does against that many others. */
  @ParameterizedTest(name = "{0}, seeds from 0")
  @EnumSource(SensitivityWay.class)
  void areCalledSufficientOnlyIfEverySetWasTried(SensitivityWay way) {
    int cut = 0;
    int held = 0;
    for (long seed = 0; seed < GRAPHS_A_TEST; seed++) {
      Evaluation evaluation = way.evaluation(seed);
      WhatIf whatIf = evaluation.whatIf();
      Sensitivity.Limits limits = Sensitivity.Limits.USUAL
          .largestSet(1 + (int) (seed % 3))
          .mostTrials(1 + (int) (seed % 7) * 3)
          .mostSets(1 + (int) (seed % 5));
      for (Claim claim : evaluation.graph().claims()) {
        SourceDependence grounds = SourceDependence.of(evaluation, claim.id(), limits);
        String text = Sensitivity.of(evaluation, claim.id(), Optional.empty(), limits)
            .toText(Style.builder().language("en").width(1000).build());
        if (!grounds.isComplete()) {
          cut++;
          assertThat(grounds.sufficient()).isEmpty();
          assertThat(text).doesNotContain("whatever other sources fall").doesNotContain("Whatever");
        }
        for (List<String> sources : grounds.holding()) {
          List<String> others = new ArrayList<>(grounds.sourceIds());
          others.removeAll(sources);
          for (int set = 0; set < 1 << others.size(); set++) {
            if (Integer.bitCount(set) <= grounds.triedUpTo()) {
              held++;
              Scenario scenario = whatIf.scenario();
              for (int i = 0; i < others.size(); i++) {
                scenario = (set >> i & 1) == 1 ? scenario.discredit(others.get(i)) : scenario;
              }
              assertThat(scenario.evaluate().verdict(claim.id())).isEqualTo(grounds.verdict());
            }
          }
        }
      }
    }
    assertThat(cut).isGreaterThan(20);
    assertThat(held).isGreaterThan(20);
  }

  @Nested
  class OfARetractedSource {

    private final ClaimGraph graph = graph(
        source("paper").retracted(Retraction.builder("2020-03-01")),
        source("critic").published("2021"),
        source("copy").derivedFrom("paper"),
        claim("effect").evidence(evidence("paper")),
        claim("harm").evidence(evidence("paper")).evidence(refuting("critic")));
    private final Evaluation evaluation = Evaluator.usual().evaluate(graph);

    @Test
    void nameWhatRestedOnItAndWhatItsRehabilitationWouldChange() {
      assertThat(SourceDependence.of(evaluation, "effect").retracted())
          .containsExactly(new RetractedSource(
              "paper",
              PartialDate.parse("2020-03-01"),
              Optional.of(Verdict.SUPPORTED),
              Optional.of(Verdict.UNVERIFIED),
              Optional.of(Verdict.SUPPORTED)));
      assertThat(SourceDependence.of(evaluation, "harm").retracted())
          .containsExactly(new RetractedSource(
              "paper",
              PartialDate.parse("2020-03-01"),
              Optional.of(Verdict.SUPPORTED),
              Optional.of(Verdict.UNVERIFIED),
              Optional.of(Verdict.CONFLICTING)));
      assertThat(SourceDependence.of(evaluation, "harm").sourceIds()).containsExactly("critic");
    }

    @Test
    void sayWhatRestedOnItAndWhatItsRehabilitationWouldChange() {
      assertThat(Sensitivity.of(evaluation, "effect").toText("en")).isEqualTo("""
          effect
          The verdict is “Unverified”.

          Sources it cannot do without
            Every source that bears on it was retracted.

          Retracted sources
            • “paper” [1] was retracted on 1 March 2020. Until then the verdict was
              “Supported”; without this source it would have been “Unverified”. If its
              retraction were lifted and it counted as reliable, the verdict would be
              “Supported”.

          What would change it
            • “Supported” if this retraction is lifted: “paper” [1]

          Sources
            [1] “paper”
                It was retracted on 1 March 2020.
          """);
    }

    @Test
    void areLeftOutWhereTheRetractionIsLifted() {
      Evaluation lifted = evaluation.whatIf().scenario().vindicate("paper").evaluate();

      assertThat(SourceDependence.of(lifted, "effect").retracted()).isEmpty();
      assertThat(SourceDependence.of(lifted, "effect").sourceIds()).containsExactly("paper");
    }

    @Test
    void areNotRetractedYetBeforeItsDate() {
      Evaluation before =
          Evaluator.builder().asOf(PartialDate.parse("2020-02")).build().evaluate(graph);

      assertThat(SourceDependence.of(before, "effect").retracted()).isEmpty();
      assertThat(SourceDependence.of(before, "effect").necessary())
          .containsExactly(new TopplingSet(ImmutableList.of("paper"), Verdict.UNVERIFIED));
    }
  }

  @Nested
  class OfAnArgument {

    private final ClaimGraph bridge = graph(
        source("survey"),
        source("inspector"),
        source("county"),
        claim("closed").inference(step("unsafe", "announced")),
        claim("unsafe").evidence(evidence("survey")).evidence(evidence("inspector")),
        claim("announced").evidence(evidence("county")));

    @Test
    void areTheOnlySourceOfAPremiseOrAllSourcesOfOne() {
      Evaluation evaluation = Evaluator.usual().evaluate(bridge);

      assertThat(SourceDependence.of(evaluation, "closed"))
          .isEqualTo(new SourceDependence(
              evaluation,
              "closed",
              Verdict.SUPPORTED,
              ImmutableList.of("survey", "inspector", "county"),
              ImmutableList.of(),
              ImmutableList.of(),
              false,
              ImmutableList.of(
                  new TopplingSet(ImmutableList.of("county"), Verdict.UNVERIFIED),
                  new TopplingSet(ImmutableList.of("survey", "inspector"), Verdict.UNVERIFIED)),
              4,
              3,
              Optional.empty(),
              ImmutableList.of(
                  ImmutableList.of("survey", "county"), ImmutableList.of("inspector", "county")),
              ImmutableList.of(),
              true));
    }

    /** The objection holds without the answer to it; without both, the claim holds again. */
    @Test
    void allowAVerdictToReturnWhenMoreSourcesFall() {
      ClaimGraph answered = graph(
          source("survey"),
          source("critic"),
          source("answer"),
          claim("unsafe").evidence(evidence("survey").unless("flawed")),
          claim("flawed").evidence(evidence("critic")).evidence(refuting("answer")));

      assertThat(grounds(answered, "unsafe").toppling())
          .containsExactly(
              new TopplingSet(ImmutableList.of("survey"), Verdict.UNVERIFIED),
              new TopplingSet(ImmutableList.of("answer"), Verdict.UNVERIFIED));
      assertThat(grounds(answered, "unsafe").sufficient())
          .containsExactly(ImmutableList.of("survey", "answer"));
    }

    @Test
    void areNoneForAClaimWithoutLines() {
      SourceDependence grounds = grounds(graph(claim("c")), "c");

      assertThat(grounds.toppling()).isEmpty();
      assertThat(grounds.sufficient()).containsExactly(ImmutableList.of());
      assertThat(grounds.isComplete()).isTrue();
    }
  }

  @Nested
  class Limits {

    /** A claim with four sources, all of which must fall for the verdict to change. */
    private final Evaluation four = Evaluator.usual()
        .evaluate(graph(
            source("a"),
            source("b"),
            source("c"),
            source("d"),
            claim("x")
                .evidence(evidence("a"))
                .evidence(evidence("b"))
                .evidence(evidence("c"))
                .evidence(evidence("d"))));

    @Test
    void endTheSearchAtASize() {
      SourceDependence grounds = SourceDependence.of(four, "x");

      assertThat(grounds.toppling()).isEmpty();
      assertThat(grounds.cap()).contains(SearchLimit.SIZE);
      assertThat(grounds.triedUpTo()).isEqualTo(3);
      assertThat(grounds.isComplete()).isFalse();
    }

    @Test
    void areNotReachedIfEverySetWasTried() {
      SourceDependence grounds =
          SourceDependence.of(four, "x", Sensitivity.Limits.USUAL.largestSet(4).mostTrials(15));

      assertThat(grounds.toppling())
          .containsExactly(
              new TopplingSet(ImmutableList.of("a", "b", "c", "d"), Verdict.UNVERIFIED));
      assertThat(grounds.cap()).isEmpty();
    }

    @Test
    void endTheSearchAfterSoManyTrials() {
      SourceDependence grounds =
          SourceDependence.of(four, "x", Sensitivity.Limits.USUAL.largestSet(4).mostTrials(9));

      assertThat(grounds.cap()).contains(SearchLimit.TRIALS);
      assertThat(grounds.triedUpTo()).isEqualTo(1);
    }

    @Test
    void endTheSearchForSufficientSets() {
      SourceDependence grounds =
          SourceDependence.of(four, "x", Sensitivity.Limits.USUAL.largestSet(4).mostSufficient(3));

      assertThat(grounds.sufficient())
          .containsExactly(ImmutableList.of("a"), ImmutableList.of("b"));
      assertThat(grounds.hasAllSufficient()).isFalse();
    }

    @Test
    void mustBeAtLeastOne() {
      assertThatThrownBy(() -> Sensitivity.Limits.USUAL.largestSet(0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("limits of 0 sources, 65536 trials and 10000 sets; each must be at least 1");
    }
  }

  @Test
  void rejectsAnUnknownClaim() {
    assertThatThrownBy(() -> grounds(graph(claim("c")), "d"))
        .isInstanceOf(UnknownIdException.class);
  }

  @Test
  void stopsWhenInterrupted() {
    Evaluation evaluation =
        Evaluator.usual().evaluate(graph(source("s"), claim("c").evidence(evidence("s"))));
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> SourceDependence.of(evaluation, "c"))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void haveAShortDescription() {
    assertThat(grounds(graph(source("s"), claim("c").evidence(evidence("s"))), "c"))
        .hasToString("'c', supported, rests on 1 sets of sources");
  }
}
