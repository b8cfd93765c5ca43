package org.claimtrace.change;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.change.Difference.Kind;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.work.Cancellation;

/**
 * One of two evaluations that are compared: its graph as it counted there. Lines that do not exist at its date are left out, and
 * so are retractions after it; grades are those that a scenario set. Not for use by several threads.
 */
final class ComparedEvaluation {

  private final Evaluation evaluation;
  private final ClaimGraph graph;
  private final Map<String, ImmutableMap<Element, Entry>> lines = new HashMap<>();
  private final Map<String, ImmutableMap<Element, Entry>> written;
  private final Map<String, ImmutableList<String>> contradicting;

  ComparedEvaluation(Evaluation evaluation) {
    this(evaluation, new HashMap<>(), new HashMap<>());
  }

  private ComparedEvaluation(
      Evaluation evaluation,
      Map<String, ImmutableMap<Element, Entry>> written,
      Map<String, ImmutableList<String>> contradicting) {
    this.evaluation = evaluation;
    this.graph = evaluation.graph();
    this.written = written;
    this.contradicting = contradicting;
  }

  /** Another side of the same graph, by the same grades: at another date. What was read of the graph is not read again. */
  ComparedEvaluation at(Evaluation other) {
    return new ComparedEvaluation(other, written, contradicting);
  }

  /**
   * A line by what of it enters an evaluation, each in the words of the claim file. An evidence that leaves its relays to its
   * source has no {@link Kind#RELAYS}.
   *
   * @param members what it says
   * @param begin from when on it exists, if it has a date
   */
  record Entry(ImmutableMap<Kind, ImmutableList<String>> members, Optional<PartialDate> begin) {
    ImmutableList<String> of(Kind kind) {
      return members.getOrDefault(kind, ImmutableList.of());
    }
  }

  /**
   * What an evaluation of a claim reads.
   *
   * @param claims the ids of the claims, the claim itself included
   * @param sources the ids of the sources
   * @param asserting those of them that must be right, and not only relay faithfully
   */
  record Cone(Set<String> claims, Set<String> sources, Set<String> asserting) {}

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

  /** The lines of a claim that exist, in the order of the document; none where there is no such claim. */
  ImmutableMap<Element, Entry> lines(String claimId) {
    return lines.computeIfAbsent(claimId, this::existing);
  }

  private ImmutableMap<Element, Entry> existing(String claimId) {
    ImmutableMap<Element, Entry> all = written.computeIfAbsent(claimId, this::entries);
    return all.values().stream().allMatch(entry -> hasBegun(entry.begin()))
        ? all
        : ImmutableMap.copyOf(Maps.filterValues(all, entry -> hasBegun(entry.begin())));
  }

  /** When a line that the document has begins to exist; empty where it has none of the kind and id on the claim. */
  Optional<Optional<PartialDate>> beginOfWritten(String claimId, Element line) {
    boolean isThere = graph.findLine(line.id()).filter(line::equals).isPresent()
        && graph.claimOf(line.id()).id().equals(claimId);
    return isThere ? Optional.of(begin(line)) : Optional.empty();
  }

  private Optional<PartialDate> begin(Element line) {
    return line.kind().isLine() ? graph.begin(graph.line(line.id())) : Optional.empty();
  }

  private ImmutableMap<Element, Entry> entries(String claimId) {
    Optional<Claim> claim = graph.findClaim(claimId);
    if (claim.isEmpty()) {
      return ImmutableMap.of();
    }
    ImmutableMap.Builder<Element, Entry> entries = ImmutableMap.builder();
    for (Evidence each : claim.get().evidence()) {
      add(
          entries,
          Element.evidence(each.lineId(claimId)),
          graph.begin(each),
          members(claimId, each));
    }
    for (Inference each : claim.get().inferences()) {
      add(entries, Element.inference(each.lineId(claimId)), each.date(), members(claimId, each));
    }
    for (Review each : claim.get().reviews()) {
      add(entries, Element.review(each.lineId(claimId)), graph.begin(each), members(claimId, each));
    }
    return entries.buildOrThrow();
  }

  private void add(
      ImmutableMap.Builder<Element, Entry> entries,
      Element line,
      Optional<PartialDate> begin,
      ImmutableMap<Kind, ImmutableList<String>> members) {
    entries.put(line, new Entry(members, begin));
  }

  private boolean hasBegun(Optional<PartialDate> begin) {
    return begin.isEmpty()
        || evaluation.asOf().isEmpty()
        || begin.get().beginsBy(evaluation.asOf().get());
  }

