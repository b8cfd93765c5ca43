package org.claimtrace.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures claimtrace, and prints what came out beside what is to be reached.
 *
 * <p>A figure, mostly a ratio, is the median over the forks of the median of a fork's turns; the lowest and the highest fork
 * stand beside it.
 * Arguments: {@code quick} for one fork and smaller graphs, which shows a change for the worse but is no result; and a regular
 * expression for the names of what is to be measured, all of it unless given.
 */
public final class Ratios {

  /**
   * What a turn is judged by.
   *
   * @param counter what the benchmark counted
   * @param divisor what it is divided by; empty for nothing
   * @param isAtLeast whether more of it is better
   */
  private record Figure(String counter, String divisor, boolean isAtLeast) {

    /** How many times as long as the other side claimtrace takes. */
    static final Figure OURS = new Figure("ours", "theirs", false);

    /** How many times as fast as the other side claimtrace is. */
    static final Figure THEIRS = new Figure("theirs", "ours", true);

    /** The same, with what has to be done but once for a graph. */
    static final Figure THEIRS_PREPARED = new Figure("theirs", "oursPrepared", true);

    static Figure atLeast(String counter) {
      return new Figure(counter, "", true);
    }

    static Figure atMost(String counter) {
      return new Figure(counter, "", false);
    }

    double of(IterationResult turn) {
      double counted = turn.getSecondaryResults().get(counter).getScore();
      return divisor.isEmpty()
          ? counted
          : counted / turn.getSecondaryResults().get(divisor).getScore();
    }
  }

