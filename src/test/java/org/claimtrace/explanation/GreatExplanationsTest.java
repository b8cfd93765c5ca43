package org.claimtrace.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Explains great graphs on a small stack, within a time that only a quadratic step would exceed. */
@Timeout(300)
class GreatExplanationsTest {

  private static final int MILLION = 1_000_000;
  private static final long SMALL_STACK = 256 * 1024;

  private static <T> T explained(
      ClaimGraph.Builder graph, String claim, Function<Explanation, T> tell) {
    FutureTask<T> task = new FutureTask<>(
        () -> tell.apply(Explanation.of(Evaluator.usual().evaluate(graph.build()), claim)));
    new Thread(null, task, "explaining", SMALL_STACK).start();
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ClaimGraph.Builder great() {
    return ClaimGraph.builder("great").title("Great").source(source("s"));
  }

  @Tag("slow")
  @Test
  void aChainOfAMillionStepsIsFoldedToItsEnds() {
    ClaimGraph.Builder graph = great().claim(claim("c0").evidence(evidence("s")));
    for (int i = 1; i < MILLION; i++) {
      graph.claim(claim("c" + i).inference(step("c" + (i - 1))));
    }

    String text = explained(graph, "c999999", Explanation::toText);

    assertThat(text).isEqualTo("""
        Great

        c999999
        ✓ Supported  [c999999]
          What speaks for it holds, and nothing that holds speaks against it.

        What speaks for it
          This follows from:
            ✓ c999998
            │ This follows from:
            └─ ✓ c999997 [c999997]
               │ … 999,996 more steps of the same kind
               └─ ✓ c0
                    Source: “s” [1]

        Sources
          [1] “s”
        """);
  }

  @Test
  void aChainOfAMillionStepsThatBreaksIsFoldedToItsBreak() {
    ClaimGraph.Builder graph = great().claim(claim("c0"));
    for (int i = 1; i < MILLION; i++) {
      graph.claim(claim("c" + i).inference(step("c" + (i - 1))));
    }

    String text = explained(graph, "c999999", Explanation::toText);

    assertThat(text).endsWith("""
                                   │ … 999,993 more steps of the same kind
                                   └─ ? c0
                                        Nothing is on record for it or against it, and
                                        nobody is on record as having looked.
        """);
  }

  @Tag("slow")
  @Test
  void allOfAHundredThousandStepsAreRenderedOnDemand() {
    ClaimGraph.Builder graph = great().claim(claim("c0").evidence(evidence("s")));
    for (int i = 1; i < 100_000; i++) {
      graph.claim(claim("c" + i).inference(step("c" + (i - 1))));
    }

    String text =
        explained(graph, "c99999", each -> each.toText(Style.builder().all(true).build()));

    assertThat(text.lines()
            .filter(line -> line.contains("✓ c") && !line.contains("(see further down)"))
            .count())
        .isEqualTo(99_999);
    assertThat(text.lines().mapToInt(String::length).max().orElseThrow()).isLessThanOrEqualTo(80);
  }

  @Test
  void aChainThatEndsInAHundredThousandCopiesIsRendered() {
    ClaimGraph.Builder graph = great().claim(claim("c").evidence(evidence("copy-99999")));
    graph.source(source("copy-0"));
    for (int i = 1; i < 100_000; i++) {
      graph.source(source("copy-" + i).derivedFrom("copy-" + (i - 1)));
    }

    String text = explained(
        graph, "c", each -> Chains.of(each.evaluation(), "c").best(1).toText(Style.usual()));

    assertThat(text).isEqualTo("""
        c
        ✓ Supported  [c]

        1. For it: a chain that holds
          • Source: “copy-99999” [1]
          • Which has it from: “copy-99998” [2]
          • Which has it from: “copy-99997” [3]
          • Which has it from: “copy-99996” [4]
          … 99,991 more steps
          • Which has it from: “copy-4” [5]
          • Which has it from: “copy-3” [6]
          • Which has it from: “copy-2” [7]
          • Which has it from: “copy-1” [8]
          • Which has it from: “copy-0” [9]

        Sources
          [1] “copy-99999”
          [2] “copy-99998”
          [3] “copy-99997”
          [4] “copy-99996”
          [5] “copy-4”
          [6] “copy-3”
          [7] “copy-2”
          [8] “copy-1”
          [9] “copy-0”
        """);
  }

  @Tag("slow")
  @Test
  void aRingOfAMillionAttacksIsOneStandOff() {
    ClaimGraph.Builder graph = great();
    for (int i = 0; i < MILLION - 1; i++) {
      graph.claim(
          claim("c" + i).evidence(evidence("s")).inference(against("c" + (i + 1) % (MILLION - 1))));
    }

    int loop = explained(graph, "c0", each -> {
      assertThat(each.toText()).contains("“c0” → “c1”\n     → “c2” → ");
      return each.account().refuting().get(0).obstacles().get(0).loop().size();
    });

    assertThat(loop).isEqualTo(2 * (MILLION - 1));
  }

  @Tag("slow")
  @Test
  void aRingOfAHundredThousandSourcesIsOneCircle() {
    int size = 100_000;
    ClaimGraph.Builder graph = ClaimGraph.builder("great").title("Great");
    Claim.Builder claim = claim("c");
    for (int i = 0; i < size; i++) {
      graph.source(source("s" + i).derivedFrom("s" + (i + 1) % size));
      claim.evidence(evidence("s" + i));
    }
    graph.claim(claim);

    int loop = explained(
        graph,
        "c",
        each -> each.account().supporting().get(7).obstacles().get(0).loop().size());

    assertThat(loop).isEqualTo(size);
  }
}
