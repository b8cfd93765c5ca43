package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.claimtrace.GraphFamily;
import org.claimtrace.evaluation.Dependence.Effect;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DependenceTest {

  private static final int GRAPHS_A_TEST = 250;
  private static final int ASSIGNMENTS = 70;

  /** How a belief comes to be computed. */
  private enum Way {
    BY_LOGIC,
    CERTAIN,
    EXACT,
    /** With hardly any room for diagrams, so that what is asked about does not fit in. */
    EXACT_IN_LITTLE_ROOM,
    SAMPLED;

    ClaimGraph graph(long seed) {
      return switch (this) {
        case BY_LOGIC -> RandomClaimGraphs.graph(seed);
        case CERTAIN -> RandomClaimGraphs.graph(seed, 1);
        case EXACT, EXACT_IN_LITTLE_ROOM, SAMPLED -> RandomClaimGraphs.graph(seed, 8);
      };
    }

    Evaluation evaluate(ClaimGraph graph, Options options) {
      return options
          .numbers()
          .byLogic(this == BY_LOGIC)
          .worlds(200)
          .nodeBudget(
              switch (this) {
                case SAMPLED -> 0;
                case EXACT_IN_LITTLE_ROOM -> 30;
                default -> 1 << 16;
              })
          .build()
          .evaluate(graph);
    }
  }

  private static Options options(ClaimGraph graph, long seed) {
    return RandomClaimGraphs.options(graph, ReviewPolicy.values()[(int) (seed % 3)], seed)
        .ignoringDerivation(seed % 7 == 0);
  }

  /** Grades for some elements of a graph, whether they bear on a claim or not; of a review, that it is struck or not. */
  private static ImmutableMap<Element, Double> assignment(
      ClaimGraph graph, SplittableRandom random) {
    List<Element> all = new ArrayList<>();
    graph.sources().forEach(each -> all.add(Element.source(each.id())));
    graph.claims().forEach(each -> all.addAll(graph.lines(each.id())));
    Map<Element, Double> chosen = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      Element element = all.get(random.nextInt(all.size()));
      double[] grades = hasNoGrade(element) || random.nextInt(12) > 0
          ? new double[] {0, 1}
          : new double[] {.3, .8};
      chosen.put(element, grades[random.nextInt(grades.length)]);
    }
    return ImmutableMap.copyOf(chosen);
  }

  /** Whether an element is there or struck, and nothing between: a review, or a step from parts. */
  private static boolean hasNoGrade(Element element) {
    return element.kind() == Element.Kind.REVIEW || element.id().contains("/parts");
  }

  private static Scenario scenario(WhatIf whatIf, Map<Element, Double> assignment) {
    Scenario scenario = whatIf.scenario();
    for (Map.Entry<Element, Double> entry : assignment.entrySet()) {
      if (!hasNoGrade(entry.getKey())) {
        scenario = scenario.set(entry.getKey(), entry.getValue());
      } else if (entry.getValue() == 0) {
        scenario = scenario.strike(entry.getKey());
      }
    }
    return scenario;
  }

  private static void assertSame(Belief actual, Belief expected, double precision, String what) {
    for (Label label : Label.values()) {
      if (!(Math.abs(actual.of(label) - expected.of(label)) <= precision)) {
        assertThat(actual.of(label)).as("%s in %s", label, what).isEqualTo(expected.of(label));
      }
    }
  }

  @Nested
  class OfRandomGraphs {

    @ParameterizedTest(name = "{0}, seeds from 0")
    @EnumSource(Way.class)
    void believesWhatAScenarioDoes(Way way) {
      int changed = 0;
      for (long seed = 0; seed < GRAPHS_A_TEST; seed++) {
        ClaimGraph graph = way.graph(seed);
        Options options = options(graph, seed);
        Evaluation evaluation = way.evaluate(graph, options);
        WhatIf whatIf = evaluation.whatIf();
        SplittableRandom random = new SplittableRandom(seed);
        List<ImmutableMap<Element, Double>> assignments = new ArrayList<>();
        for (int i = 0; i < ASSIGNMENTS; i++) {
          assignments.add(assignment(graph, random));
        }
        List<Evaluation> expected =
            assignments.stream().map(each -> scenario(whatIf, each).evaluate()).toList();
        for (Claim claim : graph.claims()) {
          Dependence dependence = evaluation.dependence(claim.id());
          // In two parts, so that the second finds what the first has left.
          List<Belief> beliefs = new ArrayList<>(dependence.beliefs(assignments.subList(0, 5)));
          beliefs.addAll(dependence.beliefs(assignments.subList(5, ASSIGNMENTS)));
          for (int i = 0; i < ASSIGNMENTS; i++) {
            Evaluation then = expected.get(i);
            assertSame(
                beliefs.get(i),
                then.belief(claim.id()),
                then.method() == Method.EXACT ? 1e-12 : 0,
                "graph " + seed + ", " + options + ", " + claim.id() + ", " + assignments.get(i));
            changed += then.verdict(claim.id()) == evaluation.verdict(claim.id()) ? 0 : 1;
          }
        }
      }
      assertThat(changed).isGreaterThan(GRAPHS_A_TEST * 10);
    }

    @ParameterizedTest(name = "{0}, seeds from 0")
    @EnumSource(Way.class)
    void believesTheSameAsFarAsItsBudgetGoes(Way way) {
      int cut = 0;
      for (long seed = 0; seed < GRAPHS_A_TEST / 2; seed++) {
        ClaimGraph graph = way.graph(seed);
        Options options = options(graph, seed);
        Evaluation evaluation = way.evaluate(graph, options);
        SplittableRandom random = new SplittableRandom(seed);
        List<ImmutableMap<Element, Double>> assignments = new ArrayList<>();
        for (int i = 0; i < ASSIGNMENTS; i++) {
          Map<Element, Double> grades = new LinkedHashMap<>(assignment(graph, random));
          grades.replaceAll((element, grade) -> Math.rint(grade));
          assignments.add(ImmutableMap.copyOf(grades));
        }
        for (Claim claim : graph.claims()) {
          Dependence dependence = evaluation.dependence(claim.id());
          List<Belief> expected = evaluation.dependence(claim.id()).beliefs(assignments);
          long budget = 1L << random.nextInt(16);
          List<Belief> beliefs = dependence.beliefs(assignments, budget);
          boolean isExact = evaluation.method() == Method.EXACT;
          if (way != Way.EXACT_IN_LITTLE_ROOM && beliefs.size() < ASSIGNMENTS) {
            assertThat(dependence.work()).isGreaterThanOrEqualTo(budget);
            cut++;
          }
          if (way == Way.EXACT_IN_LITTLE_ROOM) {
            // What is told is exact, where a scenario may be sampled.
            continue;
          }
          for (int i = 0; i < beliefs.size(); i++) {
            assertSame(
                beliefs.get(i),
                expected.get(i),
                isExact ? 1e-12 : 0,
                "graph " + seed + ", " + claim.id() + ", " + assignments.get(i));
          }
        }
      }
      if (way != Way.EXACT_IN_LITTLE_ROOM) {
        assertThat(cut).isGreaterThan(20);
      }
    }

    /** With no room for all coins at once a few are opened at a time: all that is told is exact. */
    @Test
    void isExactInLittleRoom() {
      int told = 0;
      int left = 0;
      for (long seed = 0; seed < GRAPHS_A_TEST / 2; seed++) {
        ClaimGraph graph = Way.EXACT.graph(seed);
        Evaluation exact = Way.EXACT.evaluate(graph, options(graph, seed));
        Evaluation little = Way.EXACT_IN_LITTLE_ROOM.evaluate(graph, options(graph, seed));
        if (little.method() != Method.EXACT) {
          continue;
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<ImmutableMap<Element, Double>> assignments = new ArrayList<>();
        for (int i = 0; i < ASSIGNMENTS; i++) {
          assignments.add(assignment(graph, random));
        }
        for (Claim claim : graph.claims()) {
          List<Belief> expected = exact.dependence(claim.id()).beliefs(assignments);
          List<Belief> beliefs =
              little.dependence(claim.id()).beliefs(assignments, Long.MAX_VALUE / 2);
          for (int i = 0; i < beliefs.size(); i++) {
            assertSame(beliefs.get(i), expected.get(i), 1e-12, claim.id() + " in graph " + seed);
          }
          told += beliefs.size();
          left += ASSIGNMENTS - beliefs.size();
        }
      }
      assertThat(told).isGreaterThan(1000);
      assertThat(left).isGreaterThan(50);
    }

    @ParameterizedTest(name = "{0}, seeds from 0")
    @EnumSource(
        value = Way.class,
        names = {"CERTAIN", "EXACT"})
    void addsUpAllWorlds(Way way) {
      for (long seed = 0; seed < GRAPHS_A_TEST / 2; seed++) {
        ClaimGraph graph = way.graph(seed);
        Options options = options(graph, seed);
        Evaluation evaluation = way.evaluate(graph, options);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 8; i++) {
          Map<Element, Double> assignment = new LinkedHashMap<>(assignment(graph, random));
          // Of what has no grade, no graph can say that it does not hold.
          assignment.keySet().removeIf(DependenceTest::hasNoGrade);
          Map<Element, Double> grades = ClaimGraphs.grades(graph);
          grades.putAll(assignment);
          ClaimGraph lifted = ClaimGraphs.withoutRetractionsOf(
              graph,
              assignment.entrySet().stream()
                  .filter(
                      each -> each.getKey().kind() == Element.Kind.SOURCE && each.getValue() > 0)
                  .map(each -> each.getKey().id())
                  .collect(Collectors.toSet()));
          AlternatingFixpoint expected = AlternatingFixpoint.of(lifted, options, Worlds.of(grades));
          for (Claim claim : graph.claims()) {
            assertSame(
                evaluation.dependence(claim.id()).beliefs(List.of(assignment)).get(0),
                expected.belief(claim.id()),
                1e-9,
                "graph " + seed + ", " + options + ", " + claim.id() + ", " + assignment);
          }
        }
      }
    }

    @ParameterizedTest(name = "{0}, seeds from 0")
    @EnumSource(Way.class)
    void tellsTheEffectOfEveryCoin(Way way) {
      for (long seed = 0; seed < GRAPHS_A_TEST / 2; seed++) {
        ClaimGraph graph = way.graph(seed);
        Evaluation evaluation = way.evaluate(graph, options(graph, seed));
        for (Claim claim : graph.claims()) {
          Dependence dependence = evaluation.dependence(claim.id());
          for (Label label : Label.values()) {
            List<Effect> effects = dependence.effects(dependence.elements(), label);
            for (int i = 0; i < effects.size(); i++) {
              Element element = dependence.elements().get(i);
              Effect effect = effects.get(i);
              List<Belief> beliefs = dependence.beliefs(
                  List.of(ImmutableMap.of(element, 1.0), ImmutableMap.of(element, 0.0)));
              assertThat(effect.yes()).isEqualTo(beliefs.get(0).of(label));
              assertThat(effect.no()).isEqualTo(beliefs.get(1).of(label));
              if (evaluation.method() == Method.SAMPLED) {
                assertThat(effect.interval().low()).isLessThanOrEqualTo(effect.difference());
                assertThat(effect.interval().high()).isGreaterThanOrEqualTo(effect.difference());
              } else {
                assertThat(effect.interval()).isEqualTo(Interval.at(effect.difference()));
              }
            }
          }
        }
      }
    }

    @ParameterizedTest(name = "{0}, seeds from 0")
    @EnumSource(Way.class)
    void leavesOutNothingThatCanBear(Way way) {
      for (long seed = 0; seed < GRAPHS_A_TEST; seed++) {
        ClaimGraph graph = way.graph(seed);
        Evaluation evaluation = way.evaluate(graph, options(graph, seed));
        WhatIf whatIf = evaluation.whatIf();
        for (Source source : graph.sources()) {
          Evaluation with = whatIf.scenario().vindicate(source.id()).evaluate();
          Evaluation without = whatIf.scenario().discredit(source.id()).evaluate();
          for (Claim claim : graph.claims()) {
            if (!with.belief(claim.id()).equals(without.belief(claim.id()))) {
              assertThat(evaluation.dependence(claim.id()).elements())
                  .as("%s in graph %s", claim.id(), seed)
                  .contains(Element.source(source.id()));
            }
          }
        }
      }
    }

    /** A graph with further claims that have nothing to do with it. */
    private static ClaimGraph among(int others, ClaimGraph graph) {
      ClaimGraph.Builder larger = ClaimGraph.builder(graph.id())
          .title(graph.title())
          .allSources(graph.sources())
          .allClaims(graph.claims())
          .source(Source.builder("another").title("Another source"));
      for (int i = 0; i < others; i++) {
        larger.claim(Claim.builder("another-" + i).text("?").evidence(Evidence.builder("another")));
      }
      return larger.build();
    }

    @ParameterizedTest(name = "{0}, seeds from 0")
    @EnumSource(Way.class)
    void tellsTheVerdictsWithoutEachSource(Way way) {
      int changed = 0;
      for (long seed = 0; seed < 2 * GRAPHS_A_TEST; seed++) {
        // What depends on a source is swept alone where it is little of the graph.
        ClaimGraph graph = seed % 2 == 0 ? way.graph(seed) : among(300, way.graph(seed));
        Evaluation evaluation = way.evaluate(graph, options(graph, seed));
        WhatIf whatIf = evaluation.whatIf();
        List<String> sources = graph.sources().stream().map(Source::id).toList();

        List<ImmutableMap<String, Verdict>> without = evaluation.verdictsWithout(sources);

        List<Map<String, Verdict>> expected = new ArrayList<>();
        for (String source : sources) {
          Evaluation then = whatIf.scenario().discredit(source).evaluate();
          Map<String, Verdict> verdicts = new LinkedHashMap<>();
          for (Claim claim : graph.claims()) {
            if (then.verdict(claim.id()) != evaluation.verdict(claim.id())) {
              verdicts.put(claim.id(), then.verdict(claim.id()));
              changed++;
            }
          }
          expected.add(verdicts);
        }
        assertThat(without).as("graph %s", seed).isEqualTo(expected);
        List<ImmutableMap<String, Verdict>> first = new ArrayList<>();
        int told =
            evaluation.verdictsWithout(sources, 1, (source, verdicts) -> first.add(verdicts));
        assertThat(first).hasSize(told).isEqualTo(expected.subList(0, told));
        assertThat(without.stream().map(each -> List.copyOf(each.keySet())).toList())
            .isEqualTo(expected.stream().map(each -> List.copyOf(each.keySet())).toList());
      }
      assertThat(changed).isGreaterThan(GRAPHS_A_TEST / 2);
    }
  }

  @Nested
  class Elements {

    private static final ClaimGraph BRIDGE = graph(
        source("survey"),
        source("county"),
        source("gossip"),
        claim("elsewhere").evidence(evidence("gossip")),
        claim("closed").inference(step("unsafe")),
        claim("unsafe").evidence(evidence("county")).evidence(evidence("survey")));

    @Test
    void areThoseOfTheConeInDocumentOrder() {
      assertThat(Evaluator.usual().evaluate(BRIDGE).dependence("closed").elements())
          .containsExactly(
              Element.source("survey"),
              Element.source("county"),
              Element.inference("closed/inference"),
              Element.evidence("unsafe/evidence/county"),
              Element.evidence("unsafe/evidence/survey"));
    }

    @Test
    void endWhereSomethingIsSupposed() {
      Evaluation supposed =
          Evaluator.builder().suppose("unsafe", Supposition.ACCEPTED).build().evaluate(BRIDGE);

      assertThat(supposed.dependence("closed").elements())
          .containsExactly(Element.inference("closed/inference"));
    }

    @Test
    void areThoseThatAGradeCanTurnOnToo() {
      ClaimGraph graph = graph(
          source("retracted").retracted(Retraction.builder("2020")),
          source("weak").reliability(0),
          claim("c").evidence(evidence("retracted")).evidence(evidence("weak")));

      Dependence dependence = Evaluator.usual().evaluate(graph).dependence("c");

      assertThat(dependence.elements())
          .containsExactly(
              Element.source("retracted"),
              Element.source("weak"),
              Element.evidence("c/evidence/retracted"),
              Element.evidence("c/evidence/weak"));
      assertThat(dependence.beliefs(List.of(
              ImmutableMap.of(Element.source("retracted"), 1.0),
              ImmutableMap.of(Element.source("weak"), 1.0))))
          .containsExactly(new Belief(1, 0, 0, 0, 0), new Belief(1, 0, 0, 0, 0));
    }
  }

  @Nested
  class Numbers {

    private final ClaimGraph graph = graph(
        source("s").reliability(.8),
        source("t").reliability(.5),
        claim("c").evidence(evidence("s")).evidence(refuting("t")));

    @Test
    void areWeighedExactly() {
      Dependence dependence = Evaluator.usual().evaluate(graph).dependence("c");

      Belief belief =
          dependence.beliefs(List.of(ImmutableMap.of(Element.source("t"), .25))).get(0);

      assertThat(belief.supported()).isCloseTo(.6, within(1e-15));
      assertThat(belief.refuted()).isCloseTo(.05, within(1e-15));
      assertThat(belief.conflicting()).isCloseTo(.2, within(1e-15));
      assertThat(belief.unverified()).isCloseTo(.15, within(1e-15));
    }

    /** So many coins, over so many nodes, that their effects are computed together. */
    @Test
    void areTheSameWhereManyCoinsAreSetTogether() {
      ClaimGraph chain = GraphFamily.EXCLUSIVE_OR_CHAIN.graphOfBytes(60_000);
      Evaluation evaluation = Evaluator.usual().evaluate(chain);
      assertThat(evaluation.method()).isEqualTo(Method.EXACT);
      Dependence dependence = evaluation.dependence(GraphFamily.asked(chain));
      List<ImmutableMap<Element, Double>> assignments = new ArrayList<>();
      for (Element element : dependence.elements()) {
        assignments.add(ImmutableMap.of(element, 0.0));
        assignments.add(ImmutableMap.of(element, 1.0));
      }
      List<Belief> together = dependence.beliefs(assignments, Long.MAX_VALUE / 2);
      long work = dependence.work();
      List<Belief> oneByOne = dependence.beliefs(assignments);
      // Otherwise they would not be computed together.
      assertThat(dependence.work() - work).isGreaterThan(2L << 18);
      for (int i = 0; i < assignments.size(); i++) {
        assertSame(together.get(i), oneByOne.get(i), 1e-12, assignments.get(i).toString());
      }
    }

    @Test
    void pairTheWorldsThatAreSampled() {
      Evaluation sampled =
          Evaluator.builder().nodeBudget(0).worlds(1000).build().evaluate(graph);
      Dependence dependence = sampled.dependence("c");

      Effect effect =
          dependence.effects(List.of(Element.source("s")), Label.SUPPORTED).get(0);

      // Without s nothing supports c, and with it exactly what t does not speak against does.
      assertThat(effect.no()).isZero();
      assertThat(effect.yes()).isEqualTo((1000 - Math.rint(sampled.right("t") * 1000)) / 1000);
      assertThat(effect.interval())
          .isEqualTo(Interval.ofPairedDifference(0, effect.yes() * 1000, 0, 1000));
    }
  }

  @Nested
  class Refuses {

    private final ClaimGraph graph = graph(
        source("s"),
        claim("c").evidence(evidence("s")).review(Review.builder("s", Verdict.SUPPORTED)));

    private final Dependence dependence = Evaluator.builder()
        .reviews(ReviewPolicy.REVIEWS_FIRST)
        .build()
        .evaluate(graph)
        .dependence("c");

    private void believe(Element element, double grade) {
      dependence.beliefs(List.of(ImmutableMap.of(element, grade)));
    }

    @Test
    void unknownIds() {
      assertThatThrownBy(() -> dependence.evaluation().dependence("d"))
          .isInstanceOf(UnknownIdException.class);
      assertThatThrownBy(() -> believe(Element.source("r"), 1))
          .isInstanceOf(UnknownIdException.class);
      assertThatThrownBy(() -> believe(Element.evidence("r"), 1))
          .isInstanceOf(UnknownIdException.class);
      assertThatThrownBy(() -> dependence.evaluation().verdictsWithout(List.of("r")))
          .isInstanceOf(UnknownIdException.class);
    }

    @Test
    void whatHasNoGrade() {
      assertThatThrownBy(() -> believe(Element.claim("c"), 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("claim 'c' has no grade");
      assertThatThrownBy(() -> believe(Element.review("c/reviews/s"), .5))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("review 'c/reviews/s' has no grade; it can be struck, which is 0");
    }

    @Test
    void aGradeOutOfRange() {
      assertThatThrownBy(() -> believe(Element.source("s"), 1.5))
          .isInstanceOf(InvalidValueException.class)
          .hasMessage(
              "grade is 1.5, and must lie between 0 and 1. Write a number from 0 to 1, such as 0.8.");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void toGoOnWhenInterrupted(Way way) {
      ClaimGraph graph = way.graph(5);
      Evaluation evaluation = way.evaluate(graph, Options.DEFAULT);
      Dependence one = evaluation.dependence(graph.claims().get(0).id());
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(() -> one.beliefs(List.of(ImmutableMap.of())))
            .isInstanceOf(CancellationException.class);
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
    }
  }
}
