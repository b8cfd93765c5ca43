package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The families are as documented: valid files of any size, always the same. */
class GraphFamilyTest {

  private static final int MOST_COPIES_OF_THE_FLAGSHIP = 2;

  /** Returns the first few sizes, in which a shape may be degenerate, and one that is not small. */
  private static int[] sizes(GraphFamily family) {
    return family == GraphFamily.FLAGSHIPS
        ? new int[] {1, MOST_COPIES_OF_THE_FLAGSHIP}
        : new int[] {1, 2, 3, 4, 31, 64};
  }

  @ParameterizedTest
  @EnumSource
  void everySizeIsAValidFileThatReadsAsTheGraphItWasWrittenFrom(GraphFamily family) {
    for (int size : sizes(family)) {
      ClaimGraph graph = family.graph(size);
      assertThat(ClaimJson.read(new ByteArrayInputStream(GraphFamily.file(graph))))
          .as("of size %s", size)
          .isEqualTo(graph);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSizeAlwaysHasTheSameGraph(GraphFamily family) {
    for (int size : sizes(family)) {
      assertThat(GraphFamily.file(family.graph(size)))
          .as("of size %s", size)
          .isEqualTo(GraphFamily.file(family.graph(size)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGreaterSizeIsALongerFile(GraphFamily family) {
    int[] lengths = Arrays.stream(sizes(family))
        .map(size -> GraphFamily.file(family.graph(size)).length)
        .toArray();
    assertThat(lengths).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void theClaimAskedAboutHasLines(GraphFamily family) {
    for (int size : sizes(family)) {
      ClaimGraph graph = family.graph(size);
      assertThat(graph.lines(GraphFamily.asked(graph))).as("of size %s", size).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FLAGSHIPS")
  void aGraphOfANumberOfBytesHasNearlyThatMany(GraphFamily family) {
    assertThat(GraphFamily.file(family.graphOfBytes(10_000)).length).isBetween(8_500, 10_000);
  }

  @Test
  void aGraphOfFewerBytesThanAnyHasIsTheSmallest() {
    assertThat(GraphFamily.FLAGSHIPS.graphOfBytes(10_000))
        .isEqualTo(GraphFamily.FLAGSHIPS.graph(1));
    assertThat(GraphFamily.TREE.graphOfBytes(1)).isEqualTo(GraphFamily.TREE.graph(1));
  }

  @Test
  void rejectsTheSizeZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GraphFamily.TREE.graph(0))
        .withMessage("no graph is of size 0");
  }

  @Test
  void whereAllContradictEachOtherEachClaimNamesAllBeforeIt() {
    assertThat(GraphFamily.MUTUAL_CONTRADICTIONS.graph(4).claims())
        .extracting(Claim::contradicts)
        .containsExactly(
            ImmutableList.of(),
            ImmutableList.of("c0"),
            ImmutableList.of("c0", "c1"),
            ImmutableList.of("c0", "c1", "c2"));
  }

  @Test
  void aRingOfDerivationsIsARingIntoWhichTheOriginLeads() {
    assertThat(GraphFamily.RING_OF_DERIVATIONS.graph(3).sources())
        .extracting(Source::derivedFrom)
        .containsExactly(
            ImmutableList.of(),
            ImmutableList.of("s2", "origin"),
            ImmutableList.of("s0"),
            ImmutableList.of("s1"));
  }

  @Test
  void idsOfOneHashCodeAreDifferentIds() {
    List<String> ids = GraphFamily.IDS_OF_ONE_HASH_CODE.graph(100).claims().stream()
        .map(Claim::id)
        .toList();
    assertThat(ids).hasSize(100).doesNotHaveDuplicates();
    assertThat(ids.stream().map(String::hashCode).distinct()).hasSize(1);
  }

  @Test
  void everyLineOfAFamilyHasItsPartsAndNotOnlyTheLastOfThem() {
    ClaimGraph overrides = GraphFamily.DENSE_OVERRIDES.graph(3);
    assertThat(overrides.claim("c0").evidence())
        .extracting(Evidence::overrides)
        .containsExactly(ImmutableList.of(), ImmutableList.of("e0"), ImmutableList.of("e0", "e1"));
    assertThat(GraphFamily.LONG_PREMISES.graph(3).claim("c3").inferences())
        .extracting(inference -> inference.premises().size())
        .containsExactly(3);
    assertThat(GraphFamily.LONG_EXCEPTIONS.graph(3).claim("c3").evidence())
        .extracting(Evidence::unless)
        .containsExactly(ImmutableList.of("c0", "c1", "c2"));
    assertThat(GraphFamily.MUTUAL_SUPPORT.graph(3).claim("c1").inferences())
        .extracting(inference -> inference.premises().get(0).claimId())
        .containsExactly("c0", "c2");
  }

  @Test
  void thereAreMoreThanThirtyFamilies() {
    assertThat(GraphFamily.values()).hasSizeGreaterThan(30);
  }
}
