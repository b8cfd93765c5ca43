package org.claimtrace.evaluation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.model.Element;
import org.claimtrace.problem.UnknownIdException;
import org.jspecify.annotations.Nullable;

/**
 * How probable it is that several things are so together: that lines fire, that sources are right, that claims are accepted. Where
 * they hang on common coins, or on each other, that is not the product of their chances.
 *
 * <p>It is computed in the worlds of an evaluation and by its method: in the only one where it is certain, from diagrams where it
 * is exact, counted over the same worlds where it is sampled. Diagrams that grow beyond four times the evaluation's budget are
 * dropped and made anew; what does not fit even then is counted in sampled worlds, and so is everything after it.
 *
 * <p>What an element depends on is computed when the element is first asked for, and kept. Then asking takes time in proportion to
 * the worlds, or to the sizes of diagrams. Safe to use from several threads, which take turns.
 */
public final class Conjunctions {

  private final Evaluation evaluation;
  private final Conjunction nothing;
  private Method method;
  /** What conjunctions were computed with; those of another one are computed again. */
  private Object generation = new Object();

  private @Nullable GateWorlds gates;
  private int renewals;

  private Conjunctions(Evaluation evaluation, Method method) {
    this.evaluation = evaluation;
    this.method = method;
    nothing = new Conjunction(null, ImmutableList.of());
  }

  /** Opens conjunctions on an evaluation. */
  public static Conjunctions of(Evaluation evaluation) {
    return new Conjunctions(evaluation, evaluation.method());
  }

  /**
   * Opens conjunctions on an evaluation whose chances are counted in sampled worlds, as many as it would have looked at, though it
   * may be exact. In an evaluation that is certain there is still one world only.
   */
  public static Conjunctions sampled(Evaluation evaluation) {
    return new Conjunctions(
        evaluation, evaluation.method() == Method.CERTAIN ? Method.CERTAIN : Method.SAMPLED);
  }

  /** How the chances are computed: as the evaluation was, or sampled once diagrams have become too large. */
  public synchronized Method method() {
    return method;
  }

  /** How often diagrams had become too large, so that what was known was forgotten and computed anew. */
  public synchronized int renewals() {
    return renewals;
  }

  /** That nothing in particular is so, which is always so. */
  public Conjunction nothing() {
    return nothing;
  }

  /**
   * The chance of an element's own coin, from 0 to 1, whatever else it takes to be right or to fire: a reliability or a strength,
   * by logic alone 0 or 1; of a review 1. Of several elements it is never more probable that all are right or fire than the
   * product of these, since coins are independent.
   *
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if it is a claim
   */
  public double coin(Element element) {
    checkArgument(element.kind() != Element.Kind.CLAIM, "%s has no coin", element);
    double grade = evaluation.grades().of(evaluation.circuit().coinOf(element));
    return switch (evaluation.situation().toss(grade, Circuit.AND)) {
      case Circuit.OFF -> 0;
      case Circuit.OPEN -> grade;
      default -> 1;
    };
  }

  /** That some things are so together. Immutable. */
  public final class Conjunction {

    private final @Nullable Conjunction before;
    private final ImmutableList<Element> oneOf;
    private Object computedWith = new Object();
    private WorldSet worlds = WorldSet.OfOne.ALL;

    private Conjunction(@Nullable Conjunction before, ImmutableList<Element> oneOf) {
      this.before = before;
      this.oneOf = oneOf;
    }

    /**
     * That an element is so as well: a line fires, a source is right, a claim is accepted.
     *
     * @throws UnknownIdException if the graph has no such element
     * @throws CancellationException if the thread is interrupted
     */
    public Conjunction and(Element element) {
      return andOneOf(ImmutableList.of(element));
    }

    /**
     * That one at least of some elements is so as well.
     *
     * @throws IllegalArgumentException if there are none
     * @throws UnknownIdException if the graph lacks one
     * @throws CancellationException if the thread is interrupted
     */
    public Conjunction andOneOf(Collection<Element> elements) {
      checkArgument(!elements.isEmpty(), "one of no elements");
      Conjunction more = new Conjunction(this, ImmutableList.copyOf(elements));
      synchronized (Conjunctions.this) {
        more.worlds();
      }
      return more;
    }

    /** How probable it is that all of it is so, from 0 to 1. */
    public double chance() {
      synchronized (Conjunctions.this) {
        return worlds().chance();
      }
    }

    private WorldSet worlds() {
      boolean afresh = false;
      while (computedWith != generation) {
        try {
          compute();
        } catch (Diagrams.OutOfBudget e) {
          renewals++;
          begin(afresh ? Method.SAMPLED : Method.EXACT);
          afresh = true;
        } catch (CancellationException e) {
          // Nothing is to be half known.
          begin(method);
          throw e;
        }
      }
      return worlds;
    }

    /** Goes on from the longest part that is computed already. */
    private void compute() {
      List<Conjunction> missing = new ArrayList<>();
      Conjunction at = this;
      while (at.before != null && at.computedWith != generation) {
        missing.add(at);
        at = at.before;
      }
      WorldSet so = at.before == null ? always() : at.worlds;
      for (int i = missing.size() - 1; i >= 0; i--) {
        so = so.and(missing.get(i).oneOfThem());
        missing.get(i).worlds = so;
        missing.get(i).computedWith = generation;
      }
      worlds = so;
      computedWith = generation;
    }

    private WorldSet oneOfThem() {
      WorldSet either = where(oneOf.get(0));
      for (Element element : oneOf.subList(1, oneOf.size())) {
        either = either.or(where(element));
      }
      return either;
    }
  }

  private void begin(Method next) {
    method = next;
    generation = new Object();
    gates = null;
  }

  private WorldSet always() {
    return method == Method.CERTAIN ? WorldSet.OfOne.ALL : gates().all();
  }

  /** The worlds in which an element is so. */
  private WorldSet where(Element element) {
    return method == Method.CERTAIN
        ? WorldSet.OfOne.where(isSo(element))
        : gates().certain(gate(element));
  }

  private boolean isSo(Element element) {
    return switch (element.kind()) {
      case SOURCE -> evaluation.right(element.id()) == 1;
      case CLAIM -> evaluation.belief(element.id()).supported() == 1;
      case EVIDENCE, INFERENCE, REVIEW -> evaluation.fires(element) == 1;
    };
  }

  private int gate(Element element) {
    GraphCircuit compiled = evaluation.circuit();
    return switch (element.kind()) {
      case SOURCE -> compiled.rightGate[compiled.sourceRank(element.id())];
      case CLAIM -> compiled.acceptedGate(compiled.claimRank(element.id()));
      case EVIDENCE, INFERENCE, REVIEW -> compiled.partGate[compiled.linePart(element)];
    };
  }

  private GateWorlds gates() {
    GateWorlds known = gates;
    if (known == null) {
      known = new GateWorlds(evaluation, method == Method.EXACT);
      gates = known;
    }
    return known;
  }
}
