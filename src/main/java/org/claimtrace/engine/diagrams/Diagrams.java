package org.claimtrace.engine.diagrams;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.work.Cancellation;

/**
 * A set of reduced ordered binary decision diagrams (Bryant, "Graph-based algorithms for Boolean function manipulation", IEEE
 * Transactions on Computers C-35(8), 1986) with complemented edges (Brace, Rudell and Bryant, "Efficient implementation of a
 * BDD package", DAC 1990), in int arrays. It has a budget of nodes and one of steps: a single node may cost many steps, since
 * the cache of results is overwritten.
 *
 * <p>A diagram is the number of a node times two, plus one where it is complemented. Equal functions have equal numbers. A
 * node's low edge is never complemented. Nothing is ever freed: a set of diagrams lives for one evaluation.
 *
 * <p>Mutable, for use by one thread.
 */
public final class Diagrams {

  /** How many places the cache of conjunctions has for each node that there is room for. */
  private static final int CACHED = 2;

  public static final int TRUE = 0;
  public static final int FALSE = 1;

  /** The largest number of nodes, whatever the budget: some arrays have twice as many entries. */
  static final int MOST_NODES = 1 << 28;

  private static final int NO_VARIABLE = Integer.MAX_VALUE;

  /** Marks a result that is not known. */
  private static final int UNKNOWN = -1;

  /** Up to this many diagrams are sorted by insertion, since a general sort takes longer to begin. */
  private static final int INSERTION_SORTED = 16;

  /** How many steps, or nodes weighed, lie between two checks for cancellation. */
  private static final int STRIDE = 1 << 12;

  private final int mostNodes;
  private final long mostSteps;

  private long steps;
  /** The step before which budget and cancellation are checked next. */
  private long nextCheck;

  /** The step at which the budget is used up. */
  private long lastStep;

  private int[] variable = new int[64];
  private int[] low = new int[64];
  private int[] high = new int[64];
  private int nodes = 1;
  /** Node numbers by hash, with open addressing; 0 is free, since the terminal is never looked up. */
  private int[] table = new int[128];

  // A direct-mapped cache of conjunctions.
  private int[] cachedLeft = new int[128];
  private int[] cachedRight = new int[128];
  private int[] cachedResult = new int[128];

  /** A stack of pending conjunctions, three entries a frame: both diagrams, and the result where the variable is false. */
  private int[] waiting = new int[3 * 64];

  // The weights of nodes, and the call of weigh in which each was computed.
  private double[] weights = new double[0];
  private int[] weighedIn = new int[0];
  private int weighing;

