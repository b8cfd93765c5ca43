package org.claimtrace.change;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.claimtrace.change.Changes.Limits;
import org.claimtrace.change.VerdictChange.Cause;
import org.claimtrace.change.VerdictChange.SearchLimit;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.work.Cancellation;

/** Finds the causes of the changed verdicts on some claims. Not safe for use by several threads. */
final class ChangeSearch {

  /** The number of nodes and links that are prepared in a step of work. */
  private static final int MADE_READY = 2;

  /** A verdict may take this fraction of the work that is left, if that is more than its share. */
  private static final int PARTS = 16;

  /** The most differences in the listed causes of a verdict whose causes have more differences than may be listed. */
  private static final int FEW = 12;

  private final ComparedEvaluation before;
  private final ComparedEvaluation after;
  private final Limits limits;
  private final WorkBudget work;
  private final Dependencies reads;
  private final GraphComparison comparison;
  private final MixedGraphs graphs;
  private final Map<Integer, BitSet> bearing = new HashMap<>();
  private int listed;

  private ChangeSearch(
      ComparedEvaluation before,
      ComparedEvaluation after,
      List<String> claims,
      Limits limits,
      WorkBudget work) {
    this.before = before;
    this.after = after;
    this.limits = limits;
    this.work = work;
    reads = new Dependencies(before, after, claims);
    comparison = new GraphComparison(before, after, reads);
    graphs = new MixedGraphs(before, after, reads, comparison);
    work.take(reads.size() / MADE_READY);
    Set<Integer> asked = new LinkedHashSet<>();
    claims.forEach(id -> asked.add(reads.claim(id)));
    List.copyOf(asked).forEach(claim -> changedBelow(claim).forEach(asked::add));
    int[] numbers = asked.stream().mapToInt(claim -> claim).toArray();
    List<Optional<BitSet>> all = new BearingDifferences(
            reads, comparison.differences(), numbers, work.part(work.left() / 2))
        .all();
    for (int i = 0; i < numbers.length; i++) {
      int number = numbers[i];
      all.get(i).ifPresent(set -> bearing.put(number, set));
    }
  }

  /** Computes something on two evaluations within the time limits of both. */
  static <T> T within(Evaluation before, Evaluation after, Supplier<T> work) {
    return Cancellation.within(
        before.timeLimit().orElse(null),
        () -> Cancellation.within(after.timeLimit().orElse(null), work));
  }

  /**
   * Returns the changes of the verdicts on some claims with their causes.
   *
   * @param claims the ids of claims that both sides have, and on which the verdicts differ
   */
  static ImmutableList<VerdictChange> changes(
      ComparedEvaluation before,
      ComparedEvaluation after,
      List<String> claims,
      Limits limits,
      WorkBudget work) {
    if (claims.isEmpty()) {
      return ImmutableList.of();
    }
    try {
      return new ChangeSearch(before, after, claims, limits, work).changes(claims);
    } catch (WorkBudget.Spent e) {
      return claims.stream().map(id -> unsought(before, after, id)).collect(toImmutableList());
    }
  }

  /** Returns the change of a claim without a search for its causes. */
  static VerdictChange unsought(ComparedEvaluation before, ComparedEvaluation after, String id) {
    return new VerdictChange(
        id,
        before.evaluation().verdict(id),
        after.evaluation().verdict(id),
        before.evaluation().belief(id),
        after.evaluation().belief(id),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        0,
        0,
        Optional.of(SearchLimit.WORK));
  }

  /** The results for one claim, with differences by number. */
  private static final class Found {
    private ImmutableList<BitSet> causes = ImmutableList.of();
    private boolean isMinimal = true;
    private BitSet necessary = new BitSet();
    private int triedUpTo;
    private Optional<SearchLimit> cap = Optional.of(SearchLimit.WORK);

    BitSet named() {
      BitSet named = (BitSet) necessary.clone();
      causes.forEach(named::or);
      return named;
    }
  }

  private ImmutableList<VerdictChange> changes(List<String> claims) {
    int[] several = claims.stream()
        .mapToInt(reads::claim)
        .filter(claim -> bearing.containsKey(claim) && of(claim).cardinality() > 1)
        .toArray();
    DifferenceSpace trials = new DifferenceSpace(
        graphs, several, Arrays.stream(several).mapToObj(this::of).toList());
    ImmutableList.Builder<VerdictChange> changes = ImmutableList.builder();
    int tried = 0;
    for (String id : claims) {
      int claim = reads.claim(id);
      if (!bearing.containsKey(claim)) {
        changes.add(unsought(before, after, id));
      } else if (of(claim).cardinality() == 1) {
        changes.add(verdictChange(id, byOne(of(claim))));
      } else {
        long share = Math.max(work.left() / (several.length - tried), work.left() / PARTS);
        changes.add(verdictChange(id, bySearch(trials, tried, claim, work.part(share))));
        tried++;
      }
    }
    return changes.build();
  }

