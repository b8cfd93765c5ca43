package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.claimtrace.evaluation.ChangedGraph.Kind;
import org.claimtrace.evaluation.ChangedGraph.Way;
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
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WhatIfTest {

  private static final int GRAPHS_A_TEST = 100;

  static Stream<Arguments> kindsAndWays() {
    return Stream.of(Kind.values())
        .flatMap(kind -> Stream.of(Way.values()).map(way -> Arguments.of(kind, way)));
  }

  static Stream<Arguments> ordersAndWays() {
    return Stream.of("abc", "acb", "bac", "bca", "cab", "cba")
        .flatMap(order -> Stream.of(Way.values()).map(way -> Arguments.of(order, way)));
  }

  private static Options options(ClaimGraph graph, long seed) {
    return RandomClaimGraphs.options(graph, ReviewPolicy.values()[(int) (seed % 3)], seed)
        .ignoringDerivation(seed % 7 == 0);
  }

  @Nested
  class AScenario {

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("org.claimtrace.evaluation.WhatIfTest#kindsAndWays")
    void isTheChangedGraphEvaluatedAfresh(Kind kind, Way way) {
      int different = 0;
      for (long seed = 0; seed < GRAPHS_A_TEST; seed++) {
        ClaimGraph graph = way.graph(seed);
        Options options = options(graph, seed);
        Evaluation base = way.evaluator(options).build().evaluate(graph);
        WhatIf whatIf = base.whatIf();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 4; i++) {
          ChangedGraph changed = new ChangedGraph(whatIf.scenario(), graph, options, random);
          changed.change(kind);
          different +=
              changed.compare(base, way, "scenario %s of graph %s".formatted(i, seed)) ? 1 : 0;
        }
      }
      assertThat(different).isGreaterThan(GRAPHS_A_TEST / 10);
    }

    /** Several at once, and of several of one element the last. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(Way.class)
    void ofSeveralChangesIsTheChangedGraphEvaluatedAfresh(Way way) {
      int different = 0;
      for (long seed = 1000; seed < 1000 + 3 * GRAPHS_A_TEST; seed++) {
        ClaimGraph graph = way.graph(seed);
        Options options = options(graph, seed);
        Evaluation base = way.evaluator(options).build().evaluate(graph);
        WhatIf whatIf = base.whatIf();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 4; i++) {
          ChangedGraph changed = new ChangedGraph(whatIf.scenario(), graph, options, random);
          // Every other scenario adds nothing, and is computed by its cone.
          int kinds = i % 2 == 0 ? Kind.ADD_EVIDENCE.ordinal() : Kind.values().length;
          for (int j = 2 + random.nextInt(4); j > 0; j--) {
            changed.change(Kind.values()[random.nextInt(kinds)]);
          }
          different +=
              changed.compare(base, way, "scenario %s of graph %s".formatted(i, seed)) ? 1 : 0;
        }
      }
      assertThat(different).isGreaterThan(GRAPHS_A_TEST);
    }

    /** What the first scenario had changed stays so in the second. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(Way.class)
    void ofAScenarioIsTheTwiceChangedGraphEvaluatedAfresh(Way way) {
      int different = 0;
      for (long seed = 2000; seed < 2000 + GRAPHS_A_TEST; seed++) {
        ClaimGraph graph = way.graph(seed);
        Options options = options(graph, seed);
        SplittableRandom random = new SplittableRandom(seed);
        WhatIf whatIf = way.evaluator(options).build().evaluate(graph).whatIf();
        for (int i = 0; i < 4; i++) {
          ChangedGraph changed = new ChangedGraph(whatIf.scenario(), graph, options, random);
          for (int j = 1 + random.nextInt(3); j > 0; j--) {
            changed.change(Kind.values()[random.nextInt(Kind.values().length)]);
          }
          Evaluation first = changed.scenario().evaluate();
          changed.startFrom(first);
          for (int j = 1 + random.nextInt(3); j > 0; j--) {
            changed.change(Kind.values()[random.nextInt(Kind.values().length)]);
          }
          different +=
              changed.compare(first, way, "scenario %s of graph %s".formatted(i, seed)) ? 1 : 0;
        }
      }
      assertThat(different).isGreaterThan(GRAPHS_A_TEST);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Way.class)
    void inWhichNothingIsOtherwiseIsTheEvaluation(Way way) {
      for (long seed = 0; seed < GRAPHS_A_TEST; seed++) {
        ClaimGraph graph = way.graph(seed);
        Evaluation base = way.evaluator(options(graph, seed)).build().evaluate(graph);
        assertThat(Findings.of(base.whatIf().scenario().evaluate())).isEqualTo(Findings.of(base));
      }
    }

    @Test
    void addsALine() {
      ClaimGraph graph = graph(source("s"), source("t"), claim("a").evidence(evidence("s")));
      Evaluation base = Evaluator.usual().evaluate(graph);
      Scenario scenario = base.whatIf()
          .scenario()
          .add("a", Evidence.builder("t").stance(Stance.REFUTES).build());
      assertThat(scenario.evaluate().verdict("a")).isEqualTo(Verdict.CONFLICTING);
      assertThat(scenario.discredit("s").evaluate().verdict("a")).isEqualTo(Verdict.REFUTED);
      assertThat(base.verdict("a")).isEqualTo(Verdict.SUPPORTED);
    }

    /**
     * What is added lets a step fire that qualifies b, and leaves the cases for and against b as they were: c, which b
     * contradicts, is taken as it was computed before. Whatever the order of the ids, which is that of the computation.
     */
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("org.claimtrace.evaluation.WhatIfTest#ordersAndWays")
    void addsALineBelowAQualifyingStepOfAClaimThatContradictsAnother(String order, Way way) {
      Evaluation scenario =
          withSupport(order, way, (b, c) -> b.contradicts(c.build().id()));
      assertThat(scenario.verdict(order.substring(1, 2))).isEqualTo(Verdict.UNVERIFIED);
      assertThat(scenario.verdict(order.substring(2))).isEqualTo(Verdict.UNVERIFIED);
    }

    /** The contradiction is written at c, which is not computed anew. */
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("org.claimtrace.evaluation.WhatIfTest#ordersAndWays")
    void addsALineBelowAQualifyingStepOfAClaimThatAnotherContradicts(String order, Way way) {
      Evaluation scenario =
          withSupport(order, way, (b, c) -> c.contradicts(b.build().id()).evidence(evidence("t")));
      assertThat(scenario.verdict(order.substring(1, 2))).isEqualTo(Verdict.REFUTED);
      assertThat(scenario.verdict(order.substring(2))).isEqualTo(Verdict.SUPPORTED);
    }

    /** A scenario that adds support to the first of three claims, from which a step qualifies the second. */
    private Evaluation withSupport(
        String order, Way way, BiConsumer<Claim.Builder, Claim.Builder> contradiction) {
      String a = order.substring(0, 1);
      Claim.Builder b = claim(order.substring(1, 2)).inference(step(a).stance(Stance.QUALIFIES));
      Claim.Builder c = claim(order.substring(2));
      contradiction.accept(b, c);
      // So that the evaluation leaves something to chance, where it is to.
      Source.Builder open =
          source("s").reliability(way == Way.EXACT || way == Way.SAMPLED ? .5 : 1);
      ClaimGraph graph =
          graph(open, source("t"), claim(a), b, c, claim("d").evidence(evidence("s")));
      Evidence supporting = evidence("t").build();
      Evaluator evaluator = way.evaluator(Options.DEFAULT).build();

      Evaluation scenario =
          evaluator.evaluate(graph).whatIf().scenario().add(a, supporting).evaluate();

      ClaimGraph written = graph(
          open,
          source("t"),
          claim(a).evidence(supporting),
          b,
          c,
          claim("d").evidence(evidence("s")));
      Findings.assertSame(scenario, evaluator.evaluate(written), "the scenario");
      return scenario;
    }

    @Test
    void closesACircleWithALineItAdds() {
      ClaimGraph graph = graph(
          source("s"),
          claim("a").evidence(evidence("s")),
          claim("b").inference(Inference.builder("a")));
      Scenario scenario = Evaluator.usual()
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
      Scenario scenario = Evaluator.usual().evaluate(graph).whatIf().scenario();
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
          .isInstanceOf(InvalidValueException.class)
          .hasMessage(
              "grade is 1.5, and must lie between 0 and 1. Write a number from 0 to 1, such as 0.8.");
      assertThatThrownBy(() -> scenario.add("a", Evidence.builder("z").build()).evaluate())
          .isInstanceOf(ClaimGraphException.class)
          .hasMessageContaining("no source 'z'");
    }
  }

  @Nested
  class ARetraction {

    private final ClaimGraph graph = graph(
        source("s").retracted(Retraction.builder("2026")), claim("a").evidence(evidence("s")));
    private final Evaluation base = Evaluator.usual().evaluate(graph);

    @Test
    void isLiftedIfTheSourceIsVindicated() {
      Evaluation then = base.whatIf().scenario().vindicate("s").evaluate();

      assertThat(then.verdict("a")).isEqualTo(Verdict.SUPPORTED);
      assertThat(then.isRetracted("s")).isFalse();
      assertThat(then.liftedRetractions()).containsExactly("s");
      assertThat(then.changedGrades()).containsExactly(Map.entry(Element.source("s"), 1.0));
      assertThat(base.isRetracted("s")).isTrue();
      assertThat(base.liftedRetractions()).isEmpty();
    }

    @Test
    void isLiftedIfTheSourceIsGivenAGrade() {
      Evaluation then = base.whatIf().scenario().set(Element.source("s"), .8).evaluate();

      assertThat(then.belief("a").supported()).isEqualTo(.8);
      assertThat(then.liftedRetractions()).containsExactly("s");
    }

    @Test
    void staysIfTheSourceIsDiscredited() {
      Evaluation then = base.whatIf().scenario().discredit("s").evaluate();

      assertThat(then.verdict("a")).isEqualTo(Verdict.UNVERIFIED);
      assertThat(then.isRetracted("s")).isTrue();
      assertThat(then.liftedRetractions()).isEmpty();
    }

    @Test
    void staysIfALineOfTheSourceIsGivenAGrade() {
      Evaluation then =
          base.whatIf().scenario().set(Element.evidence("a/evidence/s"), .5).evaluate();

      assertThat(then.belief("a").supported()).isZero();
      assertThat(then.isRetracted("s")).isTrue();
    }
  }

  @Nested
  class DiscreditingAll {

    private final ClaimGraph graph = graph(
        source("one").authors("A. Author").publisher("The Paper"),
        source("two").authors("B. Author", "A. Author"),
        source("three").publisher("The Paper"),
        claim("a").evidence(evidence("one")),
        claim("b").evidence(evidence("two")),
        claim("c").evidence(evidence("three")));
    private final Scenario scenario = Evaluator.usual().evaluate(graph).whatIf().scenario();

    @Test
    void ofAnAuthorTakesEverySourceThatHasThisAuthor() {
      assertThat(scenario.discreditAuthor("A. Author"))
          .isEqualTo(scenario.discredit("one").discredit("two"));
    }

    @Test
    void ofAPublisherTakesEverySourceThatHasThisPublisher() {
      assertThat(scenario.discreditPublisher("The Paper"))
          .isEqualTo(scenario.discredit("one").discredit("three"));
    }

    @Test
    void ofNobodyIsRefusedWithWhoWasProbablyMeant() {
      assertThatThrownBy(() -> scenario.discreditAuthor("A. Auther"))
          .isInstanceOf(UnknownIdException.class)
          .hasMessage("no author 'A. Auther'. Did you mean 'A. Author'?");
      assertThatThrownBy(() -> scenario.discreditPublisher("Nobody"))
          .isInstanceOf(UnknownIdException.class)
          .hasMessage("no publisher 'Nobody'. No publisher has a name like it.");
    }
  }
}
