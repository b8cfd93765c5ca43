package org.claimtrace.evaluation;

import java.util.Arrays;

/**
 * Sets of worlds as rows of bits, 64 worlds a word.
 *
 * <p>As long as nothing is undefined, what is certain is what is possible, and one array serves for both; a second one is
 * made when the first cyclic segment ends with something undecided.
 */
final class RowSlots implements Slots {

  private final byte[] kinds;
  private final int[] first;
  private final int[] literals;
  private final int words;
  private final Coins coins;

  private final long[] certain;
  /** The same array as {@link #certain} until something is undefined. */
  private long[] possible;

  // The open cyclic segment, by the distance from its first gate; rows where the name is plural in
  // worlds.
  private int from;
  private int to;
  private long[] coinRows = new long[0];
  private long[] openPossible = new long[0];
  private long[] founded = new long[0];
  private boolean[] doubted = new boolean[0];
  /** The first literal that may still be possible (of a disjunction) or still lacks certainty (of a conjunction). */
  private int[] watched = new int[0];
  /** The first literal of a doubted conjunction that may still be unfounded. */
  private int[] watchedFounding = new int[0];

  private final long[] scratch;

  /**
   * Makes rows for the gates of a circuit.
   *
   * @param circuit the gates
   * @param kinds their kinds, some switched off or on or open
   * @param words how many words a row has
   * @param coins the rows of open coins
   */
  RowSlots(Circuit circuit, byte[] kinds, int words, Coins coins) {
    this.kinds = kinds;
    this.first = circuit.first();
    this.literals = circuit.literals();
    this.words = words;
    this.coins = coins;
    certain = new long[Math.multiplyExact(circuit.gates(), words)];
    possible = certain;
    scratch = new long[words];
  }

  /** The outcomes of coins that are neither certainly yes nor certainly no. */
  interface Coins {
    /** Coins for a circuit in which all are certain. */
    Coins NONE = (gate, row, at) -> {
      throw new IllegalStateException("gate " + gate + " has no open coin");
    };

    /** Writes the worlds in which the coin of a gate is yes into a row that begins at a position. */
    void draw(int gate, long[] row, int at);
  }

  /** Gives a gate the rows that were computed for it elsewhere. */
  void give(int gate, long[] certainRow, int certainAt, long[] possibleRow, int possibleAt) {
    System.arraycopy(certainRow, certainAt, certain, gate * words, words);
    boolean decided = Arrays.equals(
        certainRow, certainAt, certainAt + words, possibleRow, possibleAt, possibleAt + words);
    if (!decided && possible == certain) {
      possible = certain.clone();
    }
    if (possible != certain) {
      System.arraycopy(possibleRow, possibleAt, possible, gate * words, words);
    }
  }

  /** Forgets all rows, to be computed again in other worlds. */
  void clear() {
    possible = certain;
  }

  /** The certain worlds of all gates, row by row. */
  long[] certain() {
    return certain;
  }

  /** The possible worlds of all gates, row by row; the same array as the certain ones where nothing is undefined. */
  long[] possible() {
    return possible;
  }

  @Override
  public void compute(int begin, int end) {
    if (possible == certain) {
      computeSide(begin, end, certain, certain);
      return;
    }
    // Side by side, since each side of a gate reads both sides of those before it.
    for (int gate = begin; gate < end; gate++) {
      computeSide(gate, gate + 1, certain, possible);
      computeSide(gate, gate + 1, possible, certain);
    }
  }

  /** Computes one side: positive literals read the same side, negated ones the other. */
  private void computeSide(int begin, int end, long[] side, long[] other) {
    if (words == 1) {
      computeWords(begin, end, side, other);
    } else {
      computeRows(begin, end, side, other);
    }
  }

