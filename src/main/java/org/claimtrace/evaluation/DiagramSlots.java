package org.claimtrace.evaluation;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Sets of worlds as decision diagrams over the open coins. */
final class DiagramSlots implements Slots, Spread.Steps {

  private final byte[] kinds;
  private final int[] first;
  private final int[] literals;
  private final Diagrams diagrams;
  private final IntUnaryOperator variables;

  private final int[] certain;
  private final int[] possible;

  private final Circuit circuit;
  private Spread spread;

  private int from;
  private int[] founded = new int[0];
  private boolean[] doubted = new boolean[0];

  /**
   * Makes diagrams for the gates of a circuit.
   *
   * @param circuit the gates
   * @param kinds their kinds, some switched off or on or open
   * @param variables the number of the variable that is the coin of a gate
   * @param diagrams where diagrams are made
   */
  DiagramSlots(Circuit circuit, byte[] kinds, IntUnaryOperator variables, Diagrams diagrams) {
    this.circuit = circuit;
    this.kinds = kinds;
    this.first = circuit.first();
    this.literals = circuit.literals();
    this.variables = variables;
    this.diagrams = diagrams;
    certain = new int[circuit.gates()];
    possible = new int[circuit.gates()];
    spread = new Spread(circuit, Circuit.Segment.NONE, this);
  }

  /** Gives a gate the diagrams that were computed for it elsewhere. */
  void give(int gate, int certainDiagram, int possibleDiagram) {
    certain[gate] = certainDiagram;
    possible[gate] = possibleDiagram;
  }

  /** The worlds in which a gate is certain. */
  int certain(int gate) {
    return certain[gate];
  }

  /** The worlds in which a gate is possible. */
  int possible(int gate) {
    return possible[gate];
  }

  @Override
  public void compute(int begin, int end) {
    for (int gate = begin; gate < end; gate++) {
      if (kinds[gate] == Circuit.GIVEN) {
        continue;
      }
      certain[gate] = start(gate);
      possible[gate] = certain[gate];
      if (isConstant(gate)) {
        continue;
      }
      boolean conjunction = isConjunction(gate);
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        int literal = literals[at];
        int certainly = literalCertain(literal);
        int possibly = literalPossible(literal);
        boolean decided = certainly == possibly && certain[gate] == possible[gate];
        certain[gate] = joined(conjunction, certain[gate], certainly);
        possible[gate] = decided ? certain[gate] : joined(conjunction, possible[gate], possibly);
      }
    }
  }

  private int joined(boolean conjunction, int left, int right) {
    return conjunction ? diagrams.and(left, right) : diagrams.or(left, right);
  }

  private boolean isConstant(int gate) {
    return kinds[gate] == Circuit.OFF || kinds[gate] == Circuit.ON;
  }

  private boolean isConjunction(int gate) {
    return kinds[gate] != Circuit.OR;
  }

  /** What a gate is before it reads anything. */
  private int start(int gate) {
    return switch (kinds[gate]) {
      case Circuit.OR, Circuit.OFF -> Diagrams.FALSE;
      case Circuit.AND, Circuit.ON -> Diagrams.TRUE;
      default -> diagrams.variable(variables.applyAsInt(gate));
    };
  }

  private int literalCertain(int literal) {
    return (literal & 1) == 0 ? certain[literal >> 1] : Diagrams.not(possible[literal >> 1]);
  }

  private int literalPossible(int literal) {
    return (literal & 1) == 0 ? possible[literal >> 1] : Diagrams.not(certain[literal >> 1]);
  }

  @Override
  public void open(Circuit.Segment segment) {
    int begin = segment.from();
    int end = segment.to();
    from = begin;
    founded = new int[end - begin];
    doubted = new boolean[end - begin];
    Arrays.fill(certain, begin, end, Diagrams.FALSE);
    Arrays.fill(possible, begin, end, Diagrams.TRUE);
    for (int gate = begin; gate < end; gate++) {
      if (isConstant(gate)) {
        certain[gate] = start(gate);
        possible[gate] = certain[gate];
      }
    }
    spread = new Spread(circuit, segment, this);
    spread.settle();
  }

  @Override
  public boolean rule(int[] gates) {
    return spread.rule(gates);
  }

  @Override
  public boolean settle(int gate) {
    return update(gate, -1);
  }

  @Override
  public boolean update(int gate, int changed) {
    if (isConstant(gate)) {
      return false;
    }
    boolean conjunction = isConjunction(gate);
    int certainly = start(gate);
    int possibly = certainly;
    for (int at = first[gate]; at < first[gate + 1]; at++) {
      certainly = joined(conjunction, certainly, literalCertain(literals[at]));
      possibly = joined(conjunction, possibly, literalPossible(literals[at]));
    }
    // Never more than before: what was found unfounded stays impossible, though what it reads may
    // not tell.
    possibly = diagrams.and(possible[gate], possibly);
    boolean differs = certainly != certain[gate] || possibly != possible[gate];
    certain[gate] = certainly;
    possible[gate] = possibly;
    return differs;
  }

  @Override
  public boolean isUndecided(int gate) {
    return certain[gate] != possible[gate];
  }

  @Override
  public void doubt(int gate) {
    founded[gate - from] = certain[gate];
    doubted[gate - from] = true;
  }

  @Override
  public boolean found(int gate) {
    boolean conjunction = isConjunction(gate);
    int basis = start(gate);
    for (int at = first[gate]; at < first[gate + 1]; at++) {
      int literal = literals[at];
      basis = joined(
          conjunction,
          basis,
          (literal & 1) == 0 ? founded(literal >> 1) : literalPossible(literal));
    }
    int further = diagrams.or(founded[gate - from], diagrams.and(basis, possible[gate]));
    boolean more = further != founded[gate - from];
    founded[gate - from] = further;
    return more;
  }

  private int founded(int gate) {
    boolean isDoubted = gate >= from && gate < from + doubted.length && doubted[gate - from];
    return isDoubted ? founded[gate - from] : possible[gate];
  }

  @Override
  public boolean foundFurther(int gate, int changed) {
    return found(gate);
  }

  @Override
  public boolean confine(int gate) {
    doubted[gate - from] = false;
    int confined = diagrams.and(possible[gate], founded[gate - from]);
    boolean lost = confined != possible[gate];
    possible[gate] = confined;
    return lost;
  }

  @Override
  public void close() {
    founded = new int[0];
    doubted = new boolean[0];
  }
}
