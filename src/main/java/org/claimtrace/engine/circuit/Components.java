package org.claimtrace.engine.circuit;

import java.util.Arrays;
import org.claimtrace.work.Cancellation;

/**
 * The strongly connected components of a directed graph, by Tarjan's algorithm ("Depth-first search and linear graph
 * algorithms", SIAM Journal on Computing 1(2), 1972), iteratively, in linear time.
 */
public final class Components {

  /** How many nodes are visited between two checks for cancellation. */
  private static final int STRIDE = 1 << 16;

  /**
   * The nodes, component by component: the target of an edge comes before its node, or is in the same component. Inside a
   * component the nodes are in the order in which a depth-first search finishes them, so few targets come after their nodes.
   */
  public final int[] order;

  /** Where each component begins in the order, and the end. */
  public final int[] first;

  private Components(int[] order, int[] first) {
    this.order = order;
    this.first = first;
  }

  /**
   * Condenses a graph in which node {@code n} has edges to {@code targets[first[n]]} up to {@code targets[first[n + 1] - 1]}.
   * Nodes are visited in ascending order, so equal graphs give equal components.
   */
  public static Components of(int nodes, int[] first, int[] targets) {
    int[] order = new int[nodes];
    int[] begins = new int[nodes + 1];
    int ordered = 0;
    int components = 0;
    // The least index reachable, counted from 1; 0 before a node is visited; the largest number
    // once its component is known.
    int[] low = new int[nodes];
    int[] index = new int[nodes];
    int[] edge = new int[nodes];
    int[] path = new int[nodes];
    // Nodes that are in no component yet, in the order in which the search finished them.
    int[] pending = new int[nodes];
    int pendingSize = 0;
    int visited = 0;
    int checkedAt = 0;
    for (int root = 0; root < nodes; root++) {
      if (index[root] != 0) {
        continue;
      }
      checkedAt = checkNowAndThen(visited, checkedAt);
      int depth = 0;
      path[0] = root;
      index[root] = low[root] = ++visited;
      edge[root] = first[root];
      while (depth >= 0) {
        int node = path[depth];
        if (edge[node] < first[node + 1]) {
          int target = targets[edge[node]++];
          if (index[target] == 0) {
            checkedAt = checkNowAndThen(visited, checkedAt);
            index[target] = low[target] = ++visited;
            edge[target] = first[target];
            path[++depth] = target;
          } else if (low[target] < low[node]) {
            low[node] = low[target];
          }
          continue;
        }
        depth--;
        pending[pendingSize++] = node;
        if (depth >= 0 && low[node] < low[path[depth]]) {
          low[path[depth]] = low[node];
        }
        if (low[node] == index[node]) {
          begins[components++] = ordered;
          int from = pendingSize;
          while (from > 0 && index[pending[from - 1]] >= index[node]) {
            from--;
          }
          for (int at = from; at < pendingSize; at++) {
            low[pending[at]] = Integer.MAX_VALUE;
            order[ordered++] = pending[at];
          }
          pendingSize = from;
        }
      }
    }
    begins[components] = ordered;
    return new Components(order, Arrays.copyOf(begins, components + 1));
  }

  /**
   * Checks for cancellation if enough nodes were visited since the last check; returns how many had been visited at the last
   * one.
   */
  private static int checkNowAndThen(int visited, int checkedAt) {
    if (visited - checkedAt < STRIDE) {
      return checkedAt;
    }
    Cancellation.check();
    return visited;
  }

  public int count() {
    return first.length - 1;
  }
}
