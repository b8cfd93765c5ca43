package org.claimtrace.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.claimtrace.evaluation.CompiledGraph;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.explanation.Chains;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.sensitivity.Pivots;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.claimtrace.sensitivity.SourceDependence;
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
 * Questions about claims each of which depends on 100, in a graph of a million others and in one of ten thousand: what an answer
 * costs in the large one beside what the same answer costs in the small one, and what the first answers about a new graph cost
 * beside evaluating it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(2)
@Warmup(iterations = 3)
@Measurement(iterations = 4)
public class QuestionBenchmark {

  private static final int ARGUMENTS = 20;
  private static final int FEW = 10_000;
  private static final int CHAINS = 10;
  private static final Limits ONE_SOURCE = Limits.USUAL.largestSet(1);

  @Param("1000000")
  public int claims;

  /** How both graphs are evaluated. */
  @Param({"certain", "sampled", "exact"})
  public String method;

  private Evaluator evaluator = Evaluator.usual();
  private List<String> theses = List.of();
  private Evaluation large;
  private Evaluation small;

  /** How long answers took, in microseconds each unless said. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Times {

    /** An explanation, told as text, in the large graph. */
    public double explanation;

    /** The same in the small one; likewise below. */
    public double explanationInSmall;

    /** The first ten chains. */
    public double chains;

    public double chainsInSmall;

    /** The pivots. */
    public double pivots;

    public double pivotsInSmall;

    /** The necessary sources. */
    public double grounds;

    public double groundsInSmall;

    /** The first answer to each of these about the large graph as it is newly compiled and evaluated, all together. */
    public double first;

    /** Evaluating it, newly compiled. */
    public double evaluating;
  }

  @Setup
  public void generate() {
    boolean isSampled = method.equals("sampled");
    if (isSampled) {
      evaluator = Evaluator.builder().nodeBudget(0).build();
    }
    AskedArguments asked = new AskedArguments(ARGUMENTS, method.equals("certain") ? 0 : 100);
    theses = asked.theses();
    int perThousand = isSampled ? 100 : 0;
    large = evaluator.evaluate(asked.among(RealisticGraphs.open(claims, perThousand, 1), 2));
    small = evaluator.evaluate(asked.among(RealisticGraphs.open(FEW, perThousand, 1), 2));
    for (Evaluation each : List.of(large, small)) {
      if (each.method() != Method.valueOf(method.toUpperCase(Locale.ROOT))) {
        throw new IllegalStateException(each.method().toString());
      }
    }
    for (String thesis : theses) {
      check(thesis);
    }
  }

  /**
   * The answers must be the same, and be about as much as it is said they are. Chains are compared as they are told, since the
   * last digits of an exact probability depend on the order of the coins in the whole graph.
   */
  private void check(String thesis) {
    for (BiFunction<Evaluation, String, Object> question :
        List.<BiFunction<Evaluation, String, Object>>of(
            QuestionBenchmark::explanation,
            (evaluation, claim) -> Chains.of(evaluation, claim).best(CHAINS).toText(),
            (evaluation, claim) -> Pivots.of(evaluation, claim).pivots(),
            (evaluation, claim) ->
                SourceDependence.of(evaluation, claim, ONE_SOURCE).necessary())) {
      if (!question.apply(large, thesis).equals(question.apply(small, thesis))) {
        throw new IllegalStateException("another answer about " + thesis);
      }
    }
  }

  private static String explanation(Evaluation evaluation, String claim) {
    return Explanation.of(evaluation, claim).toText();
  }

  private static Object chains(Evaluation evaluation, String claim) {
    return Chains.of(evaluation, claim).best(CHAINS).chains();
  }

  @Benchmark
  public void questions(Times times, Blackhole hole) {
    first(times, hole);
    System.gc();
    Pair explanation = times(hole, QuestionBenchmark::explanation);
    times.explanation = explanation.inLarge();
    times.explanationInSmall = explanation.inSmall();
    Pair chains = times(hole, QuestionBenchmark::chains);
    times.chains = chains.inLarge();
    times.chainsInSmall = chains.inSmall();
    Pair pivots = times(hole, Pivots::of);
    times.pivots = pivots.inLarge();
    times.pivotsInSmall = pivots.inSmall();
    Pair grounds = times(hole, (each, claim) -> SourceDependence.of(each, claim, ONE_SOURCE));
    times.grounds = grounds.inLarge();
    times.groundsInSmall = grounds.inSmall();
  }

  private void first(Times times, Blackhole hole) {
    ClaimGraph graph = large.graph();
    CompiledGraph compiled = CompiledGraph.of(ClaimGraph.builder(graph.id())
        .title(graph.title())
        .allSources(graph.sources())
        .allClaims(graph.claims())
        .build());
    System.gc();
    long begin = System.nanoTime();
    Evaluation evaluation = evaluator.evaluate(compiled);
    times.evaluating = (System.nanoTime() - begin) / 1e3;
    begin = System.nanoTime();
    String thesis = theses.get(0);
    hole.consume(explanation(evaluation, thesis));
    hole.consume(chains(evaluation, thesis));
    hole.consume(Pivots.of(evaluation, thesis));
    hole.consume(SourceDependence.of(evaluation, thesis, ONE_SOURCE));
    times.first = (System.nanoTime() - begin) / 1e3;
  }

  /** The mean times of an answer in both graphs. */
  private record Pair(double inLarge, double inSmall) {}

  private Pair times(Blackhole hole, BiFunction<Evaluation, String, Object> question) {
    double inLarge = 0;
    double inSmall = 0;
    for (String thesis : theses) {
      inLarge += time(hole, question, large, thesis);
      inSmall += time(hole, question, small, thesis);
    }
    return new Pair(inLarge / theses.size(), inSmall / theses.size());
  }

  private static double time(
      Blackhole hole,
      BiFunction<Evaluation, String, Object> question,
      Evaluation evaluation,
      String thesis) {
    long begin = System.nanoTime();
    hole.consume(question.apply(evaluation, thesis));
    return (System.nanoTime() - begin) / 1e3;
  }
}