  /** What the benchmarks are to reach. */
  private enum Target {
    READ("ReadBenchmark.read", "", "read: times as long as walking the tokens", Figure.OURS, 2.5),
    COMPILE(
        "CompileBenchmark.compile",
        "",
        "compile: times as long as looking up each id",
        Figure.OURS,
        3),
    SWEEP("SweepBenchmark.sweep", "", "sweep: times as long as a plain pass", Figure.OURS, 2),
    DUNG_1000(
        "DungBenchmark.random",
        "arguments=1000",
        "dung, 1,000 random: times as fast as TweetyProject",
        Figure.THEIRS,
        0),
    DUNG_1000_COMPILING(
        "DungBenchmark.random",
        "arguments=1000",
        "dung, 1,000 random, compiling included",
        Figure.THEIRS_PREPARED,
        0),
    DUNG_10000(
        "DungBenchmark.random",
        "arguments=10000",
        "dung, 10,000 random: times as fast",
        Figure.THEIRS,
        1_000),
    DUNG_10000_COMPILING(
        "DungBenchmark.random",
        "arguments=10000",
        "dung, 10,000 random, compiling included",
        Figure.THEIRS_PREPARED,
        1_000),
    DUNG_CHAIN(
        "DungBenchmark.chain",
        "arguments=10000",
        "dung, chain of 10,000: times as fast",
        Figure.THEIRS,
        100_000),
    DUNG_CHAIN_COMPILING(
        "DungBenchmark.chain",
        "arguments=10000",
        "dung, chain of 10,000, compiling included",
        Figure.THEIRS_PREPARED,
        100_000),
    MONTE_CARLO_100(
        "MonteCarloBenchmark.random",
        "arguments=100",
        "monte carlo, 100 random: times as fast as TweetyProject",
        Figure.THEIRS,
        1_000),
    MONTE_CARLO_100_COMPILING(
        "MonteCarloBenchmark.random",
        "arguments=100",
        "monte carlo, 100 random, compiling included",
        Figure.THEIRS_PREPARED,
        1_000),
    MONTE_CARLO_1000(
        "MonteCarloBenchmark.random",
        "arguments=1000",
        "monte carlo, 1,000 random: times as fast",
        Figure.THEIRS,
        1_000),
    MONTE_CARLO_1000_COMPILING(
        "MonteCarloBenchmark.random",
        "arguments=1000",
        "monte carlo, 1,000 random, compiling included",
        Figure.THEIRS_PREPARED,
        1_000),
    SAMPLED_TENTH(
        "SampledBenchmark.evaluate",
        "perThousand=100",
        "sampled, 10 % open: million claim-worlds a second",
        Figure.atLeast("largest"),
        2_000),
    SAMPLED_TENTH_MIDDLE(
        "SampledBenchmark.evaluate",
        "perThousand=100",
        "sampled, 10 % open: of a tenth of the claims",
        Figure.atLeast("middle"),
        0),
    SAMPLED_TENTH_SMALLEST(
        "SampledBenchmark.evaluate",
        "perThousand=100",
        "sampled, 10 % open: of a hundredth of the claims",
        Figure.atLeast("smallest"),
        0),
    SAMPLED_TENTH_LINEAR(
        "SampledBenchmark.evaluate",
        "perThousand=100",
        "sampled, 10 % open: time a claim, largest to smallest",
        new Figure("smallest", "largest", false),
        0),
    SAMPLED_ALL(
        "SampledBenchmark.evaluate",
        "perThousand=1000",
        "sampled, all open: million claim-worlds a second",
        Figure.atLeast("largest"),
        800),
    SAMPLED_ALL_MIDDLE(
        "SampledBenchmark.evaluate",
        "perThousand=1000",
        "sampled, all open: of a tenth of the claims",
        Figure.atLeast("middle"),
        0),
    SAMPLED_ALL_SMALLEST(
        "SampledBenchmark.evaluate",
        "perThousand=1000",
        "sampled, all open: of a hundredth of the claims",
        Figure.atLeast("smallest"),
        0),
    SAMPLED_ALL_LINEAR(
        "SampledBenchmark.evaluate",
        "perThousand=1000",
        "sampled, all open: time a claim, largest to smallest",
        new Figure("smallest", "largest", false),
        0),
    EXACT(
        "ExactBenchmark.evaluate",
        "path=claims/gpt-4o-retro.json",
        "exact, the flagship: milliseconds",
        Figure.atMost("milliseconds"),
        10),
    EXACT_CASES(
        "ExactBenchmark.evaluate",
        "path=claims/worked-cases",
        "exact, the slowest worked case: milliseconds",
        Figure.atMost("milliseconds"),
        10),
    WHAT_IF(
        "WhatIfBenchmark.scenarios",
        "",
        "what-if: nanoseconds a line of the claims touched",
        Figure.atMost("again"),
        1_000),
    WHAT_IF_STRICT(
        "WhatIfBenchmark.scenarios",
        "",
        "what-if: nanoseconds a line that may fire otherwise",
        Figure.atMost("againByReached"),
        0),
    WHAT_IF_EACH(
        "WhatIfBenchmark.scenarios",
        "",
        "what-if: nanoseconds a line, the median scenario",
        Figure.atMost("againMedian"),
        0),
    WHAT_IF_FIRST(
        "WhatIfBenchmark.scenarios",
        "",
        "what-if: nanoseconds a line at the first touch",
        Figure.atMost("first"),
        0),
    WHAT_IF_OPENING(
        "WhatIfBenchmark.scenarios",
        "",
        "what-if: milliseconds to open the workbench",
        Figure.atMost("opening"),
        0),
    EXPLANATION_CERTAIN_TIME(
        "QuestionBenchmark.questions",
        "method=certain",
        "questions, certain: explaining a claim that rests on 100, microseconds",
        Figure.atMost("explanation"),
        0),
    EXPLANATION_CERTAIN(
        "QuestionBenchmark.questions",
        "method=certain",
        "questions: the same, times as long as among 10,000",
        new Figure("explanation", "explanationInSmall", false),
        2),
    CHAINS_CERTAIN_TIME(
        "QuestionBenchmark.questions",
        "method=certain",
        "questions, certain: its first 10 chains, microseconds",
        Figure.atMost("chains"),
        0),
    CHAINS_CERTAIN(
        "QuestionBenchmark.questions",
        "method=certain",
        "questions: the same, times as long as among 10,000",
        new Figure("chains", "chainsInSmall", false),
        2),
    PIVOTS_CERTAIN_TIME(
        "QuestionBenchmark.questions",
        "method=certain",
        "questions, certain: its pivots, microseconds",
        Figure.atMost("pivots"),
        0),
    PIVOTS_CERTAIN(
        "QuestionBenchmark.questions",
        "method=certain",
        "questions: the same, times as long as among 10,000",
        new Figure("pivots", "pivotsInSmall", false),
        2),
    GROUNDS_CERTAIN_TIME(
        "QuestionBenchmark.questions",
        "method=certain",
        "questions, certain: its necessary sources, microseconds",
        Figure.atMost("grounds"),
        0),
    GROUNDS_CERTAIN(
        "QuestionBenchmark.questions",
        "method=certain",
        "questions: the same, times as long as among 10,000",
        new Figure("grounds", "groundsInSmall", false),
        2),
    FIRST_ANSWERS_CERTAIN(
        "QuestionBenchmark.questions",
        "method=certain",
        "questions, certain: first of each, times one evaluation",
        new Figure("first", "evaluating", false),
        0),
    EXPLANATION_SAMPLED_TIME(
        "QuestionBenchmark.questions",
        "method=sampled",
        "questions, sampled: explaining a claim that rests on 100, microseconds",
        Figure.atMost("explanation"),
        0),
    EXPLANATION_SAMPLED(
        "QuestionBenchmark.questions",
        "method=sampled",
        "questions: the same, times as long as among 10,000",
        new Figure("explanation", "explanationInSmall", false),
        2),
    CHAINS_SAMPLED_TIME(
        "QuestionBenchmark.questions",
        "method=sampled",
        "questions, sampled: its first 10 chains, microseconds",
        Figure.atMost("chains"),
        0),
    CHAINS_SAMPLED(
        "QuestionBenchmark.questions",
        "method=sampled",
        "questions: the same, times as long as among 10,000",
        new Figure("chains", "chainsInSmall", false),
        2),
    PIVOTS_SAMPLED_TIME(
        "QuestionBenchmark.questions",
        "method=sampled",
        "questions, sampled: its pivots, microseconds",
        Figure.atMost("pivots"),
        0),
    PIVOTS_SAMPLED(
        "QuestionBenchmark.questions",
        "method=sampled",
        "questions: the same, times as long as among 10,000",
        new Figure("pivots", "pivotsInSmall", false),
        2),
    GROUNDS_SAMPLED_TIME(
        "QuestionBenchmark.questions",
        "method=sampled",
        "questions, sampled: its necessary sources, microseconds",
        Figure.atMost("grounds"),
        0),
    GROUNDS_SAMPLED(
        "QuestionBenchmark.questions",
        "method=sampled",
        "questions: the same, times as long as among 10,000",
        new Figure("grounds", "groundsInSmall", false),
        2),
    FIRST_ANSWERS_SAMPLED(
        "QuestionBenchmark.questions",
        "method=sampled",
        "questions, sampled: first of each, times one evaluation",
        new Figure("first", "evaluating", false),
        0),
    EXPLANATION_EXACT_TIME(
        "QuestionBenchmark.questions",
        "method=exact",
        "questions, exact: explaining a claim that rests on 100, microseconds",
        Figure.atMost("explanation"),
        0),
    EXPLANATION_EXACT(
        "QuestionBenchmark.questions",
        "method=exact",
        "questions: the same, times as long as among 10,000",
        new Figure("explanation", "explanationInSmall", false),
        2),
    CHAINS_EXACT_TIME(
        "QuestionBenchmark.questions",
        "method=exact",
        "questions, exact: its first 10 chains, microseconds",
        Figure.atMost("chains"),
        0),
    CHAINS_EXACT(
        "QuestionBenchmark.questions",
        "method=exact",
        "questions: the same, times as long as among 10,000",
        new Figure("chains", "chainsInSmall", false),
        2),
    PIVOTS_EXACT_TIME(
        "QuestionBenchmark.questions",
        "method=exact",
        "questions, exact: its pivots, microseconds",
        Figure.atMost("pivots"),
        0),
    PIVOTS_EXACT(
        "QuestionBenchmark.questions",
        "method=exact",
        "questions: the same, times as long as among 10,000",
        new Figure("pivots", "pivotsInSmall", false),
        2),
    GROUNDS_EXACT_TIME(
        "QuestionBenchmark.questions",
        "method=exact",
        "questions, exact: its necessary sources, microseconds",
        Figure.atMost("grounds"),
        0),
    GROUNDS_EXACT(
        "QuestionBenchmark.questions",
        "method=exact",
        "questions: the same, times as long as among 10,000",
        new Figure("grounds", "groundsInSmall", false),
        2),
    FIRST_ANSWERS_EXACT(
        "QuestionBenchmark.questions",
        "method=exact",
        "questions, exact: first of each, times one evaluation",
        new Figure("first", "evaluating", false),
        0),
    REMOVALS_REALISTIC(
        "RemovalBenchmark.sources",
        "graph=realistic",
        "64 sources removed, realistic: times one evaluation",
        Figure.OURS,
        0),
    REMOVALS_LAYERED(
        "RemovalBenchmark.sources",
        "graph=layered",
        "64 sources removed, layered: times one evaluation",
        Figure.OURS,
        0);

