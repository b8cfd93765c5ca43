package org.claimtrace.engine.diagrams;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.work.Cancellation;

/**
 * Reduced ordered binary decision diagrams (Bryant, "Graph-based algorithms for Boolean function manipulation", IEEE
 * Transactions on Computers C-35(8), 1986) with complemented edges (Brace, Rudell and Bryant, "Efficient implementation of a
 * BDD package", DAC 1990), on int arrays, within a budget of nodes and one of steps: a node may stand for work that was done
 * many times over, since what is remembered of it is overwritten.
 *
 * <p>A diagram is the number of a node times two, plus one where it is complemented. Equal functions are equal numbers. A
 * node's low edge is never complemented. Nothing is ever freed: a set of diagrams lives for one evaluation.
 *
 * <p>Not for use by several threads.
 */
public final class Diagrams {

  public static final int TRUE = 0;
  public static final int FALSE = 1;

  /** So many nodes there are at most, whatever the budget: arrays of twice as many are made. */
  static final int MOST_NODES = 1 << 28;

  private static final int NO_VARIABLE = Integer.MAX_VALUE;

  /** No diagram: it is not known. */
  private static final int UNKNOWN = -1;

  /** So many diagrams are sorted by insertion, since a general sort takes longer to begin. */
  private static final int FEW = 16;

  /** So many steps are taken, nodes weighed, between two looks at whether the work is to stop. */
  private static final int STRIDE = 1 << 12;

  private final int mostNodes;
  private final long mostSteps;

  private long steps;
  /** The step before which it looks whether there is to be another. */
  private long look;

  /** The step after which there is no other. */
  private long lastStep;

  private int[] variable = new int[64];
  private int[] low = new int[64];
  private int[] high = new int[64];
  private int nodes = 1;
  /** Node numbers by hash, open addressing; 0 is free, since the terminal is never looked up. */
  private int[] table = new int[128];

  /** So many conjunctions have a place in the cache for each node that there is room for. */
  private static final int CACHED = 2;

  // A direct-mapped cache of conjunctions.
  private int[] cachedLeft = new int[128];
  private int[] cachedRight = new int[128];
  private int[] cachedResult = new int[128];

  /** Conjunctions that wait for others, a frame each: both diagrams, and what comes of them where the variable is false. */
  private int[] waiting = new int[3 * 64];

  // What is weighed at the same time.
  private double[] weights = new double[0];
  private int[] weighedIn = new int[0];
  private int weighing;

  /** Thrown when more nodes or steps would be needed than the budget allows. */
  public static final class OutOfBudget extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutOfBudget(String reason) {
      super(reason, null, false, false);
    }
  }

  /**
   * Makes an empty set of diagrams.
   *
   * @param mostNodes how many nodes there may be, no more than {@value #MOST_NODES} whatever is said
   * @param mostSteps how many steps may be taken, until more are allowed
   */
  public Diagrams(int mostNodes, long mostSteps) {
    this.mostNodes = Math.min(mostNodes, MOST_NODES);
    this.mostSteps = mostSteps;
    variable[0] = NO_VARIABLE;
    Arrays.fill(cachedLeft, UNKNOWN);
    allowMore();
  }

  /** Allows as many steps as in the beginning, from now on. */
  public void allowMore() {
    lastStep = steps + Math.min(mostSteps, Long.MAX_VALUE - steps);
    look = Math.min(lastStep, steps + STRIDE);
  }

  public static int not(int diagram) {
    return diagram ^ 1;
  }

  /** The diagram that is true where a variable is. */
  int variable(int number) {
    return node(number, FALSE, TRUE);
  }

  public int or(int left, int right) {
    return not(and(not(left), not(right)));
  }

  /**
   * The diagram that is true where two are.
   *
   * @throws OutOfBudget if that takes more nodes or steps than there may be
   * @throws CancellationException if the work is to stop
   */
  public int and(int left, int right) {
    int known = known(left, right);
    return known == UNKNOWN ? computed(left, right) : known;
  }

  /** A conjunction that can be told without going down; {@link #UNKNOWN} where it cannot. */
  private int known(int left, int right) {
    if (steps >= look) {
      look();
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

  private void look() {
    if (steps >= lastStep) {
      throw new OutOfBudget("more than " + mostSteps + " steps");
    }
    Cancellation.check();
    look = Math.min(lastStep, steps + STRIDE);
  }

  /** Goes down two diagrams at once, which are as deep as there are variables. */
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
   * The diagram that is true where all of some are, or one of them: joined from those with the last variables up, so that each
   * adds to the top of what the others came to and nothing is made anew below.
   *
   * @param all the diagrams, which are put in another order
   * @param count how many they are
   */
  int join(boolean conjunction, int[] all, int count) {
    sortByVariable(all, count);
    return joinInOrder(conjunction, all, count);
  }

  /** The same, joined one after the other. */
  int joinInOrder(boolean conjunction, int[] all, int count) {
    int joined = conjunction ? TRUE : FALSE;
    for (int i = 0; i < count; i++) {
      joined = conjunction ? and(all[i], joined) : or(all[i], joined);
    }
    return joined;
  }

  private void sortByVariable(int[] all, int count) {
    if (count > FEW) {
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

  /** The variable that a node asks. */
  public int variableOf(int node) {
    return variable[node];
  }

  /** The diagram where a node's variable is false. */
  public int low(int node) {
    return low[node];
  }

  /** The diagram where a node's variable is true. */
  public int high(int node) {
    return high[node];
  }

  /** How many nodes there are, the terminal included. */
  public int nodes() {
    return nodes;
  }

  /** How many steps were taken: conjunctions asked for, those of parts included. */
  public long steps() {
    return steps;
  }

  /**
   * The probability that each node is true, its variables being independent.
   *
   * @param chances the probability of each variable
   */
  public double[] weigh(double[] chances) {
    return weigh(chances, new double[nodes], 0);
  }

  /**
   * The same, where some nodes are weighed already.
   *
   * @param known their weights, in an array that is written on, or copied where it is too short
   * @param from how many they are
   */
  public double[] weigh(double[] chances, double[] known, int from) {
    double[] all =
        known.length < nodes ? Arrays.copyOf(known, Math.max(nodes, 2 * known.length)) : known;
    all[0] = 1;
    // A node is made after those below it.
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
   * The probabilities of some diagrams, in time in proportion to the nodes below them, but for sorting these.
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

  /** The probability of a diagram, from the weights of the nodes. */
  public static double weight(double[] weights, int diagram) {
    double weight = weights[diagram >> 1];
    return (diagram & 1) == 0 ? weight : 1 - weight;
  }
}
