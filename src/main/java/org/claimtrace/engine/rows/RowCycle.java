package org.claimtrace.engine.rows;

import java.util.Arrays;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.Propagation;

/**
 * The rows of an open cyclic segment while it is being solved: where each of its gates is certain, and where it is possible.
 * Mutable, for use by one thread.
 */
final class RowCycle implements Propagation.Steps {

  private final RowInterpretation interpretation;
  private final byte[] kinds;
  private final int[] first;
  private final int[] literals;
  /** The literals of the circuit, with the number of a gate's row in place of the gate. */
  private final int[] reads;

  private final SharedRows rows;
  private final int words;
  private final long[] certain;
  private final long[] possible;
  private final int[] possibleAt;

  // By the distance from the segment's first gate.
  private final int from;
  private final int to;
  /** Where the possible row of the segment's first gate begins; those of the others follow it. */
  private final int openAt;
  /** The rows of the coins that gates of the segment take; {@link #coinAt} holds where each begins, plus one. */
  private final long[] coinRows;

  private final int[] coinAt;
  /**
   * Of a disjunction, the first gate that may still be possible; of a conjunction, the first literal that may not be certain.
   */
  private final int[] watched;

  private final Propagation propagation;
  private final long[] scratch;

  /** How many literals of wide gates were read after a change of one of them. */
  private long lookedAt;

  // Allocated when foundedness is first computed.
  private long[] founded = new long[0];
  private boolean[] inQuestion = new boolean[0];
  /** By conjunction whose foundedness is being computed, the first literal that may not be founded everywhere. */
  private int[] watchedFounding = new int[0];

  /**
   * Opens a segment: its gates are certain nowhere, and possible wherever their coins allow.
   *
   * @param interpretation the rows, with room for the possible rows of the segment; that room does not grow while the segment
   *     is open
   * @param openAt where the possible rows of the segment begin
   */
  RowCycle(RowInterpretation interpretation, Circuit.Segment segment, int openAt) {
    this.interpretation = interpretation;
    this.openAt = openAt;
    kinds = interpretation.kinds;
    rows = interpretation.rows;
    words = interpretation.words;
    certain = interpretation.certain;
    possible = interpretation.possible;
    possibleAt = interpretation.possibleAt;
    Circuit circuit = interpretation.circuit;
    first = circuit.first();
    literals = circuit.literals();
    reads = rows.reads();
    from = segment.from();
    to = segment.to();
    watched = Arrays.copyOfRange(first, from, to);
    scratch = new long[words];
    coinAt = new int[to - from];
    int coinEnd = 0;
    for (int gate = from; gate < to; gate++) {
      if (kinds[gate] == Circuit.OPEN) {
        coinAt[gate - from] = coinEnd + 1;
        coinEnd = Math.addExact(coinEnd, words);
      }
    }
    coinRows = new long[coinEnd];
    for (int gate = from; gate < to; gate++) {
      int row = openRow(gate);
      possibleAt[rows.of(gate)] = row + 1;
      if (interpretation.isConstant(gate)) {
        long word = kinds[gate] == Circuit.ON ? -1 : 0;
        Arrays.fill(certain, interpretation.row(gate), interpretation.row(gate) + words, word);
        Arrays.fill(possible, row, row + words, word);
        continue;
      }
      if (kinds[gate] == Circuit.OPEN) {
        int coin = coinAt[gate - from] - 1;
        interpretation.coins.draw(gate, coinRows, coin);
        System.arraycopy(coinRows, coin, possible, row, words);
      } else {
        Arrays.fill(possible, row, row + words, -1);
      }
      Arrays.fill(certain, interpretation.row(gate), interpretation.row(gate) + words, 0);
    }
    propagation = new Propagation(circuit, segment, this);
  }

  /** Computes all gates of the segment and propagates until nothing changes. */
  void settle() {
    propagation.settle();
  }

  /** Makes the given gates, which are ascending, impossible where they are unfounded; returns whether any was. */
  boolean falsifyUnfounded(int[] gates) {
    return propagation.falsifyUnfounded(gates);
  }

