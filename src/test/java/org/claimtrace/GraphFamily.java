package org.claimtrace;

import com.google.common.base.Preconditions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntFunction;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;

/**
 * Families of claim graphs, each of one shape that grows, for holding every question to how its cost and its answer grow with
 * the file. Some are what people write, most are what somebody could upload: each is the worst that is known for some part of
 * the code. Of one family and size there is one graph, the same on every machine.
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

  /** A method, and so without state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final IntFunction<ClaimGraph> shape;

  GraphFamily(IntFunction<ClaimGraph> shape) {
    this.shape = shape;
  }

  /**
   * The graph of a size: how many links its chain has, how many copies its star, how many claims are on its ring, or whatever
   * else grows. Sizes of different families have nothing to do with each other.
   *
   * @param size at least 1
   */
  public ClaimGraph graph(int size) {
    Preconditions.checkArgument(size >= 1, "no graph is of size %s", size);
    return shape.apply(size);
  }

  /** The largest graph whose file has at most so many bytes; the smallest that there is, if that has more. */
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

  /** The claim of a graph of any family that is asked about, which most of the others lead to: its thesis. */
  public static String asked(ClaimGraph graph) {
    return graph.thesis().get(0);
  }

  /** The claim file of a graph. */
  public static byte[] file(ClaimGraph graph) {
    return ClaimJson.write(graph).getBytes(StandardCharsets.UTF_8);
  }

  /** In lower case, with hyphens. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
