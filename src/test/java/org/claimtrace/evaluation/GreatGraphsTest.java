package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every graph has an answer, a great one too: on a small stack, and in a time that only a quadratic step would exceed. The
 * limit is generous, and nothing is measured.
 */
@Timeout(300)
class GreatGraphsTest {

  private static final int MILLION = 1_000_000;
  private static final long SMALL_STACK = 256 * 1024;

  @Nested
  class AChainOfAMillionClaims {
    @Test
    void isSupportedToItsEnd() {
      ClaimGraph.Builder graph = great().claim(claim("c0").evidence(evidence("s")));
      for (int i = 1; i < MILLION; i++) {
        graph.claim(claim("c" + i).inference(step("c" + (i - 1))));
      }

      Evaluation evaluation = evaluate(graph);

      assertThat(verdicts(evaluation)).containsExactly(MILLION, 0, 0, 0, 0);
    }
  }

  @Tag("slow")
  @Nested
  class AChainOfAMillionAttacks {
    @Test
    void isAcceptedEverySecondTime() {
      ClaimGraph.Builder graph = great().claim(claim("c0").evidence(evidence("s")));
      for (int i = 1; i < MILLION; i++) {
        graph.claim(claim("c" + i).evidence(evidence("s")).inference(against("c" + (i - 1))));
      }

      Evaluation evaluation = evaluate(graph);

      assertThat(verdicts(evaluation)).containsExactly(MILLION / 2, 0, 0, MILLION / 2, 0);
      assertThat(evaluation.verdict("c" + (MILLION - 1))).isEqualTo(Verdict.CONFLICTING);
    }
  }

  @Nested
  class AHundredThousandPairsOfClaimsThatAttackEachOther {
    private static final int PAIRS = 100_000;

    @Test
    void areDecidedOneByOneWhereAThirdAttacksOne() {
      ClaimGraph.Builder graph = great().claim(claim("in").evidence(evidence("s")));
      for (int i = 0; i < PAIRS; i++) {
        Claim.Builder other =
            claim("b" + i).evidence(evidence("s")).inference(against("a" + i).id("a-b" + i));
        graph
            .claim(claim("a" + i)
                .evidence(evidence("s"))
                .inference(against("b" + i).id("b-a" + i)))
            .claim(i % 2 == 0 ? other.inference(against("in").id("in-b" + i)) : other);
      }

      Evaluation evaluation = evaluate(graph);

      assertThat(verdicts(evaluation)).containsExactly(1 + PAIRS / 2, 0, 0, PAIRS * 3 / 2, 0);
      assertThat(evaluation.verdict("a0")).isEqualTo(Verdict.SUPPORTED);
      assertThat(evaluation.caseAgainst("a1")).isEqualTo(new Chance(0, 1));
    }
  }

  @Nested
  class AnAttackRingOfAMillionClaims {
    @Test
    void isDecidedAllRoundByOneWayIn() {
      ClaimGraph.Builder graph = attackRing();
      graph
          .claim(claim("in").evidence(evidence("s")))
          .claim(claim("c0")
              .evidence(evidence("s"))
              .inference(against("c" + (MILLION - 1)).id("round"))
              .inference(against("in").id("way-in")));

      Evaluation evaluation = evaluate(graph);

      assertThat(verdicts(evaluation)).containsExactly(MILLION / 2 + 1, 0, 0, MILLION / 2, 0);
      assertThat(evaluation.verdict("c0")).isEqualTo(Verdict.CONFLICTING);
      assertThat(evaluation.verdict("c1")).isEqualTo(Verdict.SUPPORTED);
      assertThat(evaluation.verdict("c" + (MILLION - 1))).isEqualTo(Verdict.SUPPORTED);
    }

    @Tag("slow")
    @Test
    void isLeftOpenWithoutOne() {
      ClaimGraph.Builder graph = attackRing();
      graph.claim(claim("c0").evidence(evidence("s")).inference(against("c" + (MILLION - 1))));

      Evaluation evaluation = evaluate(graph);

      assertThat(verdicts(evaluation)).containsExactly(0, 0, 0, MILLION, 0);
      assertThat(evaluation.caseAgainst("c77")).isEqualTo(new Chance(0, 1));
    }

