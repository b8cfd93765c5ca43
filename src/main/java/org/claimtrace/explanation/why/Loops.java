package org.claimtrace.explanation.why;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.explanation.Obstacle.Kind;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.Inside;
import org.jspecify.annotations.Nullable;

/**
 * Finds loops among claims and lines: the strongly connected components of two disjoint relations. In the first, an undecided
 * element depends on undecided ones; in the second, a claim without grounds depends on lines whose only obstacles are premises
 * without grounds. The first yields stand-offs, the second circles.
 *
 * <p>Takes time linear in the claims and lines, plus the search for the shortest loop of each line in components of at most
 * {@link #TANGLE} elements. That search is limited to {@link #MOST_LOOKS} steps in all, since the shortest loops of a few
 * hundred lines can each have hundreds of lines and take thousands of steps to find. Iterative.
 */
final class Loops {

  /** The most elements of a component in which each line has a loop of its own. */
  static final int TANGLE = 1_000;

  /** The most steps, in all, to find loops of single lines; after that the lines of a component share one. */
  static final int MOST_LOOKS = 1 << 18;

  private static final int NONE = -1;

  private final Chances chances;
  private final Diagnoses diagnoses;
  private final List<String> ids;
  private final List<ImmutableList<LineDrafts.Draft>> drafts;
  private final Map<String, Integer> claims;
  private final int[] lineFirst;
  private final LineReport[] lines;
  private final int[] claimOfLine;

  private final int[] edgeFirst;
  private final int[] edges;
  private final int[] component;
  private final int[] componentSize;
  private final Map<Integer, ImmutableList<Element>> loopByNode = new HashMap<>();
  private final Map<Integer, ImmutableList<Element>> loopByComponent = new HashMap<>();
  /** The total length of the loops of a component, since hundreds of loops may have hundreds of elements each. */
  private final Map<Integer, Integer> lengths = new HashMap<>();

  private int looks;

  /** The numbers of the lines of the claim that was asked about last. */
  private final Map<Element, Integer> numberByLine = new HashMap<>();

  private int claimOfNumbers = NONE;

  /** The numbers of all lines, once a line of one claim reads one of another. */
  private @Nullable Map<Element, Integer> numberByLineOfAny;

  /**
   * Creates a search for loops.
   *
   * @param ids the ids of the claims
   * @param claims the index of each claim in that list, by id
   * @param drafts the lines of each claim
   * @param chances decides whether a chance meets the standard
   */
  Loops(
      List<String> ids,
      Map<String, Integer> claims,
      List<ImmutableList<LineDrafts.Draft>> drafts,
      Chances chances) {
    this.chances = chances;
    this.diagnoses = new Diagnoses(chances);
    this.ids = ids;
    this.claims = claims;
    this.drafts = drafts;
    int count = drafts.size();
    lineFirst = new int[count + 1];
    for (int claim = 0; claim < count; claim++) {
      lineFirst[claim + 1] = lineFirst[claim] + drafts.get(claim).size();
    }
    lines = new LineReport[lineFirst[count]];
    claimOfLine = new int[lines.length];
    for (int claim = 0; claim < count; claim++) {
      for (int i = lineFirst[claim]; i < lineFirst[claim + 1]; i++) {
        lines[i] = drafts.get(claim).get(i - lineFirst[claim]).line();
        claimOfLine[i] = claim;
      }
    }
    edgeFirst = new int[count + lines.length + 1];
    edges = edges();
    component = new int[count + lines.length];
    componentSize = components();
  }

  /** Returns the reports of the lines of a claim, with an obstacle for each loop. */
  ImmutableList<LineReport> lines(int claim) {
    ImmutableList.Builder<LineReport> told = ImmutableList.builder();
    for (int i = lineFirst[claim]; i < lineFirst[claim + 1]; i++) {
      told.add(inLoop(drafts.size() + i) ? withLoop(i) : lines[i]);
    }
    return told.build();
  }

  private boolean inLoop(int node) {
    return componentSize[component[node]] > 1;
  }

  private LineReport withLoop(int number) {
    LineReport line = lines[number];
    int node = drafts.size() + number;
    ImmutableList<Element> loop = loop(node);
    Kind kind = isUndecided(line.chance()) ? Kind.STAND_OFF : Kind.CIRCULAR;
    ImmutableList.Builder<Obstacle> obstacles = ImmutableList.builder();
    ImmutableSet.Builder<Reading> looping = ImmutableSet.builder();
    for (Obstacle obstacle : line.obstacles()) {
      ImmutableList.Builder<Reading> others = ImmutableList.builder();
      boolean any = obstacle.readings().isEmpty();
      for (Reading reading : obstacle.readings()) {
        if (isInLoop(reading, node, number)) {
          looping.add(reading);
        } else {
          others.add(reading);
          any = true;
        }
      }
      if (any) {
        obstacles.add(without(obstacle, others.build()));
      }
    }
    boolean isNeverDecided = kind == Kind.STAND_OFF && !chances.isOpen(line.chance());
    if (isNeverDecided) {
      line.readings().stream()
          .filter(reading -> reading.met().undecided() > 0 && isInLoop(reading, node, number))
          .forEach(looping::add);
    }
    ImmutableList<Reading> inLoop = looping.build().asList();
    double cost = isNeverDecided ? 1 : Math.min(worst(inLoop), 1 - line.chance().yes());
    obstacles.add(new Obstacle(Inside.KEY, kind, inLoop, loop, cost));
    ImmutableList<Obstacle> all = obstacles.build().stream()
        .sorted(ObstacleList.BY_COST)
        .collect(ImmutableList.toImmutableList());
    return new LineReport(
        Inside.KEY,
        line.element(),
        line.stance(),
        false,
        line.chance(),
        // Whatever else is at fault, the loop is graver.
        diagnoses.ofFailing(line.element(), line.chance(), line.readings(), all, () -> false),
        line.readings(),
        all);
  }

