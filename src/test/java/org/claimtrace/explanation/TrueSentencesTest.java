package org.claimtrace.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.JointChances.Condition;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.Explanation.Shortfall;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.explanation.ReviewCheck.Outcome;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of any graph, whatever it is like, is true of it. */
class TrueSentencesTest {

  static LongStream seeds() {
    return LongStream.range(0, 250);
  }

  private static Evaluation evaluation(long seed) {
    Random random = new Random(seed);
    Evaluator.Builder options = Evaluator.builder()
        .standard(Standard.values()[random.nextInt(3)])
        .reviews(ReviewPolicy.values()[random.nextInt(3)])
        .byLogic(random.nextInt(4) == 0);
    if (random.nextInt(3) == 0) {
      options.asOf(PartialDate.parse("20" + (19 + random.nextInt(5))));
    }
    return options.build().evaluate(RandomClaimGraphs.graph(seed));
  }

  private static Stream<Account> accounts(Evaluation evaluation) {
    return evaluation.graph().claims().stream()
        .map(claim -> Explanation.of(evaluation, claim.id()).account());
  }

  private static Stream<LineReport> lines(Evaluation evaluation) {
    return accounts(evaluation)
        .flatMap(
            account -> Stream.of(account.supporting(), account.refuting(), account.qualifying()))
        .flatMap(List::stream);
  }

  private static double chance(Evaluation evaluation, LineReport line) {
    List<Condition> conditions =
        line.readings().stream().flatMap(reading -> condition(reading).stream()).toList();
    return evaluation.jointChances().of(conditions).yes();
  }

