package org.claimtrace.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Line;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;

/**
 * The meaning of a claim graph, written down rule by rule; what its coins come to is left open. It knows nothing of how an
 * {@link Evaluator} works, and is the judge of it.
 */
final class Meaning {

  private final ClaimGraph graph;
  private final Options options;
  private final LogicProgram program = new LogicProgram();
  private final List<Element> coins = new ArrayList<>();
  private final Map<String, LocalDate> beginnings = new HashMap<>();

  Meaning(ClaimGraph graph, Options options) {
    this.graph = graph;
    this.options = options;
    graph.sources().forEach(this::addSource);
    graph.claims().forEach(this::addClaim);
  }

  LogicProgram program() {
    return program;
  }

  /** The coins that are tossed; no other is ever a yes. */
  List<Element> coins() {
    return coins;
  }

  private void addSource(Source source) {
    // The coin of a source is no, once a retraction counts.
    boolean retracted = source
        .retracted()
        .filter(retraction -> begun(Optional.of(retraction.date())))
        .isPresent();
    if (!retracted) {
      addCoin(Element.source(source.id()));
    }
    if (origins(source).isEmpty()) {
      program.rule(isRight(source.id()), List.of(coin(Element.source(source.id()))));
    }
    for (String origin : origins(source)) {
      program.rule(
          isRight(source.id()), List.of(coin(Element.source(source.id())), isRight(origin)));
    }
  }

  private void addCoin(Element element) {
    coins.add(element);
  }

  private List<String> origins(Source source) {
    return options.ignoresDerivation() ? List.of() : source.derivedFrom();
  }

  private boolean begun(Optional<PartialDate> date) {
    return options.asOf().isEmpty()
        || date.isEmpty()
        || !date.get().firstDay().isAfter(options.asOf().get().lastDay());
  }

  private void addClaim(Claim claim) {
    List<Evidence> evidence =
        claim.evidence().stream().filter(each -> begun(dateOf(each))).toList();
    List<Inference> inferences = Stream.concat(
            claim.inferences().stream().filter(each -> begun(dateOf(each))),
            partSteps(claim).stream())
        .toList();
    List<Review> reviews = claim.reviews().stream()
        .filter(each -> begun(dateOf(each)))
        .filter(each -> each.verdict().isPresent())
        .filter(each -> claim.reviews().stream().noneMatch(later -> replaces(later, each)))
        .toList();
    boolean contradictionsCount = true;
    switch (options.reviews()) {
      case EVIDENCE_FIRST -> {
        if (Stream.concat(
                evidence.stream().map(Evidence::stance), inferences.stream().map(Inference::stance))
            .anyMatch(stance -> stance == Stance.SUPPORTS || stance == Stance.REFUTES)) {
          reviews = List.of();
        }
      }
      case REVIEWS_FIRST -> {
        if (!reviews.isEmpty()) {
          evidence = List.of();
          inferences = List.of();
          contradictionsCount = false;
        }
      }
      case EVIDENCE_ONLY -> reviews = List.of();
    }

    String id = claim.id();
    for (Evidence each : evidence) {
      addEvidence(claim, each);
      bears(id, each.stance(), each.lineId(id));
    }
    addSayings(claim, evidence);
    for (Inference each : inferences) {
      addInference(claim, each);
      bears(id, each.stance(), each.lineId(id));
    }
    for (Review each : reviews) {
      addReview(claim, each);
    }
    if (contradictionsCount && supposed(id) == null) {
      for (String other : contradicting(claim)) {
        program.rule(con(id), List.of(accepted(other)));
      }
    }
    if (supposed(id) == Supposition.ACCEPTED) {
      program.rule(pro(id), List.of());
    }
    if (supposed(id) == Supposition.REJECTED) {
      program.rule(con(id), List.of());
    }
    program.rule(accepted(id), List.of(pro(id), "not " + con(id)));
    program.rule("rejected(" + id + ")", List.of(con(id), "not " + pro(id)));
    program.rule("holds(" + id + ")", List.of("not " + con(id)));
  }

  private static List<Inference> partSteps(Claim claim) {
    return claim.steps().stream().filter(Inference::isFromParts).toList();
  }

