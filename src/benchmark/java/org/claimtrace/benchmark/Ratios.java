package org.claimtrace.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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
 * <p>A ratio is the median over the forks of the median of a fork's turns; the lowest and the highest fork stand beside it.
 * Arguments: {@code quick} for one fork and smaller graphs, which shows a change for the worse but is no result; and a regular
 * expression for the names of what is to be measured, all of it unless given.
 */
public final class Ratios {

  /** What the benchmarks are to reach. */
  private enum Target {
    READ("ReadBenchmark.read", "", "read: times as long as walking the tokens", 2.5),
    COMPILE("CompileBenchmark.compile", "", "compile: times as long as looking up each id", 3),
    SWEEP("SweepBenchmark.sweep", "", "sweep: times as long as a plain pass", 2),
    DUNG_1000(
        "DungBenchmark.random", "1000", "dung, 1,000 random: times as fast as TweetyProject", 0),
    DUNG_10000("DungBenchmark.random", "10000", "dung, 10,000 random: times as fast", 1_000),
    DUNG_CHAIN("DungBenchmark.chain", "10000", "dung, chain of 10,000: times as fast", 100_000);

    private final String benchmark;
    private final String size;
    private final String what;
    private final double limit;

    Target(String benchmark, String size, String what, double limit) {
      this.benchmark = benchmark;
      this.size = size;
      this.what = what;
      this.limit = limit;
    }

    boolean isSpeedup() {
      return what.contains("as fast");
    }

    boolean isOf(RunResult run) {
      String size = run.getParams().getParam("arguments");
      return run.getParams().getBenchmark().endsWith(benchmark)
          && (size == null || size.equals(this.size));
    }
  }

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
  public static void main(String[] arguments) throws RunnerException {
    List<String> others =
        Stream.of(arguments).filter(each -> !each.equals("quick")).toList();
    Ratios ratios = new Ratios(
        others.size() < arguments.length, Pattern.compile(others.isEmpty() ? "" : others.get(0)));
    ratios.time();
    ratios.weigh();
    System.out.printf("%n%-60s%12s%26s%16s%n", "", "ratio", "forks", "to reach");
    ratios.table.forEach(System.out::println);
  }

  private void time() throws RunnerException {
    List<Target> targets = Stream.of(Target.values())
        .filter(each -> wanted.matcher(each.what).find())
        .toList();
    if (targets.isEmpty()) {
      return;
    }
    ChainedOptionsBuilder options = new OptionsBuilder().shouldFailOnError(true);
    targets.stream().map(each -> each.benchmark).distinct().forEach(options::include);
    if (quick) {
      options.forks(1).param("claims", "50000");
    }
    Collection<RunResult> runs = new Runner(options.build()).run();
    for (Target target : targets) {
      for (RunResult run : runs) {
        if (target.isOf(run)) {
          add(target, target.what, run, "ours");
          if (target.isSpeedup()) {
            add(target, "  compiling included", run, "oursPrepared");
          }
        }
      }
    }
  }

  private void add(Target target, String what, RunResult run, String ours) {
    double[] forks = run.getBenchmarkResults().stream()
        .mapToDouble(fork -> median(
            fork.getIterationResults().stream().mapToDouble(turn -> ratio(target, turn, ours))))
        .sorted()
        .toArray();
    double ratio = median(DoubleStream.of(forks));
    String spread = "%s to %s".formatted(number(forks[0]), number(forks[forks.length - 1]));
    row(what, ratio, spread, target.limit, target.isSpeedup());
  }

  private static double ratio(Target target, IterationResult turn, String ours) {
    double oursTook = turn.getSecondaryResults().get(ours).getScore();
    double theirsTook = turn.getSecondaryResults().get("theirs").getScore();
    return target.isSpeedup() ? theirsTook / oursTook : oursTook / theirsTook;
  }

  private static double median(DoubleStream ratios) {
    double[] sorted = ratios.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private void weigh() {
    if (wanted.matcher("memory").find()) {
      Footprint footprint = Footprint.of(quick ? 50_000 : 1_000_000);
      row("memory: bytes a claim of a graph with its places", footprint.document(), "", 600, false);
      row("  the compiled graph besides", footprint.compiled(), "", 0, false);
      row("  an evaluation besides", footprint.evaluation(), "", 0, false);
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
