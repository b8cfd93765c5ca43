package org.claimtrace;

import static org.claimtrace.Sketch.c;
import static org.claimtrace.Sketch.day;
import static org.claimtrace.Sketch.grade;
import static org.claimtrace.Sketch.refuting;
import static org.claimtrace.Sketch.s;

import java.util.List;
import java.util.stream.IntStream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Review;
import org.claimtrace.model.Verdict;

/** Families of graphs with many lines on one claim: overriding lines, dated lines, reviews. */
final class LineFamilies {

  private LineFamilies() {}

  private static Evidence.Builder line(int number) {
    Evidence.Builder line = number % 3 == 1 ? refuting(s(number)) : Evidence.builder(s(number));
    return line.id("e" + number);
  }

  /** Evidence for a claim each of which overrides the next around a ring. */
  static ClaimGraph ringOfOverrides(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(size);
    Claim.Builder claim = sketch.claim();
    for (int i = 0; i < size; i++) {
      claim.evidence(line(i).overrides("e" + (i + 1) % size));
    }
    return sketch.graph(c(0));
  }

  /** Evidence each of which overrides all before it. */
  static ClaimGraph denseOverrides(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(size);
    Claim.Builder claim = sketch.claim();
    for (int i = 0; i < size; i++) {
      claim.evidence(line(i)
          .allOverrides(IntStream.range(0, i).mapToObj(each -> "e" + each).toList()));
    }
    return sketch.graph(c(0));
  }

  /** Dated evidence, now for a claim and now against it, each of which overrides the one before. */
  static ClaimGraph corrections(int size, boolean open) {
    Sketch sketch = new Sketch();
    Claim.Builder claim = sketch.claim();
    for (int i = 0; i < size; i++) {
      sketch.source().reliability(open ? grade(i) : 1);
      Evidence.Builder line = line(i).date(day(i));
      claim.evidence(i == 0 ? line : line.overrides("e" + (i - 1)));
    }
    return sketch.graph(c(0));
  }

  /** Dated evidence for a claim and against it, of sources published one after the other. */
  static ClaimGraph datedSources(int size) {
    Sketch sketch = new Sketch();
    Claim.Builder claim = sketch.claim();
    for (int i = 0; i < size; i++) {
      sketch.source().reliability(grade(i) / 5).published(day(i));
      claim.evidence(line(i).date(day(i + 1)));
    }
    return sketch.graph(c(0));
  }

  /** Claims each concluded from the one before, with evidence of a day of its own: every claim's history is that of all below. */
  static ClaimGraph datedChain(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(size + 1);
    sketch.claim().evidence(Evidence.builder(s(0)).date(day(0)));
    for (int i = 1; i <= size; i++) {
      sketch
          .claim()
          .inference(Inference.builder(c(i - 1)))
          .evidence(line(i).id("e" + i).date(day(i)).strength(.5));
    }
    return sketch.graph(c(size));
  }

  /** Reviews of one claim that has no evidence. */
  static ClaimGraph reviews(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(size);
    Claim.Builder claim = sketch.claim();
    for (int i = 0; i < size; i++) {
      claim.review(Review.builder(s(i), verdict(i)).date(day(i)));
    }
    return sketch.graph(c(0));
  }

  /** Claims each with evidence, the claim before as a premise, and three reviews that may or may not agree. */
  static ClaimGraph reviewedChain(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(4);
    for (int i = 0; i <= size; i++) {
      Claim.Builder claim = sketch.claim().evidence(line(i % 4).id("e" + i).strength(.9));
      if (i > 0) {
        claim.inference(Inference.builder(c(i - 1)).strength(grade(i)));
      }
      for (int j = 0; j < 3; j++) {
        claim.review(Review.builder(s(j), verdict(i + j)).date(day(i)));
      }
    }
    return sketch.graph(c(size));
  }

  private static Verdict verdict(int number) {
    List<Verdict> verdicts = List.of(Verdict.values());
    return verdicts.get(number % verdicts.size());
  }
}
