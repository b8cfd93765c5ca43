package org.claimtrace.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.claimtrace.GoldenFile;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.wording.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares the chains of the thesis of the flagship claim graph with reviewed texts. After a change of wording, {@code mvn test
 * -Dtest=GoldenChainsTest -Dgolden.write=true} rewrites the texts; read the differences before you commit them.
 */
class GoldenChainsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/org/claimtrace/explanation");
  private static final String THESIS = "4o-taken-to-extend-elite-lives";
  private static final Evaluation EVALUATION =
      Evaluator.usual().evaluate(ClaimJson.read(Path.of("claims/gpt-4o-retro.json")));

  /** The argument of the post alone, and below that of all sources. */
  private static final Chains OF_THE_POST = Chains.of(EVALUATION, THESIS).by("x-post");

  private static final Chains OF_ALL = Chains.of(EVALUATION, THESIS);

  private static Style in(String language) {
    return Style.builder().language(language).build();
  }

  @ParameterizedTest(name = "in {0}")
  @CsvSource({"en", "zh"})
  void theBestMatchTheGoldenFile(String language) throws IOException {
    assertGolden("chains." + language + ".txt", OF_ALL.best(5).toText(in(language)));
  }

  @ParameterizedTest(name = "in {0}")
  @CsvSource({"en", "zh"})
  void allMatchTheGoldenFileInMarkdown(String language) throws IOException {
    Chains.Best all = OF_ALL.best(1000);
    assertThat(all.isComplete()).isTrue();
    assertGolden("chains." + language + ".md", all.toMarkdown(in(language)));
  }

  @ParameterizedTest(name = "in {0}")
  @CsvSource({"en", "zh"})
  void thoseOfThePostMatchTheGoldenFile(String language) throws IOException {
    Chains.Best all = OF_THE_POST.best(1000);
    assertThat(all.isComplete()).isTrue();
    assertGolden("chains-by-x-post." + language + ".txt", all.toText(in(language)));
  }

  private static void assertGolden(String name, String text) throws IOException {
    new GoldenFile(GOLDEN.resolve(THESIS + "-" + name)).holds(text);
  }

  @Test
  void thePostsChainBreaksAtItsOwnStep() {
    Chain first = OF_THE_POST.iterator().next();
    assertThat(
            first.steps().get(first.firstBreak().orElseThrow().step()).element().id())
        .isEqualTo("derived-so-rebuilt");
    assertThat(OF_THE_POST.stream().noneMatch(Chain::holds)).isTrue();
  }

  @ParameterizedTest(name = "{0} columns in {1}, everything told: {2}")
  @CsvSource({"40,en,false", "40,zh,true", "80,en,true", "80,zh,true"})
  void noLineIsWiderThanAsked(int width, String language, boolean all) {
    Style style = Style.builder().width(width).language(language).all(all).build();
    EVALUATION
        .graph()
        .claims()
        .forEach(claim -> assertThat(
                Chains.of(EVALUATION, claim.id()).best(7).toText(style).lines())
            .as(claim.id())
            .allMatch(line -> Columns.width(line) <= width || isAddress(line))
            .noneMatch(line -> line.endsWith(" ")));
  }

  @Test
  void theLanguageDefaultsToThatOfTheGraph() {
    Chains.Best best = OF_ALL.best(2);
    assertThat(best.toText()).isEqualTo(best.toText(in("en")));
    assertThat(best.toMarkdown()).isEqualTo(best.toMarkdown(in("en")));
    assertThat(best).hasToString("2 chains of claim '" + THESIS + "'");
  }

  /** An address is not broken, so that it can be followed. */
  private static boolean isAddress(String line) {
    return line.strip().startsWith("https://") && line.strip().indexOf(' ') < 0;
  }
}
