package org.claimtrace.engine.rows;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntFunction;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.Interpretation;
import org.claimtrace.engine.circuit.Subcircuit;
import org.claimtrace.engine.circuit.Sweep;
import org.jspecify.annotations.Nullable;

/**
 * Interprets a circuit in many worlds at once, with a row of bits for each gate, 64 worlds a word.
 *
 * <p>Nearly every gate is certain wherever it is possible, and one row serves for both. Only a gate that is undecided in some
 * world, after a cyclic segment, has a second row.
 */
public final class RowInterpretation implements Interpretation {

  final Circuit circuit;
  final byte[] kinds;
  private final int[] first;
  /** The literals of the circuit, with the number of a gate's row in place of the gate. */
  private final int[] reads;

  final SharedRows rows;
  final int words;
  final Coins coins;

  final long[] certain;

  /** The possible rows of undecided gates and of the open segment's gates. */
  long[] possible = new long[0];

  /** By row, where its gate's possible row begins, plus one, or zero where it has none; allocated when it is first needed. */
  int[] possibleAt = new int[0];

  private int possibleEnd;

  private long steps;

  private @Nullable RowCycle cycle;

  private final long[] scratch;
  private final long[] scratchPossible;

  /**
   * Creates rows for the gates of a circuit.
   *
   * @param circuit the gates
   * @param kinds their kinds, some switched off, on or open
   * @param words how many words a row has
   * @param coins the rows of open coins
   */
  public RowInterpretation(Circuit circuit, byte[] kinds, int words, Coins coins) {
    this(circuit, kinds, words, coins, new long[size(circuit, words)]);
  }

  /**
   * Creates rows for the gates of a circuit in an array that is used again.
   *
   * @param room at least {@link #size} words, with any content; not for other use from now on
   */
  public RowInterpretation(Circuit circuit, byte[] kinds, int words, Coins coins, long[] room) {
    this(circuit, kinds, words, coins, SharedRows.none(circuit), room);
  }

  /**
   * Creates rows for the gates of a circuit, some of which share a row one after the other.
   *
   * @param rows which gates share a row
   */
  public RowInterpretation(Circuit circuit, byte[] kinds, int words, Coins coins, SharedRows rows) {
    this(circuit, kinds, words, coins, rows, new long[Math.multiplyExact(rows.count(), words)]);
  }

  private RowInterpretation(
      Circuit circuit, byte[] kinds, int words, Coins coins, SharedRows rows, long[] certain) {
    this.circuit = circuit;
    this.kinds = kinds;
    this.rows = rows;
    this.words = words;
    this.coins = coins;
    this.certain = certain;
    first = circuit.first();
    reads = rows.reads();
    scratch = new long[words];
    scratchPossible = new long[words];
  }

  /**
   * Computes the gates of a subcircuit.
   *
   * @param words how many words a row has
   * @param coins the coins of gates of the whole
   * @param certain by gate of the whole that is given, the worlds in which it is certain
   * @param possible likewise, the worlds in which it is possible
   */
  public static RowInterpretation of(
      Subcircuit part,
      int words,
      Coins coins,
      IntFunction<Row> certain,
      IntFunction<Row> possible) {
    Circuit circuit = part.circuit;
    int[] whole = part.whole;
    RowInterpretation rows = new RowInterpretation(
        circuit, circuit.kinds(), words, (place, row, at) -> coins.draw(whole[place], row, at));
    for (int place = 0; place < part.given; place++) {
      rows.give(place, certain.apply(whole[place]), possible.apply(whole[place]));
    }
    Sweep.run(circuit, rows);
    return rows;
  }

  /**
   * Returns how many words the rows of all gates take.
   *
   * @throws ArithmeticException if they are more than an array can hold
   */
  public static int size(Circuit circuit, int words) {
    return Math.multiplyExact(circuit.gates(), words);
  }

