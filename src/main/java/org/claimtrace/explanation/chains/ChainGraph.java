package org.claimtrace.explanation.chains;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.JointChances.Conjunctions;
import org.claimtrace.explanation.why.Chances;
import org.claimtrace.explanation.why.LineDrafts;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Stance;
import org.claimtrace.work.Cancellation;

/**
 * The ways by which chains go down from a claim, and how much they can carry at most. Made in time linear in the claims, lines and
 * sources below the claim, and their number times its logarithm where coins are open. Iterative. Not for use by several threads.
 */
final class ChainGraph {

  /** How a chain needs a place to be. */
  private enum Need {
    /** A claim with a line of any stance: the one that a chain leads down from. */
    ANYTHING,
    /** A claim that is accepted. */
    ACCEPTED,
    /** A claim that is rejected. */
    REJECTED,
    /** A source that is right. */
    RIGHT
  }

  /** A claim or a source. */
  static final class Place {
    final Element element;
    private final List<State> states = new ArrayList<>(1);
    /** Whether the chain that is followed just now has visited it. */
    boolean visited;
    /** Whether no way down from it comes round in a circle. */
    private boolean straight;

    private int open;

    private Place(Element element) {
      this.element = element;
    }
  }

  /** A place as a chain comes to it. */
  static final class State {
    final Place place;
    private final Need need;
    /** Whether it is one asserter's own argument up to here. */
    private final boolean told;

    private final boolean isEnd;
    private final double coin;

    private ImmutableList<Way> ways = ImmutableList.of();
    private final List<Reader> readers = new ArrayList<>(1);
    private double bound;
    private boolean isSettled;
    private int lookedAt;

    private State(Place place, Need need, boolean told, boolean isEnd, double coin) {
      this.place = place;
      this.need = need;
      this.told = told;
      this.isEnd = isEnd;
      this.coin = coin;
    }

    /** The ways on, in the order of the document; those of one line next to each other. */
    ImmutableList<Way> ways() {
      return ways;
    }

    /** Whether a chain may end here with something in hand. */
    boolean isEnd() {
      return isEnd;
    }

    /** Whether it is a claim that a chain needs to be rejected. */
    boolean isRejected() {
      return need == Need.REJECTED;
    }

    /** The chance of the coin of a source; 1 of a claim. */
    double ownCoin() {
      return coin;
    }

    /**
     * The most that a way on can carry: the greatest product of the chances of the coins on one, 0 where each has a step that is
     * never so.
     */
    double bound() {
      return bound;
    }
  }

  /**
   * A step of a chain.
   *
   * @param element the line, or the source that another is derived from
   * @param stance how a line bears on its claim; of a source, as the evidence that leads to it
   * @param target where it leads
   * @param chance the probability that it holds by itself
   * @param coin the chance of its own coins, the target's not included
   */
  record Way(Element element, Stance stance, State target, double chance, double coin) {}

  private record Reader(State state, double coin) {}

  private final Evaluation evaluation;
  private final ClaimGraph graph;
  private final Conjunctions joint;
  private final Chances chances;
  private final LineDrafts lineDrafts;
  private final Optional<String> asserter;
  private final Map<Element, Place> places = new HashMap<>();
  private final Deque<State> toFollow = new ArrayDeque<>();
  private final List<State> states = new ArrayList<>();
  private final Place rootPlace;
  private final State root;
  private final Map<Saying, ImmutableListMultimap<String, Element>> evidenceBySaying =
      new HashMap<>();
  private final Map<String, ImmutableList<LineDrafts.Draft>> linesByClaim = new HashMap<>();
  private int looks;
  private boolean knowsStraight;

  ChainGraph(Evaluation evaluation, Conjunctions joint, String claim, Optional<String> asserter) {
    this.evaluation = evaluation;
    this.graph = evaluation.graph();
    this.joint = joint;
    this.chances = new Chances(evaluation);
    this.lineDrafts = new LineDrafts(evaluation);
    this.asserter = asserter;
    rootPlace = place(Element.claim(claim));
    root = state(rootPlace, Need.ANYTHING, asserter.isPresent());
    while (!toFollow.isEmpty()) {
      Cancellation.check();
      follow(toFollow.remove());
    }
    weigh();
  }

  /** The claim that chains lead down from. */
  State root() {
    return root;
  }

  /** How many states there are. */
  int size() {
    return states.size();
  }

  private Place place(Element element) {
    return places.computeIfAbsent(element, Place::new);
  }