  private void computeWords(int begin, int end, long[] side, long[] other) {
    int at = first[begin];
    for (int gate = begin; gate < end; gate++) {
      int past = first[gate + 1];
      long word;
      switch (kinds[gate]) {
        case Circuit.AND -> {
          word = -1;
          for (; at < past; at++) {
            int literal = literals[at];
            word &= (literal & 1) == 0 ? side[literal >> 1] : ~other[literal >> 1];
          }
        }
        case Circuit.OR -> {
          word = 0;
          for (; at < past; at++) {
            word |= side[literals[at] >> 1];
          }
        }
        case Circuit.OFF -> word = 0;
        case Circuit.ON -> word = -1;
        case Circuit.GIVEN -> word = side[gate];
        default -> {
          coins.draw(gate, scratch, 0);
          word = scratch[0];
          for (; at < past; at++) {
            int literal = literals[at];
            word &= (literal & 1) == 0 ? side[literal >> 1] : ~other[literal >> 1];
          }
        }
      }
      at = past;
      side[gate] = word;
    }
  }

  private void computeRows(int begin, int end, long[] side, long[] other) {
    for (int gate = begin; gate < end; gate++) {
      int row = gate * words;
      switch (kinds[gate]) {
        case Circuit.AND -> {
          Arrays.fill(side, row, row + words, -1);
          conjoin(gate, row, side, other);
        }
        case Circuit.OR -> {
          Arrays.fill(side, row, row + words, 0);
          for (int at = first[gate]; at < first[gate + 1]; at++) {
            int read = (literals[at] >> 1) * words;
            for (int w = 0; w < words; w++) {
              side[row + w] |= side[read + w];
            }
          }
        }
        case Circuit.OFF -> Arrays.fill(side, row, row + words, 0);
        case Circuit.ON -> Arrays.fill(side, row, row + words, -1);
        case Circuit.GIVEN -> {
          // It stays as it was given.
        }
        default -> {
          coins.draw(gate, side, row);
          conjoin(gate, row, side, other);
        }
      }
    }
  }

  private void conjoin(int gate, int row, long[] side, long[] other) {
    for (int at = first[gate]; at < first[gate + 1]; at++) {
      int literal = literals[at];
      int read = (literal >> 1) * words;
      if ((literal & 1) == 0) {
        for (int w = 0; w < words; w++) {
          side[row + w] &= side[read + w];
        }
      } else {
        for (int w = 0; w < words; w++) {
          side[row + w] &= ~other[read + w];
        }
      }
    }
  }

  @Override
  public void open(int begin, int end) {
    from = begin;
    to = end;
    int size = end - begin;
    coinRows = new long[Math.multiplyExact(size, words)];
    openPossible = new long[size * words];
    founded = new long[size * words];
    doubted = new boolean[size];
    watched = new int[size];
    watchedFounding = new int[size];
    for (int gate = begin; gate < end; gate++) {
      int row = (gate - begin) * words;
      watched[gate - begin] = first[gate];
      if (isConstant(gate)) {
        long word = kinds[gate] == Circuit.ON ? -1 : 0;
        Arrays.fill(certain, gate * words, (gate + 1) * words, word);
        Arrays.fill(openPossible, row, row + words, word);
        continue;
      }
      if (kinds[gate] == Circuit.AND || kinds[gate] == Circuit.OR) {
        Arrays.fill(coinRows, row, row + words, -1);
      } else {
        coins.draw(gate, coinRows, row);
      }
      System.arraycopy(coinRows, row, openPossible, row, words);
      Arrays.fill(certain, gate * words, (gate + 1) * words, 0);
    }
  }

  private boolean isConstant(int gate) {
    return kinds[gate] == Circuit.OFF || kinds[gate] == Circuit.ON;
  }

  private boolean isConjunction(int gate) {
    return kinds[gate] != Circuit.OR;
  }

  private boolean isOpen(int gate) {
    return gate >= from && gate < to;
  }

  private long possibleWord(int gate, int w) {
    return isOpen(gate) ? openPossible[(gate - from) * words + w] : possible[gate * words + w];
  }

