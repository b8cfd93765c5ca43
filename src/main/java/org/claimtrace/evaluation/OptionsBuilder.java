package org.claimtrace.evaluation;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.model.PartialDate;
import org.claimtrace.problem.InvalidValueException;

/**
 * What the builders of options and of an evaluator with options have in common.
 *
 * @param <B> the builder itself
 */
abstract class OptionsBuilder<B extends OptionsBuilder<B>> {

  private final Map<String, Supposition> suppositions = new LinkedHashMap<>();
  private Standard standard = Standard.PREPONDERANCE;
  private ReviewPolicy reviews = ReviewPolicy.EVIDENCE_FIRST;
  private Optional<PartialDate> asOf = Optional.empty();
  private boolean byLogic;
  private boolean ignoresDerivation;
  private int worlds = 4096;
  private long seed;
  private int nodeBudget = 1 << 18;
  private int timesSampling = 20;

  OptionsBuilder() {}

  abstract B self();

  /** Sets all options. */
  @CanIgnoreReturnValue
  B options(EvaluationOptions options) {
    standard = options.standard();
    reviews = options.reviewPolicy();
    asOf = options.asOf();
    allSuppositions(options.suppositions());
    byLogic = options.isByLogic();
    ignoresDerivation = options.ignoresDerivation();
    worlds = options.worlds();
    seed = options.seed();
    nodeBudget = options.nodeBudget();
    timesSampling = options.timesSampling();
    return self();
  }

  /** Returns what was set. */
  EvaluationOptions options() {
    return new EvaluationOptions(
        standard,
        new Circumstances(
            reviews, asOf, ImmutableMap.copyOf(suppositions), byLogic, ignoresDerivation),
        worlds,
        seed,
        nodeBudget,
        timesSampling);
  }

  /** Sets how much a verdict takes; {@link Standard#PREPONDERANCE} unless said, since most readers mean "more likely than not". */
  @CanIgnoreReturnValue
  public B standard(Standard standard) {
    this.standard = requireNonNull(standard, "standard");
    return self();
  }

  /** Sets what published verdicts count for; {@link ReviewPolicy#EVIDENCE_FIRST} unless said, since evidence can be checked. */
  @CanIgnoreReturnValue
  public B reviews(ReviewPolicy reviews) {
    this.reviews = requireNonNull(reviews, "reviews");
    return self();
  }

  /**
   * Sets the date at which the graph is looked at: what begins after that date's last day does not exist yet. Unless said,
   * everything exists.
   */
  @CanIgnoreReturnValue
  public B asOf(PartialDate asOf) {
    this.asOf = Optional.of(requireNonNull(asOf, "asOf"));
    return self();
  }

  /**
   * Sets the date at which the graph is looked at, written as {@code 2026}, {@code 2026-02} or {@code 2026-02-13}.
   *
   * @throws InvalidValueException if the text has none of these forms, or the calendar does not have the date
   */
  @CanIgnoreReturnValue
  public B asOf(String asOf) {
    return asOf(PartialDate.parse(requireNonNull(asOf, "asOf")));
  }

  /**
   * Sets the day at which the graph is looked at.
   *
   * @throws InvalidValueException if its year is not from 1 to 9999
   */
  @CanIgnoreReturnValue
  public B asOf(LocalDate asOf) {
    return asOf(PartialDate.of(requireNonNull(asOf, "asOf")));
  }

  /** Sets the date at which the graph is looked at, if there is one; without a date, everything exists. */
  @CanIgnoreReturnValue
  public B asOf(Optional<PartialDate> asOf) {
    this.asOf = requireNonNull(asOf, "asOf");
    return self();
  }

  /** Replaces all that is supposed. */
  @CanIgnoreReturnValue
  public B allSuppositions(Map<String, Supposition> suppositions) {
    ImmutableMap<String, Supposition> all =
        ImmutableMap.copyOf(requireNonNull(suppositions, "suppositions"));
    this.suppositions.clear();
    this.suppositions.putAll(all);
    return self();
  }

