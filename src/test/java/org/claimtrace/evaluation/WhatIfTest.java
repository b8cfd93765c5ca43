package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhatIfTest {

  private static final double[] GRADES = {0, 1, .3, .9};

  static List<Long> seeds() {
    return LongStream.range(0, 12).boxed().toList();
  }

  /** A scenario, and the graph and evaluator that say the same without one. */
  private record Both(Scenario scenario, ClaimGraph graph, Evaluator.Builder evaluator) {}

  private static Both changed(
      Evaluation base, WhatIf whatIf, Evaluator.Builder evaluator, SplittableRandom random) {
    ClaimGraph graph = base.graph();
    Scenario scenario = whatIf.scenario();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int kind = random.nextInt(5);
      List<Element> lines = new ArrayList<>();
      for (Claim each : graph.claims()) {
        graph.lines(each.id()).stream()
            .filter(line -> line.kind() != Element.Kind.REVIEW)
            .forEach(lines::add);
      }
      double grade = GRADES[random.nextInt(GRADES.length)];
      if (kind <= 1 && !lines.isEmpty()) {
        Element line = lines.get(random.nextInt(lines.size()));
        scenario = kind == 0 ? scenario.strike(line) : scenario.set(line, grade);
        graph = withStrength(graph, line, kind == 0 ? 0 : grade);
      } else if (kind <= 3 && !graph.sources().isEmpty()) {
        Source source = graph.sources().get(random.nextInt(graph.sources().size()));
        scenario = kind == 2
            ? scenario.discredit(source.id())
            : grade == 1
                ? scenario.vindicate(source.id())
                : scenario.set(Element.source(source.id()), grade);
        graph = withReliability(graph, source, kind == 2 ? 0 : grade);
      } else if (!graph.claims().isEmpty()) {
        String id = graph.claims().get(random.nextInt(graph.claims().size())).id();
        Supposition supposition = Supposition.values()[random.nextInt(3)];
        scenario = scenario.suppose(id, supposition);
        evaluator.suppose(id, supposition);
      }
    }
    return new Both(scenario, graph, evaluator);
  }

  private static ClaimGraph withReliability(ClaimGraph graph, Source source, double grade) {
    return graph.toBuilder()
        .sources(graph.sources().stream()
            .map(each ->
                each.equals(source) ? each.toBuilder().reliability(grade).build() : each)
            .toList())
        .build();
  }

  private static ClaimGraph withStrength(ClaimGraph graph, Element line, double grade) {
    Claim of = graph.claimOf(line.id());
    List<Evidence> evidence = of.evidence().stream()
        .map(each -> each.lineId(of.id()).equals(line.id())
            ? each.toBuilder().strength(grade).build()
            : each)
        .toList();
    List<Inference> inferences = of.inferences().stream()
        .map(each -> each.lineId(of.id()).equals(line.id())
            ? each.toBuilder().strength(grade).build()
            : each)
        .toList();
    return graph.toBuilder()
        .claims(graph.claims().stream()
            .map(each -> each.equals(of)
                ? each.toBuilder().evidence(evidence).inferences(inferences).build()
                : each)
            .toList())
        .build();
  }

  private static Evaluator.Builder evaluator(Options options) {
    Evaluator.Builder builder = Evaluator.builder().reviews(options.reviews()).worlds(200);
    options.asOf().ifPresent(builder::asOf);
    options.suppositions().forEach(builder::suppose);
    return builder;
  }

  private static int compare(long seed, boolean byLogic, int nodeBudget) {
    ClaimGraph graph = RandomClaimGraphs.graph(seed);
    Options options =
        RandomClaimGraphs.options(graph, ReviewPolicy.values()[(int) (seed % 3)], seed);
    Evaluation base =
        evaluator(options).byLogic(byLogic).nodeBudget(nodeBudget).build().evaluate(graph);
    WhatIf whatIf = base.whatIf();
    SplittableRandom random = new SplittableRandom(seed);
    int different = 0;
    for (int i = 0; i < 10; i++) {
      Both both =
          changed(base, whatIf, evaluator(options).byLogic(byLogic).nodeBudget(nodeBudget), random);
      Evaluation scenario = both.scenario().evaluate();
      Evaluation afresh = both.evaluator().build().evaluate(both.graph());
      double precision =
          scenario.method() == Method.EXACT || afresh.method() == Method.EXACT ? 1e-12 : 0;
      for (Claim claim : graph.claims()) {
        String what = "%s in scenario %s of graph %s".formatted(claim.id(), i, seed);
        Belief belief = scenario.belief(claim.id());
        for (Label label : Label.values()) {
          assertThat(belief.of(label))
              .as("%s of %s", label, what)
              .isCloseTo(afresh.belief(claim.id()).of(label), within(precision));
        }
        if (!afresh.close(claim.id())) {
          assertThat(scenario.verdict(claim.id())).as(what).isEqualTo(afresh.verdict(claim.id()));
        }
        assertThat(scenario.caseFor(claim.id()).undecided())
            .as(what)
            .isCloseTo(afresh.caseFor(claim.id()).undecided(), within(precision));
        for (Element line : graph.lines(claim.id())) {
          assertThat(scenario.fires(line))
              .as("%s, %s", line, what)
              .isCloseTo(afresh.fires(line), within(precision));
        }
        different += belief.equals(base.belief(claim.id())) ? 0 : 1;
      }
      for (Source source : graph.sources()) {
        assertThat(scenario.right(source.id()))
            .isCloseTo(afresh.right(source.id()), within(precision));
      }
    }
    return different;
  }

  private static void compareHundred(long number, boolean byLogic, int nodeBudget) {
    int different = 0;
    for (long seed = number * 100; seed < number * 100 + 100; seed++) {
      different += compare(seed, byLogic, nodeBudget);
    }
    assertThat(different).isPositive();
  }

  @Nested
  class AScenario {

    @ParameterizedTest(name = "hundred {0}")
    @MethodSource("org.claimtrace.evaluation.WhatIfTest#seeds")
    void byLogicIsTheChangedGraphEvaluatedAfresh(long hundred) {
      compareHundred(hundred, true, 1 << 16);
    }

    @ParameterizedTest(name = "hundred {0}")
    @MethodSource("org.claimtrace.evaluation.WhatIfTest#seeds")
    void ofAnExactEvaluationIsTheChangedGraphEvaluatedAfresh(long hundred) {
      compareHundred(hundred, false, 1 << 16);
    }

    @ParameterizedTest(name = "hundred {0}")
    @MethodSource("org.claimtrace.evaluation.WhatIfTest#seeds")
    void ofASampledEvaluationIsTheChangedGraphEvaluatedAfresh(long hundred) {
      compareHundred(hundred, false, 0);
    }

    @Test
    void addsALine() {
      ClaimGraph graph = graph(source("s"), source("t"), claim("a").evidence(evidence("s")));
      Evaluation base = Evaluator.standard().evaluate(graph);
      Scenario scenario = base.whatIf()
          .scenario()
          .add("a", Evidence.builder("t").stance(Stance.REFUTES).build());
      assertThat(scenario.evaluate().verdict("a")).isEqualTo(Verdict.CONFLICTING);
      assertThat(scenario.discredit("s").evaluate().verdict("a")).isEqualTo(Verdict.REFUTED);
      assertThat(base.verdict("a")).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void closesACircleWithALineItAdds() {
      ClaimGraph graph = graph(
          source("s"),
          claim("a").evidence(evidence("s")),
          claim("b").inference(Inference.builder("a")));
      Scenario scenario = Evaluator.standard()
          .evaluate(graph)
          .whatIf()
          .scenario()
          .add("a", Inference.builder("b").stance(Stance.REFUTES).build());
      Evaluation evaluation = scenario.evaluate();
      assertThat(evaluation.verdict("a")).isEqualTo(Verdict.CONFLICTING);
      assertThat(evaluation.caseAgainst("a")).isEqualTo(new Chance(0, 1));
    }

    @Test
    void refusesWhatIsNotThere() {
      ClaimGraph graph = graph(source("s"), claim("a").evidence(evidence("s")));
      Scenario scenario = Evaluator.standard().evaluate(graph).whatIf().scenario();
      assertThatThrownBy(() -> scenario.discredit("z"))
          .isInstanceOf(UnknownIdException.class)
          .hasMessageStartingWith("no source 'z'");
      assertThatThrownBy(() -> scenario.suppose("z", Supposition.OPEN))
          .isInstanceOf(UnknownIdException.class);
      assertThatThrownBy(() -> scenario.strike(Element.evidence("a/evidence/z")))
          .isInstanceOf(UnknownIdException.class);
      assertThatThrownBy(() -> scenario.set(Element.claim("a"), .5))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("claim 'a' has no grade");
      assertThatThrownBy(() -> scenario.set(Element.source("s"), 1.5))
          .isInstanceOf(ClaimGraphException.class)
          .hasMessageContaining("grade is 1.5, and must lie between 0 and 1");
      assertThatThrownBy(() -> scenario.add("a", Evidence.builder("z").build()).evaluate())
          .isInstanceOf(ClaimGraphException.class)
          .hasMessageContaining("no source 'z'");
    }
  }

  @Test
  void aRetractionStaysThoughTheSourceIsVindicated() {
    ClaimGraph graph = graph(
        source("s").retracted(Retraction.builder("2026")), claim("a").evidence(evidence("s")));
    Evaluation base = Evaluator.standard().evaluate(graph);
    assertThat(base.whatIf().scenario().vindicate("s").evaluate().verdict("a"))
        .isEqualTo(Verdict.UNVERIFIED);
  }
}
