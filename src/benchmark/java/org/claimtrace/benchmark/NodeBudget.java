package org.claimtrace.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.claimtrace.evaluation.CompiledGraph;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.json.ClaimJson;

/**
 * Tells which budget of nodes suits an exact evaluation: how many nodes it takes for graphs of the size that people write by
 * hand, how many of them are exact within a budget, and how long it takes to find out that one is not.
 */
public final class NodeBudget {

  private static final int LEAST = 14;
  private static final int MOST = 22;
  private static final int[] SIZES = {20, 50, 100, 200, 400};
  private static final int[] PER_THOUSAND = {100, 300, 1000};

  private final int seeds;
  /** Milliseconds, by the exponent of the budget. */
  private final TreeMap<Integer, List<Double>> givingUp = new TreeMap<>();

  private final TreeMap<Integer, List<Double>> succeeding = new TreeMap<>();

  private NodeBudget(int seeds) {
    this.seeds = seeds;
  }

  /**
   * Measures.
   *
   * @param arguments how many graphs of each kind; 25 unless given
   */
  public static void main(String[] arguments) throws IOException {
    NodeBudget budget = new NodeBudget(arguments.length == 0 ? 25 : Integer.parseInt(arguments[0]));
    budget.warmUp();
    System.out.printf(
        "%-28s%10s%12s%12s%12s   exact within 2^%d … 2^%d%n",
        "", "graphs", "50%", "90%", "99%", LEAST, MOST);
    budget.written();
    for (int perThousand : PER_THOUSAND) {
      for (int size : SIZES) {
        budget.realistic(size, perThousand);
      }
    }
    budget.times();
  }

  private void warmUp() {
    for (int i = 0; i < 30; i++) {
      evaluate(CompiledGraph.of(RealisticGraphs.open(100, 300, -i)), 1 << 17);
    }
  }

  private void written() throws IOException {
    for (String path : List.of("claims/gpt-4o-retro.json", "claims/worked-cases")) {
      List<CompiledGraph> graphs = new ArrayList<>();
      for (Path file : ExactBenchmark.files(Path.of(path))) {
        graphs.add(CompiledGraph.of(ClaimJson.read(file)));
      }
      row(path, graphs);
    }
  }

  private void realistic(int size, int perThousand) {
    List<CompiledGraph> graphs = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      graphs.add(CompiledGraph.of(RealisticGraphs.open(size, perThousand, seed)));
    }
    row("%d claims, %d %% open".formatted(size, perThousand / 10), graphs);
  }

  private void row(String name, List<CompiledGraph> graphs) {
    double[] nodes = graphs.stream().mapToDouble(this::nodes).sorted().toArray();
    StringBuilder shares = new StringBuilder();
    for (int exponent = LEAST; exponent <= MOST; exponent++) {
      long budget = 1L << exponent;
      long exact = DoubleStream.of(nodes).filter(each -> each <= budget).count();
      shares.append("%6.1f".formatted(100.0 * exact / nodes.length));
    }
    System.out.printf(
        "%-28s%10d%12s%12s%12s  %s%n",
        name, nodes.length, at(nodes, .5), at(nodes, .9), at(nodes, .99), shares);
  }

  private static String at(double[] sorted, double share) {
    double value = sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    return Double.isInfinite(value) ? "more" : String.format(Locale.ROOT, "%,.0f", value);
  }

  /** The least budget that is enough, to within a hundredth; infinite where the largest is not, 0 where nothing is open. */
  private double nodes(CompiledGraph graph) {
    int enough = 0;
    for (int exponent = 4; exponent <= MOST && enough == 0; exponent++) {
      long begin = System.nanoTime();
      Evaluation evaluation = evaluate(graph, 1 << exponent);
      double took = (System.nanoTime() - begin) / 1e6;
      if (evaluation.method() == Method.CERTAIN) {
        return 0;
      }
      (evaluation.isBeyondBudget() ? givingUp : succeeding)
          .computeIfAbsent(exponent, each -> new ArrayList<>())
          .add(took);
      enough = evaluation.isBeyondBudget() ? 0 : 1 << exponent;
    }
    if (enough == 0) {
      return Double.POSITIVE_INFINITY;
    }
    int tooFew = enough / 2;
    while (enough - tooFew > 1 + enough / 100) {
      int middle = (tooFew + enough) >>> 1;
      if (evaluate(graph, middle).isBeyondBudget()) {
        tooFew = middle;
      } else {
        enough = middle;
      }
    }
    return enough;
  }

  /** In a single sampled world, so that what follows on giving up costs next to nothing. */
  private static Evaluation evaluate(CompiledGraph graph, int budget) {
    return Evaluator.builder().nodeBudget(budget).worlds(1).build().evaluate(graph);
  }

  private void times() {
    System.out.printf(
        "%n%-12s%30s%30s%n", "budget", "giving up: ms, median, most", "exact: ms, median, most");
    for (int exponent = LEAST; exponent <= MOST; exponent++) {
      System.out.printf(
          "2^%-10d%30s%30s%n",
          exponent,
          spread(givingUp.getOrDefault(exponent, List.of())),
          spread(succeeding.getOrDefault(exponent, List.of())));
    }
  }

  private static String spread(List<Double> times) {
    double[] sorted = times.stream().mapToDouble(each -> each).sorted().toArray();
    return sorted.length == 0
        ? "none"
        : String.format(
            Locale.ROOT,
            "%d times: %.1f, %.1f",
            sorted.length,
            sorted[sorted.length / 2],
            sorted[sorted.length - 1]);
  }
}
