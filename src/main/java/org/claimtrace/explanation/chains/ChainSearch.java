package org.claimtrace.explanation.chains;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.JointChances.Conjunction;
import org.claimtrace.evaluation.JointChances.Conjunctions;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.Chain;
import org.claimtrace.explanation.Chain.Break;
import org.claimtrace.explanation.Chain.End;
import org.claimtrace.explanation.Chain.Step;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.explanation.Obstacle.Kind;
import org.claimtrace.explanation.chains.ChainGraph.Place;
import org.claimtrace.explanation.chains.ChainGraph.Saying;
import org.claimtrace.explanation.chains.ChainGraph.State;
import org.claimtrace.explanation.chains.ChainGraph.Way;
import org.claimtrace.explanation.why.Chances;
import org.claimtrace.explanation.why.LineDrafts;
import org.claimtrace.explanation.why.ObstacleList;
import org.claimtrace.explanation.why.Provenance;
import org.claimtrace.model.Element;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Stance;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.Inside;
import org.jspecify.annotations.Nullable;

/**
 * Searches chains one at a time: those for the claim, then those against it, then those that qualify it; each best first. Not safe for use by several threads.
 *
 * <p>[1] Beginnings of chains wait in a queue, the most promising first (A*: Hart, Nilsson and Raphael, "A formal basis for the
 * heuristic determination of minimum cost paths", IEEE Transactions on Systems Science and Cybernetics 4(2), 1968). The promise
 * of a beginning is the lesser of two upper bounds: the chance that all of it holds together, which can only decrease as it
 * grows; and the product of the chances of its own coins and of the best coins on any path to an end, since coins are
 * independent and all of them must come out yes. Equal promises are ordered as in the document, so that among equals the search
 * is depth-first.
 *
 * <p>[2] Beginnings with the promise 0 come last, again depth-first. Every beginning can be continued to a chain, so the next
 * chain is found after at most as many steps as it is long, times the ways at each.
 *
 * <p>[3] Only if bounds are loose, because lines exclude each other, may a great many beginnings promise more than any chain
 * achieves. After an effort in proportion to the number of states the search continues greedily from the most promising
 * beginning; from then on the order is no longer guaranteed.
 */
public final class ChainSearch implements Iterator<Chain> {

  /** The number of beginnings that are expanded between two chains, besides two for every state, before the order is given up. */
  private static final int EFFORT = 20_000;

  /** The number of beginnings with a positive promise that may end in a circle before the search checks for circles in advance. */
  private static final int PATIENCE = 64;

  /** The number of steps from one beginning to another that cost as much as the creation of one. */
  private static final int MOVES = 16;

  /** The number of binary digits in which chances agree that count as equal. */
  private static final int DIGITS = 30;

  private final Evaluation evaluation;
  private final String claim;
  private final Conjunctions joint;
  private final ChainGraph ways;
  /** The beginnings by the stance of their first line. */
  private final Map<Stance, PriorityQueue<Beginning>> queues = new EnumMap<>(Stance.class);

  private final Provenance provenance;
  private Beginning current;
  private int circles;
  private boolean isInOrder = true;
  private long work;
  private long moves;

  /**
   * Creates a search.
   *
   * @param joint computes the chance that steps hold together
   */
  public ChainSearch(
      Evaluation evaluation, String claim, Optional<String> asserter, Conjunctions joint) {
    this.evaluation = evaluation;
    this.claim = claim;
    this.joint = joint;
    ways = new ChainGraph(evaluation, joint, claim, asserter);
    provenance = new Provenance(evaluation, ways.chances());
    for (Stance stance : Stance.values()) {
      queues.put(stance, new PriorityQueue<>(ChainSearch::inOrder));
    }
    current = new Beginning(ways.root(), joint.nothing());
    ways.root().place.visited = true;
    expand(current);
  }

  /** The beginning of a chain: a shorter one and one more step. */
  private static final class Beginning {

    private final @Nullable Beginning before;
    /** An ancestor, so that any ancestor is found in O(log n) steps: Myers, "An applicative random-access stack", IPL 17(5), 1983. */
    private final Beginning jump;

