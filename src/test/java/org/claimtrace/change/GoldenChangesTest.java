package org.claimtrace.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.claimtrace.GoldenFile;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.Style;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares with reviewed texts the changes since an older version of the flagship claim graph, which took the viral post at its
 * word, and the history of its thesis. After a change of wording, {@code mvn test -Dtest=GoldenChangesTest -Dgolden.write=true}
 * rewrites the texts; read the differences before you commit them.
 */
class GoldenChangesTest {

  private static final Path GOLDEN = Path.of("src/test/resources/org/claimtrace/change");
  private static final String THESIS = "4o-taken-to-extend-elite-lives";
  private static final Evaluation BEFORE =
      Evaluator.usual().evaluate(ClaimJson.read(GOLDEN.resolve("gpt-4o-retro-before.json")));
  private static final Evaluation AFTER =
      Evaluator.usual().evaluate(ClaimJson.read(Path.of("claims/gpt-4o-retro.json")));
  private static final Changes CHANGES = Changes.between(BEFORE, AFTER);
  private static final History HISTORY = History.of(AFTER, THESIS);

  private static Style in(String language) {
    return Style.builder().language(language).build();
  }

  @ParameterizedTest(name = "in {0}")
  @ValueSource(strings = {"en", "zh"})
  void theChangesMatchTheGoldenFile(String language) throws IOException {
    assertGolden("changes." + language + ".txt", CHANGES.toText(in(language)));
    assertGolden("corrections." + language + ".md", CHANGES.toMarkdown(in(language)));
  }

  @ParameterizedTest(name = "in {0}")
  @ValueSource(strings = {"en", "zh"})
  void theHistoryOfTheThesisMatchesTheGoldenFile(String language) throws IOException {
    assertGolden("history." + language + ".txt", HISTORY.toText(in(language)));
    assertGolden("history." + language + ".md", HISTORY.toMarkdown(in(language)));
  }

  private static void assertGolden(String name, String text) throws IOException {
    new GoldenFile(GOLDEN.resolve(name)).holds(text);
  }

  @Test
  void theTextIsDeterministic() {
    Changes again = Changes.between(BEFORE, AFTER);
    assertThat(again).isEqualTo(CHANGES);
    assertThat(again.toText(in("en"))).isEqualTo(CHANGES.toText(in("en")));
  }

  @ParameterizedTest(name = "{0} columns in {1}")
  @CsvSource({"40,en", "40,zh", "57,zh", "120,en"})
  void noLineIsWiderThanAsked(int width, String language) {
    Style style = Style.builder().width(width).language(language).build();
    assertThat(CHANGES.toText(style)
            + HISTORY.toText(style)
            + Contrast.of(AFTER, THESIS, Verdict.SUPPORTED).toText(style))
        .satisfies(text -> assertThat(text.lines())
            .allMatch(line -> Columns.width(line) <= width || isAddress(line))
            .noneMatch(line -> line.endsWith(" ")));
  }

  @Test
  void colourChangesNothingButColour() {
    Style coloured = Style.builder().language("en").colour(true).build();
    assertThat(CHANGES.toText(coloured)).contains("\033[31m", "\033[1m");
    assertThat(
            (CHANGES.toText(coloured) + HISTORY.toText(coloured)).replaceAll("\033\\[[0-9]+m", ""))
        .isEqualTo(CHANGES.toText(in("en")) + HISTORY.toText(in("en")));
  }

  /** An address is not broken, so that it can be followed. */
  private static boolean isAddress(String line) {
    return line.strip().startsWith("https://") && line.strip().indexOf(' ') < 0;
  }
}
