package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.claimtrace.evaluation.JointChances.Condition;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Retraction;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JointChancesTest {

  private static Chance together(ClaimGraph graph, Condition... conditions) {
    return Evaluator.usual().evaluate(graph).jointChances().of(List.of(conditions));
  }

  @Nested
  class OfNothing {
    @Test
    void areCertain() {
      assertThat(together(graph())).isEqualTo(new Chance(1, 0));
    }
  }

  @Nested
  class OfClaimsOfOneSource {
    private final ClaimGraph graph = graph(
        claim("p").evidence(evidence("s")),
        claim("q").evidence(evidence("s")),
        claim("r").evidence(refuting("s")),
        claim("sure").evidence(evidence("known")),
        claim("nothing"),
        source("s").reliability(.7),
        source("known"));

    @Test
    void areThatOfEachAndNotTheProduct() {
      assertThat(together(graph, Condition.accepted("p"), Condition.accepted("q")))
          .isEqualTo(new Chance(.7, 0));
      assertThat(together(
              graph, Condition.accepted("p"), Condition.rejected("r"), Condition.right("s")))
          .isEqualTo(new Chance(.7, 0));
    }

    @Test
    void areNoneWhereOneIsNeverMet() {
      assertThat(
              together(graph, Condition.accepted("p"), Condition.rejected("q")).yes())
          .isZero();
      assertThat(together(graph, Condition.accepted("p"), Condition.accepted("nothing")))
          .isEqualTo(new Chance(0, 0));
    }

    @Test
    void areThoseOfTheOnlyOneThatIsOpen() {
      assertThat(together(graph, Condition.accepted("sure"), Condition.accepted("p")))
          .isEqualTo(new Chance(.7, 0));
    }
  }

  @Nested
  class OfSources {
    private final ClaimGraph graph = graph(
        source("origin").reliability(.5),
        source("copy").reliability(.8).derivedFrom("origin"),
        source("gone").retracted(Retraction.builder("2020")));

    @Test
    void tellBeingRightFromRelayingFaithfully() {
      assertThat(together(graph, Condition.right("copy"))).isEqualTo(new Chance(.4, 0));
      assertThat(together(graph, Condition.faithful("copy"))).isEqualTo(new Chance(.8, 0));
      assertThat(together(graph, Condition.right("copy"), Condition.faithful("copy"))
              .yes())
          .isCloseTo(.4, within(1e-15));
      assertThat(together(graph, Condition.faithful("copy"), Condition.right("origin"))
              .yes())
          .isCloseTo(.4, within(1e-15));
    }

    @Test
    void knowThatARetractedSourceIsNeither() {
      assertThat(together(graph, Condition.right("gone"))).isEqualTo(new Chance(0, 0));
      assertThat(together(graph, Condition.faithful("gone"))).isEqualTo(new Chance(0, 0));
    }
  }

  @Nested
  class OfWhatIsUndecided {
    private final ClaimGraph graph = graph(
        claim("ground").evidence(evidence("known")),
        claim("c").inference(step("ground").unless("c")),
        claim("p").evidence(evidence("s")),
        claim("a").evidence(evidence("s")).contradicts("b"),
        claim("b").evidence(evidence("t")),
        source("known"),
        source("s").reliability(.8),
        source("t").reliability(.5));

    @Test
    void areUndecidedWhereTheOthersAreMet() {
      assertThat(together(graph, Condition.accepted("c"))).isEqualTo(new Chance(0, 1));
      assertThat(together(graph, Condition.accepted("c"), Condition.accepted("p")))
          .isEqualTo(new Chance(0, .8));
      Chance chance = together(graph, Condition.accepted("a"), Condition.accepted("p"));
      assertThat(chance.yes()).isCloseTo(.4, within(1e-15));
      assertThat(chance.undecided()).isCloseTo(.4, within(1e-15));
    }
  }

  @Nested
  class OfAnUnknownClaim {
    @Test
    void areRefused() {
      assertThatExceptionOfType(UnknownIdException.class)
          .isThrownBy(() -> together(graph(claim("closed")), Condition.accepted("closd")))
          .withMessage("no claim 'closd'. Did you mean 'closed'?");
    }
  }

  /** A claim that nobody else reads, with one step from the same premises, fires as often as these are met together. */
  @Nested
  class OfPremises {
    static Stream<Long> seeds() {
      return LongStream.range(0, 200).boxed();
    }

    private static List<Premise> premises(ClaimGraph graph, Random random) {
      List<Premise> premises = new ArrayList<>();
      for (Claim claim : graph.claims()) {
        if (random.nextInt(3) == 0 || premises.isEmpty()) {
          premises.add(random.nextInt(3) == 0 ? Premise.not(claim.id()) : Premise.of(claim.id()));
        }
      }
      return premises;
    }

    private static Condition condition(Premise premise) {
      return premise.isNegated()
          ? Condition.rejected(premise.claimId())
          : Condition.accepted(premise.claimId());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areTheChanceOfAStepFromThem(long seed) {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      List<Premise> premises = premises(graph, new Random(seed));
      if (premises.isEmpty()) {
        return;
      }
      List<Condition> conditions = premises.stream().map(OfPremises::condition).toList();
      Element step = Element.inference("the-step");
      ClaimGraph longer = graph.toBuilder()
          .claim(claim("the-conclusion")
              .inference(Inference.builder().allPremises(premises).id(step.id())))
          .build();

      Evaluation exact = Evaluator.usual().evaluate(longer);
      Chance chance = Evaluator.usual().evaluate(graph).jointChances().of(conditions);
      assertThat(chance.yes()).isCloseTo(exact.fires(step), within(1e-12));
      assertThat(chance.undecided()).isCloseTo(exact.undecided(step), within(1e-12));

      Evaluator sampling = Evaluator.builder().nodeBudget(0).worlds(200).build();
      Evaluation sampled = sampling.evaluate(longer);
      assertThat(sampling.evaluate(graph).jointChances().of(conditions))
          .isEqualTo(new Chance(sampled.fires(step), sampled.undecided(step)));
    }
  }
}
