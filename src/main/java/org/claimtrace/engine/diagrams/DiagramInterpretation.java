package org.claimtrace.engine.diagrams;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.Interpretation;
import org.claimtrace.engine.circuit.Propagation;

/** Interprets a circuit in all worlds at once, with decision diagrams over the open coins. */
public final class DiagramInterpretation implements Interpretation, Propagation.Steps {

  private final byte[] kinds;
  private final int[] first;
  private final int[] literals;
  private final Diagrams diagrams;
  private final IntUnaryOperator variables;

  private final int[] certain;
  private final int[] possible;

  private final Circuit circuit;
  private Propagation propagation;

  /** The diagrams that the current gate reads, followed by that of its coin. */
  private int[] certainly = new int[16];

  private int[] possibly = new int[16];

  private int from;
  /** The literals of the open cyclic segment, gate by gate, in the order in which they are joined. */
  private int[] ordered = new int[0];

  private int[] founded = new int[0];
  private boolean[] inQuestion = new boolean[0];

  /**
   * Creates diagrams for the gates of a circuit.
   *
   * @param circuit the gates
   * @param kinds their kinds, some switched off, on or open
   * @param variables the number of the variable that is the coin of a gate
   * @param diagrams the set in which diagrams are created
   */
  public DiagramInterpretation(
      Circuit circuit, byte[] kinds, IntUnaryOperator variables, Diagrams diagrams) {
    this.circuit = circuit;
    this.kinds = kinds;
    this.first = circuit.first();
    this.literals = circuit.literals();
    this.variables = variables;
    this.diagrams = diagrams;
    certain = new int[circuit.gates()];
    possible = new int[circuit.gates()];
    propagation = new Propagation(circuit, Circuit.Segment.NONE, this);
  }

  /** Sets the diagrams of a gate that was computed elsewhere. */
  public void give(int gate, int certainDiagram, int possibleDiagram) {
    certain[gate] = certainDiagram;
    possible[gate] = possibleDiagram;
  }

  /** Returns the worlds in which a gate is certain, as a diagram. */
  public int certain(int gate) {
    return certain[gate];
  }

  /** Returns the worlds in which a gate is possible, as a diagram. */
  public int possible(int gate) {
    return possible[gate];
  }

  @Override
  public void compute(int begin, int end) {
    for (int gate = begin; gate < end; gate++) {
      if (kinds[gate] == Circuit.GIVEN) {
        continue;
      }
      if (isConstant(gate)) {
        certain[gate] = start(gate);
        possible[gate] = certain[gate];
        continue;
      }
      boolean isDecided = read(gate, literals, first[gate]);
      int count = first[gate + 1] - first[gate] + 1;
      certain[gate] = diagrams.join(isConjunction(gate), certainly, count);
      possible[gate] =
          isDecided ? certain[gate] : diagrams.join(isConjunction(gate), possibly, count);
    }
  }

  /**
   * Collects the diagrams of a gate's literals, and its coin after them.
   *
   * @param in an array with the literals of the gate, in some order
   * @param at where they begin in it
   * @return whether each literal is certain wherever it is possible
   */
  private boolean read(int gate, int[] in, int at) {
    int size = first[gate + 1] - first[gate];
    if (certainly.length <= size) {
      certainly = new int[2 * size];
      possibly = new int[2 * size];
    }
    boolean isDecided = true;
    for (int i = 0; i < size; i++) {
      certainly[i] = literalCertain(in[at + i]);
      possibly[i] = literalPossible(in[at + i]);
      isDecided &= certainly[i] == possibly[i];
    }
    certainly[size] = start(gate);
    possibly[size] = certainly[size];
    return isDecided;
  }

  private boolean isConstant(int gate) {
    return kinds[gate] == Circuit.OFF || kinds[gate] == Circuit.ON;
  }

  private boolean isConjunction(int gate) {
    return kinds[gate] != Circuit.OR;
  }

