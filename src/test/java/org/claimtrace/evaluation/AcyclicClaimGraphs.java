package org.claimtrace.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
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

/**
 * Graphs without cycles by seed, of dozens to hundreds of claims with 20 to 60 open coins. Claims step from claims before
 * them, sources derive from sources before them, and lines are overridden by lines that depend on nothing after them.
 * Contradictions, which are always mutual, do not occur.
 */
final class AcyclicClaimGraphs {

  /** How far back claims and sources look: near, so that diagrams stay small enough to be exact about. */
  private static final int REACH = 5;

  private final SplittableRandom random;
  private final int claims;
  private final int sources;

  private AcyclicClaimGraphs(SplittableRandom random) {
    this.random = random;
    claims = random.nextInt(24, 250);
    sources = random.nextInt(12, 50);
  }

  /** The graph of a seed. */
  static ClaimGraph graph(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ClaimGraph graph = new AcyclicClaimGraphs(random).graph();
    Map<Element, Double> grades = ClaimGraphs.grades(graph);
    List<Element> coins = new ArrayList<>(grades.keySet());
    Collections.shuffle(coins, new Random(seed));
    int open = random.nextInt(20, 61);
    for (int i = 0; i < coins.size(); i++) {
      double closed = random.nextInt(20) == 0 ? 0 : 1;
      grades.put(coins.get(i), i < open ? random.nextDouble(.01, .99) : closed);
    }
    return ClaimGraphs.graded(graph, grades);
  }

  private ClaimGraph graph() {
    ClaimGraph.Builder graph = ClaimGraph.builder("acyclic").title("Acyclic");
    for (int i = 0; i < sources; i++) {
      graph.source(source(i));
    }
    for (int i = 0; i < claims; i++) {
      graph.claim(claim(i));
    }
    return graph.build();
  }

  private Source.Builder source(int number) {
    Source.Builder source =
        ClaimGraphs.source("s" + number).allDerivedFrom(before("s", number, .5));
    if (random.nextInt(8) == 0) {
      source.allReadIn(before("s", number, 1));
    }
    if (random.nextInt(20) == 0) {
      source.retracted(Retraction.builder("2020"));
    }
    return source;
  }

  /** Some of what stands before a number, in the mean so many, none of it far before. */
  private Set<String> before(String kind, int number, double mean) {
    Set<String> some = new LinkedHashSet<>();
    double wanted = random.nextDouble(2 * mean);
    for (int i = number == 0 ? 0 : (int) Math.round(wanted); i > 0; i--) {
      some.add(kind + random.nextInt(Math.max(0, number - REACH), number));
    }
    return some;
  }

  private Stance stance() {
    int chance = random.nextInt(10);
    return chance < 6 ? Stance.SUPPORTS : chance < 9 ? Stance.REFUTES : Stance.QUALIFIES;
  }

  private Claim.Builder claim(int number) {
    Claim.Builder claim = ClaimGraphs.claim("c" + number);
    if (random.nextInt(10) == 0) {
      // Nothing but what somebody published.
      return claim.review(Review.builder("s" + near(number), Verdict.values()[random.nextInt(5)]));
    }
    List<String> steps = new ArrayList<>();
    for (int i = number == 0 ? 0 : random.nextInt(3); i > 0; i--) {
      String id = "c" + number + "-step-" + i;
      claim.inference(step(number).id(id).allOverrides(some(steps)));
      steps.add(id);
    }
    // A copy's evidence depends on that of its origins, which have lower numbers; so a line may
    // override lines of higher ones, which are made first.
    List<Integer> from = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      from.add(near(number));
    }
    from.sort(Collections.reverseOrder());
    List<String> later = new ArrayList<>();
    for (int source : new LinkedHashSet<>(from)) {
      String id = "c" + number + "-from-" + source;
      claim.evidence(evidence(source, number).id(id).allOverrides(some(later)));
      if (random.nextInt(4) == 0) {
        claim.evidence(evidence(source, number).id(id + "-too"));
      }
      later.add(id);
    }
    return claim;
  }

  /** A source about as far along as a claim. */
  private int near(int claim) {
    int middle = claim * sources / claims;
    return Math.min(sources - 1, Math.max(0, middle + random.nextInt(-2, 3)));
  }

  private Set<String> some(List<String> lines) {
    return lines.isEmpty() || random.nextInt(5) > 0
        ? Set.of()
        : Set.of(lines.get(random.nextInt(lines.size())));
  }

  private Inference.Builder step(int number) {
    Set<Premise> premises = new LinkedHashSet<>();
    for (int i = random.nextInt(1, 3); i > 0; i--) {
      premises.add(new Premise(
          "c" + random.nextInt(Math.max(0, number - REACH), number), random.nextInt(6) == 0));
    }
    return Inference.builder()
        .allPremises(premises)
        .stance(stance())
        .allAssuming(before("c", number, .2))
        .allUnless(before("c", number, .2));
  }

  private Evidence.Builder evidence(int source, int number) {
    return Evidence.builder("s" + source).stance(stance()).allUnless(before("c", number, .15));
  }
}
