package org.claimtrace.benchmark;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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

  /**
   * What a benchmark is to reach.
   *
   * @param benchmark its class and method
   * @param setting the parameter that it is run with, as {@code name=value}; empty for none
   * @param what what is measured, for the table
   * @param limit what is to be reached; 0 where that is not settled
   */
  private record Target(
      String benchmark, String setting, String what, Figure figure, double limit) {

    /** What is run for it, which several may have in common. */
    List<String> run() {
      return List.of(benchmark, setting);
    }
  }

  // Compiling has a limit of its own, so that rows which include it have none.
  private static ImmutableList<Target> targets() {
    ImmutableList.Builder<Target> targets = ImmutableList.builder();
    targets.add(
        new Target(
            "ReadBenchmark.read",
            "",
            "read: times as long as walking the tokens",
            Figure.OURS,
            2.5),
        new Target(
            "CompileBenchmark.compile",
            "",
            "compile: times as long as looking up each id",
            Figure.OURS,
            3),
        new Target(
            "SweepBenchmark.sweep", "", "sweep: times as long as a plain pass", Figure.OURS, 2),
        new Target(
            "DungBenchmark.random",
            "arguments=1000",
            "dung, 1,000 random: times as fast as TweetyProject",
            Figure.THEIRS,
            0),
        new Target(
            "DungBenchmark.random",
            "arguments=1000",
            "dung, 1,000 random, compiling included",
            Figure.THEIRS_PREPARED,
            0),
        new Target(
            "DungBenchmark.random",
            "arguments=10000",
            "dung, 10,000 random: times as fast",
            Figure.THEIRS,
            1_000),
        new Target(
            "DungBenchmark.random",
            "arguments=10000",
            "dung, 10,000 random, compiling included",
            Figure.THEIRS_PREPARED,
            0),
        new Target(
            "DungBenchmark.chain",
            "arguments=10000",
            "dung, chain of 10,000: times as fast",
            Figure.THEIRS,
            100_000),
        new Target(
            "DungBenchmark.chain",
            "arguments=10000",
            "dung, chain of 10,000, compiling included",
            Figure.THEIRS_PREPARED,
            0),
        new Target(
            "MonteCarloBenchmark.random",
            "arguments=100",
            "monte carlo, 100 random: times as fast as TweetyProject",
            Figure.THEIRS,
            1_000),
        new Target(
            "MonteCarloBenchmark.random",
            "arguments=100",
            "monte carlo, 100 random, compiling included",
            Figure.THEIRS_PREPARED,
            0),
        new Target(
            "MonteCarloBenchmark.random",
            "arguments=1000",
            "monte carlo, 1,000 random: times as fast",
            Figure.THEIRS,
            1_000),
        new Target(
            "MonteCarloBenchmark.random",
            "arguments=1000",
            "monte carlo, 1,000 random, compiling included",
            Figure.THEIRS_PREPARED,
            0),
        new Target(
            "SampledBenchmark.evaluate",
            "perThousand=100",
            "sampled, 10% open: million claim-worlds a second",
            Figure.atLeast("largest"),
            2_000),
        new Target(
            "SampledBenchmark.evaluate",
            "perThousand=100",
            "sampled, 10% open: of a tenth of the claims",
            Figure.atLeast("middle"),
            0),
        new Target(
            "SampledBenchmark.evaluate",
            "perThousand=100",
            "sampled, 10% open: of a hundredth of the claims",
            Figure.atLeast("smallest"),
            0),
        new Target(
            "SampledBenchmark.evaluate",
            "perThousand=100",
            "sampled, 10% open: time a claim, largest to smallest",
            new Figure("smallest", "largest", false),
            0),
        new Target(
            "SampledBenchmark.evaluate",
            "perThousand=1000",
            "sampled, all open: million claim-worlds a second",
            Figure.atLeast("largest"),
            800),
        new Target(
            "SampledBenchmark.evaluate",
            "perThousand=1000",
            "sampled, all open: of a tenth of the claims",
            Figure.atLeast("middle"),
            0),
        new Target(
            "SampledBenchmark.evaluate",
            "perThousand=1000",
            "sampled, all open: of a hundredth of the claims",
            Figure.atLeast("smallest"),
            0),
        new Target(
            "SampledBenchmark.evaluate",
            "perThousand=1000",
            "sampled, all open: time a claim, largest to smallest",
            new Figure("smallest", "largest", false),
            0),
        new Target(
            "ExactBenchmark.evaluate",
            "path=claims/gpt-4o-retro.json",
            "exact, the flagship: milliseconds",
            Figure.atMost("milliseconds"),
            10),
        new Target(
            "ExactBenchmark.evaluate",
            "path=claims/worked-cases",
            "exact, the slowest worked case: milliseconds",
            Figure.atMost("milliseconds"),
            10),
        new Target(
            "WhatIfBenchmark.scenarios",
            "",
            "what-if: nanoseconds a line of the claims touched",
            Figure.atMost("again"),
            1_000),
        new Target(
            "WhatIfBenchmark.scenarios",
            "",
            "what-if: nanoseconds a line that may fire otherwise",
            Figure.atMost("againByReached"),
            0),
        new Target(
            "WhatIfBenchmark.scenarios",
            "",
            "what-if: nanoseconds a line, the median scenario",
            Figure.atMost("againMedian"),
            0),
        new Target(
            "WhatIfBenchmark.scenarios",
            "",
            "what-if: nanoseconds a line at the first touch",
            Figure.atMost("first"),
            0),
        new Target(
            "WhatIfBenchmark.scenarios",
            "",
            "what-if: milliseconds to open the workbench",
            Figure.atMost("opening"),
            0),
        new Target(
            "RemovalBenchmark.sources",
            "graph=realistic",
            "64 sources removed, realistic: times one evaluation",
            Figure.OURS,
            0),
        new Target(
            "RemovalBenchmark.sources",
            "graph=layered",
            "64 sources removed, layered: times one evaluation",
            Figure.OURS,
            0),
        new Target(
            "QueryBenchmark.queries",
            "",
            "query, by verdict: times one evaluation",
            new Figure("verdicts", "evaluating", false),
            0),
        new Target(
            "QueryBenchmark.queries",
            "",
            "query, by words: times one evaluation",
            new Figure("words", "evaluating", false),
            0),
        new Target(
            "QueryBenchmark.queries",
            "",
            "query, by use and dependence: times one evaluation",
            new Figure("structure", "evaluating", false),
            0),
        new Target(
            "QueryBenchmark.queries",
            "",
            "query, by what falls: times one evaluation",
            new Figure("falling", "evaluating", false),
            0),
        new Target(
            "QueryBenchmark.queries",
            "",
            "query, by all at once: times one evaluation",
            new Figure("all", "evaluating", false),
            0),
        new Target(
            "QueryBenchmark.queries",
            "",
            "query, by all at once: nanoseconds a claim",
            Figure.atMost("all"),
            0),
        new Target(
            "QueryBenchmark.queries",
            "",
            "query, the first by use: nanoseconds a claim",
            Figure.atMost("first"),
            0));
    for (String method : List.of("certain", "sampled", "exact")) {
      questions(method).forEach(targets::add);
    }
    return targets.build();
  }

  private static List<Target> questions(String method) {
    String benchmark = "QuestionBenchmark.questions";
    String setting = "method=" + method;
    String begin = "questions, " + method + ": ";
    List<Target> targets = new ArrayList<>();
    ImmutableMap.of(
            "explanation", "explaining a claim that rests on 100",
            "chains", "its first 10 chains",
            "pivots", "its pivots",
            "grounds", "its necessary sources")
        .forEach((counter, what) -> {
          targets.add(new Target(
              benchmark, setting, begin + what + ", microseconds", Figure.atMost(counter), 0));
          targets.add(new Target(
              benchmark,
              setting,
              begin + "the same, times as long as among 10,000",
              new Figure(counter, counter + "InSmall", false),
              0));
        });
    targets.add(new Target(
        benchmark,
        setting,
        begin + "first of each, times one evaluation",
        new Figure("first", "evaluating", false),
        0));
    return targets;
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
        targets().stream().filter(each -> isWanted(each.what)).toList();
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
    if (!target.setting.isEmpty()) {
      List<String> parameter = Splitter.on('=').limit(2).splitToList(target.setting);
      options.param(parameter.get(0), parameter.get(1));
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
