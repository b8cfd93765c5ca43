package org.claimtrace.engine.compiled;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Line;

/**
 * The lines that override lines of a claim that contradicts theirs. They are found before claims are compiled, since the claim
 * of the line that is overridden may be compiled first.
 */
final class ForeignOverrides {

  private static final int[] NONE = {};

  /** By claim and line, as {@link #key}, the indices of the lines of other claims that override it. */
  private final Map<Long, IntList> overriders = new HashMap<>();

  private final ImmutableListMultimap.Builder<String, Element> overridersById =
      ImmutableListMultimap.builder();
  private final IntList claimOf = new IntList(0);
  private final IntList lineOf = new IntList(0);

  private ForeignOverrides() {}

  /** Finds them in a graph, of which the claims are given by rank. */
  static ForeignOverrides of(Claim[] claimByRank, Ranks claims, ClaimGraph graph) {
    ForeignOverrides found = new ForeignOverrides();
    Map<Integer, Map<String, Integer>> positions = new HashMap<>();
    for (int rank = 0; rank < claimByRank.length; rank++) {
      Claim claim = claimByRank[rank];
      for (Line line : overriding(claim)) {
        for (String id : ImmutableList.sortedCopyOf(line.overrides())) {
          Claim of = graph.claimOf(id);
          if (!of.id().equals(claim.id())) {
            int target = claims.known(of.id());
            found.add(
                id,
                line.element(claim.id()),
                key(target, position(positions, target, of, id)),
                rank,
                position(positions, rank, claim, line.lineId(claim.id())));
          }
        }
      }
    }
    return found;
  }

  private void add(String overridden, Element overrider, long overriddenKey, int claim, int line) {
    overridersById.put(overridden, overrider);
    overriders.computeIfAbsent(overriddenKey, each -> new IntList(1)).add(claimOf.size());
    claimOf.add(claim);
    lineOf.add(line);
  }

  /** The index of a line among the lines of its claim in sorted order. */
  private static int position(
      Map<Integer, Map<String, Integer>> positions, int rank, Claim claim, String id) {
    Integer at = positions.computeIfAbsent(rank, each -> positions(claim)).get(id);
    if (at == null) {
      throw new IllegalStateException("no line " + id);
    }
    return at;
  }

  /** The lines of a claim that override others, in sorted order. */
  private static List<Line> overriding(Claim claim) {
    if (!Compiler.override(claim.evidence())
        && !Compiler.override(claim.inferences())
        && !Compiler.override(claim.reviews())) {
      return ImmutableList.of();
    }
    return GraphCircuit.sortedLines(claim).stream()
        .filter(line -> !line.overrides().isEmpty() && GraphCircuit.settles(line))
        .toList();
  }

  /** The index of each line among the lines of a claim in sorted order, by id. */
  private static Map<String, Integer> positions(Claim claim) {
    Map<String, Integer> positions = new HashMap<>();
    for (Line line : GraphCircuit.sortedLines(claim)) {
      positions.put(line.lineId(claim.id()), positions.size());
    }
    return positions;
  }

  private static long key(int claim, int line) {
    return (long) claim << 32 | line;
  }

  /** Returns the indices of the lines of other claims that override a line. */
  int[] overriders(int claim, int line) {
    IntList found = overriders.isEmpty() ? null : overriders.get(key(claim, line));
    return found == null ? NONE : found.toArray();
  }

  /** Returns, by the id of an overridden line, the lines of other claims that override it, by the order of their ids. */
  ImmutableListMultimap<String, Element> byId() {
    return overridersById.build();
  }

  /** Returns the rank of the claim of the line with an index. */
  int claimOf(int index) {
    return claimOf.get(index);
  }

  /** Returns the position, among the lines of its claim in sorted order, of the line with an index. */
  int lineOf(int index) {
    return lineOf.get(index);
  }
}