  /** Thrown when more nodes or steps are needed than the budget allows. */
  public static final class OutOfBudget extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutOfBudget(String reason) {
      super(reason, null, false, false);
    }
  }

  /**
   * Creates an empty set of diagrams.
   *
   * @param mostNodes how many nodes there may be; at most {@value #MOST_NODES} whatever the value
   * @param mostSteps how many steps may be taken, until {@link #allowMore} is called
   */
  public Diagrams(int mostNodes, long mostSteps) {
    this.mostNodes = Math.min(mostNodes, MOST_NODES);
    this.mostSteps = mostSteps;
    variable[0] = NO_VARIABLE;
    Arrays.fill(cachedLeft, UNKNOWN);
    allowMore();
  }

  /** Allows as many steps from now on as at the beginning. */
  public void allowMore() {
    lastStep = steps + Math.min(mostSteps, Long.MAX_VALUE - steps);
    nextCheck = Math.min(lastStep, steps + STRIDE);
  }

  public static int not(int diagram) {
    return diagram ^ 1;
  }

  /** Returns the diagram that is true where a variable is. */
  int variable(int number) {
    return node(number, FALSE, TRUE);
  }

  /** Returns the diagram that is true where one of both is; throws as {@link #and} does. */
  public int or(int left, int right) {
    return not(and(not(left), not(right)));
  }

  /**
   * Returns the diagram that is true where both are.
   *
   * @throws OutOfBudget if that takes more nodes or steps than the budget allows
   * @throws CancellationException if the work is to stop
   */
  public int and(int left, int right) {
    int known = known(left, right);
    return known == UNKNOWN ? computed(left, right) : known;
  }

  /** The conjunction, if it is trivial or cached; otherwise {@link #UNKNOWN}. */
  private int known(int left, int right) {
    if (steps >= nextCheck) {
      checkBudget();
    }
    steps++;
    if (left == right || right == TRUE) {
      return left;
    }
    if (left == TRUE) {
      return right;
    }
    if (left == FALSE || right == FALSE || left == not(right)) {
      return FALSE;
    }
    int first = Math.min(left, right);
    int second = Math.max(left, right);
    int slot = cacheSlot(first, second);
    return cachedLeft[slot] == first && cachedRight[slot] == second ? cachedResult[slot] : UNKNOWN;
  }

  private void checkBudget() {
    if (steps >= lastStep) {
      throw new OutOfBudget("more than " + mostSteps + " steps");
    }
    Cancellation.check();
    nextCheck = Math.min(lastStep, steps + STRIDE);
  }

  /** Computes a conjunction top down, with a stack of its own: diagrams are as deep as there are variables. */
  private int computed(int left, int right) {
    int frame = 0;
    begin(frame, left, right);
    int found = UNKNOWN;
    while (frame >= 0) {
      int first = waiting[frame];
      int second = waiting[frame + 1];
      int top = Math.min(variable[first >> 1], variable[second >> 1]);
      if (waiting[frame + 2] == UNKNOWN) {
        if (found == UNKNOWN) {
          int lowerFirst = cofactor(first, top, low);
          int lowerSecond = cofactor(second, top, low);
          found = known(lowerFirst, lowerSecond);
          if (found == UNKNOWN) {
            frame += 3;
            begin(frame, lowerFirst, lowerSecond);
            continue;
          }
        }
        waiting[frame + 2] = found;
        found = UNKNOWN;
      }
      if (found == UNKNOWN) {
        int higherFirst = cofactor(first, top, high);
        int higherSecond = cofactor(second, top, high);
        found = known(higherFirst, higherSecond);
        if (found == UNKNOWN) {
          frame += 3;
          begin(frame, higherFirst, higherSecond);
          continue;
        }
      }
      found = node(top, waiting[frame + 2], found);
      // The cache may have grown meanwhile.
      int slot = cacheSlot(first, second);
      cachedLeft[slot] = first;
      cachedRight[slot] = second;
      cachedResult[slot] = found;
      frame -= 3;
    }
    return found;
  }

  private void begin(int frame, int left, int right) {
    if (frame == waiting.length) {
      waiting = Arrays.copyOf(waiting, 2 * frame);
    }
    waiting[frame] = Math.min(left, right);
    waiting[frame + 1] = Math.max(left, right);
    waiting[frame + 2] = UNKNOWN;
  }

  private int cacheSlot(int first, int second) {
    return mixed(first, second, 0) & (cachedLeft.length - 1);
  }

  /**
   * Returns the conjunction or disjunction of some diagrams. Those with the last variables are joined first, so that each join
   * adds nodes on top of the last result and copies none below.
   *
   * @param all the diagrams, which are reordered
   * @param count how many there are
   */
  int join(boolean conjunction, int[] all, int count) {
    sortByVariable(all, count);
    return joinInOrder(conjunction, all, count);
  }

  /** Returns the conjunction or disjunction of some diagrams, joined one after the other. */
  int joinInOrder(boolean conjunction, int[] all, int count) {
    int joined = conjunction ? TRUE : FALSE;
    for (int i = 0; i < count; i++) {
      joined = conjunction ? and(all[i], joined) : or(all[i], joined);
    }
    return joined;
  }

  private void sortByVariable(int[] all, int count) {
    if (count > INSERTION_SORTED) {
      long[] keys = new long[count];
      for (int i = 0; i < count; i++) {
        keys[i] = (long) (NO_VARIABLE - variable[all[i] >> 1]) << 32 | all[i];
      }
      Arrays.sort(keys);
      for (int i = 0; i < count; i++) {
        all[i] = (int) keys[i];
      }
      return;
    }
    for (int i = 1; i < count; i++) {
      int moved = all[i];
      int to = i;
      for (; to > 0 && variable[all[to - 1] >> 1] < variable[moved >> 1]; to--) {
        all[to] = all[to - 1];
      }
      all[to] = moved;
    }
  }

  private int cofactor(int diagram, int top, int[] edges) {
    return variable[diagram >> 1] == top ? edges[diagram >> 1] ^ (diagram & 1) : diagram;
  }

  private int node(int number, int lower, int higher) {
    if (lower == higher) {
      return lower;
    }
    return (lower & 1) == 0
        ? regular(number, lower, higher)
        : not(regular(number, not(lower), not(higher)));
  }

  private int regular(int number, int lower, int higher) {
    int slot = mixed(number, lower, higher) & (table.length - 1);
    while (table[slot] != 0) {
      int node = table[slot];
      if (variable[node] == number && low[node] == lower && high[node] == higher) {
        return node << 1;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    if (nodes >= mostNodes) {
      throw new OutOfBudget("more than " + mostNodes + " nodes");
    }
    if (nodes == variable.length) {
      grow();
      slot = mixed(number, lower, higher) & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
    }
    variable[nodes] = number;
    low[nodes] = lower;
    high[nodes] = higher;
    table[slot] = nodes;
    return nodes++ << 1;
  }

  private void grow() {
    int size = nodes * 2;
    variable = Arrays.copyOf(variable, size);
    low = Arrays.copyOf(low, size);
    high = Arrays.copyOf(high, size);
    table = new int[size * 2];
    for (int node = 1; node < nodes; node++) {
      int slot = mixed(variable[node], low[node], high[node]) & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = node;
    }
    cachedLeft = new int[size * CACHED];
    cachedRight = new int[size * CACHED];
    cachedResult = new int[size * CACHED];
    Arrays.fill(cachedLeft, UNKNOWN);
  }

  private static int mixed(int a, int b, int c) {
    long mixed = a * 0x9E3779B97F4A7C15L + b * 0xC2B2AE3D27D4EB4FL + c * 0x165667B19E3779F9L;
    mixed ^= mixed >>> 32;
    mixed *= 0xD6E8FEB86659FD93L;
    return (int) (mixed >>> 32);
  }

  /** Returns the variable of a node. */
  public int variableOf(int node) {
    return variable[node];
  }

  /** Returns the diagram of a node where its variable is false. */
  public int low(int node) {
    return low[node];
  }

  /** Returns the diagram of a node where its variable is true. */
  public int high(int node) {
    return high[node];
  }

  /** Returns how many nodes there are, the terminal included. */
  public int nodes() {
    return nodes;
  }

  /** Returns how many steps were taken: a step is a conjunction asked for, directly or as part of another. */
  public long steps() {
    return steps;
  }

  /**
   * Returns the probability of each node, its variables being independent, in time linear in the nodes.
   *
   * @param chances the probability of each variable
   */
  public double[] weigh(double[] chances) {
    return weigh(chances, new double[nodes], 0);
  }

  /**
   * Returns the probability of each node, given those of the first nodes.
   *
   * @param chances the probability of each variable
   * @param known the probabilities of the first nodes, in an array that is written, or copied where it is too short
   * @param from how many nodes these are
   */
  public double[] weigh(double[] chances, double[] known, int from) {
    double[] all =
        known.length < nodes ? Arrays.copyOf(known, Math.max(nodes, 2 * known.length)) : known;
    all[0] = 1;
    // The children of a node have lower numbers.
    for (int node = Math.max(1, from); node < nodes; node++) {
      if (node % STRIDE == 0) {
        Cancellation.check();
      }
      double chance = chances[variable[node]];
      all[node] = chance * weight(all, high[node]) + (1 - chance) * weight(all, low[node]);
    }
    return all;
  }

  /**
   * Returns the probabilities of some diagrams, in time linear in the nodes below them, but for sorting these.
   *
   * @param chances the probability of each variable
   */
  public double[] weigh(double[] chances, int[] diagrams) {
    if (weights.length < nodes) {
      weights = new double[variable.length];
      weighedIn = new int[variable.length];
      weighing = 0;
    }
    weighing++;
    weights[0] = 1;
    weighedIn[0] = weighing;
    IntList below = new IntList(16);
    for (int diagram : diagrams) {
      find(diagram, below);
    }
    for (int i = 0; i < below.size(); i++) {
      if (i % STRIDE == 0) {
        Cancellation.check();
      }
      find(low[below.get(i)], below);
      find(high[below.get(i)], below);
    }
    below.sortFrom(0);
    for (int i = 0; i < below.size(); i++) {
      int node = below.get(i);
      double chance = chances[variable[node]];
      weights[node] =
          chance * weight(weights, high[node]) + (1 - chance) * weight(weights, low[node]);
    }
    double[] found = new double[diagrams.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = weight(weights, diagrams[i]);
    }
    return found;
  }

  private void find(int diagram, IntList below) {
    if (weighedIn[diagram >> 1] != weighing) {
      weighedIn[diagram >> 1] = weighing;
      below.add(diagram >> 1);
    }
  }

  /** Returns the probability of a diagram, given those of the nodes. */
  public static double weight(double[] weights, int diagram) {
    double weight = weights[diagram >> 1];
    return (diagram & 1) == 0 ? weight : 1 - weight;
  }
}
