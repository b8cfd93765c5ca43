package org.claimtrace.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.claimtrace.GraphFamily;
import org.claimtrace.change.Changes.Limits;
import org.claimtrace.change.History.Moment;
import org.claimtrace.change.VerdictChange.Cause;
import org.claimtrace.change.VerdictChange.SearchLimit;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.claimtrace.report.ResultJson;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches for causes of changes end within their budget of counted work, and what they report is true. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ChangeLimitsTest {

  private static final Style ENGLISH = Style.builder().language("en").build();
  private static final Style CHINESE = Style.builder().language("zh").build();

  /** The most differences of which a test tries every set. */
  private static final int FEW_DIFFERENCES = 6;

  private static Evaluation evaluated(ClaimGraph graph) {
    return Evaluator.builder().executor(Runnable::run).worlds(256).build().evaluate(graph);
  }

  /** Returns an evaluation with every {@code step}-th source of the graph discredited. */
  private static Evaluation discredited(ClaimGraph graph, int step) {
    List<Source> sources = new ArrayList<>(graph.sources());
    for (int i = 0; i < sources.size(); i += step) {
      sources.set(i, sources.get(i).toBuilder().reliability(0).build());
    }
    return evaluated(graph.toBuilder().allSources(sources).build());
  }

  @ParameterizedTest
  @EnumSource(GraphFamily.class)
  void resultsForSmallGraphsAreTrueWithAnyBudget(GraphFamily family) {
    ClaimGraph graph = family.graph(3);
    Evaluation before = evaluated(graph);
    Evaluation after = discredited(graph, 2);
    Changes whole = Changes.between(before, after);
    for (long work : new long[] {0, 10, 60, 300, 2_000}) {
      Changes some = Changes.between(before, after, Limits.USUAL.mostWork(work));
      assertThat(some.changed())
          .extracting(VerdictChange::claimId)
          .isEqualTo(whole.changed().stream().map(VerdictChange::claimId).toList());
      for (int i = 0; i < some.changed().size(); i++) {
        assertTrue(some.changed().get(i), whole.changed().get(i), before, after);
      }
    }
  }

  private static void assertTrue(
      VerdictChange some, VerdictChange whole, Evaluation before, Evaluation after) {
    if (some.isComplete()) {
      assertThat(some).usingRecursiveComparison().ignoringFields("through").isEqualTo(whole);
    }
    // A cause that is not minimal may have its effect through more claims than a minimal one.
    if (some.causes().stream().allMatch(Cause::isMinimal)) {
      assertThat(whole.through()).containsAll(some.through());
    }
    assertThat(some.through())
        .allSatisfy(id -> assertThat(before.verdict(id)).isNotEqualTo(after.verdict(id)));
    assertThat(some.causes().isEmpty() && some.isComplete()).isFalse();
    if (some.differences().isEmpty()) {
      assertThat(some.causes()).isEmpty();
      return;
    }
    TrialsOfOne trials = new TrialsOfOne(before, after, some.claimId());
    assertThat(some.differences()).isEqualTo(trials.differences());
    for (Cause cause : some.causes()) {
      BitSet made = places(cause, some);
      assertThat(trials.verdict(made)).isEqualTo(some.after());
      if (cause.isMinimal() && made.cardinality() <= FEW_DIFFERENCES) {
        assertMinimal(made, some, trials);
      }
    }
    for (Difference necessary : some.necessary()) {
      BitSet others = new BitSet();
      others.set(0, some.differences().size());
      others.clear(some.differences().indexOf(necessary));
      assertThat(trials.verdict(others)).isEqualTo(some.before());
    }
  }

  private static BitSet places(Cause cause, VerdictChange change) {
    BitSet places = new BitSet();
    cause.differences().forEach(each -> places.set(change.differences().indexOf(each)));
    return places;
  }

  private static void assertMinimal(BitSet made, VerdictChange change, TrialsOfOne trials) {
    int[] members = made.stream().toArray();
    for (int bits = 0; bits < (1 << members.length) - 1; bits++) {
      BitSet part = new BitSet();
      for (int i = 0; i < members.length; i++) {
        part.set(members[i], (bits & 1 << i) != 0);
      }
      assertThat(trials.verdict(part)).isNotEqualTo(change.after());
    }
  }

  @ParameterizedTest
  @EnumSource(GraphFamily.class)
  void theWorkStaysWithinTheBudget(GraphFamily family) {
    ClaimGraph graph = family.graphOfBytes(6_000);
    Evaluation before = evaluated(graph);
    Evaluation after = discredited(graph, 2);
    ImmutableList<String> changed = graph.claims().stream()
        .map(Claim::id)
        .filter(id -> before.verdict(id) != after.verdict(id))
        .collect(ImmutableList.toImmutableList());
    long most = 20_000;
    WorkBudget work = new WorkBudget(most);
    ImmutableList<VerdictChange> changes = ChangeSearch.changes(
        new ComparedEvaluation(before), new ComparedEvaluation(after), changed, Limits.USUAL, work);
    // A trial that was begun is finished, with its diagrams.
    long oneTrial = Math.max(before.steps(), after.steps());
    assertThat(work.left()).isBetween(-4 * oneTrial, most);
    assertThat(changes).hasSameSizeAs(changed);
    assertThat(changes)
        .allMatch(change -> change.isComplete() || change.cap().isPresent())
        .allMatch(change -> !change.isComplete() || !change.causes().isEmpty());
  }

  static Stream<GraphFamily> whereOneSourceChangesMuch() {
    return Stream.of(
        GraphFamily.CHAIN_CERTAIN,
        GraphFamily.DIAMONDS_CERTAIN,
        GraphFamily.TREE,
        GraphFamily.RING_OF_SUPPORT,
        GraphFamily.ONE_SOURCE_OF_ALL,
        GraphFamily.CHAIN_OF_ATTACKS);
  }

  /** A chain in which every verdict changes once took time quadratic in its length. */
  @ParameterizedTest
  @MethodSource("whereOneSourceChangesMuch")
  void aSingleDifferenceTakesNoTrialHoweverManyVerdictsChange(GraphFamily family) {
    ClaimGraph graph = family.graph(300);
    List<Source> sources = new ArrayList<>(graph.sources());
    sources.set(0, sources.get(0).toBuilder().reliability(0).build());
    Evaluation before = evaluated(graph);
    Evaluation after = evaluated(graph.toBuilder().allSources(sources).build());
    long linear = 2L * (graph.claims().size() + graph.sources().size()) + 1_000;
    Changes changes = Changes.between(before, after, Limits.USUAL.mostWork(linear));
    assertThat(changes.changed()).allMatch(VerdictChange::isComplete);
    assertThat(changes.changed())
        .allMatch(change -> change.sufficient().equals(change.differences()))
        .allMatch(change -> change.necessary().equals(change.differences()));
  }

  /** A set of differences is tried for all claims on which it bears at once. */
  @Test
  void oneTrialServesAllOnWhichTheSameDifferencesBear() {
    List<Object> parts = new ArrayList<>();
    List<Object> later = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      parts.add(claim("c" + i)
          .inference(step("c" + (i + 1) % 50))
          .evidence(evidence("s"))
          .evidence(evidence("t")));
      later.add(claim("c" + i)
          .inference(step("c" + (i + 1) % 50))
          .evidence(evidence("s"))
          .evidence(evidence("t")));
    }
    parts.add(source("s"));
    parts.add(source("t"));
    later.add(source("s").reliability(0));
    later.add(source("t").reliability(0));
    Evaluation before = evaluated(graph(parts.toArray()));
    Evaluation after = evaluated(graph(later.toArray()));
    ImmutableList<String> claims =
        before.graph().claims().stream().map(Claim::id).collect(ImmutableList.toImmutableList());
    WorkBudget work = new WorkBudget(1_000_000);
    ImmutableList<VerdictChange> changes = ChangeSearch.changes(
        new ComparedEvaluation(before), new ComparedEvaluation(after), claims, Limits.USUAL, work);
    assertThat(changes).hasSize(50).allMatch(VerdictChange::isComplete);
    assertThat(changes).allMatch(change -> change.causes().get(0).differences().size() == 2);
    // The work suffices for two trials of a graph of 50 claims and 150 lines.
    assertThat(1_000_000 - work.left()).isLessThan(2_500);
  }

  @Nested
  class WhereTheWorkIsNotEnough {
    private final Evaluation before = evaluated(graph(
        claim("c").evidence(evidence("s")).evidence(evidence("t")), source("s"), source("t")));
    private final Evaluation after = evaluated(graph(claim("c"), source("s"), source("t")));
    private final Changes changes = Changes.between(before, after, Limits.USUAL.mostWork(0));

    @Test
    void theTextReportsIt() {
      assertThat(changes.toText(ENGLISH)).isEqualTo("""
          What changed: Graph
          Verdicts changed: 1 of 1.

          ✓ Supported → ? Unverified  [c]
            c
            The cause was not looked for: that would take more work than one question may.
          """);
      assertThat(changes.toMarkdown(CHINESE)).contains("没有查找原因：所需的工作量超出了一次提问的限度。");
    }

    @Test
    void theJsonReportsIt() {
      assertThat(ResultJson.write(changes))
          .contains("\"differences\": []")
          .contains("\"causes\": []")
          .contains("\"triedUpTo\": 0")
          .contains("\"complete\": false")
          .contains("\"limit\": \"work\"");
    }
  }

  @Nested
  class WhereTheListIsFull {
    private final Evaluation before = evaluated(graph(
        claim("c")
            .evidence(evidence("s"))
            .evidence(evidence("t"))
            .evidence(refuting("u").strength(0)),
        source("s"),
        source("t"),
        source("u")));
    private final Evaluation after = evaluated(graph(
        claim("c").evidence(refuting("u").strength(.1)), source("s"), source("t"), source("u")));

    @Test
    void onlyDifferencesInCausesAreListed() {
      VerdictChange all = Changes.between(before, after).changed().get(0);
      VerdictChange some =
          Changes.between(before, after, Limits.USUAL.mostListed(0)).changed().get(0);
      assertThat(all.differences()).hasSize(3);
      assertThat(all.unlisted()).isZero();
      assertThat(some.causes()).isEqualTo(all.causes());
      assertThat(some.differences())
          .isEqualTo(all.differences().stream()
              .filter(ImmutableSet.copyOf(all.causes().get(0).differences())::contains)
              .toList());
      assertThat(some.unlisted()).isEqualTo(3 - some.differences().size());
      assertThat(some.isComplete()).isTrue();
    }

    @Test
    void ofManyCausesOnlyTheFirstAreListed() {
      List<Object> parts = new ArrayList<>();
      Claim.Builder claim = claim("c").evidence(evidence("s"));
      for (int i = 0; i < 40; i++) {
        claim.evidence(refuting("t" + i));
        parts.add(source("t" + i));
      }
      parts.add(source("s"));
      parts.add(claim);
      Evaluation now = evaluated(graph(parts.toArray()));
      Evaluation then = evaluated(graph(claim("c").evidence(evidence("s")), source("s")));
      VerdictChange change =
          Changes.between(then, now, Limits.USUAL.mostListed(5)).changed().get(0);
      assertThat(change.causes()).hasSize(12);
      assertThat(change.sufficient()).isEqualTo(change.differences()).hasSize(12);
      assertThat(change.unlisted()).isEqualTo(28);
      assertThat(change.cap()).contains(SearchLimit.LISTED);
      assertThat(Changes.between(then, now, Limits.USUAL.mostListed(5)).toText(ENGLISH))
          .contains("  There are more causes than are told here.\n");
    }
  }

  @Nested
  class OfAHistory {
    private ClaimGraph corrections(int lines) {
      List<Object> parts = new ArrayList<>();
      Claim.Builder claim = claim("c");
      for (int i = 0; i < lines; i++) {
        String day = LocalDate.of(2000, 1, 1).plusDays(i).toString();
        var line =
            (i % 2 == 0 ? evidence("s" + i) : refuting("s" + i)).id("e" + i).date(day);
        claim.evidence(i == 0 ? line : line.overrides("e" + (i - 1)));
        parts.add(source("s" + i));
      }
      parts.add(claim);
      return graph(parts.toArray());
    }

    /** 800 corrections once took longer than 10 s, since every change was tried on a graph with all of them. */
    @Test
    void aChangeByOneLineTakesNoTrial() {
      History history = History.of(evaluated(corrections(400)), "c", Limits.USUAL.mostWork(2_500));
      assertThat(history.leftOut()).isEmpty();
      assertThat(history.changes()).hasSize(400);
      assertThat(history.changes())
          .extracting(moment -> moment.change().orElseThrow())
          .allMatch(VerdictChange::isComplete)
          .allMatch(change -> change.sufficient().equals(change.differences()));
    }

    @Test
    void textAndJsonHaveTheDatesThatWereNotEvaluated() {
      History history = History.of(evaluated(corrections(4)), "c", Limits.USUAL.mostWork(0));
      assertThat(history.moments()).hasSize(1);
      assertThat(history.toText(ENGLISH)).isEqualTo("""
          c

          ? At first: Unverified
            4 later dates were not looked at, from 1 January 2000 on, since that would
            take more work than one question may. After all of them it is: Refuted.
          """);
      assertThat(history.toMarkdown(CHINESE))
          .contains("自 2000 年 1 月 1 日起还有 4 个日期没有查看，因为所需的工作量超出了一次提问的限度。");
      assertThat(ResultJson.write(history).replaceAll("\\s+", " "))
          .contains(
              "\"untried\": [ \"2000-01-01\", \"2000-01-02\", \"2000-01-03\", \"2000-01-04\" ]");
    }

    @ParameterizedTest
    @EnumSource(GraphFamily.class)
    void lessWorkYieldsTheFirstMomentsOfTheWhole(GraphFamily family) {
      ClaimGraph graph = family.graph(4);
      Evaluation evaluation = evaluated(graph);
      String asked = GraphFamily.asked(graph);
      History whole = History.of(evaluation, asked);
      assertThat(whole.leftOut()).isEmpty();
      for (long work : new long[] {0, 1, 3, 50}) {
        History some = History.of(evaluation, asked, Limits.USUAL.mostWork(work));
        int size = some.moments().size();
        assertThat(size + some.leftOut().size()).isEqualTo(whole.moments().size());
        for (int i = 0; i < size; i++) {
          Moment one = some.moments().get(i);
          Moment other = whole.moments().get(i);
          assertThat(one.verdict()).isEqualTo(other.verdict());
          assertThat(one.belief()).isEqualTo(other.belief());
          assertThat(one.from()).isEqualTo(other.from());
          assertThat(one.change().isPresent()).isEqualTo(other.change().isPresent());
        }
      }
    }
  }

  @Nested
  class OfAContrast {
    @Test
    void aLongLoopIsRenderedByItsFirstAndLastElements() {
      List<Object> parts = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        parts.add(source("s" + i).derivedFrom("s" + (i + 1) % 9));
      }
      parts.add(claim("c").evidence(evidence("s0")));
      Contrast contrast = Contrast.of(evaluated(graph(parts.toArray())), "c", Verdict.SUPPORTED);
      assertThat(contrast.toText(ENGLISH)).contains("“s1”");
    }

    /** 400 sources in a ring once took 1.2 MB, each with the whole ring. */
    @Test
    void theTextDoesNotGrowWithTheRing() {
      List<Object> parts = new ArrayList<>();
      Claim.Builder claim = claim("c");
      for (int i = 0; i < 400; i++) {
        parts.add(source("s" + i).derivedFrom("s" + (i + 1) % 400));
        claim.evidence(evidence("s" + i));
      }
      parts.add(claim);
      Evaluation evaluation = evaluated(graph(parts.toArray()));
      assertThat(Contrast.of(evaluation, "c", Verdict.SUPPORTED).toText(ENGLISH))
          .hasSizeLessThan(4_000)
          .contains("  • … and 388 more\n");
    }

    @Test
    void ofManyLinesOnlyTheFirstAreRendered() {
      List<Object> parts = new ArrayList<>();
      Claim.Builder claim = claim("c").evidence(evidence("s"));
      for (int i = 0; i < 30; i++) {
        claim.evidence(refuting("t" + i).strength(.2));
        parts.add(source("t" + i));
      }
      parts.add(source("s"));
      parts.add(claim);
      Contrast contrast = Contrast.of(evaluated(graph(parts.toArray())), "c", Verdict.SUPPORTED);
      assertThat(contrast.inTheWay()).hasSize(30);
      assertThat(contrast.toText(ENGLISH)).contains("  • … and 18 more\n");
    }
  }

  @Test
  void anIdMayNameEvidenceBeforeAndAnInferenceAfter() {
    Evaluation before = evaluated(graph(
        claim("c").evidence(evidence("s").id("x")).evidence(refuting("t").overrides("x")),
        claim("d").evidence(evidence("s")),
        source("s"),
        source("t").reliability(0)));
    Evaluation after = evaluated(graph(
        claim("c").inference(against("d").id("x")).evidence(refuting("t").overrides("x")),
        claim("d").evidence(evidence("s")),
        source("s"),
        source("t").reliability(0)));
    VerdictChange change = Changes.between(before, after).changed().get(0);
    assertThat(change.differences())
        .extracting(Difference::kind)
        .containsExactly(Difference.Kind.ADDED, Difference.Kind.REMOVED);
    assertThat(change.causes()).hasSize(1);
    assertThat(change.causes().get(0).differences()).hasSize(2);
    assertThat(change.isComplete()).isTrue();
  }

  @Test
  void limitsAreNotNegative() {
    assertThatThrownBy(() -> Limits.USUAL.mostTrials(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 trials, 500000 steps of work and 5000 differences; at least one trial is"
            + " needed, and none of them is negative");
  }
}