  private static Obstacle without(Obstacle obstacle, ImmutableList<Reading> others) {
    return others.size() == obstacle.readings().size()
        ? obstacle
        : new Obstacle(Inside.KEY, obstacle.kind(), others, obstacle.loop(), worst(others));
  }

  private static double worst(ImmutableList<Reading> readings) {
    return readings.stream().mapToDouble(ObstacleList::cost).max().orElse(1);
  }

  private boolean isInLoop(Reading reading, int node, int number) {
    if (reading.role() == Role.ORIGIN) {
      return chances.isOpen(reading.met());
    }
    int read = nodeOf(reading.element(), claimOfLine[number]);
    return read != NONE && component[read] == component[node];
  }

  /** Returns the node of a claim, or of a line of the given claim. */
  private int nodeOf(Element element, int claim) {
    if (element.kind() == Element.Kind.CLAIM) {
      return claims.getOrDefault(element.id(), NONE);
    }
    if (!element.kind().isLine()) {
      return NONE;
    }
    if (claim != claimOfNumbers) {
      claimOfNumbers = claim;
      numberByLine.clear();
      for (int i = lineFirst[claim]; i < lineFirst[claim + 1]; i++) {
        numberByLine.putIfAbsent(lines[i].element(), i);
      }
    }
    Integer number = numberByLine.get(element);
    if (number == null) {
      // Only a line that overrides one of a claim that its own contradicts is of another claim.
      number = numbersOfAll().get(element);
    }
    return number == null ? NONE : drafts.size() + number;
  }

  private Map<Element, Integer> numbersOfAll() {
    Map<Element, Integer> all = numberByLineOfAny;
    if (all == null) {
      all = new HashMap<>();
      for (int i = 0; i < lines.length; i++) {
        if (!lines[i].isContradiction()) {
          all.putIfAbsent(lines[i].element(), i);
        }
      }
      numberByLineOfAny = all;
    }
    return all;
  }

  private int[] edges() {
    int[] targets = new int[16];
    int size = 0;
    for (int node = 0; node < edgeFirst.length - 1; node++) {
      edgeFirst[node] = size;
      for (int target : node < drafts.size() ? readByClaim(node) : readByLine(node)) {
        if (size == targets.length) {
          targets = Arrays.copyOf(targets, 2 * size);
        }
        targets[size++] = target;
      }
    }
    edgeFirst[edgeFirst.length - 1] = size;
    return Arrays.copyOf(targets, size);
  }

  private int[] readByClaim(int claim) {
    int[] read = new int[lineFirst[claim + 1] - lineFirst[claim]];
    int size = 0;
    for (int i = lineFirst[claim]; i < lineFirst[claim + 1]; i++) {
      boolean bears = switch (lines[i].stance()) {
        case SUPPORTS -> isUndecided(lines[i].chance()) || isGroundless(lines[i]);
        case REFUTES -> isUndecided(lines[i].chance());
        case QUALIFIES -> false;
      };
      if (bears) {
        read[size++] = drafts.size() + i;
      }
    }
    return Arrays.copyOf(read, size);
  }

