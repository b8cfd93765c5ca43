package org.claimtrace.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.claimtrace.change.VerdictChange.Cause;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the changes between random versions of small graphs with those found by trying every set of differences. */
class RandomChangesTest {

  private static final int MOST_DIFFERENCES = 9;

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  private static Evaluation evaluated(ClaimGraph graph, SplittableRandom random) {
    Evaluator.Builder evaluator = Evaluator.builder()
        .standard(Standard.values()[random.nextInt(3)])
        .reviews(ReviewPolicy.values()[random.nextInt(3) == 0 ? random.nextInt(3) : 0])
        .byLogic(random.nextInt(6) == 0)
        .ignoresDerivation(random.nextInt(10) == 0);
    if (random.nextInt(3) == 0) {
      evaluator.asOf(
          PartialDate.parse(List.of("2020", "2021", "2021-01-01").get(random.nextInt(3))));
    }
    if (random.nextInt(8) == 0 && !graph.claims().isEmpty()) {
      evaluator.suppose(
          graph.claims().get(random.nextInt(graph.claims().size())).id(),
          Supposition.values()[random.nextInt(3)]);
    }
    return evaluator.build().evaluate(graph);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsExactlyTheDifferencesAndAllSufficientSets(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ClaimGraph first = RandomClaimGraphs.graph(seed);
    ClaimGraph second = Mutations.of(first, 1 + random.nextInt(3), seed);
    boolean sameOptions = random.nextBoolean();
    Evaluation before = evaluated(first, sameOptions ? new SplittableRandom(1) : random);
    Evaluation after = evaluated(second, sameOptions ? new SplittableRandom(1) : random);
    Changes changes = Changes.between(before, after);

    List<String> expected = new ArrayList<>();
    for (Claim claim : second.claims()) {
      if (first.findClaim(claim.id()).isPresent()
          && before.verdict(claim.id()) != after.verdict(claim.id())) {
        expected.add(claim.id());
      }
    }
    assertThat(changes.changed()).extracting(VerdictChange::claimId).isEqualTo(expected);
    changes.changed().forEach(change -> assertTrue(change, before, after));
  }

  private static void assertTrue(VerdictChange change, Evaluation before, Evaluation after) {
    assertThat(change.before()).isEqualTo(before.verdict(change.claimId()));
    assertThat(change.after()).isEqualTo(after.verdict(change.claimId()));
    TrialsOfOne trials = new TrialsOfOne(before, after, change.claimId());
    int size = trials.differences().size();
    assertThat(change.differences()).isEqualTo(trials.differences());
    assertThat(change.causes()).isNotEmpty();
    if (size > MOST_DIFFERENCES) {
      return;
    }
    assertThat(change.isComplete()).isTrue();
    Set<Set<Difference>> smallest = new LinkedHashSet<>();
    for (int bits = 1; bits < 1 << size; bits++) {
      if (suffices(trials, bits, change.after())) {
        boolean isSmallest = true;
        for (int part = (bits - 1) & bits; part > 0; part = (part - 1) & bits) {
          isSmallest &= !suffices(trials, part, change.after());
        }
        if (isSmallest) {
          smallest.add(picked(change.differences(), bits));
        }
      }
    }
    assertThat(change.causes())
        .allMatch(Cause::isMinimal)
        .extracting(cause -> (Set<Difference>) ImmutableSet.copyOf(cause.differences()))
        .containsExactlyInAnyOrderElementsOf(smallest);
    int all = (1 << size) - 1;
    for (int i = 0; i < size; i++) {
      assertThat(change.necessary().contains(change.differences().get(i)))
          .isEqualTo(trials.verdict(bits(all & ~(1 << i))) == change.before());
    }
  }

  private static boolean suffices(TrialsOfOne trials, int bits, Verdict wanted) {
    return trials.verdict(bits(bits)) == wanted;
  }

  private static BitSet bits(int bits) {
    return BitSet.valueOf(new long[] {bits});
  }

  private static Set<Difference> picked(List<Difference> all, int bits) {
    ImmutableSet.Builder<Difference> picked = ImmutableSet.builder();
    for (int i = 0; i < all.size(); i++) {
      if ((bits & 1 << i) != 0) {
        picked.add(all.get(i));
      }
    }
    return picked.build();
  }

  /** Returns an evaluation in which a line may be struck, a step from parts as well. */
  private static Evaluation struck(Evaluation evaluation, SplittableRandom random) {
    ClaimGraph graph = evaluation.graph();
    if (graph.claims().isEmpty() || random.nextInt(2) == 0) {
      return evaluation;
    }
    String claim = graph.claims().get(random.nextInt(graph.claims().size())).id();
    List<Element> lines = graph.lines(claim);
    return lines.isEmpty()
        ? evaluation
        : evaluation
            .whatIf()
            .scenario()
            .strike(lines.get(random.nextInt(lines.size())))
            .evaluate();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void makingNoneYieldsTheSideBeforeAndMakingAllTheSideAfter(long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    ClaimGraph first = RandomClaimGraphs.graph(seed);
    ClaimGraph second = Mutations.of(first, 1 + random.nextInt(6), ~seed);
    Evaluation before = struck(evaluated(first, random), random);
    Evaluation after = struck(evaluated(second, random), random);
    for (Claim claim : second.claims()) {
      String id = claim.id();
      if (first.findClaim(id).isPresent()) {
        TrialsOfOne trials = new TrialsOfOne(before, after, id);
        BitSet all = new BitSet();
        assertThat(trials.verdict(all)).as("%s before", id).isEqualTo(before.verdict(id));
        all.set(0, trials.differences().size());
        assertThat(trials.verdict(all)).as("%s after", id).isEqualTo(after.verdict(id));
      }
    }
  }

  /** Making on the first version those differences to a third that it has to the second yields the second version. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void makingSomeYieldsTheVersionInBetween(long seed) {
    ClaimGraph first = RandomClaimGraphs.graph(seed);
    ClaimGraph second = Mutations.of(first, 2, seed);
    ClaimGraph third = Mutations.of(second, 2, seed + 1);
    Evaluation one = Evaluator.usual().evaluate(first);
    Evaluation two = Evaluator.usual().evaluate(second);
    Evaluation three = Evaluator.usual().evaluate(third);
    for (Claim claim : third.claims()) {
      String id = claim.id();
      if (first.findClaim(id).isEmpty() || second.findClaim(id).isEmpty()) {
        continue;
      }
      TrialsOfOne whole = new TrialsOfOne(one, three, id);
      Set<Difference> begun = ImmutableSet.copyOf(new TrialsOfOne(one, two, id).differences());
      Set<Difference> rest = ImmutableSet.copyOf(new TrialsOfOne(two, three, id).differences());
      BitSet made = new BitSet();
      boolean isSplit = whole.differences().size() == begun.size() + rest.size();
      for (int i = 0; i < whole.differences().size(); i++) {
        made.set(i, begun.contains(whole.differences().get(i)));
        isSplit &= begun.contains(whole.differences().get(i))
            != rest.contains(whole.differences().get(i));
      }
      if (isSplit) {
        assertThat(whole.verdict(made)).as(id).isEqualTo(two.verdict(id));
      }
    }
  }

  /**
   * Guards the test data: hardly anything would be tested if the verdicts of these graphs seldom changed, or never for several
   * reasons.
   */
  @Test
  void theseGraphsChangeOftenAndForReasonsOfAllKinds() {
    Set<Difference.Kind> kinds = EnumSet.noneOf(Difference.Kind.class);
    int alone = 0;
    int together = 0;
    int alternatives = 0;
    for (long seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      ClaimGraph first = RandomClaimGraphs.graph(seed);
      ClaimGraph second = Mutations.of(first, 1 + random.nextInt(3), seed);
      boolean sameOptions = random.nextBoolean();
      Evaluation before = evaluated(first, sameOptions ? new SplittableRandom(1) : random);
      Evaluation after = evaluated(second, sameOptions ? new SplittableRandom(1) : random);
      for (VerdictChange change : Changes.between(before, after).changed()) {
        alone += change.sufficient().isEmpty() ? 0 : 1;
        together +=
            change.causes().stream().anyMatch(cause -> cause.differences().size() > 1) ? 1 : 0;
        alternatives += change.causes().size() > 1 ? 1 : 0;
        change.differences().forEach(difference -> kinds.add(difference.kind()));
      }
    }
    assertThat(kinds).containsAll(EnumSet.complementOf(EnumSet.of(Difference.Kind.SAMPLING)));
    assertThat(alone).isGreaterThan(200);
    assertThat(together).isGreaterThan(15);
    assertThat(alternatives).isGreaterThan(8);
  }
}
