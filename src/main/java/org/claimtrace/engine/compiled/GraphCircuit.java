package org.claimtrace.engine.compiled;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.GateStates;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Line;
import org.claimtrace.model.Review;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.jspecify.annotations.Nullable;

/**
 * A claim graph compiled into a circuit, with the gates of each source, claim and line. It is independent of all options of an
 * evaluation: what an option switches is held by {@link GateStates}.
 *
 * <p>Sources, claims and lines are numbered by the order of their ids (their ranks), so the order of the document has no
 * influence. Arrays are shared and never written. Immutable.
 */
public final class GraphCircuit {

  /** Of claims with more parts, the table of line ids is kept, so that asking for one line after the other stays linear. */
  private static final int FEW_PARTS = 16;

  /** By the kind of a part, the kind of its element; the first is never used. */
  private static final Element.Kind[] LINE_KINDS = {
    Element.Kind.CLAIM, Element.Kind.EVIDENCE, Element.Kind.INFERENCE, Element.Kind.REVIEW
  };

  /** The bit of {@link #shape} of a claim that contradicts others, and so has a gate for what they read. */
  public static final int HAS_CONTRADICTED = 1;

  /** The bit of {@link #shape} of a claim that is read as rejected. */
  static final int HAS_REJECTED = 2;

  /** The bit of {@link #shape} of a claim that has lines which qualify it. */
  static final int HAS_QUALIFIED = 4;

  /** A day before every other, for what has no date and has always existed. */
  static final int ALWAYS = Integer.MIN_VALUE;

  /** A day after every other, for what never happens. */
  public static final int NEVER = Integer.MAX_VALUE;

  public final ClaimGraph graph;
  public final Circuit circuit;

  // Sources, by rank.
  /** How many gates the sources take; these come before all others. */
  public final int sourceGates;

  /** The ids of the sources. */
  public final Ranks sources;
  /** The gate of each source that takes its coin. */
  public final int[] coinGate;
  /**
   * The gate that is true where a source is right: its coin gate, or for a derived source one that also requires an origin to
   * be right.
   */
  public final int[] rightGate;

  final double[] reliability;
  /** The epoch day from which each source is retracted; {@link #NEVER} where it is not. */
  public final int[] retracted;

  // Claims, by rank.
  /** The ids of the claims. */
  public final Ranks claims;
  /** The gate of the case for each claim; those of {@link #conGate} and {@link #acceptedGate} follow it. */
  public final int[] proGate;
  /** Which optional gates each claim has, as bits: {@link #HAS_CONTRADICTED} and others. */
  final byte[] shape;
  /** Where the parts of each claim begin, and the end. */
  public final int[] partFirst;
  /** The claims that have reviews, ascending. */
  public final int[] reviewed;
  /** The claims in the order of their gates. */
  public final int[] claimOrder;

  // The parts of claims, claim by claim: first the lines, then the testimony of origins.
  /** What each part is, as a {@link LineKind}. */
  public final byte[] partKinds;
  /** The gate of each part. */
  public final int[] partGate;

  final double[] strength;
  /** The first epoch day on which each line exists; {@link #ALWAYS} where it has no date. */
  public final int[] begins;

  /**
   * Parts by which an origin with evidence of its own passes on the testimony of its origins, where that evidence does not
   * exist.
   */
  public final Inheritance[] inheritances;

  /** By the id of a line, the lines of claims contradicting its own that override it, sorted by claim. */
  public final ImmutableListMultimap<String, Element> foreignOverriders;

  /** Lines that no longer count from a day on, ascending: withdrawn statements, and reviews that others took the place of. */
  public final Ending[] endings;

  /** Lines that begin on another day where derivation is ignored, ascending. */
  public final Underived[] underived;

  // Computed lazily, by an evaluation with open coins or a what-if; a race computes two equal
  // ones.
  private volatile Circuit.@Nullable Readers readers;
  private volatile int @Nullable [] sourceOfGate;
  private volatile int @Nullable [] coinOfGate;
  private volatile int @Nullable [] claimOfGate;
  private volatile long @Nullable [] keys;
  private volatile @Nullable GateStates asWritten;

  private final ConcurrentMap<Integer, Ranks> lineRanks = new ConcurrentHashMap<>();

  /**
   * A part that is true only while none of some evidence exists.
   *
   * @param part the part
   * @param evidence the parts of that evidence
   */
  public record Inheritance(int part, int[] evidence) {}

  /**
   * A line that no longer counts from a day on.
   *
   * @param part the part of the line
   * @param day the epoch day
   */
  public record Ending(int part, int day) {}

  /**
   * A line that begins on another day where derivation is ignored.
   *
   * @param part the part of the line
   * @param day the first epoch day on which it exists then
   */
  public record Underived(int part, int day) {}

