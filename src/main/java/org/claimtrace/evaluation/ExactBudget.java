package org.claimtrace.evaluation;

import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.CoinOrder;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.engine.rows.RowCount;

/**
 * What an exact evaluation may take, for each order of its coins that is tried.
 *
 * @param nodes how many nodes its diagrams may have
 * @param steps how many conjunctions may be asked for
 */
record ExactBudget(int nodes, long steps) {

  /**
   * However cheap sampling is, so many steps may be taken: some 40 milliseconds, in which the graphs that people write by hand are
   * done many times over.
   */
  static final long LEAST_STEPS = 1 << 19;

  /** The first order is tried with so small a part of the nodes; where it does at all, it does with few. */
  private static final int FIRST_NODES = 16;

  private static final int FIRST_STEPS = 8;

  /** Diagrams that are shared by many questions may have so many times the nodes, if that is not too many. */
  private static final int SHARED_NODES = 4;

  private static final int MOST_SHARED_NODES = 1 << 22;

  /** Four steps a node are usual, and ten in a circle. */
  private static final int MOST_STEPS_OF_NODE = 64;

  // Measured, in steps of 80 nanoseconds: to sample a word of a gate or of a literal takes the
  // 160th part of one, to draw a word
  // of an open coin 48 times as long.
  private static final int COIN_TO_GATE = 48;
  private static final int GATES_OF_STEP = 160;

  /**
   * Returns the budget for a circuit.
   *
   * @param nodes how many nodes there may be
   * @param timesSampling how many times the work of sampling it may take; {@link Integer#MAX_VALUE} for whatever it takes
   * @param open how many coins of the circuit are open
   * @param worlds how many worlds would be sampled
   */
  static ExactBudget of(int nodes, int timesSampling, Circuit circuit, int open, int worlds) {
    if (timesSampling == Integer.MAX_VALUE) {
      return new ExactBudget(nodes, Long.MAX_VALUE);
    }
    long gates = (long) open * COIN_TO_GATE + circuit.gates() + circuit.literals().length;
    double sampling = (double) gates * RowCount.words(worlds) / GATES_OF_STEP;
    return new ExactBudget(nodes, Math.max(LEAST_STEPS, (long) (timesSampling * sampling)));
  }

  /** Diagrams in an order of coins. */
  Diagrams diagrams(CoinOrder order) {
    return switch (order) {
      case READERS_FIRST -> new Diagrams(nodes / FIRST_NODES, atMost(steps / FIRST_STEPS));
      case NEAR -> new Diagrams(nodes, atMost(steps));
      case READ_FIRST -> diagrams();
    };
  }

  /** However many steps there may be, one order is not to keep the next from being tried. */
  private long atMost(long most) {
    return Math.min(most, (long) nodes * MOST_STEPS_OF_NODE);
  }

  /** Diagrams for one evaluation. */
  Diagrams diagrams() {
    return new Diagrams(nodes, steps);
  }

  /** Diagrams for many questions, each of which may take the steps. */
  Diagrams shared() {
    int more = nodes < MOST_SHARED_NODES / SHARED_NODES ? SHARED_NODES * nodes : MOST_SHARED_NODES;
    return new Diagrams(Math.max(nodes, more), steps);
  }
}