  /** Returns how many literals have been read. */
  long steps() {
    return propagation.steps() + lookedAt;
  }

  /** Compacts the possible rows to those of undecided gates; returns where they end. */
  int close() {
    int end = openAt;
    for (int gate = from; gate < to; gate++) {
      int row = openRow(gate);
      if (isUndecided(gate)) {
        System.arraycopy(possible, row, possible, end, words);
        possibleAt[rows.of(gate)] = end + 1;
        end += words;
      } else {
        possibleAt[rows.of(gate)] = 0;
      }
    }
    return end;
  }

  /** Where the possible row of a gate of the segment begins. */
  private int openRow(int gate) {
    return openAt + (gate - from) * words;
  }

  private boolean isConjunction(int gate) {
    return kinds[gate] != Circuit.OR;
  }

  @Override
  public boolean settle(int gate) {
    if (interpretation.isConstant(gate)) {
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

  // Four words of the certain and of the possible row are kept in registers while all literals
  // are read. A gate that was made impossible stays so, even where its literals are possible: it
  // was unfounded there.

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
      int literal = reads[at];
      int read = literal >> 1;
      int sure = read * words + w;
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
      // What was computed is the conjunction of the negated gates.
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
    int own = interpretation.row(gate) + w;
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
      long literalCertain = interpretation.literalCertain(reads[at], w);
      long literalPossible = interpretation.literalPossible(reads[at], w);
      certainly = conjunction ? certainly & literalCertain : certainly | literalCertain;
      possibly = conjunction ? possibly & literalPossible : possibly | literalPossible;
    }
    int own = interpretation.row(gate) + w;
    int row = openRow(gate) + w;
    possibly &= possible[row];
    long changed = (certainly ^ certain[own]) | (possibly ^ possible[row]);
    certain[own] = certainly;
    possible[row] = possibly;
    return changed;
  }

  @Override
  public boolean update(int gate, int changed) {
    if (interpretation.isConstant(gate)) {
      return false;
    }
    if (isConjunction(gate)) {
      boolean narrowed = lowerConjunction(gate, rows.literal(changed));
      return raiseConjunction(gate) || narrowed;
    }
    boolean raised = raiseDisjunction(gate, rows.of(changed >> 1));
    return lowerDisjunction(gate) || raised;
  }

  /** Lowers a conjunction to where one of its literals is possible; returns whether that changed anything. */
  private boolean lowerConjunction(int gate, int literal) {
    int row = openRow(gate);
    long lost = 0;
    for (int w = 0; w < words; w++) {
      long before = possible[row + w];
      long after = before & interpretation.literalPossible(literal, w);
      lost |= before ^ after;
      possible[row + w] = after;
    }
    return lost != 0;
  }

  /** Raises a disjunction to where one of its gates is certain; returns whether that changed anything. */
  private boolean raiseDisjunction(int gate, int read) {
    int row = interpretation.row(gate);
    long won = 0;
    for (int w = 0; w < words; w++) {
      long before = certain[row + w];
      long after = before | certain[read * words + w];
      won |= before ^ after;
      certain[row + w] = after;
    }
    return won != 0;
  }

  /** Raises a conjunction to where all its literals are certain, reading from the first that was not certain everywhere. */
  private boolean raiseConjunction(int gate) {
    int local = gate - from;
    int end = first[gate + 1];
    int at = watched[local];
    int begin = at;
    while (at < end && isCertainWherePossible(gate, reads[at])) {
      at++;
    }
    watched[local] = at;
    int row = interpretation.row(gate);
    long more = 0;
    for (int w = 0; w < words; w++) {
      scratch[w] = possible[openRow(gate) + w];
      more |= scratch[w] & ~certain[row + w];
    }
    for (; at < end && more != 0; at++) {
      more = 0;
      for (int w = 0; w < words; w++) {
        scratch[w] &= interpretation.literalCertain(reads[at], w);
        more |= scratch[w] & ~certain[row + w];
      }
    }
    lookedAt += at - begin;
    if (more == 0) {
      return false;
    }
    System.arraycopy(scratch, 0, certain, row, words);
    return true;
  }