  GraphCircuit(Compiler compiler) {
    graph = compiler.graph;
    circuit = compiler.circuit();
    sources = compiler.sources;
    coinGate = compiler.coinGate;
    rightGate = compiler.rightGate;
    reliability = compiler.reliability;
    retracted = compiler.retracted;
    claims = compiler.claims;
    proGate = compiler.proGate;
    shape = compiler.shape;
    partFirst = compiler.partFirst;
    reviewed = compiler.reviewed.toArray();
    claimOrder = compiler.claimOrder;
    sourceGates = compiler.sourceGates;
    partKinds = compiler.partKinds.toArray();
    partGate = compiler.partGate;
    strength = compiler.strength.toArray();
    begins = compiler.begins.toArray();
    inheritances = compiler.inheritances.toArray(new Inheritance[0]);
    foreignOverriders = compiler.foreign.byId();
    endings = compiler.endings.toArray(new Ending[0]);
    underived = compiler.underived.toArray(new Underived[0]);
  }

  /**
   * Compiles a graph.
   *
   * @throws CancellationException if the work is to stop
   */
  public static GraphCircuit of(ClaimGraph graph) {
    return of(graph, ImmutableSet.of());
  }

  /** Compiles a part of a graph, in which the known claims have no lines and are computed elsewhere. */
  public static GraphCircuit of(ClaimGraph graph, Set<String> known) {
    return new GraphCircuit(new Compiler(graph, known));
  }

  /** Returns the first epoch day on which a line exists, where derivation is ignored or not. */
  public int begin(int part, boolean ignoresDerivation) {
    int at = ignoresDerivation ? search(underived, Underived::part, part) : -1;
    return at < 0 ? begins[part] : underived[at].day();
  }

  /** Returns whether a line no longer counts on an epoch day: its statement was withdrawn, or a later review took its place. */
  public boolean hasEnded(int part, int day) {
    int at = search(endings, Ending::part, part);
    return at >= 0 && endings[at].day() <= day;
  }

  /** The index of the entry of a part in entries that ascend by part; negative if there is none. */
  private static <T> int search(T[] entries, ToIntFunction<T> partOf, int part) {
    int from = 0;
    int to = entries.length - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int found = partOf.applyAsInt(entries[middle]);
      if (found == part) {
        return middle;
      }
      if (found < part) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return -1;
  }

  /** Returns the gate of the case against a claim. */
  public int conGate(int claim) {
    return proGate[claim] + 1;
  }

  /** Returns the gate that is true where a claim is accepted: there is a case for it and none against it. */
  public int acceptedGate(int claim) {
    return proGate[claim] + 2;
  }

  /** Returns the gate that is true where a contradicted claim is accepted; only for a claim with {@link #HAS_CONTRADICTED}. */
  public int contradictedGate(int claim) {
    return proGate[claim] - 1;
  }

  /** Returns the gate that is true where a claim is rejected; only for a claim with {@code HAS_REJECTED}. */
  int rejectedGate(int claim) {
    return proGate[claim] + 3;
  }

  /** Returns the gate that is true where a qualification of a claim fires; -1 where it has none. */
  public int qualifiedGate(int claim) {
    return has(claim, HAS_QUALIFIED) ? proGate[claim] + 3 + (has(claim, HAS_REJECTED) ? 1 : 0) : -1;
  }

  /** Returns the gate after the last of a claim. */
  public int endGate(int claim) {
    return proGate[claim] + 3 + Integer.bitCount(shape[claim] & (HAS_REJECTED | HAS_QUALIFIED));
  }

  /** Returns the rank of the source that has this gate as its {@link #rightGate}, or -1; for gates of sources only. */
  public int sourceOfRightGate(int gate) {
    int[] all = sourceOfGate;
    if (all == null) {
      all = new int[sourceGates];
      Arrays.fill(all, -1);
      for (int source = 0; source < rightGate.length; source++) {
        all[rightGate[source]] = source;
      }
      sourceOfGate = all;
    }
    return all[gate];
  }

  /**
   * Returns, by gate, the coin that it takes: a source's rank, or the number of sources plus a part; -1 where it takes none.
   * Shared: not to be written.
   */
  public int[] coinOfGate() {
    int[] coins = coinOfGate;
    if (coins == null) {
      coins = new int[circuit.gates()];
      Arrays.fill(coins, -1);
      for (int source = 0; source < coinGate.length; source++) {
        coins[coinGate[source]] = source;
      }
      for (int part = 0; part < partGate.length; part++) {
        coins[partGate[part]] = coinGate.length + part;
      }
      coinOfGate = coins;
    }
    return coins;
  }

  /**
   * Returns how gates are switched where everything exists and counts and grades are those of the graph. They are computed by
   * {@code computed} when they are first asked for.
   */
  public GateStates asWritten(Supplier<GateStates> computed) {
    GateStates states = asWritten;
    if (states == null) {
      states = computed.get();
      asWritten = states;
    }
    return states;
  }

