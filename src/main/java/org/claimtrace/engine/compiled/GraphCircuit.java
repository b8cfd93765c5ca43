package org.claimtrace.engine.compiled;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.GateStates;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Line;
import org.claimtrace.problem.UnknownIdException;
import org.jspecify.annotations.Nullable;

/**
 * A claim graph as a circuit, with what each gate stands for. It is independent of every option of an evaluation: what an option
 * switches is a matter of {@link GateStates}.
 *
 * <p>Sources, claims and lines are numbered by the order of their ids (their ranks), so that the order of the document changes
 * nothing. Arrays are shared and never written. Immutable.
 */
public final class GraphCircuit {

  /** A day before every other: what has no date has always existed. */
  static final int ALWAYS = Integer.MIN_VALUE;

  /** A day after every other. */
  public static final int NEVER = Integer.MAX_VALUE;

  public final ClaimGraph graph;
  public final Circuit circuit;

  // Sources, by rank.
  /** How many gates the sources take; they stand before all others. */
  public final int sourceGates;

  public final Ranks sources;
  public final int[] coinGate;
  public final int[] rightGate;
  final double[] reliability;
  /** The day from which the source is retracted; {@link #NEVER} where it is not. */
  public final int[] retracted;

  // Claims, by rank.
  public final Ranks claims;
  public final int[] proGate;
  final byte[] shape;
  public final int[] partFirst;
  public final int[] reviewed;
  /** The claims in the order of their gates. */
  public final int[] claimOrder;

  // The parts of claims, claim by claim: first the lines, then what origins say.
  public final byte[] parts;
  public final int[] partGate;
  final double[] strength;
  /** The day on which a line begins to exist. */
  public final int[] begins;

  /** Gates by which an origin that has evidence of its own passes on what its origins say, where that evidence does not exist. */
  public final Inheritance[] inheritances;

  // Made when first asked for, by an evaluation with open coins or a what-if; a race makes two
  // equal ones.
  private volatile Circuit.@Nullable Readers readers;
  private volatile int @Nullable [] sourceOfGate;
  private volatile int @Nullable [] coinOfGate;
  private volatile int @Nullable [] claimOfGate;
  private volatile long @Nullable [] keys;
  private volatile @Nullable GateStates asWritten;

  /** Claims with more parts keep the table of their lines, so that asking for one line after the other stays linear. */
  private static final int FEW_PARTS = 16;

  private final ConcurrentMap<Integer, Ranks> lineRanks = new ConcurrentHashMap<>();

  /** By the kind of a part. */
  private static final Element.Kind[] LINE_KINDS = {
    Element.Kind.CLAIM, Element.Kind.EVIDENCE, Element.Kind.INFERENCE, Element.Kind.REVIEW
  };

  /** Bits of {@link #shape}. */
  public static final int HAS_CONTRADICTED = 1;

  static final int HAS_REJECTED = 2;
  static final int HAS_QUALIFIED = 4;

  /**
   * A part that is true only while none of some evidence exists.
   *
   * @param part the part
   * @param evidence the parts that are that evidence
   */
  public record Inheritance(int part, int[] evidence) {}

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
  public static GraphCircuit of(ClaimGraph graph) {
    return of(graph, ImmutableSet.of());
  }

  /** Compiles a part of a graph, with claims without lines of which it is known elsewhere what they are. */
  public static GraphCircuit of(ClaimGraph graph, Set<String> known) {
    return new GraphCircuit(new Compiler(graph, known));
  }

  public int conGate(int claim) {
    return proGate[claim] + 1;
  }

  public int acceptedGate(int claim) {
    return proGate[claim] + 2;
  }

  public int contradictedGate(int claim) {
    return proGate[claim] - 1;
  }

  int rejectedGate(int claim) {
    return proGate[claim] + 3;
  }

  /** The gate that is true where a qualification of a claim holds; -1 where it has none. */
  public int qualifiedGate(int claim) {
    return has(claim, HAS_QUALIFIED) ? proGate[claim] + 3 + (has(claim, HAS_REJECTED) ? 1 : 0) : -1;
  }

  /** The gate after the last of a claim. */
  public int endGate(int claim) {
    return proGate[claim] + 3 + Integer.bitCount(shape[claim] & (HAS_REJECTED | HAS_QUALIFIED));
  }

  /** The source whose rightness a gate is, by rank, or -1. */
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

  /** By gate, the coin that it takes: a source's rank, or the number of sources plus a part; -1 where it takes none. */
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

  /** How gates are switched where everything exists and counts and grades are what the graph says. */
  public GateStates asWritten(Supplier<GateStates> computed) {
    GateStates states = asWritten;
    if (states == null) {
      states = computed.get();
      asWritten = states;
    }
    return states;
  }

  /** Who reads each gate. */
  public Circuit.Readers readers() {
    Circuit.Readers all = readers;
    if (all == null) {
      all = circuit.readers();
      readers = all;
    }
    return all;
  }

  /** The claim whose gate this is, by rank; -1 for a gate of a source. */
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

  /** By coin, a number that stands for the kind and id of its element. */
  public long[] coinKeys() {
    long[] numbers = keys;
    if (numbers == null) {
      numbers = CoinKeys.of(this);
      keys = numbers;
    }
    return numbers;
  }

  public boolean has(int claim, int bit) {
    return (shape[claim] & bit) != 0;
  }

  public int claimRank(String id) {
    int rank = claims.find(id);
    if (rank < 0) {
      graph.claim(id);
    }
    return rank;
  }

  public int sourceRank(String id) {
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
  public int coinOf(Element element) {
    return element.kind() == Element.Kind.SOURCE
        ? sourceRank(element.id())
        : coinGate.length + linePart(element);
  }

  /** The source or line whose coin this is. */
  public Element elementOfCoin(int coin) {
    if (coin < coinGate.length) {
      return Element.source(sources.id(coin));
    }
    int part = coin - coinGate.length;
    int claim = claimOfGate(partGate[part]);
    return new Element(
        LINE_KINDS[LineKind.kind(parts[part])], lineRanks(claim).id(part - partFirst[claim]));
  }

  /** The gate that takes a coin. */
  public int gateOfCoin(int coin) {
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