  /** Supposes a claim to be something, whatever bears on it; replaces what was supposed of it before. */
  @CanIgnoreReturnValue
  public B suppose(String claimId, Supposition supposition) {
    suppositions.put(
        requireNonNull(claimId, "claimId"), requireNonNull(supposition, "supposition"));
    return self();
  }

  /**
   * Sets whether grades are read by logic alone: above one half is yes, every other no. False unless said, since an author who
   * writes a number means it.
   */
  @CanIgnoreReturnValue
  public B byLogic(boolean byLogic) {
    this.byLogic = byLogic;
    return self();
  }

  /**
   * Sets whether {@code derivedFrom} is ignored, which shows what copies would pretend if they were taken for independent. False
   * unless said.
   */
  @CanIgnoreReturnValue
  public B ignoresDerivation(boolean ignoresDerivation) {
    this.ignoresDerivation = ignoresDerivation;
    return self();
  }

  /**
   * Sets in how many worlds a sampled evaluation counts; 4,096 unless said, which tells a probability to within 0.016. What can be
   * computed exactly is not sampled nonetheless: {@link #sampled} sees to that.
   *
   * @throws IllegalArgumentException if there is none
   */
  @CanIgnoreReturnValue
  public B worlds(int worlds) {
    checkArgument(worlds >= 1, "%s worlds; at least one must be sampled", worlds);
    this.worlds = worlds;
    return self();
  }

  /**
   * Samples whatever is left to chance, also where an exact evaluation would do: sets {@link #worlds}, and the {@link #nodeBudget}
   * to 0.
   *
   * @throws IllegalArgumentException if there is no world
   */
  @CanIgnoreReturnValue
  public B sampled(int worlds) {
    return worlds(worlds).nodeBudget(0);
  }

  /**
   * Sets what a sampled evaluation draws its worlds with; 0 unless said. The same seed gives the same worlds. What can be computed exactly
   * is not sampled nonetheless: {@link #sampled} sees to that.
   */
  @CanIgnoreReturnValue
  public B seed(long seed) {
    this.seed = seed;
    return self();
  }

  /**
   * Sets how many nodes the diagrams of an exact evaluation may have, 44 to 132 bytes each with tables that double as they fill; 0
   * for never exact. 262,144 unless said, which is 35 MB at most. Measured on realistic graphs, that is enough for those of 400
   * claims a third of whose coins are open (2,000 nodes) and for most of 100 claims whose every coin is. Questions asked of an
   * exact evaluation keep diagrams of their own, of up to four times as many nodes but no more than the larger of the budget and
   * 4,194,304.
   *
   * <p>There are never more than 268,435,456, whatever is said. A budget that the heap has no room for may end in an {@link
   * OutOfMemoryError}.
   *
   * @throws IllegalArgumentException if it is negative
   */
  @CanIgnoreReturnValue
  public B nodeBudget(int nodeBudget) {
    checkArgument(nodeBudget >= 0, "a budget of %s nodes", nodeBudget);
    this.nodeBudget = nodeBudget;
    return self();
  }

  /**
   * Sets how many times the work of sampling an exact evaluation may take before it is given up, for each of the three orders of
   * coins in which it is tried (of the first an eighth); {@link Integer#MAX_VALUE} for whatever it takes. 20 unless said, since an
   * answer without an interval is worth a wait that nobody notices, but not one that a question pays hundreds of times. However
   * cheap sampling is, 524,288 steps may be taken, some 40 milliseconds: graphs written by hand take a hundredth of that. To give up
   * takes a tenth of a second as a rule.
   *
   * <p>The work is estimated from the graph and counted in steps, so that no result depends on how fast a machine is.
   *
   * @throws IllegalArgumentException if it is negative
   */
  @CanIgnoreReturnValue
  public B timesSampling(int timesSampling) {
    checkArgument(timesSampling >= 0, "%s times the work of sampling", timesSampling);
    this.timesSampling = timesSampling;
    return self();
  }
}
