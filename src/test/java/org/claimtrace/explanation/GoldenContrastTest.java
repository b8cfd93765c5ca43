package org.claimtrace.explanation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.claimtrace.GoldenFile;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the contrasts of the flagship's thesis with reviewed texts. */
class GoldenContrastTest {

  private static final Path GOLDEN = Path.of("src/test/resources/org/claimtrace/explanation");
  private static final String THESIS = "4o-taken-to-extend-elite-lives";
  private static final Evaluation EVALUATION =
      Evaluator.usual().evaluate(ClaimJson.read(Path.of("claims/gpt-4o-retro.json")));

  @ParameterizedTest(name = "in {0}")
  @ValueSource(strings = {"en", "zh"})
  void everyOtherVerdictMatchesTheGoldenFile(String language) throws IOException {
    Style style = Style.builder().language(language).build();
    StringBuilder all = new StringBuilder();
    Stream.of(Verdict.values())
        .filter(verdict -> verdict != Verdict.REFUTED)
        .map(verdict -> Contrast.of(EVALUATION, THESIS, verdict).toText(style))
        .forEach(text -> all.append(text).append("\n\n"));
    new GoldenFile(GOLDEN.resolve("contrasts." + language + ".txt")).holds(all.toString());
    new GoldenFile(GOLDEN.resolve("contrast." + language + ".md"))
        .holds(Contrast.of(EVALUATION, THESIS, Verdict.SUPPORTED).toMarkdown(style));
  }
}