  private State state(Place place, Need need, boolean told) {
    for (State state : place.states) {
      if (state.need == need && state.told == told) {
        return state;
      }
    }
    boolean isEnd = need == Need.RIGHT
        ? origins(place.element.id()).isEmpty()
        : need != Need.ANYTHING && evaluation.supposed(place.element.id()).isPresent();
    State state =
        new State(place, need, told, isEnd, need == Need.RIGHT ? joint.coin(place.element) : 1);
    place.states.add(state);
    states.add(state);
    if (!isEnd) {
      toFollow.add(state);
    }
    return state;
  }

  private State source(String id) {
    return state(place(Element.source(id)), Need.RIGHT, false);
  }

  private ImmutableList<String> origins(String source) {
    return evaluation.origins(source);
  }

  private void follow(State state) {
    String id = state.place.element.id();
    ImmutableList.Builder<Way> ways = ImmutableList.builder();
    if (state.need == Need.RIGHT) {
      for (String origin : origins(id)) {
        ways.add(new Way(
            Element.source(origin), Stance.SUPPORTS, source(origin), evaluation.right(origin), 1));
      }
    } else {
      new Lines(state, graph.claim(id), ways).add();
    }
    state.ways = ways.build();
    for (Way way : state.ways) {
      // A way back to the first claim is never gone.
      if (way.chance > 0 && way.target.place != rootPlace) {
        way.target.readers.add(new Reader(state, state.coin * way.coin));
      }
    }
  }

  /** The lines of one claim that a chain can go over. */
  private final class Lines {

    private final State state;
    private final Claim claim;
    private final ImmutableList.Builder<Way> ways;
    private final boolean reviewsCount;
    private final boolean othersCount;
    /** Whether only the asserter's own lines are taken. */
    private boolean own;

    Lines(State state, Claim claim, ImmutableList.Builder<Way> ways) {
      this.state = state;
      this.claim = claim;
      this.ways = ways;
      this.reviewsCount = evaluation.reviewsCount(claim.id());
      this.othersCount = !evaluation.isJudgedByReviews(claim.id());
    }

    void add() {
      if (state.told) {
        own = true;
        boolean some = all();
        if (some || state.need == Need.ANYTHING) {
          return;
        }
      }
      own = false;
      all();
    }

    private boolean all() {
      return switch (state.need) {
        case ANYTHING -> {
          boolean some = add(Stance.SUPPORTS);
          some |= add(Stance.REFUTES);
          some |= add(Stance.QUALIFIES);
          yield some;
        }
        case ACCEPTED -> add(Stance.SUPPORTS);
        case REJECTED -> add(Stance.REFUTES);
        case RIGHT -> false;
      };
    }

    private boolean add(Stance stance) {
      boolean some = false;
      for (Evidence each : othersCount ? claim.evidence() : ImmutableList.<Evidence>of()) {
        some |= each.stance() == stance && addIfItExists(each);
      }
      for (Inference each : othersCount ? claim.inferences() : ImmutableList.<Inference>of()) {
        some |= each.stance() == stance && addIfItExists(each);
      }
      for (Review each :
          reviewsCount ? evaluation.reviewsOf(claim.id()) : ImmutableList.<Review>of()) {
        some |= each.verdict().stances().contains(stance) && addIfItExists(each, stance);
      }
      if (stance == Stance.REFUTES && othersCount && !own) {
        for (String other : evaluation.contradicting(claim.id())) {
          some = true;
          State target = state(place(Element.claim(other)), Need.ACCEPTED, false);
          double chance = evaluation.belief(other).supported();
          ways.add(new Way(Element.claim(other), stance, target, chance, 1));
        }
      }
      return some;
    }

    private boolean isTold(Optional<String> by) {
      return !own || by.equals(asserter);
    }

    private boolean addIfItExists(Evidence evidence) {
      Element element = evidence.element(claim.id());
      if (!isTold(Optional.of(evidence.source())) || !evaluation.exists(element)) {
        return false;
      }
      State source = source(evidence.source());
      double coin = joint.coin(element);
      if (source.isEnd) {
        for (String relay : graph.relays(evidence)) {
          coin *= relay.equals(evidence.source()) ? 1 : joint.coin(Element.source(relay));
        }
      }
      ways.add(new Way(element, evidence.stance(), source, evaluation.fires(element), coin));
      return true;
    }

