package org.claimtrace.evaluation;

/** What an evaluation keeps: a few numbers a claim, a part and a source, all by rank. */
interface Outcome {

  /** Returns the probability of each label of a claim. */
  Belief belief(int claim);

  /** Returns the chance that there is a case for a claim. */
  Chance pro(int claim);

  /** Returns the chance that there is a case against a claim. */
  Chance con(int claim);

  /** Returns the chance that a part fires. */
  Chance fires(int part);

  /** Returns the chance that a source is right. */
  double right(int source);

  /** Returns in how many sampled worlds the numbers were counted; 0 where they are exact. */
  default int sampled() {
    return 0;
  }

  /** Returns in how many steps the diagrams were made from which the numbers were computed; 0 where they were not. */
  default long steps() {
    return 0;
  }
}
