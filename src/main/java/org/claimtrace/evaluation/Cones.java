package org.claimtrace.evaluation;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.CoinOrder;
import org.claimtrace.engine.circuit.GateStates;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.engine.circuit.Subcircuit;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.compiled.OpenCoins;
import org.claimtrace.model.Element;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * Cuts parts out of an evaluated graph: what some gates depend on, and what depends on them. Made in time linear in the graph, 6
 * bytes a gate, when an evaluation is first asked about a part of it, and kept with the evaluation; then cutting takes time in
 * proportion to what is cut out. Safe to use from several threads, which take turns.
 */
final class Cones {

  /** So many gates are followed between two looks at whether to go on. */
  private static final int STRIDE = 1 << 10;

  private final GraphCircuit compiled;
  private final Grades grades;
  private final GateStates states;
  private final byte[] kinds;
  private final CoinOrder coinOrder;
  private final Subcircuit.Places places;
  private final boolean[] reached;
  private @Nullable OpenCoins openCoins;

  Cones(GraphCircuit compiled, Circumstances circumstances, Grades grades, CoinOrder coinOrder) {
    this.compiled = compiled;
    this.coinOrder = coinOrder;
    this.grades = grades;
    states = circumstances.states(compiled, grades);
    kinds = states.kinds();
    places = new Subcircuit.Places(kinds.length);
    reached = new boolean[kinds.length];
  }

  /** Returns the kinds of all gates in the evaluation. Shared: not to be written. */
  byte[] kinds() {
    return kinds;
  }

  /** Returns how the gates are switched in the evaluation. */
  GateStates states() {
    return states;
  }

  /** Returns the open coins of the evaluation; numbered when they are first asked for, in time linear in the graph. */
  synchronized OpenCoins openCoins() {
    OpenCoins coins = openCoins;
    if (coins == null) {
      coins = OpenCoins.of(compiled, kinds, grades, coinOrder);
      openCoins = coins;
    }
    return coins;
  }

  /**
   * Returns the gates that some gates depend on, those included, ascending.
   *
   * @param isLeftOut which gates are not followed and not returned
   * @param reads whether what a gate reads counts
   */
  synchronized int[] below(int[] gates, IntPredicate isLeftOut, IntPredicate reads) {
    int[] first = compiled.circuit.first();
    int[] literals = compiled.circuit.literals();
    IntList found = new IntList(gates.length);
    for (int gate : gates) {
      reach(gate, isLeftOut, found);
    }
    for (int i = 0; i < found.size(); i++) {
      int gate = found.get(i);
      if (reads.test(gate)) {
        for (int at = first[gate]; at < first[gate + 1]; at++) {
          reach(literals[at] >> 1, isLeftOut, found);
        }
      }
    }
    found.sortFrom(0);
    int[] below = found.toArray();
    for (int gate : below) {
      reached[gate] = false;
    }
    return below;
  }

  private void reach(int gate, IntPredicate isLeftOut, IntList found) {
    if (!reached[gate] && !isLeftOut.test(gate)) {
      reached[gate] = true;
      found.add(gate);
    }
  }

  /** Returns the gates that depend on some gates, those included, ascending; nothing where they are more than some number. */
  synchronized Optional<int[]> above(int[] gates, int most) {
    return compiled.readers().above(gates, reached, most);
  }

  /** Returns the same, however many they are. */
  int[] above(int[] gates) {
    return above(gates, Integer.MAX_VALUE).orElseThrow();
  }

  /**
   * Returns the claims that an element reaches through whatever reads it, and through whatever reads these claims, by their positions in the
   * document; of a claim, not itself. What a claim reads for it is taken to reach all that reads the claim, though it be an
   * assumption, which hears only of the case against.
   */
  synchronized BitSet claimsAbove(Element element) {
    Circuit.Readers readers = compiled.readers();
    BitSet positions = new BitSet(compiled.graph.claims().size());
    IntList found = new IntList(16);
    try {
      for (int gate : compiled.gatesOf(element)) {
        reach(gate, each -> false, found);
      }
      for (int i = 0; i < found.size(); i++) {
        if (i % STRIDE == 0) {
          Cancellation.check();
        }
        int gate = found.get(i);
        int claim = compiled.claimOfGate(gate);
        if (claim >= 0) {
          positions.set(compiled.graph.claimIndex(compiled.claims.id(claim)).orElseThrow());
          reach(compiled.proGate[claim], each -> false, found);
          reach(compiled.conGate(claim), each -> false, found);
        }
        for (int at = readers.first()[gate]; at < readers.first()[gate + 1]; at++) {
          reach(readers.literals()[at] >> 1, each -> false, found);
        }
      }
    } finally {
      for (int gate : found.toArray()) {
        reached[gate] = false;
      }
    }
    if (element.kind() == Element.Kind.CLAIM) {
      positions.clear(compiled.graph.claimIndex(element.id()).orElseThrow());
    }
    return positions;
  }

  /** Returns some gates, ascending, as a circuit of their own, the kinds of some of which are other ones. */
  synchronized Subcircuit subcircuit(int[] gates, Subcircuit.Kinds kindsThere) {
    Subcircuit subcircuit = Subcircuit.of(compiled.circuit, kindsThere, gates, places);
    places.clear(subcircuit);
    return subcircuit;
  }

  /** Returns some gates, ascending, as a circuit of their own. */
  Subcircuit subcircuit(int[] gates) {
    return subcircuit(gates, gate -> kinds[gate]);
  }
}