    private final String benchmark;
    private final String parameter;
    private final String value;
    private final String what;
    private final Figure figure;
    private final double limit;

    Target(String benchmark, String setting, String what, Figure figure, double limit) {
      this.benchmark = benchmark;
      this.parameter = setting.replaceFirst("=.*", "");
      this.value = setting.replaceFirst(".*=", "");
      this.what = what;
      this.figure = figure;
      this.limit = limit;
    }

    /** What is run for it, which several may have in common. */
    List<String> run() {
      return List.of(benchmark, parameter, value);
    }
  }

  private static final String RETAINED = "memory: bytes a claim of a graph with its places";
  private static final String ALLOCATED = "memory: bytes a claim that sampling allocates";
  private static final String HEAP = "memory: GiB of heap in which sampling runs";
  private static final String START_UP = "start-up: times as long as an empty program";

  private final boolean quick;
  private final Pattern wanted;
  private final List<String> table = new ArrayList<>();

  private Ratios(boolean quick, Pattern wanted) {
    this.quick = quick;
    this.wanted = wanted;
  }

  /**
   * Measures.
   *
   * @param arguments {@code quick} and a regular expression, each if wanted
   */
  public static void main(String[] arguments)
      throws RunnerException, IOException, InterruptedException {
    List<String> others =
        Stream.of(arguments).filter(each -> !each.equals("quick")).toList();
    Ratios ratios = new Ratios(
        others.size() < arguments.length, Pattern.compile(others.isEmpty() ? "" : others.get(0)));
    if (ratios.isWanted(START_UP)) {
      StartUp.requireJar();
    }
    ratios.time();
    ratios.weigh();
    ratios.start();
    System.out.printf("%n%-60s%12s%26s%16s%n", "", "figure", "forks", "to reach");
    ratios.table.forEach(System.out::println);
  }

