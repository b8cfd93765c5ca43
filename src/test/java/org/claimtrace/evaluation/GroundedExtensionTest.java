package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is accepted where each claim has one unconditional supporting evidence and attacks are refuting inferences with one
 * premise, against the grounded extension: the least complete one, found among all sets of arguments.
 */
class GroundedExtensionTest {

  @Nested
  class OfEveryFramework {
    @ParameterizedTest(name = "of {0} arguments")
    @ValueSource(ints = {1, 2, 3, 4})
    void isWhatIsAccepted(int arguments) {
      for (int attacks = 0; attacks < 1 << (arguments * arguments); attacks++) {
        int[] attackers = new int[arguments];
        for (int i = 0; i < arguments; i++) {
          attackers[i] = (attacks >> (i * arguments)) & ((1 << arguments) - 1);
        }
        check(attackers);
      }
    }
  }

  @Nested
  class OfARandomFramework {
    private static final int FRAMEWORKS = 250;

    static LongStream someSeeds() {
      return LongStream.range(0, 20);
    }

    static LongStream manySeeds() {
      return LongStream.range(100, 1100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("someSeeds")
    void isWhatIsAccepted(long seed) {
      random(seed);
    }

    @Tag("slow")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("manySeeds")
    void isWhatIsAcceptedInHundredsOfThousands(long seed) {
      random(seed);
    }

    private static void random(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < FRAMEWORKS; i++) {
        int arguments = 5 + random.nextInt(5);
        double density = random.nextDouble(3.0 / arguments);
        int[] attackers = new int[arguments];
        for (int j = 0; j < arguments * arguments; j++) {
          attackers[j / arguments] |= random.nextDouble() < density ? 1 << (j % arguments) : 0;
        }
        check(attackers);
      }
    }
  }

  private static void check(int[] attackers) {
    int grounded = leastCompleteExtension(attackers);
    ClaimGraph framework = framework(attackers);
    check(attackers, grounded, Evaluator.builder().byLogic(true).build().evaluate(framework));
    check(attackers, grounded, Evaluator.usual().evaluate(framework));
    check(
        attackers,
        grounded,
        Evaluator.builder().nodeBudget(0).worlds(3).build().evaluate(framework));
  }

  private static void check(int[] attackers, int grounded, Evaluation evaluation) {
    for (int i = 0; i < attackers.length; i++) {
      // What is not accepted still has its own evidence.
      Verdict expected = ((grounded >> i) & 1) == 1 ? Verdict.SUPPORTED : Verdict.CONFLICTING;
      double accepted = evaluation.belief("a" + i).supported();
      if (evaluation.verdict("a" + i) != expected
          || accepted != (expected == Verdict.SUPPORTED ? 1 : 0)) {
        assertThat(evaluation.verdict("a" + i))
            .as(
                "%s: argument %s of attackers %s, accepted in %s",
                evaluation.method(), i, Arrays.toString(attackers), accepted)
            .isEqualTo(expected);
      }
    }
  }

  private static ClaimGraph framework(int[] attackers) {
    ClaimGraph.Builder graph = ClaimGraph.builder("framework")
        .title("Framework")
        .source(source("s"))
        // Read by nothing: it makes the other methods take part.
        .source(source("elsewhere").reliability(.5));
    for (int i = 0; i < attackers.length; i++) {
      Claim.Builder argument = claim("a" + i).evidence(evidence("s"));
      for (int j = 0; j < attackers.length; j++) {
        if (((attackers[i] >> j) & 1) == 1) {
          argument.inference(against("a" + j).id("a" + j + "-attacks-a" + i));
        }
      }
      graph.claim(argument);
    }
    return graph.build();
  }

  private static int leastCompleteExtension(int[] attackers) {
    int least = -1;
    for (int set = 0; set < 1 << attackers.length; set++) {
      if (isComplete(set, attackers)) {
        least &= set;
      }
    }
    assertThat(isComplete(least, attackers)).isTrue();
    return least;
  }

  /** Whether a set is free of conflict and holds exactly what it defends (Dung 1995, definitions 2.2, 2.3 and 2.7). */
  private static boolean isComplete(int set, int[] attackers) {
    int attacked = 0;
    for (int i = 0; i < attackers.length; i++) {
      if ((attackers[i] & set) != 0) {
        attacked |= 1 << i;
      }
    }
    int defended = 0;
    for (int i = 0; i < attackers.length; i++) {
      if ((attackers[i] & ~attacked) == 0) {
        defended |= 1 << i;
      }
    }
    return (set & attacked) == 0 && set == defended;
  }
}
