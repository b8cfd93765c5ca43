package org.claimtrace.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import java.util.List;
import java.util.Optional;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.model.Appearance;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChainTextTest {

  private static final Evaluation EVALUATION = Evaluator.usual()
      .evaluate(graph(
          source("post"),
          source("wire").reliability(.9),
          source("daily").derivedFrom("wire"),
          source("blog").reliability(.3),
          claim("top")
              .inference(step("said", "told")
                  .id("by-post")
                  .by("post")
                  .note("Who says so is right.")
                  .strength(.8))
              .inference(step("loop").id("turn"))
              .inference(Inference.builder()
                  .allPremises(List.of(Premise.not("told"), Premise.not("bare")))
                  .id("no")
                  .stance(Stance.REFUTES))
              .contradicts("rival"),
          claim("said").appearance(Appearance.builder("post")),
          claim("told").evidence(evidence("daily").quote("It is so.").locator("page 3")),
          claim("loop").inference(step("top").id("back")),
          claim("bare"),
          claim("rival").evidence(evidence("blog"))));

  private static String text(Object... parts) {
    return Chains.of(Evaluator.usual().evaluate(graph(parts)), "a").best(9).toText();
  }

  @Nested
  class InEnglish {
    @Test
    void tellsHowEachChainEndsAndWhereItBreaks() {
      assertThat(Chains.of(EVALUATION, "top").best(9).toText()).isEqualTo("""
          top
          ? Unverified  [top]
            In round brackets: in how many of 100 worlds a step holds together with all it
            needs, if not in all.

          1. For it: a chain that breaks
            (0) Who says so is right. This step is taken by “post” [1]. This would follow
            from:
              ? said (one of 2 premises)
            Here the chain breaks. Nothing is on record for this. It is only said, in
            “post” [1].

          2. For it: a chain that breaks
            (0) The same step as in chain 1. Here the chain breaks. A premise is
            unverified:
              ? said
            This would follow from:
              ✓ told (one of 2 premises)
            • (90) Source: “daily” [2]
              “It is so.” (page 3)
            • (90) Which has it from: “wire” [3]

          3. For it: a chain that breaks
            (0) This would follow from:
              ? loop
            (0) Here the chain breaks. It goes round in a circle, and nothing outside
            carries it: “top” → “loop” → “top”.
            This would follow from:
              ? top

          4. Against it: a chain that breaks; it holds in only 30 of 100 worlds
            (30) It could not be true together with this, were this accepted:
              ? rival
            • (30) Source: “blog” [4]
            Here the chain breaks. “blog” [4] is not reliable enough: graded 0.3, it is
            right in 30 of 100 worlds.
            Weakest link: “blog” [4] (taken by itself, 30 of 100).

          5. Against it: a chain that breaks
            (0) It would fall with this, were this refuted:
              ✓ told (one of 2 premises)
            Here the chain breaks. Nothing is on record against this. It needs this to be
            refuted, and it has not been:
              ? bare

          6. Against it: a chain that breaks
            (0) The same step as in chain 5. It would fall with this, were this refuted:
              ? bare (one of 2 premises)
            Here the chain breaks. Nothing is on record against this. It needs this to be
            false, but it holds:
              ✓ told

          Sources
            [1] “post”
            [2] “daily”
            [3] “wire”
                Graded 0.9 for reliability.
            [4] “blog”
                Graded 0.3 for reliability.
          """);
    }

    @Test
    void saysThatThereAreMore() {
      assertThat(Chains.of(EVALUATION, "top").best(1).toText())
          .contains("\nThere are more chains.\n\n");
    }

    @Test
    void namesQualificationsAndContradictions() {
      assertThat(text(
              source("s"),
              claim("a").evidence(qualifying("s").id("but")).contradicts("b"),
              claim("b").evidence(evidence("s").id("e"))))
          .isEqualTo("""
              a
              ✗ Refuted  [a]

              1. Against it: a chain that holds
                It cannot be true together with this, which is accepted:
                  ✓ b
                • Source: “s” [1]

              2. On what it leaves out: a chain that holds
                • This source qualifies it: “s” [1]

              Sources
                [1] “s”
              """);
    }

    @Test
    void namesPublishedVerdictsAndSourcesReadElsewhere() {
      assertThat(text(
              source("s").readIn("r"),
              source("r"),
              claim("a").inference(step("b").id("i")).inference(against("c").id("j")),
              claim("b").review(Review.builder("r", Verdict.SUPPORTED)),
              claim("c").evidence(evidence("s").id("e"))))
          .isEqualTo("""
              a
              ⇄ Conflicting evidence  [a]

              1. For it: a chain that holds
                This follows from:
                  ✓ b
                • Published verdict, for want of evidence on record: “r” [1], entered here as
                  “Supported”.

              2. Against it: a chain that holds
                This speaks against it:
                  ✓ c
                • Source: “s” [2], read in “r” [1]

              Sources
                [1] “r”
                [2] “s”
              """);
    }

    @Test
    void namesSuppositions() {
      Evaluation supposing = Evaluator.builder()
          .suppose("b", Supposition.ACCEPTED)
          .build()
          .evaluate(graph(claim("a").inference(step("b")), claim("b")));
      assertThat(Chains.of(supposing, "a").best(1).toText()).isEqualTo("""
          a
          ✓ Supported  [a]

          1. For it: a chain that holds
            This follows from:
              ✓ b
              This is supposed to be accepted, whatever bears on it.
          """);
    }

    @Test
    void saysThatEachLinkSufficesButNotAllTogether() {
      assertThat(text(
              source("s").reliability(.7),
              claim("a")
                  .evidence(evidence("s").strength(.7))
                  .evidence(evidence("s").id("e").strength(.7))))
          .contains("""
                • (49) Source: “s” [1]
                Here the chain breaks. Each link may do by itself, but all of them up to here
                hold together in only 49 of 100 worlds; it takes more than 50.
                Weakest link: “s” [1] (taken by itself, 70 of 100).
              """);
    }

    @Test
    void saysThatTheOrderIsNotCertain() {
      Chains.Best best = Chains.of(EVALUATION, "told").best(1);
      assertThat(new Chains.Best(
                  best.evaluation(),
                  best.claimId(),
                  best.asserter(),
                  best.chains(),
                  Optional.empty(),
                  false,
                  best.method())
              .toText())
          .contains(
              "\nBetter chains may have been left out: to be certain would have taken too long.\n\n");
    }
  }

  @Nested
  class ToldWhole {
    @Test
    void namesEveryClaimAndRepeatsItself() {
      String whole = Chains.of(EVALUATION, "top")
          .best(9)
          .toText(Style.builder().all(true).width(200).build());
      assertThat(whole)
          .contains("✓ told [told] (one of 2 premises)", "? said [said] (one of 2 premises)")
          .doesNotContain("The same step");
    }
  }
}
