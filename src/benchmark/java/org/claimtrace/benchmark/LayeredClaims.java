package org.claimtrace.benchmark;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;

/**
 * Claims without cycles, each with one evidence and one inference from random other claims, which refutes in one claim of
 * five: as a graph, and as the arrays that a plain pass over them needs.
 *
 * <p>In the arrays the sources come first, then claim by claim its lines and itself, in the order of a depth-first search
 * through the claims by their ids: what a claim reads stands before it, and close to it where it can.
 */
final class LayeredClaims {

  private static final int WITHOUT_PREMISES = 10;

  private final SplittableRandom random;
  private final int sources;
  private final String[] ids;
  private final int[][] premises;
  private final boolean[] refuted;

  // The arrays of the plain pass.
  private final int[] lineFirst;
  private final boolean[] lineRefutes;
  private final int[] linkFirst;
  private final int[] links;

  /**
   * Makes claims.
   *
   * @param claims how many
   * @param premisesEach how many premises each inference has
   * @param seed what every random choice follows from
   */
  LayeredClaims(int claims, int premisesEach, long seed) {
    random = new SplittableRandom(seed);
    sources = Math.max(1, claims / 10);
    ids = IntStream.range(0, claims).mapToObj(Words::id).toArray(String[]::new);
    premises = new int[claims][];
    refuted = new boolean[claims];
    for (int claim = 0; claim < claims; claim++) {
      int before = claim;
      premises[claim] = claim < WITHOUT_PREMISES
          ? new int[0]
          : IntStream.generate(() -> random.nextInt(before))
              .distinct()
              .limit(premisesEach)
              .toArray();
      refuted[claim] = random.nextInt(5) == 0;
    }
    int lines =
        claims + (int) Arrays.stream(premises).filter(each -> each.length > 0).count();
    lineFirst = new int[claims + 1];
    lineRefutes = new boolean[lines];
    linkFirst = new int[lines + 1];
    links =
        new int[claims + Arrays.stream(premises).mapToInt(each -> each.length).sum()];
    fill();
  }

  private void fill() {
    int[] order = searched();
    int[] node = new int[ids.length];
    int line = 0;
    int link = 0;
    for (int i = 0; i < order.length; i++) {
      int claim = order[i];
      links[link++] = sourceOf(claim);
      linkFirst[++line] = link;
      if (premises[claim].length > 0) {
        for (int premise : premises[claim]) {
          links[link++] = node[premise];
        }
        lineRefutes[line] = refuted[claim];
        linkFirst[++line] = link;
      }
      lineFirst[i + 1] = line;
      node[claim] = sources + line + i;
    }
  }

  private int sourceOf(int claim) {
    return Math.floorMod(claim * 0x85EBCA6B, sources);
  }

  private int[] searched() {
    int[] byId = IntStream.range(0, ids.length)
        .boxed()
        .sorted(Comparator.comparing(claim -> ids[claim]))
        .mapToInt(claim -> claim)
        .toArray();
    int[] order = new int[ids.length];
    int[] path = new int[ids.length];
    int[] taken = new int[ids.length];
    boolean[] seen = new boolean[ids.length];
    int ordered = 0;
    for (int root : byId) {
      int depth = -1;
      if (!seen[root]) {
        seen[root] = true;
        path[++depth] = root;
      }
      while (depth >= 0) {
        int claim = path[depth];
        if (taken[claim] == premises[claim].length) {
          order[ordered++] = claim;
          depth--;
        } else {
          int premise = premises[claim][taken[claim]++];
          if (!seen[premise]) {
            seen[premise] = true;
            path[++depth] = premise;
          }
        }
      }
    }
    return order;
  }

  /** The graph; claims and sources stand in random order. */
  ClaimGraph graph() {
    ImmutableList.Builder<Source> declared = ImmutableList.builder();
    for (int source : Order.shuffled(sources, random)) {
      declared.add(Source.builder(Words.id(source)).title("Source " + source).build());
    }
    ImmutableList.Builder<Claim> claims = ImmutableList.builder();
    for (int number : Order.shuffled(ids.length, random)) {
      Claim.Builder claim = Claim.builder(ids[number])
          .text("Claim " + number)
          .evidence(Evidence.builder(Words.id(sourceOf(number))));
      if (premises[number].length > 0) {
        claim.inference(Inference.builder()
            .allPremises(Arrays.stream(premises[number])
                .mapToObj(premise -> Premise.of(ids[premise]))
                .toList())
            .stance(refuted[number] ? Stance.REFUTES : Stance.SUPPORTS));
      }
      claims.add(claim.build());
    }
    return ClaimGraph.builder("layered-claims")
        .title("Layered claims")
        .allSources(declared.build())
        .allClaims(claims.build())
        .build();
  }

  /** The plain pass: a long for each source, line and claim, computed from what it reads; every link is read once. */
  long[] pass() {
    long[] value = new long[sources + lineRefutes.length + ids.length];
    Arrays.fill(value, 0, sources, -1);
    int node = sources;
    int line = 0;
    int link = 0;
    for (int claim = 1; claim < lineFirst.length; claim++) {
      long pro = 0;
      long con = 0;
      for (; line < lineFirst[claim]; line++) {
        long fires = -1;
        for (; link < linkFirst[line + 1]; link++) {
          fires &= value[links[link]];
        }
        value[node++] = fires;
        if (lineRefutes[line]) {
          con |= fires;
        } else {
          pro |= fires;
        }
      }
      value[node++] = pro & ~con;
    }
    return value;
  }

  /** How many claims the plain pass accepts. */
  int accepted() {
    long[] value = pass();
    int accepted = 0;
    for (int i = 0; i < ids.length; i++) {
      accepted += (int) value[sources + lineFirst[i + 1] + i] & 1;
    }
    return accepted;
  }
}