  /** Draws the outcomes of open coins. */
  public interface Coins {
    /** Coins for a circuit without open coins. */
    Coins NONE = (gate, row, at) -> {
      throw new IllegalStateException("gate " + gate + " has no open coin");
    };

    /** Writes the worlds in which the coin of a gate is yes into the row that begins at a position. */
    void draw(int gate, long[] row, int at);
  }

  /** Sets the rows of a gate that was computed elsewhere. */
  public void give(int gate, Row certainRow, Row possibleRow) {
    System.arraycopy(certainRow.words(), certainRow.at(), certain, row(gate), words);
    if (certainRow.isAt(possibleRow)) {
      setDecided(gate);
    } else {
      setPossible(gate, possibleRow.words(), possibleRow.at());
    }
  }

  /** Sets the possible row of a gate whose certain row is set. */
  private void setPossible(int gate, long[] row, int at) {
    int begin = row(gate);
    if (Arrays.equals(row, at, at + words, certain, begin, begin + words)) {
      setDecided(gate);
      return;
    }
    growBy(words);
    System.arraycopy(row, at, possible, possibleEnd, words);
    possibleAt[rows.of(gate)] = possibleEnd + 1;
    possibleEnd += words;
  }

  /** Records that a gate is certain wherever it is possible; the gate that had its row before may not have been. */
  private void setDecided(int gate) {
    if (possibleEnd > 0) {
      possibleAt[rows.of(gate)] = 0;
    }
  }

  /** Grows the possible rows by at least so many words. */
  private void growBy(int more) {
    if (possibleAt.length == 0) {
      possibleAt = new int[rows.count()];
    }
    int needed = Math.addExact(possibleEnd, more);
    if (needed > possible.length) {
      int doubled = Math.min(possible.length, (Integer.MAX_VALUE - 8) / 2) * 2;
      possible = Arrays.copyOf(possible, Math.max(needed, doubled));
    }
  }

  /** Where the row of a gate begins. */
  int row(int gate) {
    return rows.of(gate) * words;
  }

  /** Forgets all possible rows, so that the circuit can be computed in other worlds. */
  public void clear() {
    if (possibleEnd > 0) {
      Arrays.fill(possibleAt, 0);
      possibleEnd = 0;
    }
  }

  /** Returns the worlds in which a gate is certain. */
  public Row certain(int gate) {
    return new Row(certain, row(gate));
  }

  /** Returns the worlds in which a gate is possible; the certain row itself where nothing is undecided. */
  public Row possible(int gate) {
    return isDecided(gate) ? certain(gate) : new Row(possible, possibleAt[rows.of(gate)] - 1);
  }

  /** Whether a gate is certain wherever it is possible. */
  boolean isDecided(int gate) {
    return possibleEnd == 0 || possibleAt[rows.of(gate)] == 0;
  }

  /** Returns how many literals have been read, each in all worlds. */
  public long steps() {
    return steps;
  }

  @Override
  public void compute(int begin, int end) {
    steps += first[end] - first[begin] + (end - begin);
    if (possibleEnd > 0) {
      for (int gate = begin; gate < end; gate++) {
        if (readsUndecided(gate)) {
          computeBoth(gate);
        } else if (kinds[gate] != Circuit.GIVEN) {
          computeRow(gate);
          setDecided(gate);
        }
      }
    } else if (words == 1 && !rows.areShared()) {
      computeWords(begin, end);
    } else {
      for (int gate = begin; gate < end; gate++) {
        computeRow(gate);
      }
    }
  }

  private boolean readsUndecided(int gate) {
    for (int at = first[gate]; at < first[gate + 1]; at++) {
      if (possibleAt[reads[at] >> 1] != 0) {
        return kinds[gate] != Circuit.GIVEN && !isConstant(gate);
      }
    }
    return false;
  }

