package org.claimtrace.explanation.chains;

import static com.google.common.collect.ImmutableList.toImmutableList;

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
import org.jspecify.annotations.Nullable;

/**
 * The graph whose paths are the chains of a claim, with an upper bound on the chance of the paths from each of its states.
 * Construction takes time linear in the n claims, lines and sources below the claim, and O(n log n) if coins are open.
 * Iterative. Not safe for use by several threads.
 */
final class ChainGraph {

  /** The status that a chain requires of a place. */
  private enum Need {
    /** Any status: the claim from which chains lead down, with lines of every stance. */
    ANYTHING,
    /** The claim must be accepted. */
    ACCEPTED,
    /** The claim must be rejected. */
    REJECTED,
    /** The source must be right. */
    RIGHT,
    /** The source must be right by its own coin: the evidence says itself what it is derived from. */
    FAITHFUL,
    /** The source is only shown. */
    SHOWN
  }

  /** A claim or a source. */
  static final class Place {
    final Element element;
    private final List<State> states = new ArrayList<>(1);
    /** Whether the current beginning of a chain has visited it. */
    boolean visited;
    /** Whether no path down from it runs into a circle. */
    private boolean straight;

    private int open;

    private Place(Element element) {
      this.element = element;
    }
  }

  /** A place together with the status that a chain requires of it. */
  static final class State {
    final Place place;
    private final Need need;
    /** Whether the chain up to here is the asserter's own argument. */
    private final boolean told;

    private final boolean isEnd;
    private final double coin;
    /** The origins of a source, by which chains lead on. */
    private final ImmutableList<String> origins;
    /** What the origins must say: the content of evidence that names them itself; otherwise they must only be right. */
    private final @Nullable Saying mustSay;

    private ImmutableList<Way> ways = ImmutableList.of();
    private final List<Reader> readers = new ArrayList<>(1);
    private double bound;
    private boolean isSettled;
    private int lookedAt;

    private State(
        Place place,
        Need need,
        boolean told,
        boolean isEnd,
        double coin,
        ImmutableList<String> origins,
        @Nullable Saying mustSay) {
      this.place = place;
      this.origins = origins;
      this.mustSay = mustSay;
      this.need = need;
      this.told = told;
      this.isEnd = isEnd;
      this.coin = coin;
    }

    /** Returns the ways on, in the order of the document; those of one line are adjacent. */
    ImmutableList<Way> ways() {
      return ways;
    }

    /** Returns whether a chain may end here without a circle. */
    boolean isEnd() {
      return isEnd;
    }

    /** Returns whether it is a claim that must be rejected. */
    boolean isRejected() {
      return need == Need.REJECTED;
    }

    /** Returns whether it is a source that must be right by its own coin alone. */
    boolean isFaithful() {
      return need == Need.FAITHFUL;
    }

    /** Returns whether it is a source that is only shown. */
    boolean isShown() {
      return need == Need.SHOWN;
    }

    /** Returns the chance of the coin of a source, and 1 for a claim or a source that is only shown. */
    double ownCoin() {
      return coin;
    }

    /**
     * Returns an upper bound on the chance of a path from here to an end: the greatest product of the chances of its coins; 0
     * if every path has a step that cannot hold.
     */
    double bound() {
      return bound;
    }
  }

