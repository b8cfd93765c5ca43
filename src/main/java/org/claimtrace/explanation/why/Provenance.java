package org.claimtrace.explanation.why;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.explanation.Obstacle.Kind;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.Inside;
import org.jspecify.annotations.Nullable;

/** Finds why sources are not right, and which copies may be believed. Not safe for use by several threads. */
public final class Provenance {

  /**
   * The most steps, in all, to find the shortest circles of derivations. After that, the circle along the first origin of each
   * source is used, which the search for the fault has found already.
   */
  private static final int MOST_LOOKS = 1 << 20;

  /** The letter of a source that cannot be judged. */
  private static final String UNJUDGED = "F";

  private final Evaluation evaluation;
  private final ClaimGraph graph;
  private final Chances chances;

  /** The fault found along the first origins of a source, by source, for the sources that are not right. */
  private final Map<String, Cause> causes = new HashMap<>();

  /** The obstacles of a reading of a source, which many lines share. */
  private final Map<Reading, ImmutableList<Obstacle>> obstaclesByReading = new HashMap<>();

  /** The readings of relays, by the list that names them, which the evidence of one source shares. */
  private final IdentityHashMap<ImmutableList<String>, Relays> relaysByList =
      new IdentityHashMap<>();

  private int looks;

  public Provenance(Evaluation evaluation, Chances chances) {
    this.evaluation = evaluation;
    this.graph = evaluation.graph();
    this.chances = chances;
  }

  /**
   * The reason why a source is not right.
   *
   * @param kind the kind of the fault
   * @param source the id of the source at fault, or of one in the circle of derivations
   * @param circle the circle of derivations; empty for other faults
   */
  private record Cause(Kind kind, String source, ImmutableList<Element> circle) {}

  public Reading reading(Role role, String source) {
    return new Reading(
        Inside.KEY,
        role,
        Element.source(source),
        Chances.of(evaluation.right(source), 0),
        Optional.empty());
  }

  /**
   * The readings of relays, and those of them that are at fault.
   *
   * @param readings the readings of all relays
   * @param retracted the readings of those that are retracted
   * @param unjudged the readings of those that cannot be judged
   * @param doubtful the readings of those that are graded too low
   */
  record Relays(
      ImmutableList<Reading> readings,
      ImmutableList<Reading> retracted,
      ImmutableList<Reading> unjudged,
      ImmutableList<Reading> doubtful) {

    static final Relays NONE =
        new Relays(ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), ImmutableList.of());

    void addTo(ObstacleList obstacles) {
      add(Kind.SOURCE_RETRACTED, retracted, obstacles);
      add(Kind.SOURCE_NOT_JUDGED, unjudged, obstacles);
      add(Kind.SOURCE_DOUBTFUL, doubtful, obstacles);
    }

