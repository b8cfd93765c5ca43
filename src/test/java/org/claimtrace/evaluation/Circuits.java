package org.claimtrace.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.diagrams.DiagramInterpretation;
import org.claimtrace.engine.diagrams.Diagrams;

/** Circuits made by hand, and the logic programs that they are. */
public final class Circuits {

  private Circuits() {}

  /**
   * Makes a circuit.
   *
   * @param kinds {@link Circuit#AND} or {@link Circuit#OR}, by gate
   * @param reads the literals of each gate
   * @param ends where segments end
   * @param cyclic which of them are cyclic
   */
  public static Circuit of(List<Byte> kinds, List<int[]> reads, int[] ends, boolean[] cyclic) {
    byte[] kind = new byte[kinds.size()];
    int[] first = new int[kinds.size() + 1];
    IntList literals = new IntList(8);
    for (int gate = 0; gate < kind.length; gate++) {
      kind[gate] = kinds.get(gate);
      for (int literal : reads.get(gate)) {
        literals.add(literal);
      }
      first[gate + 1] = literals.size();
    }
    return new Circuit(kind, first, literals.toArray(), ends, cyclic);
  }

  /** The rules of a circuit, whose atoms are called "gate 0" and so on. */
  public static LogicProgram program(Circuit circuit, byte[] kinds) {
    LogicProgram program = new LogicProgram();
    for (int gate = 0; gate < circuit.gates(); gate++) {
      List<String> literals = new ArrayList<>();
      for (int at = circuit.first()[gate]; at < circuit.first()[gate + 1]; at++) {
        int literal = circuit.literals()[at];
        literals.add(((literal & 1) == 0 ? "" : "not ") + "gate " + (literal >> 1));
      }
      switch (kinds[gate]) {
        case Circuit.AND -> program.rule("gate " + gate, literals);
        case Circuit.OR -> {
          for (String literal : literals) {
            program.rule("gate " + gate, List.of(literal));
          }
        }
        case Circuit.ON -> program.rule("gate " + gate, List.of());
        default -> {}
      }
    }
    return program;
  }

  /** The kinds of a graph's gates where everything exists and counts and grades are what the graph says. */
  public static byte[] kindsAsWritten(GraphCircuit circuit) {
    return Circumstances.asWritten(circuit);
  }

  /** Weighs the diagrams of all claims and lines, as an exact evaluation does. */
  public static void weigh(
      GraphCircuit circuit, DiagramInterpretation computed, Diagrams diagrams, double[] chances) {
    ExactOutcome.of(circuit, computed, diagrams, chances);
  }
}