    private ClaimGraph.Builder attackRing() {
      ClaimGraph.Builder graph = great();
      for (int i = 1; i < MILLION; i++) {
        graph.claim(claim("c" + i).evidence(evidence("s")).inference(against("c" + (i - 1))));
      }
      return graph;
    }
  }

  @Tag("slow")
  @Nested
  class ARingOfAMillionClaimsThatSupportEachOther {
    @Test
    void isWorthNothing() {
      ClaimGraph.Builder graph = great();
      for (int i = 0; i < MILLION; i++) {
        graph.claim(claim("c" + i).inference(step("c" + (i + 1) % MILLION)));
      }

      Evaluation evaluation = evaluate(graph);

      assertThat(verdicts(evaluation)).containsExactly(0, 0, 0, 0, MILLION);
      assertThat(evaluation.caseFor("c77")).isEqualTo(new Chance(0, 0));
    }

    @Test
    void isSupportedAllRoundByOneGround() {
      ClaimGraph.Builder graph =
          great().claim(claim("c0").evidence(evidence("s")).inference(step("c" + (MILLION - 1))));
      for (int i = 1; i < MILLION; i++) {
        graph.claim(claim("c" + i).inference(step("c" + (i - 1))));
      }

      Evaluation evaluation = evaluate(graph);

      assertThat(verdicts(evaluation)).containsExactly(MILLION, 0, 0, 0, 0);
    }
  }

  @Nested
  class ARingOfAMillionSources {
    @Test
    void isWorthNothing() {
      ClaimGraph.Builder graph = ring().claim(claim("c").evidence(evidence("s7")));

      Evaluation evaluation = evaluate(graph);

      assertThat(evaluation.right("s7")).isZero();
      assertThat(evaluation.verdict("c")).isEqualTo(Verdict.UNVERIFIED);
    }

    private ClaimGraph.Builder ring() {
      ClaimGraph.Builder graph = great();
      for (int i = 0; i < MILLION; i++) {
        graph.source(source("s" + i).derivedFrom("s" + (i + 1) % MILLION));
      }
      return graph;
    }
  }

  @Tag("slow")
  @Nested
  class AMillionCopiesInAChain {
    @Test
    void sayNoMoreThanTheFirst() {
      Evaluation evaluation = evaluate(copies(refuting("s0").id("first").unless("told")));

      assertThat(evaluation.right("s" + (MILLION - 1))).isEqualTo(1);
      assertThat(evaluation.verdict("c")).isEqualTo(Verdict.REFUTED);
      assertThat(verdicts(evaluation)).containsExactly(0, 0, 1, 0, 1);
    }

    @Test
    void sayNothingWhereTheFirstDoesNot() {
      Evaluation evaluation = evaluate(copies(refuting("s0").strength(0)));

      assertThat(evaluation.right("s" + (MILLION - 1))).isEqualTo(1);
      assertThat(evaluation.verdict("c")).isEqualTo(Verdict.UNVERIFIED);
    }

    private ClaimGraph.Builder copies(Evidence.Builder first) {
      ClaimGraph.Builder graph = great().source(source("s0"));
      for (int i = 1; i < MILLION; i++) {
        graph.source(source("s" + i).derivedFrom("s" + (i - 1)));
      }
      return graph
          .claim("told", "told")
          .claim(claim("c")
              .allEvidence(IntStream.range(0, MILLION)
                  .mapToObj(i -> i == 0 ? first.build() : refuting("s" + i).build())
                  .toList()));
    }
  }

