package org.claimtrace.explanation;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Options;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.Requirement;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.Explanation.Shortfall;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Review;
import org.claimtrace.model.Search;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.work.Inside;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {

  private static Explanation explain(String claim, Object... parts) {
    return Explanation.of(Evaluator.usual().evaluate(graph(parts)), claim);
  }

  private static List<String> told(Explanation explanation) {
    return explanation.accounts().stream().map(Account::claimId).collect(toImmutableList());
  }

  private static List<String> loop(LineReport line) {
    return line.obstacles().get(line.obstacles().size() - 1).loop().stream()
        .map(Element::id)
        .collect(toImmutableList());
  }

  @Nested
  class OfAClaimWithoutAnything {
    @Test
    void isOneAccountWithTheShortfallNobodyLooked() {
      Explanation explanation = explain("c", claim("c"));
      assertThat(explanation.accounts())
          .containsExactly(new Account(
              Inside.KEY,
              "c",
              Verdict.UNVERIFIED,
              new Belief(0, 0, 0, 1, 0),
              ImmutableList.of(),
              Optional.empty(),
              Optional.of(Shortfall.NOBODY_LOOKED),
              Diagnosis.NO_ARGUMENT,
              ImmutableList.of(),
              ImmutableList.of(),
              ImmutableList.of(),
              ImmutableList.of()));
    }
  }

  @Nested
  class OfAnUnknownClaim {
    @Test
    void suggestsTheOneThatWasProbablyMeant() {
      Evaluation evaluation = Evaluator.usual().evaluate(graph(claim("closed")));
      assertThatExceptionOfType(UnknownIdException.class)
          .isThrownBy(() -> Explanation.of(evaluation, "closd"))
          .withMessage("no claim 'closd'. Did you mean 'closed'?");
    }
  }

  @Nested
  class OfALine {
    @Test
    void listsItsReadingsAndWhetherTheyAreMet() {
      Explanation explanation = explain(
          "c",
          claim("c").inference(step("p").assuming("a").unless("x").id("step")),
          claim("p").evidence(evidence("s")),
          claim("a"),
          claim("x").evidence(refuting("s")),
          source("s"));
      Chance yes = new Chance(1, 0);
      assertThat(explanation.account().supporting())
          .containsExactly(new LineReport(
              Inside.KEY,
              Element.inference("step"),
              Stance.SUPPORTS,
              true,
              yes,
              Diagnosis.SOUND,
              ImmutableList.of(
                  new Reading(
                      Inside.KEY,
                      Requirement.Role.PREMISE,
                      Element.claim("p"),
                      yes,
                      Optional.of(Verdict.SUPPORTED)),
                  new Reading(
                      Inside.KEY,
                      Requirement.Role.ASSUMPTION,
                      Element.claim("a"),
                      yes,
                      Optional.of(Verdict.UNVERIFIED)),
                  new Reading(
                      Inside.KEY,
                      Requirement.Role.EXCEPTION,
                      Element.claim("x"),
                      yes,
                      Optional.of(Verdict.REFUTED))),
              ImmutableList.of()));
      assertThat(told(explanation)).containsExactly("c", "p");
    }

    @Test
    void ofACopyListsTheSourceTheRelaysAndTheOrigins() {
      Explanation explanation = explain(
          "c",
          claim("c").evidence(evidence("copy")),
          source("copy").derivedFrom("o1", "o2").readIn("relay"),
          source("o1").reliability(0),
          source("o2"),
          source("relay"));
      assertThat(explanation.account().supporting().get(0).readings())
          .extracting(reading -> reading.role() + " " + reading.element().id() + " "
              + reading.met().yes())
          .containsExactly("source copy 1.0", "relay relay 1.0", "origin o1 0.0", "origin o2 1.0");
    }
  }

  @Nested
  class IsFollowed {
    private final Object[] parts = {
      claim("c")
          .inference(step("true", "false").id("for"))
          .inference(against("deep").id("against")),
      claim("true").inference(step("ground")),
      claim("false").evidence(refuting("s")),
      claim("deep").inference(step("ground")),
      claim("ground").evidence(evidence("s")),
      claim("elsewhere").inference(step("c")),
      source("s")
    };

    @Test
    void depthFirstWithEachClaimOnce() {
      assertThat(told(explain("c", parts))).containsExactly("c", "true", "ground", "false", "deep");
    }

    @Test
    void belowTheExplainedClaimOnlyIntoObstacles() {
      assertThat(told(explain("elsewhere", parts)))
          .containsExactly("elsewhere", "c", "false", "deep", "ground");
    }
  }

  @Nested
  class OfAContradiction {
    @Test
    void appearsOnBothClaimsWhicheverDeclaresIt() {
      Object[] parts = {
        claim("a").evidence(evidence("s")).contradicts("b"),
        claim("b").evidence(evidence("t")),
        source("s"),
        source("t")
      };
      for (String claim : List.of("a", "b")) {
        Explanation explanation = explain(claim, parts);
        LineReport line = explanation.account().refuting().get(0);
        assertThat(line.isContradiction()).isTrue();
        assertThat(line.chance()).isEqualTo(new Chance(0, 1));
        assertThat(line.obstacles().get(0).kind()).isEqualTo(Obstacle.Kind.STAND_OFF);
        assertThat(loop(line)).containsExactly(claim, claim.equals("a") ? "b" : "a");
      }
    }

    @Test
    void doesNotCountAsBroughtForwardWhileItIsNotAccepted() {
      Explanation explanation = explain("a", claim("a").contradicts("b"), claim("b"));
      assertThat(explanation.account().shortfall()).contains(Shortfall.NOBODY_LOOKED);
    }
  }

  @Nested
  class OfALoop {
    @Test
    void namesTheShortestThroughEachLine() {
      Explanation explanation = explain(
          "a",
          claim("a").inference(step("b").id("ab")).inference(step("c").id("ac")),
          claim("b").inference(step("c").id("bc")),
          claim("c").inference(step("a").id("ca")));
      assertThat(loop(explanation.account().supporting().get(0)))
          .containsExactly("a", "ab", "b", "bc", "c", "ca");
      assertThat(loop(explanation.account().supporting().get(1)))
          .containsExactly("a", "ac", "c", "ca");
    }

    @Test
    void ofAttacksNamesTheStandOff() {
      Explanation explanation = explain(
          "a",
          claim("a").evidence(evidence("s")).inference(against("c").id("c-against-a")),
          claim("b").evidence(evidence("s")).inference(against("a").id("a-against-b")),
          claim("c").evidence(evidence("s")).inference(against("b").id("b-against-c")),
          source("s"));
      assertThat(loop(explanation.account().refuting().get(0)))
          .containsExactly("a", "c-against-a", "c", "b-against-c", "b", "a-against-b");
    }

    @Test
    void ofSourcesNamesTheCircleAndNotTheWayToIt() {
      Explanation explanation = explain(
          "c",
          claim("c").evidence(evidence("s")),
          source("s").derivedFrom("t"),
          source("t").derivedFrom("u"),
          source("u").derivedFrom("v"),
          source("v").derivedFrom("u"));
      assertThat(loop(explanation.account().supporting().get(0))).containsExactly("u", "v");
    }

    @Test
    void ofSourcesThatDeriveFromEachOtherNamesBoth() {
      Explanation explanation = explain(
          "c",
          claim("c").evidence(evidence("t")),
          source("t").derivedFrom("u"),
          source("u").derivedFrom("t"));
      assertThat(loop(explanation.account().supporting().get(0)))
          .containsExactlyInAnyOrder("t", "u");
    }

    @Test
    void ofLinesThatOverrideEachOtherNamesThem() {
      Explanation explanation = explain(
          "c",
          claim("c")
              .evidence(evidence("s").id("one").overrides("two"))
              .evidence(refuting("s").id("two").overrides("one")),
          source("s"));
      assertThat(loop(explanation.account().supporting().get(0))).containsExactly("one", "two");
      assertThat(explanation.account().shortfall()).contains(Shortfall.UNDECIDED);
    }
  }

  @Nested
  class OfAnUnverifiedClaimSays {
    @Test
    void thatSomebodyLookedWhereSearchesSaySo() {
      assertThat(explain("c", claim("c").search(Search.builder("the archive")))
              .account()
              .shortfall())
          .contains(Shortfall.NOTHING_FOUND);
    }

    @Test
    void thatSomebodyLookedWhereAPublishedVerdictSaysSo() {
      assertThat(explain(
                  "c", claim("c").review(Review.builder("s", Verdict.UNVERIFIED)), source("s"))
              .account()
              .shortfall())
          .contains(Shortfall.NOTHING_FOUND);
    }

    @Test
    void thatNothingHoldsWhereLinesCannotFire() {
      assertThat(explain("c", claim("c").evidence(evidence("s")), source("s").reliability(0))
              .account()
              .shortfall())
          .contains(Shortfall.NOTHING_HOLDS);
    }

    @Test
    void thatItIsNotEnoughWhereTheyMay() {
      assertThat(explain("c", claim("c").evidence(evidence("s")), source("s").reliability(.4))
              .account()
              .shortfall())
          .contains(Shortfall.NOT_ENOUGH);
    }

    @Test
    void thatItIsUndecidedWhereLinesDependOnThemselves() {
      assertThat(explain(
                  "c",
                  claim("c").inference(step("p").unless("c")),
                  claim("p").evidence(evidence("s")),
                  source("s"))
              .account()
              .shortfall())
          .contains(Shortfall.UNDECIDED);
    }

    @Test
    void thatItIsOnlyQualifiedWhereNothingElseIsOnRecord() {
      assertThat(explain("c", claim("c").evidence(qualifying("s")), source("s"))
              .account()
              .shortfall())
          .contains(Shortfall.ONLY_QUALIFIED);
    }

    @Test
    void thatItsSourcesCannotBeJudged() {
      ClaimGraph graph = graph(
          claim("c").evidence(evidence("s").unless("x")).evidence(evidence("t")),
          claim("x"),
          source("s").reliability("F"),
          source("t").reliability("F"));
      Account account = Explanation.of(
              Evaluator.builder().byLogic(true).build().evaluate(graph), "c")
          .account();
      assertThat(account.shortfall()).contains(Shortfall.NOT_JUDGED);
    }

    @Test
    void whichSuppositionItHas() {
      Evaluation evaluation = Evaluator.builder()
          .suppose("c", Supposition.OPEN)
          .build()
          .evaluate(graph(claim("c").evidence(evidence("s")), source("s")));
      Account account = Explanation.of(evaluation, "c").account();
      assertThat(account.supposed()).contains(Supposition.OPEN);
      assertThat(account.shortfall()).isEmpty();
      assertThat(account.supporting().get(0).holds()).isTrue();
    }
  }

  @Nested
  class OfReviews {
    private final Object[] parts = {
      claim("c")
          .evidence(evidence("s"))
          .review(Review.builder("s", Verdict.CONFLICTING))
          .review(Review.builder("t", Verdict.SUPPORTED)),
      source("s"),
      source("t")
    };

    @Test
    void comparesThemWhereThereIsEvidence() {
      assertThat(explain("c", parts).account().reviews())
          .extracting(Comparison::reviewer, Comparison::derived, Comparison::disagrees)
          .containsExactly(
              tuple("s", Optional.of(Verdict.SUPPORTED), true),
              tuple("t", Optional.of(Verdict.SUPPORTED), false));
    }

    @Test
    void countsThemOnEachSideTheyTakeWhereTheyComeFirst() {
      Account account = Explanation.of(
              Evaluator.builder()
                  .reviews(ReviewPolicy.REVIEWS_FIRST)
                  .build()
                  .evaluate(graph(parts)),
              "c")
          .account();
      assertThat(account.verdict()).isEqualTo(Verdict.CONFLICTING);
      assertThat(account.supporting())
          .extracting(LineReport::holds)
          .containsExactly(false, true, true);
      assertThat(account.refuting()).extracting(LineReport::holds).containsExactly(true);
      assertThat(account.reviews()).noneMatch(comparison -> comparison.derived().isPresent());
    }
  }

  @Nested
  class OfARandomGraphByLogic {

    static Stream<Long> seeds() {
      return LongStream.range(0, 400).boxed();
    }

    /**
     * Compares two independent results: the chance by the evaluation of the whole graph, and the obstacles from the readings of
     * the line.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsAnObstacleExactlyWhereALineDoesNotFire(long seed) {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      for (ReviewPolicy policy : ReviewPolicy.values()) {
        Options options = RandomClaimGraphs.options(graph, policy, seed);
        Evaluator.Builder evaluator = Evaluator.builder().reviews(policy).byLogic(true);
        options.asOf().ifPresent(evaluator::asOf);
        options.suppositions().forEach(evaluator::suppose);
        Evaluation evaluation = evaluator.build().evaluate(graph);
        graph.claims().forEach(claim -> {
          Explanation explanation = Explanation.of(evaluation, claim.id());
          assertThat(told(explanation)).doesNotHaveDuplicates().startsWith(claim.id());
          explanation.accounts().forEach(OfARandomGraphByLogic::assertComplete);
          assertThat(explanation.toText(Style.builder().all(true).build())).isNotBlank();
          assertThat(explanation.toText()).doesNotContain("{0}").doesNotContain("{1}");
        });
      }
    }

    private static void assertComplete(Account account) {
      Stream.of(account.supporting(), account.refuting(), account.qualifying())
          .flatMap(List::stream)
          .forEach(line -> {
            assertThat(line.obstacles().isEmpty()).as("%s", line).isEqualTo(line.holds());
            assertThat(line.obstacles())
                .as("%s", line)
                .noneMatch(obstacle -> obstacle.kind() == Obstacle.Kind.TOO_MUCH_AT_ONCE)
                .noneMatch(obstacle ->
                    obstacle.kind() == Obstacle.Kind.CIRCULAR && line.chance().undecided() > 0);
          });
      if (account.supposed().isEmpty()) {
        boolean fires = account.supporting().stream().anyMatch(LineReport::holds);
        boolean isFor =
            account.verdict() == Verdict.SUPPORTED || account.verdict() == Verdict.MISLEADING;
        assertThat(!isFor || fires).as("%s", account).isTrue();
      }
    }
  }

  @Nested
  class WhenInterrupted {
    @Test
    void stops() {
      Evaluation evaluation = Evaluator.usual().evaluate(graph(claim("c")));
      Thread.currentThread().interrupt();
      try {
        assertThatExceptionOfType(CancellationException.class)
            .isThrownBy(() -> Explanation.of(evaluation, "c"))
            .withMessage("stopped: the thread was interrupted");
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
    }
  }
}
