package org.claimtrace.change;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import org.claimtrace.work.Cancellation;

/**
 * The dependency graphs of two sides over a common set of numbered nodes: the cone of some claims with the lines of both sides.
 * The claims come first, in the order of the later document and then those that only the earlier one has; then each source
 * three times, as one that must be right, as one that must relay faithfully, and as one that is only shown. Iterative. Not safe
 * for use by several threads.
 */
final class Dependencies {

  /** The side whose lines are followed. */
  enum Lines {
    BEFORE,
    AFTER,
    /** The lines of both sides. */
    EITHER
  }

  /** The number of nodes of each source. */
  private static final int SOURCE_NODES = 3;

  private final ImmutableList<String> claims;
  private final ImmutableList<String> sources;
  private final ImmutableMap<String, Integer> claimNumbers;
  private final ImmutableMap<String, Integer> sourceNumbers;
  private final Links before;
  private final Links after;
  private final int[] open;
  private long followed;

  Dependencies(ComparedEvaluation before, ComparedEvaluation after, Collection<String> roots) {
    Cone cone = Cone.of(
        reader -> Iterables.concat(readBy(before, after, reader), readBy(after, before, reader)),
        roots);
    claims = ordered(cone.claims(), before, after, (side, id) -> side.graph().claimIndex(id));
    Set<String> mentioned = new LinkedHashSet<>(cone.sources());
    for (String id : Iterables.concat(cone.asserting(), cone.showing())) {
      // A trial may combine evidence of one side with the relays that its source has on the other.
      for (ComparedEvaluation side : List.of(before, after)) {
        side.graph().findSource(id).ifPresent(source -> mentioned.addAll(source.readIn()));
      }
    }
    sources = ordered(mentioned, before, after, (side, id) -> side.graph().sourceIndex(id));
    claimNumbers = numbered(claims);
    sourceNumbers = numbered(sources);
    this.before = links(before, after);
    this.after = links(after, before);
    open = new int[nodes()];
  }

  /** Returns what is read on a side, and what its evidence reads besides where some of its values are those of the other side. */
  private static Iterable<Dependency> readBy(
      ComparedEvaluation side, ComparedEvaluation other, Dependency reader) {
    return reader.role() == Dependency.Role.CLAIM
        ? Sets.union(side.readBy(reader), side.readIfMixed(other, reader.id()))
        : side.readBy(reader);
  }

  private static ImmutableList<String> ordered(
      Set<String> ids,
      ComparedEvaluation before,
      ComparedEvaluation after,
      BiFunction<ComparedEvaluation, String, OptionalInt> index) {
    return ids.stream()
        .sorted(
            Comparator.<String>comparingInt(id -> index.apply(after, id).orElse(Integer.MAX_VALUE))
                .thenComparingInt(id -> index.apply(before, id).orElse(Integer.MAX_VALUE)))
        .collect(toImmutableList());
  }

  private static ImmutableMap<String, Integer> numbered(List<String> ids) {
    ImmutableMap.Builder<String, Integer> numbers = ImmutableMap.builder();
    for (int i = 0; i < ids.size(); i++) {
      numbers.put(ids.get(i), i);
    }
    return numbers.buildOrThrow();
  }

  ImmutableList<String> claims() {
    return claims;
  }

  ImmutableList<String> sources() {
    return sources;
  }

  /** Returns the node of a claim, which equals its number, or -1 if there is none. */
  int claim(String id) {
    return claimNumbers.getOrDefault(id, -1);
  }

  /** Returns the node of a source as one that must be right. */
  int asserting(int source) {
    return claims.size() + SOURCE_NODES * source;
  }

  /** Returns the node of a source as one that must relay faithfully. */
  int relaying(int source) {
    return asserting(source) + 1;
  }

  /** Returns the node of a source as one that need not be right. */
  int showing(int source) {
    return asserting(source) + 2;
  }

  int source(String id) {
    return sourceNumbers.getOrDefault(id, -1);
  }

  private int nodes() {
    return claims.size() + SOURCE_NODES * sources.size();
  }

  /** Returns the number of nodes and links. */
  int size() {
    return nodes() + before.to.length + after.to.length;
  }

  /** Returns the number of nodes visited and links followed so far. */
  long followed() {
    return followed;
  }