  private BitSet of(int claim) {
    return bearing.getOrDefault(claim, new BitSet());
  }

  private static Found byOne(BitSet difference) {
    Found found = new Found();
    found.causes = ImmutableList.of(difference);
    found.necessary = difference;
    found.triedUpTo = 1;
    found.cap = Optional.empty();
    return found;
  }

  private Found bySearch(DifferenceSpace trials, int place, int claim, WorkBudget share) {
    int[] order = comparison.ordered(claim, of(claim));
    String id = graphs.id(claim);
    CauseSearch search = new CauseSearch(
        (made, left) -> trials.verdict(place, numbers(made, order), left),
        order.length,
        before.evaluation().verdict(id),
        after.evaluation().verdict(id),
        limits.mostTrials());
    search.run(share);
    Found found = new Found();
    found.cap = search.cap();
    found.isMinimal = search.isMinimal();
    found.necessary = numbers(search.necessary(), order);
    found.triedUpTo = search.triedUpTo();
    found.causes =
        search.sufficient().stream().map(set -> numbers(set, order)).collect(toImmutableList());
    return found;
  }

  private static BitSet numbers(BitSet places, int[] order) {
    BitSet numbers = new BitSet();
    places.stream().forEach(place -> numbers.set(order[place]));
    return numbers;
  }

  private VerdictChange verdictChange(String id, Found found) {
    int claim = reads.claim(id);
    BitSet all = of(claim);
    int room = limits.mostListed() - listed;
    if (found.named().cardinality() > Math.max(room, FEW)) {
      shorten(found);
    }
    BitSet list = all.cardinality() <= room ? all : found.named();
    listed += list.cardinality();
    int[] order = comparison.ordered(claim, list);
    ImmutableList<Difference> differences = Arrays.stream(order)
        .mapToObj(number -> comparison.seenFrom(number, claim))
        .collect(toImmutableList());
    return new VerdictChange(
        id,
        before.evaluation().verdict(id),
        after.evaluation().verdict(id),
        before.evaluation().belief(id),
        after.evaluation().belief(id),
        differences,
        found.causes.stream()
            .map(cause -> new Cause(picked(differences, order, cause), found.isMinimal))
            .collect(toImmutableList()),
        picked(differences, order, found.necessary),
        through(claim, found),
        found.triedUpTo,
        all.cardinality() - order.length,
        found.cap);
  }

  private static ImmutableList<Difference> picked(
      List<Difference> differences, int[] order, BitSet numbers) {
    return IntStream.range(0, order.length)
        .filter(place -> numbers.get(order[place]))
        .mapToObj(differences::get)
        .collect(toImmutableList());
  }

  /** Keeps the first causes, and those of the necessary differences that are in them. */
  private static void shorten(Found found) {
    BitSet named = new BitSet();
    ImmutableList.Builder<BitSet> first = ImmutableList.builder();
    for (BitSet cause : found.causes) {
      BitSet more = (BitSet) named.clone();
      more.or(cause);
      if (more.cardinality() > FEW) {
        break;
      }
      named = more;
      first.add(cause);
    }
    found.causes = first.build();
    found.necessary.and(named);
    found.cap = Optional.of(SearchLimit.LISTED);
  }

  /** Returns the numbers, in ascending order, of the claims that a claim reads on either side and whose verdicts differ too. */
  private IntStream changedBelow(int claim) {
    return IntStream.concat(
            Arrays.stream(reads.read(Dependencies.Lines.BEFORE, claim)),
            Arrays.stream(reads.read(Dependencies.Lines.AFTER, claim)))
        .sorted()
        .distinct()
        .filter(each -> each != claim && isChanged(reads.claims().get(each)));
  }

  private boolean isChanged(String id) {
    return before.hasClaim(id)
        && after.hasClaim(id)
        && before.evaluation().verdict(id) != after.evaluation().verdict(id);
  }

  private ImmutableList<String> through(int claim, Found found) {
    BitSet causes = new BitSet();
    found.causes.forEach(causes::or);
    return changedBelow(claim)
        .filter(each -> of(each).intersects(causes))
        .mapToObj(reads.claims()::get)
        .collect(toImmutableList());
  }
}
