package org.claimtrace.change;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Line;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;

/**
 * One side of a comparison: the graph of an evaluation as it counted there. Lines that do not exist at its date and retractions
 * after it are left out; grades that a scenario sets replace those of the graph. Not safe for use by several threads.
 */
final class ComparedEvaluation {

  private final Evaluation evaluation;
  private final ClaimGraph graph;
  private final Map<String, ImmutableMap<Element, CountedLine>> lines = new HashMap<>();
  private final Map<String, ImmutableMap<Element, CountedLine>> written;
  private final Map<String, ImmutableList<String>> contradicting;

  ComparedEvaluation(Evaluation evaluation) {
    this(evaluation, new HashMap<>(), new HashMap<>());
  }

  private ComparedEvaluation(
      Evaluation evaluation,
      Map<String, ImmutableMap<Element, CountedLine>> written,
      Map<String, ImmutableList<String>> contradicting) {
    this.evaluation = evaluation;
    this.graph = evaluation.graph();
    this.written = written;
    this.contradicting = contradicting;
  }

  /** Returns a side with the same graph and grades at another date, which shares what was read from the graph. */
  ComparedEvaluation at(Evaluation other) {
    return new ComparedEvaluation(other, written, contradicting);
  }

  Evaluation evaluation() {
    return evaluation;
  }

  ClaimGraph graph() {
    return graph;
  }

  boolean hasClaim(String claimId) {
    return graph.findClaim(claimId).isPresent();
  }

  boolean hasSource(String sourceId) {
    return graph.findSource(sourceId).isPresent();
  }

  /**
   * Returns the lines of a claim that count, in the order of the document; empty if there is no such claim. Of several reviews by
   * one reviewer it is the latest that exists, under the id of the latest that the document has.
   */
  ImmutableMap<Element, CountedLine> lines(String claimId) {
    return lines.computeIfAbsent(claimId, this::existing);
  }

  private ImmutableMap<Element, CountedLine> existing(String claimId) {
    ImmutableMap<Element, CountedLine> all = written.computeIfAbsent(claimId, this::counted);
    if (all.values().stream().allMatch(this::countsAsWritten)) {
      return all;
    }
    ImmutableMap.Builder<Element, CountedLine> existing = ImmutableMap.builder();
    all.forEach((element, line) -> {
      if (hasBegun(line.begin()) && !hasEnded(line)) {
        existing.put(
            line.line() instanceof Review review ? current(claimId, review) : element,
            new CountedLine(
                line.line(),
                line.strength(),
                line.begin(),
                line.end(),
                line.withdrawn().filter(this::hasCome),
                overridden(line)));
      }
    });
    return existing.buildOrThrow();
  }

  private boolean countsAsWritten(CountedLine line) {
    return hasBegun(line.begin())
        && line.end().isEmpty()
        && line.withdrawn().equals(line.withdrawn().filter(this::hasCome))
        && line.overrides().stream().noneMatch(this::isOneOfSeveralReviews);
  }

  private boolean hasEnded(CountedLine line) {
    return line.end().filter(this::hasCome).isPresent();
  }

  private boolean hasCome(PartialDate date) {
    return evaluation.asOf().isEmpty() || date.beginsBy(evaluation.asOf().get());
  }

  /** Returns the review that the document names when it names the reviewer of a claim: the latest. */
  private static Element current(String claimId, Review review) {
    return Element.review(claimId + "/reviews/" + review.reviewer());
  }

  private boolean isOneOfSeveralReviews(String lineId) {
    return graph
        .findReview(lineId)
        .filter(review ->
            review.isSuperseded() || reviewsBy(review.reviewer(), lineId).size() > 1)
        .isPresent();
  }

  private List<Review> reviewsBy(String reviewer, String lineId) {
    return graph.claimOf(lineId).reviews().stream()
        .filter(each -> each.reviewer().equals(reviewer))
        .toList();
  }

  /** Returns the ids of the lines that a line overrides, without reviews that others took the place of or that do not exist yet. */
  private ImmutableList<String> overridden(CountedLine line) {
    ImmutableList.Builder<String> ids = ImmutableList.builder();
    for (String id : line.overrides()) {
      if (!isOneOfSeveralReviews(id)) {
        ids.add(id);
        continue;
      }
      String claimId = graph.claimOf(id).id();
      Review review = graph.findReview(id).orElseThrow();
      boolean isCurrent =
          evaluation.reviewsOf(claimId).contains(review) && hasBegun(evaluation.begin(review));
      if (isCurrent) {
        ids.add(current(claimId, review).id());
      }
    }
    return ids.build();
  }