  /** The links of one side, by the reading node and by the node that is read. */
  private static final class Links {
    private final int[] first;
    private final int[] to;
    private int[] upFirst = new int[0];
    private int[] upTo = new int[0];

    Links(int[] first, int[] to) {
      this.first = first;
      this.to = to;
    }

    void turn() {
      if (upFirst.length > 0) {
        return;
      }
      upFirst = new int[first.length];
      for (int node : to) {
        upFirst[node + 1]++;
      }
      for (int node = 1; node < upFirst.length; node++) {
        upFirst[node] += upFirst[node - 1];
      }
      int[] at = upFirst.clone();
      upTo = new int[to.length];
      for (int node = 0; node + 1 < first.length; node++) {
        for (int i = first[node]; i < first[node + 1]; i++) {
          upTo[at[to[i]]++] = node;
        }
      }
    }
  }

  private Links links(ComparedEvaluation side, ComparedEvaluation other) {
    int[] first = new int[nodes() + 1];
    int[] to = new int[64];
    int count = 0;
    for (int node = 0; node < nodes(); node++) {
      Cancellation.check();
      first[node] = count;
      for (Dependency each : readBy(side, other, dependency(node))) {
        int read = node(each);
        if (read < 0) {
          // The origins of a mere relay are no nodes.
          continue;
        }
        if (count == to.length) {
          to = Arrays.copyOf(to, 2 * count);
        }
        to[count++] = read;
      }
    }
    first[nodes()] = count;
    return new Links(first, Arrays.copyOf(to, count));
  }

  /** Returns the node of a dependency, or -1 if there is none. */
  private int node(Dependency dependency) {
    int number = dependency.role() == Dependency.Role.CLAIM
        ? claim(dependency.id())
        : source(dependency.id());
    return switch (dependency.role()) {
      case CLAIM -> number;
      case ASSERTING -> number < 0 ? -1 : asserting(number);
      case RELAYING -> number < 0 ? -1 : relaying(number);
      case SHOWING -> number < 0 ? -1 : showing(number);
    };
  }

  /** Returns the dependency of a node. */
  private Dependency dependency(int node) {
    if (node < claims.size()) {
      return Dependency.claim(claims.get(node));
    }
    String source = sources.get((node - claims.size()) / SOURCE_NODES);
    return switch ((node - claims.size()) % SOURCE_NODES) {
      case 0 -> Dependency.asserting(source);
      case 1 -> Dependency.relaying(source);
      default -> Dependency.showing(source);
    };
  }

  /** Returns the claims that a claim reads, without repetition, in the order of their numbers. */
  int[] read(Lines lines, int claim) {
    Links links = lines == Lines.BEFORE ? before : after;
    return Arrays.stream(links.to, links.first[claim], links.first[claim + 1])
        .filter(node -> node < claims.size())
        .sorted()
        .toArray();
  }

  /** Returns the number of links of a claim on both sides. */
  int links(int claim) {
    return before.first[claim + 1]
        - before.first[claim]
        + after.first[claim + 1]
        - after.first[claim];
  }

  /** Returns some nodes and all nodes that they read, directly or indirectly. */
  BitSet below(Lines lines, int... from) {
    return reached(lines, false, from);
  }

  /** Returns some nodes and all nodes that read them, directly or indirectly. */
  BitSet above(Lines lines, int... from) {
    before.turn();
    after.turn();
    return reached(lines, true, from);
  }

  private BitSet reached(Lines lines, boolean up, int... from) {
    Cancellation.check();
    BitSet seen = new BitSet(nodes());
    int count = 0;
    for (int node : from) {
      if (!seen.get(node)) {
        seen.set(node);
        open[count++] = node;
      }
    }
    while (count > 0) {
      int node = open[--count];
      followed++;
      if (lines != Lines.AFTER) {
        count = follow(before, up, node, seen, count);
      }
      if (lines != Lines.BEFORE) {
        count = follow(after, up, node, seen, count);
      }
    }
    return seen;
  }

  private int follow(Links links, boolean up, int node, BitSet seen, int from) {
    int count = from;
    int[] first = up ? links.upFirst : links.first;
    int[] to = up ? links.upTo : links.to;
    followed += first[node + 1] - first[node];
    for (int i = first[node]; i < first[node + 1]; i++) {
      if (!seen.get(to[i])) {
        seen.set(to[i]);
        open[count++] = to[i];
      }
    }
    return count;
  }
}