  @Tag("slow")
  @Nested
  class AClaimWithAMillionInferencesInsideACycle {
    @Test
    void isSupportedByTheOnlyOneThatFires() {
      int lucky = 123_456;
      ClaimGraph.Builder graph = great()
          .claim(claim("ground").evidence(evidence("s")))
          .claim(claim("c")
              .allInferences(IntStream.range(0, MILLION)
                  .mapToObj(i -> i == lucky
                      ? step("ground", "p" + i).id("i" + i).build()
                      : step("p" + i).id("i" + i).build())
                  .toList()));
      for (int i = 0; i < MILLION; i++) {
        Claim.Builder premise = claim("p" + i).inference(step("c"));
        graph.claim(i == lucky ? premise.evidence(evidence("s")) : premise);
      }

      Evaluation evaluation = evaluate(graph);

      assertThat(verdicts(evaluation)).containsExactly(MILLION + 2, 0, 0, 0, 0);
    }

    @Test
    void isWorthNothingWithoutGround() {
      ClaimGraph.Builder graph = great()
          .claim(claim("c")
              .allInferences(IntStream.range(0, MILLION)
                  .mapToObj(i -> step("p" + i).id("i" + i).build())
                  .toList()));
      for (int i = 0; i < MILLION; i++) {
        graph.claim(claim("p" + i).inference(step("c")));
      }

      Evaluation evaluation = evaluate(graph);

      assertThat(verdicts(evaluation)).containsExactly(0, 0, 0, 0, MILLION + 1);
    }

    @Test
    void isStoppedByAMillionExceptionsThatItSupports() {
      ClaimGraph.Builder graph = great()
          .claim(claim("ground").evidence(evidence("s")))
          .claim(claim("c")
              .inference(step("ground")
                  .allUnless(IntStream.range(0, MILLION).mapToObj(i -> "p" + i).toList())));
      for (int i = 0; i < MILLION; i++) {
        graph.claim(claim("p" + i).inference(step("c")));
      }

      Evaluation evaluation = evaluate(graph);

      assertThat(verdicts(evaluation)).containsExactly(1, 0, 0, 0, MILLION + 1);
      assertThat(evaluation.caseFor("c")).isEqualTo(new Chance(0, 1));
    }
  }

  /**
   * Pairs of claims that support each other, one after the other. The claim after a pair stands unless the pair does, and as
   * long as it may not stand, the next pair may. So each stall finds one pair unfounded, and lets the next one stall. The last
   * claim is read by the first pair: all of them are one component until the first stall.
   */
  @Nested
  class VeryManyPairsOfWhichEachStallDecidesTheNext {

    private static final int PAIRS = 300_000;

    @Test
    void areSolvedOneAfterTheOther() {
      ClaimGraph.Builder graph = great().claim(claim("ground").evidence(evidence("s")));
      for (int i = 0; i < PAIRS; i++) {
        graph
            .claim(claim("a" + i).inference(step("b" + i)))
            .claim(claim("b" + i)
                .inference(step("a" + i).id("back-" + i))
                .inference(
                    i == 0
                        ? step("a0", "c" + (PAIRS - 1)).id("round")
                        : step("ground").unless("c" + (i - 1)).id("on-" + i)))
            .claim(claim("c" + i).inference(step("ground").unless("b" + i)));
      }

      Evaluation evaluation = evaluate(graph);

      assertThat(verdicts(evaluation)).containsExactly(PAIRS + 1, 0, 0, 0, 2 * PAIRS);
      assertThat(evaluation.verdict("c" + (PAIRS - 1))).isEqualTo(Verdict.SUPPORTED);
    }
  }

  /** By diagrams and by rows of worlds, in the one coin there is. */
  @Nested
  class AMillionClaimsThatHangOnOneCoin {

    private static final double CHANCE = .8;

