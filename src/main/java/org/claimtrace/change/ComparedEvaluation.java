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

  /** Returns the lines of a claim that exist, in the order of the document; empty if there is no such claim. */
  ImmutableMap<Element, CountedLine> lines(String claimId) {
    return lines.computeIfAbsent(claimId, this::existing);
  }

  private ImmutableMap<Element, CountedLine> existing(String claimId) {
    ImmutableMap<Element, CountedLine> all = written.computeIfAbsent(claimId, this::counted);
    return all.values().stream().allMatch(line -> hasBegun(line.begin()))
        ? all
        : ImmutableMap.copyOf(Maps.filterValues(all, line -> hasBegun(line.begin())));
  }

  /** Returns the date from which a line of the document exists, if it has one; empty if the claim has no line of that kind and id. */
  Optional<Optional<PartialDate>> beginOfWritten(String claimId, Element line) {
    boolean isThere = graph.findLine(line.id()).filter(line::equals).isPresent()
        && graph.claimOf(line.id()).id().equals(claimId);
    return isThere ? Optional.of(begin(line)) : Optional.empty();
  }

  private Optional<PartialDate> begin(Element line) {
    return line.kind().isLine() ? graph.begin(graph.line(line.id())) : Optional.empty();
  }

  private ImmutableMap<Element, CountedLine> counted(String claimId) {
    Optional<Claim> claim = graph.findClaim(claimId);
    if (claim.isEmpty()) {
      return ImmutableMap.of();
    }
    ImmutableMap.Builder<Element, CountedLine> counted = ImmutableMap.builder();
    for (Evidence each : claim.get().evidence()) {
      add(counted, claimId, each, each.strength());
    }
    for (Inference each : claim.get().steps()) {
      add(counted, claimId, each, each.strength());
    }
    for (Review each : claim.get().reviews()) {
      add(counted, claimId, each, Grade.ONE);
    }
    return counted.buildOrThrow();
  }

  private void add(
      ImmutableMap.Builder<Element, CountedLine> counted,
      String claimId,
      Line line,
      Grade strength) {
    Element element = line.element(claimId);
    counted.put(
        element,
        new CountedLine(line, strength.withValue(evaluation.grade(element)), graph.begin(line)));
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

  /** Returns the graph restricted to a cone, each line with its date and its relays. */
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
    for (Claim claim : graph.claims()) {
      if (cone.claims().contains(claim.id())) {
        Claim.Builder builder =
            Claim.builder(claim.id()).text(claim.text()).allContradicts(claim.contradicts());
        Set<String> there = new HashSet<>();
        lines(claim.id()).keySet().forEach(line -> there.add(line.id()));
        lines(claim.id())
            .forEach((line, counted) -> draft(counted, there).addTo(builder, line.id()));
        part.claim(builder);
      }
    }
    return part.build();
  }

  private LineDraft draft(CountedLine counted, Set<String> there) {
    LineDraft draft = new LineDraft(counted);
    draft.relays(relays(counted));
    draft.overrides(draft.overrides().stream().filter(there::contains).collect(toImmutableList()));
    draft.date(counted.begin());
    return draft;
  }

  /** Returns what an element reads on this side, without repetition; empty if this side does not have it. */
  Set<Dependency> readBy(Dependency reader) {
    return switch (reader.role()) {
      case CLAIM -> readByClaim(reader.id());
      case ASSERTING ->
        origins(reader.id()).stream().map(Dependency::asserting).collect(toImmutableSet());
      case RELAYING -> ImmutableSet.of();
    };
  }

  private Set<Dependency> readByClaim(String claimId) {
    Set<Dependency> read = new LinkedHashSet<>();
    contradicting(claimId).forEach(other -> read.add(Dependency.claim(other)));
    for (CountedLine line : lines(claimId).values()) {
      line.claims().forEach(other -> read.add(Dependency.claim(other)));
      line.source().ifPresent(source -> read.add(Dependency.asserting(source)));
      relays(line).forEach(source -> read.add(Dependency.relaying(source)));
    }
    return read;
  }

  /** Returns the origins of a source that count; empty if there is no such source. */
  private ImmutableList<String> origins(String sourceId) {
    return hasSource(sourceId) ? evaluation.origins(sourceId) : ImmutableList.of();
  }
}
