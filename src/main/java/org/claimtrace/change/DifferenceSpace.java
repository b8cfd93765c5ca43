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
 * The verdicts on some claims as functions of the differences that are made. A trial for one claim evaluates all claims on
 * which the same differences bear, since these will be asked for as well. Not safe for use by several threads.
 */
final class DifferenceSpace {

  /** The number of words of sampled worlds of one line that are computed in a step of work. */
  private static final int WORDS = 128;

  /** The number of conjunctions of diagrams that are computed in a step of work. */
  private static final int CONJUNCTIONS = 12;

  /** The steps that it takes to find that a trial cannot be exact. */
  private static final int BEYOND_BUDGET = 1 << 16;

  /** The number of links that are followed in a step of work. */
  private static final int LINKS = 256;

  private final MixedGraphs graphs;
  private final int[] claims;
  private final List<BitSet> bearing;
  private final Map<BitSet, List<Tried>> tried = new HashMap<>();
  private final Map<BitSet, List<Integer>> alike = new HashMap<>();
  private final Map<BitSet, Group> groups = new HashMap<>();
  private int count;

  /** Claims that are tried together, in ascending order, and their cone. */
  private record Group(int[] members, MixedGraphs.Section section) {}

  /** The verdicts on the members of a group in one trial. */
  private record Tried(int[] members, Verdict[] verdicts) {
    Optional<Verdict> find(int member) {
      int at = Arrays.binarySearch(members, member);
      return at < 0 ? Optional.empty() : Optional.of(verdicts[at]);
    }
  }

  /**
   * Creates a space without trials.
   *
   * @param claims the numbers of the claims
   * @param bearing for each claim, the differences that can bear on it
   */
  DifferenceSpace(MixedGraphs graphs, int[] claims, List<BitSet> bearing) {
    this.graphs = graphs;
    this.claims = claims;
    this.bearing = bearing;
    for (int claim = 0; claim < claims.length; claim++) {
      alike.computeIfAbsent(bearing.get(claim), set -> new ArrayList<>()).add(claim);
    }
  }

  /** Returns the number of graphs that were evaluated. */
  int count() {
    return count;
  }

  /**
   * Returns the verdict on a claim if only some differences are made.
   *
   * @param claim the index of the claim among those given
   * @param made the differences that are made, of those that can bear on it
   * @param work the budget from which the work is taken
   * @throws WorkBudget.Spent if the budget does not suffice
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

  /** Returns the group for sets of several differences: the claims on which the same differences bear. */
  private Group groupOf(int claim, WorkBudget work) {
    Group known = groups.get(bearing.get(claim));
    if (known == null) {
      known = group(alike.getOrDefault(bearing.get(claim), List.of()), work);
      groups.put(bearing.get(claim), known);
    }
    return known;
  }

  /** Returns the claims that are tried together for a single difference: all on which it bears. */
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
