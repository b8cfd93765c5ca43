package org.claimtrace.explanation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimtrace.explanation.Obstacle.Kind;
import org.claimtrace.model.Element;

/** Collects the obstacles of one line, one a kind, or one a loop. Not for use by several threads. */
final class ObstacleList {

  private final Map<Kind, List<Reading>> readingsByKind = new EnumMap<>(Kind.class);
  private final Map<Kind, Double> costByKind = new EnumMap<>(Kind.class);
  private final List<Obstacle> loops = new ArrayList<>();

  /** Adds one that is nothing that the line reads. */
  void add(Kind kind, double cost) {
    readingsByKind.computeIfAbsent(kind, absent -> new ArrayList<>(1));
    costByKind.merge(kind, cost, Math::max);
  }

  /** Adds one that costs what the reading lacks. */
  void add(Kind kind, Reading reading) {
    add(kind, reading, cost(reading));
  }

  void add(Kind kind, Reading reading, double cost) {
    add(kind, cost);
    List<Reading> readings = readingsByKind.computeIfAbsent(kind, absent -> new ArrayList<>(1));
    if (!readings.contains(reading)) {
      readings.add(reading);
    }
  }

  void addLoop(Kind kind, Reading reading, ImmutableList<Element> loop, double cost) {
    Obstacle obstacle = new Obstacle(kind, ImmutableList.of(reading), loop, cost);
    if (!loops.contains(obstacle)) {
      loops.add(obstacle);
    }
  }

  /** The probability that something read is not as the line needs it. */
  static double cost(Reading reading) {
    return 1 - reading.met().yes();
  }

  boolean isEmpty() {
    return readingsByKind.isEmpty() && loops.isEmpty();
  }

  ImmutableList<Obstacle> inOrder() {
    return Stream.concat(
            readingsByKind.entrySet().stream()
                .map(entry -> new Obstacle(
                    entry.getKey(),
                    ImmutableList.copyOf(entry.getValue()),
                    ImmutableList.of(),
                    costByKind.getOrDefault(entry.getKey(), 1.0))),
            loops.stream())
        .sorted(Obstacle.BY_COST)
        .collect(toImmutableList());
  }
}
