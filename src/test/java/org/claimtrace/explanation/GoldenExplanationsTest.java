package org.claimtrace.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimtrace.GoldenFile;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.wording.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares whole explanations of the flagship claim graph with reviewed texts. After a change of wording, {@code mvn test
 * -Dtest=GoldenExplanationsTest -Dgolden.write=true} rewrites the texts; read the differences before you commit them.
 */
class GoldenExplanationsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/org/claimtrace/explanation");
  /** A word, or one Chinese character, of which some two make a word. */
  private static final Pattern WORD = Pattern.compile(
      "\\p{IsHan}|[\\p{L}\\p{N}’'-]*[\\p{L}&&[^\\p{IsHan}]][\\p{L}&&[^\\p{IsHan}]\\p{N}’'-]*");

  private static final String THESIS = "4o-taken-to-extend-elite-lives";
  private static final ClaimGraph FLAGSHIP = ClaimJson.read(Path.of("claims/gpt-4o-retro.json"));
  private static final Evaluation EVALUATION = Evaluator.usual().evaluate(FLAGSHIP);
  private static final ClaimGraph HARBOUR =
      ClaimJson.read(GOLDEN.resolve("numbers").resolve("harbour.json"));

  static Stream<Arguments> told() {
    return Stream.of(
            THESIS,
            "4o-rebuilt-as-4b-micro",
            "only-0.1-percent-chose-4o",
            "disclosed-from-the-start",
            "ai-bonds-use-same-pathways")
        .flatMap(claim -> Stream.of(Arguments.of(claim, "en"), Arguments.of(claim, "zh")));
  }

  private static Style in(String language) {
    return Style.builder().language(language).build();
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("told")
  void matchesTheGoldenFile(String claim, String language) throws IOException {
    assertGolden(
        claim + "." + language + ".txt", Explanation.of(EVALUATION, claim).toText(in(language)));
  }

  @ParameterizedTest(name = "in {0}")
  @CsvSource({"en", "zh"})
  void theThesisMatchesTheGoldenFileInMarkdown(String language) throws IOException {
    assertGolden(
        THESIS + "." + language + ".md",
        Explanation.of(EVALUATION, THESIS).toMarkdown(in(language)));
  }

  static Stream<Arguments> realArguments() {
    return Stream.of("mmr-and-autism", "vaccinated-covid-deaths", "brazilian-aardvark")
        .flatMap(file -> Stream.of(Arguments.of(file, "en"), Arguments.of(file, "zh")));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("realArguments")
  void aRealArgumentMatchesTheGoldenFileAndIsShort(String file, String language)
      throws IOException {
    ClaimGraph graph = ClaimJson.read(Path.of("claims", file + ".json"));
    Explanation explanation =
        Explanation.of(Evaluator.usual().evaluate(graph), graph.thesis().get(0));
    assertGolden(file + "." + language + ".txt", explanation.toText(in(language)));
    assertGolden(file + "." + language + ".md", explanation.toMarkdown(in(language)));
    List<String> words = new ArrayList<>();
    for (Outline.Paragraph paragraph : explanation.outline(language).paragraphs()) {
      boolean isListOfSources =
          paragraph.kind() == Outline.Kind.SOURCE && paragraph.remark().startsWith("[");
      if (isListOfSources) {
        break;
      }
      if (paragraph.kind() != Outline.Kind.HEAD) {
        WORD.matcher(paragraph.text()).results().forEach(word -> words.add(word.group()));
      }
    }
    assertThat(words).hasSizeLessThanOrEqualTo(language.equals("en") ? 350 : 700);
  }

  /** By logic alone nothing is left to chance, so the text has no chances. */
  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("told")
  void matchesTheGoldenFileByLogic(String claim, String language) throws IOException {
    Evaluation byLogic = Evaluator.builder().byLogic(true).build().evaluate(FLAGSHIP);
    assertGolden(
        "by-logic/" + claim + "." + language + ".txt",
        Explanation.of(byLogic, claim).toText(in(language)));
  }

  static Stream<Arguments> numbers() {
    Evaluator.Builder exact = Evaluator.builder();
    Evaluator.Builder convincing = Evaluator.builder().standard(Standard.CLEAR_AND_CONVINCING);
    Evaluator.Builder doubtless = Evaluator.builder().standard(Standard.BEYOND_REASONABLE_DOUBT);
    Evaluator.Builder sampled = Evaluator.builder().nodeBudget(0);
    return Stream.of(
            Arguments.of("closed-to-hide-spill", "exact", exact),
            Arguments.of("closed-to-hide-spill", "clear-and-convincing", convincing),
            Arguments.of("closed-to-hide-spill", "sampled", sampled),
            Arguments.of("fish-died", "exact", exact),
            Arguments.of("fish-died", "clear-and-convincing", convincing),
            Arguments.of("water-safe", "exact", exact),
            Arguments.of("water-safe", "beyond-reasonable-doubt", doubtless),
            Arguments.of("beach-closed", "exact", exact),
            Arguments.of("beach-closed", "sampled", sampled),
            Arguments.of("council-was-told", "exact", exact),
            Arguments.of("council-was-told", "sampled", sampled),
            Arguments.of("owner-is-liable", "exact", exact))
        .flatMap(each -> Stream.of("en", "zh")
            .map(language -> Arguments.of(each.get()[0], each.get()[1], language, each.get()[2])));
  }

  @ParameterizedTest(name = "{0}, {1}, in {2}")
  @MethodSource("numbers")
  void matchesTheGoldenFileWithNumbers(
      String claim, String how, String language, Evaluator.Builder evaluator) throws IOException {
    Evaluation evaluation = evaluator.build().evaluate(HARBOUR);
    assertGolden(
        "numbers/" + claim + "." + how + "." + language + ".txt",
        Explanation.of(evaluation, claim).toText(in(language)));
  }

  @ParameterizedTest(name = "in {0}")
  @CsvSource({"en", "zh"})
  void matchesTheGoldenFileWithNumbersAndEverything(String language) throws IOException {
    Style style = Style.builder().language(language).all(true).build();
    assertGolden(
        "numbers/owner-is-liable.all." + language + ".txt",
        Explanation.of(Evaluator.usual().evaluate(HARBOUR), "owner-is-liable").toText(style));
  }

  private static void assertGolden(String name, String text) throws IOException {
    new GoldenFile(GOLDEN.resolve(name)).holds(text);
  }

  @Test
  void theThesisIsShortEnoughToReadInAMinute() {
    for (String language : new String[] {"en", "zh"}) {
      assertThat(Explanation.of(EVALUATION, THESIS)
              .toText(in(language))
              .lines()
              .takeWhile(line -> !line.equals(language.equals("en") ? "Sources" : "来源"))
              .count())
          .isBetween(60L, 105L);
    }
  }

  @Test
  void theLanguageDefaultsToThatOfTheGraph() {
    Explanation explanation = Explanation.of(EVALUATION, THESIS);
    assertThat(explanation.toText()).isEqualTo(explanation.toText(in("en")));
    assertThat(explanation.toMarkdown()).isEqualTo(explanation.toMarkdown(in("en")));
  }

  @Test
  void theThesisHasAFalsePremiseAndARefutedAssumptionAndTwoRefutations() {
    Account thesis = Explanation.of(EVALUATION, THESIS).account();
    assertThat(thesis.diagnosis()).isEqualTo(Diagnosis.FALSE_PREMISE);
    LineReport leap = thesis.best().get(0);
    assertThat(leap.element()).isEqualTo(Element.inference("the-leap"));
    assertThat(leap.obstacles())
        .extracting(
            Obstacle::kind, obstacle -> obstacle.readings().get(0).element().id())
        .containsExactly(
            tuple(Obstacle.Kind.PREMISE_REFUTED, "4o-rebuilt-as-4b-micro"),
            tuple(Obstacle.Kind.ASSUMPTION_CONTESTED, "4o-retired-for-retro"));
    assertThat(thesis.refuting())
        .filteredOn(line -> line.holds())
        .extracting(line -> line.element().id())
        .containsExactly("nothing-was-rebuilt", "not-withdrawn-for-retro");
  }

  @Test
  void theStepOfThePostIsABrokenLeapStoppedByAnException() {
    Account rebuilt = Explanation.of(EVALUATION, "4o-rebuilt-as-4b-micro").account();
    assertThat(rebuilt.diagnosis()).isEqualTo(Diagnosis.BROKEN_LEAP);
    assertThat(rebuilt.best().get(0).obstacles())
        .extracting(Obstacle::kind)
        .containsExactly(Obstacle.Kind.EXCEPTION_ACCEPTED);
  }

  @ParameterizedTest(name = "{0} columns in {1}, everything told: {2}")
  @CsvSource({"40,en,false", "40,zh,true", "80,en,true", "80,zh,true", "120,en,true", "57,zh,false"
  })
  void noLineIsWiderThanAsked(int width, String language, boolean all) {
    Style style = Style.builder().width(width).language(language).all(all).build();
    EVALUATION.graph().claims().forEach(claim -> {
      Explanation explanation = Explanation.of(EVALUATION, claim.id());
      assertThat(explanation.toText(style).lines())
          .as(claim.id())
          .allMatch(line -> Columns.width(line) <= width || isAddress(line))
          .noneMatch(line -> line.endsWith(" "));
      assertThat(explanation.toSummary(style).lines())
          .allMatch(line -> Columns.width(line) <= width || isAddress(line));
    });
  }

  @Test
  void colourChangesNothingButColour() {
    Style coloured = Style.builder().colour(true).build();
    String text = Explanation.of(EVALUATION, THESIS).toText(coloured);
    assertThat(text).contains("\033[1m", "\033[31m✗\033[0m", "\033[32m✓\033[0m");
    assertThat(text.replaceAll("\033\\[[0-9]+m", ""))
        .isEqualTo(Explanation.of(EVALUATION, THESIS).toText());
  }

  @Test
  void withEverythingItNamesEveryClaimAndFoldsNothing() {
    Explanation explanation = Explanation.of(EVALUATION, THESIS);
    String whole = explanation.toText(Style.builder().all(true).width(200).build());
    explanation
        .accounts()
        .forEach(account -> assertThat(whole).contains("[" + account.claimId() + "]"));
    assertThat(whole).doesNotContain("…").doesNotContain("and one more");
  }

  /** An address is not broken, so that it can be followed. */
  private static boolean isAddress(String line) {
    return line.strip().startsWith("https://") && line.strip().indexOf(' ') < 0;
  }
}
