package org.claimtrace.evaluation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Predicate;
import org.claimtrace.evaluation.VerdictRule.Condition;
import org.claimtrace.evaluation.VerdictRule.Quantity;
import org.claimtrace.evaluation.VerdictRule.Threshold;
import org.claimtrace.model.Verdict;

/**
 * How much it takes for a verdict: the burden that a case must exceed, and the doubt that the case against it must not.
 *
 * <p>Stable.
 */
public enum Standard {
  /** More likely than not: burden 1/2, doubt 1/2. The default. */
  PREPONDERANCE("preponderance", .5, .5),
  /** Burden 3/4, doubt 1/4. */
  CLEAR_AND_CONVINCING("clear-and-convincing", .75, .25),
  /** Burden 0.95, doubt 0.05. */
  BEYOND_REASONABLE_DOUBT("beyond-reasonable-doubt", .95, .05);

  /** How much a side needs to be a side of a conflict, however much doubt a standard admits. */
  private static final double ENOUGH_FOR_CONFLICT = .25;

  private final String word;
  private final double burden;
  private final double doubt;

  // Records of enums, numbers and such records, which Error Prone does not look into.
  @SuppressWarnings("ImmutableEnumChecker")
  private final ImmutableList<VerdictRule> rules;

  @SuppressWarnings("ImmutableEnumChecker")
  private final ImmutableList<Threshold> thresholds;

  Standard(String word, double burden, double doubt) {
    this.word = word;
    this.burden = burden;
    this.doubt = doubt;
    Threshold forBurden = new Threshold(Quantity.FOR, burden);
    Threshold forDoubt = new Threshold(Quantity.FOR, doubt);
    Threshold againstBurden = new Threshold(Quantity.AGAINST, burden);
    Threshold againstDoubt = new Threshold(Quantity.AGAINST, doubt);
    Threshold mostlySupported = new Threshold(Quantity.SUPPORTED, .5);
    Threshold mostlyRefuted = new Threshold(Quantity.REFUTED, .5);
    Threshold mostlyQualified = new Threshold(Quantity.QUALIFIED, .5);
    Threshold decided = new Threshold(Quantity.DECIDED, burden);
    Threshold weakerSide =
        new Threshold(Quantity.WEAKER_SIDE, Math.min(doubt, ENOUGH_FOR_CONFLICT));
    Condition supportMeets = new Condition(forBurden, true);
    Condition notContested = new Condition(againstDoubt, false);
    Condition supportPrevails = new Condition(mostlySupported, true);
    thresholds = ImmutableList.of(
        forBurden,
        forDoubt,
        againstBurden,
        againstDoubt,
        mostlySupported,
        mostlyRefuted,
        mostlyQualified,
        decided,
        weakerSide);
    rules = ImmutableList.of(
        new VerdictRule(
            Verdict.SUPPORTED,
            ImmutableList.of(
                supportMeets,
                notContested,
                supportPrevails,
                new Condition(mostlyQualified, false))),
        new VerdictRule(
            Verdict.MISLEADING,
            ImmutableList.of(
                supportMeets, notContested, supportPrevails, new Condition(mostlyQualified, true))),
        new VerdictRule(
            Verdict.REFUTED,
            ImmutableList.of(
                new Condition(againstBurden, true),
                new Condition(forDoubt, false),
                new Condition(mostlyRefuted, true))),
        new VerdictRule(
            Verdict.CONFLICTING,
            ImmutableList.of(new Condition(decided, true), new Condition(weakerSide, true))),
        new VerdictRule(Verdict.UNVERIFIED, ImmutableList.of()));
  }

  /** Returns the standard with a word, such as {@code clear-and-convincing}. */
  public static Optional<Standard> find(String word) {
    requireNonNull(word, "word");
    for (Standard each : values()) {
      if (each.word.equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Returns what a case must exceed, a probability. */
  public double burden() {
    return burden;
  }

  /** Returns what the case against it must not exceed, a probability. */
  public double doubt() {
    return doubt;
  }

  /** Returns the verdict that follows from a belief. Differences below 1e-9 do not count. */
  public Verdict verdict(Belief belief) {
    requireNonNull(belief, "belief");
    for (VerdictRule rule : rules) {
      if (rule.appliesTo(belief)) {
        return rule.verdict();
      }
    }
    throw new AssertionError("the last rule has no condition");
  }

  /**
   * Returns the rules by which a verdict follows, one for each verdict: the first that applies counts. The last one, of {@code UNVERIFIED},
   * has no condition.
   */
  public ImmutableList<VerdictRule> rules() {
    return rules;
  }

  /** Returns the rule by which a verdict follows. */
  public VerdictRule rule(Verdict verdict) {
    requireNonNull(verdict, "verdict");
    return rules.stream().filter(rule -> rule.verdict() == verdict).findFirst().orElseThrow();
  }

  /** Returns the thresholds of all rules, each once: the two sides first, burdens before doubts, then the rest. */
  public ImmutableList<Threshold> thresholds() {
    return thresholds;
  }

  /** Returns the verdict that follows from which thresholds are exceeded. */
  Verdict verdict(Predicate<Threshold> isExceeded) {
    for (VerdictRule rule : rules) {
      if (rule.conditions().stream()
          .allMatch(condition -> isExceeded.test(condition.threshold()) == condition.isAbove())) {
        return rule.verdict();
      }
    }
    throw new AssertionError("the last rule has no condition");
  }

  /** Returns the word, in lower case with hyphens. */
  @JsonValue
  @Override
  public String toString() {
    return word;
  }
}
