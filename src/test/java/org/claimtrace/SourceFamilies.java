package org.claimtrace;

import static org.claimtrace.Sketch.c;
import static org.claimtrace.Sketch.grade;
import static org.claimtrace.Sketch.refuting;
import static org.claimtrace.Sketch.s;

import java.util.List;
import java.util.stream.IntStream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Source;

/** Families of graphs with many sources: independent, copied, relaying or retracted. */
final class SourceFamilies {

  private SourceFamilies() {}

  /** Independent sources for one claim. */
  static ClaimGraph sideBySide(int size, boolean open) {
    Sketch sketch = new Sketch();
    Claim.Builder claim = sketch.claim();
    for (int i = 0; i < size; i++) {
      sketch.source().reliability(open ? grade(i) / 20 : 1);
      claim.evidence(Evidence.builder(s(i)));
    }
    return sketch.graph(c(0));
  }

  /** Sources of which every other one is for a claim, and every other one against it. */
  static ClaimGraph divided(int size, boolean open) {
    Sketch sketch = new Sketch();
    Claim.Builder claim = sketch.claim();
    for (int i = 0; i < size; i++) {
      sketch.source().reliability(open ? grade(i) / size : 1);
      claim.evidence(i % 2 == 0 ? Evidence.builder(s(i)) : refuting(s(i)));
    }
    return sketch.graph(c(0));
  }

  /** Every claim rests on one and the same uncertain source, and on an uncertain step from it. */
  static ClaimGraph oneOfAll(int size) {
    Sketch sketch = new Sketch();
    sketch.openSource();
    for (int i = 0; i < size; i++) {
      sketch.claim().evidence(Evidence.builder(s(0)).strength(grade(i)));
    }
    return sketch.graph(c(0));
  }

  // Derivation.

  /** Each source is derived from the one before, and the last one is the evidence. */
  static ClaimGraph chain(int size) {
    Sketch sketch = new Sketch();
    sketch.source().reliability(.9);
    for (int i = 1; i <= size; i++) {
      sketch.source().reliability(.999).derivedFrom(s(i - 1));
    }
    sketch.claim().evidence(Evidence.builder(s(size)));
    return sketch.graph(c(0));
  }

  /** Two sources a layer, both derived from both of the layer before. */
  static ClaimGraph ladder(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(2);
    for (int i = 2; i < 2 * size + 2; i++) {
      int before = i / 2 * 2 - 2;
      sketch.openSource().derivedFrom(s(before), s(before + 1));
    }
    sketch
        .claim()
        .evidence(Evidence.builder(s(2 * size)))
        .evidence(Evidence.builder(s(2 * size + 1)));
    return sketch.graph(c(0));
  }

  /** Sources derived from each other around a ring, into which one origin leads; several of them stand for the claim. */
  static ClaimGraph ring(int size) {
    Sketch sketch = new Sketch();
    sketch.source("origin", "The origin").reliability(.8);
    Claim.Builder claim = sketch.claim();
    for (int i = 0; i < size; i++) {
      Source.Builder source = sketch.openSource();
      if (size > 1) {
        source.derivedFrom(s((i + size - 1) % size));
      }
      if (i == 0) {
        source.allDerivedFrom(size > 1 ? List.of(s(size - 1), "origin") : List.of("origin"));
      }
      claim.evidence(Evidence.builder(s(i)));
    }
    return sketch.graph(c(0));
  }

  /** Copies of one uncertain origin, all of which, like the origin, are evidence for the claim. */
  static ClaimGraph star(int size, boolean retracted) {
    Sketch sketch = new Sketch();
    Source.Builder origin = sketch.source("origin", "The origin").reliability(.8);
    if (retracted) {
      origin.retracted(Retraction.builder("2021-01-01"));
    }
    Claim.Builder claim = sketch.claim().evidence(Evidence.builder("origin"));
    for (int i = 0; i < size; i++) {
      sketch.openSource().derivedFrom("origin");
      claim.evidence(Evidence.builder(s(i)));
    }
    return sketch.graph(c(0));
  }

  /** Origins of which every other one was retracted, a copy of each, and a claim for each pair of these; all are for the thesis. */
  static ClaimGraph retractedOrigins(int size) {
    Sketch sketch = new Sketch();
    Claim.Builder thesis = sketch.claim("t", "The thesis");
    for (int i = 0; i < size; i++) {
      String origin = "o" + i;
      Source.Builder source =
          sketch.source(origin, "Origin " + i).reliability(grade(i)).published("2019");
      if (i % 2 == 0) {
        source.retracted(Retraction.builder("2020-03-" + (10 + i % 20)).note("withdrawn"));
      }
      sketch.openSource().derivedFrom(origin);
      sketch
          .claim()
          .evidence(Evidence.builder(s(i)))
          .evidence(Evidence.builder("o" + i / 2).strength(.5));
      thesis.inference(Inference.builder(c(i)).id("t." + i).strength(.5));
    }
    return sketch.graph("t");
  }

  // Relays.

  /** Evidence each of which was read through three uncertain relays out of a ring of them. */
  static ClaimGraph sharedRelays(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(size);
    sketch.source("said", "Who said it").reliability(.9);
    Claim.Builder claim = sketch.claim();
    for (int i = 0; i < size; i++) {
      claim.evidence(Evidence.builder("said")
          .id("e" + i)
          .strength(.1)
          .allVia(IntStream.range(i, i + Math.min(3, size))
              .mapToObj(each -> s(each % size))
              .toList()));
    }
    return sketch.graph(c(0));
  }

  /** One piece of evidence that was read through all other sources. */
  static ClaimGraph longRelay(int size) {
    Sketch sketch = new Sketch();
    for (int i = 0; i < size; i++) {
      sketch.source().reliability(1 - .1 / (i + 2));
    }
    sketch.source("said", "Who said it").reliability(.9);
    sketch
        .claim()
        .evidence(Evidence.builder("said")
            .allVia(IntStream.range(0, size).mapToObj(Sketch::s).toList()));
    return sketch.graph(c(0));
  }
}
