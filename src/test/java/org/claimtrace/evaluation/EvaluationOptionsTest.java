package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluationOptionsTest {

  private static final ClaimGraph GRAPH =
      graph(source("s").reliability(.8), claim("a").evidence(evidence("s")));

  private static final EvaluationOptions UNUSUAL = EvaluationOptions.builder()
      .standard(Standard.CLEAR_AND_CONVINCING)
      .reviews(ReviewPolicy.REVIEWS_FIRST)
      .asOf(PartialDate.parse("2026-02"))
      .suppose("a", Supposition.OPEN)
      .byLogic(true)
      .ignoresDerivation(true)
      .worlds(100)
      .seed(7)
      .nodeBudget(5)
      .timesSampling(3)
      .build();

  @Test
  void printWhatIsUnusualOnOneLine() {
    assertThat(EvaluationOptions.usual()).hasToString("usual");
    assertThat(EvaluationOptions.untrusted()).hasToString("nodeBudget=32768");
    assertThat(UNUSUAL)
        .hasToString(
            "standard=clear-and-convincing, reviews=reviews-first, asOf=2026-02, suppositions={a=open}, byLogic=true,"
                + " ignoresDerivation=true, worlds=100, seed=7, nodeBudget=5, timesSampling=3");
    assertThat(EvaluationOptions.builder().suppose("a\nb", Supposition.OPEN).build())
        .hasToString("suppositions={a\\u000ab=open}");
  }

  @Test
  void sayWhatWasSet() {
    assertThat(UNUSUAL.standard()).isEqualTo(Standard.CLEAR_AND_CONVINCING);
    assertThat(UNUSUAL.reviewPolicy()).isEqualTo(ReviewPolicy.REVIEWS_FIRST);
    assertThat(UNUSUAL.asOf()).contains(PartialDate.parse("2026-02"));
    assertThat(UNUSUAL.suppositions()).isEqualTo(ImmutableMap.of("a", Supposition.OPEN));
    assertThat(UNUSUAL.isByLogic()).isTrue();
    assertThat(UNUSUAL.ignoresDerivation()).isTrue();
    assertThat(UNUSUAL.worlds()).isEqualTo(100);
    assertThat(UNUSUAL.seed()).isEqualTo(7);
    assertThat(UNUSUAL.nodeBudget()).isEqualTo(5);
    assertThat(UNUSUAL.timesSampling()).isEqualTo(3);
  }

  static List<UnaryOperator<EvaluationOptions.Builder>> oneChangeEach() {
    return List.of(
        options -> options.standard(Standard.PREPONDERANCE),
        options -> options.reviews(ReviewPolicy.EVIDENCE_ONLY),
        options -> options.asOf(Optional.empty()),
        options -> options.allSuppositions(ImmutableMap.of()),
        options -> options.byLogic(false),
        options -> options.ignoresDerivation(false),
        options -> options.worlds(101),
        options -> options.seed(8),
        options -> options.nodeBudget(6),
        options -> options.timesSampling(4));
  }

  @ParameterizedTest
  @MethodSource("oneChangeEach")
  void areAnotherValueWhereOneIsAnother(UnaryOperator<EvaluationOptions.Builder> change) {
    assertThat(change.apply(UNUSUAL.toBuilder()).build()).isNotEqualTo(UNUSUAL);
    assertThat(UNUSUAL.toBuilder().build()).isEqualTo(UNUSUAL).hasSameHashCodeAs(UNUSUAL);
  }

  @Test
  void doNotDependOnTheOrderOfWhatIsSupposed() {
    EvaluationOptions.Builder one =
        EvaluationOptions.builder().suppose("a", Supposition.OPEN).suppose("b", Supposition.OPEN);
    EvaluationOptions.Builder other =
        EvaluationOptions.builder().suppose("b", Supposition.OPEN).suppose("a", Supposition.OPEN);
    assertThat(one.build()).isEqualTo(other.build());
  }

  @Test
  void goIntoAnEvaluatorAndComeOutOfItAndOfItsEvaluations() {
    assertThat(Evaluator.of(UNUSUAL).options()).isEqualTo(UNUSUAL);
    assertThat(Evaluator.builder(UNUSUAL).seed(9).build().options())
        .isEqualTo(UNUSUAL.toBuilder().seed(9).build());
    assertThat(Evaluator.of(UNUSUAL).evaluate(GRAPH).options()).isEqualTo(UNUSUAL);
    assertThat(Evaluator.usual().options()).isEqualTo(EvaluationOptions.usual());
    assertThat(Evaluator.of(UNUSUAL).toBuilder().build().options()).isEqualTo(UNUSUAL);
  }

  @Test
  void ofAScenarioHaveWhatItSupposes() {
    Evaluation evaluation = Evaluator.usual().evaluate(GRAPH);
    assertThat(evaluation
            .whatIf()
            .scenario()
            .suppose("a", Supposition.OPEN)
            .evaluate()
            .options())
        .isEqualTo(EvaluationOptions.builder().suppose("a", Supposition.OPEN).build());
    assertThat(evaluation.whatIf().scenario().discredit("s").evaluate().options())
        .isEqualTo(EvaluationOptions.usual());
  }

  @Test
  void leaveOutHowLongAnEvaluationMayTake() {
    assertThat(Evaluator.builder().timeLimit(Duration.ofSeconds(1)).build().options())
        .isEqualTo(EvaluationOptions.usual());
    Evaluator untrusted = Evaluator.untrusted();
    assertThat(untrusted).hasToString("evaluator, options: nodeBudget=32768, time limit: PT10S");
    assertThat(untrusted.evaluate(GRAPH).timeLimit()).contains(Duration.ofSeconds(10));
    assertThat(Evaluator.usual()).hasToString("evaluator, options: usual");
  }
}