    private final int depth;
    /** The index of its last step among the ways from the shorter beginning. */
    private final int ordinal;

    private final @Nullable Way way;
    private final State state;
    private final @Nullable Saying saying;
    /** The stance of its first line; of the empty beginning, any. */
    private final Stance stance;

    private final double coins;
    private @Nullable End end;
    private double promise;
    private @Nullable Conjunction together;

    Beginning(State root, Conjunction nothing) {
      before = null;
      jump = this;
      depth = 0;
      ordinal = 0;
      way = null;
      state = root;
      saying = null;
      stance = Stance.SUPPORTS;
      coins = 1;
      promise = 1;
      together = nothing;
    }

    Beginning(Beginning before, int ordinal, Way way, @Nullable Saying saying) {
      this.before = before;
      Beginning far = before.jump;
      jump = before.depth - far.depth == far.depth - far.jump.depth ? far.jump : before;
      depth = before.depth + 1;
      this.ordinal = ordinal;
      this.way = way;
      this.state = way.target();
      this.saying = saying;
      stance = before.before == null ? way.stance() : before.stance;
      coins = before.coins * before.ownCoin() * way.coin();
    }

    private double ownCoin() {
      return state.ownCoin();
    }

    private Beginning before() {
      return before == null ? this : before;
    }

    /** Returns the ancestor of a depth. */
    private Beginning upTo(int wanted) {
      Beginning at = this;
      while (at.depth > wanted) {
        at = at.jump.depth >= wanted ? at.jump : at.before();
      }
      return at;
    }
  }

  private static int inOrder(Beginning one, Beginning other) {
    if (one.promise != other.promise) {
      return Double.compare(other.promise, one.promise);
    }
    int depth = Math.min(one.depth, other.depth);
    Beginning left = one.upTo(depth);
    Beginning right = other.upTo(depth);
    if (left == right) {
      return Integer.compare(one.depth, other.depth);
    }
    while (left.before() != right.before()) {
      boolean far = left.jump != right.jump;
      left = far ? left.jump : left.before();
      right = far ? right.jump : right.before();
    }
    return Integer.compare(left.ordinal, right.ordinal);
  }

  /**
   * Returns the work done so far, in units of one beginning created, one conjunction computed, or {@value #MOVES} steps from
   * one beginning to another.
   */
  public long work() {
    return work + moves / MOVES;
  }

  /** Returns whether all chains so far are certain to have come in order. */
  public boolean isInOrder() {
    return isInOrder;
  }

  /** Returns whether there are no more chains, without a search, since every beginning in the queue is that of at least one chain. */
  boolean isAtItsEnd() {
    return queues.values().stream().allMatch(PriorityQueue::isEmpty);
  }

  /** Returns whether there are more chains whose first line has a stance, without a search. */
  public boolean hasNext(Stance stance) {
    return !queue(stance).isEmpty();
  }

  private PriorityQueue<Beginning> queue(Stance stance) {
    return Objects.requireNonNull(queues.get(stance), "every stance has a queue");
  }

  @Override
  public boolean hasNext() {
    return !isAtItsEnd();
  }

  /** Returns the best of the chains for the claim that are left; if there are none, of those against it, and then of the others. */
  @Override
  public Chain next() {
    for (Stance stance : Stance.values()) {
      if (hasNext(stance)) {
        return next(stance);
      }
    }
    throw noMore();
  }

  /** Returns the best of the chains that are left whose first line has a stance. */
  public Chain next(Stance stance) {
    if (!hasNext(stance)) {
      throw noMore();
    }
    return Cancellation.within(
        evaluation.timeLimit().orElse(null), () -> chain(find(queue(stance))));
  }

  private NoSuchElementException noMore() {
    return new NoSuchElementException("there are no more chains of claim '" + claim + "'");
  }

  private Beginning find(PriorityQueue<Beginning> queue) {
    long left = EFFORT + 2L * ways.size();
    long from = moves;
    while (true) {
      Cancellation.check();
      Beginning best = queue.remove();
      if (isLessThanItPromised(best)) {
        queue.add(best);
      } else if (best.end != null) {
        return best;
      } else if (left-- > (moves - from) / MOVES) {
        expand(best);
      } else {
        isInOrder = false;
        return continueGreedily(best, queue);
      }
    }
  }

