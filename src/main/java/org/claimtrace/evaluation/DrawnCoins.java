package org.claimtrace.evaluation;

/**
 * Draws the outcomes of open coins, 64 worlds a word, by a counter-based generator: what is drawn depends on nothing but the
 * seed, the coin's element and the number of the world, so that it is the same on any number of threads, in any order of the
 * document, and with any grade.
 *
 * <p>Each world draws 32 binary digits, most significant first, and is a yes where they are less than the probability
 * rounded to 32 digits; drawing stops as soon as that is settled in all worlds of the word. A digit of 64 worlds is one
 * output of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014) at a counter,
 * as in Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
 */
final class DrawnCoins implements RowSlots.Coins {

  private static final int DIGITS = 32;

  /** So many digits are drawn before it is asked whether more are needed. */
  private static final int AT_ONCE = 8;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final int[] coinOfGate;
  private final long[] fingerprints;
  private final Grades grades;
  private final long seed;
  private final int words;
  private int firstWord;

  /** Makes coins for rows of a number of words. */
  DrawnCoins(CompiledGraph compiled, Grades grades, long seed, int words) {
    this.coinOfGate = compiled.coinOfGate();
    this.fingerprints = compiled.fingerprints();
    this.grades = grades;
    this.seed = mixed(seed + GOLDEN);
    this.words = words;
  }

  /** Goes to the worlds that begin with a word. */
  void at(int word) {
    firstWord = word;
  }

  @Override
  public void draw(int gate, long[] row, int at) {
    int coin = coinOfGate[gate];
    long key = mixed(fingerprints[coin] ^ seed);
    long threshold = Math.round(grades.of(coin) * 0x1p32);
    for (int w = 0; w < words; w++) {
      row[at + w] = word(key, firstWord + w, threshold);
    }
  }

  /** The worlds of a word in which a coin with a key is below a threshold, from 0 to 2 to the 32nd. */
  static long word(long key, int word, long threshold) {
    if (threshold == 1L << DIGITS) {
      return -1;
    }
    long rest = threshold << DIGITS;
    long counter = key + (long) word * DIGITS * GOLDEN;
    long below = 0;
    long equal = -1;
    // Some of 64 worlds nearly always have to draw that far, and drawing takes less time than
    // asking
    // after each digit whether it is enough.
    for (int i = 0; i < AT_ONCE; i++) {
      long one = rest >> 63;
      long digit = mixed(counter);
      below |= equal & ~digit & one;
      equal &= digit ^ ~one;
      rest <<= 1;
      counter += GOLDEN;
    }
    for (; rest != 0 && equal != 0; rest <<= 1) {
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

  /** The finalizer of SplitMix64. */
  static long mixed(long number) {
    long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
