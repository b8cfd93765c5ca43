package org.claimtrace.evaluation;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.engine.compiled.GraphCircuit;

/**
 * What is to be told anew after some gates have changed, by rank and without repeats, in the order of their gates.
 *
 * @param claims the claims one of whose gates changed
 * @param parts the parts whose gates changed
 * @param sources the sources whose rightness changed
 */
record AffectedElements(int[] claims, int[] parts, int[] sources, GraphCircuit compiled) {

  /** Returns what a cone, its gates ascending, touches. */
  static AffectedElements by(GraphCircuit compiled, int[] cone) {
    IntList claims = new IntList(16);
    IntList parts = new IntList(16);
    IntList sources = new IntList(16);
    int last = -1;
    for (int gate : cone) {
      if (gate < compiled.sourceGates) {
        int source = compiled.sourceOfRightGate(gate);
        if (source >= 0) {
          sources.add(source);
        }
        continue;
      }
      if (last < 0 || gate >= compiled.endGate(last)) {
        last = compiled.claimOfGate(gate);
        claims.add(last);
      }
      int coin = compiled.coinOfGate()[gate];
      if (coin >= 0) {
        parts.add(coin - compiled.coinGate.length);
      }
    }
    return new AffectedElements(claims.toArray(), parts.toArray(), sources.toArray(), compiled);
  }

  /** Everything that a graph has. */
  static AffectedElements all(GraphCircuit compiled) {
    return by(compiled, IntStream.range(0, compiled.circuit.gates()).toArray());
  }

  /**
   * Returns the gates that tell of the touched claims and are not computed anew.
   *
   * @param placeOf by gate, where it is computed; -1 where it is not
   */
  int[] readOutside(IntUnaryOperator placeOf) {
    IntList outside = new IntList(16);
    for (int claim : claims) {
      add(compiled.proGate[claim], placeOf, outside);
      add(compiled.conGate(claim), placeOf, outside);
      if (compiled.qualifiedGate(claim) >= 0) {
        add(compiled.qualifiedGate(claim), placeOf, outside);
      }
    }
    return outside.toArray();
  }

  private static void add(int gate, IntUnaryOperator placeOf, IntList outside) {
    if (placeOf.applyAsInt(gate) < 0) {
      outside.add(gate);
    }
  }
}