    private boolean addIfItExists(Inference inference) {
      Element element = inference.element(claim.id());
      if (!isTold(inference.by()) || !evaluation.exists(element)) {
        return false;
      }
      double chance = evaluation.fires(element);
      double coin = joint.coin(element);
      for (Premise premise : inference.premises()) {
        State target = state(
            place(Element.claim(premise.claim())),
            premise.negated() ? Need.REJECTED : Need.ACCEPTED,
            own);
        ways.add(new Way(element, inference.stance(), target, chance, coin));
      }
      return true;
    }

    private boolean addIfItExists(Review review, Stance stance) {
      Element element = review.element(claim.id());
      if (!isTold(Optional.of(review.reviewer())) || !evaluation.exists(element)) {
        return false;
      }
      ways.add(new Way(element, stance, source(review.reviewer()), evaluation.fires(element), 1));
      return true;
    }
  }

  /** Finds the bound of every state, greatest first, since a way carries no more than what it leads to. */
  private void weigh() {
    record Found(State state, double bound) {}
    PriorityQueue<Found> queue = new PriorityQueue<>(
        Comparator.comparingDouble((Found found) -> found.bound).reversed());
    for (State state : states) {
      boolean isPossible =
          state.need != Need.RIGHT || evaluation.right(state.place.element.id()) > 0;
      if (state.isEnd && isPossible) {
        queue.add(new Found(state, state.coin));
      }
    }
    while (!queue.isEmpty()) {
      Found found = queue.remove();
      if (found.state.isSettled) {
        continue;
      }
      Cancellation.check();
      found.state.isSettled = true;
      found.state.bound = found.bound;
      for (Reader reader : found.state.readers) {
        if (!reader.state.isSettled && reader.coin > 0) {
          // Too little to tell is not nothing.
          queue.add(
              new Found(reader.state, Math.max(Double.MIN_NORMAL, reader.coin * found.bound)));
        }
      }
    }
  }

  /**
   * Whether a way on from a state comes, over steps each of which may hold, to an end without going back to a place that has been
   * visited. Takes time linear in what lies below the state before all ways are straight.
   */
  boolean leadsOn(State from) {
    if (!knowsStraight) {
      findStraightPlaces();
    }
    if (from.isEnd || from.place.straight) {
      return from.bound > 0;
    }
    looks++;
    Deque<State> toLookAt = new ArrayDeque<>();
    toLookAt.push(from);
    from.lookedAt = looks;
    while (!toLookAt.isEmpty()) {
      Cancellation.check();
      for (Way way : toLookAt.pop().ways) {
        State next = way.target;
        if (way.chance == 0 || next.bound == 0 || next.place.visited || next.lookedAt == looks) {
          continue;
        }
        if (next.isEnd || next.place.straight) {
          return true;
        }
        next.lookedAt = looks;
        toLookAt.push(next);
      }
    }
    return false;
  }

  private void findStraightPlaces() {
    knowsStraight = true;
    Deque<Place> straight = new ArrayDeque<>();
    for (State state : states) {
      for (Reader reader : state.readers) {
        reader.state.place.open++;
      }
    }
    for (Place place : places.values()) {
      if (place.open == 0) {
        place.straight = true;
        straight.add(place);
      }
    }
    while (!straight.isEmpty()) {
      Cancellation.check();
      for (State state : straight.remove().states) {
        for (Reader reader : state.readers) {
          Place place = reader.state.place;
          if (--place.open == 0) {
            place.straight = true;
            straight.add(place);
          }
        }
      }
    }
  }

  /** What evidence says: how it bears on which claim. */
  record Saying(String claim, Stance stance) {}

  /** The evidence of a source that says something and exists. */
  ImmutableList<Element> evidence(Saying saying, String source) {
    return evidenceBySaying.computeIfAbsent(saying, this::evidenceBySource).get(source);
  }

  private ImmutableListMultimap<String, Element> evidenceBySource(Saying saying) {
    ImmutableListMultimap.Builder<String, Element> bySource = ImmutableListMultimap.builder();
    for (Evidence each : graph.claim(saying.claim).evidence()) {
      Element line = each.element(saying.claim);
      if (each.stance() == saying.stance && evaluation.exists(line)) {
        bySource.put(each.source(), line);
      }
    }
    return bySource.build();
  }

  /** The lines of a claim with what keeps them from firing. */
  ImmutableList<LineDrafts.Draft> lines(String claim) {
    return linesByClaim.computeIfAbsent(claim, lineDrafts::of);
  }

  Chances chances() {
    return chances;
  }
}
