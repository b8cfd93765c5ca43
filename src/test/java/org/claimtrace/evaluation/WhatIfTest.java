package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WhatIfTest {

  private static final double[] GRADES = {0, 1, .3, .9};
  private static final int GRAPHS_A_TEST = 100;

  /** What is otherwise in a scenario. */
  private enum Kind {
    DISCREDIT,
    VINDICATE,
    SET_RELIABILITY,
    SET_STRENGTH,
    STRIKE,
    SUPPOSE,
    ADD_EVIDENCE,
    ADD_INFERENCE
  }

  /** How a scenario's evaluation comes to be computed. */
  private enum Way {
    BY_LOGIC,
    /** Where scenarios may leave something to chance that was not. */
    CERTAIN,
    EXACT,
    SAMPLED;

    ClaimGraph graph(long seed) {
      return switch (this) {
        case BY_LOGIC -> RandomClaimGraphs.graph(seed);
        case CERTAIN -> RandomClaimGraphs.graph(seed, 1);
        case EXACT, SAMPLED -> RandomClaimGraphs.graph(seed, 12);
      };
    }

    Evaluator.Builder evaluator(Options options) {
      return options
          .numbers()
          .byLogic(this == BY_LOGIC)
          .worlds(200)
          .nodeBudget(this == SAMPLED ? 0 : 1 << 16);
    }
  }

  static Stream<Arguments> kindsAndWays() {
    return Stream.of(Kind.values())
        .flatMap(kind -> Stream.of(Way.values()).map(way -> Arguments.of(kind, way)));
  }

  /** A scenario, and the graph and options that say the same without one. */
  private static final class Changed {

    private final SplittableRandom random;
    private Scenario scenario;
    private ClaimGraph graph;
    private Options options;
    /** What is as it is in the scenario alone: a review cannot be written down that is there and does not fire. */
    private final Set<Element> struckReviews = new HashSet<>();

    private int added;

    Changed(Scenario scenario, ClaimGraph graph, Options options, SplittableRandom random) {
      this.scenario = scenario;
      this.graph = graph;
      this.options = options;
      this.random = random;
    }

    private <T> Optional<T> one(List<T> of) {
      return of.isEmpty() ? Optional.empty() : Optional.of(of.get(random.nextInt(of.size())));
    }

    private Optional<String> oneClaim() {
      return one(graph.claims()).map(Claim::id);
    }

    private Optional<String> oneSource() {
      return one(graph.sources()).map(Source::id);
    }

    /** A line that was there before anything was added. */
    private Optional<Element> oneLine() {
      return one(graph.claims().stream()
          .flatMap(claim -> graph.lines(claim.id()).stream())
          .filter(line -> !line.id().startsWith("added"))
          .toList());
    }

    private double grade() {
      return GRADES[random.nextInt(GRADES.length)];
    }

    void change(Kind kind) {
      switch (kind) {
        case DISCREDIT ->
          oneSource().ifPresent(id -> {
            scenario = scenario.discredit(id);
            grade(Element.source(id), 0);
          });
        case VINDICATE ->
          oneSource().ifPresent(id -> {
            scenario = scenario.vindicate(id);
            grade(Element.source(id), 1);
          });
        case SET_RELIABILITY -> oneSource().ifPresent(id -> set(Element.source(id)));
        case SET_STRENGTH ->
          oneLine().filter(line -> line.kind() != Element.Kind.REVIEW).ifPresent(this::set);
        case STRIKE ->
          oneLine().ifPresent(line -> {
            scenario = scenario.strike(line);
            if (line.kind() == Element.Kind.REVIEW) {
              empty(line);
            } else {
              grade(line, 0);
            }
          });
        case SUPPOSE ->
          oneClaim().ifPresent(id -> {
            Supposition supposition = Supposition.values()[random.nextInt(3)];
            scenario = scenario.suppose(id, supposition);
            Map<String, Supposition> all = new LinkedHashMap<>(options.suppositions());
            all.put(id, supposition);
            options = options.suppose(all);
          });
        case ADD_EVIDENCE ->
          oneClaim()
              .ifPresent(claim -> oneSource().ifPresent(source -> {
                Evidence evidence = Evidence.builder(source)
                    .id("added-" + ++added)
                    .stance(Stance.values()[random.nextInt(3)])
                    .strength(grade())
                    .unless(some(oneClaim()))
                    .overrides(some(one(graph.lines(claim)).map(Element::id)))
                    .build();
                scenario = scenario.add(claim, evidence);
                graph = with(graph, claim, each -> each.evidence(evidence));
              }));
        case ADD_INFERENCE ->
          oneClaim()
              .ifPresent(claim -> oneClaim().ifPresent(premise -> {
                Inference inference = Inference.builder()
                    .id("added-" + ++added)
                    .premises(new Premise(premise, random.nextInt(4) == 0))
                    .stance(Stance.values()[random.nextInt(3)])
                    .strength(grade())
                    .assuming(some(oneClaim()))
                    .unless(some(oneClaim()))
                    .overrides(some(one(graph.lines(claim)).map(Element::id)))
                    .build();
                scenario = scenario.add(claim, inference);
                graph = with(graph, claim, each -> each.inference(inference));
              }));
      }
    }

    private List<String> some(Optional<String> one) {
      return random.nextInt(3) == 0 ? one.stream().toList() : List.of();
    }

    private void set(Element element) {
      double grade = grade();
      scenario = scenario.set(element, grade);
      grade(element, grade);
    }

    private void grade(Element element, double grade) {
      graph = ClaimGraphs.graded(graph, Map.of(element, grade));
    }

    /** A review that gives no verdict bears on nothing and overrides nothing. */
    private void empty(Element review) {
      struckReviews.add(review);
      String claim = graph.claimOf(review.id()).id();
      List<Review> reviews = graph.claim(claim).reviews().stream()
          .map(each -> each.lineId(claim).equals(review.id())
              ? each.toBuilder().verdict(Verdict.UNVERIFIED).build()
              : each)
          .toList();
      graph = with(graph, claim, each -> each.reviews(reviews));
    }

    private static ClaimGraph with(
        ClaimGraph graph, String claim, UnaryOperator<Claim.Builder> change) {
      return graph.toBuilder()
          .claims(graph.claims().stream()
              .map(each ->
                  each.id().equals(claim) ? change.apply(each.toBuilder()).build() : each)
              .toList())
          .build();
    }
  }

  private static Options options(ClaimGraph graph, long seed) {
    return RandomClaimGraphs.options(graph, ReviewPolicy.values()[(int) (seed % 3)], seed)
        .ignoringDerivation(seed % 7 == 0);
  }

  /** Whether the scenario says anything else than the evaluation that it starts from. */
  private static boolean compare(Changed changed, Evaluation base, Way way, String what) {
    Evaluation scenario = changed.scenario.evaluate();
    Evaluation afresh = way.evaluator(changed.options).build().evaluate(changed.graph);
    Set<Element> elements = new HashSet<>(Findings.of(afresh).keySet());
    assertThat(Findings.of(scenario).keySet()).as(what).isEqualTo(elements);
    elements.removeAll(changed.struckReviews);
    Findings.assertSame(scenario, afresh, what, elements);
    changed.struckReviews.forEach(review -> {
      assertThat(scenario.fires(review)).as("%s in %s", review, what).isZero();
      assertThat(scenario.undecided(review)).as("%s in %s", review, what).isZero();
    });
    return !Findings.of(scenario).equals(Findings.of(base));
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
          Changed changed = new Changed(whatIf.scenario(), graph, options, random);
          changed.change(kind);
          different +=
              compare(changed, base, way, "scenario %s of graph %s".formatted(i, seed)) ? 1 : 0;
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
          Changed changed = new Changed(whatIf.scenario(), graph, options, random);
          // Every other scenario adds nothing, and is computed by its cone.
          int kinds = i % 2 == 0 ? Kind.ADD_EVIDENCE.ordinal() : Kind.values().length;
          for (int j = 2 + random.nextInt(4); j > 0; j--) {
            changed.change(Kind.values()[random.nextInt(kinds)]);
          }
          different +=
              compare(changed, base, way, "scenario %s of graph %s".formatted(i, seed)) ? 1 : 0;
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
          Changed changed = new Changed(whatIf.scenario(), graph, options, random);
          for (int j = 1 + random.nextInt(3); j > 0; j--) {
            changed.change(Kind.values()[random.nextInt(Kind.values().length)]);
          }
          Evaluation first = changed.scenario.evaluate();
          changed.scenario = first.whatIf().scenario();
          for (int j = 1 + random.nextInt(3); j > 0; j--) {
            changed.change(Kind.values()[random.nextInt(Kind.values().length)]);
          }
          different +=
              compare(changed, first, way, "scenario %s of graph %s".formatted(i, seed)) ? 1 : 0;
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
