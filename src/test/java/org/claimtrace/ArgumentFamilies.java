package org.claimtrace;

import static org.claimtrace.Sketch.against;
import static org.claimtrace.Sketch.c;
import static org.claimtrace.Sketch.grade;
import static org.claimtrace.Sketch.s;

import java.util.ArrayList;
import java.util.List;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Stance;

/** Families of graphs whose claims are concluded from earlier claims, without a circle. */
final class ArgumentFamilies {

  private ArgumentFamilies() {}

  /** Each claim is concluded from the one before. */
  static ClaimGraph chain(int size, boolean open) {
    Sketch sketch = new Sketch();
    sketch.source().reliability(open ? .9 : 1);
    sketch.claim().evidence(Evidence.builder(s(0)));
    for (int i = 1; i <= size; i++) {
      sketch.claim().inference(Inference.builder(c(i - 1)).strength(open ? .99 : 1));
    }
    return sketch.graph(c(size));
  }

  /** Each claim has a step for it and one against it from the claim before, and one each from that claim's being false. */
  static ClaimGraph parityChain(int size) {
    Sketch sketch = new Sketch();
    sketch.source().reliability(.9);
    sketch.source().reliability(.2);
    sketch.claim().evidence(Evidence.builder(s(0))).evidence(Sketch.refuting(s(1)));
    for (int i = 1; i <= size; i++) {
      String id = c(i);
      sketch
          .claim()
          .inference(Inference.builder(c(i - 1)).id(id + ".a").strength(grade(i)))
          .inference(falseOf(c(i - 1)).id(id + ".b").strength(grade(i + 1)))
          .inference(against(c(i - 1)).id(id + ".c").strength(1 - grade(i + 2)))
          .inference(
              falseOf(c(i - 1)).id(id + ".d").stance(Stance.REFUTES).strength(1 - grade(i + 3)));
    }
    return sketch.graph(c(size));
  }

  private static Inference.Builder falseOf(String claim) {
    return Inference.builder().notPremise(claim);
  }

  /** Each claim follows from exactly one of the claim before and an uncertain one of its own: every coin turns the last claim. */
  static ClaimGraph exclusiveOrChain(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(size + 1);
    sketch.claim().evidence(Evidence.builder(s(0)));
    for (int i = 1; i <= size; i++) {
      String before = i == 1 ? c(0) : c(2 * i - 2);
      String own = c(2 * i - 1);
      String id = c(2 * i);
      sketch.claim().evidence(Evidence.builder(s(i)));
      sketch
          .claim()
          .inference(Inference.builder(before).id(id + ".a").unless(own))
          .inference(Inference.builder(own).id(id + ".b").unless(before));
    }
    return sketch.graph(c(2 * size));
  }

  /** Two claims a layer, each concluded from either of the two below by a step of its own: chains double with every layer. */
  static ClaimGraph diamonds(int size, boolean open) {
    Sketch sketch = new Sketch();
    for (int i = 0; i < 2; i++) {
      sketch.source().reliability(open ? grade(i) : 1);
      sketch.claim().evidence(Evidence.builder(s(i)));
    }
    for (int i = 2; i < 2 * size + 2; i++) {
      Claim.Builder claim = sketch.claim();
      int below = i / 2 * 2 - 2;
      for (int j = 0; j < 2; j++) {
        claim.inference(
            Inference.builder(c(below + j)).id(c(i) + "." + j).strength(open ? grade(i + j) : 1));
      }
    }
    return sketch.graph(c(2 * size));
  }

  /** Two claims, each with an uncertain source of its own: the lowest layer of some families. */
  private static Sketch twoClaimsWithASource() {
    Sketch sketch = new Sketch();
    sketch.openSources(2);
    sketch.claim().evidence(Evidence.builder(s(0)));
    sketch.claim().evidence(Evidence.builder(s(1)));
    return sketch;
  }

  /** Two claims a layer, each concluded by one step from both of the two below. */
  static ClaimGraph sharedPairs(int size) {
    Sketch sketch = twoClaimsWithASource();
    for (int i = 2; i < 2 * size + 2; i++) {
      int below = i / 2 * 2 - 2;
      sketch.claim().inference(Inference.builder(c(below), c(below + 1)).strength(.99));
    }
    return sketch.graph(c(2 * size));
  }

  /** Two claims a layer, each of which has evidence, unless either of the two below is accepted. */
  static ClaimGraph exceptionDiamonds(int size) {
    Sketch sketch = twoClaimsWithASource();
    for (int i = 2; i < 2 * size + 2; i++) {
      int below = i / 2 * 2 - 2;
      sketch
          .claim()
          .evidence(Evidence.builder(s(i % 2)).strength(grade(i)).unless(c(below), c(below + 1)));
    }
    return sketch.graph(c(2 * size));
  }

