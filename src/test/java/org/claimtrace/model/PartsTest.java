package org.claimtrace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.claimtrace.problem.ClaimGraphException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests what holds of a graph and of every kind of part. */
class PartsTest {

  private static Arguments kind(Class<?> type, Supplier<PartBuilder<?, ?>> builder) {
    return Arguments.of(type.getSimpleName(), builder);
  }

  /** A builder of each kind, with only the members that it must have. */
  static Stream<Arguments> kinds() {
    return Stream.of(
        kind(ClaimGraph.class, () -> ClaimGraph.builder("g").title("t").claim("b", "B")),
        kind(Claim.class, () -> Claim.builder("a").text("A")),
        kind(Source.class, () -> Source.builder("s").title("S")),
        kind(Evidence.class, () -> Evidence.builder("s")),
        kind(Inference.class, () -> Inference.builder("b")),
        kind(Review.class, () -> Review.builder("s", Verdict.REFUTED)),
        kind(Appearance.class, () -> Appearance.builder("s")),
        kind(Search.class, () -> Search.builder("w")),
        kind(Retraction.class, () -> Retraction.builder("2025")),
        kind(Notice.class, () -> Notice.builder(NoticeKind.UPDATE, "2025")),
        kind(Rating.class, () -> Rating.builder(3)),
        kind(Correction.class, () -> Correction.builder("2025", "n")),
        kind(Acceptance.class, () -> Acceptance.builder("f", "b")));
  }

  /** The parts that result from calling each setter of a builder with a new value. */
  private static List<Object> changed(Supplier<PartBuilder<?, ?>> builder) {
    List<Object> changed = new ArrayList<>();
    Stream.<Class<?>>iterate(
            builder.get().getClass(), type -> type != Object.class, Class::getSuperclass)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(each -> Modifier.isPublic(each.getModifiers()) && !each.isBridge())
        .filter(each ->
            !List.of("build", "toString", "replaceClaim", "replaceSource").contains(each.getName()))
        .sorted(Comparator.comparing(Method::toGenericString))
        .forEach(each -> changed.add(changed(builder.get(), each).build()));
    return changed;
  }

  private static PartBuilder<?, ?> changed(PartBuilder<?, ?> builder, Method method) {
    Object[] arguments = Arrays.stream(method.getGenericParameterTypes())
        .map(type -> argument(method, type))
        .toArray();
    if (method.getName().equals("ownMember")) {
      arguments = new Object[] {"_own", "1"};
    } else if (method.getName().equals("claim") && arguments.length == 2) {
      arguments = new Object[] {"c", "C"};
    } else if (arguments.length == 3) {
      arguments = new Object[] {"de", "new", new String[] {"fr", "neuf"}};
    }
    try {
      assertThat(method.invoke(builder, arguments)).as(method.toString()).isSameAs(builder);
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new LinkageError(method.toString(), e);
    }
    return builder;
  }

  /** The member that a method adds to or replaces: {@code about} of {@code allAbout}. */
  private static String memberOf(Method method) {
    String name = method.getName();
    return name.startsWith("all")
        ? Character.toLowerCase(name.charAt(3)) + name.substring(4)
        : name;
  }

