package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.claimtrace.change.Changes;
import org.claimtrace.change.Consequences;
import org.claimtrace.change.History;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.explanation.Chains;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Explanations;
import org.claimtrace.explanation.Outline;
import org.claimtrace.explanation.Outline.Kind;
import org.claimtrace.explanation.Outline.Link;
import org.claimtrace.explanation.Outline.Paragraph;
import org.claimtrace.explanation.Prose;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.claimtrace.sensitivity.Sensitivity;
import org.claimtrace.sensitivity.SourceInfluence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests, on random graphs, that every answer that names a source numbers it and lists it, and lists nothing else. */
class NumberedSourcesTest {

  private static final int GRAPHS = 60;
  private static final Pattern NUMBER = Pattern.compile("\\[(\\d+)]");

  static Stream<Long> seeds() {
    return LongStream.range(0, GRAPHS).boxed();
  }

  /** A random graph whose sources can be read somewhere, at least every other one. */
  private static ClaimGraph graph(long seed) {
    ClaimGraph graph = RandomClaimGraphs.graph(seed, 6);
    List<Source> sources = new ArrayList<>();
    for (Source source : graph.sources()) {
      sources.add(
          sources.size() % 2 == 0
              ? source.toBuilder().url("https://example.org/" + source.id()).build()
              : source);
    }
    return graph.toBuilder().allSources(sources).build();
  }

  private static List<Prose> answers(ClaimGraph graph) {
    Evaluator evaluator = Evaluator.usual();
    Evaluation evaluation = evaluator.evaluate(graph);
    List<Prose> answers = new ArrayList<>();
    for (Claim claim : graph.claims().subList(0, Math.min(3, graph.claims().size()))) {
      String id = claim.id();
      Verdict other =
          evaluation.verdict(id) == Verdict.REFUTED ? Verdict.SUPPORTED : Verdict.REFUTED;
      answers.addAll(List.of(
          Explanation.of(evaluation, id),
          Chains.of(evaluation, id).best(4),
          Contrast.of(evaluation, id, other),
          Sensitivity.of(evaluation, id),
          History.of(evaluation, id)));
    }
    answers.add(
        Explanations.of(evaluation, graph.claims().stream().map(Claim::id).toList()));
    answers.add(SourceInfluence.of(evaluation));
    answers.add(ReviewCheck.of(graph, evaluator));
    if (!graph.sources().isEmpty()) {
      String source = graph.sources().get(0).id();
      answers.add(SourceInfluence.of(evaluation, source));
      Evaluation scenario = evaluation.whatIf().scenario().discredit(source).evaluate();
      answers.add(Consequences.of(evaluation, scenario));
      answers.add(Changes.between(evaluation, scenario));
    }
    return answers;
  }

  private static void addNumbers(String words, Set<Integer> numbers) {
    Matcher found = NUMBER.matcher(words);
    while (found.find()) {
      numbers.add(Integer.parseInt(found.group(1)));
    }
  }

  private static boolean isListed(Paragraph paragraph) {
    return paragraph.kind() == Kind.SOURCE && NUMBER.matcher(paragraph.remark()).matches();
  }

  @ParameterizedTest(name = "graph {0}")
  @MethodSource("seeds")
  void whatIsNumberedIsListedAndNothingElse(long seed) {
    ClaimGraph graph = graph(seed);
    for (Prose answer : answers(graph)) {
      for (String language : List.of("en", "zh")) {
        for (boolean all : List.of(false, true)) {
          Outline outline =
              answer.outline(Style.builder().language(language).all(all).build());
          Set<Integer> named = new TreeSet<>();
          List<Paragraph> listed = new ArrayList<>();
          for (Paragraph paragraph : outline.paragraphs()) {
            if (isListed(paragraph)) {
              listed.add(paragraph);
            } else {
              addNumbers(paragraph.text() + paragraph.remark(), named);
            }
            assertThat(paragraph.text() + paragraph.remark())
                .doesNotContainPattern("[\uFDD0\uFDD1]");
            links(paragraph, graph);
          }
          assertThat(listed.stream().map(Paragraph::remark))
              .as("%s, everything: %s: %s", answer, all, outline.toMarkdown())
              .containsExactlyElementsOf(IntStream.rangeClosed(1, listed.size())
                  .mapToObj("[%d]"::formatted)
                  .toList());
          assertThat(named)
              .as("%s, everything: %s: %s", answer, all, outline.toMarkdown())
              .containsExactlyElementsOf(
                  IntStream.rangeClosed(1, listed.size()).boxed().toList());
        }
      }
    }
  }

  /** A link is the number of a source, or a title or an address in the list of sources, and leads to that source. */
  private static void links(Paragraph paragraph, ClaimGraph graph) {
    int at = 0;
    for (Link link : paragraph.links()) {
      assertThat(link.begin()).isGreaterThanOrEqualTo(at);
      assertThat(link.end()).isBetween(link.begin() + 1, paragraph.text().length());
      at = link.end();
      String words = paragraph.text().substring(link.begin(), link.end());
      if (isListed(paragraph)) {
        assertThat(graph.source(paragraph.element().orElseThrow().id()).url()).contains(link.url());
      } else {
        assertThat(NUMBER.matcher(words).matches() || words.equals(link.url())).isTrue();
      }
    }
  }
}
