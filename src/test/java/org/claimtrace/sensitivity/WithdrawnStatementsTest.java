package org.claimtrace.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Verdict;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.junit.jupiter.api.Test;

class WithdrawnStatementsTest {

  private static final ClaimGraph GRAPH = graph(
      source("paper"),
      claim("unsafe").evidence(evidence("paper").retracted(Retraction.builder("2020-05"))));

  private static String text(ClaimGraph graph, String claim, String language) {
    return Sensitivity.of(Evaluator.usual().evaluate(graph), claim)
        .toText(Style.builder().language(language).width(100).build());
  }

  @Test
  void areToldWithWhatLiftingTheWithdrawalWouldChange() {
    assertThat(text(GRAPH, "unsafe", "en")).isEqualTo("""
        unsafe
        The verdict is “Unverified”.

        Sources it cannot do without
          Whichever source turns out to be wrong, the verdict stands.

        Withdrawn statements
          • Withdrawn in May 2020: “paper” [1], as a source for it. If it had not been withdrawn, the
            verdict would be “Supported”.

        What would change it
          • “Supported” if this withdrawal is lifted: “paper” [1], as a source for it

        Sources
          [1] “paper”
        """);
    assertThat(text(GRAPH, "unsafe", "zh")).contains("""
        已撤回的说法
          • 已于 2020 年 5 月撤回：支持它的来源：“paper（en）”[1]。如果没有撤回，结论就是“属实”。
        """).contains("""
          • 取消这一撤回就是“属实”：支持它的来源：“paper（en）”[1]
        """);
  }

  @Test
  void thatChangeNothingAreToldToo() {
    ClaimGraph graph = graph(
        source("paper"),
        source("census"),
        claim("unsafe")
            .evidence(evidence("census").id("for"))
            .evidence(evidence("paper").retracted(Retraction.builder("2020-05"))));

    assertThat(text(graph, "unsafe", "en"))
        .contains("Withdrawn in May 2020: “paper” [2], as a source for it. If it had not been")
        .contains("withdrawn, the\n    verdict would be the same.");
    assertThat(Sensitivity.of(
                Evaluator.usual().evaluate(graph),
                "unsafe",
                Optional.of(Verdict.REFUTED),
                Limits.USUAL)
            .toText("en"))
        .contains("No single change to what is entered gives that verdict.");
  }

  @Test
  void areSaidNotToHaveBeenTriedWhereThatWouldTakeTooLong() {
    Sensitivity sensitivity = Sensitivity.of(
        Evaluator.usual().evaluate(GRAPH), "unsafe", Optional.empty(), Limits.USUAL.mostWork(1));

    assertThat(sensitivity.grounds().withdrawn())
        .containsExactly(new WithdrawnStatement(
            "unsafe/evidence/paper", PartialDate.parse("2020-05"), Optional.empty()));
    assertThat(sensitivity.toText("en")).doesNotContain("No single change to what is entered");
  }

  @Test
  void exhibitsAreSourcesThatBearOnAClaim() {
    ClaimGraph graph = graph(
        source("speech").reliability("E"),
        claim("said").evidence(evidence("speech").exhibit(true)));

    assertThat(text(graph, "said", "en"))
        .contains("Whichever source turns out to be wrong, the verdict stands.")
        .doesNotContain("No source");
    assertThat(text(
            graph(
                source("speech"),
                claim("said").evidence(refuting("speech").strength(0).exhibit(true))),
            "said",
            "en"))
        .doesNotContain("No source");
  }

  private static Evidence upheld(Evidence evidence) {
    Evidence.Builder upheld = Evidence.builder(evidence.sourceId())
        .stance(evidence.stance())
        .strength(evidence.strength())
        .exhibit(evidence.isExhibit())
        .allUnless(evidence.unless())
        .allOverrides(evidence.overrides());
    evidence.id().ifPresent(upheld::id);
    evidence.via().ifPresent(upheld::allVia);
    evidence.derivedFrom().ifPresent(upheld::allDerivedFrom);
    evidence.date().ifPresent(upheld::date);
    return upheld.build();
  }

  private static ClaimGraph upholding(ClaimGraph graph, Claim of, Evidence evidence) {
    ClaimGraph.Builder upholding = graph.toBuilder().allClaims(ImmutableList.of());
    for (Claim claim : graph.claims()) {
      upholding.claim(
          claim.equals(of)
              ? claim.toBuilder()
                  .allEvidence(claim.evidence().stream()
                      .map(each -> each.equals(evidence) ? upheld(each) : each)
                      .toList())
                  .build()
              : claim);
    }
    return upholding.build();
  }

  /** Lifts every withdrawal by itself, and compares what is told with what that changes. */
  @Test
  void areSaidToChangeWhatTheyChange() {
    int changed = 0;
    for (long seed = 0; seed < 400; seed++) {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      Evaluator.Builder options = Evaluator.builder()
          .reviews(ReviewPolicy.values()[(int) (seed % 3)])
          .byLogic(seed % 4 == 0);
      if (seed % 5 == 0) {
        options.asOf("2021");
      }
      Evaluator evaluator = options.build();
      Evaluation evaluation = evaluator.evaluate(graph);
      for (Claim of : graph.claims()) {
        for (Evidence evidence : of.evidence()) {
          Element element = evidence.element(of.id());
          if (evidence.retracted().isEmpty() || !evaluation.isWithdrawn(element.id())) {
            continue;
          }
          Evaluation lifted = evaluator.evaluate(upholding(graph, of, evidence));
          for (Claim claim : graph.claims()) {
            Sensitivity sensitivity = Sensitivity.of(evaluation, claim.id());
            Optional<WithdrawnStatement> told = sensitivity.grounds().withdrawn().stream()
                .filter(each -> each.evidenceId().equals(element.id()))
                .findFirst();
            Verdict then = lifted.verdict(claim.id());
            told.ifPresent(each -> assertThat(each.lifted()).contains(then));
            if (then != evaluation.verdict(claim.id())) {
              changed++;
              assertThat(told).as("%s on %s in graph %s", element, claim, seed).isPresent();
              assertThat(sensitivity.toText("en"))
                  .doesNotContain(
                      "No single change",
                      "No source bears on it",
                      "No source that bears on it counts",
                      "Every source that bears on it was retracted",
                      "It turns on nothing",
                      "Nothing is entered");
            }
          }
        }
      }
      for (Claim claim : graph.claims()) {
        boolean isShown = claim.evidence().stream()
            .filter(each -> each.isExhibit() || each.retracted().isPresent())
            .map(each -> each.element(claim.id()))
            .anyMatch(each -> evaluation.exists(each) && evaluation.counts(each));
        if (isShown && evaluation.supposed(claim.id()).isEmpty()) {
          assertThat(Sensitivity.of(evaluation, claim.id()).toText("en"))
              .doesNotContain("No source bears on it", "No source that bears on it counts");
        }
      }
    }
    assertThat(changed).isGreaterThan(20);
  }
}
