package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Text;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks the verdicts on the claim graphs of real arguments, the flagship apart. */
class RealArgumentsTest {

  /** A real argument, and the verdict that a careful editor would give on each of its claims. */
  private enum Argument {
    MMR(
        "mmr-and-autism",
        Map.of(
            Verdict.REFUTED,
            "mmr-causes-autism signs-within-days normal-before ethics-approved paper-holds"
                + " harms-the-susceptible",
            Verdict.SUPPORTED,
            "lawyer-paid no-comparison paper-claimed-no-proof ten-authors-withdrew"
                + " no-step-up-in-london denmark-2002 siblings-2015 denmark-2019"
                + " vaccinated-no-likelier")),

    COVID_DEATHS(
        "vaccinated-covid-deaths",
        Map.of(
            Verdict.MISLEADING,
            "most-who-died-vaccinated",
            Verdict.REFUTED,
            "vaccinated-likelier-to-die vaccines-did-not-protect groups-alike"
                + " many-reports-confirm-it",
            Verdict.SUPPORTED,
            "four-in-five-vaccinated old-mostly-vaccinated smaller-share-of-dead"
                + " same-age-lower-risk nine-times-at-65 share-had-risen protection-wanes"
                + " authors-warned renew-the-protection reports-name-one-analysis")),

    AARDVARK(
        "brazilian-aardvark",
        Map.of(
            Verdict.REFUTED,
            "called-so-before-wikipedia coati-is-an-aardvark",
            Verdict.MISLEADING,
            "printed-in-june-2010",
            Verdict.SUPPORTED,
            "made-up-in-2008 no-earlier-use one-report-behind-the-papers"
                + " name-came-from-wikipedia entry-cited-the-telegraph each-vouched-for-the-other"
                + " name-used-since"));

    private final String id;
    private final ImmutableMap<String, Verdict> verdicts;

    Argument(String id, Map<Verdict, String> claims) {
      this.id = id;
      Map<String, Verdict> expected = new LinkedHashMap<>();
      claims.forEach((verdict, ids) ->
          Arrays.stream(ids.split(" ", -1)).forEach(claim -> expected.put(claim, verdict)));
      this.verdicts = ImmutableMap.copyOf(expected);
    }

    Path file() {
      return Path.of("claims", id + ".json");
    }

    ClaimGraph graph() {
      return ClaimJson.read(file());
    }

    Evaluation asOf(String date) {
      return Evaluator.builder().asOf(date).build().evaluate(graph());
    }
  }

