package org.claimtrace.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.JointChances.Conjunction;
import org.claimtrace.evaluation.JointChances.Conjunctions;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.explanation.Chain.End;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Line;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.jspecify.annotations.Nullable;

/** All chains of a claim in the order of the document, found by walking every path according to the definition of a chain. */
final class AllChains {

  /** Thrown if there are more chains than a test compares. */
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The part of a chain that its definition determines. */
  record Path(Stance stance, List<String> steps, End end, double chance) {}

  private static final int MOST = 600;

  private final Evaluation evaluation;
  private final ClaimGraph graph;
  private final Optional<String> by;
  private final Conjunctions joint;
  private final List<Path> found = new ArrayList<>();

  /** The state of a path; each step copies it. */
  private record Walk(
      Stance stance,
      List<String> steps,
      List<List<Element>> conditions,
      Set<Element> visited,
      List<String> faithful,
      boolean told) {

    /** Returns the state in which the coin of a source must be yes. */
    Walk faithful(String source) {
      List<String> more = new ArrayList<>(faithful);
      more.add(source);
      return new Walk(stance, steps, conditions, visited, more, told);
    }

    /** Returns the state after one more step. */
    Walk with(Element element, String from, String to, List<List<Element>> more, Element place) {
      List<String> steps = new ArrayList<>(this.steps);
      steps.add(step(element, from, to));
      List<List<Element>> conditions = new ArrayList<>(this.conditions);
      conditions.addAll(more);
      Set<Element> visited = new LinkedHashSet<>(this.visited);
      visited.add(place);
      return new Walk(stance, steps, conditions, visited, faithful, told);
    }

    Walk told(boolean told) {
      return new Walk(stance, steps, conditions, visited, faithful, told);
    }
  }

  private static String step(Element element, String from, String to) {
    return "%s of %s to %s".formatted(element, from, to);
  }

  private AllChains(Evaluation evaluation, Optional<String> by) {
    this.evaluation = evaluation;
    this.graph = evaluation.graph();
    this.by = by;
    this.joint = Conjunctions.of(evaluation);
  }

  static List<Path> of(Evaluation evaluation, String claimId, Optional<String> by) {
    AllChains all = new AllChains(evaluation, by);
    Claim claim = graph(evaluation).claim(claimId);
    Set<Element> visited = new LinkedHashSet<>(Set.of(Element.claim(claimId)));
    for (Stance stance : Stance.values()) {
      Walk walk = new Walk(stance, List.of(), List.of(), visited, List.of(), by.isPresent());
      all.lines(claim, stance, walk, by.isPresent());
    }
    return all.found;
  }

  private static ClaimGraph graph(Evaluation evaluation) {
    return evaluation.graph();
  }

  private boolean exists(Optional<PartialDate> date) {
    return date.isEmpty()
        || evaluation.asOf().isEmpty()
        || !date.get().firstDay().isAfter(evaluation.asOf().get().lastDay());
  }

  private boolean exists(Line line) {
    return exists(graph.begin(line));
  }

  private boolean reviewsCount(Claim claim) {
    boolean hasGround = claim.evidence().stream()
            .anyMatch(each -> each.stance() != Stance.QUALIFIES && exists(each))
        || claim.steps().stream()
            .anyMatch(each -> each.stance() != Stance.QUALIFIES && exists(each));
    return switch (evaluation.reviewPolicy()) {
      case EVIDENCE_ONLY -> false;
      case EVIDENCE_FIRST -> !hasGround;
      case REVIEWS_FIRST ->
        latestReviews(claim).stream().anyMatch(each -> each.verdict().isPresent());
    };
  }

  /** Returns the reviews that exist and that no later one of their reviewer has taken the place of. */
  private List<Review> latestReviews(Claim claim) {
    Map<String, Review> latest = new LinkedHashMap<>();
    claim.reviews().stream()
        .filter(this::exists)
        .forEach(each -> latest.put(each.reviewer(), each));
    return List.copyOf(latest.values());
  }

  private static boolean bears(Verdict published, Stance stance) {
    return switch (stance) {
      case SUPPORTS ->
        published == Verdict.SUPPORTED
            || published == Verdict.MISLEADING
            || published == Verdict.CONFLICTING;
      case REFUTES -> published == Verdict.REFUTED || published == Verdict.CONFLICTING;
      case QUALIFIES -> published == Verdict.MISLEADING;
    };
  }

  /** Follows the lines of a claim; returns whether there were any. */
  private boolean lines(Claim claim, Stance stance, Walk walk, boolean onlyOwn) {
    Predicate<Optional<String>> taken = source -> !onlyOwn || source.equals(by);
    boolean reviews = reviewsCount(claim);
    boolean others = !(evaluation.reviewPolicy() == ReviewPolicy.REVIEWS_FIRST && reviews);
    boolean any = false;
    if (others) {
      for (Evidence each : claim.evidence()) {
        if (each.stance() == stance && exists(each) && taken.test(Optional.of(each.sourceId()))) {
          any = true;
          Element line = Element.evidence(each.lineId(claim.id()));
          sources(
              walk.with(line, claim.id(), "", List.of(List.of(line)), line),
              each.sourceId(),
              claim,
              each);
        }
      }
      for (Inference each : claim.steps()) {
        if (each.stance() == stance && exists(each) && taken.test(each.by())) {
          any = true;
          inference(each, claim, walk, onlyOwn);
        }
      }
    }
    if (reviews) {
      for (Review each : latestReviews(claim)) {
        if (each.verdict().filter(verdict -> bears(verdict, stance)).isPresent()
            && taken.test(Optional.of(each.reviewer()))) {
          any = true;
          Element line = Element.review(each.lineId(claim.id()));
          sources(
              walk.with(line, claim.id(), "", List.of(List.of(line)), line),
              each.reviewer(),
              claim,
              null);
        }
      }
    }
    if (stance == Stance.REFUTES && others && !onlyOwn) {
      for (Claim other : contradictors(claim)) {
        any = true;
        Element element = Element.claim(other.id());
        Walk next = walk.with(element, claim.id(), other.id(), List.of(List.of(element)), element)
            .told(false);
        if (walk.visited.contains(element)) {
          end(next, End.CIRCLE);
        } else {
          claim(other.id(), Stance.SUPPORTS, next);
        }
      }
    }
    return any;
  }

