package org.claimtrace.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.Outline.Kind;
import org.claimtrace.explanation.Outline.Link;
import org.claimtrace.explanation.Outline.Paragraph;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.sensitivity.Sensitivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutlineTest {

  private static final ClaimGraph MOON = ClaimGraph.builder("moon")
      .title("The Moon")
      .source(Source.builder("film").title("A film"))
      .source(Source.builder("rocks").title("The rocks"))
      .claim(Claim.builder("faked")
          .text("The landing was faked")
          .inference(Inference.builder("flag").id("so-faked").by("film")))
      .claim(Claim.builder("flag")
          .text("The flag waves")
          .evidence(Evidence.builder("film"))
          .evidence(Evidence.builder("rocks")
              .stance(Stance.REFUTES)
              .quote("There is no wind")
              .overrides("flag/evidence/film")))
      .build();
  private static final Evaluation EVALUATION = Evaluator.usual().evaluate(MOON);

  private static Paragraph first(Outline outline, Kind kind) {
    return outline.paragraphs(kind).get(0);
  }

  @Test
  void beginsWithTheClaimAndItsVerdict() {
    Outline outline = Explanation.of(EVALUATION, "flag").outline("en");
    Paragraph head = outline.paragraphs().get(0);
    assertThat(head.kind()).isEqualTo(Kind.HEAD);
    assertThat(head.text()).isEqualTo("The Moon");
    Paragraph title = outline.paragraphs().get(1);
    assertThat(title.kind()).isEqualTo(Kind.TITLE);
    assertThat(title.text()).isEqualTo("The flag waves");
    assertThat(title.element()).contains(Element.claim("flag"));
    Paragraph verdict = outline.paragraphs().get(2);
    assertThat(verdict)
        .isEqualTo(new Paragraph(
            Kind.VERDICT,
            0,
            false,
            "✗",
            "Refuted",
            "",
            Optional.of(Element.claim("flag")),
            Optional.of(Verdict.REFUTED),
            ImmutableList.of()));
    assertThat(outline.paragraphs(Kind.HEADING)).isNotEmpty();
  }

  @Test
  void saysWhichLineAParagraphIsAbout() {
    Outline outline = Explanation.of(EVALUATION, "flag").outline("en");
    assertThat(first(outline, Kind.LINE_AGAINST).element())
        .contains(Element.evidence("flag/evidence/rocks"));
    assertThat(first(outline, Kind.LINE_FOR).element())
        .contains(Element.evidence("flag/evidence/film"));
    assertThat(first(outline, Kind.QUOTE).text()).contains("There is no wind");
    assertThat(first(outline, Kind.OBSTACLE).element())
        .contains(Element.evidence("flag/evidence/rocks"));
  }

  @Test
  void linksTheNumbersOfSourcesAndTheListOfThem() {
    Evaluation evaluation = Evaluator.usual()
        .evaluate(ClaimGraph.builder("rain")
            .title("Rain")
            .source(Source.builder("gauge").title("The gauge").url("https://example.org/gauge"))
            .source(Source.builder("diary").title("A diary"))
            .claim(Claim.builder("rained")
                .text("It rained")
                .evidence(Evidence.builder("gauge"))
                .evidence(Evidence.builder("diary")))
            .build());
    Outline outline = Explanation.of(evaluation, "rained").outline("en");
    assertThat(outline.paragraphs(Kind.LINE_FOR))
        .extracting(Paragraph::text, Paragraph::links)
        .containsExactly(
            tuple(
                "“The gauge” [1]", ImmutableList.of(new Link(12, 15, "https://example.org/gauge"))),
            tuple("“A diary” [2]", ImmutableList.of()));
    assertThat(outline.paragraphs(Kind.SOURCE))
        .extracting(Paragraph::remark, Paragraph::text, Paragraph::links, Paragraph::element)
        .containsExactly(
            tuple(
                "[1]",
                "“The gauge”",
                ImmutableList.of(new Link(0, 11, "https://example.org/gauge")),
                Optional.of(Element.source("gauge"))),
            tuple("[2]", "“A diary”", ImmutableList.of(), Optional.of(Element.source("diary"))));
    assertThat(outline.toMarkdown()).endsWith("""
        ## What speaks for it

        - “The gauge” [\\[1\\]](<https://example.org/gauge>)
        - “A diary” \\[2\\]

        ## Sources

        1. [“The gauge”](<https://example.org/gauge>)
        2. “A diary”
        """);
  }

  @Test
  void saysWhichClaimIsInTheWay() {
    Outline outline = Explanation.of(EVALUATION, "faked").outline("en");
    Paragraph obstacle = first(outline, Kind.OBSTACLE);
    Paragraph claim = first(outline, Kind.CLAIM);
    assertThat(claim.element()).contains(Element.claim("flag"));
    assertThat(claim.verdict()).contains(Verdict.REFUTED);
    assertThat(claim.mark()).isEqualTo("✗");
    assertThat(claim.depth()).isEqualTo(obstacle.depth() + 1);
  }

  static Stream<Prose> results() {
    Evaluation evaluation =
        Evaluator.usual().evaluate(ClaimJson.read(Path.of("claims/gpt-4o-retro.json")));
    String thesis = "4o-taken-to-extend-elite-lives";
    return Stream.of(
        Explanation.of(evaluation, thesis),
        Explanations.of(evaluation, List.of(thesis)),
        Chains.of(evaluation, thesis).best(3),
        Contrast.of(evaluation, thesis, Verdict.SUPPORTED),
        Sensitivity.of(evaluation, thesis));
  }

  @ParameterizedTest
  @MethodSource("results")
  void hasTheWordsOfTheTextAndOfTheMarkdown(Prose result) {
    Style style = Style.builder().language("zh").width(1_000_000).build();
    Outline outline = result.outline(style);
    assertThat(outline.toText(style)).isEqualTo(result.toText(style));
    assertThat(outline.toMarkdown()).isEqualTo(result.toMarkdown(style));
    String text = result.toText(style);
    for (Paragraph paragraph : outline.paragraphs()) {
      assertThat(text).contains(paragraph.text());
      assertThat(text).contains(paragraph.mark() + (paragraph.mark().isEmpty() ? "" : " "));
    }
  }

  @ParameterizedTest
  @MethodSource("results")
  void isATreeBelowEachHeading(Prose result) {
    int depth = -1;
    for (Paragraph paragraph : result.outline("en").paragraphs()) {
      boolean begins = paragraph.kind() == Kind.HEADING || paragraph.kind() == Kind.TITLE;
      assertThat(paragraph.depth()).isLessThanOrEqualTo(begins ? 0 : depth + 1);
      depth = begins ? -1 : paragraph.depth();
    }
  }

  @ParameterizedTest
  @MethodSource("results")
  void isAValueAndJson(Prose result) {
    assertThat(result.outline("en"))
        .isEqualTo(result.outline("en"))
        .hasSameHashCodeAs(result.outline("en"))
        .isNotEqualTo(result.outline("zh"));
    assertThat(result.outline("en").toJson())
        .startsWith("""
        {
          "format": 1,
          "result": "outline",
          "paragraphs": [
            {
              "kind": "%s",
              "depth": 0,
              "text": \
        """.formatted(result.outline("en").paragraphs().get(0).kind()));
    assertThat(result.outline("en")).asString().startsWith("outline of ");
  }

  @Test
  void ofSeveralExplanationsIsOneBelowTheOther() {
    Explanations both = Explanations.of(EVALUATION, List.of("faked", "flag"));
    assertThat(both.outline("en").paragraphs(Kind.TITLE).stream().map(Paragraph::text))
        .containsExactly("The landing was faked", "The flag waves");
  }
}
