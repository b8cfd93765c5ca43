package org.claimtrace.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.problem.UnknownIdException;
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
 */
public final class JointChances {

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
   * The chance that all of some conditions are met together: that each certainly is, and that it is undecided whether all are.
   * Of no conditions it is 1. Should the diagrams of an exact evaluation outgrow four times its budget, it is the least that it
   * can be, given how probable each condition is.
   *
   * @throws UnknownIdException if the graph has no such claim or source
   */
  public synchronized Chance of(Collection<Condition> conditions) {
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

  /** The chance of one condition, if the evaluation knows it. */
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

  /** Whether something is so, not so or undecided in all worlds alike. */
  private static boolean isSettled(Chance chance) {
    return (chance.yes() == 0 || chance.yes() == 1)
        && (chance.undecided() == 0 || chance.undecided() == 1);
  }

  private Optional<Chance> faithful(int source) {
    return switch (evaluation.cones().kinds()[compiled.coinGate[source]]) {
      case Circuit.OFF -> Optional.of(NO);
      case Circuit.OPEN ->
        evaluation.method() == Method.EXACT
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
      worlds = new GateWorlds(evaluation, evaluation.method() == Method.EXACT);
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
}