  private int[] readByLine(int node) {
    int number = node - drafts.size();
    LineReport line = lines[number];
    if (line.holds()) {
      return new int[0];
    }
    boolean undecided = isUndecided(line.chance());
    boolean isOpen = chances.isOpen(line.chance());
    if (!undecided && !isGroundless(line)) {
      return new int[0];
    }
    List<Integer> read = new ArrayList<>();
    for (Reading reading : line.readings()) {
      boolean hangs = undecided
          ? (isOpen ? chances.isOpen(reading.met()) : reading.met().undecided() > 0)
              && reading.role() != Role.ORIGIN
          : reading.met().yes() == 0;
      int target = hangs ? nodeOf(reading.element(), claimOfLine[number]) : NONE;
      if (target != NONE) {
        read.add(target);
      }
    }
    for (Element origin : drafts
        .get(claimOfLine[number])
        .get(number - lineFirst[claimOfLine[number]])
        .undecidedOrigins()) {
      int target = nodeOf(origin, claimOfLine[number]);
      if (target != NONE) {
        read.add(target);
      }
    }
    return read.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Returns whether a line would fire if all that is undecided were true; or it never fires, and in some worlds only because
   * that is undecided, so that nothing else could help it.
   */
  private boolean isUndecided(Chance chance) {
    return chances.isOpen(chance) || (chance.yes() == 0 && chance.undecided() > 0);
  }

  /** Returns whether the only obstacles of a line are premises with no case for or against them. */
  private static boolean isGroundless(LineReport line) {
    return line.chance().yes() == 0
        && line.chance().undecided() == 0
        && line.obstacles().stream()
            .allMatch(obstacle -> obstacle.kind() == Kind.PREMISE_UNVERIFIED
                && obstacle.readings().stream()
                    .allMatch(reading -> reading.role() == Role.PREMISE
                        && reading.met().undecided() == 0
                        && reading.verdict().orElse(Verdict.REFUTED) == Verdict.UNVERIFIED))
        && !line.obstacles().isEmpty();
  }

  /** Assigns each node its component by Tarjan's algorithm with an explicit stack, and returns the size of each component. */
  private int[] components() {
    int nodes = component.length;
    int[] order = new int[nodes];
    int[] low = new int[nodes];
    int[] next = new int[nodes];
    boolean[] open = new boolean[nodes];
    int[] sizes = new int[nodes];
    int[] path = new int[nodes];
    int[] pending = new int[nodes];
    int pathSize = 0;
    int pendingSize = 0;
    int visited = 0;
    int count = 0;
    for (int root = 0; root < nodes; root++) {
      if (order[root] != 0) {
        continue;
      }
      path[pathSize++] = root;
      while (pathSize > 0) {
        int node = path[pathSize - 1];
        if (order[node] == 0) {
          order[node] = ++visited;
          low[node] = visited;
          next[node] = edgeFirst[node];
          open[node] = true;
          pending[pendingSize++] = node;
        }
        if (next[node] < edgeFirst[node + 1]) {
          int target = edges[next[node]++];
          if (order[target] == 0) {
            path[pathSize++] = target;
          } else if (open[target]) {
            low[node] = Math.min(low[node], order[target]);
          }
          continue;
        }
        pathSize--;
        if (pathSize > 0) {
          int parent = path[pathSize - 1];
          low[parent] = Math.min(low[parent], low[node]);
        }
        if (low[node] == order[node]) {
          int member;
          do {
            member = pending[--pendingSize];
            open[member] = false;
            component[member] = count;
            sizes[count]++;
          } while (member != node);
          count++;
        }
      }
    }
    return sizes;
  }

  private ImmutableList<Element> loop(int node) {
    ImmutableList<Element> known = loopByNode.get(node);
    if (known != null) {
      return known;
    }
    int in = component[node];
    boolean isShared = componentSize[in] > TANGLE
        || looks > MOST_LOOKS
        || lengths.getOrDefault(in, 0) > TANGLE + componentSize[in];
    if (isShared && loopByComponent.containsKey(in)) {
      return loopByComponent.getOrDefault(in, ImmutableList.of());
    }
    int[] nodes = shortestLoop(node);
    ImmutableList<Element> loop = elements(nodes);
    loopByComponent.putIfAbsent(in, loop);
    lengths.merge(in, loop.size(), Integer::sum);
    for (int each : nodes) {
      loopByNode.putIfAbsent(each, loop);
    }
    return loop;
  }

  private int[] shortestLoop(int start) {
    Map<Integer, Integer> cameFrom = new HashMap<>();
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(start);
    while (true) {
      Cancellation.check();
      int at = queue.remove();
      looks += edgeFirst[at + 1] - edgeFirst[at];
      for (int i = edgeFirst[at]; i < edgeFirst[at + 1]; i++) {
        int target = edges[i];
        if (target == start) {
          ArrayDeque<Integer> loop = new ArrayDeque<>();
          for (int each = at; each != start; each = cameFrom.getOrDefault(each, start)) {
            loop.addFirst(each);
          }
          loop.addFirst(start);
          return loop.stream().mapToInt(Integer::intValue).toArray();
        }
        if (component[target] == component[start] && cameFrom.putIfAbsent(target, at) == null) {
          queue.add(target);
        }
      }
    }
  }

  /** Returns the elements of a loop, beginning with its first claim in the order of the accounts. */
  private ImmutableList<Element> elements(int[] loop) {
    int first = 0;
    for (int i = 1; i < loop.length; i++) {
      if (loop[i] < loop[first]) {
        first = i;
      }
    }
    ImmutableList.Builder<Element> elements = ImmutableList.builder();
    for (int i = 0; i < loop.length; i++) {
      int node = loop[(first + i) % loop.length];
      if (node >= drafts.size() && lines[node - drafts.size()].isContradiction()) {
        // A contradiction is no element: the claims on either side of it are.
        continue;
      }
      elements.add(
          node < drafts.size()
              ? Element.claim(ids.get(node))
              : lines[node - drafts.size()].element());
    }
    return elements.build();
  }
}
