package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the verdicts on the flagship claim graph. */
class FlagshipTest {

  private static final ClaimGraph GRAPH = ClaimJson.read(Path.of("claims/gpt-4o-retro.json"));

  private static final ImmutableMap<Verdict, String> NOT_SUPPORTED = ImmutableMap.of(
      Verdict.REFUTED,
      "4o-rebuilt-as-4b-micro 4o-retired-for-retro 4o-taken-to-extend-elite-lives 5.2-would-serve-retro"
          + " disclosed-from-the-start 4o-retired-only-for-low-use grief-is-mere-addiction",
      Verdict.MISLEADING,
      "openai-resources-served-retro only-0.1-percent-chose-4o",
      Verdict.UNVERIFIED,
      "ai-bonds-use-same-pathways");

  private static Map<String, Verdict> expected() {
    Map<String, Verdict> verdicts = new TreeMap<>();
    GRAPH.claims().forEach(claim -> verdicts.put(claim.id(), Verdict.SUPPORTED));
    NOT_SUPPORTED.forEach((verdict, ids) ->
        Arrays.stream(ids.split(" ", -1)).forEach(id -> verdicts.put(id, verdict)));
    return verdicts;
  }

  private static Map<String, Verdict> verdicts(Evaluation evaluation) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    evaluation
        .judgements()
        .forEach(judgement -> verdicts.put(judgement.claimId(), judgement.verdict()));
    return verdicts;
  }

  @Test
  void hasTheExpectedVerdictsByLogicAlone() {
    assertThat(GRAPH.claims()).hasSize(50);
    assertThat(verdicts(Evaluator.builder().byLogic(true).build().evaluate(GRAPH)))
        .isEqualTo(expected());
  }

  @ParameterizedTest(name = "the article graded {0}")
  @ValueSource(strings = {"B", "C"})
  void hasTheExpectedVerdictsWithItsNumbers(String grade) {
    ClaimGraph graded = GRAPH.toBuilder()
        .allSources(GRAPH.sources().stream()
            .map(source -> source.id().equals("netease-article")
                ? source.toBuilder().reliability(grade).build()
                : source)
            .toList())
        .build();
    Evaluation exact = Evaluator.usual().evaluate(graded);
    assertThat(exact.method()).isEqualTo(Method.EXACT);
    assertThat(verdicts(exact)).isEqualTo(expected());
    assertThat(GRAPH.claims()).noneMatch(claim -> exact.isClose(claim.id()));
    for (long seed = 0; seed < 20; seed++) {
      Evaluation sampled = Evaluator.builder().nodeBudget(0).seed(seed).build().evaluate(graded);
      assertThat(sampled.method()).isEqualTo(Method.SAMPLED);
      assertThat(verdicts(sampled)).as("seed %s", seed).isEqualTo(expected());
    }
  }

  @Test
  void agreesWithEveryReviewThatTheArticleGives() {
    Evaluation derived = Evaluator.builder().byLogic(true).build().evaluate(GRAPH);
    long reviewed = 0;
    for (Claim claim : GRAPH.claims()) {
      for (Review review : claim.reviews()) {
        assertThat(derived.verdict(claim.id()))
            .as(claim.id())
            .isEqualTo(review.verdict().orElseThrow());
        reviewed++;
      }
    }
    assertThat(reviewed).isEqualTo(8);
  }

  @Test
  void breaksAtTheStepOfThePost() {
    Evaluation derived = Evaluator.builder().byLogic(true).build().evaluate(GRAPH);
    assertThat(GRAPH.thesis()).containsExactly("4o-taken-to-extend-elite-lives");
    assertThat(derived.fires(Element.inference("the-leap"))).isZero();
    assertThat(derived.fires(Element.inference("derived-so-rebuilt"))).isZero();
    assertThat(derived.verdict("4b-micro-derived-from-4o")).isEqualTo(Verdict.SUPPORTED);
    assertThat(GRAPH.findInference("the-leap").orElseThrow().assuming())
        .containsExactly("4o-retired-for-retro");
  }

  @Test
  void hasEveryTextInBothLanguages() {
    for (Claim claim : GRAPH.claims()) {
      assertThat(claim.text().byTag()).as(claim.id()).containsOnlyKeys("en", "zh");
    }
    for (Source source : GRAPH.sources()) {
      source
          .title()
          .ifPresent(
              title -> assertThat(title.byTag()).as(source.id()).containsOnlyKeys("en", "zh"));
    }
  }
}