    private static Evaluation evaluate(ClaimGraph.Builder graph, Method method) {
      Evaluation evaluation = GreatGraphsTest.evaluate(
          graph.source(source("doubtful").reliability(CHANCE)),
          Evaluator.builder()
              .nodeBudget(method == Method.EXACT ? 1 << 22 : 0)
              .worlds(method == Method.EXACT ? 100_000 : 64)
              .executor(Runnable::run)
              .build());
      assertThat(evaluation.method()).isEqualTo(method);
      if (method == Method.EXACT) {
        assertThat(evaluation.right("doubtful")).isEqualTo(CHANCE);
      } else {
        assertThat(evaluation.right("doubtful")).isBetween(.55, .95);
      }
      return evaluation;
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @EnumSource(
        value = Method.class,
        names = {"EXACT", "SAMPLED"})
    void areDecidedRoundARingOfAttacksWhereTheWayInStands(Method method) {
      ClaimGraph.Builder graph = great().claim(claim("in").evidence(evidence("doubtful")));
      for (int i = 0; i < MILLION; i++) {
        Claim.Builder claim = claim("c" + i)
            .evidence(evidence("s"))
            .inference(against("c" + (i + MILLION - 1) % MILLION));
        graph.claim(i == 0 ? claim.inference(against("in").id("way-in")) : claim);
      }

      Evaluation evaluation = evaluate(graph, method);

      double right = evaluation.right("doubtful");
      for (int i = 0; i < MILLION; i++) {
        Belief belief = evaluation.belief("c" + i);
        double supported = i % 2 == 0 ? 0 : right;
        if (Math.abs(belief.supported() - supported) > 1e-12
            || Math.abs(belief.conflicting() - (1 - supported)) > 1e-12) {
          assertThat(belief)
              .as("of c%s", i)
              .isEqualTo(new Belief(supported, 0, 1 - supported, 0, 0));
        }
      }
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @EnumSource(
        value = Method.class,
        names = {"EXACT", "SAMPLED"})
    void areSupportedDownAChainWhereItsFirstIs(Method method) {
      ClaimGraph.Builder graph = great().claim(claim("c0").evidence(evidence("doubtful")));
      for (int i = 1; i < MILLION; i++) {
        graph.claim(claim("c" + i).inference(step("c" + (i - 1))));
      }

      Evaluation evaluation = evaluate(graph, method);

      assertThat(verdicts(evaluation)).containsExactly(MILLION, 0, 0, 0, 0);
      assertThat(evaluation.belief("c" + (MILLION - 1)).supported())
          .isEqualTo(evaluation.right("doubtful"));
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @EnumSource(
        value = Method.class,
        names = {"EXACT", "SAMPLED"})
    void areReportedRoundARingOfSourcesThatOneOutsideOfItGrounds(Method method) {
      ClaimGraph.Builder graph = great().claim(claim("c").evidence(evidence("s7")));
      for (int i = 0; i < MILLION; i++) {
        Source.Builder copy = source("s" + i).derivedFrom("s" + (i + 1) % MILLION);
        graph.source(i == 9 ? copy.derivedFrom("doubtful") : copy);
      }

      Evaluation evaluation = evaluate(graph, method);

      assertThat(evaluation.right("s10")).isEqualTo(evaluation.right("doubtful"));
      assertThat(evaluation.belief("c").supported()).isEqualTo(evaluation.right("doubtful"));
    }
  }

  private static ClaimGraph.Builder great() {
    return ClaimGraph.builder("great").title("Great").source(source("s"));
  }

  /** Builds, compiles and evaluates on a stack that recursion over a million of anything would exceed. */
  private static Evaluation evaluate(ClaimGraph.Builder graph) {
    return evaluate(graph, Evaluator.usual());
  }

  private static Evaluation evaluate(ClaimGraph.Builder graph, Evaluator evaluator) {
    FutureTask<Evaluation> task = new FutureTask<>(() -> evaluator.evaluate(graph.build()));
    Thread thread = new Thread(null, task, "small stack", SMALL_STACK);
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      throw new AssertionError("took too long", e);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  /** How many claims are supported, misleading, refuted, conflicting, unverified. */
  private static int[] verdicts(Evaluation evaluation) {
    int[] verdicts = new int[Verdict.values().length];
    evaluation.judgements().forEach(judgement -> verdicts[judgement.verdict().ordinal()]++);
    return verdicts;
  }
}