  /** Computes both rows of a gate: a negated literal is certain where its gate is not possible. */
  private void computeBoth(int gate) {
    boolean conjunction = kinds[gate] != Circuit.OR;
    if (kinds[gate] == Circuit.OPEN) {
      coins.draw(gate, scratch, 0);
    } else {
      Arrays.fill(scratch, conjunction ? -1 : 0);
    }
    System.arraycopy(scratch, 0, scratchPossible, 0, words);
    int past = first[gate + 1];
    for (int at = first[gate]; at < past; at++) {
      int read = reads[at] >> 1;
      int sure = read * words;
      boolean isDecided = possibleAt[read] == 0;
      long[] side = isDecided ? certain : possible;
      int maybe = isDecided ? sure : possibleAt[read] - 1;
      if (!conjunction) {
        for (int w = 0; w < words; w++) {
          scratch[w] |= certain[sure + w];
          scratchPossible[w] |= side[maybe + w];
        }
      } else if ((reads[at] & 1) == 0) {
        for (int w = 0; w < words; w++) {
          scratch[w] &= certain[sure + w];
          scratchPossible[w] &= side[maybe + w];
        }
      } else {
        for (int w = 0; w < words; w++) {
          scratch[w] &= ~side[maybe + w];
          scratchPossible[w] &= ~certain[sure + w];
        }
      }
    }
    System.arraycopy(scratch, 0, certain, row(gate), words);
    setPossible(gate, scratchPossible, 0);
  }

  /** Computes gates whose rows are single words and not shared, so that the row of a gate has the gate's number. */
  private void computeWords(int begin, int end) {
    long[] side = certain;
    int at = first[begin];
    for (int gate = begin; gate < end; gate++) {
      int past = first[gate + 1];
      long word;
      switch (kinds[gate]) {
        case Circuit.AND -> {
          word = -1;
          for (; at < past; at++) {
            int literal = reads[at];
            word &= (literal & 1) == 0 ? side[literal >> 1] : ~side[literal >> 1];
          }
        }
        case Circuit.OR -> {
          word = 0;
          for (; at < past; at++) {
            word |= side[reads[at] >> 1];
          }
        }
        case Circuit.OFF -> word = 0;
        case Circuit.ON -> word = -1;
        case Circuit.GIVEN -> word = side[gate];
        default -> {
          coins.draw(gate, scratch, 0);
          word = scratch[0];
          for (; at < past; at++) {
            int literal = reads[at];
            word &= (literal & 1) == 0 ? side[literal >> 1] : ~side[literal >> 1];
          }
        }
      }
      at = past;
      side[gate] = word;
    }
  }

  private void computeRow(int gate) {
    int row = row(gate);
    switch (kinds[gate]) {
      case Circuit.AND -> {
        Arrays.fill(certain, row, row + words, -1);
        conjoin(gate, certain);
      }
      case Circuit.OR -> disjoin(gate, certain);
      case Circuit.OFF -> Arrays.fill(certain, row, row + words, 0);
      case Circuit.ON -> Arrays.fill(certain, row, row + words, -1);
      case Circuit.GIVEN -> {
        // A given row is not computed.
      }
      default -> {
        coins.draw(gate, certain, row);
        conjoin(gate, certain);
      }
    }
  }

  // Eight words of a row at a time are kept in registers while all literals are read.