  private static Map<String, Verdict> verdicts(Evaluation evaluation) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    evaluation
        .judgements()
        .forEach(judgement -> verdicts.put(judgement.claimId(), judgement.verdict()));
    return verdicts;
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Argument.class)
  void areValidAndCanonical(Argument argument) throws IOException {
    String text = Files.readString(argument.file());
    assertThat(ClaimJson.problems(text).problems()).isEmpty();
    assertThat(ClaimJson.write(ClaimJson.read(text))).isEqualTo(text);
    assertThat(argument.graph().id()).isEqualTo(argument.id);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Argument.class)
  void haveTheVerdictsOfACarefulEditorWithTheirNumbers(Argument argument) {
    Evaluation evaluation = Evaluator.usual().evaluate(argument.graph());
    assertThat(verdicts(evaluation)).isEqualTo(argument.verdicts);
    assertThat(evaluation.method()).isNotEqualTo(Method.SAMPLED);
    assertThat(argument.graph().claims()).noneMatch(claim -> evaluation.isClose(claim.id()));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Argument.class)
  void haveTheSameVerdictsByLogicAlone(Argument argument) {
    assertThat(verdicts(Evaluator.builder().byLogic(true).build().evaluate(argument.graph())))
        .isEqualTo(argument.verdicts);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Argument.class)
  void agreeWithEveryVerdictThatOthersPublished(Argument argument) {
    Evaluation evaluation = Evaluator.usual().evaluate(argument.graph());
    for (Claim claim : argument.graph().claims()) {
      for (Review review : claim.reviews()) {
        assertThat(evaluation.verdict(claim.id()))
            .as(claim.id())
            .isEqualTo(review.verdict().orElseThrow());
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Argument.class)
  void refuteTheClaimTheyAreFor(Argument argument) {
    assertThat(argument.graph().thesis())
        .hasSize(1)
        .allSatisfy(
            thesis -> assertThat(Evaluator.usual().evaluate(argument.graph()).verdict(thesis))
                .isEqualTo(Verdict.REFUTED));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Argument.class)
  void haveEveryTextInBothLanguages(Argument argument) {
    ClaimGraph graph = argument.graph();
    List<Text> texts = new ArrayList<>(List.of(graph.title()));
    graph.note().ifPresent(texts::add);
    for (Claim claim : graph.claims()) {
      texts.add(claim.text());
      claim.note().ifPresent(texts::add);
      claim.evidence().stream().map(Evidence::note).forEach(note -> note.ifPresent(texts::add));
      claim.inferences().stream().map(Inference::note).forEach(note -> note.ifPresent(texts::add));
    }
    for (Source source : graph.sources()) {
      Stream.of(source.title(), source.note()).forEach(text -> text.ifPresent(texts::add));
    }
    assertThat(texts).allSatisfy(text -> assertThat(text.byTag()).containsOnlyKeys("en", "zh"));
  }

  @Nested
  class TheRetractedPaper {

    @Test
    void isBelievedUntilItsDataAreLookedInto() {
      assertThat(Argument.MMR.asOf("2009").verdict("paper-holds")).isEqualTo(Verdict.SUPPORTED);
      assertThat(Argument.MMR.asOf("2010").verdict("ethics-approved")).isEqualTo(Verdict.REFUTED);
      assertThat(Argument.MMR.asOf("2010").verdict("normal-before")).isEqualTo(Verdict.UNVERIFIED);
      assertThat(Argument.MMR.asOf("2011").verdict("normal-before")).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void carriesNoConclusionEvenBeforeItsRetraction() {
      Evaluation evaluation = Argument.MMR.asOf("1998");
      assertThat(evaluation.verdict("signs-within-days")).isEqualTo(Verdict.SUPPORTED);
      assertThat(evaluation.fires(Element.inference("after-so-because"))).isZero();
      assertThat(evaluation.verdict("mmr-causes-autism")).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void stillShowsWhatItSays() {
      assertThat(Evaluator.usual().evaluate(Argument.MMR.graph()).verdict("paper-claimed-no-proof"))
          .isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void isNotWhatRefutesTheClaim() {
      assertThat(Argument.MMR.asOf("2009").verdict("mmr-causes-autism")).isEqualTo(Verdict.REFUTED);
    }
  }

  @Nested
  class TheMisleadingFigure {

    @Test
    void standsAndFallsWithItsOneOrigin() {
      ClaimTrace without = ClaimTrace.of(Argument.COVID_DEATHS.graph())
          .whatIf(scenario -> scenario.discredit("kff-analysis"));
      assertThat(without.verdict("most-who-died-vaccinated")).isEqualTo(Verdict.UNVERIFIED);
      assertThat(without.verdict("vaccines-did-not-protect")).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void leadsNowhereWithoutTheTacitAssumption() {
      Evaluation evaluation = Evaluator.usual().evaluate(Argument.COVID_DEATHS.graph());
      assertThat(evaluation.fires(Element.inference("from-count-to-risk"))).isZero();
      assertThat(evaluation.fires(Element.inference("so-they-failed"))).isZero();
      assertThat(evaluation.verdict("groups-alike")).isEqualTo(Verdict.REFUTED);
    }
  }

  @Nested
  class TheCircleOfSources {

    @Test
    void isWorthNothing() {
      Evaluation evaluation = Evaluator.usual().evaluate(Argument.AARDVARK.graph());
      for (String source : List.of("wikipedia-coati", "telegraph-2010")) {
        Element evidence = Element.evidence("called-so-before-wikipedia/evidence/" + source);
        assertThat(evaluation.fires(evidence)).as(source).isZero();
      }
    }

    @Test
    void wouldPassForTwoWitnessesIfNobodyAskedWhatTheyHadItFrom() {
      Evaluation naive =
          Evaluator.builder().ignoresDerivation(true).build().evaluate(Argument.AARDVARK.graph());
      assertThat(naive.verdict("called-so-before-wikipedia")).isEqualTo(Verdict.CONFLICTING);
    }

    @Test
    void passedForProofUntilTheJokerSpoke() {
      assertThat(Argument.AARDVARK.asOf("2009").verdict("called-so-before-wikipedia"))
          .isEqualTo(Verdict.UNVERIFIED);
      assertThat(Argument.AARDVARK.asOf("2012").verdict("called-so-before-wikipedia"))
          .isEqualTo(Verdict.SUPPORTED);
      assertThat(Argument.AARDVARK.asOf("2014").verdict("called-so-before-wikipedia"))
          .isEqualTo(Verdict.REFUTED);
    }
  }
}