  /** Computes the chance that a beginning holds together, if that is not known; returns whether it is less than the promise so far. */
  private boolean isLessThanItPromised(Beginning beginning) {
    if (beginning.promise == 0 || beginning.together != null) {
      return false;
    }
    work++;
    double promised = beginning.promise;
    Conjunction together = together(beginning.before().together, beginning);
    beginning.together = together;
    beginning.promise = Math.min(promised, rounded(together.chance()));
    return beginning.promise < promised;
  }

  private Conjunction together(@Nullable Conjunction before, Beginning beginning) {
    Conjunction together = before == null ? joint.nothing() : before;
    Way way = beginning.way;
    if (way == null) {
      return together;
    }
    together = way.element().kind() == Element.Kind.SOURCE
        ? andSource(together, beginning.state)
        : together.and(way.element());
    Saying saying = beginning.saying;
    if (saying != null && way.element().kind() == Element.Kind.SOURCE) {
      ImmutableList<Element> says = ways.evidence(saying, way.element().id());
      together = says.isEmpty() ? together : together.andOneOf(says);
    }
    return together;
  }

  /** Adds that a source has the status that a state requires. */
  private static Conjunction andSource(Conjunction together, State source) {
    if (source.isShown()) {
      return together;
    }
    Element element = source.place.element;
    return source.isFaithful() ? together.andFaithful(element.id()) : together.and(element);
  }

  private static double rounded(double chance) {
    long lowest = 1L << (52 - DIGITS);
    return Double.longBitsToDouble((Double.doubleToLongBits(chance) + lowest / 2) & -lowest);
  }

  /** Continues a beginning to a whole chain, by the most promising way at each step; the other ways are added to the queue. */
  private Beginning continueGreedily(Beginning from, PriorityQueue<Beginning> queue) {
    Beginning at = from;
    while (at.end == null) {
      Cancellation.check();
      Beginning above = at;
      List<Beginning> next = steps(above);
      for (Beginning each : next) {
        while (isLessThanItPromised(each)) {
          // The second call returns false, since the chance is known by then.
        }
      }
      if (at.end == null) {
        at = Collections.min(next, ChainSearch::inOrder);
        next.remove(at);
        queue.addAll(next);
      }
    }
    return at;
  }

  private void expand(Beginning beginning) {
    steps(beginning).forEach(each -> queue(each.stance).add(each));
    if (beginning.end != null) {
      queue(beginning.stance).add(beginning);
    }
  }

  /**
   * Returns the beginnings that are one step longer; if every step would return to a visited place, ends the beginning and
   * returns none.
   */
  private List<Beginning> steps(Beginning beginning) {
    goTo(beginning);
    if (beginning.promise > 0 && circles > PATIENCE && !ways.leadsOn(beginning.state)) {
      beginning.promise = 0;
    }
    List<Beginning> next = new ArrayList<>();
    ImmutableList<Way> all = beginning.state.ways();
    for (int from = 0; from < all.size(); ) {
      Way first = all.get(from);
      int to = from + 1;
      while (to < all.size()
          && first.element().kind() == Element.Kind.INFERENCE
          && all.get(to).element().equals(first.element())) {
        to++;
      }
      boolean any = false;
      for (int at = from; at < to; at++) {
        if (!all.get(at).target().place.visited) {
          any = true;
          next.add(step(beginning, at, all.get(at), false));
        }
      }
      if (!any && first.element().kind() != Element.Kind.SOURCE) {
        next.add(step(beginning, from, first, true));
      }
      from = to;
    }
    if (next.isEmpty() && beginning.way != null) {
      circle(beginning);
    }
    return next;
  }

  private void circle(Beginning beginning) {
    circles += beginning.promise > 0 ? 1 : 0;
    beginning.end = End.CIRCLE;
    beginning.promise = 0;
  }

