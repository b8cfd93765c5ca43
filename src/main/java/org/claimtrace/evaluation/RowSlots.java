package org.claimtrace.evaluation;

import java.util.Arrays;

/**
 * Sets of worlds as rows of bits, 64 worlds a word.
 *
 * <p>Of nearly all gates what is certain is what is possible, and one row serves for both. Only a gate that is undecided in
 * some world, after a cyclic segment, has a second row.
 */
final class RowSlots implements Slots, Spread.Steps {

  private final byte[] kinds;
  private final int[] first;
  private final int[] literals;
  private final int words;
  private final Coins coins;
  private final int[] rowOf;

  private final long[] certain;

  /** The rows of what is possible, of undecided gates and those of the open segment. */
  private long[] possible = new long[0];

  /** By gate, where its possible row begins, plus one, or zero where it is decided; made when the first one is not. */
  private int[] possibleAt = new int[0];

  private int possibleEnd;

  private final Circuit circuit;
  private Spread spread;

  // The open cyclic segment, by the distance from its first gate.
  private int from;
  private int to;
  /** Where the possible row of the segment's first gate begins; those of the others follow. */
  private int openAt;
  /** The rows of the coins that gates of the segment take, each where the other array says, plus one. */
  private long[] coinRows = new long[0];

  private int[] coinAt = new int[0];
  private long[] founded = new long[0];
  private boolean[] doubted = new boolean[0];
  /** The first literal that may still be possible (of a disjunction) or still lacks certainty (of a conjunction). */
  private int[] watched = new int[0];
  /** The first literal of a doubted conjunction that may still be unfounded. */
  private int[] watchedFounding = new int[0];

  private final long[] scratch;
  private final long[] scratchPossible;

  /**
   * Makes rows for the gates of a circuit.
   *
   * @param circuit the gates
   * @param kinds their kinds, some switched off or on or open
   * @param words how many words a row has
   * @param coins the rows of open coins
   */
  RowSlots(Circuit circuit, byte[] kinds, int words, Coins coins) {
    this(circuit, kinds, words, coins, new int[0], circuit.gates());
  }

  /**
   * Makes rows for the gates of a circuit, some of which share a row one after the other.
   *
   * @param rowOf the number of the row of each gate; empty where each has the one of its own number
   * @param rows how many rows there are
   */
  RowSlots(Circuit circuit, byte[] kinds, int words, Coins coins, int[] rowOf, int rows) {
    this.circuit = circuit;
    this.rowOf = rowOf;
    this.kinds = kinds;
    this.first = circuit.first();
    this.literals = circuit.literals();
    this.words = words;
    this.coins = coins;
    certain = new long[Math.multiplyExact(rows, words)];
    scratch = new long[words];
    scratchPossible = new long[words];
    spread = new Spread(circuit, Circuit.Segment.NONE, this);
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
  void give(int gate, Row certainRow, Row possibleRow) {
    System.arraycopy(certainRow.words(), certainRow.at(), certain, row(gate), words);
    givePossible(gate, possibleRow.words(), possibleRow.at());
  }

  /** Gives a gate, whose certain row is known, its possible row. */
  private void givePossible(int gate, long[] row, int at) {
    if (Arrays.equals(row, at, at + words, certain, row(gate), row(gate) + words)) {
      return;
    }
    makeRoom(words);
    System.arraycopy(row, at, possible, possibleEnd, words);
    possibleAt[gate] = possibleEnd + 1;
    possibleEnd += words;
  }

  /** Makes room for more words of what is possible. */
  private void makeRoom(int more) {
    if (possibleAt.length == 0) {
      possibleAt = new int[kinds.length];
    }
    int needed = Math.addExact(possibleEnd, more);
    if (needed > possible.length) {
      int doubled = Math.min(possible.length, (Integer.MAX_VALUE - 8) / 2) * 2;
      possible = Arrays.copyOf(possible, Math.max(needed, doubled));
    }
  }

  /** Where the row of a gate begins. */
  private int row(int gate) {
    return (rowOf.length == 0 ? gate : rowOf[gate]) * words;
  }

  /** Forgets all rows, to be computed again in other worlds. */
  void clear() {
    if (possibleEnd > 0) {
      Arrays.fill(possibleAt, 0);
      possibleEnd = 0;
    }
  }

  /** The worlds in which a gate is certain. */
  Row certain(int gate) {
    return new Row(certain, row(gate));
  }

  /** The worlds in which a gate is possible; the same row where nothing is undecided. */
  Row possible(int gate) {
    return isDecided(gate) ? certain(gate) : new Row(possible, possibleAt[gate] - 1);
  }

  /** Whether the gate is certain wherever it is possible. */
  boolean isDecided(int gate) {
    return possibleEnd == 0 || possibleAt[gate] == 0;
  }

  @Override
  public void compute(int begin, int end) {
    if (possibleEnd > 0) {
      for (int gate = begin; gate < end; gate++) {
        if (readsUndecided(gate)) {
          computeBoth(gate);
        } else {
          computeRow(gate);
        }
      }
    } else if (words == 1 && rowOf.length == 0) {
      computeWords(begin, end);
    } else {
      for (int gate = begin; gate < end; gate++) {
        computeRow(gate);
      }
    }
  }

  private boolean readsUndecided(int gate) {
    for (int at = first[gate]; at < first[gate + 1]; at++) {
      if (possibleAt[literals[at] >> 1] != 0) {
        return kinds[gate] != Circuit.GIVEN && !isConstant(gate);
      }
    }
    return false;
  }

  /** Computes what is certain and what is possible: a negated literal is certain where what it reads is not possible. */
  private void computeBoth(int gate) {
    boolean conjunction = isConjunction(gate);
    if (kinds[gate] == Circuit.OPEN) {
      coins.draw(gate, scratch, 0);
    } else {
      Arrays.fill(scratch, conjunction ? -1 : 0);
    }
    for (int w = 0; w < words; w++) {
      long certainly = scratch[w];
      long possibly = certainly;
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        long literalCertain = literalCertain(literals[at], w);
        long literalPossible = literalPossible(literals[at], w);
        certainly = conjunction ? certainly & literalCertain : certainly | literalCertain;
        possibly = conjunction ? possibly & literalPossible : possibly | literalPossible;
      }
      certain[row(gate) + w] = certainly;
      scratchPossible[w] = possibly;
    }
    givePossible(gate, scratchPossible, 0);
  }