  /**
   * Returns the lines of a claim that exist or existed, each under its own id, in the order of the document: those too that others
   * took the place of.
   */
  ImmutableMap<Element, CountedLine> everExisting(String claimId) {
    return ImmutableMap.copyOf(Maps.filterValues(
        written.computeIfAbsent(claimId, this::counted), line -> hasBegun(line.begin())));
  }

  /** Returns these lines and, so that reviews keep their ids, the reviews that will take the place of one of them. */
  private ImmutableMap<Element, CountedLine> everExistingAndTheirSuccessors(String claimId) {
    ImmutableMap<Element, CountedLine> begun = everExisting(claimId);
    Set<String> reviewers = new HashSet<>();
    begun.values().stream()
        .filter(line -> line.end().isPresent())
        .forEach(line -> line.source().ifPresent(reviewers::add));
    return reviewers.isEmpty()
        ? begun
        : ImmutableMap.copyOf(Maps.filterEntries(
            written.computeIfAbsent(claimId, this::counted),
            each -> begun.containsKey(each.getKey())
                || (each.getValue().line() instanceof Review review
                    && reviewers.contains(review.reviewer()))));
  }

  /** Returns the date from which a line of the document exists, if it has one; empty if the claim has no line of that kind and id. */
  Optional<Optional<PartialDate>> beginOfWritten(String claimId, Element line) {
    boolean isThere = graph.findLine(line.id()).filter(line::equals).isPresent()
        && graph.claimOf(line.id()).id().equals(claimId);
    return isThere ? Optional.of(evaluation.begin(graph.line(line.id()))) : Optional.empty();
  }

  private ImmutableMap<Element, CountedLine> counted(String claimId) {
    Optional<Claim> claim = graph.findClaim(claimId);
    if (claim.isEmpty()) {
      return ImmutableMap.of();
    }
    ImmutableMap.Builder<Element, CountedLine> counted = ImmutableMap.builder();
    for (Evidence each : claim.get().evidence()) {
      Optional<PartialDate> withdrawn = each.retracted().map(Retraction::date);
      add(counted, claimId, each, each.strength(), Optional.empty(), withdrawn);
    }
    for (Inference each : claim.get().steps()) {
      add(counted, claimId, each, each.strength(), Optional.empty(), Optional.empty());
    }
    ImmutableList<Review> reviews = claim.get().reviews();
    for (int i = 0; i < reviews.size(); i++) {
      Optional<PartialDate> end =
          reviews.get(i).isSuperseded() ? reviews.get(i + 1).date() : Optional.empty();
      add(counted, claimId, reviews.get(i), Grade.ONE, end, Optional.empty());
    }
    return counted.buildOrThrow();
  }

  private void add(
      ImmutableMap.Builder<Element, CountedLine> counted,
      String claimId,
      Line line,
      Grade strength,
      Optional<PartialDate> end,
      Optional<PartialDate> withdrawn) {
    Element element = line.element(claimId);
    Grade grade = strength.withValue(evaluation.grade(element));
    counted.put(
        element,
        new CountedLine(line, grade, evaluation.begin(line), end, withdrawn, line.overrides()));
  }

  /** Equals {@link Evaluation#exists}, but without looking up the date, since a history calls it for each line at each date. */
  private boolean hasBegun(Optional<PartialDate> begin) {
    return begin.isEmpty()
        || evaluation.asOf().isEmpty()
        || begin.get().beginsBy(evaluation.asOf().get());
  }

  /** Returns the attributes of a source that count in an evaluation. */
  CountedSource source(String sourceId) {
    Source source = graph.source(sourceId);
    return new CountedSource(
        source.reliability().withValue(evaluation.grade(Element.source(sourceId))),
        source.derivedFrom(),
        source.readIn(),
        source.retracted().map(Retraction::date).filter(date -> evaluation.isRetracted(sourceId)));
  }

  /** Returns the claims that contradict a claim, whichever of the two declares it, in the order of the document. */
  ImmutableList<String> contradicting(String claimId) {
    return hasClaim(claimId)
        ? contradicting.computeIfAbsent(claimId, evaluation::contradicting)
        : ImmutableList.of();
  }

