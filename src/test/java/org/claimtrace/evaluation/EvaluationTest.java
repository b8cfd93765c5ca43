package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimtrace.evaluation.Evaluation.Judgement;
import org.claimtrace.model.Appearance;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  @Nested
  class OfAGraph {

    private final ClaimGraph graph = graph(
        claim("sky-is-blue").evidence(evidence("witness")),
        claim("but-only-by-day")
            .evidence(evidence("witness"))
            .evidence(qualifying("witness").id("at-night")),
        claim("all-is-well").inference(step("sky-is-blue").id("leap")),
        claim("nobody-looked"),
        claim("grass-is-red").evidence(refuting("witness")),
        claim("disputed").evidence(evidence("witness")).inference(against("sky-is-blue")),
        claim("reviewed").review(Review.builder("liar", Verdict.SUPPORTED)),
        claim("paradox").inference(step("sky-is-blue").unless("paradox")),
        source("witness"),
        source("liar").reliability(0));
    private final Evaluation evaluation = Evaluator.usual().evaluate(graph);

    @Test
    void tellsTheClaimsOfAVerdictInDocumentOrder() {
      assertThat(evaluation.claimIds(Verdict.SUPPORTED))
          .containsExactly("sky-is-blue", "all-is-well");
      assertThat(evaluation.claimIds(Verdict.MISLEADING)).containsExactly("but-only-by-day");
      assertThat(evaluation.claimIds(Verdict.REFUTED)).containsExactly("grass-is-red");
      assertThat(evaluation.claimIds(Verdict.CONFLICTING)).containsExactly("disputed");
      assertThat(evaluation.claimIds(Verdict.UNVERIFIED))
          .containsExactly("nobody-looked", "reviewed", "paradox");
    }

    @Test
    void tellsEveryJudgementInDocumentOrder() {
      assertThat(evaluation.judgements())
          .containsExactly(
              new Judgement("sky-is-blue", Verdict.SUPPORTED, new Belief(1, 0, 0, 0, 0)),
              new Judgement("but-only-by-day", Verdict.MISLEADING, new Belief(1, 0, 0, 0, 1)),
              new Judgement("all-is-well", Verdict.SUPPORTED, new Belief(1, 0, 0, 0, 0)),
              new Judgement("nobody-looked", Verdict.UNVERIFIED, new Belief(0, 0, 0, 1, 0)),
              new Judgement("grass-is-red", Verdict.REFUTED, new Belief(0, 1, 0, 0, 0)),
              new Judgement("disputed", Verdict.CONFLICTING, new Belief(0, 0, 1, 0, 0)),
              new Judgement("reviewed", Verdict.UNVERIFIED, new Belief(0, 0, 0, 1, 0)),
              new Judgement("paradox", Verdict.UNVERIFIED, new Belief(0, 0, 0, 1, 0)));
    }

    @Test
    void tellsOfEveryLineWhetherItFires() {
      assertThat(evaluation.fires(Element.evidence("sky-is-blue/evidence/witness")))
          .isEqualTo(1);
      assertThat(evaluation.fires(Element.evidence("at-night"))).isEqualTo(1);
      assertThat(evaluation.fires(Element.inference("leap"))).isEqualTo(1);
      assertThat(evaluation.fires(Element.inference("disputed/inference"))).isEqualTo(1);
      assertThat(evaluation.fires(Element.review("reviewed/reviews/liar"))).isZero();
      assertThat(evaluation.undecided(Element.review("reviewed/reviews/liar"))).isZero();
      assertThat(evaluation.fires(Element.inference("paradox/inference"))).isZero();
      assertThat(evaluation.undecided(Element.inference("paradox/inference"))).isEqualTo(1);
    }

    @Test
    void tellsTheCaseForAClaimAndTheCaseAgainstIt() {
      assertThat(evaluation.caseFor("disputed")).isEqualTo(new Chance(1, 0));
      assertThat(evaluation.caseAgainst("disputed")).isEqualTo(new Chance(1, 0));
      assertThat(evaluation.caseFor("paradox")).isEqualTo(new Chance(0, 1));
      assertThat(evaluation.caseAgainst("paradox")).isEqualTo(new Chance(0, 0));
      assertThat(evaluation.caseAgainst("paradox").no()).isEqualTo(1);
    }

    @Test
    void tellsWhetherASourceIsRight() {
      assertThat(evaluation.right("witness")).isEqualTo(1);
      assertThat(evaluation.right("liar")).isZero();
    }

    @Test
    void suggestsTheIdThatWasMeant() {
      assertUnknown(
          () -> evaluation.verdict("sky-is-bleu"),
          "sky-is-bleu",
          "no claim 'sky-is-bleu'. Did you mean 'sky-is-blue'?");
      assertUnknown(
          () -> evaluation.belief("moon"), "moon", "no claim 'moon'. No claim has an id like it.");
      assertUnknown(
          () -> evaluation.caseFor("paradoxx"),
          "paradoxx",
          "no claim 'paradoxx'. Did you mean 'paradox'?");
      assertUnknown(
          () -> evaluation.caseAgainst(""), "", "no claim ''. No claim has an id like it.");
      assertUnknown(
          () -> evaluation.right("lair"), "lair", "no source 'lair'. Did you mean 'liar'?");
      assertUnknown(
          () -> evaluation.fires(Element.inference("laep")),
          "laep",
          "no line 'laep'. Did you mean 'leap'?");
      assertUnknown(
          () -> evaluation.undecided(Element.evidence("paradox/evidence/witness")),
          "paradox/evidence/witness",
          "no line 'paradox/evidence/witness'. No line has an id like it.");
    }

    @Test
    void tellsALineOfOneKindFromALineOfAnother() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> evaluation.fires(Element.evidence("leap")))
          .withMessage("inference 'leap' is no evidence");
    }

    @Test
    void refusesToFireWhatIsNoLine() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> evaluation.fires(Element.claim("paradox")))
          .withMessage("claim 'paradox' is no line");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> evaluation.undecided(Element.source("liar")))
          .withMessage("source 'liar' is no line");
    }

    private static void assertUnknown(ThrowingCallable asked, String id, String message) {
      assertThatExceptionOfType(UnknownIdException.class)
          .isThrownBy(asked)
          .withMessage(message)
          .extracting(UnknownIdException::id)
          .isEqualTo(id);
    }
  }

  @Nested
  class OfAClaimWithVeryManyLines {

    @Test
    void tellsOfEachOfThemInTheTimeOfOne() {
      int lines = 20_000;
      Claim.Builder claim = claim("c");
      ClaimGraph.Builder graph = graph().toBuilder();
      for (int i = 0; i < lines; i++) {
        claim.inference(step("p").id("step-" + i).strength(i % 2));
        claim.evidence(evidence("s-" + i).strength(i % 3 == 0 ? 1 : 0));
        graph.source(source("s-" + i));
      }
      Evaluation evaluation = Evaluator.usual()
          .evaluate(
              graph.claim(claim).claim(claim("p").evidence(evidence("s-0"))).build());

      for (int i = 0; i < lines; i++) {
        double step = evaluation.fires(Element.inference("step-" + i));
        double evidence = evaluation.fires(Element.evidence("c/evidence/s-" + i));
        if (step != i % 2 || evidence != (i % 3 == 0 ? 1 : 0)) {
          assertThat(List.of(step, evidence)).as("number %s", i).isNull();
        }
      }
    }
  }

  @Nested
  class OfClaimsThatContradictEachOther {

    private final Evaluation evaluation = Evaluator.usual()
        .evaluate(graph(
            claim("round").contradicts("hollow", "flat"),
            claim("cubic").contradicts("round", "flat"),
            claim("flat").contradicts("round"),
            claim("hollow"),
            claim("blue")));

    @Test
    void tellsThoseThatAClaimNamesAsItNamesThemThenThoseThatNameIt() {
      assertThat(evaluation.contradicting("round")).containsExactly("hollow", "flat", "cubic");
      assertThat(evaluation.contradicting("flat")).containsExactly("round", "cubic");
      assertThat(evaluation.contradicting("hollow")).containsExactly("round");
      assertThat(evaluation.contradicting("blue")).isEmpty();
    }

    @Test
    void tellsThatTheGraphHasNoSuchClaim() {
      assertThatExceptionOfType(UnknownIdException.class)
          .isThrownBy(() -> evaluation.contradicting("red"));
    }
  }

  @Nested
  class OfAnEmptyGraph {

    private final Evaluation evaluation = Evaluator.usual().evaluate(graph());

    @Test
    void saysNothing() {
      assertThat(evaluation.judgements()).isEmpty();
      assertThat(Verdict.values())
          .allSatisfy(verdict -> assertThat(evaluation.claimIds(verdict)).isEmpty());
      assertThat(evaluation.method()).isEqualTo(Method.CERTAIN);
    }
  }

  @Nested
  class InTurn {

    @Test
    void tellsWhatItWasAsked() {
      CompiledGraph compiled = CompiledGraph.of(graph(claim("c")));
      PartialDate asOf = PartialDate.parse("2021-02");

      Evaluation evaluation = Evaluator.builder()
          .standard(Standard.CLEAR_AND_CONVINCING)
          .reviews(ReviewPolicy.REVIEWS_FIRST)
          .asOf(asOf)
          .suppose("c", Supposition.REJECTED)
          .build()
          .evaluate(compiled);

      assertThat(evaluation.compiled()).isSameAs(compiled);
      assertThat(evaluation.graph()).isSameAs(compiled.graph());
      assertThat(evaluation.standard()).isEqualTo(Standard.CLEAR_AND_CONVINCING);
      assertThat(evaluation.reviewPolicy()).isEqualTo(ReviewPolicy.REVIEWS_FIRST);
      assertThat(evaluation.asOf()).contains(asOf);
      assertThat(evaluation.supposed("c")).contains(Supposition.REJECTED);
      assertThat(evaluation.verdict("c")).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void wasAskedNothingUnusualUnlessSaid() {
      Evaluation evaluation = Evaluator.usual().evaluate(graph(claim("c")));

      assertThat(evaluation.standard()).isEqualTo(Standard.PREPONDERANCE);
      assertThat(evaluation.reviewPolicy()).isEqualTo(ReviewPolicy.EVIDENCE_FIRST);
      assertThat(evaluation.asOf()).isEmpty();
      assertThat(evaluation.supposed("c")).isEmpty();
    }

    @Test
    void isMadeAgainWithAllOfItsOptions() {
      Evaluation evaluation = Evaluator.builder()
          .standard(Standard.CLEAR_AND_CONVINCING)
          .reviews(ReviewPolicy.EVIDENCE_ONLY)
          .asOf(PartialDate.parse("2021-02"))
          .byLogic(true)
          .ignoresDerivation(true)
          .build()
          .evaluate(graph(claim("c"), claim("d")))
          .whatIf()
          .scenario()
          .suppose("d", Supposition.OPEN)
          .evaluate();

      Evaluation again = evaluation.evaluator().build().evaluate(evaluation.graph());
      assertThat(again.standard()).isEqualTo(Standard.CLEAR_AND_CONVINCING);
      assertThat(again.reviewPolicy()).isEqualTo(ReviewPolicy.EVIDENCE_ONLY);
      assertThat(again.asOf()).contains(PartialDate.parse("2021-02"));
      assertThat(again.isByLogic()).isTrue();
      assertThat(again.ignoresDerivation()).isTrue();
      assertThat(again.suppositions()).containsExactly(Map.entry("d", Supposition.OPEN));
      Evaluation plain = evaluation
          .evaluator()
          .asOf(Optional.empty())
          .allSuppositions(Map.of())
          .build()
          .evaluate(evaluation.graph());
      assertThat(plain.asOf()).isEmpty();
      assertThat(plain.suppositions()).isEmpty();
      assertThat(plain.seed()).isEmpty();
    }

    @Test
    void tellsTheGradesThatCounted() {
      Evaluation evaluation = Evaluator.usual()
          .evaluate(graph(
              claim("c").evidence(evidence("s").strength(Grade.of(.7))),
              source("s").reliability("B")));
      Evaluation then = evaluation.whatIf().scenario().discredit("s").evaluate();

      assertThat(evaluation.grade(Element.source("s"))).isEqualTo(.8);
      assertThat(evaluation.grade(Element.evidence("c/evidence/s"))).isEqualTo(.7);
      assertThat(then.grade(Element.source("s"))).isZero();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> evaluation.grade(Element.claim("c")))
          .withMessage("claim 'c' has no grade");
    }
  }

  @Nested
  class TellsTheMeaningOfAnElement {

    private final ClaimGraph graph = graph(
        claim("c")
            .evidence(evidence("copy").via("relay").unless("x").date("2022").id("e"))
            .inference(step("p").assuming("a").unless("x").overrides("e").id("i"))
            .review(Review.builder("reviewer", Verdict.REFUTED).date("2021").overrides("i")),
        claim("p").contradicts("x"),
        claim("a"),
        claim("x"),
        source("copy").derivedFrom("origin"),
        source("origin").reliability(.6).retracted(Retraction.builder("2023")),
        source("relay"),
        source("reviewer"));
    private final Element review = Element.review("c/reviews/reviewer");

    @Test
    void whatALineWaitsFor() {
      Evaluation evaluation = Evaluator.usual().evaluate(graph);

      assertThat(evaluation.requires(Element.evidence("e")))
          .containsExactly(
              new Requirement(Requirement.Role.SOURCE, Element.source("copy")),
              new Requirement(Requirement.Role.RELAY, Element.source("relay")),
              new Requirement(Requirement.Role.ORIGIN, Element.source("origin")),
              new Requirement(Requirement.Role.EXCEPTION, Element.claim("x")),
              new Requirement(Requirement.Role.OVERRIDER, Element.inference("i")));
      assertThat(evaluation.requires(Element.inference("i")))
          .containsExactly(
              new Requirement(Requirement.Role.PREMISE, Element.claim("p")),
              new Requirement(Requirement.Role.ASSUMPTION, Element.claim("a")),
              new Requirement(Requirement.Role.EXCEPTION, Element.claim("x")),
              new Requirement(Requirement.Role.OVERRIDER, review));
      assertThat(evaluation.requires(review))
          .containsExactly(new Requirement(Requirement.Role.REVIEWER, Element.source("reviewer")));
    }

    @Test
    void withDerivationIgnoredNoOrigin() {
      Evaluation evaluation =
          Evaluator.builder().ignoresDerivation(true).build().evaluate(graph);

      assertThat(evaluation.origins("copy")).isEmpty();
      assertThat(evaluation.requires(Element.evidence("e")))
          .extracting(Requirement::role)
          .doesNotContain(Requirement.Role.ORIGIN);
      assertThat(Evaluator.usual().evaluate(graph).origins("copy")).containsExactly("origin");
    }

    @Test
    void whatExistsAndIsRetractedAtADate() {
      Evaluation then =
          Evaluator.builder().asOf(PartialDate.parse("2021")).build().evaluate(graph);
      Evaluation now = Evaluator.usual().evaluate(graph);

      assertThat(List.of(
              then.exists(Element.evidence("e")),
              then.exists(Element.inference("i")),
              then.exists(review),
              now.exists(Element.evidence("e"))))
          .containsExactly(false, true, true, true);
      assertThat(List.of(
              then.isRetracted("origin"), now.isRetracted("origin"), now.isRetracted("copy")))
          .containsExactly(false, true, false);
      assertThat(List.of(then.coin(Element.source("origin")), now.coin(Element.source("origin"))))
          .containsExactly(.6, 0.0);
    }

    @Test
    void whatCountsByEachPolicy() {
      for (ReviewPolicy policy : ReviewPolicy.values()) {
        Evaluation evaluation = Evaluator.builder().reviews(policy).build().evaluate(graph);
        boolean isReviewed = policy == ReviewPolicy.REVIEWS_FIRST;

        assertThat(evaluation.counts(review)).as("%s", policy).isEqualTo(isReviewed);
        assertThat(evaluation.reviewsCount("c")).as("%s", policy).isEqualTo(isReviewed);
        assertThat(evaluation.isJudgedByReviews("c")).as("%s", policy).isEqualTo(isReviewed);
        assertThat(evaluation.counts(Element.inference("i")))
            .as("%s", policy)
            .isNotEqualTo(isReviewed);
        assertThat(evaluation.hasGround("c")).as("%s", policy).isTrue();
        assertThat(evaluation.hasGround("p")).as("%s", policy).isFalse();
      }
    }

    @Test
    void noReviewWhereTheyAreLeftOut() {
      Evaluation without = Evaluator.usual().evaluate(graph).withoutReviewsOf("c");

      assertThat(without.reviewsOf("c")).isEmpty();
      assertThat(without.requirements("c").keySet())
          .containsExactly(Element.evidence("e"), Element.inference("i"));
      assertThat(without.requires(Element.inference("i")))
          .extracting(Requirement::role)
          .doesNotContain(Requirement.Role.OVERRIDER);
    }

    @Test
    void whatAnElementReaches() {
      Evaluation evaluation = Evaluator.usual().evaluate(graph);

      assertThat(evaluation.dependents(Element.source("origin"))).containsExactly("c");
      assertThat(evaluation.dependents(Element.source("relay"))).containsExactly("c");
      assertThat(evaluation.dependents(review)).containsExactly("c");
      assertThat(evaluation.dependents(Element.claim("a"))).containsExactly("c");
      assertThat(evaluation.dependents(Element.claim("p"))).containsExactly("c", "x");
      assertThat(evaluation.dependents(Element.claim("c"))).isEmpty();
    }

    @Test
    void nothingOfWhatTheGraphDoesNotHave() {
      Evaluation evaluation = Evaluator.usual().evaluate(graph);
      List<ThrowingCallable> calls = List.of(
          () -> evaluation.exists(Element.evidence("none")),
          () -> evaluation.counts(Element.evidence("none")),
          () -> evaluation.requires(Element.evidence("none")),
          () -> evaluation.dependents(Element.evidence("none")),
          () -> evaluation.dependents(Element.source("none")),
          () -> evaluation.dependents(Element.claim("none")),
          () -> evaluation.coin(Element.source("none")),
          () -> evaluation.isRetracted("none"),
          () -> evaluation.origins("none"),
          () -> evaluation.supposed("none"),
          () -> evaluation.reviewsOf("none"),
          () -> evaluation.reviewsCount("none"),
          () -> evaluation.isJudgedByReviews("none"),
          () -> evaluation.hasGround("none"));

      for (ThrowingCallable call : calls) {
        assertThatExceptionOfType(UnknownIdException.class).isThrownBy(call);
      }
    }
  }

  @Nested
  class WhenAClaimWasSaid {
    private final ClaimGraph graph = ClaimGraph.builder("g")
        .title("t")
        .source(Source.builder("post").title("A post"))
        .source(Source.builder("study").title("A study").published("2019"))
        .source(Source.builder("correction").title("A correction").published("2024-05"))
        .claim(Claim.builder("c")
            .text("C")
            .appearance(Appearance.builder("post").date("2024"))
            .appearance(Appearance.builder("post").date("2020-03"))
            .evidence("study")
            .evidence(Evidence.builder("correction")
                .stance(Stance.REFUTES)
                .overrides("c/evidence/study")))
        .claim(Claim.builder("undated").text("U").appearance("post").evidence("study"))
        .build();

    @Test
    void isJudgedByWhatThereWasAtItsEarliestDate() {
      Evaluation evaluation = Evaluator.usual().evaluate(graph);
      assertThat(evaluation.verdict("c")).isEqualTo(Verdict.REFUTED);
      assertThat(evaluation.judgementWhenSaid("c").orElseThrow().verdict())
          .isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void isSeenByTheWholeEvaluationAsOfThen() {
      Evaluation now = Evaluator.usual()
          .evaluate(graph)
          .whatIf()
          .scenario()
          .discredit("study")
          .evaluate();
      Evaluation then = now.evaluatedAsOf(PartialDate.of(2020));
      assertThat(then.asOf()).hasValue(PartialDate.of(2020));
      assertThat(then.changedGrades()).isEqualTo(now.changedGrades());
      assertThat(then.verdict("c")).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void isUnknownWithoutADate() {
      assertThat(Evaluator.usual().evaluate(graph).judgementWhenSaid("undated")).isEmpty();
    }

    @Test
    void isNoQuestionBeforeThatDate() {
      assertThat(Evaluator.builder().asOf("2019").build().evaluate(graph).judgementWhenSaid("c"))
          .isEmpty();
    }
  }
}