  private ImmutableMap<Kind, ImmutableList<String>> members(String claimId, Evidence evidence) {
    ImmutableMap.Builder<Kind, ImmutableList<String>> members = ImmutableMap.builder();
    members
        .put(Kind.SOURCE, ImmutableList.of(evidence.source()))
        .put(Kind.STANCE, ImmutableList.of(evidence.stance().toString()))
        .put(Kind.STRENGTH, grade(Element.evidence(evidence.lineId(claimId)), evidence.strength()));
    evidence.via().ifPresent(via -> members.put(Kind.RELAYS, via));
    return members
        .put(Kind.UNLESS, evidence.unless())
        .put(Kind.OVERRIDES, evidence.overrides())
        .buildOrThrow();
  }

  private ImmutableMap<Kind, ImmutableList<String>> members(String claimId, Inference inference) {
    return ImmutableMap.<Kind, ImmutableList<String>>builder()
        .put(Kind.STANCE, ImmutableList.of(inference.stance().toString()))
        .put(
            Kind.STRENGTH,
            grade(Element.inference(inference.lineId(claimId)), inference.strength()))
        .put(
            Kind.PREMISES,
            inference.premises().stream().map(Premise::toString).collect(toImmutableList()))
        .put(Kind.ASSUMING, inference.assuming())
        .put(Kind.UNLESS, inference.unless())
        .put(Kind.OVERRIDES, inference.overrides())
        .buildOrThrow();
  }

  private ImmutableMap<Kind, ImmutableList<String>> members(String claimId, Review review) {
    return ImmutableMap.of(
        Kind.SOURCE, ImmutableList.of(review.reviewer()),
        Kind.STRENGTH, grade(Element.review(review.lineId(claimId)), Grade.ONE),
        Kind.PUBLISHED_VERDICT, ImmutableList.of(review.verdict().toString()),
        Kind.OVERRIDES, review.overrides());
  }

  private ImmutableList<String> grade(Element element, Grade written) {
    double counted = evaluation.grade(element);
    return ImmutableList.of((counted == written.value() ? written : Grade.of(counted)).toString());
  }

  /** What of a source enters an evaluation, in the manner of {@link Entry}. */
  ImmutableMap<Kind, ImmutableList<String>> source(String sourceId) {
    Source source = graph.source(sourceId);
    return ImmutableMap.of(
        Kind.RELIABILITY, grade(Element.source(sourceId), source.reliability()),
        Kind.DERIVED_FROM, source.derivedFrom(),
        Kind.READ_IN, source.readIn(),
        Kind.RETRACTED,
            source
                .retracted()
                .filter(retraction -> hasBegun(Optional.of(retraction.date())))
                .map(retraction -> ImmutableList.of(retraction.date().toString()))
                .orElse(ImmutableList.of()));
  }

  /** The claims that cannot be true together with a claim, as the document has them, on whichever side they are written. */
  ImmutableList<String> contradicting(String claimId) {
    return hasClaim(claimId)
        ? contradicting.computeIfAbsent(claimId, evaluation::contradicting)
        : ImmutableList.of();
  }

  /** The relays of an evidence, its own or those of its source. */
  ImmutableList<String> relays(Entry evidence) {
    return evidence.members().containsKey(Kind.RELAYS)
        ? evidence.of(Kind.RELAYS)
        : graph.source(evidence.of(Kind.SOURCE).get(0)).readIn();
  }

  /** When a source is retracted, if it is by the date of this side. */
  Optional<PartialDate> retraction(String sourceId) {
    return source(sourceId).getOrDefault(Kind.RETRACTED, ImmutableList.of()).stream()
        .findFirst()
        .map(PartialDate::parse);
  }

  /** A graph of nothing but what can bear on a claim, each line with its date and its relays. */
  ClaimGraph only(Cone cone) {
    ClaimGraph.Builder part = ClaimGraph.builder(graph.id()).title(graph.title());
    for (Source source : graph.sources()) {
      if (cone.sources().contains(source.id())) {
        Source.Builder builder = Source.builder(source.id())
            .title(source.id())
            .reliability(grade(reliability(source.id())));
        if (!evaluation.ignoresDerivation() && cone.asserting().contains(source.id())) {
          builder.derivedFrom(source.derivedFrom());
        }
        retraction(source.id())
            .ifPresent(date -> builder.retracted(Retraction.builder(date.toString())));
        part.source(builder);
      }
    }
    for (Claim claim : graph.claims()) {
      if (cone.claims().contains(claim.id())) {
        Claim.Builder builder =
            Claim.builder(claim.id()).text(claim.text()).contradicts(claim.contradicts());
        Set<String> there = new LinkedHashSet<>();
        lines(claim.id()).keySet().forEach(line -> there.add(line.id()));
        lines(claim.id()).forEach((line, entry) -> parts(line, entry, there).addTo(builder));
        part.claim(builder);
      }
    }
    return part.build();
  }