  /** Returns the claims that the claim names, then those that name it, in the order of the document. */
  private List<Claim> contradictors(Claim claim) {
    Set<String> ids = new LinkedHashSet<>(claim.contradicts());
    graph.claims().stream()
        .filter(other -> other.contradicts().contains(claim.id()))
        .forEach(other -> ids.add(other.id()));
    return ids.stream().map(graph::claim).toList();
  }

  private void inference(Inference inference, Claim claim, Walk walk, boolean own) {
    Element line = Element.inference(inference.lineId(claim.id()));
    boolean any = false;
    for (Premise premise : inference.premises()) {
      Element place = Element.claim(premise.claimId());
      if (!walk.visited.contains(place)) {
        any = true;
        claim(
            premise.claimId(),
            premise.isNegated() ? Stance.REFUTES : Stance.SUPPORTS,
            walk.with(line, claim.id(), premise.toString(), List.of(List.of(line)), place)
                .told(own));
      }
    }
    if (!any) {
      String back = inference.premises().get(0).toString();
      end(walk.with(line, claim.id(), back, List.of(List.of(line)), line), End.CIRCLE);
    }
  }

  private void claim(String id, Stance needed, Walk walk) {
    if (evaluation.supposed(id).isPresent()) {
      end(walk, End.SUPPOSED);
      return;
    }
    Claim claim = graph.claim(id);
    boolean own = walk.told && lines(claim, needed, walk, true);
    if (!own && !lines(claim, needed, walk.told(false), false)) {
      end(walk, End.NOTHING);
    }
  }

  private void sources(Walk walk, String source, Claim claim, Evidence evidence) {
    source(walk, source, claim, evidence, evidence, List.of());
  }

  /**
   * Follows a source.
   *
   * @param reading the evidence that says how the source is read: as an exhibit, by its own coin, or altogether; null for the
   *     last of these
   * @param says the evidence of the source of which one must fire, if there is any
   */
  private void source(
      Walk walk,
      String source,
      Claim claim,
      @Nullable Evidence evidence,
      @Nullable Evidence reading,
      List<Element> says) {
    Element place = Element.source(source);
    boolean isShown = reading != null && reading.isExhibit();
    boolean isAlone = reading != null && !isShown && reading.derivedFrom().isPresent();
    List<List<Element>> conditions = new ArrayList<>();
    if (!says.isEmpty()) {
      conditions.add(says);
    }
    if (!isShown && !isAlone) {
      conditions.add(List.of(place));
    }
    Walk next = walk.with(place, "", "", conditions, place);
    if (isAlone) {
      next = next.faithful(source);
    }
    List<String> origins = isShown
        ? List.of()
        : isAlone ? reading.derivedFrom().orElseThrow() : graph.source(source).derivedFrom();
    if (origins.isEmpty()) {
      end(next, End.SOURCE);
      return;
    }
    boolean any = false;
    for (String origin : origins) {
      if (!next.visited.contains(Element.source(origin))) {
        any = true;
        List<Evidence> own = evidence == null
            ? List.of()
            : claim.evidence().stream()
                .filter(each -> each.sourceId().equals(origin)
                    && each.stance() == evidence.stance()
                    && exists(each))
                .toList();
        source(
            next,
            origin,
            claim,
            evidence,
            isAlone ? leastDemanding(own) : null,
            own.stream().map(each -> each.element(claim.id())).toList());
      }
    }
    if (!any) {
      end(next, End.CIRCLE);
    }
  }

  private static @Nullable Evidence leastDemanding(List<Evidence> evidence) {
    return evidence.stream()
        .filter(Evidence::isExhibit)
        .findFirst()
        .or(() ->
            evidence.stream().filter(each -> each.derivedFrom().isPresent()).findFirst())
        .orElse(null);
  }

  private void end(Walk walk, End end) {
    if (found.size() == MOST) {
      throw new TooMany();
    }
    Conjunction together = joint.nothing();
    for (List<Element> oneOf : walk.conditions) {
      together = together.andOneOf(oneOf);
    }
    for (String source : walk.faithful) {
      together = together.andFaithful(source);
    }
    found.add(new Path(walk.stance, walk.steps, end, end == End.CIRCLE ? 0 : together.chance()));
  }

  /** Converts a chain that was found, for comparison. */
  static Path path(Chain chain) {
    return new Path(
        chain.stance(),
        chain.steps().stream()
            .map(step -> step(
                step.element(),
                step.claimId().orElse(""),
                (step.isNextNegated() ? "not " : "") + step.next().orElse("")))
            .toList(),
        chain.end(),
        chain.chance());
  }
}
