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
 * What changed since an older version of the first real claim graph, which took the viral post at its word; the history of its thesis;
 * and why that is refuted and not supported: as they were read aloud and found good. After a change of wording, {@code mvn test
 * -Dtest=GoldenChangesTest -Dgolden.write=true} writes them anew; read what has changed before it is committed.
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
  void theChangesReadAsTheyDid(String language) throws IOException {
    isGolden("changes." + language + ".txt", CHANGES.toText(in(language)));
    isGolden("corrections." + language + ".md", CHANGES.toMarkdown(in(language)));
  }

  @ParameterizedTest(name = "in {0}")
  @ValueSource(strings = {"en", "zh"})
  void theHistoryOfTheThesisReadsAsItDid(String language) throws IOException {
    isGolden("history." + language + ".txt", HISTORY.toText(in(language)));
    isGolden("history." + language + ".md", HISTORY.toMarkdown(in(language)));
  }

  private static void isGolden(String name, String text) throws IOException {
    new GoldenFile(GOLDEN.resolve(name)).holds(text);
  }

  @Test
  void theSameChangesAlwaysReadTheSame() {
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
            .allMatch(line -> Columns.width(line) <= width)
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
}