  private String reliability(String sourceId) {
    return source(sourceId).getOrDefault(Kind.RELIABILITY, ImmutableList.of()).get(0);
  }

  private LineParts parts(Element line, Entry entry, Set<String> there) {
    return new LineParts(
        line.kind(),
        line.id(),
        entry::of,
        line.kind() == Element.Kind.EVIDENCE ? Optional.of(relays(entry)) : Optional.empty(),
        entry.of(Kind.OVERRIDES).stream().filter(there::contains).collect(toImmutableList()),
        entry.begin());
  }

  /** What can bear on a claim. */
  Cone cone(String claimId) {
    return cone(ImmutableList.of(this), ImmutableList.of(claimId));
  }

  /** What a source that must be right is derived from, as far as that counts; nothing where there is no such source. */
  ImmutableList<String> origins(String sourceId) {
    return evaluation.ignoresDerivation()
        ? ImmutableList.of()
        : graph.findSource(sourceId).map(Source::derivedFrom).orElse(ImmutableList.of());
  }

  /** What can bear on some claims where each line may be as any of some sides has it. */
  static Cone cone(Iterable<ComparedEvaluation> sides, Collection<String> roots) {
    Map<String, Boolean> claims = new LinkedHashMap<>();
    Set<String> sources = new LinkedHashSet<>();
    Set<String> asserting = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.addAll(roots);
    while (!open.isEmpty()) {
      Cancellation.check();
      String id = open.remove();
      if (claims.put(id, true) != null) {
        continue;
      }
      for (ComparedEvaluation side : sides) {
        open.addAll(side.contradicting(id));
        side.lines(id).forEach((line, entry) -> side.read(line, entry, open, sources, asserting));
      }
    }
    origins(sides, asserting);
    sources.addAll(asserting);
    return new Cone(claims.keySet(), sources, asserting);
  }

  /** The claims that the lines of a claim read, and those that contradict it. */
  List<String> readBy(String claimId) {
    List<String> claims = new ArrayList<>(contradicting(claimId));
    lines(claimId).values().forEach(entry -> addClaims(entry, claims));
    return claims;
  }

  /** The claims that a line reads. */
  static List<String> claimsOf(Entry entry) {
    List<String> claims = new ArrayList<>();
    addClaims(entry, claims);
    return claims;
  }

  private static void addClaims(Entry entry, Collection<String> claims) {
    entry.of(Kind.PREMISES).forEach(premise -> claims.add(premise(premise).claim()));
    claims.addAll(entry.of(Kind.ASSUMING));
    claims.addAll(entry.of(Kind.UNLESS));
  }

  private void read(
      Element line, Entry entry, Deque<String> claims, Set<String> sources, Set<String> asserting) {
    addClaims(entry, claims);
    asserting.addAll(entry.of(Kind.SOURCE));
    if (line.kind() == Element.Kind.EVIDENCE) {
      sources.addAll(relays(entry));
    }
  }

  private static void origins(Iterable<ComparedEvaluation> sides, Set<String> asserting) {
    Deque<String> open = new ArrayDeque<>(asserting);
    while (!open.isEmpty()) {
      String id = open.remove();
      for (ComparedEvaluation side : sides) {
        for (String origin : side.origins(id)) {
          if (asserting.add(origin)) {
            open.add(origin);
          }
        }
      }
    }
  }

  /** A premise as {@link Premise#toString} writes it. */
  static Premise premise(String text) {
    return text.startsWith("not ")
        ? Premise.not(text.substring("not ".length()))
        : Premise.of(text);
  }

  static Grade grade(String text) {
    return Grade.findStrength(text)
        .or(() -> Grade.findReliability(text))
        .orElseGet(() -> Grade.of(Double.parseDouble(text)));
  }

  static Stance stance(String word) {
    return Stance.find(word).orElseThrow();
  }

  static Verdict verdict(String word) {
    return Verdict.find(word).orElseThrow();
  }
}
