package org.claimtrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimtrace.GoldenFile;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.wording.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of every rule are its tests. What a rule finds in its bad example, whole and in both languages, is in a golden file
 * under its code.
 */
class InspectionRulesTest {

  private static final Path GOLDEN =
      Path.of("src/test/resources/org/claimtrace/inspection/findings");

  static List<InspectionRule> rules() {
    return Inspector.usual().rules();
  }

  private static Evaluation evaluated(ClaimGraph graph) {
    return Evaluator.usual().evaluate(graph);
  }

  private static List<Finding> found(InspectionRule rule, ClaimGraph graph) {
    Evaluation evaluation = evaluated(graph);
    Inspection inspection = Inspector.usual().inspect(evaluation);
    List<Finding> found = inspection.findings(rule.code());
    assertThat(rule.findings(evaluation)).containsExactlyInAnyOrderElementsOf(found);
    return found;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsWhatTheBadExampleShows(InspectionRule rule) throws IOException {
    List<Finding> found = found(rule, rule.badExample().orElseThrow());
    assertThat(found).isNotEmpty().allMatch(finding -> finding.code().equals(rule.code()));
    new GoldenFile(GOLDEN.resolve(rule.code() + ".txt"))
        .holds(found.stream().map(InspectionRulesTest::whole).collect(Collectors.joining("\n")));
  }

  private static String whole(Finding finding) {
    StringBuilder text = new StringBuilder();
    text.append(finding.severity()).append(" at ");
    text.append(finding.elements().stream()
        .map(Element::toString)
        .collect(Collectors.joining(", ", "", "\n")));
    for (String language : List.of("en", "zh")) {
      text.append(finding.message(language)).append('\n');
      text.append("  ").append(finding.remedy(language)).append('\n');
    }
    finding
        .related()
        .asMap()
        .forEach(
            (name, elements) -> text.append(name).append(": ").append(elements).append('\n'));
    finding
        .numbers()
        .forEach((name, number) -> text.append(name).append(": ").append(number).append('\n'));
    finding
        .words()
        .forEach((name, words) -> text.append(name).append(": ").append(words).append('\n'));
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsNothingInTheGoodExample(InspectionRule rule) {
    assertThat(found(rule, rule.goodExample().orElseThrow())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasWordsInBothLanguages(InspectionRule rule) {
    assertThat(rule.code()).matches("[a-z]+(-[a-z]+)*");
    for (Finding finding : found(rule, rule.badExample().orElseThrow())) {
      assertThat(Stream.of(finding.message(), finding.remedy(), rule.description(), rule.reason()))
          .allSatisfy(text -> {
            assertThat(text.byTag().keySet()).containsExactly("en", "zh");
            assertThat(text.in("en").words()).doesNotContain("{").matches("(?s)[A-Z0-9“].*[.”]");
            assertThat(text.in("zh").words()).doesNotContain("{").matches("(?s).*[。”]");
          });
    }
  }

  @Test
  void haveCodesOfTheirOwn() {
    assertThat(rules()).extracting(InspectionRule::code).doesNotHaveDuplicates();
  }

  /** A sentence that belongs to no rule would be left over from one that was taken away. */
  @Test
  void ownEverySentenceOfTheInspection() {
    List<String> rules = rules().stream()
        .map(rule -> "FINDING_" + Ascii.toUpperCase(rule.code()).replace('-', '_'))
        .toList();
    List<String> whole = List.of(
        "FINDING_TITLE",
        "FINDING_NONE",
        "FINDING_ERRORS",
        "FINDING_WARNINGS",
        "FINDING_NOTES",
        "FINDING_ACCEPTED",
        "FINDING_CODED",
        "FINDING_BECAUSE",
        "FINDING_PATH_SEPARATOR");
    assertThat(Arrays.stream(Sentence.values()).map(Enum::name))
        .filteredOn(name -> name.startsWith("FINDING_") && !whole.contains(name))
        .allMatch(name -> rules.stream().anyMatch(name::startsWith));
  }
}