    private static void add(Kind kind, ImmutableList<Reading> atFault, ObstacleList obstacles) {
      if (!atFault.isEmpty()) {
        double cost = atFault.stream().mapToDouble(ObstacleList::cost).max().orElse(1);
        obstacles.addAll(kind, atFault, cost);
      }
    }
  }

  Relays relays(Evidence evidence) {
    return relaysByList.computeIfAbsent(graph.relays(evidence), this::relays);
  }

  private Relays relays(List<String> sources) {
    ImmutableList<Reading> readings = sources.stream().map(this::relay).collect(toImmutableList());
    return new Relays(
        readings,
        atFault(readings, Kind.SOURCE_RETRACTED),
        atFault(readings, Kind.SOURCE_NOT_JUDGED),
        atFault(readings, Kind.SOURCE_DOUBTFUL));
  }

  private ImmutableList<Reading> atFault(ImmutableList<Reading> relays, Kind kind) {
    return relays.stream()
        .filter(reading ->
            !chances.suffices(reading.met()) && ownFault(reading.element().id()) == kind)
        .collect(toImmutableList());
  }

  /** Returns the reading of a relay, which is met if it relays faithfully; its own origins do not matter. */
  private Reading relay(String source) {
    return new Reading(
        Inside.KEY, Role.RELAY, Element.source(source), coin(source), Optional.empty());
  }

  /** Returns the fault of a source itself, given that it has one. */
  Kind ownFault(String source) {
    if (evaluation.isRetracted(source)) {
      return Kind.SOURCE_RETRACTED;
    }
    return isUnjudged(evaluation, source) ? Kind.SOURCE_NOT_JUDGED : Kind.SOURCE_DOUBTFUL;
  }

  /** Returns whether nobody has judged a source: the graph says so by its letter, and no scenario gives it a grade. */
  public static boolean isUnjudged(Evaluation evaluation, String source) {
    Grade grade = evaluation.graph().source(source).reliability();
    return grade.word().filter(UNJUDGED::equals).isPresent()
        && evaluation.grade(Element.source(source)) == grade.value();
  }

  /** Returns the reading of the source of a statement that names its origins itself: met if the source itself is right in it. */
  public Reading readingAlone(String source) {
    return new Reading(
        Inside.KEY, Role.SOURCE, Element.source(source), coin(source), Optional.empty());
  }

  private boolean isAtFault(String source) {
    return !chances.suffices(coin(source));
  }

  private Chance coin(String source) {
    return chances.coin(Element.source(source));
  }

  /** Adds the reasons why a source is not right: its own fault, or those of its origins. */
  public void addCauses(Reading reading, ObstacleList obstacles) {
    obstacles.addAll(obstaclesByReading.computeIfAbsent(reading, this::causes));
  }

  private ImmutableList<Obstacle> causes(Reading reading) {
    ObstacleList obstacles = new ObstacleList();
    findCauses(reading, obstacles);
    return obstacles.inOrder();
  }

  private void findCauses(Reading reading, ObstacleList obstacles) {
    Source source = graph.source(reading.element().id());
    double cost = ObstacleList.cost(reading);
    if (isAtFault(source.id()) || evaluation.origins(source.id()).isEmpty()) {
      obstacles.add(ownFault(source.id()), reading);
      return;
    }
    for (String origin : evaluation.origins(source.id())) {
      Cause cause = cause(origin);
      Reading atFault = reading(Role.ORIGIN, cause.source());
      if (cause.kind() == Kind.CIRCULAR) {
        obstacles.addLoop(Kind.CIRCULAR, reading(Role.ORIGIN, origin), cause.circle(), cost);
      } else if (cause.kind() == Kind.TOO_MUCH_AT_ONCE) {
        obstacles.add(cause.kind(), reading, cost);
      } else {
        obstacles.add(cause.kind(), atFault, cost);
      }
    }
  }

  private Cause cause(String start) {
    Set<String> path = new LinkedHashSet<>();
    String at = start;
    while (!causes.containsKey(at)
        && path.add(at)
        && !isAtFault(at)
        && !evaluation.origins(at).isEmpty()) {
      at = evaluation.origins(at).get(0);
    }
    Cause known = causes.get(at);
    Cause cause;
    if (known != null) {
      cause = known;
    } else if (isAtFault(at)) {
      cause = new Cause(ownFault(at), at, ImmutableList.of());
    } else if (evaluation.origins(at).isEmpty()) {
      // Each source on the way is probable enough, but not all of them together.
      cause = new Cause(Kind.TOO_MUCH_AT_ONCE, at, ImmutableList.of());
    } else {
      cause = new Cause(Kind.CIRCULAR, at, circle(at, path));
    }
    for (String each : path) {
      causes.put(each, cause);
    }
    return cause;
  }

  /** Returns the shortest circle of derivations through a source on one, or the circle that {@code way} has followed. */
  private ImmutableList<Element> circle(String source, Set<String> way) {
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> queue = new ArrayDeque<>();
    queue.add(source);
    while (looks < MOST_LOOKS) {
      Cancellation.check();
      String at = queue.remove();
      looks += evaluation.origins(at).size();
      for (String origin : evaluation.origins(at)) {
        if (origin.equals(source)) {
          ArrayDeque<Element> circle = new ArrayDeque<>();
          for (String each = at; !each.equals(source); each = cameFrom.getOrDefault(each, source)) {
            circle.addFirst(Element.source(each));
          }
          circle.addFirst(Element.source(source));
          return ImmutableList.copyOf(circle);
        }
        if (cameFrom.putIfAbsent(origin, at) == null) {
          queue.add(origin);
        }
      }
    }
    return way.stream()
        .dropWhile(each -> !each.equals(source))
        .map(Element::source)
        .collect(toImmutableList());
  }

  /** Returns the assertions of sources on one claim with one stance. */
  Sayings sayings(Claim claim, Stance stance) {
    return new Sayings(claim, stance);
  }

  /** The assertions of sources on one claim with one stance, which copies of them may pass on. */
  final class Sayings {

    private final Claim claim;
    private final Stance stance;
    private @Nullable Map<String, List<Element>> evidenceBySource;

    private Sayings(Claim claim, Stance stance) {
      this.claim = claim;
      this.stance = stance;
    }

    /**
     * Returns the reading of an origin of a copy, which is met if the origin says the same.
     *
     * @param undecided receives the evidence for which it is undecided whether it fires
     */
    Reading reading(String origin, Set<Element> undecided) {
      return new Reading(
          Inside.KEY,
          Role.ORIGIN,
          Element.source(origin),
          says(origin, undecided),
          Optional.empty());
    }

    private Map<String, List<Element>> evidenceBySource() {
      if (evidenceBySource != null) {
        return evidenceBySource;
      }
      Map<String, List<Element>> bySource = new HashMap<>();
      for (Evidence evidence : claim.evidence()) {
        Element line = evidence.element(claim.id());
        if (evidence.stance() == stance && evaluation.exists(line)) {
          bySource
              .computeIfAbsent(evidence.sourceId(), absent -> new ArrayList<>(1))
              .add(line);
        }
      }
      evidenceBySource = bySource;
      return bySource;
    }

    /** Returns the chance that a source says the same: by its own evidence on the claim or, if it has none, by its origins. */
    private Chance says(String origin, Set<Element> undecided) {
      double yes = 0;
      double possible = 0;
      Set<String> seen = new LinkedHashSet<>();
      Deque<String> stack = new ArrayDeque<>();
      stack.push(origin);
      while (!stack.isEmpty()) {
        Cancellation.check();
        String source = stack.pop();
        if (!seen.add(source)) {
          continue;
        }
        List<Element> lines = evidenceBySource().get(source);
        if (lines != null) {
          for (Element line : lines) {
            Chance fires = chances.fires(line);
            yes = Math.max(yes, fires.yes());
            possible = Math.max(possible, fires.yes() + fires.undecided());
            if (fires.undecided() > 0) {
              undecided.add(line);
            }
          }
        } else if (evaluation.right(source) > 0) {
          if (evaluation.origins(source).isEmpty()) {
            yes = Math.max(yes, evaluation.right(source));
            possible = Math.max(possible, yes);
          } else {
            evaluation.origins(source).forEach(stack::push);
          }
        }
      }
      return Chances.of(yes, Math.max(0, possible - yes));
    }
  }
}