  private long certainWord(int gate, int w) {
    return certain[gate * words + w];
  }

  private long literalCertain(int literal, int w) {
    return (literal & 1) == 0 ? certainWord(literal >> 1, w) : ~possibleWord(literal >> 1, w);
  }

  private long literalPossible(int literal, int w) {
    return (literal & 1) == 0 ? possibleWord(literal >> 1, w) : ~certainWord(literal >> 1, w);
  }

  @Override
  public boolean settle(int gate) {
    if (isConstant(gate)) {
      return false;
    }
    if (isConjunction(gate)) {
      boolean changed = false;
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        changed |= narrow(gate, literals[at]);
      }
      return raiseConjunction(gate) || changed;
    }
    boolean changed = false;
    for (int at = first[gate]; at < first[gate + 1]; at++) {
      changed |= raise(gate, literals[at]);
    }
    return lowerDisjunction(gate) || changed;
  }

  @Override
  public boolean update(int gate, int changed) {
    if (isConstant(gate)) {
      return false;
    }
    if (isConjunction(gate)) {
      boolean narrowed = narrow(gate, changed);
      return raiseConjunction(gate) || narrowed;
    }
    boolean raised = raise(gate, changed);
    return lowerDisjunction(gate) || raised;
  }

  /** A conjunction is possible only where each of its literals is. */
  private boolean narrow(int gate, int literal) {
    int row = (gate - from) * words;
    long lost = 0;
    for (int w = 0; w < words; w++) {
      long before = openPossible[row + w];
      long after = before & literalPossible(literal, w);
      lost |= before ^ after;
      openPossible[row + w] = after;
    }
    return lost != 0;
  }

  /** A disjunction is certain wherever one of its gates is. */
  private boolean raise(int gate, int literal) {
    int row = gate * words;
    long won = 0;
    for (int w = 0; w < words; w++) {
      long before = certain[row + w];
      long after = before | certainWord(literal >> 1, w);
      won |= before ^ after;
      certain[row + w] = after;
    }
    return won != 0;
  }

  /** A conjunction is certain where all of its literals are: looked for from the first that was not certain everywhere. */
  private boolean raiseConjunction(int gate) {
    int local = gate - from;
    int end = first[gate + 1];
    int at = watched[local];
    while (at < end && isCertainWherePossible(gate, literals[at])) {
      at++;
    }
    watched[local] = at;
    int row = gate * words;
    long more = 0;
    for (int w = 0; w < words; w++) {
      scratch[w] = openPossible[local * words + w];
      more |= scratch[w] & ~certain[row + w];
    }
    for (; at < end && more != 0; at++) {
      more = 0;
      for (int w = 0; w < words; w++) {
        scratch[w] &= literalCertain(literals[at], w);
        more |= scratch[w] & ~certain[row + w];
      }
    }
    if (more == 0) {
      return false;
    }
    System.arraycopy(scratch, 0, certain, row, words);
    return true;
  }

  private boolean isCertainWherePossible(int gate, int literal) {
    long missing = 0;
    for (int w = 0; w < words; w++) {
      missing |= openPossible[(gate - from) * words + w] & ~literalCertain(literal, w);
    }
    return missing == 0;
  }

  /** A disjunction is possible where one of its gates is: looked for from the first that was possible anywhere. */
  private boolean lowerDisjunction(int gate) {
    int local = gate - from;
    int end = first[gate + 1];
    int at = watched[local];
    while (at < end && isImpossible(literals[at] >> 1)) {
      at++;
    }
    watched[local] = at;
    int row = local * words;
    long lost = 0;
    for (int w = 0; w < words; w++) {
      scratch[w] = 0;
      lost |= openPossible[row + w];
    }
    for (; at < end && lost != 0; at++) {
      lost = 0;
      for (int w = 0; w < words; w++) {
        scratch[w] |= possibleWord(literals[at] >> 1, w);
        lost |= openPossible[row + w] & ~scratch[w];
      }
    }
    if (lost == 0) {
      return false;
    }
    for (int w = 0; w < words; w++) {
      openPossible[row + w] &= scratch[w];
    }
    return true;
  }

  private boolean isImpossible(int gate) {
    long any = 0;
    for (int w = 0; w < words; w++) {
      any |= possibleWord(gate, w);
    }
    return any == 0;
  }

  @Override
  public boolean isUndecided(int gate) {
    long open = 0;
    for (int w = 0; w < words; w++) {
      open |= openPossible[(gate - from) * words + w] ^ certain[gate * words + w];
    }
    return open != 0;
  }

  @Override
  public void doubt(int gate) {
    System.arraycopy(certain, gate * words, founded, (gate - from) * words, words);
    doubted[gate - from] = true;
    watchedFounding[gate - from] = first[gate];
  }

  private long foundedWord(int gate, int w) {
    return isOpen(gate) && doubted[gate - from]
        ? founded[(gate - from) * words + w]
        : possibleWord(gate, w);
  }

  @Override
  public boolean found(int gate) {
    if (isConjunction(gate)) {
      return foundConjunction(gate);
    }
    boolean further = false;
    for (int at = first[gate]; at < first[gate + 1]; at++) {
      further |= foundDisjunction(gate, literals[at] >> 1);
    }
    return further;
  }

  @Override
  public boolean foundFurther(int gate, int changed) {
    return isConjunction(gate) ? foundConjunction(gate) : foundDisjunction(gate, changed >> 1);
  }

  private boolean foundDisjunction(int gate, int read) {
    int row = (gate - from) * words;
    long won = 0;
    for (int w = 0; w < words; w++) {
      long before = founded[row + w];
      long after = before | (foundedWord(read, w) & openPossible[row + w]);
      won |= before ^ after;
      founded[row + w] = after;
    }
    return won != 0;
  }

  /** A possible conjunction is founded where all it reads positively is; what it reads negated is possible there already. */
  private boolean foundConjunction(int gate) {
    int local = gate - from;
    int row = local * words;
    int end = first[gate + 1];
    int at = watchedFounding[local];
    while (at < end && isFoundedWherePossible(row, literals[at])) {
      at++;
    }
    watchedFounding[local] = at;
    long more = 0;
    for (int w = 0; w < words; w++) {
      scratch[w] = openPossible[row + w];
      more |= scratch[w] & ~founded[row + w];
    }
    for (; at < end && more != 0; at++) {
      if ((literals[at] & 1) != 0) {
        continue;
      }
      more = 0;
      for (int w = 0; w < words; w++) {
        scratch[w] &= foundedWord(literals[at] >> 1, w);
        more |= scratch[w] & ~founded[row + w];
      }
    }
    if (more == 0) {
      return false;
    }
    System.arraycopy(scratch, 0, founded, row, words);
    return true;
  }

  private boolean isFoundedWherePossible(int row, int literal) {
    if ((literal & 1) != 0) {
      return true;
    }
    long missing = 0;
    for (int w = 0; w < words; w++) {
      missing |= openPossible[row + w] & ~foundedWord(literal >> 1, w);
    }
    return missing == 0;
  }

  @Override
  public boolean confine(int gate) {
    int row = (gate - from) * words;
    doubted[gate - from] = false;
    long lost = 0;
    for (int w = 0; w < words; w++) {
      long before = openPossible[row + w];
      openPossible[row + w] = before & founded[row + w];
      lost |= before ^ openPossible[row + w];
    }
    return lost != 0;
  }

  @Override
  public void close() {
    boolean undefined = possible != certain;
    for (int gate = from; gate < to && !undefined; gate++) {
      undefined = isUndecided(gate);
    }
    if (undefined) {
      if (possible == certain) {
        possible = certain.clone();
      }
      System.arraycopy(openPossible, 0, possible, from * words, openPossible.length);
    }
    from = 0;
    to = 0;
  }
}
