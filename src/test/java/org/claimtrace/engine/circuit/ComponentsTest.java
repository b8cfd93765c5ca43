package org.claimtrace.engine.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentsTest {

  @Nested
  class OfAGraphWithoutNodes {
    @Test
    void areNone() {
      Components components = Components.of(0, new int[1], new int[0]);

      assertThat(components.count()).isZero();
      assertThat(components.order).isEmpty();
    }
  }

  @Nested
  class OfEveryGraph {
    @ParameterizedTest(name = "of {0} nodes")
    @ValueSource(ints = {1, 2, 3, 4})
    void areTheNodesThatReachEachOther(int nodes) {
      for (int edges = 0; edges < 1 << (nodes * nodes); edges++) {
        boolean[][] points = new boolean[nodes][nodes];
        for (int i = 0; i < nodes * nodes; i++) {
          points[i / nodes][i % nodes] = ((edges >> i) & 1) == 1;
        }
        check(points);
      }
    }
  }

  @Nested
  class OfARandomGraph {
    static LongStream seeds() {
      return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areTheNodesThatReachEachOther(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 100; i++) {
        int nodes = 1 + random.nextInt(30);
        double density = random.nextDouble(3.0 / nodes);
        boolean[][] points = new boolean[nodes][nodes];
        for (boolean[] row : points) {
          for (int to = 0; to < nodes; to++) {
            row[to] = random.nextDouble() < density;
          }
        }
        check(points);
      }
    }
  }

  @Nested
  class OfAChainOfAMillionNodes {
    @ParameterizedTest(name = "each pointing {0} on")
    @ValueSource(ints = {1, -1})
    void areSingleNodesInTheOrderOfTheChain(int step) {
      int nodes = 1_000_000;
      int[] first = new int[nodes + 1];
      int[] targets = new int[nodes];
      int edges = 0;
      for (int i = 0; i < nodes; i++) {
        if (i + step >= 0 && i + step < nodes) {
          targets[edges++] = i + step;
        }
        first[i + 1] = edges;
      }

      Components components = Components.of(nodes, first, targets);

      assertThat(components.count()).isEqualTo(nodes);
      assertThat(components.order)
          .isEqualTo(
              step < 0
                  ? IntStream.range(0, nodes).toArray()
                  : IntStream.range(0, nodes).map(i -> nodes - 1 - i).toArray());
    }
  }

  private static void check(boolean[][] points) {
    int nodes = points.length;
    int[] first = new int[nodes + 1];
    IntStream.Builder targets = IntStream.builder();
    for (int from = 0; from < nodes; from++) {
      first[from + 1] = first[from];
      for (int to = 0; to < nodes; to++) {
        if (points[from][to]) {
          targets.add(to);
          first[from + 1]++;
        }
      }
    }

    Components components = Components.of(nodes, first, targets.build().toArray());

    String graph = Arrays.deepToString(points);
    assertThat(Arrays.stream(components.order).sorted().toArray())
        .as(graph)
        .isEqualTo(IntStream.range(0, nodes).toArray());
    int[] componentOf = new int[nodes];
    for (int i = 0; i < components.count(); i++) {
      assertThat(components.first[i]).as(graph).isLessThan(components.first[i + 1]);
      for (int at = components.first[i]; at < components.first[i + 1]; at++) {
        componentOf[components.order[at]] = i;
      }
    }
    List<Integer> done = done(points);
    for (int i = 0; i < components.count(); i++) {
      assertThat(Arrays.stream(components.order, components.first[i], components.first[i + 1])
              .map(done::indexOf)
              .toArray())
          .as("%s, component %s", graph, i)
          .isSorted();
    }
    boolean[][] reaches = reachability(points);
    for (int from = 0; from < nodes; from++) {
      for (int to = 0; to < nodes; to++) {
        boolean together = from == to || (reaches[from][to] && reaches[to][from]);
        if (together != (componentOf[from] == componentOf[to])
            || (points[from][to] && componentOf[to] > componentOf[from])) {
          assertThat(componentOf).as("%s at %s and %s", graph, from, to).isNull();
        }
      }
    }
  }

  /** The nodes in the order in which a depth-first search finishes them. */
  private static List<Integer> done(boolean[][] points) {
    List<Integer> done = new ArrayList<>();
    boolean[] seen = new boolean[points.length];
    for (int node = 0; node < points.length; node++) {
      search(node, points, seen, done);
    }
    return done;
  }

  private static void search(int node, boolean[][] points, boolean[] seen, List<Integer> done) {
    if (!seen[node]) {
      seen[node] = true;
      for (int to = 0; to < points.length; to++) {
        if (points[node][to]) {
          search(to, points, seen, done);
        }
      }
      done.add(node);
    }
  }

  /** The transitive closure, by Warshall's algorithm. */
  private static boolean[][] reachability(boolean[][] points) {
    boolean[][] reaches = new boolean[points.length][];
    Arrays.setAll(reaches, i -> points[i].clone());
    for (int over = 0; over < points.length; over++) {
      for (int from = 0; from < points.length; from++) {
        for (int to = 0; to < points.length; to++) {
          reaches[from][to] |= reaches[from][over] && reaches[over][to];
        }
      }
    }
    return reaches;
  }
}
