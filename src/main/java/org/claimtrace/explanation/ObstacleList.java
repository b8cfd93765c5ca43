package org.claimtrace.explanation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimtrace.explanation.Obstacle.Kind;
import org.claimtrace.model.Element;

/** Collects the obstacles of one line, one a kind, or one a loop. Not for use by several threads. */
final class ObstacleList {

  private final Map<Kind, List<Reading>> readingsByKind = new EnumMap<>(Kind.class);
  private final List<Obstacle> loops = new ArrayList<>();

  void add(Kind kind) {
    readingsByKind.computeIfAbsent(kind, absent -> new ArrayList<>(1));
  }

  void add(Kind kind, Reading reading) {
    List<Reading> readings = readingsByKind.computeIfAbsent(kind, absent -> new ArrayList<>(1));
    if (!readings.contains(reading)) {
      readings.add(reading);
    }
  }

  void addLoop(Kind kind, Reading reading, ImmutableList<Element> loop) {
    Obstacle obstacle = new Obstacle(kind, ImmutableList.of(reading), loop);
    if (!loops.contains(obstacle)) {
      loops.add(obstacle);
    }
  }

  boolean isEmpty() {
    return readingsByKind.isEmpty() && loops.isEmpty();
  }

  ImmutableList<Obstacle> inOrder() {
    return ImmutableList.<Obstacle>builder()
        .addAll(readingsByKind.entrySet().stream()
            .map(entry -> Obstacle.of(entry.getKey(), ImmutableList.copyOf(entry.getValue())))
            .collect(toImmutableList()))
        .addAll(loops)
        .build();
  }
}
