package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.lang.reflect.Method;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.claimtrace.model.Correction;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Line;
import org.claimtrace.model.Review;
import org.claimtrace.model.Search;
import org.claimtrace.model.Text;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Members that a part of a graph or its builder inherits from a package-private class can be used from another package: in
 * chains of calls, as a method reference and by reflection.
 */
class InheritedMembersTest {

  @Test
  void returnTheBuilderOfTheSubclass() {
    Evidence evidence = Evidence.builder("s")
        .note("n")
        .note(Text.of("n"))
        .note("en", "n")
        .ownMember("_x", "1")
        .date("2026")
        .overrides("l")
        .quote("q")
        .build();
    Correction correction =
        Correction.builder().note("n").date("2026").ownMember("_x", "1").build();
    assertThat(evidence.toBuilder().note("n").quote("q").build()).hasToString("evidence of s");
    assertThat(correction).hasToString("correction of 2026");
  }

  @Test
  void canBeUsedAsMethodReferences() {
    Evidence.Builder builder = Evidence.builder("s");
    Function<String, Evidence.Builder> note = builder::note;
    Function<Text, Evidence.Builder> text = builder::note;
    BiFunction<String, String, Evidence.Builder> byTag = builder::note;
    Function<Iterable<String>, Evidence.Builder> overrides = builder::allOverrides;
    BiFunction<String, String, Evidence.Builder> own = builder::ownMember;
    BiFunction<Evidence.Builder, String, Evidence.Builder> date = Evidence.Builder::date;
    Supplier<Evidence> build = builder::build;
    assertThat(note.apply("n")).isSameAs(builder);
    assertThat(text.apply(Text.of("n"))).isSameAs(builder);
    assertThat(byTag.apply("en", "n")).isSameAs(builder);
    assertThat(overrides.apply(ImmutableMap.of("l", 1).keySet())).isSameAs(builder);
    assertThat(own.apply("_x", "1")).isSameAs(builder);
    assertThat(date.apply(builder, "2026")).isSameAs(builder);
    Function<Evidence, Object> noteOf = Evidence::note;
    Function<Evidence, Object> ownMembers = Evidence::ownMembers;
    Evidence evidence = build.get();
    assertThat(noteOf.apply(evidence)).isEqualTo(evidence.note());
    assertThat(ownMembers.apply(evidence)).isEqualTo(ImmutableMap.of("_x", "1"));
  }

  @Test
  void canBeCalledByReflection() throws ReflectiveOperationException {
    Search.Builder builder = Search.builder("w");
    Method note = Search.Builder.class.getMethod("note", String.class);
    assertThat(note.invoke(builder, "n")).isSameAs(builder);
    Object search = Search.Builder.class.getMethod("build").invoke(builder);
    assertThat(Search.class.getMethod("note").invoke(search))
        .isEqualTo(Search.builder("w").note("n").build().note());
    assertThat(Search.class.getMethod("ownMembers").invoke(search)).isEqualTo(ImmutableMap.of());
  }

  @Test
  void areSharedByAllLines() {
    Line evidence = Evidence.builder("s").date("2026").overrides("l").note("n").build();
    Line inference =
        Inference.builder("p").date("2026").overrides("l").note("n").build();
    Line review = Review.builder("s", Verdict.REFUTED)
        .date("2026")
        .overrides("l")
        .note("n")
        .build();
    assertThat(evidence.date()).isEqualTo(inference.date()).isEqualTo(review.date());
    assertThat(evidence.overrides()).isEqualTo(inference.overrides()).isEqualTo(review.overrides());
    assertThat(evidence.note()).isEqualTo(inference.note()).isEqualTo(review.note());
    assertThat(evidence.element("c")).hasToString("evidence 'c/evidence/s'");
    assertThat(inference.element("c")).hasToString("inference 'c/inference'");
    assertThat(review.element("c")).hasToString("review 'c/reviews/s'");
  }
}
