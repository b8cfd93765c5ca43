package org.claimtrace.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.StringWriter;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.claimtrace.change.Changes;
import org.claimtrace.change.Difference;
import org.claimtrace.change.ExpectedDifferences;
import org.claimtrace.change.Mutations;
import org.claimtrace.change.TrialsOfOne;
import org.claimtrace.change.VerdictChange;
import org.claimtrace.change.VerdictChange.Cause;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.report.ResultJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares two graphs in which one id names elements of different kinds. */
class RenamedIdsTest {

  private static final int SEEDS = 150;
  private static final int MOST_DIFFERENCES = 5;
  private static final int MOST_TRIALS = 50;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  private static ClaimGraph second(ClaimGraph first, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ClaimGraph mutated = Mutations.of(first, random.nextInt(3), seed);
    return Renaming.of(mutated, 1 + random.nextInt(4), seed);
  }

  /** Of two lines with the same id that are tried together, each overrides only what it names itself. */
  @Test
  void nameAnInferenceInOneAndAPieceOfEvidenceInTheOther() {
    Evaluation before = Evaluator.usual()
        .evaluate(graph(
            claim("c")
                .evidence(evidence("s").id("x"))
                .evidence(refuting("s").id("y").overrides("x")),
            claim("p").evidence(evidence("s")),
            source("s")));
    Evaluation after = Evaluator.usual()
        .evaluate(graph(
            claim("c").inference(step("p").id("x")),
            claim("p").evidence(evidence("s")),
            source("s")));
    VerdictChange change = Changes.between(before, after).changed().get(0);
    Difference came =
        ExpectedDifferences.presence(Difference.Kind.ADDED, Element.inference("x"), "c");
    Difference gone =
        ExpectedDifferences.presence(Difference.Kind.REMOVED, Element.evidence("x"), "c");
    Difference noLongerRefuted =
        ExpectedDifferences.presence(Difference.Kind.REMOVED, Element.evidence("y"), "c");
    assertThat(change.before()).isEqualTo(Verdict.REFUTED);
    assertThat(change.after()).isEqualTo(Verdict.SUPPORTED);
    assertThat(change.differences()).containsExactly(came, gone, noLongerRefuted);
    // Once the refuting line alone is gone, the evidence is no longer overridden.
    assertThat(change.causes())
        .extracting(Cause::differences, Cause::isMinimal)
        .containsExactly(tuple(ImmutableList.of(noLongerRefuted), true));
    BitSet cameOnly = new BitSet();
    cameOnly.set(0);
    // The line that overrides the evidence does not override the inference.
    assertThat(new TrialsOfOne(before, after, "c").verdict(cameOnly))
        .isEqualTo(Verdict.CONFLICTING);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void areDistinguishedInEveryTrialAndEveryAnswer(long seed) throws IOException {
    ClaimGraph first = RandomClaimGraphs.graph(seed);
    Evaluation before = Evaluator.usual().evaluate(first);
    Evaluation after = Evaluator.usual().evaluate(second(first, seed));
    for (Claim claim : after.graph().claims()) {
      String id = claim.id();
      if (first.findClaim(id).isPresent()) {
        TrialsOfOne trials = new TrialsOfOne(before, after, id);
        BitSet made = new BitSet();
        assertThat(trials.verdict(made)).as("%s before", id).isEqualTo(before.verdict(id));
        made.set(0, trials.differences().size());
        assertThat(trials.verdict(made)).as("%s after", id).isEqualTo(after.verdict(id));
        for (int i = 0; i < 1 << Math.min(MOST_DIFFERENCES, trials.differences().size()); i++) {
          BitSet some = BitSet.valueOf(new long[] {i});
          assertThatCode(() -> trials.verdict(some))
              .as("trial %s", some)
              .doesNotThrowAnyException();
        }
      }
    }
    Changes changes = Changes.between(before, after, MOST_TRIALS);
    for (VerdictChange change : changes.changed()) {
      assertThat(change.before()).isEqualTo(before.verdict(change.claimId()));
      assertThat(change.after()).isEqualTo(after.verdict(change.claimId()));
    }
    assertThat(changes.toText(Style.usual())).isNotEmpty();
    assertThat(changes.toMarkdown(Style.builder().language("zh").build())).isNotEmpty();
    StringWriter json = new StringWriter();
    ResultJson.write(changes, json);
    assertThat(json.toString()).endsWith("}\n");
  }

  /** Guards the test data: hardly anything would be tested if few ids named elements of two kinds. A review has no id of its own. */
  @Test
  void nameElementsOfAllKinds() {
    Set<String> kinds = new TreeSet<>();
    int onOneClaim = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      ClaimGraph first = RandomClaimGraphs.graph(seed);
      ClaimGraph second = second(first, seed);
      for (String id : ids(first)) {
        for (Element.Kind was : kinds(first, id)) {
          for (Element.Kind is : kinds(second, id)) {
            kinds.add(was + " " + is);
          }
        }
        boolean isOtherLine = first.findLine(id).isPresent()
            && second.findLine(id).isPresent()
            && !first.findLine(id).equals(second.findLine(id));
        onOneClaim +=
            isOtherLine && first.claimOf(id).id().equals(second.claimOf(id).id()) ? 1 : 0;
      }
    }
    List<String> all = Stream.of("claim", "source", "evidence", "inference")
        .flatMap(
            was -> Stream.of("claim", "source", "evidence", "inference").map(is -> was + " " + is))
        .toList();
    assertThat(kinds).containsAll(all);
    assertThat(onOneClaim).isGreaterThan(10);
  }

  private static Set<String> ids(ClaimGraph graph) {
    Set<String> ids = new TreeSet<>();
    graph.sources().forEach(source -> ids.add(source.id()));
    for (Claim claim : graph.claims()) {
      ids.add(claim.id());
      claim.evidence().forEach(each -> each.id().ifPresent(ids::add));
      claim.inferences().forEach(each -> each.id().ifPresent(ids::add));
    }
    return ids;
  }

  private static Set<Element.Kind> kinds(ClaimGraph graph, String id) {
    Set<Element.Kind> kinds = EnumSet.noneOf(Element.Kind.class);
    graph.findClaim(id).ifPresent(claim -> kinds.add(Element.Kind.CLAIM));
    graph.findSource(id).ifPresent(source -> kinds.add(Element.Kind.SOURCE));
    graph.findLine(id).ifPresent(line -> kinds.add(line.kind()));
    return kinds;
  }
}
