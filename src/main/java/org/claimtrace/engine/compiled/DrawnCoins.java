package org.claimtrace.engine.compiled;

import java.util.Arrays;
import org.claimtrace.engine.rows.RowInterpretation;

/**
 * Draws the outcomes of open coins, 64 worlds a word, by a counter-based generator. The outcome of a coin in a world depends
 * only on the seed, the coin's element, its grade and the number of the world. It is therefore the same on any number of
 * threads and in any order of the document, and a coin that is yes stays yes when its grade rises.
 *
 * <p>A world draws 32 binary digits, the most significant first, and is a yes if they are less than the probability rounded to
 * 32 digits; drawing stops as soon as that is settled in all worlds of the word. One digit of 64 worlds is one output of
 * SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014) at a counter, as in Salmon,
 * Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
 *
 * <p>Mutable, for use by one thread.
 */
public final class DrawnCoins implements RowInterpretation.Coins {

  private static final int DIGITS = 32;

  /** How many digits of a word are drawn before it is checked whether all worlds are settled; by then most words are. */
  private static final int AT_ONCE = 10;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final int[] coinOfGate;
  private final long[] keys;
  private final Grades grades;
  private final long seed;
  private final int words;
  /** The counters of a row's first digits, word by word, relative to the row's first counter. */
  private final long[] counters;
  /** The first digits of a row, word by word. */
  private final long[] drawn;

  private int firstWord;

  /** Creates coins for rows of {@code words} words, beginning with the first world. */
  public DrawnCoins(GraphCircuit compiled, Grades grades, long seed, int words) {
    this.coinOfGate = compiled.coinOfGate();
    this.keys = compiled.coinKeys();
    this.grades = grades;
    this.seed = mixed(seed + GOLDEN);
    this.words = words;
    counters = new long[words * AT_ONCE];
    for (int i = 0; i < counters.length; i++) {
      counters[i] = ((long) (i / AT_ONCE) * DIGITS + i % AT_ONCE) * GOLDEN;
    }
    drawn = new long[counters.length];
  }

  /** Moves to the rows that begin with a word, counted from 0. */
  public void at(int word) {
    firstWord = word;
  }

  @Override
  public void draw(int gate, long[] row, int at) {
    int coin = coinOfGate[gate];
    draw(mixed(keys[coin] ^ seed), Math.round(grades.of(coin) * 0x1p32), row, at);
  }

  /** Writes the worlds in which the coin with a key is below a threshold, from 0 to 2<sup>32</sup>, into a row. */
  void draw(long key, long threshold, long[] row, int at) {
    if (threshold == 1L << DIGITS) {
      Arrays.fill(row, at, at + words, -1);
      return;
    }
    long counter = key + (long) firstWord * DIGITS * GOLDEN;
    drawFirst(counter);
    long ones = threshold << DIGITS;
    long more = ones << AT_ONCE;
    // A world is a yes if its digits equal the threshold's up to one that is 1 there and 0 in the
    // world. At the end of a run of ones in the threshold, the worlds still equal are removed
    // from those that were equal at its beginning.
    long first = ones & -1L << (Long.SIZE - AT_ONCE);
    long turns = first ^ first << 1;
    for (int w = 0, i = 0; w < words; w++, i += AT_ONCE) {
      // Unrolled, since a loop takes half as long again.
      long equal = ~(drawn[i] ^ first >> 63);
      long below = first >> 63 ^ (equal & turns >> 63);
      equal &= ~(drawn[i + 1] ^ first << 1 >> 63);
      below ^= equal & turns << 1 >> 63;
      equal &= ~(drawn[i + 2] ^ first << 2 >> 63);
      below ^= equal & turns << 2 >> 63;
      equal &= ~(drawn[i + 3] ^ first << 3 >> 63);
      below ^= equal & turns << 3 >> 63;
      equal &= ~(drawn[i + 4] ^ first << 4 >> 63);
      below ^= equal & turns << 4 >> 63;
      equal &= ~(drawn[i + 5] ^ first << 5 >> 63);
      below ^= equal & turns << 5 >> 63;
      equal &= ~(drawn[i + 6] ^ first << 6 >> 63);
      below ^= equal & turns << 6 >> 63;
      equal &= ~(drawn[i + 7] ^ first << 7 >> 63);
      below ^= equal & turns << 7 >> 63;
      equal &= ~(drawn[i + 8] ^ first << 8 >> 63);
      below ^= equal & turns << 8 >> 63;
      equal &= ~(drawn[i + 9] ^ first << 9 >> 63);
      below ^= equal & turns << 9 >> 63;
      if (equal != 0 && more != 0) {
        below |= below(counter + ((long) w * DIGITS + AT_ONCE) * GOLDEN, more, equal);
      }
      row[at + w] = below;
    }
  }

  /** Draws the first digits of a row, in a loop simple enough to be vectorized. */
  private void drawFirst(long counter) {
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = mixed(counters[i] + counter);
    }
  }

  /** Returns the worlds, among some, in which the digits from a counter on are below those of a threshold. */
  private static long below(long from, long threshold, long worlds) {
    long below = 0;
    long equal = worlds;
    long counter = from;
    for (long rest = threshold; rest != 0 && equal != 0; rest <<= 1) {
      long digit = mixed(counter);
      counter += GOLDEN;
      if (rest < 0) {
        below |= equal & ~digit;
        equal &= digit;
      } else {
        equal &= ~digit;
      }
    }
    return below;
  }

  /** Applies the finalizer of SplitMix64. */
  static long mixed(long number) {
    long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