  private void time() throws RunnerException {
    List<Target> targets =
        Stream.of(Target.values()).filter(each -> isWanted(each.what)).toList();
    Map<List<String>, RunResult> runs = new HashMap<>();
    for (Target target : targets) {
      if (!runs.containsKey(target.run())) {
        runs.put(target.run(), run(target));
      }
      add(target, runs.get(target.run()));
    }
  }

  private RunResult run(Target target) throws RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder().shouldFailOnError(true);
    options.include(Pattern.quote(target.benchmark) + "$");
    if (!target.parameter.isEmpty()) {
      options.param(target.parameter, target.value);
    }
    if (quick) {
      options.forks(1).param("claims", "50000");
    }
    return new Runner(options.build()).runSingle();
  }

  private void add(Target target, RunResult run) {
    double[] forks = run.getBenchmarkResults().stream()
        .mapToDouble(
            fork -> median(fork.getIterationResults().stream().mapToDouble(target.figure::of)))
        .sorted()
        .toArray();
    String spread = "%s to %s".formatted(number(forks[0]), number(forks[forks.length - 1]));
    row(
        target.what,
        median(DoubleStream.of(forks)),
        spread,
        target.limit,
        target.figure.isAtLeast());
  }

  private static double median(DoubleStream ratios) {
    double[] sorted = ratios.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private boolean isWanted(String what) {
    return wanted.matcher(what).find();
  }

  private void weigh() throws IOException, InterruptedException {
    int claims = quick ? 50_000 : 1_000_000;
    if (isWanted(RETAINED)) {
      Footprint footprint = Footprint.of(claims);
      row(RETAINED, footprint.document(), "", 600, false);
      row("  the compiled graph besides", footprint.compiled(), "", 0, false);
      row("  an evaluation besides", footprint.evaluation(), "", 0, false);
    }
    if (isWanted(ALLOCATED)) {
      Allocation allocation = Allocation.of(claims);
      row(ALLOCATED, allocation.beyondBlocks(), "", 1024, false);
      row("  its blocks besides", allocation.blocks(), "", 0, false);
    }
    if (isWanted(HEAP)) {
      row(HEAP, SampledOnce.leastHeap(claims), "", 4, false);
    }
  }

  private void start() throws IOException, InterruptedException {
    if (isWanted(START_UP)) {
      double[] ratios = StartUp.ratios(quick ? 5 : 20);
      String spread = "%s to %s".formatted(number(ratios[0]), number(ratios[ratios.length - 1]));
      row(START_UP, median(DoubleStream.of(ratios)), spread, 10, false);
    }
  }

  private void row(String what, double ratio, String spread, double limit, boolean atLeast) {
    String reach = limit == 0 ? "" : (atLeast ? "≥ " : "≤ ") + number(limit);
    boolean reached = limit == 0 || (atLeast ? ratio >= limit : ratio <= limit);
    table.add("%-60s%12s%26s%16s%s"
        .formatted(what, number(ratio), spread, reach, reached ? "" : "  missed"));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }
}