  private boolean isCertainWherePossible(int gate, int literal) {
    long missing = 0;
    for (int w = 0; w < words; w++) {
      missing |= possible[openRow(gate) + w] & ~interpretation.literalCertain(literal, w);
    }
    return missing == 0;
  }

  /** Lowers a disjunction to where one of its gates is possible, reading from the first that was possible anywhere. */
  private boolean lowerDisjunction(int gate) {
    int local = gate - from;
    int end = first[gate + 1];
    int at = watched[local];
    int begin = at;
    while (at < end && isImpossible(reads[at] >> 1)) {
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
        scratch[w] |= interpretation.possibleWord(reads[at] >> 1, w);
        lost |= possible[row + w] & ~scratch[w];
      }
    }
    lookedAt += at - begin;
    if (lost == 0) {
      return false;
    }
    for (int w = 0; w < words; w++) {
      possible[row + w] &= scratch[w];
    }
    return true;
  }

  private boolean isImpossible(int read) {
    long any = 0;
    for (int w = 0; w < words; w++) {
      any |= interpretation.possibleWord(read, w);
    }
    return any == 0;
  }

  /** Whether there is a world in which a gate is possible and not certain. */
  boolean isUndecided(int gate) {
    long open = 0;
    for (int w = 0; w < words; w++) {
      open |= possible[openRow(gate) + w] ^ certain[interpretation.row(gate) + w];
    }
    return open != 0;
  }

  @Override
  public void beginFoundedness(int gate) {
    if (founded.length == 0) {
      founded = new long[(to - from) * words];
      inQuestion = new boolean[to - from];
      watchedFounding = new int[to - from];
    }
    System.arraycopy(certain, interpretation.row(gate), founded, foundedRow(gate), words);
    inQuestion[gate - from] = true;
    watchedFounding[gate - from] = first[gate];
  }

  private int foundedRow(int gate) {
    return (gate - from) * words;
  }

  private long foundedWord(int gate, int w) {
    return gate >= from && gate < to && inQuestion[gate - from]
        ? founded[foundedRow(gate) + w]
        : interpretation.possibleWord(rows.of(gate), w);
  }

  @Override
  public boolean addFounded(int gate) {
    if (isConjunction(gate)) {
      return extendFoundedConjunction(gate);
    }
    boolean further = false;
    for (int at = first[gate]; at < first[gate + 1]; at++) {
      further |= extendFoundedDisjunction(gate, literals[at] >> 1);
    }
    return further;
  }

  @Override
  public boolean extendFounded(int gate, int changed) {
    return isConjunction(gate)
        ? extendFoundedConjunction(gate)
        : extendFoundedDisjunction(gate, changed >> 1);
  }

  private boolean extendFoundedDisjunction(int gate, int read) {
    int row = foundedRow(gate);
    int own = openRow(gate);
    long won = 0;
    for (int w = 0; w < words; w++) {
      long before = founded[row + w];
      long after = before | (foundedWord(read, w) & possible[own + w]);
      won |= before ^ after;
      founded[row + w] = after;
    }
    return won != 0;
  }

  /** A possible conjunction is founded where all it reads positively is; what it reads negated is possible there already. */
  private boolean extendFoundedConjunction(int gate) {
    int row = foundedRow(gate);
    int end = first[gate + 1];
    int at = watchedFounding[gate - from];
    int begin = at;
    while (at < end && isFoundedWherePossible(gate, literals[at])) {
      at++;
    }
    watchedFounding[gate - from] = at;
    long more = 0;
    for (int w = 0; w < words; w++) {
      scratch[w] = possible[openRow(gate) + w];
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
    lookedAt += at - begin;
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
      missing |= possible[openRow(gate) + w] & ~foundedWord(literal >> 1, w);
    }
    return missing == 0;
  }

  @Override
  public boolean retainFounded(int gate) {
    int row = openRow(gate);
    inQuestion[gate - from] = false;
    long lost = 0;
    for (int w = 0; w < words; w++) {
      long before = possible[row + w];
      possible[row + w] = before & founded[foundedRow(gate) + w];
      lost |= before ^ possible[row + w];
    }
    return lost != 0;
  }
}