  /**
   * An edge: one possible step of a chain.
   *
   * @param element the line, or the source from which another is derived
   * @param stance the stance of the line; for a source, that of the evidence that leads to it
   * @param target the state to which it leads
   * @param chance the probability that it holds by itself
   * @param coin the chance of its own coins, without those of the target
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
  /** The sources of evidence that says itself what it is derived from, by this evidence. */
  private final Map<Element, State> faithful = new HashMap<>();

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
    computeBounds();
  }

  /** Returns the state of the claim from which chains lead down. */
  State root() {
    return root;
  }

  /** Returns the number of states. */
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
    ImmutableList<String> origins =
        need == Need.RIGHT ? origins(place.element.id()) : ImmutableList.of();
    boolean isEnd = switch (need) {
      case RIGHT, FAITHFUL, SHOWN -> origins.isEmpty();
      case ANYTHING -> false;
      case ACCEPTED, REJECTED -> evaluation.supposed(place.element.id()).isPresent();
    };
    double coin = need == Need.RIGHT ? joint.coin(place.element) : 1;
    return add(new State(place, need, told, isEnd, coin, origins, null));
  }

  private State add(State state) {
    state.place.states.add(state);
    states.add(state);
    if (!state.isEnd) {
      toFollow.add(state);
    }
    return state;
  }

  /** Returns the source of a piece of evidence, with the status that the evidence requires of it. */
  private State source(Evidence evidence, Saying saying) {
    if (evidence.isExhibit()) {
      return state(place(Element.source(evidence.sourceId())), Need.SHOWN, false);
    }
    if (evidence.derivedFrom().isEmpty()) {
      return source(evidence.sourceId());
    }
    Element line = evidence.element(saying.claim);
    State known = faithful.get(line);
    if (known == null) {
      Place place = place(Element.source(evidence.sourceId()));
      ImmutableList<String> origins = evaluation.origins(evidence);
      known = add(new State(
          place,
          Need.FAITHFUL,
          false,
          origins.isEmpty(),
          joint.coin(place.element),
          origins,
          saying));
      faithful.put(line, known);
    }
    return known;
  }

  /**
   * Returns an origin that a piece of evidence names itself: with the status that the origin's own evidence of this content
   * requires of it, the least demanding first; otherwise it must be right.
   */
  private State origin(String origin, Saying saying) {
    ImmutableList<Evidence> own = evidence(saying, origin).stream()
        .map(line -> graph.findEvidence(line.id()).orElseThrow())
        .collect(toImmutableList());
    return own.stream()
        .filter(Evidence::isExhibit)
        .findFirst()
        .or(() -> own.stream().filter(each -> each.derivedFrom().isPresent()).findFirst())
        .map(evidence -> source(evidence, saying))
        .orElseGet(() -> source(origin));
  }

  /** Returns the chance that a source has the status that a state requires. */
  double chance(State source) {
    String id = source.place.element.id();
    return switch (source.need) {
      case FAITHFUL -> evaluation.coin(source.place.element);
      case SHOWN -> 1;
      default -> evaluation.right(id);
    };
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
    if (state.place.element.kind() == Element.Kind.SOURCE) {
      for (String origin : state.origins) {
        State target = state.mustSay == null ? source(origin) : origin(origin, state.mustSay);
        ways.add(new Way(Element.source(origin), Stance.SUPPORTS, target, chance(target), 1));
      }
    } else {
      new Lines(state, graph.claim(id), ways).add();
    }
    state.ways = ways.build();
    for (Way way : state.ways) {
      // A chain never returns to the first claim.
      if (way.chance > 0 && way.target.place != rootPlace) {
        way.target.readers.add(new Reader(state, state.coin * way.coin));
      }
    }
  }

  /** Adds ways for the lines of one claim that a chain can follow. */
  private final class Lines {

    private final State state;
    private final Claim claim;
    private final ImmutableList.Builder<Way> ways;
    private final boolean reviewsCount;
    private final boolean othersCount;
    /** Whether only the asserter's own lines are added. */
    private boolean ownOnly;

    Lines(State state, Claim claim, ImmutableList.Builder<Way> ways) {
      this.state = state;
      this.claim = claim;
      this.ways = ways;
      this.reviewsCount = evaluation.reviewsCount(claim.id());
      this.othersCount = !evaluation.isJudgedByReviews(claim.id());
    }

    void add() {
      if (state.told) {
        ownOnly = true;
        boolean found = all();
        if (found || state.need == Need.ANYTHING) {
          return;
        }
      }
      ownOnly = false;
      all();
    }

    private boolean all() {
      return switch (state.need) {
        case ANYTHING -> {
          boolean found = add(Stance.SUPPORTS);
          found |= add(Stance.REFUTES);
          found |= add(Stance.QUALIFIES);
          yield found;
        }
        case ACCEPTED -> add(Stance.SUPPORTS);
        case REJECTED -> add(Stance.REFUTES);
        case RIGHT, FAITHFUL, SHOWN -> false;
      };
    }

    private boolean add(Stance stance) {
      boolean found = false;
      for (Evidence each : othersCount ? claim.evidence() : ImmutableList.<Evidence>of()) {
        found |= each.stance() == stance && addIfItExists(each);
      }
      for (Inference each : othersCount ? claim.steps() : ImmutableList.<Inference>of()) {
        found |= each.stance() == stance && addIfItExists(each);
      }
      for (Review each :
          reviewsCount ? evaluation.reviewsOf(claim.id()) : ImmutableList.<Review>of()) {
        found |= each.verdict().filter(is -> is.stances().contains(stance)).isPresent()
            && addIfItExists(each, stance);
      }
      if (stance == Stance.REFUTES && othersCount && !ownOnly) {
        for (String other : evaluation.contradicting(claim.id())) {
          found = true;
          State target = state(place(Element.claim(other)), Need.ACCEPTED, false);
          double chance = evaluation.belief(other).supported();
          ways.add(new Way(Element.claim(other), stance, target, chance, 1));
        }
      }
      return found;
    }

    private boolean isTold(Optional<String> by) {
      return !ownOnly || by.equals(asserter);
    }

    private boolean addIfItExists(Evidence evidence) {
      Element element = evidence.element(claim.id());
      if (!isTold(Optional.of(evidence.sourceId())) || !evaluation.exists(element)) {
        return false;
      }
      State source = source(evidence, new Saying(claim.id(), evidence.stance()));
      double coin = joint.coin(element);
      if (source.isEnd) {
        for (String relay : graph.relays(evidence)) {
          boolean isCounted = relay.equals(evidence.sourceId()) && !evidence.isExhibit();
          coin *= isCounted ? 1 : joint.coin(Element.source(relay));
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
            place(Element.claim(premise.claimId())),
            premise.isNegated() ? Need.REJECTED : Need.ACCEPTED,
            ownOnly);
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

  /**
   * Computes the bound of every state as in Dijkstra's algorithm, the greatest first, since no path has a greater chance than
   * its end.
   */
  private void computeBounds() {
    record Found(State state, double bound) {}
    PriorityQueue<Found> queue = new PriorityQueue<>(
        Comparator.comparingDouble((Found found) -> found.bound).reversed());
    for (State state : states) {
      boolean isPossible = state.place.element.kind() != Element.Kind.SOURCE || chance(state) > 0;
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
          // A product that underflows must stay above 0, which means impossible.
          queue.add(
              new Found(reader.state, Math.max(Double.MIN_NORMAL, reader.coin * found.bound)));
        }
      }
    }
  }

  /**
   * Returns whether a path from a state, over steps each of which may hold, reaches an end without a place that has been
   * visited. Takes time linear in the states below that are not straight.
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

  /** The content of a piece of evidence: a claim, and the stance on it. */
  record Saying(String claim, Stance stance) {}

  /** Returns the existing evidence of a source with a content. */
  ImmutableList<Element> evidence(Saying saying, String source) {
    return evidenceBySaying.computeIfAbsent(saying, this::evidenceBySource).get(source);
  }

  private ImmutableListMultimap<String, Element> evidenceBySource(Saying saying) {
    ImmutableListMultimap.Builder<String, Element> bySource = ImmutableListMultimap.builder();
    for (Evidence each : graph.claim(saying.claim).evidence()) {
      Element line = each.element(saying.claim);
      if (each.stance() == saying.stance && evaluation.exists(line)) {
        bySource.put(each.sourceId(), line);
      }
    }
    return bySource.build();
  }

  /** Returns the lines of a claim with their obstacles. */
  ImmutableList<LineDrafts.Draft> lines(String claim) {
    return linesByClaim.computeIfAbsent(claim, lineDrafts::of);
  }

  Chances chances() {
    return chances;
  }
}
