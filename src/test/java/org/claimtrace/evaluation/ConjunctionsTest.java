package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.claimtrace.evaluation.JointChances.Conjunction;
import org.claimtrace.evaluation.JointChances.Conjunctions;
import org.claimtrace.evaluation.LogicProgram.Truth;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConjunctionsTest {

  private static final int MOST_COINS = 8;

  /** Up to three sets of up to two elements, of each of which one is to be so. */
  private static List<List<Element>> asked(ClaimGraph graph, SplittableRandom random) {
    List<Element> elements = new ArrayList<>();
    graph.sources().forEach(source -> elements.add(Element.source(source.id())));
    for (Claim claim : graph.claims()) {
      elements.add(Element.claim(claim.id()));
      elements.addAll(graph.lines(claim.id()));
      elements.addAll(graph.lines(claim.id()));
    }
    List<List<Element>> asked = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      List<Element> oneOf = new ArrayList<>();
      for (int j = 1 + random.nextInt(2); j > 0; j--) {
        oneOf.add(elements.get(random.nextInt(elements.size())));
      }
      asked.add(oneOf);
    }
    return asked;
  }

  private static boolean isSo(AlternatingFixpoint world, Element element) {
    return switch (element.kind()) {
      case SOURCE -> world.right(element.id());
      case CLAIM -> world.belief(element.id()).supported() == 1;
      default -> world.fires(element) == Truth.TRUE;
    };
  }

  /** Adds up all worlds in which all of it is so. */
  private static double addedUp(
      ClaimGraph graph,
      Options options,
      Map<Element, Double> grades,
      List<Element> open,
      List<List<Element>> asked) {
    double sum = 0;
    for (long number = 0; number < 1L << open.size(); number++) {
      double weight = 1;
      Set<Element> yes = new HashSet<>();
      for (int i = 0; i < open.size(); i++) {
        boolean heads = (number >>> i & 1) == 1;
        weight *= heads ? grades.get(open.get(i)) : 1 - grades.get(open.get(i));
        if (heads) {
          yes.add(open.get(i));
        }
      }
      AlternatingFixpoint world = AlternatingFixpoint.of(
          graph, options, element -> yes.contains(element) || grades.get(element) == 1);
      if (asked.stream()
          .allMatch(oneOf -> oneOf.stream().anyMatch(element -> isSo(world, element)))) {
        sum += weight;
      }
    }
    return sum;
  }

  private static Evaluator.Builder evaluator(Options options) {
    Evaluator.Builder builder = Evaluator.builder().reviews(options.reviews());
    options.asOf().ifPresent(builder::asOf);
    options.suppositions().forEach(builder::suppose);
    return builder;
  }

  private static double chance(Evaluation evaluation, List<List<Element>> asked) {
    Conjunction together = Conjunctions.of(evaluation).nothing();
    for (List<Element> oneOf : asked) {
      together = together.andOneOf(oneOf);
    }
    return together.chance();
  }

  static List<Long> hundreds() {
    return LongStream.range(0, 10).map(i -> i * 100).boxed().toList();
  }

  @ParameterizedTest(name = "seeds {0} and the next hundred")
  @MethodSource("hundreds")
  void addUpTheWorldsInWhichAllOfItIsSo(long first) {
    int exact = 0;
    for (long seed = first; seed < first + 100; seed++) {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      Map<Element, Double> grades = ClaimGraphs.grades(graph);
      List<Element> open = new ArrayList<>();
      grades.forEach((element, grade) -> {
        if (grade > 0 && grade < 1) {
          open.add(element);
        }
      });
      if (open.size() > MOST_COINS) {
        continue;
      }
      Options options =
          RandomClaimGraphs.options(graph, ReviewPolicy.values()[(int) (seed % 3)], seed);
      Evaluation evaluation = evaluator(options).build().evaluate(graph);
      Evaluation sampled =
          evaluator(options).nodeBudget(0).worlds(1000).seed(seed).build().evaluate(graph);
      exact += evaluation.method() == Method.EXACT ? 1 : 0;
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 5; i++) {
        List<List<Element>> asked = asked(graph, random);
        double expected = addedUp(graph, options, grades, open, asked);
        assertThat(chance(evaluation, asked))
            .as("%s in graph %s, %s", asked, seed, options)
            .isCloseTo(expected, within(1e-9));
        // Five standard errors of a thousand worlds, at most.
        assertThat(chance(sampled, asked)).isCloseTo(expected, within(.08));
      }
    }
    assertThat(exact).isPositive();
  }

  @Test
  void ofOneThingAreWhatTheEvaluationSays() {
    for (long seed = 0; seed < 200; seed++) {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      for (int budget : new int[] {1 << 20, 0}) {
        Evaluation evaluation =
            Evaluator.builder().nodeBudget(budget).worlds(100).build().evaluate(graph);
        Conjunctions joint = Conjunctions.of(evaluation);
        for (Claim claim : graph.claims()) {
          assertThat(joint.nothing().and(Element.claim(claim.id())).chance())
              .isEqualTo(evaluation.belief(claim.id()).supported());
          for (Element line : graph.lines(claim.id())) {
            assertThat(joint.nothing().and(line).chance()).isEqualTo(evaluation.fires(line));
          }
        }
        graph
            .sources()
            .forEach(source -> assertThat(
                    joint.nothing().and(Element.source(source.id())).chance())
                .isEqualTo(evaluation.right(source.id())));
      }
    }
  }

  private static final ClaimGraph TWO_OF_ONE_SOURCE = graph(
      source("s").reliability(.8),
      source("t").reliability(.5),
      claim("a").evidence(evidence("s")),
      claim("b").evidence(evidence("s")),
      claim("c").evidence(evidence("t")));

  private static final Element A = Element.evidence("a/evidence/s");
  private static final Element B = Element.evidence("b/evidence/s");
  private static final Element C = Element.evidence("c/evidence/t");

  @Nested
  class OfWhatHangsOnOneCoin {

    private final Conjunctions joint =
        Conjunctions.of(Evaluator.usual().evaluate(TWO_OF_ONE_SOURCE));

    @Test
    void areNotTheProduct() {
      assertThat(joint.nothing().and(A).and(B).chance()).isEqualTo(.8);
      assertThat(joint.nothing().and(A).and(C).chance()).isEqualTo(.4);
      assertThat(joint.nothing().andOneOf(List.of(A, C)).chance()).isCloseTo(.9, within(1e-12));
    }

    @Test
    void ofNothingAreOne() {
      assertThat(joint.nothing().chance()).isEqualTo(1);
    }

    @Test
    void saysWhatItDoesNotKnow() {
      assertThatThrownBy(() -> joint.nothing().and(Element.claim("d")))
          .isInstanceOf(UnknownIdException.class);
      assertThatThrownBy(() -> joint.nothing().andOneOf(List.of()))
          .hasMessage("one of no elements");
      assertThatThrownBy(() -> joint.coin(Element.claim("a"))).hasMessage("claim 'a' has no coin");
      assertThat(joint.nothing().and(A).chance()).isEqualTo(.8);
    }
  }

  @Nested
  class OfAScenario {
    @Test
    void areThoseOfItsOwnGrades() {
      Evaluation base = Evaluator.usual().evaluate(TWO_OF_ONE_SOURCE);
      Evaluation then = base.whatIf().scenario().set(Element.source("s"), .3).evaluate();
      Conjunctions joint = Conjunctions.of(then);
      assertThat(joint.coin(Element.source("s"))).isEqualTo(.3);
      assertThat(joint.nothing().and(A).and(B).chance()).isCloseTo(.3, within(1e-12));
    }
  }

  @Nested
  class WhoseDiagramsGrowTooLarge {

    /** Every conjunction of others makes nodes of its own. */
    private final ClaimGraph graph = wide();

    private static ClaimGraph wide() {
      ClaimGraph.Builder graph = ClaimGraph.builder("wide").title("Wide");
      for (int i = 0; i < 12; i++) {
        graph.source(source("s" + i).reliability(.5));
        graph.claim(claim("c" + i).evidence(evidence("s" + i)));
      }
      return graph.build();
    }

    private Conjunction ofEvery(Conjunctions joint, int mask) {
      Conjunction together = joint.nothing();
      for (int i = 0; i < 12; i++) {
        if ((mask >>> i & 1) == 1) {
          together = together.and(Element.source("s" + i));
        }
      }
      return together;
    }

    @Test
    void areMadeAnewAndStayExact() {
      Conjunctions joint =
          Conjunctions.of(Evaluator.builder().nodeBudget(20).build().evaluate(graph));
      Conjunction first = ofEvery(joint, 0b101);
      for (int mask = 0; mask < 1 << 12; mask += 7) {
        assertThat(ofEvery(joint, mask).chance()).isEqualTo(Math.pow(.5, Integer.bitCount(mask)));
      }
      assertThat(first.and(Element.source("s1")).chance()).isEqualTo(.125);
      assertThat(joint.method()).isEqualTo(Method.EXACT);
    }
  }

  @Nested
  class WhoseThreadIsInterrupted {
    @Test
    void stopAndCanBeAskedAgain() {
      Conjunctions joint = Conjunctions.of(Evaluator.usual().evaluate(TWO_OF_ONE_SOURCE));
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> joint.nothing().and(A)).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(joint.nothing().and(A).and(C).chance()).isEqualTo(.4);
    }
  }

  @Nested
  class OfWhatIsCertain {
    @Test
    void areNoneOrAll() {
      Conjunctions joint = Conjunctions.of(Evaluator.usual()
          .evaluate(graph(
              source("s"),
              claim("a").evidence(evidence("s")),
              claim("b").inference(step("a")),
              claim("c"))));
      Conjunction both =
          joint.nothing().and(Element.claim("b")).and(Element.inference("b/inference"));
      assertThat(both.chance()).isEqualTo(1);
      assertThat(both.and(Element.claim("c")).chance()).isZero();
      assertThat(joint.method()).isEqualTo(Method.CERTAIN);
    }
  }
}
