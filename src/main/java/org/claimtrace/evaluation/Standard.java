package org.claimtrace.evaluation;

import java.util.Optional;
import org.claimtrace.model.Verdict;

/** How much it takes for a verdict: the burden that a case must exceed, and the doubt that the case against it must not. */
public enum Standard {
  /** More likely than not: burden 1/2, doubt 1/2. The default. */
  PREPONDERANCE("preponderance", .5, .5),
  /** Burden 3/4, doubt 1/4. */
  CLEAR_AND_CONVINCING("clear-and-convincing", .75, .25),
  /** Burden 0.95, doubt 0.05. */
  BEYOND_REASONABLE_DOUBT("beyond-reasonable-doubt", .95, .05);

  private static final double INDIFFERENCE = 1e-9;
  private static final double MOST_DOUBT = .25;

  private final String word;
  private final double burden;
  private final double doubt;

  Standard(String word, double burden, double doubt) {
    this.word = word;
    this.burden = burden;
    this.doubt = doubt;
  }

  /** The standard with a word, such as {@code clear-and-convincing}. */
  public static Optional<Standard> find(String word) {
    for (Standard each : values()) {
      if (each.word.equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** What a case must exceed, a probability. */
  public double burden() {
    return burden;
  }

  /** What the case against it must not exceed, a probability. */
  public double doubt() {
    return doubt;
  }

  /** The verdict that follows from a belief. Differences below 1e-9 do not count. */
  public Verdict verdict(Belief belief) {
    double inFavour = belief.supported() + belief.conflicting();
    double against = belief.refuted() + belief.conflicting();
    return verdict(
        exceeds(inFavour, burden),
        exceeds(inFavour, doubt),
        exceeds(against, burden),
        exceeds(against, doubt),
        exceeds(belief.supported(), against),
        exceeds(belief.refuted(), inFavour),
        exceeds(belief.qualified(), belief.supported() / 2),
        exceeds(1 - belief.unverified(), burden),
        exceeds(Math.min(inFavour, against), leastConflict()));
  }

  /** How much the weaker side of a conflict must exceed. */
  double leastConflict() {
    return Math.min(doubt, MOST_DOUBT);
  }

  /** The verdict that follows from what exceeds what. */
  static Verdict verdict(
      boolean forMeets,
      boolean forContests,
      boolean againstMeets,
      boolean againstContests,
      boolean supportedExceedsAgainst,
      boolean refutedExceedsFor,
      boolean mostlyQualified,
      boolean decidedMeets,
      boolean bothSidesCount) {
    if (forMeets && !againstContests && supportedExceedsAgainst) {
      return mostlyQualified ? Verdict.MISLEADING : Verdict.SUPPORTED;
    }
    if (againstMeets && !forContests && refutedExceedsFor) {
      return Verdict.REFUTED;
    }
    return decidedMeets && bothSidesCount ? Verdict.CONFLICTING : Verdict.UNVERIFIED;
  }

  private static boolean exceeds(double probability, double threshold) {
    return probability > threshold + INDIFFERENCE;
  }

  /** The word, in lower case with hyphens. */
  @Override
  public String toString() {
    return word;
  }
}
