package org.claimtrace.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.Scenario;
import org.claimtrace.evaluation.WhatIf;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What-ifs on an open workbench, in 4,096 worlds of a realistic graph all of whose coins are open: sources discredited and
 * strengths set, each beside the lines that depend on it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(3)
@Warmup(iterations = 6)
@Measurement(iterations = 8)
public class WhatIfBenchmark {

  private static final int SCENARIOS = 200;

  @Param("100000")
  public int claims;

  private final List<Change> changes = new ArrayList<>();
  private Evaluation evaluation;

  /** A change, and how many lines depend on it. */
  private record Change(Element element, double grade, int linesOfClaims, int linesReached) {

    Scenario on(WhatIf whatIf) {
      return element.kind() == Element.Kind.SOURCE
          ? whatIf.scenario().discredit(element.id())
          : whatIf.scenario().set(element, grade);
    }
  }

  /** How long what-ifs took, in nanoseconds a line unless said. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Times {

    /** All together, once the workbench holds what they read, for each line of the claims that they touch. */
    public double again;

    /** The same for each line only that may itself fire otherwise. */
    public double againByReached;

    /** The median of the scenarios, small ones like large ones. */
    public double againMedian;

    /** All together, on a workbench that holds nothing yet. */
    public double first;

    /** Opening a workbench, in milliseconds. */
    public double opening;
  }

  @Setup
  public void generate() {
    ClaimGraph graph = RealisticGraphs.open(claims, 1000, 1);
    evaluation = Evaluator.usual().evaluate(graph);
    if (evaluation.method() != Method.SAMPLED) {
      throw new IllegalStateException(evaluation.method().toString());
    }
    SplittableRandom random = new SplittableRandom(2);
    while (changes.size() < SCENARIOS) {
      Element element = changes.size() % 2 == 0
          ? Element.source(
              graph.sources().get(random.nextInt(graph.sources().size())).id())
          : gradedLine(graph, random);
      Cone cone = Cone.of(graph, element);
      if (cone.linesReached() > 0) {
        changes.add(
            new Change(element, random.nextDouble(), cone.linesOfClaims(), cone.linesReached()));
      }
    }
    WhatIf whatIf = evaluation.whatIf();
    for (Change change : changes.subList(0, SCENARIOS / 10)) {
      check(graph, change, whatIf);
    }
  }

  private static Element gradedLine(ClaimGraph graph, SplittableRandom random) {
    while (true) {
      Claim claim = graph.claims().get(random.nextInt(graph.claims().size()));
      List<Element> lines = graph.lines(claim.id());
      Element line = lines.get(random.nextInt(lines.size()));
      if (line.kind() != Element.Kind.REVIEW) {
        return line;
      }
    }
  }

  /** Whatever comes out otherwise must be in the cone, or fewer lines were counted than there are. */
  private void check(ClaimGraph graph, Change change, WhatIf whatIf) {
    Cone cone = Cone.of(graph, change.element());
    Evaluation then = change.on(whatIf).evaluate();
    for (Claim claim : graph.claims()) {
      if (!then.belief(claim.id()).equals(evaluation.belief(claim.id()))
          && !cone.contains(Element.claim(claim.id()))) {
        throw new IllegalStateException(change.element() + " changed " + claim.id());
      }
    }
  }

  @Benchmark
  public void scenarios(Times times, Blackhole hole) {
    System.gc();
    long begin = System.nanoTime();
    WhatIf whatIf = evaluation.whatIf();
    times.opening = (System.nanoTime() - begin) / 1e6;
    double first = 0;
    for (Change change : changes) {
      first += time(change, whatIf, hole);
    }
    System.gc();
    double again = 0;
    double[] each = new double[changes.size()];
    for (int i = 0; i < each.length; i++) {
      double took = time(changes.get(i), whatIf, hole);
      again += took;
      each[i] = took / changes.get(i).linesOfClaims();
    }
    Arrays.sort(each);
    double lines = changes.stream().mapToInt(Change::linesOfClaims).sum();
    times.first = first / lines;
    times.again = again / lines;
    times.againByReached =
        again / changes.stream().mapToInt(Change::linesReached).sum();
    times.againMedian = each[each.length / 2];
  }

  private static double time(Change change, WhatIf whatIf, Blackhole hole) {
    long begin = System.nanoTime();
    hole.consume(change.on(whatIf).evaluate());
    return System.nanoTime() - begin;
  }
}