  /** Returns the readers of each gate, computed when they are first asked for. */
  public Circuit.Readers readers() {
    Circuit.Readers all = readers;
    if (all == null) {
      all = circuit.readers();
      readers = all;
    }
    return all;
  }

  /** Returns the rank of the claim that a gate belongs to; -1 for a gate of a source. */
  public int claimOfGate(int gate) {
    int[] all = claimOfGate;
    if (all == null) {
      all = new int[circuit.gates()];
      Arrays.fill(all, 0, sourceGates, -1);
      int from = sourceGates;
      for (int claim : claimOrder) {
        Arrays.fill(all, from, endGate(claim), claim);
        from = endGate(claim);
      }
      claimOfGate = all;
    }
    return all[gate];
  }

  /** Returns, by coin, a key that depends only on the kind and id of its element. Shared: not to be written. */
  public long[] coinKeys() {
    long[] numbers = keys;
    if (numbers == null) {
      numbers = CoinKeys.of(this);
      keys = numbers;
    }
    return numbers;
  }

  /** Returns whether a claim has a feature: {@link #HAS_CONTRADICTED} or {@link #HAS_QUALIFIED}, among others. */
  public boolean has(int claim, int bit) {
    return (shape[claim] & bit) != 0;
  }

  /** Returns the rank of a claim; throws {@link UnknownIdException} if the graph does not have it. */
  public int claimRank(String id) {
    int rank = claims.find(id);
    if (rank < 0) {
      graph.claim(id);
    }
    return rank;
  }

  /** Returns the rank of a source; throws {@link UnknownIdException} if the graph does not have it. */
  public int sourceRank(String id) {
    int rank = sources.find(id);
    if (rank < 0) {
      graph.source(id);
    }
    return rank;
  }

  /**
   * Returns the part of a line.
   *
   * @throws UnknownIdException if the graph has no such line
   * @throws IllegalArgumentException if it is a line of another kind
   */
  public int linePart(Element line) {
    String id = line.id();
    int slash = id.indexOf('/');
    int claim =
        slash < 0 ? claims.find(graph.claimOf(id).id()) : claims.find(id.substring(0, slash));
    int at = claim < 0 ? -1 : lineRanks(claim).find(id);
    if (at < 0) {
      graph.claimOf(id);
    }
    int part = partFirst[claim] + at;
    checkArgument(
        LINE_KINDS[LineKind.kind(partKinds[part])] == line.kind(),
        "%s '%s' is no %s",
        LINE_KINDS[LineKind.kind(partKinds[part])],
        id,
        line.kind());
    return part;
  }

  /** The ids of the lines of a claim, in the order of its parts. */
  private Ranks lineRanks(int claim) {
    return partFirst[claim + 1] - partFirst[claim] <= FEW_PARTS
        ? new Ranks(lineIds(claim))
        : lineRanks.computeIfAbsent(claim, rank -> new Ranks(lineIds(rank)));
  }

  private String[] lineIds(int rank) {
    Claim claim = graph.claim(claims.id(rank));
    return sortedLines(claim).stream().map(line -> line.lineId(claim.id())).toArray(String[]::new);
  }

  /** Returns the coin of a source or line; throws as {@link #sourceRank} and {@link #linePart} do. */
  public int coinOf(Element element) {
    return element.kind() == Element.Kind.SOURCE
        ? sourceRank(element.id())
        : coinGate.length + linePart(element);
  }

  /** Returns the source or line that has a coin. */
  public Element elementOfCoin(int coin) {
    if (coin < coinGate.length) {
      return Element.source(sources.id(coin));
    }
    int part = coin - coinGate.length;
    int claim = claimOfGate(partGate[part]);
    return new Element(
        LINE_KINDS[LineKind.kind(partKinds[part])], lineRanks(claim).id(part - partFirst[claim]));
  }

  /** Returns the gates from which everything that reads an element can be reached: its coin, or the cases for and against a claim. */
  public int[] gatesOf(Element element) {
    if (element.kind() != Element.Kind.CLAIM) {
      return new int[] {gateOfCoin(coinOf(element))};
    }
    int claim = claimRank(element.id());
    return new int[] {proGate[claim], conGate(claim)};
  }

  /** Returns the gate that takes a coin. */
  public int gateOfCoin(int coin) {
    return coin < coinGate.length ? coinGate[coin] : partGate[coin - coinGate.length];
  }

  /** Returns whether a line may override others: a review that rules neither way overrides nothing. */
  public static boolean settles(Line line) {
    return !(line instanceof Review review)
        || review.verdict().filter(verdict -> verdict != Verdict.UNVERIFIED).isPresent();
  }

  /** Returns the lines of a claim in the order of its parts, which does not depend on the order of the document. */
  static ImmutableList<Line> sortedLines(Claim claim) {
    return ImmutableList.<Line>builder()
        .addAll(Compiler.sortedEvidence(claim))
        .addAll(Compiler.sortedInferences(claim))
        .addAll(Compiler.sortedReviews(claim))
        .build();
  }
}
