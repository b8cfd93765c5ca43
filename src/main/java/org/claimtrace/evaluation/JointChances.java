package org.claimtrace.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.model.Element;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result.WithoutJson;
import org.jspecify.annotations.Nullable;

/**
 * How probable it is that several things are so together, in the same worlds and by the same method as an evaluation, which
 * itself keeps only how probable each is.
 *
 * <p>Where at most one of them is left to chance, the answer is the evaluation's own, in constant time. Otherwise what they
 * depend on is computed again when it is first asked for, and kept: of a sampled evaluation the worlds of everything below
 * them, 16 bytes a step for every 64 worlds; of an exact one all diagrams, which takes as long as evaluating did. After
 * that an answer takes time linear in what is kept.
 *
 * <p>Safe to use from several threads, which take turns.
 *
 * <p>Experimental.
 */
public final class JointChances implements WithoutJson {

  /**
   * Something that is so in a world, or not, or undecided there.
   *
   * @param kind what is so
   * @param element the claim or the source of which it is so
   */
  public record Condition(Kind kind, Element element) {
    public Condition {
      requireNonNull(kind, "kind");
      requireNonNull(element, "element");
    }

    /** What may be so of an element. */
    public enum Kind {
      /** There is a case for the claim and none against it. */
      ACCEPTED,
      /** There is a case against the claim and none for it. */
      REJECTED,
      /** The source is right: its coin says yes, and where it is derived from others, one of them is right. */
      RIGHT,
      /** The source's own coin says yes, wherever it is derived from: it relays faithfully. */
      FAITHFUL
    }

    /** That a claim is accepted. */
    public static Condition accepted(String claimId) {
      requireNonNull(claimId, "claimId");
      return new Condition(Kind.ACCEPTED, Element.claim(claimId));
    }

    /** That a claim is rejected. */
    public static Condition rejected(String claimId) {
      requireNonNull(claimId, "claimId");
      return new Condition(Kind.REJECTED, Element.claim(claimId));
    }

    /** That a source is right. */
    public static Condition right(String sourceId) {
      requireNonNull(sourceId, "sourceId");
      return new Condition(Kind.RIGHT, Element.source(sourceId));
    }

    /** That a source relays faithfully. */
    public static Condition faithful(String sourceId) {
      requireNonNull(sourceId, "sourceId");
      return new Condition(Kind.FAITHFUL, Element.source(sourceId));
    }
  }

  /**
   * How probable it is that several things are so together, asked for one after the other: that lines fire, that sources are right,
   * that claims are accepted. A search that tries many beginnings needs it, since what is asked once is kept for all that goes on
   * from there. Where things hang on common coins, or on each other, their chance is not the product of their chances.
   *
   * <p>It is computed in the worlds of an evaluation and by its method: in the only one where it is certain, from diagrams where it
   * is exact, counted over the same worlds where it is sampled. Diagrams that grow beyond four times the evaluation's budget are
   * dropped and made anew; what does not fit even then is counted in sampled worlds, and so is everything after it.
   *
   * <p>What an element depends on is computed when the element is first asked for, and kept. Then asking takes time in proportion to
   * the worlds, or to the sizes of diagrams. Safe to use from several threads, which take turns.
   */
  public sealed interface Conjunctions permits KeptConjunctions {

    /** Opens conjunctions on an evaluation. */
    static Conjunctions of(Evaluation evaluation) {
      requireNonNull(evaluation, "evaluation");
      return new KeptConjunctions(evaluation, evaluation.computation());
    }

    /**
     * Opens conjunctions on an evaluation whose chances are counted in sampled worlds, as many as it would have looked at, though it
     * may be exact. In an evaluation that is certain there is still one world only.
     */
    static Conjunctions sampled(Evaluation evaluation) {
      requireNonNull(evaluation, "evaluation");
      return new KeptConjunctions(
          evaluation, evaluation.computation().counting(evaluation.evaluatedBy()));
    }

    /** Returns how the chances are computed: as the evaluation was, or sampled once diagrams have become too large. */
    Method method();

    /** Returns how often diagrams had become too large, so that what was known was forgotten and computed anew. */
    int renewals();

    /** That nothing in particular is so, which is always so. */
    Conjunction nothing();

    /**
     * Returns the chance of an element's own coin, from 0 to 1, whatever else it takes to be right or to fire: a reliability or a strength,
     * by logic alone 0 or 1; of a review 1. Of several elements it is never more probable that all are right or fire than the
     * product of these, since coins are independent.
     *
     * @throws UnknownIdException if the graph has no such element
     * @throws IllegalArgumentException if it is a claim
     */
    double coin(Element element);
  }

  /** That some things are so together. Immutable. */
  public sealed interface Conjunction permits KeptConjunctions.Kept {

    /**
     * That an element is so as well: a line fires, a source is right, a claim is accepted.
     *
     * @throws UnknownIdException if the graph has no such element
     * @throws CancellationException if the thread is interrupted or the time limit is up
     */
    Conjunction and(Element element);

    /**
     * That one at least of some elements is so as well.
     *
     * @throws IllegalArgumentException if there are none
     * @throws UnknownIdException if the graph lacks one
     * @throws CancellationException if the thread is interrupted or the time limit is up
     */
    Conjunction andOneOf(Collection<Element> elements);

    /**
     * That the coin of a source is yes as well, whatever the source is derived from.
     *
     * @throws UnknownIdException if the graph has no such source
     * @throws CancellationException if the thread is interrupted or the time limit is up
     */
    Conjunction andFaithful(String sourceId);

    /** Returns how probable it is that all of it is so, from 0 to 1. */
    double chance();
  }

