package org.claimtrace.evaluation;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.claimtrace.evaluation.ChangedGraph.Kind;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Line;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;

/** What can bear on how a claim comes out, by itself or together with something else; counted where random graphs are drawn. */
enum Feature {
  SUPPORTING_EVIDENCE(at -> at.evidence(each -> each.stance() == Stance.SUPPORTS)),
  REFUTING_EVIDENCE(at -> at.evidence(each -> each.stance() == Stance.REFUTES)),
  QUALIFYING_EVIDENCE(at -> at.evidence(each -> each.stance() == Stance.QUALIFIES)),
  SUPPORTING_STEP(at -> at.step(each -> each.stance() == Stance.SUPPORTS)),
  REFUTING_STEP(at -> at.step(each -> each.stance() == Stance.REFUTES)),
  QUALIFYING_STEP(at -> at.step(each -> each.stance() == Stance.QUALIFIES)),
  SEVERAL_EVIDENCE_OF_A_SOURCE(
      at -> at.evidenceSources().distinct().count() < at.evidenceSources().count()),
  SEVERAL_STEPS(at -> at.claim.inferences().size() > 1),
  NEGATED_PREMISE(at -> at.step(each -> each.premises().stream().anyMatch(Premise::isNegated))),
  SEVERAL_PREMISES(at -> at.step(each -> each.premises().size() > 1)),
  ASSUMPTION(at -> at.step(each -> !each.assuming().isEmpty())),
  EXCEPTION_TO_EVIDENCE(at -> at.evidence(each -> !each.unless().isEmpty())),
  EXCEPTION_TO_STEP(at -> at.step(each -> !each.unless().isEmpty())),
  OVERRIDING_EVIDENCE(at -> at.evidence(each -> !each.overrides().isEmpty())),
  OVERRIDING_STEP(at -> at.step(each -> !each.overrides().isEmpty())),
  OVERRIDING_REVIEW(at -> at.review(each -> !each.overrides().isEmpty())),
  RELAY(at -> at.evidence(each -> each.via().filter(via -> !via.isEmpty()).isPresent())),
  READ_DIRECTLY(at -> at.evidence(each -> each.via().filter(List::isEmpty).isPresent())),
  READ_IN(at -> at.source(each -> !each.readIn().isEmpty())),
  COPY(at -> at.source(each -> !each.derivedFrom().isEmpty())),
  COPY_BESIDE_ITS_ORIGIN(At::hasCopyBesideItsOrigin),
  RING_OF_SOURCES(at -> at.source(each -> at.origins(each.id()).contains(each.id()))),
  RING_OF_CLAIMS(At::isInRing),
  CONTRADICTION_WRITTEN_HERE(at -> !at.claim.contradicts().isEmpty()),
  CONTRADICTION_WRITTEN_THERE(at ->
      at.graph.claims().stream().anyMatch(each -> each.contradicts().contains(at.claim.id()))),
  REVIEW_SUPPORTED(
      at -> at.review(each -> each.verdict().filter(Verdict.SUPPORTED::equals).isPresent())),
  REVIEW_MISLEADING(
      at -> at.review(each -> each.verdict().filter(Verdict.MISLEADING::equals).isPresent())),
  REVIEW_REFUTED(
      at -> at.review(each -> each.verdict().filter(Verdict.REFUTED::equals).isPresent())),
  REVIEW_CONFLICTING(
      at -> at.review(each -> each.verdict().filter(Verdict.CONFLICTING::equals).isPresent())),
  REVIEW_UNVERIFIED(
      at -> at.review(each -> each.verdict().filter(Verdict.UNVERIFIED::equals).isPresent())),
  REVIEW_UNMAPPED(at -> at.review(each -> each.verdict().isEmpty())),
  REVIEW_SUPERSEDED(at -> at.review(Review::isSuperseded)),
  EXHIBIT(at -> at.evidence(Evidence::isExhibit)),
  OWN_DERIVATION(
      at -> at.evidence(each -> each.derivedFrom().filter(own -> !own.isEmpty()).isPresent())),
  OWN_REPORTING(
      at -> at.evidence(each -> each.derivedFrom().filter(List::isEmpty).isPresent())),
  WITHDRAWN_EVIDENCE(at -> at.evidence(each -> each.retracted().isPresent())),
  PARTS(at -> !at.claim.parts().isEmpty()),
  OVERRIDES_WHAT_CONTRADICTS_IT(At::hasForeignOverride),
  RETRACTED_SOURCE(at -> at.source(each -> each.retracted().isPresent())),
  DATED_EVIDENCE(at -> at.evidence(each -> each.date().isPresent())),
  DATED_STEP(at -> at.step(each -> each.date().isPresent())),
  DATED_REVIEW(at -> at.review(each -> each.date().isPresent())),
  DATED_SOURCE(at -> at.source(each -> each.published().isPresent())),
  STRENGTH_OF_NOTHING(at -> at.strengths().anyMatch(each -> each.value() == 0)),
  OPEN_STRENGTH(at -> at.strengths().anyMatch(each -> !each.isCertain())),
  RELIABILITY_OF_NOTHING(at -> at.source(each -> each.reliability().value() == 0)),
  OPEN_RELIABILITY(at -> at.source(each -> !each.reliability().isCertain())),
  STEP_BY_SOMEBODY(at -> at.step(each -> each.by().isPresent())),
  ANSWERED_QUESTION(at -> at.step(each -> !each.answers().isEmpty())),
  APPEARANCE(at -> !at.claim.appearances().isEmpty()),

