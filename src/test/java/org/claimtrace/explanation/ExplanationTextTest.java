package org.claimtrace.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTextTest {

  private static String text(ClaimGraph graph, String claim) {
    return Explanation.of(Evaluator.usual().evaluate(graph), claim).toText();
  }

  private static String text(String claim, Object... parts) {
    return text(graph(parts), claim);
  }

  private static Style chinese() {
    return Style.builder().language("zh").build();
  }

  @Nested
  class OfAClaimWithoutAnything {
    @Test
    void saysThatNobodyLooked() {
      assertThat(text("c", claim("c"))).isEqualTo("""
          Graph

          c
          ? Unverified  [c]
            Nothing is on record for it or against it, and nobody is on record as having
            looked.
          """);
    }
  }

  @Nested
  class OfAnOpinion {
    private final ClaimGraph graph =
        graph(claim("dull").kind(ClaimKind.OPINION).evidence(evidence("critic")), source("critic"));

    @Test
    void ratesTheArgumentAndNotTheTruth() {
      assertThat(text(graph, "dull")).contains("✓ Well argued  [dull]");
    }

    @Test
    void ratesTheArgumentInChineseToo() {
      assertThat(Explanation.of(Evaluator.usual().evaluate(graph), "dull").toText(chinese()))
          .contains("✓ 言之有据  [dull]");
    }
  }

  @Nested
  class OfAStepWithSeveralExceptions {
    @Test
    void saysWhichStopItBeforeThoseThatAreUndecided() {
      ClaimGraph graph = graph(
          claim("c").inference(step("p").unless("odd", "so")),
          claim("p").evidence(evidence("s")),
          claim("odd").inference(step("p").unless("odd")),
          claim("so").evidence(evidence("s")),
          source("s"));
      assertThat(text(graph, "c")).contains("""

          Where it breaks
            From “p” this is concluded.
            ├─ This stops the step:
            │    ✓ so
            │      Source: “s” [1]
            └─ Whether this stops the step is undecided:
                 ? odd
                 │ Whether anything said for it or against it holds is undecided. The
                 │ argument for it is caught in a stand-off.
                 └─ Its premise holds:
                      ✓ p (see above)
                   Whether it holds hangs on whether it holds, so there is no answer.
          """);
    }
  }

  @Nested
  class OfTextsInAnotherLanguage {
    @Test
    void marksTheLanguage() {
      ClaimGraph graph = ClaimGraph.builder("g")
          .title("G")
          .claim(Claim.builder("c").text("zh", "天是蓝的").evidence(evidence("s")))
          .source(source("s"))
          .build();
      assertThat(text(graph, "c")).contains("天是蓝的 (zh)\n✓ Supported  [c]\n");
      assertThat(Explanation.of(Evaluator.usual().evaluate(graph), "c").toText(chinese()))
          .isEqualTo("""
              G（en）

              天是蓝的
              ✓ 属实  [c]
                支持它的依据成立，没有成立的反驳。

              支持它的依据
                • “s（en）”[1]

              来源
                [1] “s（en）”
              """);
    }

    @Test
    void usesTheLanguageOfTheGraphIfItIsSupported() {
      ClaimGraph.Builder graph = ClaimGraph.builder("g").title("G").claim("c", "C");
      assertThat(text(graph.language("zh-Hant").build(), "c")).contains("? 未证实  [c]");
      assertThat(text(graph.language("de").build(), "c")).contains("C (de)\n? Unverified  [c]\n");
    }
  }

  @Nested
  class OfTextsThatLookLikePlaceholders {
    @Test
    void insertsThemLiterally() {
      assertThat(text(
              "c",
              claim("c").text("{0} and {1} %s").evidence(evidence("s")),
              source("s").title("{0}{9}")))
          .contains("{0} and {1} %s\n")
          .contains("  • “{0}{9}” [1]\n");
    }
  }

  @Nested
  class OfAMixOfPremises {
    @Test
    void saysWhichIsNegated() {
      String text = text(
          "c",
          claim("c").inference(Inference.builder().premise("p").notPremise("q").id("i")),
          claim("p").evidence(evidence("s")),
          claim("q").evidence(refuting("s")),
          source("s"));
      assertThat(text).contains("""
          What speaks for it
            This follows from:
            ├─ ✓ p
            │    Source: “s” [1]
            └─ ✗ Not so: q
                 Source against it: “s” [1]
          """);
    }
  }

  @Nested
  class OfAStepWithAnAssumption {
    @Test
    void namesIt() {
      String text = text(
          "c",
          claim("c").inference(step("p").assuming("a").unless("x").id("i")),
          claim("p").evidence(evidence("s")),
          claim("a"),
          claim("x"),
          source("s"));
      assertThat(text).contains("""
            This follows from:
            ├─ ✓ p
            │    Source: “s” [1]
            └─ It takes this for granted, and nothing speaks against it:
                 ? a
          """);
    }
  }

  @Nested
  class OfAStandOff {
    @Test
    void ofTwoClaimsThatExcludeEachOtherNamesTheOther() {
      String text = text(
          "a",
          claim("a").evidence(evidence("s")).contradicts("b"),
          claim("b").evidence(evidence("t")),
          source("s"),
          source("t"));
      assertThat(text).isEqualTo("""
          Graph

          a
          ⇄ Conflicting evidence  [a]
            There is a case for it, and whether there is one against it is undecided. The
            argument for it is caught in a stand-off.

          What speaks for it
            • “s” [1]

          What is said against it, and is undecided
            It and this exclude each other, and nothing outside decides between them:
            └─ ⇄ b
                 Source: “t” [2]

          Sources
            [1] “s”
            [2] “t”
          """);
    }
  }

  @Nested
  class OfAnAnsweredDocument {
    private final ClaimGraph graph = graph(
        claim("paid").text("The mayor took money").evidence(evidence("memo").unless("forged")),
        claim("forged").text("The memo is a forgery").evidence(evidence("lab")),
        source("memo").title("A leaked memo"),
        source("lab").title("The state laboratory"));

    @Test
    void saysThatItsSourceSaysSoAndWhatAnswersIt() {
      assertThat(text(graph, "paid")).isEqualTo("""
          Graph

          The mayor took money
          ? Unverified  [paid]
            Nothing said for it or against it holds. The argument for it has been
            answered: a source does say so, but something else on record answers it.

          Where it breaks
            • “A leaked memo” [1]
            └─ This holds, and so it does not count:
                 ✓ The memo is a forgery
                   Source: “The state laboratory” [2]

          Sources
            [1] “A leaked memo”
            [2] “The state laboratory”
          """);
    }

    @Test
    void saysSoInChineseToo() {
      assertThat(Explanation.of(Evaluator.usual().evaluate(graph), "paid").toText(chinese()))
          .contains("支持它的论证已有回应：来源确实这么说，但另有\n  依据作了回应。", "下面这条成立，所以它不能作数：");
    }
  }

  @Nested
  class OfTenClaimsThatExcludeEachOther {
    private ClaimGraph graph() {
      ClaimGraph.Builder graph = ClaimGraph.builder("g").title("G");
      for (int i = 1; i <= 10; i++) {
        Claim.Builder claim = claim("c" + i).evidence(evidence("s" + i));
        for (int other = 1; other < i; other++) {
          claim.contradicts("c" + other);
        }
        graph.claim(claim).source(source("s" + i));
      }
      return graph.build();
    }

    @Test
    void namesTheOthersSideBySide() {
      assertThat(text(graph(), "c1")).isEqualTo("""
          G

          c1
          ⇄ Conflicting evidence  [c1]
            There is a case for it, and whether there is one against it is undecided. The
            argument for it is caught in a stand-off.

          What speaks for it
            • “s1” [1]

          What is said against it, and is undecided
            It and these 9 exclude each other, and nothing outside decides between them:
            ├─ ⇄ c2
            │    Source: “s2” [2]
            ├─ ⇄ c3
            │    Source: “s3” [3]
            ├─ ⇄ c4
            │    Source: “s4” [4]
            ├─ ⇄ c5
            │    Source: “s5” [5]
            ├─ ⇄ c6
            │    Source: “s6” [6]
            └─ • … and 4 more

          Sources
            [1] “s1”
            [2] “s2”
            [3] “s3”
            [4] “s4”
            [5] “s5”
            [6] “s6”
          """);
    }

    @Test
    void namesWhatIsInTheWayOfAnotherVerdict() {
      Evaluation evaluation = Evaluator.usual().evaluate(graph());
      assertThat(Contrast.of(evaluation, "c1", Verdict.SUPPORTED).toText()).isEqualTo("""
          c1
          Why is it “Conflicting evidence”, and not “Supported”?
          There would have to be no case against it, and whether there is one is
          undecided.

          What stands in the way
            • It cannot be true together with any of these 9. With each it is caught in a
              stand-off, which nothing outside decides: “c2” and “c3” and “c4” and 6 more.
          """);
    }
  }

  @Nested
  class OfAClaimThatNobodySettled {
    @Test
    void saysWhoLookedByName() {
      ClaimGraph graph = graph(
          claim("c").review(Review.builder("f", Verdict.UNVERIFIED)),
          source("f").title("Full Fact"));
      assertThat(text(graph, "c")).isEqualTo("""
          Graph

          c
          ? Unverified  [c]
            “Full Fact” [1] looked, and found nothing that settles it either way.

          Sources
            [1] “Full Fact”
          """);
      assertThat(Explanation.of(Evaluator.usual().evaluate(graph), "c").toText(chinese()))
          .contains("Full Fact（en）”[1]查证过，没有找到能下结论的依据。");
    }

    @Test
    void saysThatItIsOnlyQualified() {
      assertThat(text("c", claim("c").evidence(qualifying("s")), source("s"))).isEqualTo("""
          Graph

          c
          ? Unverified  [c]
            Nothing is on record for it or against it, only something that qualifies it.

          What qualifies it
            • “s” [1]

          Sources
            [1] “s”
          """);
    }
  }

  @Nested
  class OfSeveralArguments {
    @Test
    void saysThatTheDiagnosisIsOfTheBestAndBeginsWithIt() {
      assertThat(text(
              "c",
              claim("c")
                  .inference(step("open").id("1"))
                  .inference(step("true").unless("true").id("2"))
                  .inference(step("false").id("3")),
              claim("true").evidence(evidence("s")),
              claim("false").evidence(refuting("s")),
              claim("open"),
              source("s")))
          .contains("The best of 3 arguments for it is a\n  broken leap", """
              Where it breaks
                From “true” this is concluded.
                └─ This stops the step:
                     ✓ true (see above)
                From “open” this is concluded.
                └─ A premise is unverified:
                     ? open
              """);
    }
  }

  @Nested
  class OfALongList {
    @Test
    void namesTheFirstAndTheNumberOfTheOthers() {
      Claim.Builder claim = claim("c");
      ClaimGraph.Builder graph = ClaimGraph.builder("g").title("G");
      for (int i = 1; i <= 1_007; i++) {
        claim.evidence(evidence("s" + i));
        graph.source(source("s" + i));
      }
      graph.claim(claim);
      graph.claim(claim("d").inference(step("c")));
      assertThat(text(graph.build(), "c")).contains("""
            • “s4” [4]
            • “s5” [5]
            • … and 1,002 more
          """);
      assertThat(text(graph.build(), "d")).contains("""
            This follows from:
              ✓ c
                Sources: “s1” [1]; “s2” [2] and 1,005 more
          """);
    }
  }

  @Nested
  class OfCircumstances {
    @Test
    void namesOptionsThatDifferFromTheUsual() {
      ClaimGraph graph = graph(
          claim("c").evidence(evidence("s")).review(Review.builder("s", Verdict.REFUTED)),
          source("s").reliability("B"));
      String text = Explanation.of(
              Evaluator.builder()
                  .asOf(PartialDate.parse("2026-02-13"))
                  .standard(Standard.CLEAR_AND_CONVINCING)
                  .reviews(ReviewPolicy.EVIDENCE_ONLY)
                  .build()
                  .evaluate(graph),
              "c")
          .toText();
      assertThat(text).isEqualTo("""
          Graph

          c
          ✓ Supported  [c]
            As things stood at the end of 13 February 2026. Standard: clear and
            convincing. A case must hold in more than 75 of 100 worlds, and the case
            against it in no more than 25. Published verdicts do not count.
            What speaks for it holds, and nothing that holds speaks against it.
            Sources may be wrong and steps may fail. Going by their grades, it comes out
            supported in 80 of 100 possible worlds, unverified in 20.
            “s” [1] came to another verdict, entered here as “Refuted”.

          What speaks for it
            • “s” [1] (holds in 80 of 100 worlds)

          Sources
            [1] “s”
                Graded B for reliability.
          """);
    }
  }

  @Nested
  class OfNumbers {
    static Stream<Long> seeds() {
      return LongStream.range(0, 100).boxed();
    }

    /** Texts are complete, with every place filled, and never speak of none or all of 100 worlds: a certain chance has no number. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverSaysNoneOrAllOfAHundred(long seed) {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      for (Standard standard : Standard.values()) {
        for (int nodes : new int[] {1 << 20, 0}) {
          Evaluation evaluation = Evaluator.builder()
              .standard(standard)
              .nodeBudget(nodes)
              .worlds(500)
              .build()
              .evaluate(graph);
          graph.claims().forEach(claim -> {
            Explanation explanation = Explanation.of(evaluation, claim.id());
            assertThat(
                    explanation.toText(Style.builder().language("en").all(true).build()))
                .doesNotContain("{0}", "{1}", "{2}")
                .doesNotContainPattern("\\b(0|100)\\s+of\\s+(these\\s+)?100\\b");
            assertThat(
                    explanation.toText(Style.builder().language("zh").all(true).build()))
                .doesNotContain("{0}", "{1}", "{2}")
                .doesNotContainPattern("情形中 (0|100) 种");
          });
        }
      }
    }

    @Test
    void givesTheChanceThatAnOpinionIsWellArgued() {
      ClaimGraph graph = graph(
          claim("dull")
              .kind(ClaimKind.OPINION)
              .evidence(evidence("critic"))
              .evidence(refuting("fan")),
          source("critic").reliability(.9),
          source("fan").reliability(.1));
      assertThat(text(graph, "dull")).contains("""
          dull
          ✓ Well argued  [dull]
            What speaks for it holds, and nothing that holds speaks against it.
            Sources may be wrong and steps may fail. Going by their grades, it comes out
            well argued in 81 of 100 possible worlds, argued both ways in 9, not backed up
            in 9, argued against in 1.
          """);
    }

    @Test
    void givesTheChanceOfAQualificationOfACertainClaim() {
      ClaimGraph graph = graph(
          claim("c").evidence(evidence("s")).evidence(qualifying("t")),
          source("s"),
          source("t").reliability(.6));
      assertThat(text(graph, "c")).isEqualTo("""
          Graph

          c
          ! True, but missing context  [c]
            It holds as far as it goes, but it leaves out something that matters.
            Sources may be wrong and steps may fail. Going by their grades, it holds in
            every possible world, and in 60 of 100 it leaves out something that matters.

          What speaks for it
            • “s” [1]

          What it leaves out
            • “t” [2] (holds in 60 of 100 worlds)

          Sources
            [1] “s”
            [2] “t”
                Graded 0.6 for reliability.
          """);
    }

    @Test
    void saysThatASampledClaimIsTheSameInAllSampledWorlds() {
      ClaimGraph graph =
          graph(claim("c").evidence(evidence("s")), source("s").reliability(.999999));
      Evaluation sampled = Evaluator.builder().nodeBudget(0).worlds(500).build().evaluate(graph);
      // The claim has no number, since that would be 100, and nothing below it is left to chance.
      assertThat(Explanation.of(sampled, "c").toText()).isEqualTo("""
          Graph

          c
          ✓ Supported  [c]
            What speaks for it holds, and nothing that holds speaks against it.
            It comes out so in every one of 500 worlds drawn at random.

          What speaks for it
            • “s” [1]

          Sources
            [1] “s”
                Graded 0.999999 for reliability.
          """);
    }
  }

  @Nested
  class AsASummary {
    @Test
    void leavesOutWhatLiesBelowClaims() {
      ClaimGraph graph = graph(
          claim("c").inference(step("p").id("i")).evidence(qualifying("s")),
          claim("p").evidence(evidence("s")),
          source("s"));
      assertThat(Explanation.of(Evaluator.usual().evaluate(graph), "c").toSummary(Style.usual()))
          .isEqualTo("""
              c
              ! True, but missing context  [c]
                It holds as far as it goes, but it leaves out something that matters.

              What speaks for it
                This follows from:
                  ✓ p

              What it leaves out
                • “s”
              """);
    }
  }

  @Nested
  class AsMarkdown {
    @Test
    void escapesTheWordsOfTheGraph() {
      ClaimGraph graph = graph(
          claim("c").text("1. *bold* [link](x) <b> a_b `c` #no").evidence(evidence("s")),
          source("s").title("- item ![image]"));
      assertThat(Explanation.of(Evaluator.usual().evaluate(graph), "c").toMarkdown())
          .isEqualTo("""
              Graph

              # 1\\. \\*bold\\* \\[link\\](x) \\<b\\> a\\_b \\`c\\` #no

              ✓ **Supported** \\[c\\]

              What speaks for it holds, and nothing that holds speaks against it.

              ## What speaks for it

              - “- item \\!\\[image\\]” \\[1\\]

              ## Sources

              1. “- item \\!\\[image\\]”
              """);
    }
  }

  @Nested
  class OfASourceThatIsOnlyAnAddress {

    private final Evaluation evaluation = Evaluator.usual()
        .evaluate(graph(
            claim("c").evidence(evidence("s")),
            Source.builder("s").url("https://example.org/a_b*c*")));

    @Test
    void isALinkInMarkdown() {
      assertThat(Explanation.of(evaluation, "c").toMarkdown()).isEqualTo("""
          Graph

          # c

          ✓ **Supported** \\[c\\]

          What speaks for it holds, and nothing that holds speaks against it.

          ## What speaks for it

          - [https://example.org/a\\_b\\*c\\*](<https://example.org/a_b*c*>) [\\[1\\]](<https://example.org/a_b*c*>)

          ## Sources

          1. [https://example.org/a\\_b\\*c\\*](<https://example.org/a_b*c*>)
          """);
      assertThat(Chains.of(evaluation, "c").best(1).toMarkdown())
          .contains("[https://example.org/a\\_b\\*c\\*](<https://example.org/a_b*c*>)");
    }

    @Test
    void isTheAddressInText() {
      assertThat(Explanation.of(evaluation, "c").toText())
          .contains("  • https://example.org/a_b*c* [1]\n\n");
    }
  }

  @Nested
  class AStyle {
    @Test
    void takesEveryLanguageTagAndNothingElse() {
      assertThat(Style.builder().language("zh-Hans-CN").build().language()).hasValue("zh-Hans-CN");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Style.builder().language("zh_CN"))
          .withMessage("'zh_CN' is not a language tag, such as en or zh-Hans");
    }

    @Test
    void rejectsAWidthBelowTheLeast() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Style.builder().width(39))
          .withMessage("a width of 39 columns; at least 40 are needed");
    }
  }
}