  private Beginning step(Beginning before, int ordinal, Way way, boolean isCircle) {
    Saying saying = way.element().kind() == Element.Kind.EVIDENCE
        ? new Saying(before.state.place.element.id(), way.stance())
        : way.element().kind() == Element.Kind.SOURCE ? before.saying : null;
    work++;
    Beginning step = new Beginning(before, ordinal, way, saying);
    if (isCircle) {
      step.promise = before.promise;
      circle(step);
      return step;
    }
    State state = way.target();
    double most = Math.min(way.chance(), step.coins * state.bound());
    step.promise = state.bound() == 0 || way.chance() == 0
        ? 0
        : Math.min(before.promise, rounded(Math.max(Double.MIN_NORMAL, most)));
    if (state.isEnd()) {
      step.end = state.place.element.kind() == Element.Kind.SOURCE ? End.SOURCE : End.SUPPOSED;
    } else if (state.ways().isEmpty()) {
      step.end = End.NOTHING;
      step.promise = 0;
    }
    return step;
  }

  /** Marks exactly the places on a beginning as visited. */
  private void goTo(Beginning wanted) {
    Beginning from = current;
    Beginning to = wanted;
    while (from.depth > to.depth) {
      moves++;
      from.state.place.visited = false;
      from = from.before();
    }
    List<Beginning> down = new ArrayList<>();
    while (to.depth > from.depth) {
      moves++;
      down.add(to);
      to = to.before();
    }
    while (from != to) {
      moves++;
      from.state.place.visited = false;
      from = from.before();
      down.add(to);
      to = to.before();
    }
    down.forEach(each -> each.state.place.visited = true);
    current = wanted;
  }

  // Conversion of a whole beginning to a chain.

  /**
   * A step of a whole beginning.
   *
   * @param element the line or the source
   * @param beginning the beginning that it ends
   */
  private record Link(Element element, Beginning beginning) {}

  private Chain chain(Beginning whole) {
    List<Link> links = new ArrayList<>();
    for (Beginning at = whole; at.way != null; at = at.before()) {
      Element element = at.way.element();
      if (element.kind() == Element.Kind.EVIDENCE || element.kind() == Element.Kind.REVIEW) {
        links.add(new Link(at.state.place.element, at));
      }
      links.add(new Link(element, at));
    }
    boolean isCircle = whole.end == End.CIRCLE;
    // The steps are computed from the deepest source up.
    List<Step> steps = new ArrayList<>();
    Conjunction together = joint.nothing();
    double below = 1;
    for (Link link : links) {
      Cancellation.check();
      work++;
      boolean isOwnSource =
          link.beginning.way != null && !link.element.equals(link.beginning.way.element());
      together = isOwnSource
          ? andSource(together, link.beginning.state)
          : together(together, link.beginning);
      double carried = isCircle ? 0 : together.chance();
      steps.add(step(link, carried, below == 0 ? 0 : Math.min(1, carried / below)));
      below = carried;
    }
    Collections.reverse(steps);
    boolean holds = VerdictRule.exceeds(below, ways.chances().burden());
    Beginning top = whole.upTo(1);
    return new Chain(
        Inside.KEY,
        claim,
        top.way == null ? Stance.SUPPORTS : top.way.stance(),
        ImmutableList.copyOf(steps),
        whole.end == null ? End.CIRCLE : whole.end,
        below,
        holds,
        weakest(steps),
        holds ? Optional.empty() : Optional.of(firstBreak(whole, links, steps)));
  }

  private Step step(Link link, double carried, double share) {
    Element element = link.element;
    Beginning at = link.beginning;
    boolean isLine = element.kind() != Element.Kind.SOURCE;
    return new Step(
        Inside.KEY,
        element,
        isLine ? Optional.of(at.before().state.place.element.id()) : Optional.empty(),
        element.kind() == Element.Kind.INFERENCE
            ? evaluation.graph().findInference(element.id()).flatMap(Inference::by)
            : Optional.empty(),
        isLine && at.state.place.element.kind() == Element.Kind.CLAIM
            ? Optional.of(at.state.place.element.id())
            : Optional.empty(),
        isLine && at.state.isRejected(),
        switch (element.kind()) {
          case SOURCE -> ways.chance(at.state);
          case CLAIM -> evaluation.belief(element.id()).supported();
          case EVIDENCE, INFERENCE, REVIEW -> evaluation.fires(element);
        },
        carried,
        share);
  }