  EVIDENCE_FIRST(at -> at.options.reviews() == ReviewPolicy.EVIDENCE_FIRST),
  EVIDENCE_ONLY(at -> at.options.reviews() == ReviewPolicy.EVIDENCE_ONLY),
  REVIEWS_FIRST(at -> at.options.reviews() == ReviewPolicy.REVIEWS_FIRST),
  AS_OF_A_DATE(at -> at.options.asOf().isPresent()),
  DERIVATION_IGNORED(at -> at.options.ignoresDerivation()),
  SUPPOSED_ACCEPTED(at -> at.isSupposed(Supposition.ACCEPTED)),
  SUPPOSED_REJECTED(at -> at.isSupposed(Supposition.REJECTED)),
  SUPPOSED_OPEN(at -> at.isSupposed(Supposition.OPEN)),
  REVIEWS_LEFT_OUT(at -> at.changed.isUnreviewed(at.claim.id())),
  BY_LOGIC(at -> at.way == ChangedGraph.Way.BY_LOGIC),
  CERTAIN(at -> at.way != ChangedGraph.Way.BY_LOGIC && at.method == Method.CERTAIN),
  EXACT(at -> at.method == Method.EXACT),
  SAMPLED(at -> at.method == Method.SAMPLED),

  EVIDENCE_ADDED(at -> at.changed.isDone(Kind.ADD_EVIDENCE, at.claim.id())),
  STEP_ADDED(at -> at.changed.isDone(Kind.ADD_INFERENCE, at.claim.id())),
  SEVERAL_LINES_ADDED(at -> at.changed.added() > 1),
  LINE_ADDED_BELOW(at -> at.read().stream().anyMatch(at::isLonger)),
  LINE_ADDED_TO_WHAT_CONTRADICTS_IT(at -> at.contradicting().anyMatch(at::isLonger)),
  LINE_STRUCK(at -> at.changed.isDone(Kind.STRIKE, at.claim.id())),
  STRENGTH_SET(at -> at.changed.isDone(Kind.SET_STRENGTH, at.claim.id())),
  SUPPOSED_IN_THE_SCENARIO(at -> at.changed.isDone(Kind.SUPPOSE, at.claim.id())),
  SOURCE_DISCREDITED(at -> at.isSourceChanged(Kind.DISCREDIT)),
  SOURCE_VINDICATED(at -> at.isSourceChanged(Kind.VINDICATE)),
  RELIABILITY_SET(at -> at.isSourceChanged(Kind.SET_RELIABILITY));

  /** Of each of these sets, one is there. */
  private static final List<Set<Feature>> ALTERNATIVES = List.of(
      EnumSet.of(EVIDENCE_FIRST, EVIDENCE_ONLY, REVIEWS_FIRST),
      EnumSet.of(SUPPOSED_ACCEPTED, SUPPOSED_REJECTED, SUPPOSED_OPEN),
      EnumSet.of(BY_LOGIC, CERTAIN, EXACT, SAMPLED));

  @SuppressWarnings("ImmutableEnumChecker") // None of them captures anything.
  private final Predicate<At> isThere;

  Feature(Predicate<At> isThere) {
    this.isThere = isThere;
  }

