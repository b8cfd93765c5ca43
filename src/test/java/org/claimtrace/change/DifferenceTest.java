package org.claimtrace.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.claimtrace.change.Difference.Kind;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.model.Element;
import org.claimtrace.model.Grade;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DifferenceTest {

  private static final Element EVIDENCE = Element.evidence("c/evidence/s");
  private static final Element INFERENCE = Element.inference("step");
  private static final Element REVIEW = Element.review("c/reviews/s");
  private static final Optional<PartialDate> DATE = Optional.of(PartialDate.parse("2026-02"));

  private static Arguments presence(Kind kind, Optional<PartialDate> from, List<String> after) {
    return Arguments.of(
        new LinePresence(kind, EVIDENCE, "c", from),
        kind,
        Optional.of(EVIDENCE),
        Optional.of("c"),
        List.of(),
        after);
  }

  private static <T> Arguments ofLine(
      Attribute<LineDraft, T> attribute,
      Kind kind,
      Element line,
      T was,
      T is,
      List<String> before,
      List<String> after) {
    return Arguments.of(
        AttributeChange.ofLine(attribute, line, "c", was, is),
        kind,
        Optional.of(line),
        Optional.of("c"),
        before,
        after);
  }

  private static <T> Arguments ofSource(
      Attribute<SourceDraft, T> attribute,
      Kind kind,
      T was,
      T is,
      List<String> before,
      List<String> after) {
    return Arguments.of(
        AttributeChange.ofSource(attribute, "s", was, is),
        kind,
        Optional.of(Element.source("s")),
        Optional.empty(),
        before,
        after);
  }

  private static <T> Arguments ofOption(
      Attribute<EvaluatorDraft, T> attribute, Kind kind, T was, T is, String before, String after) {
    return Arguments.of(
        AttributeChange.ofOption(attribute, was, is),
        kind,
        Optional.empty(),
        Optional.empty(),
        List.of(before),
        List.of(after));
  }

  private static ImmutableList<String> ids(String... ids) {
    return ImmutableList.copyOf(ids);
  }

  static Stream<Arguments> each() {
    Element claim = Element.claim("c");
    return Stream.of(
        presence(Kind.ADDED, Optional.empty(), List.of()),
        presence(Kind.REMOVED, Optional.empty(), List.of()),
        presence(Kind.BEGAN, DATE, List.of("2026-02")),
        presence(Kind.NOT_YET, DATE, List.of("2026-02")),
        ofLine(Attribute.SOURCE, Kind.SOURCE, EVIDENCE, "s", "t", List.of("s"), List.of("t")),
        ofLine(
            Attribute.STANCE,
            Kind.STANCE,
            EVIDENCE,
            Stance.SUPPORTS,
            Stance.QUALIFIES,
            List.of("supports"),
            List.of("qualifies")),
        ofLine(
            Attribute.STRENGTH,
            Kind.STRENGTH,
            EVIDENCE,
            Grade.findStrength("very likely").orElseThrow(),
            Grade.of(.5),
            List.of("very likely"),
            List.of("0.5")),
        ofLine(Attribute.RELAYS, Kind.RELAYS, EVIDENCE, ids(), ids("u", "t"), ids(), ids("u", "t")),
        ofLine(
            Attribute.PREMISES,
            Kind.PREMISES,
            INFERENCE,
            ImmutableList.of(Premise.of("p")),
            ImmutableList.of(Premise.not("q"), Premise.of("p")),
            List.of("p"),
            List.of("not q", "p")),
        ofLine(Attribute.ASSUMING, Kind.ASSUMING, INFERENCE, ids("p"), ids(), ids("p"), ids()),
        ofLine(Attribute.UNLESS, Kind.UNLESS, EVIDENCE, ids("p"), ids(), ids("p"), ids()),
        ofLine(Attribute.OVERRIDES, Kind.OVERRIDES, REVIEW, ids(), ids("step"), ids(), ids("step")),
        ofLine(
            Attribute.PUBLISHED_VERDICT,
            Kind.PUBLISHED_VERDICT,
            REVIEW,
            Review.builder("s", Verdict.MISLEADING).build(),
            Review.builder("s", Verdict.CONFLICTING).build(),
            List.of("misleading"),
            List.of("conflicting")),
        ofLine(
            Attribute.PUBLISHED_VERDICT,
            Kind.PUBLISHED_VERDICT,
            REVIEW,
            Review.builder("s", Verdict.MISLEADING).build(),
            Review.builder("s").label("Half true").build(),
            List.of("misleading"),
            List.of()),
        ofLine(
            Attribute.EXHIBIT,
            Kind.EXHIBIT,
            EVIDENCE,
            false,
            true,
            List.of("false"),
            List.of("true")),
        ofLine(
            Attribute.STATEMENT_ORIGINS,
            Kind.DERIVED_FROM,
            EVIDENCE,
            new StatementOrigins(Optional.empty(), ids("t")),
            new StatementOrigins(Optional.of(ids()), ids()),
            List.of("t"),
            List.of()),
        ofLine(
            Attribute.WITHDRAWN,
            Kind.RETRACTED,
            EVIDENCE,
            Optional.empty(),
            DATE,
            List.of(),
            List.of("2026-02")),
        ofLine(
            Attribute.PARTS, Kind.PARTS, claim, ids("p"), ids("p", "q"), ids("p"), ids("p", "q")),
        ofSource(
            Attribute.RELIABILITY,
            Kind.RELIABILITY,
            Grade.findReliability("B").orElseThrow(),
            Grade.ONE,
            List.of("B"),
            List.of("1")),
        ofSource(Attribute.DERIVED_FROM, Kind.DERIVED_FROM, ids(), ids("t"), ids(), ids("t")),
        ofSource(Attribute.READ_IN, Kind.READ_IN, ids("t"), ids(), ids("t"), ids()),
        ofSource(
            Attribute.RETRACTED,
            Kind.RETRACTED,
            Optional.empty(),
            DATE,
            List.of(),
            List.of("2026-02")),
        Arguments.of(
            new ContradictionChange("c", "d", true),
            Kind.CONTRADICTS,
            Optional.of(claim),
            Optional.empty(),
            List.of(),
            List.of("d")),
        Arguments.of(
            new ContradictionChange("d", "c", false).seenFrom("c"),
            Kind.CONTRADICTS,
            Optional.of(claim),
            Optional.empty(),
            List.of("d"),
            List.of()),
        Arguments.of(
            new SuppositionChange("c", Optional.of(Supposition.OPEN), Optional.empty()),
            Kind.SUPPOSED,
            Optional.of(claim),
            Optional.empty(),
            List.of("open"),
            List.of()),
        ofOption(
            Attribute.STANDARD,
            Kind.STANDARD,
            Standard.CLEAR_AND_CONVINCING,
            Standard.BEYOND_REASONABLE_DOUBT,
            "clear-and-convincing",
            "beyond-reasonable-doubt"),
        ofOption(
            Attribute.REVIEWS,
            Kind.REVIEWS,
            ReviewPolicy.EVIDENCE_FIRST,
            ReviewPolicy.EVIDENCE_ONLY,
            "evidence-first",
            "evidence-only"),
        ofOption(Attribute.BY_LOGIC, Kind.BY_LOGIC, false, true, "false", "true"),
        ofOption(
            Attribute.IGNORES_DERIVATION, Kind.IGNORES_DERIVATION, true, false, "true", "false"),
        ofOption(
            Attribute.SAMPLING,
            Kind.SAMPLING,
            new Sampling(OptionalInt.empty(), OptionalLong.empty()),
            new Sampling(OptionalInt.of(64), OptionalLong.of(7)),
            "not sampled",
            "64 worlds, seed 7"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("each")
  void hasTheTextThatAClaimFileWouldHave(
      Difference difference,
      Kind kind,
      Optional<Element> element,
      Optional<String> claim,
      List<String> before,
      List<String> after) {
    assertThat(difference.kind()).isEqualTo(kind);
    assertThat(difference.element()).isEqualTo(element);
    assertThat(difference.claimId()).isEqualTo(claim);
    assertThat(difference.before()).isEqualTo(before);
    assertThat(difference.after()).isEqualTo(after);
  }

  @Test
  void samplesCoverEveryKind() {
    assertThat(each().map(arguments -> (Kind) arguments.get()[1]))
        .containsAll(EnumSet.allOf(Kind.class));
  }

  @Test
  void equalsAnotherWithTheSameValues() {
    List<Difference> all =
        each().map(arguments -> (Difference) arguments.get()[0]).toList();
    List<Difference> again =
        each().map(arguments -> (Difference) arguments.get()[0]).toList();
    Set<Difference> different = ImmutableSet.copyOf(all);
    assertThat(again).isEqualTo(all);
    assertThat(different).hasSameSizeAs(all).containsExactlyElementsOf(again);
  }

  @Test
  void isAnOptionIfNothingInTheGraphDiffers() {
    assertThat(each()
            .map(arguments -> (Difference) arguments.get()[0])
            .filter(Difference::isOption)
            .map(Difference::kind))
        .containsExactly(
            Kind.SUPPOSED,
            Kind.STANDARD,
            Kind.REVIEWS,
            Kind.BY_LOGIC,
            Kind.IGNORES_DERIVATION,
            Kind.SAMPLING);
  }

  @Test
  void hasAShortDescriptionWithBothValues() {
    assertThat(AttributeChange.ofLine(
            Attribute.STANCE, EVIDENCE, "c", Stance.SUPPORTS, Stance.REFUTES))
        .hasToString("stance of evidence 'c/evidence/s': [supports], now [refutes]");
    assertThat(AttributeChange.ofOption(Attribute.BY_LOGIC, false, true))
        .hasToString("by-logic: [false], now [true]");
  }
}
