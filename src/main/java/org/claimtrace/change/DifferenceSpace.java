package org.claimtrace.change;

import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Method;
import org.claimtrace.model.Verdict;

/**
 * The verdicts on some claims where only some of the differences between two sides are made, and no others. What is tried for one
 * claim is evaluated for all on which the same differences bear, since these will ask as well. Not for use by several threads.
 */
final class DifferenceSpace {

  /** So many words of sampled worlds of one line are computed in a step of work. */
  private static final int WORDS = 128;

  /** So many conjunctions of diagrams are made in a step of work. */
  private static final int CONJUNCTIONS = 12;

  /** So many steps it takes to find out that a trial cannot be exact. */
  private static final int BEYOND_BUDGET = 1 << 16;

  /** So many links are followed in a step of work. */
  private static final int LINKS = 256;

  private final MixedGraphs graphs;
  private final int[] claims;
  private final List<BitSet> bearing;
  private final Map<BitSet, List<Tried>> tried = new HashMap<>();
  private final Map<BitSet, List<Integer>> alike = new HashMap<>();
  private final Map<BitSet, Group> groups = new HashMap<>();
  private int count;

  /** Claims that are tried together, in ascending order, and all that can bear on them. */
  private record Group(int[] members, MixedGraphs.Section section) {}

  /** The verdicts on the members of a group in one trial. */
  private record Tried(int[] members, Verdict[] verdicts) {
    Optional<Verdict> find(int member) {
      int at = Arrays.binarySearch(members, member);
      return at < 0 ? Optional.empty() : Optional.of(verdicts[at]);
    }
  }

  /**
   * Makes ready to try.
   *
   * @param claims the claims, by number
   * @param bearing for each, the differences that can bear on it
   */
  DifferenceSpace(MixedGraphs graphs, int[] claims, List<BitSet> bearing) {
    this.graphs = graphs;
    this.claims = claims;
    this.bearing = bearing;
    for (int claim = 0; claim < claims.length; claim++) {
      alike.computeIfAbsent(bearing.get(claim), set -> new ArrayList<>()).add(claim);
    }
  }

  /** How many graphs were evaluated. */
  int count() {
    return count;
  }

  /**
   * The verdict on a claim in a trial.
   *
   * @param claim which of the claims
   * @param made some of the differences that can bear on it
   * @param work from which that is taken
   * @throws WorkBudget.Spent if there is not enough
   */
  Verdict verdict(int claim, BitSet made, WorkBudget work) {
    for (Tried each : tried.getOrDefault(made, List.of())) {
      Optional<Verdict> verdict = each.find(claim);
      if (verdict.isPresent()) {
        return verdict.get();
      }
    }
    Group group =
        made.cardinality() == 1 ? group(having(made.nextSetBit(0)), work) : groupOf(claim, work);
    work.takeFor(group.members().length, steps(group, made));
    count++;
    Evaluation evaluation = graphs.evaluate(group.section(), made);
    work.spend(evaluation.isBeyondBudget() ? BEYOND_BUDGET : evaluation.steps() / CONJUNCTIONS);
    Tried now = new Tried(
        group.members(),
        Arrays.stream(group.members())
            .mapToObj(member -> evaluation.verdict(graphs.id(claims[member])))
            .toArray(Verdict[]::new));
    tried.computeIfAbsent((BitSet) made.clone(), set -> new ArrayList<>()).add(now);
    return now.find(claim).orElseThrow();
  }

  /** Those who ask for sets of several differences: those on which the same bear. */
  private Group groupOf(int claim, WorkBudget work) {
    Group known = groups.get(bearing.get(claim));
    if (known == null) {
      known = group(alike.getOrDefault(bearing.get(claim), List.of()), work);
      groups.put(bearing.get(claim), known);
    }
    return known;
  }

  /** Those who ask for one difference alone: all on which it bears. */
  private List<Integer> having(int difference) {
    return IntStream.range(0, claims.length)
        .filter(each -> bearing.get(each).get(difference))
        .boxed()
        .toList();
  }

  private Group group(List<Integer> members, WorkBudget work) {
    work.take(1 + (long) (claims.length + graphs.size()) / LINKS);
    int[] roots = members.stream().mapToInt(each -> claims[each]).toArray();
    return new Group(Ints.toArray(members), graphs.section(roots));
  }

  private long steps(Group group, BitSet made) {
    Evaluation side = graphs.sampled(made);
    long size = group.section().size();
    return side.method() == Method.SAMPLED
        ? size + size * side.worlds().orElseThrow() / Long.SIZE / WORDS
        : size;
  }
}
