package org.claimtrace.engine.circuit;

import java.util.Arrays;
import org.claimtrace.work.Cancellation;

/**
 * The strongly connected components of a directed graph, by Tarjan's algorithm ("Depth-first search and linear graph
 * algorithms", SIAM Journal on Computing 1(2), 1972), iteratively, in linear time.
 */
public final class Components {

  /** So many nodes are visited between two looks at whether to go on. */
  private static final int STRIDE = 1 << 16;

  /**
   * The nodes, component by component; what a node points at stands before it or in its own component. Inside one as much
   * as possible stands before what points at it: all but what the search was still on its way from.
   */
  public final int[] order;

  /** Where each component begins in the order; one more entry for the end. */
  public final int[] first;

  private Components(int[] order, int[] first) {
    this.order = order;
    this.first = first;
  }

  /**
   * Condenses a graph whose node {@code n} points at {@code targets[first[n]]} to {@code targets[first[n + 1] - 1]}.
   * Nodes are visited in ascending order, so equal graphs give equal components.
   */
  public static Components of(int nodes, int[] first, int[] targets) {
    int[] order = new int[nodes];
    int[] begins = new int[nodes + 1];
    int ordered = 0;
    int components = 0;
    // The least index reachable, counted from 1; 0 is unvisited; a finished node's is larger than
    // any other.
    int[] low = new int[nodes];
    int[] index = new int[nodes];
    int[] edge = new int[nodes];
    int[] path = new int[nodes];
    // Those that are in no component yet, in the order in which the search was done with them.
    int[] pending = new int[nodes];
    int pendingSize = 0;
    int visited = 0;
    int looked = 0;
    for (int root = 0; root < nodes; root++) {
      if (index[root] != 0) {
        continue;
      }
      looked = look(visited, looked);
      int depth = 0;
      path[0] = root;
      index[root] = low[root] = ++visited;
      edge[root] = first[root];
      while (depth >= 0) {
        int node = path[depth];
        if (edge[node] < first[node + 1]) {
          int target = targets[edge[node]++];
          if (index[target] == 0) {
            looked = look(visited, looked);
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

  /** Looks at whether to go on if enough nodes were visited since that was done; how many had been when it was. */
  private static int look(int visited, int looked) {
    if (visited - looked < STRIDE) {
      return looked;
    }
    Cancellation.check();
    return visited;
  }

  public int count() {
    return first.length - 1;
  }
}
