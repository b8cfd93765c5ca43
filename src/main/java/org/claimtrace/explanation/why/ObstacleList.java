package org.claimtrace.explanation.why;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.explanation.Obstacle.Kind;
import org.claimtrace.model.Element;
import org.claimtrace.work.Inside;

/** Collects the obstacles of one line, one for each kind or loop. Not safe for use by several threads. */
public final class ObstacleList {

  /** Orders obstacles by decreasing cost, those whose costs agree to 1e-9 by kind, and then by the id of the first reading. */
  static final Comparator<Obstacle> BY_COST = Comparator.<Obstacle>comparingDouble(
          obstacle -> -Math.rint(obstacle.cost() * 1e9))
      .thenComparing(Obstacle::kind)
      .thenComparing(obstacle -> obstacle.readings().stream()
          .map(reading -> reading.element().id())
          .min(Comparator.naturalOrder())
          .orElse(""));

  private final Map<Kind, Gathered> byKind = new EnumMap<>(Kind.class);
  private final IdentityHashMap<ImmutableList<Element>, Gathered> byLoop = new IdentityHashMap<>();
  /** The distinct loops in the order in which they were found. */
  private final List<ImmutableList<Element>> loops = new ArrayList<>();

  private final IdentityHashMap<ImmutableList<Element>, Kind> kindByLoop = new IdentityHashMap<>();

  /** The readings of one obstacle. A list that lines share is not copied until more is added. */
  private static final class Gathered {

    private ImmutableList<Reading> shared = ImmutableList.of();
    private final Set<Reading> further = new LinkedHashSet<>();
    private double cost;

    void add(Reading reading) {
      further.addAll(shared);
      shared = ImmutableList.of();
      further.add(reading);
    }

    void addAll(ImmutableList<Reading> readings) {
      if (further.isEmpty() && shared.isEmpty()) {
        shared = readings;
      } else {
        readings.forEach(this::add);
      }
    }

    ImmutableList<Reading> readings() {
      return shared.isEmpty() ? ImmutableList.copyOf(further) : shared;
    }
  }

  private Gathered gathered(Kind kind, double cost) {
    Gathered gathered = byKind.computeIfAbsent(kind, absent -> new Gathered());
    gathered.cost = Math.max(gathered.cost, cost);
    return gathered;
  }

  /** Adds an obstacle without readings. */
  void add(Kind kind, double cost) {
    gathered(kind, cost);
  }

  /** Adds a reading, with the probability that it is not met as its cost. */
  public void add(Kind kind, Reading reading) {
    add(kind, reading, cost(reading));
  }

  void add(Kind kind, Reading reading, double cost) {
    gathered(kind, cost).add(reading);
  }

  /** Adds a list of distinct readings, which several lines may share. */
  void addAll(Kind kind, ImmutableList<Reading> readings, double cost) {
    gathered(kind, cost).addAll(readings);
  }

  /** Adds a loop; the same list of elements yields one obstacle, whatever readings lead into it. */
  void addLoop(Kind kind, Reading reading, ImmutableList<Element> loop, double cost) {
    addLoop(kind, ImmutableList.of(reading), loop, cost);
  }

  private void addLoop(
      Kind kind, ImmutableList<Reading> readings, ImmutableList<Element> loop, double cost) {
    if (kindByLoop.putIfAbsent(loop, kind) == null) {
      loops.add(loop);
    }
    Gathered gathered = byLoop.computeIfAbsent(loop, absent -> new Gathered());
    gathered.addAll(readings);
    gathered.cost = Math.max(gathered.cost, cost);
  }

  /** Adds obstacles that were computed before. */
  void addAll(ImmutableList<Obstacle> obstacles) {
    for (Obstacle obstacle : obstacles) {
      if (obstacle.loop().isEmpty()) {
        addAll(obstacle.kind(), obstacle.readings(), obstacle.cost());
      } else {
        addLoop(obstacle.kind(), obstacle.readings(), obstacle.loop(), obstacle.cost());
      }
    }
  }

  /** Returns the probability that a reading is not met. */
  static double cost(Reading reading) {
    return 1 - reading.met().yes();
  }

  boolean isEmpty() {
    return byKind.isEmpty() && loops.isEmpty();
  }

  public ImmutableList<Obstacle> inOrder() {
    return Stream.concat(
            byKind.entrySet().stream()
                .map(entry -> obstacle(entry.getKey(), entry.getValue(), ImmutableList.of())),
            loops.stream()
                .map(loop -> obstacle(
                    kindByLoop.getOrDefault(loop, Kind.CIRCULAR),
                    byLoop.getOrDefault(loop, new Gathered()),
                    loop)))
        .sorted(BY_COST)
        .collect(toImmutableList());
  }

  private static Obstacle obstacle(Kind kind, Gathered gathered, ImmutableList<Element> loop) {
    return new Obstacle(Inside.KEY, kind, gathered.readings(), loop, gathered.cost);
  }
}