  private void conjoin(int gate, long[] side) {
    int row = row(gate);
    int past = first[gate + 1];
    int w = 0;
    for (; w <= words - 8; w += 8) {
      int to = row + w;
      long a = side[to];
      long b = side[to + 1];
      long c = side[to + 2];
      long d = side[to + 3];
      long e = side[to + 4];
      long f = side[to + 5];
      long g = side[to + 6];
      long h = side[to + 7];
      for (int at = first[gate]; at < past; at++) {
        int literal = reads[at];
        int from = (literal >> 1) * words + w;
        if ((literal & 1) == 0) {
          a &= side[from];
          b &= side[from + 1];
          c &= side[from + 2];
          d &= side[from + 3];
          e &= side[from + 4];
          f &= side[from + 5];
          g &= side[from + 6];
          h &= side[from + 7];
        } else {
          a &= ~side[from];
          b &= ~side[from + 1];
          c &= ~side[from + 2];
          d &= ~side[from + 3];
          e &= ~side[from + 4];
          f &= ~side[from + 5];
          g &= ~side[from + 6];
          h &= ~side[from + 7];
        }
      }
      side[to] = a;
      side[to + 1] = b;
      side[to + 2] = c;
      side[to + 3] = d;
      side[to + 4] = e;
      side[to + 5] = f;
      side[to + 6] = g;
      side[to + 7] = h;
    }
    for (; w < words; w++) {
      long word = side[row + w];
      for (int at = first[gate]; at < past; at++) {
        int literal = reads[at];
        int from = (literal >> 1) * words + w;
        word &= (literal & 1) == 0 ? side[from] : ~side[from];
      }
      side[row + w] = word;
    }
  }

  private void disjoin(int gate, long[] side) {
    int row = row(gate);
    int past = first[gate + 1];
    int w = 0;
    for (; w <= words - 8; w += 8) {
      long a = 0;
      long b = 0;
      long c = 0;
      long d = 0;
      long e = 0;
      long f = 0;
      long g = 0;
      long h = 0;
      for (int at = first[gate]; at < past; at++) {
        int from = (reads[at] >> 1) * words + w;
        a |= side[from];
        b |= side[from + 1];
        c |= side[from + 2];
        d |= side[from + 3];
        e |= side[from + 4];
        f |= side[from + 5];
        g |= side[from + 6];
        h |= side[from + 7];
      }
      int to = row + w;
      side[to] = a;
      side[to + 1] = b;
      side[to + 2] = c;
      side[to + 3] = d;
      side[to + 4] = e;
      side[to + 5] = f;
      side[to + 6] = g;
      side[to + 7] = h;
    }
    for (; w < words; w++) {
      long word = 0;
      for (int at = first[gate]; at < past; at++) {
        word |= side[(reads[at] >> 1) * words + w];
      }
      side[row + w] = word;
    }
  }

  @Override
  public void open(Circuit.Segment segment) {
    int size = Math.multiplyExact(segment.to() - segment.from(), words);
    growBy(size);
    RowCycle opened = new RowCycle(this, segment, possibleEnd);
    possibleEnd += size;
    cycle = opened;
    // For filling its rows, and for compacting them when it is closed.
    steps += 4L * (segment.to() - segment.from());
    opened.settle();
  }

  @Override
  public boolean isUndecided(int gate) {
    return cycle().isUndecided(gate);
  }

  @Override
  public boolean falsifyUnfounded(int[] gates) {
    return cycle().falsifyUnfounded(gates);
  }

  @Override
  public void close() {
    possibleEnd = cycle().close();
    steps += cycle().steps();
    cycle = null;
  }

  private RowCycle cycle() {
    return Objects.requireNonNull(cycle, "no cyclic segment is open");
  }

  boolean isConstant(int gate) {
    return kinds[gate] == Circuit.OFF || kinds[gate] == Circuit.ON;
  }

  /** A word of the possible row of the gate that has a row. */
  long possibleWord(int row, int w) {
    return possibleAt[row] == 0 ? certain[row * words + w] : possible[possibleAt[row] - 1 + w];
  }

  /** A word of the worlds in which a literal is certain; the literal names a row in place of a gate. */
  long literalCertain(int literal, int w) {
    return (literal & 1) == 0
        ? certain[(literal >> 1) * words + w]
        : ~possibleWord(literal >> 1, w);
  }

  /** A word of the worlds in which a literal is possible; the literal names a row in place of a gate. */
  long literalPossible(int literal, int w) {
    return (literal & 1) == 0
        ? possibleWord(literal >> 1, w)
        : ~certain[(literal >> 1) * words + w];
  }
}