  private static Object argument(Method method, java.lang.reflect.Type type) {
    if (type instanceof ParameterizedType generic) {
      java.lang.reflect.Type element = generic.getActualTypeArguments()[0];
      return generic.getRawType() == ImmutableMap.class
          ? ImmutableMap.of("q", "b")
          : ImmutableList.of(argument(method, element));
    }
    String name = memberOf(method);
    if (type == String.class) {
      return switch (name) {
        case "date", "published", "accessed", "modified", "due", "retracted" -> "2026-02";
        case "doi" -> "10.1000/182";
        case "strength" -> "likely";
        case "reliability" -> "B";
        case "url", "archived" -> "https://example.org/";
        case "finding" -> "other";
        case "language" -> "zh";
        case "at", "thesis", "unless", "assuming", "parts" -> "b";
        case "sourceId", "reviewer", "by", "via" -> "r";
        default -> "new";
      };
    }
    Map<java.lang.reflect.Type, Supplier<Object>> values =
        ImmutableMap.<java.lang.reflect.Type, Supplier<Object>>builder()
            .put(String[].class, () -> new String[] {(String) argument(method, String.class)})
            .put(Premise.class, () -> Premise.not("b"))
            .put(Text.class, () -> Text.of("en", "new"))
            .put(PartialDate.class, () -> PartialDate.parse("2026"))
            .put(LocalDate.class, () -> LocalDate.of(2026, 2, 3))
            .put(Grade.class, () -> Grade.of(.3))
            .put(double.class, () -> .4)
            .put(boolean.class, () -> true)
            .put(Stance.class, () -> Stance.REFUTES)
            .put(Verdict.class, () -> Verdict.SUPPORTED)
            .put(SourceType.class, () -> SourceType.NEWS)
            .put(SourceLevel.class, () -> SourceLevel.PRIMARY)
            .put(ClaimKind.class, () -> ClaimKind.OPINION)
            .put(Claim.class, () -> Claim.of("c", "C"))
            .put(Claim.Builder.class, () -> Claim.builder("c").text("C"))
            .put(Source.class, () -> Source.builder("r").title("new").build())
            .put(Source.Builder.class, () -> Source.builder("s").title("S"))
            .put(Evidence.class, () -> Evidence.builder("s").build())
            .put(Evidence.Builder.class, () -> Evidence.builder("s"))
            .put(Inference.class, () -> Inference.builder("b").build())
            .put(Inference.Builder.class, () -> Inference.builder("b"))
            .put(Review.class, () -> Review.builder("s", Verdict.REFUTED).build())
            .put(Review.Builder.class, () -> Review.builder("s", Verdict.REFUTED))
            .put(Appearance.class, () -> Appearance.builder("s").build())
            .put(Appearance.Builder.class, () -> Appearance.builder("s"))
            .put(Search.class, () -> Search.builder("w").build())
            .put(Search.Builder.class, () -> Search.builder("w"))
            .put(Retraction.class, () -> Retraction.builder("2025").build())
            .put(Retraction.Builder.class, () -> Retraction.builder("2025"))
            .put(Notice.class, () -> Notice.builder(NoticeKind.UPDATE, "2025").build())
            .put(Notice.Builder.class, () -> Notice.builder(NoticeKind.UPDATE, "2025"))
            .put(NoticeKind.class, () -> NoticeKind.CONCERN)
            .put(Rating.class, () -> Rating.of(2, 5, 1))
            .put(Rating.Builder.class, () -> Rating.builder(2))
            .put(Review.Builder[].class, () ->
                new Review.Builder[] {Review.builder("s", Verdict.REFUTED)})
            .put(Correction.class, () -> Correction.builder("2025", "n").build())
            .put(Correction.Builder.class, () -> Correction.builder("2025", "n"))
            .put(Acceptance.class, () -> Acceptance.builder("f", "b").build())
            .put(Acceptance.Builder.class, () -> Acceptance.builder("f", "b"))
            .buildOrThrow();
    Supplier<Object> value = values.get(type);
    assertThat(value).as("a value for %s", method).isNotNull();
    return value.get();
  }

