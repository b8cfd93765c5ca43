package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.PartialDate;
import org.claimtrace.problem.UnknownIdException;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates claim graphs: derives the verdict on every claim from the lines that bear on it.
 *
 * <p>The meaning is the well-founded model of the graph's rules (Van Gelder, Ross and Schlipf, "The well-founded semantics
 * for general logic programs", Journal of the ACM 38(3), 1991). It exists for every graph, whatever supports, attacks or
 * contradicts what; for claims that only attack each other it is the grounded extension (Dung, "On the acceptability of
 * arguments", Artificial Intelligence 77(2), 1995, definition 20).
 *
 * <p>Numbers are read by logic alone: a grade above one half is yes, every other is no.
 */
public final class Evaluator {

  private final Standard standard;
  private final Situation situation;

  private Evaluator(Builder builder) {
    standard = builder.standard;
    situation = new Situation(
        builder.reviews,
        Optional.ofNullable(builder.asOf),
        ImmutableMap.copyOf(builder.suppositions));
  }

  /** An evaluator with every option at its default. */
  public static Evaluator standard() {
    return builder().build();
  }

  /** Begins an evaluator. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Compiles a graph and evaluates it.
   *
   * @throws UnknownIdException if a claim is supposed something that the graph does not have
   * @throws CancellationException if the thread is interrupted
   */
  public Evaluation evaluate(ClaimGraph graph) {
    return evaluate(CompiledGraph.of(graph));
  }

  /**
   * Evaluates a compiled graph: in time linear in its size where it is acyclic, and inside a cyclic component in one more
   * pass over what is undecided for every time that propagation stalls.
   *
   * @throws UnknownIdException if a claim is supposed something that the graph does not have
   * @throws CancellationException if the thread is interrupted
   */
  public Evaluation evaluate(CompiledGraph compiled) {
    RowSlots slots =
        new RowSlots(compiled.circuit, situation.kindsByLogic(compiled), 1, RowSlots.Coins.NONE);
    Sweep.run(compiled.circuit, slots);
    return new Evaluation(compiled, standard, situation, Outcome.of(compiled, slots));
  }

  /** Builds an evaluator. Not for use by several threads. */
  public static final class Builder {

    private final Map<String, Supposition> suppositions = new LinkedHashMap<>();
    private Standard standard = Standard.PREPONDERANCE;
    private ReviewPolicy reviews = ReviewPolicy.EVIDENCE_FIRST;
    private @Nullable PartialDate asOf;

    private Builder() {}

    /** How much a verdict takes; {@link Standard#PREPONDERANCE} unless said, since most readers mean "more likely than not". */
    public Builder standard(Standard standard) {
      this.standard = standard;
      return this;
    }

    /** What published verdicts count for; {@link ReviewPolicy#EVIDENCE_FIRST} unless said, since evidence can be checked. */
    public Builder reviews(ReviewPolicy reviews) {
      this.reviews = reviews;
      return this;
    }

    /**
     * The date at which the graph is looked at: what begins after that date's last day does not exist yet. Unless said,
     * everything exists.
     */
    public Builder asOf(PartialDate asOf) {
      this.asOf = asOf;
      return this;
    }

    /** Supposes a claim to be something, whatever bears on it; replaces what was supposed of it before. */
    public Builder suppose(String claimId, Supposition supposition) {
      suppositions.put(claimId, supposition);
      return this;
    }

    /** Builds the evaluator. */
    public Evaluator build() {
      return new Evaluator(this);
    }
  }
}