  /** Returns the relays of a piece of evidence, which are its own or those of its source; other lines have none. */
  ImmutableList<String> relays(CountedLine line) {
    return line.line() instanceof Evidence evidence ? graph.relays(evidence) : ImmutableList.of();
  }

  /** Returns the sources that a piece of evidence passes on by its own list or by that of its source; other lines have none. */
  ImmutableList<String> origins(CountedLine line) {
    return line.line() instanceof Evidence evidence ? graph.origins(evidence) : ImmutableList.of();
  }

  /**
   * Returns the graph restricted to a cone, each line with its date and its relays. The steps from parts are inferences in it,
   * since a scenario may have struck one of them.
   */
  ClaimGraph only(Cone cone) {
    ClaimGraph.Builder part = ClaimGraph.builder(graph.id()).title(graph.title());
    for (Source source : graph.sources()) {
      if (cone.sources().contains(source.id())) {
        SourceDraft draft = new SourceDraft(source(source.id()));
        draft.readIn(ImmutableList.of());
        if (evaluation.ignoresDerivation() || !cone.asserting().contains(source.id())) {
          draft.derivedFrom(ImmutableList.of());
        }
        part.source(draft.source(source.id(), id -> true));
      }
    }
    Map<String, String> names = new HashMap<>();
    for (String claimId : cone.claims()) {
      everExistingAndTheirSuccessors(claimId)
          .forEach((line, counted) -> names.put(line.id(), name(line, counted)));
    }
    for (Claim claim : graph.claims()) {
      if (cone.claims().contains(claim.id())) {
        Claim.Builder builder =
            Claim.builder(claim.id()).text(claim.text()).allContradicts(claim.contradicts());
        everExistingAndTheirSuccessors(claim.id())
            .forEach((line, counted) ->
                draft(counted, names).addTo(builder, names.getOrDefault(line.id(), line.id())));
        part.claim(builder);
      }
    }
    return part.build();
  }

  private LineDraft draft(CountedLine counted, Map<String, String> names) {
    LineDraft draft = new LineDraft(counted);
    draft.relays(relays(counted));
    draft.overrides(draft.overrides().stream()
        .filter(names::containsKey)
        .map(names::get)
        .collect(toImmutableList()));
    draft.date(counted.begin());
    draft.withdrawn(counted.withdrawn().filter(this::hasCome));
    if (evaluation.ignoresDerivation() && counted.ownOrigins().isPresent()) {
      draft.origins(Optional.of(ImmutableList.of()));
    }
    return draft;
  }

  private String name(Element line, CountedLine counted) {
    String name = LineDraft.name(line, counted);
    while (!name.equals(line.id()) && graph.findLine(name).isPresent()) {
      name += "-";
    }
    return name;
  }

  /** Returns what an element reads on this side, without repetition; empty if this side does not have it. */
  Set<Dependency> readBy(Dependency reader) {
    return switch (reader.role()) {
      case CLAIM -> readByClaim(reader.id());
      case ASSERTING ->
        origins(reader.id()).stream().map(Dependency::asserting).collect(toImmutableSet());
      case RELAYING, SHOWING -> ImmutableSet.of();
    };
  }

  private Set<Dependency> readByClaim(String claimId) {
    Set<Dependency> read = new LinkedHashSet<>();
    contradicting(claimId).forEach(other -> read.add(Dependency.claim(other)));
    for (CountedLine line : lines(claimId).values()) {
      line.claims().forEach(other -> read.add(Dependency.claim(other)));
      read.addAll(line.sources());
      relays(line).forEach(source -> read.add(Dependency.relaying(source)));
    }
    return read;
  }

  /** Returns what the evidence of a claim reads if some of its values are those of another side. */
  Set<Dependency> readIfMixed(ComparedEvaluation other, String claimId) {
    Set<Dependency> read = new LinkedHashSet<>();
    lines(claimId).forEach((element, line) -> {
      CountedLine there = other.lines(claimId).get(element);
      if (there != null) {
        read.addAll(line.sourcesMixedWith(there));
      }
    });
    return read;
  }

  /** Returns the origins of a source that count; empty if there is no such source. */
  private ImmutableList<String> origins(String sourceId) {
    return hasSource(sourceId) ? evaluation.origins(sourceId) : ImmutableList.of();
  }
}