  private static Object rebuilt(Object part) {
    try {
      Method toBuilder = part.getClass().getMethod("toBuilder");
      return ((PartBuilder<?, ?>) toBuilder.invoke(part)).build();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no builder of " + part, e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void areEqualIfAllMembersAre(String kind, Supplier<PartBuilder<?, ?>> builder) {
    Object one = builder.get().build();
    assertThat(builder.get().build()).isEqualTo(one).hasSameHashCodeAs(one).isNotSameAs(one);
    assertThat(one).isNotEqualTo(kind).isNotEqualTo(null);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void differIfAnyMemberDoes(String kind, Supplier<PartBuilder<?, ?>> builder) {
    Object plain = builder.get().build();
    assertThat(changed(builder)).isNotEmpty().doesNotContain(plain);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void areRebuiltFromTheirBuilderWithoutLoss(String kind, Supplier<PartBuilder<?, ?>> builder) {
    for (Object part : Iterables.concat(changed(builder), List.of(builder.get().build()))) {
      assertThat(rebuilt(part)).isEqualTo(part).hasSameHashCodeAs(part);
    }
  }

  @Test
  void ofDifferentKindsAreNeverEqual() {
    List<Object> all = kinds()
        .map(kind -> ((PartBuilder<?, ?>) ((Supplier<?>) kind.get()[1]).get()).build())
        .map(Object.class::cast)
        .toList();
    for (Object each : all) {
      assertThat(all).filteredOn(each::equals).containsExactly(each);
    }
  }

  @Test
  void differByTheOrderOfTheAuthorsOwnMembers() {
    Search.Builder search = Search.builder("w");
    assertThat(search.ownMember("_a", "1").ownMember("_b", "2").build())
        .isNotEqualTo(
            Search.builder("w").ownMember("_b", "2").ownMember("_a", "1").build())
        .hasSameHashCodeAs(
            Search.builder("w").ownMember("_b", "2").ownMember("_a", "1").build());
  }

  @Test
  void areNotBuiltWithoutRequiredMembers() {
    assertThat(Stream.of(
                ClaimGraph.builder("g"),
                Claim.builder("a"),
                Source.builder("s"),
                Inference.builder(),
                Review.builder("s"),
                Search.builder(),
                Retraction.builder(),
                Notice.builder(),
                Rating.builder(),
                Correction.builder(),
                Acceptance.builder())
            .flatMap(each ->
                catchThrowableOfType(ClaimGraphException.class, each::build).problems().stream())
            .map(Object::toString))
        .containsExactly(
            "(whole graph) missing-member: the graph has no title. Write one under 'title'.",
            "(whole graph) missing-member: claim 'a' has no text. Write what it states under 'text'.",
            "(whole graph) missing-member: source 's' has neither a title nor a url. Write one of the two.",
            "(/premises) empty: the inference has no premises. Name at least one claim that must be accepted.",
            "(whole graph) missing-member: a review has neither a verdict nor a label. Write one under 'verdict', such as \"supported\", or the published words under 'label'.",
            "(whole graph) missing-member: a search does not say where. Write under 'where' what was searched, or the id of a source under 'source'.",
            "(whole graph) missing-member: a retraction has no date. Write under 'date' when it was made, such as \"2026-02-13\".",
            "(whole graph) missing-member: a notice has no kind. Write one under 'kind', such as \"correction\" or \"concern\".",
            "(whole graph) missing-member: a notice has no date. Write under 'date' when it was made known, such as \"2026-02-13\".",
            "(whole graph) missing-member: a rating has no value. Write the number under 'value'.",
            "(whole graph) missing-member: a correction has no date. Write under 'date' when it was made, such as \"2026-02-13\".",
            "(whole graph) missing-member: a correction has no note. Write under 'note' what was corrected.",
            "(whole graph) missing-member: an accepted finding has no code. Write it under 'finding', as the inspection prints it.",
            "(whole graph) missing-member: an accepted finding has no reason. Write under 'because' why it may stand.");
  }

  /** A builder keeps the value of the last call; problems of earlier values do not matter. */
  @Test
  void areBuiltFromTheLastValueOfEachMember() {
    Evidence.Builder evidence = Evidence.builder("s")
        .id("é\u0301 x")
        .id("e")
        .strength(7)
        .strength("likely")
        .date("then")
        .date("2026")
        .note("")
        .note("n")
        .via("r", "r")
        .allVia(ImmutableList.of("r"));
    Claim.Builder claim = Claim.builder("a")
        .text("", "")
        .text("A")
        .evidence(Evidence.builder("s").quote(""))
        .allEvidence(ImmutableList.of())
        .evidence(evidence);
    assertThat(claim.build().evidence()).containsExactly(evidence.build());
  }

  /** Calls to a builder after it was added to another have no effect on the other. */
  @Test
  void areTakenFromABuilderInItsStateWhenItIsAdded() {
    Evidence.Builder evidence = Evidence.builder("s");
    Claim.Builder claim = Claim.builder("a").text("A").evidence(evidence);
    evidence.id("late").date("wrong");
    assertThat(claim.build().evidence()).containsExactly(Evidence.builder("s").build());
  }
}