  private static Optional<Condition> condition(Reading reading) {
    String id = reading.element().id();
    return switch (reading.role()) {
      case PREMISE -> Optional.of(Condition.accepted(id));
      case NEGATED_PREMISE -> Optional.of(Condition.rejected(id));
      case SOURCE, REVIEWER -> Optional.of(Condition.right(id));
      case RELAY -> Optional.of(Condition.faithful(id));
      default -> Optional.empty();
    };
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aBrokenLeapIsAStepWhosePremisesHoldAndWhichDoesNot(long seed) {
    Evaluation evaluation = evaluation(seed);
    double burden = evaluation.standard().burden();
    lines(evaluation).filter(line -> line.diagnosis() == Diagnosis.BROKEN_LEAP).forEach(line -> {
      assertThat(line.element().kind()).isEqualTo(Element.Kind.INFERENCE);
      assertThat(chance(evaluation, line)).as("%s", line).isGreaterThan(burden);
      assertThat(line.chance().yes()).isLessThanOrEqualTo(burden + 1e-9);
    });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatWasAnsweredIsEvidenceWhoseSourceIsRightAndWhichSomethingStops(long seed) {
    Evaluation evaluation = evaluation(seed);
    double burden = evaluation.standard().burden();
    lines(evaluation).filter(line -> line.diagnosis() == Diagnosis.ANSWERED).forEach(line -> {
      assertThat(line.element().kind()).isIn(Element.Kind.EVIDENCE, Element.Kind.REVIEW);
      assertThat(chance(evaluation, line)).as("%s", line).isGreaterThan(burden);
      assertThat(line.readings())
          .anyMatch(
              reading -> (reading.role() == Role.EXCEPTION || reading.role() == Role.OVERRIDER)
                  && reading.met().yes() < 1);
    });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nobodyLookedWhereNothingIsOnRecord(long seed) {
    Evaluation evaluation = evaluation(seed);
    accounts(evaluation).forEach(account -> {
      Claim claim = evaluation.graph().claim(account.claimId());
      boolean isAnythingOnRecord =
          evaluation.graph().lines(claim.id()).stream().anyMatch(evaluation::exists);
      if (account.shortfall().equals(Optional.of(Shortfall.NOBODY_LOOKED))) {
        assertThat(isAnythingOnRecord).isFalse();
      }
      if (account.shortfall().equals(Optional.of(Shortfall.ONLY_QUALIFIED))) {
        assertThat(account.qualifying()).anyMatch(LineReport::counts);
        assertThat(evaluation.hasGround(claim.id())
                && evaluation.asOf().isEmpty()
                && evaluation.reviewPolicy() == ReviewPolicy.EVIDENCE_FIRST)
            .isFalse();
      }
    });
  }

  /** That nothing holds, that all is unjudged or undecided, is said of what is for and against a claim; what qualifies it may hold. */
  @Test
  void whatIsSaidToFallShortIsForOrAgainst() {
    int withQualificationThatHolds = 0;
    for (long seed = 0; seed < 2_000; seed++) {
      for (Account account : accounts(evaluation(seed)).toList()) {
        Shortfall shortfall = account.shortfall().orElse(Shortfall.NOT_ENOUGH);
        if (shortfall != Shortfall.NOT_JUDGED
            && shortfall != Shortfall.NOTHING_HOLDS
            && shortfall != Shortfall.UNDECIDED) {
          continue;
        }
        assertThat(account.supporting()).noneMatch(line -> line.chance().yes() > 0);
        assertThat(account.refuting()).noneMatch(line -> line.chance().yes() > 0);
        if (account.qualifying().stream().anyMatch(LineReport::holds)) {
          withQualificationThatHolds++;
          Explanation explanation = Explanation.of(evaluation(seed), account.claimId());
          assertThat(explanation.toText(
                  Style.builder().language("en").width(10_000).build()))
              .containsPattern("(All that is|Nothing|Whether anything) said for it or against it ");
          assertThat(explanation.toText(
                  Style.builder().language("zh").width(10_000).build()))
              .contains("支持或反对它的");
        }
      }
    }
    assertThat(withQualificationThatHolds).isGreaterThan(5);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whereACaseMustNotBeSomethingIsInTheWay(long seed) {
    Evaluation evaluation = evaluation(seed);
    for (Claim claim : evaluation.graph().claims()) {
      for (Verdict other : Verdict.values()) {
        if (other == evaluation.verdict(claim.id())
            || evaluation.supposed(claim.id()).isPresent()) {
          continue;
        }
        Contrast contrast = Contrast.of(evaluation, claim.id(), other);
        boolean mustNotBe = contrast.unmet().stream().anyMatch(condition -> !condition.isAbove());
        if (mustNotBe || contrast.isPreceded()) {
          assertThat(contrast.inTheWay()).as("%s", contrast).isNotEmpty();
        }
        assertThat(contrast.isPreceded())
            .isEqualTo(other != Verdict.UNVERIFIED && contrast.unmet().isEmpty());
      }
    }
  }

  /** A line of an explanation with everything is followed by its obstacles, so the first line is told first. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theDiagnosisIsThatOfTheBestLine(long seed) {
    Evaluation evaluation = evaluation(seed);
    accounts(evaluation)
        .filter(account -> account.supporting().stream().noneMatch(LineReport::holds))
        .filter(account -> !account.restsOnSeveral(Stance.SUPPORTS))
        .filter(account -> account.diagnosis() != Diagnosis.NO_ARGUMENT)
        .forEach(account -> assertThat(account.best())
            .as("%s", account)
            .isNotEmpty()
            .allMatch(line -> line.diagnosis() == account.diagnosis()));
  }

  /** Opinions are argued and predictions expected; neither is ever said to be supported or true. */
  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = ClaimKind.class,
      names = {"OPINION", "PREDICTION"})
  void onlyFactsAreSupportedOrTrue(ClaimKind kind) {
    for (long seed = 0; seed < 120; seed++) {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      ClaimGraph.Builder ofKind = graph.toBuilder();
      ofKind.allClaims(graph.claims().stream()
          .map(claim -> claim.toBuilder().kind(kind).build())
          .toList());
      Evaluation evaluation = Evaluator.usual().evaluate(ofKind.build());
      for (Claim claim : evaluation.graph().claims()) {
        Explanation explanation = Explanation.of(evaluation, claim.id());
        assertThat(explanation.toText(
                Style.builder().language("en").all(true).width(10_000).build()))
            .as("seed %s", seed)
            .doesNotContainPattern("\\b[Ss]upported\\b")
            .doesNotContainPattern("\\b[Dd]isputed\\b")
            .doesNotContain("True,");
        assertThat(explanation.toText(
                Style.builder().language("zh").all(true).width(10_000).build()))
            .as("seed %s", seed)
            .doesNotContain("属实", "争议");
        for (Verdict other : Verdict.values()) {
          if (other != explanation.verdict()) {
            Contrast contrast = Contrast.of(evaluation, claim.id(), other);
            assertThat(contrast.toText("en")).doesNotContainPattern("\\b[Ss]upported\\b");
            assertThat(contrast.toText("zh")).doesNotContain("属实", "争议");
          }
        }
      }
    }
  }

  /** What is overtaken followed on its own date and until the day before, and has not since. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsOvertakenFollowedUntilThen(long seed) {
    Evaluation evaluation = evaluation(seed);
    ReviewCheck check = ReviewCheck.of(evaluation);
    for (Comparison comparison : check.comparisons()) {
      if (comparison.outcome() == Outcome.OVERTAKEN) {
        ReviewCheck.Overtaken overtaken = comparison.overtaken().orElseThrow();
        LocalDate since = overtaken.since().firstDay();
        assertThat(since).isAfter(overtaken.published().lastDay());
        assertThat(derived(evaluation, comparison, overtaken.published()))
            .isEqualTo(comparison.published());
        assertThat(derived(evaluation, comparison, PartialDate.of(since.minusDays(1))))
            .isEqualTo(comparison.published());
        assertThat(derived(evaluation, comparison, PartialDate.of(since)))
            .isNotEqualTo(comparison.published());
        assertThat(overtaken.by()).isNotEmpty();
      }
    }
  }

  private static Verdict derived(Evaluation evaluation, Comparison comparison, PartialDate date) {
    return evaluation
        .evaluator()
        .asOf(date)
        .build()
        .evaluate(evaluation.compiled())
        .withoutReviewsOf(comparison.claimId())
        .verdict(comparison.claimId());
  }
}
