package org.claimtrace.evaluation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Line;
import org.claimtrace.problem.UnknownIdException;
import org.jspecify.annotations.Nullable;

/**
 * A claim graph made ready to be evaluated, as often as one likes: like {@link java.util.regex.Pattern}, compile once and
 * use often. It does not depend on any option of an evaluation.
 *
 * <p>Compiling takes time and space linear in the graph, but for sorting its ids; and for a source derived from others, the
 * number of their origins times the number of claims on which both copies and origins have evidence.
 */
public final class CompiledGraph {

  /** A day before every other: what has no date has always existed. */
  static final int ALWAYS = Integer.MIN_VALUE;

  /** A day after every other. */
  static final int NEVER = Integer.MAX_VALUE;

  final ClaimGraph graph;
  final Circuit circuit;

  // Sources, by rank.
  /** How many gates the sources take; they stand before all others. */
  final int sourceGates;

  final Ranks sources;
  final int[] coinGate;
  final int[] rightGate;
  final double[] reliability;
  /** The day from which the source is retracted; {@link #NEVER} where it is not. */
  final int[] retracted;

  // Claims, by rank.
  final Ranks claims;
  final int[] proGate;
  final byte[] shape;
  final int[] partFirst;
  final int[] reviewed;
  /** The claims in the order of their gates. */
  final int[] claimOrder;

  // The parts of claims, claim by claim: first the lines, then what origins say.
  final byte[] parts;
  final int[] partGate;
  final double[] strength;
  /** The day on which a line begins to exist. */
  final int[] begins;

  /** Gates by which an origin that has evidence of its own passes on what its origins say, where that evidence does not exist. */
  final Inheritance[] inheritances;

  // Made when first asked for, by an evaluation with open coins or a what-if; a race makes two
  // equal ones.
  private volatile Circuit.@Nullable Readers readers;
  private volatile int @Nullable [] sourceOfGate;
  private volatile int @Nullable [] coinOfGate;
  private volatile int @Nullable [] claimOfGate;
  private volatile long @Nullable [] fingerprints;
  private volatile @Nullable GateStates asWritten;

  /** Claims with more parts keep the table of their lines, so that asking for one line after the other stays linear. */
  private static final int FEW_PARTS = 16;

  private final ConcurrentMap<Integer, Ranks> lineRanks = new ConcurrentHashMap<>();

  /** By the kind of a part. */
  private static final Element.Kind[] LINE_KINDS = {
    Element.Kind.CLAIM, Element.Kind.EVIDENCE, Element.Kind.INFERENCE, Element.Kind.REVIEW
  };

  /** Bits of {@link #shape}. */
  static final int HAS_CONTRADICTED = 1;

  static final int HAS_REJECTED = 2;
  static final int HAS_QUALIFIED = 4;

  /**
   * A part that is true only while none of some evidence exists.
   *
   * @param part the part
   * @param evidence the parts that are that evidence
   */
  record Inheritance(int part, int[] evidence) {}

  CompiledGraph(Compiler compiler) {
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
    parts = compiler.parts.toArray();
    partGate = compiler.partGate;
    strength = compiler.strength.toArray();
    begins = compiler.begins.toArray();
    inheritances = compiler.inheritances.toArray(new Inheritance[0]);
  }

  /**
   * Compiles a graph.
   *
   * @throws CancellationException if the thread is interrupted
   */
  public static CompiledGraph of(ClaimGraph graph) {
    return of(graph, ImmutableSet.of());
  }

  /** Compiles a part of a graph, with claims without lines of which it is known elsewhere what they are. */
  static CompiledGraph of(ClaimGraph graph, Set<String> known) {
    return new CompiledGraph(new Compiler(graph, known));
  }

  /** The graph that was compiled. */
  public ClaimGraph graph() {
    return graph;
  }

  int conGate(int claim) {
    return proGate[claim] + 1;
  }

  int acceptedGate(int claim) {
    return proGate[claim] + 2;
  }