  /** The features of a claim. */
  static Set<Feature> of(At at) {
    Set<Feature> found = EnumSet.noneOf(Feature.class);
    for (Feature each : values()) {
      if (each.isThere.test(at)) {
        found.add(each);
      }
    }
    return found;
  }

  /** Whether two features exclude each other. */
  boolean excludes(Feature other) {
    return this != other
        && ALTERNATIVES.stream().anyMatch(all -> all.contains(this) && all.contains(other));
  }

  /**
   * A claim in a scenario.
   *
   * @param graph the graph as the scenario has it
   * @param method how the evaluation that the scenario starts from was computed
   */
  record At(
      ClaimGraph graph,
      Claim claim,
      Options options,
      ChangedGraph.Way way,
      Method method,
      ChangedGraph changed) {

    private boolean evidence(Predicate<Evidence> is) {
      return claim.evidence().stream().anyMatch(is);
    }

    private boolean step(Predicate<Inference> is) {
      return claim.inferences().stream().anyMatch(is);
    }

    private boolean review(Predicate<Review> is) {
      return claim.reviews().stream().anyMatch(is);
    }

    private Stream<String> evidenceSources() {
      return claim.evidence().stream().map(Evidence::sourceId);
    }

    /** The sources of evidence and reviews, and the relays. */
    private Stream<String> sources() {
      return Stream.concat(
          claim.evidence().stream()
              .flatMap(each -> Stream.concat(
                  Stream.of(each.sourceId()),
                  each.via().orElse(graph.source(each.sourceId()).readIn()).stream())),
          claim.reviews().stream().map(Review::reviewer));
    }

    private boolean source(Predicate<Source> is) {
      return sources().map(graph::source).anyMatch(is);
    }

    private boolean isSourceChanged(Kind kind) {
      return sources().anyMatch(id -> changed.isDone(kind, id));
    }

    private Stream<Grade> strengths() {
      return Stream.concat(
          claim.evidence().stream().map(Evidence::strength),
          claim.inferences().stream().map(Inference::strength));
    }

    private boolean isSupposed(Supposition supposition) {
      return Objects.equals(options.suppositions().get(claim.id()), supposition);
    }

    /** The sources that a source goes back to. */
    private Set<String> origins(String source) {
      Set<String> found = new HashSet<>(graph.source(source).derivedFrom());
      while (found.addAll(found.stream()
          .flatMap(each -> graph.source(each).derivedFrom().stream())
          .toList())) {}
      return found;
    }

    private boolean hasCopyBesideItsOrigin() {
      return claim.evidence().stream()
          .anyMatch(copy -> claim.evidence().stream()
              .anyMatch(own -> own.stance() == copy.stance()
                  && !own.sourceId().equals(copy.sourceId())
                  && origins(copy.sourceId()).contains(own.sourceId())));
    }

    private boolean hasForeignOverride() {
      return Stream.<List<? extends Line>>of(claim.evidence(), claim.inferences(), claim.reviews())
          .flatMap(List::stream)
          .flatMap(line -> line.overrides().stream())
          .anyMatch(line -> !graph.claimOf(line).id().equals(claim.id()));
    }

    private boolean isLonger(String id) {
      return changed.isDone(Kind.ADD_EVIDENCE, id) || changed.isDone(Kind.ADD_INFERENCE, id);
    }

    private Stream<String> contradicting() {
      return contradicting(claim);
    }

    private Stream<String> contradicting(Claim one) {
      return Stream.concat(
          one.contradicts().stream(),
          graph.claims().stream()
              .filter(each -> each.contradicts().contains(one.id()))
              .map(Claim::id));
    }

    /** The claims that a claim's lines read. */
    private static Stream<String> readBy(Claim claim) {
      return Stream.concat(
          claim.evidence().stream().flatMap(each -> each.unless().stream()),
          claim.steps().stream()
              .flatMap(each -> Stream.of(
                      each.premises().stream().map(Premise::claimId),
                      each.assuming().stream(),
                      each.unless().stream())
                  .flatMap(ids -> ids)));
    }

    private Set<String> read() {
      Set<String> found = new HashSet<>(readBy(claim).toList());
      found.remove(claim.id());
      return found;
    }

    private boolean isInRing() {
      Set<String> below = new HashSet<>(readBy(claim).toList());
      while (below.addAll(
          below.stream().flatMap(each -> readBy(graph.claim(each))).toList())) {}
      return below.contains(claim.id());
    }
  }
}
