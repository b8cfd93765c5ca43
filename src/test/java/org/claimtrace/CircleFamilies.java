package org.claimtrace;

import static org.claimtrace.Sketch.against;
import static org.claimtrace.Sketch.c;
import static org.claimtrace.Sketch.grade;
import static org.claimtrace.Sketch.refuting;
import static org.claimtrace.Sketch.s;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;

/** Families of graphs whose claims bear on each other: in circles, by attack, by contradiction. */
final class CircleFamilies {

  private CircleFamilies() {}

  /** Claims each of which has uncertain evidence, unless the next around the ring is accepted. */
  static ClaimGraph ringOfExceptions(int claims) {
    Sketch sketch = new Sketch();
    sketch.openSources(claims);
    for (int i = 0; i < claims; i++) {
      sketch.claim().evidence(Evidence.builder(s(i)).unless(c((i + 1) % claims)));
    }
    return sketch.graph(c(0));
  }

  /** Claims each of which has evidence, and is refuted by a step that assumes the next around the ring. */
  static ClaimGraph ringOfAssumptions(int claims) {
    Sketch sketch = new Sketch();
    sketch.openSources(claims);
    sketch.claim("g", "What is given").evidence(Evidence.builder(s(0)));
    for (int i = 0; i < claims; i++) {
      sketch
          .claim()
          .evidence(Evidence.builder(s(i)))
          .inference(against("g").assuming(c((i + 1) % claims)).strength(grade(i + 1)));
    }
    return sketch.graph(c(0));
  }

  /** Claims each of which is concluded from the one before around a ring; one of them has uncertain evidence of its own. */
  static ClaimGraph ringOfSupport(int claims) {
    Sketch sketch = new Sketch();
    sketch.openSource();
    for (int i = 0; i < claims; i++) {
      Claim.Builder claim = sketch
          .claim()
          .inference(Inference.builder(c((i + claims - 1) % claims)).strength(.99));
      if (i == 0) {
        claim.evidence(Evidence.builder(s(0)));
      }
    }
    return sketch.graph(c(claims - 1));
  }

  /** Claims each of which is concluded from each other; each has an uncertain source. */
  static ClaimGraph mutualSupport(int claims) {
    Sketch sketch = new Sketch();
    sketch.openSources(claims);
    for (int i = 0; i < claims; i++) {
      Claim.Builder claim = sketch.claim().evidence(Evidence.builder(s(i)).strength(.1));
      for (int j = 0; j < claims; j++) {
        if (j != i) {
          claim.inference(Inference.builder(c(j)).id(i + "." + j).strength(grade(i + j)));
        }
      }
    }
    return sketch.graph(c(0));
  }

  // Attacks: every argument is a claim with evidence of its own, every attack a refuting step.

  /** Arguments each of which is attacked by the next around a ring. */
  static ClaimGraph ringOfAttacks(int arguments) {
    Sketch sketch = new Sketch();
    sketch.source();
    for (int i = 0; i < arguments; i++) {
      sketch
          .claim()
          .evidence(Evidence.builder(s(0)).strength(grade(i)))
          .inference(against(c((i + 1) % arguments)));
    }
    return sketch.graph(c(0));
  }

  /** Arguments each of which is attacked by the one before, the first by none. */
  static ClaimGraph chainOfAttacks(int arguments) {
    Sketch sketch = new Sketch();
    sketch.source();
    for (int i = 0; i < arguments; i++) {
      Claim.Builder claim = sketch.claim().evidence(Evidence.builder(s(0)).strength(grade(i)));
      if (i > 0) {
        claim.inference(against(c(i - 1)));
      }
    }
    return sketch.graph(c(arguments - 1));
  }

  /** Arguments with three times as many attacks, from random arguments on random arguments. */
  static ClaimGraph randomAttacks(int arguments) {
    SplittableRandom random = new SplittableRandom(13);
    Sketch sketch = new Sketch();
    sketch.source();
    for (int i = 0; i < arguments; i++) {
      Claim.Builder claim = sketch.claim().evidence(Evidence.builder(s(0)).strength(grade(i)));
      Set<Integer> attackers = new LinkedHashSet<>();
      for (int j = 0; j < 3; j++) {
        attackers.add(random.nextInt(arguments));
      }
      for (int attacker : attackers) {
        attack(claim, i, true, attacker);
      }
    }
    return sketch.graph(c(0));
  }

  /** Arguments on a square grid, each attacked by its four neighbours. */
  static ClaimGraph gridOfAttacks(int side) {
    Sketch sketch = new Sketch();
    sketch.source();
    for (int i = 0; i < side * side; i++) {
      Claim.Builder claim = sketch.claim().evidence(Evidence.builder(s(0)).strength(grade(i)));
      int row = i / side;
      int column = i % side;
      attack(claim, i, row > 0, i - side);
      attack(claim, i, column > 0, i - 1);
      attack(claim, i, column + 1 < side, i + 1);
      attack(claim, i, row + 1 < side, i + side);
    }
    return sketch.graph(c(side * side / 2));
  }

  private static void attack(Claim.Builder claim, int attacked, boolean isThere, int attacker) {
    if (isThere) {
      claim.inference(against(c(attacker)).id(attacker + "." + attacked));
    }
  }

  // Contradictions.

  /** Claims with evidence that all contradict each other. */
  static ClaimGraph mutualContradictions(int claims) {
    Sketch sketch = new Sketch();
    sketch.openSources(claims);
    for (int i = 0; i < claims; i++) {
      sketch
          .claim()
          .evidence(Evidence.builder(s(i)))
          .allContradicts(IntStream.range(0, i).mapToObj(Sketch::c).toList());
    }
    return sketch.graph(c(0));
  }

  /** Claims with evidence, each of which contradicts the next around a ring. */
  static ClaimGraph ringOfContradictions(int claims) {
    Sketch sketch = new Sketch();
    sketch.openSources(claims);
    for (int i = 0; i < claims; i++) {
      sketch.claim().evidence(Evidence.builder(s(i))).contradicts(c((i + 1) % claims));
    }
    return sketch.graph(c(0));
  }

  /** Pairs of claims that contradict each other; the first of a pair is concluded from the first of the pair before. */
  static ClaimGraph pairsOfContradictions(int pairs) {
    Sketch sketch = new Sketch();
    sketch.openSources(pairs + 1);
    for (int i = 0; i < pairs; i++) {
      Claim.Builder first = sketch.claim().contradicts(c(2 * i + 1));
      if (i == 0) {
        first.evidence(Evidence.builder(s(pairs)));
      } else {
        first.inference(Inference.builder(c(2 * i - 2)).strength(grade(i)));
      }
      sketch
          .claim()
          .evidence(refuting(s(i)))
          .evidence(Evidence.builder(s(i)).id("for." + i).strength(.3));
    }
    return sketch.graph(c(2 * pairs - 2));
  }
}
