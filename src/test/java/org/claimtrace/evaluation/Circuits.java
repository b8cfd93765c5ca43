package org.claimtrace.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Circuits made by hand, and the logic programs that they are. */
final class Circuits {

  private Circuits() {}

  /**
   * Makes a circuit.
   *
   * @param kinds {@link Circuit#AND} or {@link Circuit#OR}, by gate
   * @param reads the literals of each gate
   * @param ends where segments end
   * @param cyclic which of them are cyclic
   */
  static Circuit of(List<Byte> kinds, List<int[]> reads, int[] ends, boolean[] cyclic) {
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
  static LogicProgram program(Circuit circuit, byte[] kinds) {
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
}