  int contradictedGate(int claim) {
    return proGate[claim] - 1;
  }

  int rejectedGate(int claim) {
    return proGate[claim] + 3;
  }

  int qualifiedGate(int claim) {
    return proGate[claim] + ((shape[claim] & HAS_REJECTED) == 0 ? 3 : 4);
  }

  /** The gate after the last of a claim. */
  int endGate(int claim) {
    return proGate[claim] + 3 + Integer.bitCount(shape[claim] & (HAS_REJECTED | HAS_QUALIFIED));
  }

  /** The source whose rightness a gate is, by rank, or -1. */
  int sourceOfRightGate(int gate) {
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

  /** Whether the gate of a coin is off, if it is, for its grade alone: it exists and counts, and is not retracted. */
  boolean isOffByGrade(int coin, Circumstances situation, Grades grades) {
    if (situation.toss(grades.of(coin), Circuit.AND) != Circuit.OFF) {
      return false;
    }
    return !situation.isOffWhateverItsGrade(this, coin);
  }

  /** By gate, the coin that it takes: a source's rank, or the number of sources plus a part; -1 where it takes none. */
  int[] coinOfGate() {
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

  /** How gates are switched where everything exists and counts and grades are what the graph says. */
  GateStates asWritten() {
    GateStates switches = asWritten;
    if (switches == null) {
      switches = GateStates.of(Circumstances.asWritten(this));
      asWritten = switches;
    }
    return switches;
  }

  /** Who reads each gate. */
  Circuit.Readers readers() {
    Circuit.Readers all = readers;
    if (all == null) {
      all = circuit.readers();
      readers = all;
    }
    return all;
  }

  /** The claim whose gate this is, by rank; -1 for a gate of a source. */
  int claimOfGate(int gate) {
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

  /** By coin, a number that stands for the kind and id of its element. */
  long[] fingerprints() {
    long[] numbers = fingerprints;
    if (numbers == null) {
      numbers = Fingerprints.of(this);
      fingerprints = numbers;
    }
    return numbers;
  }

  boolean has(int claim, int bit) {
    return (shape[claim] & bit) != 0;
  }

  int claimRank(String id) {
    int rank = claims.find(id);
    if (rank < 0) {
      graph.claim(id);
    }
    return rank;
  }

  int sourceRank(String id) {
    int rank = sources.find(id);
    if (rank < 0) {
      graph.source(id);
    }
    return rank;
  }

  /**
   * The part that a line is.
   *
   * @throws UnknownIdException if the graph has no such line
   * @throws IllegalArgumentException if it is a line of another kind
   */
  int linePart(Element line) {
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
        LINE_KINDS[LineKind.kind(parts[part])] == line.kind(),
        "%s '%s' is no %s",
        LINE_KINDS[LineKind.kind(parts[part])],
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

  /** The coin of a source or line. */
  int coinOf(Element element) {
    return element.kind() == Element.Kind.SOURCE
        ? sourceRank(element.id())
        : coinGate.length + linePart(element);
  }

  /** The source or line whose coin this is. */
  Element elementOfCoin(int coin) {
    if (coin < coinGate.length) {
      return Element.source(sources.id(coin));
    }
    int part = coin - coinGate.length;
    int claim = claimOfGate(partGate[part]);
    return new Element(
        LINE_KINDS[LineKind.kind(parts[part])], lineRanks(claim).id(part - partFirst[claim]));
  }

  /** The gate that takes a coin. */
  int gateOfCoin(int coin) {
    return coin < coinGate.length ? coinGate[coin] : partGate[coin - coinGate.length];
  }

  /** The lines of a claim in the order of its parts, which does not depend on the order of the document. */
  static ImmutableList<Line> sortedLines(Claim claim) {
    return ImmutableList.<Line>builder()
        .addAll(Compiler.sortedEvidence(claim))
        .addAll(Compiler.sortedInferences(claim))
        .addAll(Compiler.sortedReviews(claim))
        .build();
  }
}