  private static OptionalInt weakest(List<Step> steps) {
    int weakest = steps.size() - 1;
    for (int i = weakest - 1; i >= 0 && steps.get(weakest).link() > 0; i--) {
      if (VerdictRule.exceeds(steps.get(weakest).link(), steps.get(i).link())) {
        weakest = i;
      }
    }
    return VerdictRule.exceeds(1, steps.get(weakest).link())
        ? OptionalInt.of(weakest)
        : OptionalInt.empty();
  }

  private Break firstBreak(Beginning whole, List<Link> links, List<Step> steps) {
    int at = steps.size() - 1;
    while (VerdictRule.exceeds(steps.get(at).carried(), ways.chances().burden())) {
      at--;
    }
    if (whole.end == End.CIRCLE) {
      return new Break(Inside.KEY, at, ImmutableList.of(circleOf(whole)));
    }
    Link link = links.get(steps.size() - 1 - at);
    return new Break(Inside.KEY, at, obstacles(link, steps.get(at).carried()));
  }

  private static Obstacle tooMuchAtOnce(double cost) {
    return new Obstacle(
        Inside.KEY, Kind.TOO_MUCH_AT_ONCE, ImmutableList.of(), ImmutableList.of(), cost);
  }

  private ImmutableList<Obstacle> obstacles(Link link, double carried) {
    Beginning at = link.beginning;
    Way way = at.way;
    ImmutableList<Obstacle> found = ImmutableList.of();
    if (link.element.kind() == Element.Kind.SOURCE) {
      found = obstaclesOfSource(at.state, at.saying);
    } else if (way != null) {
      found = ways.lines(at.before().state.place.element.id()).stream()
          .map(LineDrafts.Draft::line)
          .filter(line -> line.element().equals(link.element) && line.stance() == way.stance())
          .findFirst()
          .map(LineReport::obstacles)
          .orElse(ImmutableList.of());
    }
    return found.isEmpty() ? ImmutableList.of(tooMuchAtOnce(1 - carried)) : found;
  }

  private ImmutableList<Obstacle> obstaclesOfSource(State state, @Nullable Saying saying) {
    ObstacleList found = new ObstacleList();
    Chances chances = ways.chances();
    String source = state.place.element.id();
    Reading reading = state.isFaithful()
        ? provenance.readingAlone(source)
        : provenance.reading(Role.SOURCE, source);
    if (!state.isShown() && !chances.suffices(reading.met())) {
      provenance.addCauses(reading, found);
    } else if (saying != null) {
      ImmutableList<Element> says = ways.evidence(saying, source);
      if (!says.isEmpty()
          && says.stream().noneMatch(line -> chances.suffices(chances.fires(line)))) {
        found.add(Kind.ONLY_A_COPY, provenance.reading(Role.ORIGIN, source));
      }
    }
    return found.inOrder();
  }

  /** Returns the circle in which a chain ends: from the place to which it would return, down to its last step. */
  private static Obstacle circleOf(Beginning whole) {
    boolean isOfSources = whole.state.place.element.kind() == Element.Kind.SOURCE;
    Place back = isOfSources ? whole.state.ways().get(0).target().place : whole.state.place;
    List<Element> up = new ArrayList<>();
    Beginning at = whole;
    if (!isOfSources && at.way != null) {
      up.add(at.way.element());
      at = at.before();
    }
    for (; at.state.place != back; at = at.before()) {
      up.add(at.state.place.element);
      if (at.way != null && at.way.element().kind().isLine() && !isOfSources) {
        up.add(at.way.element());
      }
    }
    up.add(back.element);
    Collections.reverse(up);
    return new Obstacle(
        Inside.KEY,
        Kind.CIRCULAR,
        ImmutableList.of(),
        up.stream().distinct().collect(toImmutableList()),
        1);
  }
}
