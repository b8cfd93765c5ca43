package org.claimtrace;

import com.google.common.base.Preconditions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntFunction;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;

/**
 * Families of claim graphs of one shape and any size, which show how the cost and the answer of each question grow with the
 * file. Some are like the files that people write; most are hostile, the worst known case for some part of the code. A family
 * has one graph of each size, the same on every machine.
 */
public enum GraphFamily {
  CHAIN_CERTAIN(size -> ArgumentFamilies.chain(size, false)),
  CHAIN_OPEN(size -> ArgumentFamilies.chain(size, true)),
  PARITY_CHAIN(ArgumentFamilies::parityChain),
  EXCLUSIVE_OR_CHAIN(ArgumentFamilies::exclusiveOrChain),
  DIAMONDS_CERTAIN(size -> ArgumentFamilies.diamonds(size, false)),
  DIAMONDS_OPEN(size -> ArgumentFamilies.diamonds(size, true)),
  SHARED_PAIRS(ArgumentFamilies::sharedPairs),
  EXCEPTION_DIAMONDS(ArgumentFamilies::exceptionDiamonds),
  TREE(ArgumentFamilies::tree),
  PREMISE_OF_ALL(ArgumentFamilies::premiseOfAll),
  COMPLETE_LAYERS(ArgumentFamilies::completeLayers),
  LONG_PREMISES(ArgumentFamilies::longPremises),
  LONG_EXCEPTIONS(ArgumentFamilies::longExceptions),
  MANY_STEPS(ArgumentFamilies::manySteps),
  ALL_UNLESS_ONE(ArgumentFamilies::allUnlessOne),
  NESTED_EXCEPTIONS(ArgumentFamilies::nestedExceptions),
  QUALIFYING_CHAIN(ArgumentFamilies::qualifyingChain),
  CLAIMS_APART(ArgumentFamilies::apart),

  ODD_RING_OF_EXCEPTIONS(size -> CircleFamilies.ringOfExceptions(2 * size + 1)),
  EVEN_RING_OF_EXCEPTIONS(size -> CircleFamilies.ringOfExceptions(2 * size)),
  ODD_RING_OF_ASSUMPTIONS(size -> CircleFamilies.ringOfAssumptions(2 * size + 1)),
  EVEN_RING_OF_ASSUMPTIONS(size -> CircleFamilies.ringOfAssumptions(2 * size)),
  RING_OF_SUPPORT(size -> CircleFamilies.ringOfSupport(size + 1)),
  MUTUAL_SUPPORT(CircleFamilies::mutualSupport),
  ODD_RING_OF_ATTACKS(size -> CircleFamilies.ringOfAttacks(2 * size + 1)),
  EVEN_RING_OF_ATTACKS(size -> CircleFamilies.ringOfAttacks(2 * size)),
  CHAIN_OF_ATTACKS(CircleFamilies::chainOfAttacks),
  RANDOM_ATTACKS(CircleFamilies::randomAttacks),
  GRID_OF_ATTACKS(CircleFamilies::gridOfAttacks),
  MUTUAL_CONTRADICTIONS(CircleFamilies::mutualContradictions),
  RING_OF_CONTRADICTIONS(size -> CircleFamilies.ringOfContradictions(size + 1)),
  PAIRS_OF_CONTRADICTIONS(CircleFamilies::pairsOfContradictions),

  SOURCES_OPEN(size -> SourceFamilies.sideBySide(size, true)),
  SOURCES_CERTAIN(size -> SourceFamilies.sideBySide(size, false)),
  SOURCES_DIVIDED_OPEN(size -> SourceFamilies.divided(size, true)),
  SOURCES_DIVIDED_CERTAIN(size -> SourceFamilies.divided(size, false)),
  ONE_SOURCE_OF_ALL(SourceFamilies::oneOfAll),
  CHAIN_OF_DERIVATIONS(SourceFamilies::chain),
  LADDER_OF_DERIVATIONS(SourceFamilies::ladder),
  RING_OF_DERIVATIONS(SourceFamilies::ring),
  STAR_OF_DERIVATIONS(size -> SourceFamilies.star(size, false)),
  RETRACTED_STAR(size -> SourceFamilies.star(size, true)),
  RETRACTED_ORIGINS(SourceFamilies::retractedOrigins),
  SHARED_RELAYS(SourceFamilies::sharedRelays),
  LONG_RELAY(SourceFamilies::longRelay),

  ODD_RING_OF_OVERRIDES(size -> LineFamilies.ringOfOverrides(2 * size + 1)),
  EVEN_RING_OF_OVERRIDES(size -> LineFamilies.ringOfOverrides(2 * size)),
  DENSE_OVERRIDES(LineFamilies::denseOverrides),
  CORRECTIONS_CERTAIN(size -> LineFamilies.corrections(size, false)),
  CORRECTIONS_OPEN(size -> LineFamilies.corrections(size, true)),
  DATED_SOURCES(LineFamilies::datedSources),
  DATED_CHAIN(LineFamilies::datedChain),
  REVIEWS(LineFamilies::reviews),
  REVIEWED_CHAIN(LineFamilies::reviewedChain),

  MIXED_CHAIN(MixedFamilies::chain),
  ARCHIVE(MixedFamilies::archive),
  FLAGSHIPS(MixedFamilies::flagships),
  LONG_TEXTS(MixedFamilies::longTexts),

  IDS_NEARLY_ALIKE(NameFamilies::nearlyAlike),
  IDS_OF_ONE_HASH_CODE(NameFamilies::oneHashCode),
  IDS_CHINESE(NameFamilies::chinese),
  IDS_PERMUTED(NameFamilies::permutations),
  IDS_COUNTED(NameFamilies::counted);

  /** A method reference without state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final IntFunction<ClaimGraph> shape;

  GraphFamily(IntFunction<ClaimGraph> shape) {
    this.shape = shape;
  }

  /**
   * Returns the graph of a size, which is the number of links of a chain, of copies in a star, of claims on a ring, or of
   * whatever else grows. Sizes of different families are not comparable.
   *
   * @param size at least 1
   */
  public ClaimGraph graph(int size) {
    Preconditions.checkArgument(size >= 1, "no graph is of size %s", size);
    return shape.apply(size);
  }

  /** Returns the largest graph whose file has at most a number of bytes; the smallest graph if that has more. */
  public ClaimGraph graphOfBytes(int bytes) {
    int most = 1;
    while (fits(2 * most, bytes)) {
      most *= 2;
    }
    for (int step = most / 2; step >= 1; step /= 2) {
      if (fits(most + step, bytes)) {
        most += step;
      }
    }
    return graph(most);
  }

  private boolean fits(int size, int bytes) {
    return file(graph(size)).length <= bytes;
  }

  /** Returns the claim that questions are about: the thesis of a graph, on which most of its claims bear. */
  public static String asked(ClaimGraph graph) {
    return graph.thesis().get(0);
  }

  /** Returns the claim file of a graph. */
  public static byte[] file(ClaimGraph graph) {
    return ClaimJson.write(graph).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the name in lower case, with hyphens. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