  /** Whether a review takes the place of another: it is of the same reviewer, later, and has begun. */
  private boolean replaces(Review later, Review review) {
    return later.reviewer().equals(review.reviewer())
        && later.date().isPresent()
        && review.date().isPresent()
        && later.date().get().firstDay().isAfter(review.date().get().firstDay())
        && begun(later.date());
  }

  /** The day on which evidence begins, where it has one. */
  private Optional<PartialDate> dateOf(Evidence evidence) {
    if (evidence.date().isPresent()) {
      return evidence.date();
    }
    LocalDate day = beginning(graph.source(evidence.sourceId()), origins(evidence));
    for (String relay : relays(evidence)) {
      day = later(day, beginnings().get(relay));
    }
    return dated(day);
  }

  private Optional<PartialDate> dateOf(Inference inference) {
    return inference.date().isPresent()
        ? inference.date()
        : inference.by().flatMap(by -> dated(beginnings().get(by)));
  }

  private static Optional<PartialDate> dated(LocalDate day) {
    return day.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(PartialDate.of(day));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** Finds the least solution by iteration, from the assumption that everything has always existed. */
  private Map<String, LocalDate> beginnings() {
    if (beginnings.isEmpty()) {
      graph.sources().forEach(source -> beginnings.put(source.id(), LocalDate.MIN));
      boolean changed = true;
      while (changed) {
        changed = false;
        for (Source source : graph.sources()) {
          LocalDate day = beginning(source, origins(source));
          changed |= !day.equals(beginnings.put(source.id(), day));
        }
      }
    }
    return beginnings;
  }

  private LocalDate beginning(Source source, List<String> origins) {
    LocalDate published = source.published().map(PartialDate::firstDay).orElse(LocalDate.MIN);
    LocalDate earliest = origins.stream()
        .map(beginnings()::get)
        .min(Comparator.naturalOrder())
        .orElse(LocalDate.MIN);
    return later(published, earliest);
  }

  private List<String> origins(Evidence evidence) {
    return options.ignoresDerivation() || evidence.derivedFrom().isEmpty()
        ? origins(graph.source(evidence.sourceId()))
        : evidence.derivedFrom().get();
  }

  private List<String> relays(Evidence evidence) {
    return evidence.via().isPresent()
        ? evidence.via().get()
        : graph.source(evidence.sourceId()).readIn();
  }

  private Optional<PartialDate> dateOf(Review review) {
    return review.date().isPresent() ? review.date() : dated(beginnings().get(review.reviewer()));
  }

  private void addEvidence(Claim claim, Evidence evidence) {
    Element line = Element.evidence(evidence.lineId(claim.id()));
    boolean withdrawn = evidence
        .retracted()
        .filter(retraction -> begun(Optional.of(retraction.date())))
        .isPresent();
    if (!withdrawn) {
      addCoin(line);
    }
    Source source = graph.source(evidence.sourceId());
    List<String> body = new ArrayList<>();
    body.add(coin(line));
    relays(evidence).forEach(relay -> body.add(coin(Element.source(relay))));
    stoppedBy(claim, line.id(), evidence.unless(), body);
    if (evidence.isExhibit()) {
      program.rule(fires(line.id()), body);
      return;
    }
    body.add(
        evidence.derivedFrom().isPresent() && !options.ignoresDerivation()
            ? coin(Element.source(source.id()))
            : isRight(source.id()));
    if (origins(evidence).isEmpty()) {
      program.rule(fires(line.id()), body);
    }
    for (String origin : origins(evidence)) {
      List<String> copied = new ArrayList<>(body);
      copied.add(says(origin, claim, evidence.stance()));
      program.rule(fires(line.id()), copied);
    }
  }

  private void addSayings(Claim claim, List<Evidence> evidence) {
    for (Source source : graph.sources()) {
      for (Stance stance : Stance.values()) {
        String says = says(source.id(), claim, stance);
        List<Evidence> own = evidence.stream()
            .filter(each -> each.sourceId().equals(source.id()) && each.stance() == stance)
            .toList();
        if (!own.isEmpty()) {
          for (Evidence each : own) {
            program.rule(says, List.of(fires(each.lineId(claim.id()))));
          }
        } else if (origins(source).isEmpty()) {
          program.rule(says, List.of(isRight(source.id())));
        } else {
          for (String origin : origins(source)) {
            program.rule(says, List.of(isRight(source.id()), says(origin, claim, stance)));
          }
        }
      }
    }
  }

  private void addInference(Claim claim, Inference inference) {
    Element line = Element.inference(inference.lineId(claim.id()));
    List<String> body = new ArrayList<>();
    if (!inference.isFromParts()) {
      addCoin(line);
      body.add(coin(line));
    }
    for (Premise premise : inference.premises()) {
      body.add(
          premise.isNegated()
              ? "rejected(" + premise.claimId() + ")"
              : accepted(premise.claimId()));
    }
    for (String assumed : inference.assuming()) {
      body.add("holds(" + assumed + ")");
    }
    stoppedBy(claim, line.id(), inference.unless(), body);
    program.rule(fires(line.id()), body);
  }

  private void addReview(Claim claim, Review review) {
    String id = review.lineId(claim.id());
    List<String> body = new ArrayList<>();
    body.add(isRight(review.reviewer()));
    stoppedBy(claim, id, List.of(), body);
    program.rule(fires(id), body);
    switch (review.verdict().orElseThrow()) {
      case SUPPORTED -> bears(claim.id(), Stance.SUPPORTS, id);
      case REFUTED -> bears(claim.id(), Stance.REFUTES, id);
      case MISLEADING -> {
        bears(claim.id(), Stance.SUPPORTS, id);
        bears(claim.id(), Stance.QUALIFIES, id);
      }
      case CONFLICTING -> {
        bears(claim.id(), Stance.SUPPORTS, id);
        bears(claim.id(), Stance.REFUTES, id);
      }
      case UNVERIFIED -> {}
    }
  }

  private void stoppedBy(Claim claim, String lineId, List<String> unless, List<String> body) {
    unless.forEach(exception -> body.add("not " + accepted(exception)));
    List<Claim> around = new ArrayList<>();
    around.add(claim);
    contradicting(claim).forEach(other -> around.add(graph.claim(other)));
    for (Claim each : around) {
      overriding(each, lineId).forEach(line -> body.add("not " + fires(line.lineId(each.id()))));
    }
  }

  private static Stream<Line> overriding(Claim claim, String lineId) {
    return Stream.<Stream<? extends Line>>of(
            claim.evidence().stream(),
            claim.inferences().stream(),
            claim.reviews().stream()
                .filter(each -> each.verdict().isPresent())
                .filter(each -> each.verdict().get() != Verdict.UNVERIFIED))
        .<Line>flatMap(lines -> lines)
        .filter(line -> line.overrides().contains(lineId));
  }

  /** A line of a stance bears on a claim, unless something is supposed of the claim; a qualification bears on it all the same. */
  private void bears(String claimId, Stance stance, String lineId) {
    switch (stance) {
      case SUPPORTS -> {
        if (supposed(claimId) == null) {
          program.rule(pro(claimId), List.of(fires(lineId)));
        }
      }
      case REFUTES -> {
        if (supposed(claimId) == null) {
          program.rule(con(claimId), List.of(fires(lineId)));
        }
      }
      case QUALIFIES -> program.rule(qual(claimId), List.of(fires(lineId)));
    }
  }

  private Supposition supposed(String claimId) {
    return options.suppositions().get(claimId);
  }

  private Set<String> contradicting(Claim claim) {
    Set<String> others = new LinkedHashSet<>(claim.contradicts());
    for (Claim other : graph.claims()) {
      if (other.contradicts().contains(claim.id())) {
        others.add(other.id());
      }
    }
    return others;
  }

  static String coin(Element element) {
    return "coin(" + element + ")";
  }

  static String isRight(String sourceId) {
    return "right(" + sourceId + ")";
  }

  static String fires(String lineId) {
    return "fires(" + lineId + ")";
  }

  private static String says(String sourceId, Claim claim, Stance stance) {
    return "says(" + sourceId + "," + claim.id() + "," + stance + ")";
  }

  static String pro(String claimId) {
    return "pro(" + claimId + ")";
  }

  static String con(String claimId) {
    return "con(" + claimId + ")";
  }

  static String qual(String claimId) {
    return "qual(" + claimId + ")";
  }

  private static String accepted(String claimId) {
    return "accepted(" + claimId + ")";
  }
}
