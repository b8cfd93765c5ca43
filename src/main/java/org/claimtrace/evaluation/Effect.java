package org.claimtrace.evaluation;

/**
 * What one coin does to the probability of a label of a claim, everything else being as it is.
 *
 * @param yes the probability of the label where the coin is set to yes
 * @param no the probability of the label where it is set to no
 * @param interval the interval in which the difference of the two lies with 95% confidence, from -1 to 1; a point where the
 *     evaluation is not sampled
 */
public record Effect(double yes, double no, Interval interval) {

  static Effect exact(double yes, double no) {
    return new Effect(yes, no, Interval.at(yes - no));
  }

  /**
   * An effect counted in the same worlds.
   *
   * @param both in how many worlds the label is there either way
   * @param onlyYes in how many it is there where the coin is yes alone
   * @param onlyNo in how many it is there where the coin is no alone
   * @param worlds how many worlds there are
   */
  static Effect paired(int both, int onlyYes, int onlyNo, int worlds) {
    double yes = (double) (both + onlyYes) / worlds;
    double no = (double) (both + onlyNo) / worlds;
    return new Effect(yes, no, Interval.ofPairedDifference(both, onlyYes, onlyNo, worlds));
  }

  /** The probability of the label where the coin is yes, less that where it is no: from -1 to 1. */
  public double difference() {
    return yes - no;
  }
}
