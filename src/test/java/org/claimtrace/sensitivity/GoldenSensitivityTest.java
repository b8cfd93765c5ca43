package org.claimtrace.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.claimtrace.GoldenFile;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.Style;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenSensitivityTest {

  private static final Path GOLDEN = Path.of("src/test/resources/org/claimtrace/sensitivity");
  private static final String THESIS = "4o-taken-to-extend-elite-lives";
  private static final ClaimGraph GRAPH = ClaimJson.read(Path.of("claims/gpt-4o-retro.json"));
  private static final Evaluation EVALUATION = Evaluator.usual().evaluate(GRAPH);
  private static final Sensitivity SENSITIVITY = Sensitivity.of(EVALUATION, THESIS);

  private static Style in(String language) {
    return Style.builder().language(language).build();
  }

  @ParameterizedTest(name = "in {0}")
  @ValueSource(strings = {"en", "zh"})
  void theSensitivityMatchesTheGoldenFile(String language) throws IOException {
    assertGolden("sensitivity." + language + ".txt", SENSITIVITY.toText(in(language)));
    assertGolden("sensitivity." + language + ".md", SENSITIVITY.toMarkdown(in(language)));
  }

  @ParameterizedTest(name = "in {0}")
  @ValueSource(strings = {"en", "zh"})
  void theChangesToAWantedVerdictMatchTheGoldenFile(String language) throws IOException {
    assertGolden(
        "sensitivity-to-supported." + language + ".txt",
        Sensitivity.of(EVALUATION, THESIS, Verdict.SUPPORTED).toText(in(language)));
  }

  @ParameterizedTest(name = "in {0}")
  @ValueSource(strings = {"en", "zh"})
  void theSensitivityByLogicAndSampledMatchesTheGoldenFile(String language) throws IOException {
    Evaluation byLogic = Evaluator.builder().byLogic(true).build().evaluate(GRAPH);
    Evaluation sampled = Evaluator.builder().nodeBudget(0).build().evaluate(GRAPH);
    assertGolden(
        "sensitivity-by-logic." + language + ".txt",
        Sensitivity.of(byLogic, THESIS).toText(in(language)));
    assertGolden(
        "sensitivity-sampled." + language + ".txt",
        Sensitivity.of(sampled, THESIS).toText(in(language)));
  }

  @ParameterizedTest(name = "in {0}")
  @ValueSource(strings = {"en", "zh"})
  void theInfluenceOfEachSourceMatchesTheGoldenFile(String language) throws IOException {
    SourceInfluence all = SourceInfluence.of(EVALUATION);
    assertGolden("foundations." + language + ".txt", all.toText(in(language)));
    assertGolden("foundations." + language + ".md", all.toMarkdown(in(language)));
    assertGolden(
        "foundation." + language + ".txt",
        SourceInfluence.of(EVALUATION, "netease-article").toText(in(language)));
  }

  private static void assertGolden(String name, String text) throws IOException {
    new GoldenFile(GOLDEN.resolve(name)).holds(text);
  }

  @Test
  void theTextIsDeterministic() {
    Sensitivity again = Sensitivity.of(EVALUATION, THESIS);
    assertThat(again).isEqualTo(SENSITIVITY);
    assertThat(again.toText(in("en"))).isEqualTo(SENSITIVITY.toText(in("en")));
  }

  @ParameterizedTest(name = "{0} columns in {1}")
  @CsvSource({"40,en", "40,zh", "57,zh", "120,en"})
  void noLineIsWiderThanAsked(int width, String language) {
    Style style = Style.builder().width(width).language(language).all(true).build();
    assertThat(SENSITIVITY.toText(style) + SourceInfluence.of(EVALUATION).toText(style))
        .satisfies(text -> assertThat(text.lines())
            .allMatch(line -> Columns.width(line) <= width || isAddress(line))
            .noneMatch(line -> line.endsWith(" ")));
  }

  /** An address is not broken, so that it can be followed. */
  private static boolean isAddress(String line) {
    return line.strip().startsWith("https://") && line.strip().indexOf(' ') < 0;
  }
}
