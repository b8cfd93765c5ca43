package org.claimtrace.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The dates from which the sources of a graph exist: the least solution in which a source begins when it was published, but no
 * earlier than the earliest beginning of its origins. One without a date has always existed.
 *
 * <p>It is found from the latest date to the earliest. Just before a day, all sources are gone that were published on it or later;
 * so are those all of whose origins are gone. A source begins on the day before which it is gone first. What is never gone, such
 * as a ring of sources without dates, has always existed. Takes time O(n log n + m) for n sources and m derivations.
 */
final class SourceBeginnings {

  private final ClaimGraph graph;
  /** By source, the date from which it exists; null where it has always existed. */
  private final @Nullable PartialDate[] begins;

  SourceBeginnings(ClaimGraph graph) {
    this.graph = graph;
    int size = graph.sources().size();
    begins = new PartialDate[size];
    int[][] copies = copies();
    int[] originsLeft = new int[size];
    for (int i = 0; i < size; i++) {
      originsLeft[i] = graph.sources().get(i).derivedFrom().size();
    }
    boolean[] gone = new boolean[size];
    int[] pending = new int[size];
    for (int source : latestFirst()) {
      PartialDate day = published(source);
      if (day == null || gone[source]) {
        continue;
      }
      int count = 0;
      pending[count++] = source;
      gone[source] = true;
      while (count > 0) {
        int next = pending[--count];
        begins[next] = day;
        for (int copy : copies[next]) {
          if (--originsLeft[copy] == 0 && !gone[copy]) {
            gone[copy] = true;
            pending[count++] = copy;
          }
        }
      }
    }
  }

  private int[][] copies() {
    int size = graph.sources().size();
    int[] counts = new int[size];
    for (Source source : graph.sources()) {
      source.derivedFrom().forEach(origin -> counts[graph.sourceNumber(origin)]++);
    }
    int[][] copies = new int[size][];
    Arrays.setAll(copies, i -> new int[counts[i]]);
    for (int i = 0; i < size; i++) {
      for (String origin : graph.sources().get(i).derivedFrom()) {
        int number = graph.sourceNumber(origin);
        copies[number][--counts[number]] = i;
      }
    }
    return copies;
  }

  private List<Integer> latestFirst() {
    return IntStream.range(0, graph.sources().size())
        .boxed()
        .filter(i -> published(i) != null)
        .sorted(Comparator.comparing(this::day).reversed())
        .toList();
  }

  private LocalDate day(int source) {
    return graph.sources().get(source).published().map(PartialDate::firstDay).orElse(LocalDate.MIN);
  }

  private @Nullable PartialDate published(int source) {
    return graph.sources().get(source).published().orElse(null);
  }

  @Nullable
  PartialDate of(String sourceId) {
    return begins[graph.knownSource(sourceId)];
  }

  /** Returns the date from which a line without a date of its own exists. */
  @Nullable
  PartialDate of(Line line) {
    if (line instanceof Review review) {
      return of(review.reviewer());
    }
    if (line instanceof Inference inference) {
      return inference.by().map(this::of).orElse(null);
    }
    Evidence evidence = (Evidence) line;
    PartialDate latest = evidence.derivedFrom().isPresent()
        ? ofOwn(evidence.sourceId(), evidence.derivedFrom().get())
        : of(evidence.sourceId());
    for (String relay : graph.relays(evidence)) {
      latest = later(latest, of(relay));
    }
    return latest;
  }

  /** The beginning of a source that passes on the given origins. */
  private @Nullable PartialDate ofOwn(String sourceId, List<String> origins) {
    PartialDate published = graph.source(sourceId).published().orElse(null);
    PartialDate earliest = null;
    for (int i = 0; i < origins.size(); i++) {
      PartialDate origin = of(origins.get(i));
      if (origin == null) {
        return published;
      }
      earliest =
          earliest == null || origin.firstDay().isBefore(earliest.firstDay()) ? origin : earliest;
    }
    return later(published, earliest);
  }

  /** The later of two dates; of two that begin on one day the first. */
  private static @Nullable PartialDate later(
      @Nullable PartialDate one, @Nullable PartialDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.firstDay().isAfter(one.firstDay()) ? other : one;
  }
}