  /** Each claim is concluded from two claims that nothing else uses, down to leaves with an uncertain source each. */
  static ClaimGraph tree(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(size + 1);
    for (int i = 0; i < size; i++) {
      sketch.claim().inference(Inference.builder(c(2 * i + 1), c(2 * i + 2)).strength(.99));
    }
    for (int i = 0; i <= size; i++) {
      sketch.claim().evidence(Evidence.builder(s(i)));
    }
    return sketch.graph(c(0));
  }

  /** One claim is what every other rests on, and all of those are for the thesis. */
  static ClaimGraph premiseOfAll(int size) {
    Sketch sketch = new Sketch();
    sketch.openSource();
    sketch.claim().evidence(Evidence.builder(s(0)));
    Claim.Builder thesis = sketch.claim();
    for (int i = 2; i < size + 2; i++) {
      sketch.claim().inference(Inference.builder(c(0)).strength(grade(i)));
      thesis.inference(Inference.builder(c(i)).id("t." + i));
    }
    return sketch.graph(c(1));
  }

  /** Claims with an uncertain source each, of which each of as many conclusions needs every one; the thesis needs any of these. */
  static ClaimGraph completeLayers(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(size);
    List<String> premises = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      sketch.claim().evidence(Evidence.builder(s(i)));
      premises.add(c(i));
    }
    Claim.Builder thesis = sketch.claim("t", "The thesis");
    for (int i = 0; i < size; i++) {
      String id = "d" + i;
      sketch
          .claim(id, "Conclusion " + i)
          .inference(Inference.builder(premises.toArray(String[]::new)).strength(grade(i)));
      thesis.inference(Inference.builder(id).id("t." + i));
    }
    return sketch.graph("t");
  }

  /** One step has all other claims as its premises. */
  static ClaimGraph longPremises(int size) {
    Sketch sketch = new Sketch();
    Inference.Builder step = Inference.builder();
    List<Premise> premises = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      sketch.source().reliability(1 - .1 / (i + 2));
      sketch.claim().evidence(Evidence.builder(s(i)));
      premises.add(Premise.of(c(i)));
    }
    sketch.claim().inference(step.allPremises(premises));
    return sketch.graph(c(size));
  }

  /** One piece of evidence has all other claims as its exceptions. */
  static ClaimGraph longExceptions(int size) {
    Sketch sketch = new Sketch();
    List<String> exceptions = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      sketch.source().reliability(.1 / (i + 2));
      sketch.claim().evidence(Evidence.builder(s(i)));
      exceptions.add(c(i));
    }
    sketch.source();
    sketch.claim().evidence(Evidence.builder(s(size)).allUnless(exceptions));
    return sketch.graph(c(size));
  }

  /** One claim is concluded by many steps, each from two claims that it shares with the next step. */
  static ClaimGraph manySteps(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(size + 1);
    Claim.Builder thesis = sketch.claim("t", "The thesis");
    for (int i = 0; i <= size; i++) {
      sketch.claim().evidence(Evidence.builder(s(i)).strength(.2));
      if (i > 0) {
        thesis.inference(Inference.builder(c(i - 1), c(i)).id("t." + i).strength(grade(i)));
      }
    }
    return sketch.graph("t");
  }

  /** Every claim has an uncertain source and stands unless one and the same claim does; all are for the thesis. */
  static ClaimGraph allUnlessOne(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(size + 1);
    sketch.claim().evidence(Evidence.builder(s(0)).strength(.3));
    Claim.Builder thesis = sketch.claim("t", "The thesis");
    for (int i = 1; i <= size; i++) {
      sketch.claim().evidence(Evidence.builder(s(i)).unless(c(0)));
      thesis.inference(Inference.builder(c(i)).id("t." + i));
    }
    return sketch.graph("t");
  }

  /** Each claim has evidence, unless the claim before is accepted. */
  static ClaimGraph nestedExceptions(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(size + 1);
    sketch.claim().evidence(Evidence.builder(s(0)));
    for (int i = 1; i <= size; i++) {
      sketch.claim().evidence(Evidence.builder(s(i)).unless(c(i - 1)));
    }
    return sketch.graph(c(size));
  }

  /** Each claim has evidence for it, and is qualified by a step from the claim before. */
  static ClaimGraph qualifyingChain(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(size + 1);
    sketch.claim().evidence(Evidence.builder(s(0)));
    for (int i = 1; i <= size; i++) {
      sketch
          .claim()
          .evidence(Evidence.builder(s(i)))
          .inference(Inference.builder(c(i - 1)).stance(Stance.QUALIFIES).strength(grade(i + 1)));
    }
    return sketch.graph(c(size));
  }

  /** Many claims that have nothing to do with each other, one uncertain source each. */
  static ClaimGraph apart(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(size);
    for (int i = 0; i < size; i++) {
      sketch.claim().evidence(Evidence.builder(s(i)));
    }
    return sketch.graph(c(0));
  }
}