  private static final Chance YES = new Chance(1, 0);
  private static final Chance NO = new Chance(0, 0);

  private final Evaluation evaluation;
  private final GraphCircuit compiled;
  private @Nullable GateWorlds worlds;

  JointChances(Evaluation evaluation) {
    this.evaluation = evaluation;
    compiled = evaluation.circuit();
  }

  /**
   * Returns the chance that all of some conditions are met together: that each certainly is, and that it is undecided whether all are.
   * Of no conditions it is 1. Should the diagrams of an exact evaluation outgrow four times its budget, it is the least that it
   * can be, given how probable each condition is.
   *
   * @throws UnknownIdException if the graph has no such claim or source
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public synchronized Chance of(Collection<Condition> conditions) {
    requireNonNull(conditions, "conditions");
    return evaluation.within(() -> chance(conditions));
  }

  private Chance chance(Collection<Condition> conditions) {
    List<Condition> open = new ArrayList<>();
    boolean undecided = false;
    Chance only = YES;
    for (Condition condition : conditions) {
      Optional<Chance> alone = alone(condition);
      if (alone.isPresent() && alone.get().yes() == 1) {
        continue;
      }
      if (alone.isPresent() && alone.get().undecided() == 1) {
        undecided = true;
        continue;
      }
      if (alone.isPresent() && alone.get().yes() == 0 && alone.get().undecided() == 0) {
        return NO;
      }
      open.add(condition);
      only = alone.orElse(YES);
    }
    boolean isKnown =
        open.size() <= 1 && open.stream().allMatch(each -> alone(each).isPresent());
    Chance together = isKnown ? only : computed(open);
    return undecided ? new Chance(0, together.yes() + together.undecided()) : together;
  }

  /** Returns the chance of one condition, if the evaluation knows it. */
  private Optional<Chance> alone(Condition condition) {
    String id = condition.element().id();
    return switch (condition.kind()) {
      case ACCEPTED ->
        alone(
            evaluation.belief(id).supported(), evaluation.caseFor(id), evaluation.caseAgainst(id));
      case REJECTED ->
        alone(evaluation.belief(id).refuted(), evaluation.caseAgainst(id), evaluation.caseFor(id));
      case RIGHT -> Optional.of(new Chance(evaluation.right(id), 0));
      case FAITHFUL -> faithful(compiled.sourceRank(id));
    };
  }

  /** What is certain of two cases together, what is undecided of neither, or what is both of at most one. */
  private static Optional<Chance> alone(double yes, Chance wanted, Chance unwanted) {
    if (wanted.undecided() == 0 && unwanted.undecided() == 0) {
      return Optional.of(new Chance(yes, 0));
    }
    if (isSettled(wanted) && isSettled(unwanted)) {
      boolean isPossible = wanted.yes() + wanted.undecided() == 1 && unwanted.yes() == 0;
      return Optional.of(yes == 1 ? YES : isPossible ? new Chance(0, 1) : NO);
    }
    return Optional.empty();
  }

  /** Returns whether something is so, not so or undecided in all worlds alike. */
  private static boolean isSettled(Chance chance) {
    return (chance.yes() == 0 || chance.yes() == 1)
        && (chance.undecided() == 0 || chance.undecided() == 1);
  }

  private Optional<Chance> faithful(int source) {
    return switch (evaluation.cones().kinds()[compiled.coinGate[source]]) {
      case Circuit.OFF -> Optional.of(NO);
      case Circuit.OPEN ->
        evaluation.outcome().sampled() == 0
            ? Optional.of(new Chance(evaluation.grades().of(source), 0))
            : Optional.empty();
      default -> Optional.of(YES);
    };
  }

  /** The gates that must be true, and those that must be false. */
  private record Gates(int[] so, int[] notSo) {}

  private Gates gates(List<Condition> conditions) {
    IntList so = new IntList(conditions.size());
    IntList notSo = new IntList(conditions.size());
    for (Condition condition : conditions) {
      String id = condition.element().id();
      switch (condition.kind()) {
        case ACCEPTED -> {
          so.add(compiled.proGate[compiled.claimRank(id)]);
          notSo.add(compiled.conGate(compiled.claimRank(id)));
        }
        case REJECTED -> {
          so.add(compiled.conGate(compiled.claimRank(id)));
          notSo.add(compiled.proGate[compiled.claimRank(id)]);
        }
        case RIGHT -> so.add(compiled.rightGate[compiled.sourceRank(id)]);
        case FAITHFUL -> so.add(compiled.coinGate[compiled.sourceRank(id)]);
      }
    }
    return new Gates(so.toArray(), notSo.toArray());
  }

  private Chance computed(List<Condition> conditions) {
    try {
      return together(gates(conditions));
    } catch (Diagrams.OutOfBudget e) {
      double least = 1;
      for (Condition condition : conditions) {
        least -= 1 - alone(condition).map(Chance::yes).orElse(0.0);
      }
      return new Chance(Math.max(0, least), 0);
    }
  }

  private Chance together(Gates gates) {
    if (worlds == null) {
      worlds = evaluation.computation().gateWorlds(evaluation);
    }
    WorldSet certain = worlds.all();
    WorldSet possible = worlds.all();
    for (int gate : gates.so()) {
      certain = certain.and(worlds.certain(gate));
      possible = possible.and(worlds.possible(gate));
    }
    for (int gate : gates.notSo()) {
      certain = certain.and(worlds.possible(gate).not());
      possible = possible.and(worlds.certain(gate).not());
    }
    return new Chance(certain.chance(), possible.and(certain.not()).chance());
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "joint chances in the " + evaluation;
  }
}