  /** Where a row is a word, and that of a gate has its number. */
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
            int literal = literals[at];
            word &= (literal & 1) == 0 ? side[literal >> 1] : ~side[literal >> 1];
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
        // It stays as it was given.
      }
      default -> {
        coins.draw(gate, certain, row);
        conjoin(gate, certain);
      }
    }
  }

  // Eight words of a row at a time are kept in registers while all that is read is taken in.

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
        int literal = literals[at];
        int from = row(literal >> 1) + w;
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
        int literal = literals[at];
        int from = row(literal >> 1) + w;
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
        int from = row(literals[at] >> 1) + w;
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
        word |= side[row(literals[at] >> 1) + w];
      }
      side[row + w] = word;
    }
  }

  @Override
  public void open(Circuit.Segment segment) {
    int begin = segment.from();
    int end = segment.to();
    from = begin;
    to = end;
    int size = end - begin;
    makeRoom(Math.multiplyExact(size, words));
    openAt = possibleEnd;
    possibleEnd += size * words;
    watched = Arrays.copyOfRange(first, begin, end);
    coinAt = new int[size];
    int coinEnd = 0;
    for (int gate = begin; gate < end; gate++) {
      if (kinds[gate] == Circuit.OPEN) {
        coinAt[gate - begin] = coinEnd + 1;
        coinEnd = Math.addExact(coinEnd, words);
      }
    }
    coinRows = new long[coinEnd];
    for (int gate = begin; gate < end; gate++) {
      int row = openRow(gate);
      possibleAt[gate] = row + 1;
      if (isConstant(gate)) {
        long word = kinds[gate] == Circuit.ON ? -1 : 0;
        Arrays.fill(certain, row(gate), row(gate) + words, word);
        Arrays.fill(possible, row, row + words, word);
        continue;
      }
      if (kinds[gate] == Circuit.OPEN) {
        int coin = coinAt[gate - begin] - 1;
        coins.draw(gate, coinRows, coin);
        System.arraycopy(coinRows, coin, possible, row, words);
      } else {
        Arrays.fill(possible, row, row + words, -1);
      }
      Arrays.fill(certain, row(gate), row(gate) + words, 0);
    }
    spread = new Spread(circuit, segment, this);
    spread.settle();
  }

  @Override
  public boolean rule(int[] gates) {
    return spread.rule(gates);
  }

  /** Where the possible row of a gate of the open segment begins. */
  private int openRow(int gate) {
    return openAt + (gate - from) * words;
  }

  private boolean isConstant(int gate) {
    return kinds[gate] == Circuit.OFF || kinds[gate] == Circuit.ON;
  }

  private boolean isConjunction(int gate) {
    return kinds[gate] != Circuit.OR;
  }

  private long possibleWord(int gate, int w) {
    return isDecided(gate) ? certain[row(gate) + w] : possible[possibleAt[gate] - 1 + w];
  }

  private long certainWord(int gate, int w) {
    return certain[row(gate) + w];
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
    boolean conjunction = isConjunction(gate);
    long changed = 0;
    int w = 0;
    for (; w <= words - 4; w += 4) {
      changed |= settleWords(gate, conjunction, w);
    }
    for (; w < words; w++) {
      changed |= settleWord(gate, conjunction, w);
    }
    return changed != 0;
  }

  // Four words of what is certain, and of what is possible, are kept in registers while all that is
  // read is taken in. What was impossible stays so, though what is read may not tell: it was
  // unfounded.

  private long settleWords(int gate, boolean conjunction, int w) {
    long certainA = -1;
    long certainB = -1;
    long certainC = -1;
    long certainD = -1;
    if (kinds[gate] == Circuit.OPEN) {
      int coin = coinAt[gate - from] - 1 + w;
      certainA = coinRows[coin];
      certainB = coinRows[coin + 1];
      certainC = coinRows[coin + 2];
      certainD = coinRows[coin + 3];
    }
    int row = openRow(gate) + w;
    long beforeA = possible[row];
    long beforeB = possible[row + 1];
    long beforeC = possible[row + 2];
    long beforeD = possible[row + 3];
    long possibleA = -1;
    long possibleB = -1;
    long possibleC = -1;
    long possibleD = -1;
    int flipped = conjunction ? 0 : 1;
    int past = first[gate + 1];
    for (int at = first[gate]; at < past; at++) {
      int literal = literals[at];
      int read = literal >> 1;
      int sure = row(read) + w;
      boolean isDecided = possibleAt[read] == 0;
      long[] side = isDecided ? certain : possible;
      int maybe = isDecided ? sure : possibleAt[read] - 1 + w;
      if ((literal & 1) == flipped) {
        certainA &= certain[sure];
        certainB &= certain[sure + 1];
        certainC &= certain[sure + 2];
        certainD &= certain[sure + 3];
        possibleA &= side[maybe];
        possibleB &= side[maybe + 1];
        possibleC &= side[maybe + 2];
        possibleD &= side[maybe + 3];
      } else {
        certainA &= ~side[maybe];
        certainB &= ~side[maybe + 1];
        certainC &= ~side[maybe + 2];
        certainD &= ~side[maybe + 3];
        possibleA &= ~certain[sure];
        possibleB &= ~certain[sure + 1];
        possibleC &= ~certain[sure + 2];
        possibleD &= ~certain[sure + 3];
      }
    }
    if (!conjunction) {
      // What was computed is that none of its gates is.
      long noneA = certainA;
      long noneB = certainB;
      long noneC = certainC;
      long noneD = certainD;
      certainA = ~possibleA;
      certainB = ~possibleB;
      certainC = ~possibleC;
      certainD = ~possibleD;
      possibleA = ~noneA;
      possibleB = ~noneB;
      possibleC = ~noneC;
      possibleD = ~noneD;
    }
    possibleA &= beforeA;
    possibleB &= beforeB;
    possibleC &= beforeC;
    possibleD &= beforeD;
    int own = row(gate) + w;
    long changed = (certainA ^ certain[own])
        | (certainB ^ certain[own + 1])
        | (certainC ^ certain[own + 2])
        | (certainD ^ certain[own + 3])
        | (possibleA ^ beforeA)
        | (possibleB ^ beforeB)
        | (possibleC ^ beforeC)
        | (possibleD ^ beforeD);
    certain[own] = certainA;
    certain[own + 1] = certainB;
    certain[own + 2] = certainC;
    certain[own + 3] = certainD;
    possible[row] = possibleA;
    possible[row + 1] = possibleB;
    possible[row + 2] = possibleC;
    possible[row + 3] = possibleD;
    return changed;
  }

  private long settleWord(int gate, boolean conjunction, int w) {
    long certainly = conjunction ? -1 : 0;
    if (kinds[gate] == Circuit.OPEN) {
      certainly = coinRows[coinAt[gate - from] - 1 + w];
    }
    long possibly = certainly;
    for (int at = first[gate]; at < first[gate + 1]; at++) {
      long literalCertain = literalCertain(literals[at], w);
      long literalPossible = literalPossible(literals[at], w);
      certainly = conjunction ? certainly & literalCertain : certainly | literalCertain;
      possibly = conjunction ? possibly & literalPossible : possibly | literalPossible;
    }
    int own = row(gate) + w;
    int row = openRow(gate) + w;
    possibly &= possible[row];
    long changed = (certainly ^ certain[own]) | (possibly ^ possible[row]);
    certain[own] = certainly;
    possible[row] = possibly;
    return changed;
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
    int row = openRow(gate);
    long lost = 0;
    for (int w = 0; w < words; w++) {
      long before = possible[row + w];
      long after = before & literalPossible(literal, w);
      lost |= before ^ after;
      possible[row + w] = after;
    }
    return lost != 0;
  }

  /** A disjunction is certain wherever one of its gates is. */
  private boolean raise(int gate, int literal) {
    int row = row(gate);
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
    int row = row(gate);
    long more = 0;
    for (int w = 0; w < words; w++) {
      scratch[w] = possible[openRow(gate) + w];
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
      missing |= possible[openRow(gate) + w] & ~literalCertain(literal, w);
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
    int row = openRow(gate);
    long lost = 0;
    for (int w = 0; w < words; w++) {
      scratch[w] = 0;
      lost |= possible[row + w];
    }
    for (; at < end && lost != 0; at++) {
      lost = 0;
      for (int w = 0; w < words; w++) {
        scratch[w] |= possibleWord(literals[at] >> 1, w);
        lost |= possible[row + w] & ~scratch[w];
      }
    }
    if (lost == 0) {
      return false;
    }
    for (int w = 0; w < words; w++) {
      possible[row + w] &= scratch[w];
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
      open |= possible[openRow(gate) + w] ^ certain[row(gate) + w];
    }
    return open != 0;
  }

  @Override
  public void doubt(int gate) {
    if (founded.length == 0) {
      founded = new long[(to - from) * words];
      doubted = new boolean[to - from];
      watchedFounding = new int[to - from];
    }
    System.arraycopy(certain, row(gate), founded, foundedRow(gate), words);
    doubted[gate - from] = true;
    watchedFounding[gate - from] = first[gate];
  }

  private int foundedRow(int gate) {
    return (gate - from) * words;
  }

  private long foundedWord(int gate, int w) {
    return gate >= from && gate < to && doubted[gate - from]
        ? founded[foundedRow(gate) + w]
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
    int row = foundedRow(gate);
    long won = 0;
    for (int w = 0; w < words; w++) {
      long before = founded[row + w];
      long after = before | (foundedWord(read, w) & possibleWord(gate, w));
      won |= before ^ after;
      founded[row + w] = after;
    }
    return won != 0;
  }

  /** A possible conjunction is founded where all it reads positively is; what it reads negated is possible there already. */
  private boolean foundConjunction(int gate) {
    int row = foundedRow(gate);
    int end = first[gate + 1];
    int at = watchedFounding[gate - from];
    while (at < end && isFoundedWherePossible(gate, literals[at])) {
      at++;
    }
    watchedFounding[gate - from] = at;
    long more = 0;
    for (int w = 0; w < words; w++) {
      scratch[w] = possibleWord(gate, w);
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

  private boolean isFoundedWherePossible(int gate, int literal) {
    if ((literal & 1) != 0) {
      return true;
    }
    long missing = 0;
    for (int w = 0; w < words; w++) {
      missing |= possibleWord(gate, w) & ~foundedWord(literal >> 1, w);
    }
    return missing == 0;
  }

  @Override
  public boolean confine(int gate) {
    int row = openRow(gate);
    doubted[gate - from] = false;
    long lost = 0;
    for (int w = 0; w < words; w++) {
      long before = possible[row + w];
      possible[row + w] = before & founded[foundedRow(gate) + w];
      lost |= before ^ possible[row + w];
    }
    return lost != 0;
  }

  @Override
  public void close() {
    possibleEnd = openAt;
    for (int gate = from; gate < to; gate++) {
      int row = openRow(gate);
      if (isUndecided(gate)) {
        System.arraycopy(possible, row, possible, possibleEnd, words);
        possibleAt[gate] = possibleEnd + 1;
        possibleEnd += words;
      } else {
        possibleAt[gate] = 0;
      }
    }
    from = 0;
    to = 0;
    founded = new long[0];
    doubted = new boolean[0];
  }
}
