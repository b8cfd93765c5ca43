package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the table of the page on meaning with the verdicts on the worked cases by logic and by each standard. */
class WorkedCasesByStandardTest {

  private static ClaimGraph graph(String file) {
    return ClaimJson.read(Path.of("claims/worked-cases", file + ".json"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "one-good-witness, SUPPORTED, SUPPORTED, SUPPORTED, UNVERIFIED",
    "a-contrary-voice-must-be-answered, CONFLICTING, CONFLICTING, CONFLICTING, CONFLICTING",
    "a-correction-settles-it, REFUTED, REFUTED, REFUTED, CONFLICTING",
    "copies-are-worth-nothing, UNVERIFIED, UNVERIFIED, UNVERIFIED, UNVERIFIED",
    "a-copy-that-twists-its-origin, CONFLICTING, CONFLICTING, UNVERIFIED, UNVERIFIED",
    "an-exception-stops-the-step, UNVERIFIED, UNVERIFIED, UNVERIFIED, UNVERIFIED"
  })
  void haveTheVerdictsOfThePageByLogicAndByEachStandard(
      String file, Verdict byLogic, Verdict first, Verdict second, Verdict third) {
    ClaimGraph graph = graph(file);
    String claim =
        graph.thesis().isEmpty() ? graph.claims().get(0).id() : graph.thesis().get(0);
    assertThat(Evaluator.builder().byLogic(true).build().evaluate(graph).verdict(claim))
        .isEqualTo(byLogic);
    List<Verdict> verdicts = List.of(first, second, third);
    for (Standard standard : Standard.values()) {
      assertThat(Evaluator.builder().standard(standard).build().evaluate(graph).verdict(claim))
          .as("%s", standard)
          .isEqualTo(verdicts.get(standard.ordinal()));
    }
  }

  @Test
  void onlyTheCopiesOfOneHalfAreClose() {
    for (String file : List.of(
        "one-good-witness",
        "a-contrary-voice-must-be-answered",
        "a-correction-settles-it",
        "copies-are-worth-nothing",
        "copies-without-their-original",
        "a-copy-that-twists-its-origin",
        "an-exception-stops-the-step")) {
      ClaimGraph graph = graph(file);
      assertThat(graph.claims())
          .as(file)
          .isNotEmpty()
          .allMatch(claim -> Evaluator.usual().evaluate(graph).isClose(claim.id())
              == file.equals("copies-are-worth-nothing"));
    }
  }
}