  /** The diagram of a gate before any of its literals is joined. */
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
    inQuestion = new boolean[end - begin];
    Arrays.fill(certain, begin, end, Diagrams.FALSE);
    Arrays.fill(possible, begin, end, Diagrams.TRUE);
    for (int gate = begin; gate < end; gate++) {
      if (isConstant(gate)) {
        certain[gate] = start(gate);
        possible[gate] = certain[gate];
      }
    }
    order(begin, end);
    propagation = new Propagation(circuit, segment, this);
    propagation.settle();
  }

  /**
   * Sorts the literals of each gate of a cyclic segment into the order in which they are joined: as far as it is known
   * beforehand, those with the last variables first. The order stays the same throughout the segment, so that the joins of the
   * literals before a changed one are found in the cache.
   */
  private void order(int begin, int end) {
    int[] tops = new int[end - begin];
    ordered = new int[first[end] - first[begin]];
    int most = 0;
    for (int gate = begin; gate < end; gate++) {
      most = Math.max(most, first[gate + 1] - first[gate]);
      int top = diagrams.variableOf(start(gate) >> 1);
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        top = Math.min(top, top(literals[at] >> 1, tops, begin, gate));
      }
      tops[gate - begin] = top;
    }
    long[] keys = new long[most];
    for (int gate = begin; gate < end; gate++) {
      int size = first[gate + 1] - first[gate];
      for (int i = 0; i < size; i++) {
        int top = top(literals[first[gate] + i] >> 1, tops, begin, end);
        keys[i] = (long) (Integer.MAX_VALUE - top) << 32 | i;
      }
      Arrays.sort(keys, 0, size);
      for (int i = 0; i < size; i++) {
        ordered[first[gate] - first[begin] + i] = literals[first[gate] + (int) keys[i]];
      }
    }
    if (certainly.length <= most) {
      certainly = new int[2 * most];
      possibly = new int[2 * most];
    }
  }

  /**
   * The first variable of a gate that is computed, or comes before {@code before} in the segment; a last one for other gates.
   */
  private int top(int read, int[] tops, int begin, int before) {
    if (read < begin) {
      return diagrams.variableOf(possible[read] >> 1);
    }
    return read < before && read - begin < tops.length ? tops[read - begin] : Integer.MAX_VALUE;
  }

  private int joinInOrder(int gate, int[] read) {
    return diagrams.joinInOrder(isConjunction(gate), read, first[gate + 1] - first[gate] + 1);
  }

  @Override
  public boolean falsifyUnfounded(int[] gates) {
    return propagation.falsifyUnfounded(gates);
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
    boolean isDecided = read(gate, ordered, first[gate] - first[from]);
    int certainNow = joinInOrder(gate, certainly);
    int possibleNow = isDecided ? certainNow : joinInOrder(gate, possibly);
    // Never more than before: a gate that was unfounded stays impossible, even where its literals
    // are possible.
    possibleNow = diagrams.and(possible[gate], possibleNow);
    boolean differs = certainNow != certain[gate] || possibleNow != possible[gate];
    certain[gate] = certainNow;
    possible[gate] = possibleNow;
    return differs;
  }

  @Override
  public boolean isUndecided(int gate) {
    return certain[gate] != possible[gate];
  }

  @Override
  public void beginFoundedness(int gate) {
    founded[gate - from] = certain[gate];
    inQuestion[gate - from] = true;
  }

  @Override
  public boolean addFounded(int gate) {
    int size = first[gate + 1] - first[gate];
    for (int i = 0; i < size; i++) {
      int literal = ordered[first[gate] - first[from] + i];
      certainly[i] = (literal & 1) == 0 ? founded(literal >> 1) : literalPossible(literal);
    }
    certainly[size] = start(gate);
    int basis = joinInOrder(gate, certainly);
    int further = diagrams.or(founded[gate - from], diagrams.and(basis, possible[gate]));
    boolean more = further != founded[gate - from];
    founded[gate - from] = further;
    return more;
  }

  private int founded(int gate) {
    boolean isInQuestion =
        gate >= from && gate < from + inQuestion.length && inQuestion[gate - from];
    return isInQuestion ? founded[gate - from] : possible[gate];
  }

  @Override
  public boolean extendFounded(int gate, int changed) {
    return addFounded(gate);
  }

  @Override
  public boolean retainFounded(int gate) {
    inQuestion[gate - from] = false;
    int retained = diagrams.and(possible[gate], founded[gate - from]);
    boolean lost = retained != possible[gate];
    possible[gate] = retained;
    return lost;
  }

  @Override
  public void close() {
    founded = new int[0];
    inQuestion = new boolean[0];
  }
}
