package org.claimtrace.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.claimtrace.evaluation.LogicProgram.Truth;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;

/**
 * The meaning of a claim graph in one world, written down rule by rule and computed by the alternating fixpoint. It knows
 * nothing of how an {@link Evaluator} works, and is the judge of it.
 */
final class AlternatingFixpoint {

  private final ClaimGraph graph;
  private final Options options;
  private final Predicate<Element> coin;
  private final LogicProgram program = new LogicProgram();
  private final LogicProgram.Model model;

  private AlternatingFixpoint(ClaimGraph graph, Options options, Predicate<Element> coin) {
    this.graph = graph;
    this.options = options;
    this.coin = coin;
    graph.sources().forEach(this::addSource);
    graph.claims().forEach(this::addClaim);
    model = program.wellFoundedModel();
  }

  /** The one world of logic alone: a coin is yes where its grade is above one half. */
  static AlternatingFixpoint of(ClaimGraph graph, Options options) {
    return new AlternatingFixpoint(graph, options, element -> switch (element.kind()) {
      case SOURCE -> graph.source(element.id()).reliability().value() > .5;
      case EVIDENCE -> graph.findEvidence(element.id()).orElseThrow().strength().value() > .5;
      case INFERENCE ->
        graph.findInference(element.id()).orElseThrow().strength().value() > .5;
      case CLAIM, REVIEW -> throw new IllegalArgumentException(element + " has no coin");
    });
  }

  /** A world in which every source, evidence and inference has the coin that is given. */
  static AlternatingFixpoint of(ClaimGraph graph, Options options, Predicate<Element> coin) {
    return new AlternatingFixpoint(graph, options, coin);
  }

  /** Whether a source is right. */
  boolean right(String sourceId) {
    return model.of(isRight(sourceId)) == Truth.TRUE;
  }

  /** Whether a line fires. */
  Truth fires(Element line) {
    return model.of(fires(line.id()));
  }

  /** Whether there is a case for a claim. */
  Truth caseFor(String claimId) {
    return model.of(pro(claimId));
  }

  /** Whether there is a case against a claim. */
  Truth caseAgainst(String claimId) {
    return model.of(con(claimId));
  }

  /** The label of a claim as a belief that is certain of it. */
  Belief belief(String claimId) {
    Truth pro = model.of(pro(claimId));
    Truth con = model.of(con(claimId));
    if (pro == Truth.TRUE && con == Truth.FALSE) {
      return new Belief(1, 0, 0, 0, model.of(qual(claimId)) == Truth.TRUE ? 1 : 0);
    }
    if (con == Truth.TRUE && pro == Truth.FALSE) {
      return new Belief(0, 1, 0, 0, 0);
    }
    if ((pro == Truth.TRUE && con != Truth.FALSE) || (con == Truth.TRUE && pro != Truth.FALSE)) {
      return new Belief(0, 0, 1, 0, 0);
    }
    return new Belief(0, 0, 0, 1, 0);
  }

  /** The verdict on a claim, which is its label; supported with a qualification is misleading. */
  Verdict verdict(String claimId) {
    Belief belief = belief(claimId);
    if (belief.supported() == 1) {
      return belief.qualified() == 1 ? Verdict.MISLEADING : Verdict.SUPPORTED;
    }
    if (belief.refuted() == 1) {
      return Verdict.REFUTED;
    }
    return belief.conflicting() == 1 ? Verdict.CONFLICTING : Verdict.UNVERIFIED;
  }

  private void addSource(Source source) {
    if (!coinOf(source.id())) {
      return;
    }
    if (source.derivedFrom().isEmpty()) {
      program.rule(isRight(source.id()), List.of());
    }
    for (String origin : source.derivedFrom()) {
      program.rule(isRight(source.id()), List.of(isRight(origin)));
    }
  }

  /** The coin of a source; no, once a retraction counts. */
  private boolean coinOf(String sourceId) {
    boolean retracted = graph
        .source(sourceId)
        .retracted()
        .filter(retraction -> begun(Optional.of(retraction.date())))
        .isPresent();
    return !retracted && coin.test(Element.source(sourceId));
  }

  private boolean begun(Optional<PartialDate> date) {
    return options.asOf().isEmpty()
        || date.isEmpty()
        || !date.get().firstDay().isAfter(options.asOf().get().lastDay());
  }

  private void addClaim(Claim claim) {
    List<Evidence> evidence =
        claim.evidence().stream().filter(each -> begun(dateOf(each))).toList();
    List<Inference> inferences =
        claim.inferences().stream().filter(each -> begun(each.date())).toList();
    List<Review> reviews =
        claim.reviews().stream().filter(each -> begun(dateOf(each))).toList();
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

  private Optional<PartialDate> dateOf(Evidence evidence) {
    if (evidence.date().isPresent()) {
      return evidence.date();
    }
    return Stream.concat(Stream.of(evidence.source()), relays(evidence).stream())
        .flatMap(source -> graph.source(source).published().stream())
        .max(Comparator.comparing(PartialDate::firstDay));
  }

  private List<String> relays(Evidence evidence) {
    return evidence.via().isPresent()
        ? evidence.via().get()
        : graph.source(evidence.source()).readIn();
  }

  private Optional<PartialDate> dateOf(Review review) {
    return review.date().isPresent()
        ? review.date()
        : graph.source(review.reviewer()).published();
  }

  private void addEvidence(Claim claim, Evidence evidence) {
    if (!coin.test(Element.evidence(evidence.lineId(claim.id())))
        || !relays(evidence).stream().allMatch(this::coinOf)) {
      return;
    }
    Source source = graph.source(evidence.source());
    List<String> body = new ArrayList<>();
    body.add(isRight(source.id()));
    stoppedBy(claim, evidence.lineId(claim.id()), evidence.unless(), body);
    if (source.derivedFrom().isEmpty()) {
      program.rule(fires(evidence.lineId(claim.id())), body);
    }
    for (String origin : source.derivedFrom()) {
      List<String> copied = new ArrayList<>(body);
      copied.add(says(origin, claim, evidence.stance()));
      program.rule(fires(evidence.lineId(claim.id())), copied);
    }
  }

  private void addSayings(Claim claim, List<Evidence> evidence) {
    for (Source source : graph.sources()) {
      for (Stance stance : Stance.values()) {
        String says = says(source.id(), claim, stance);
        List<Evidence> own = evidence.stream()
            .filter(each -> each.source().equals(source.id()) && each.stance() == stance)
            .toList();
        if (!own.isEmpty()) {
          for (Evidence each : own) {
            program.rule(says, List.of(fires(each.lineId(claim.id()))));
          }
        } else if (source.derivedFrom().isEmpty()) {
          program.rule(says, List.of(isRight(source.id())));
        } else {
          for (String origin : source.derivedFrom()) {
            program.rule(says, List.of(isRight(source.id()), says(origin, claim, stance)));
          }
        }
      }
    }
  }

  private void addInference(Claim claim, Inference inference) {
    if (!coin.test(Element.inference(inference.lineId(claim.id())))) {
      return;
    }
    List<String> body = new ArrayList<>();
    for (Premise premise : inference.premises()) {
      body.add(premise.negated() ? "rejected(" + premise.claim() + ")" : accepted(premise.claim()));
    }
    for (String assumed : inference.assuming()) {
      body.add("holds(" + assumed + ")");
    }
    stoppedBy(claim, inference.lineId(claim.id()), inference.unless(), body);
    program.rule(fires(inference.lineId(claim.id())), body);
  }

  private void addReview(Claim claim, Review review) {
    String id = review.lineId(claim.id());
    List<String> body = new ArrayList<>();
    body.add(isRight(review.reviewer()));
    stoppedBy(claim, id, List.of(), body);
    program.rule(fires(id), body);
    switch (review.verdict()) {
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

  private static void stoppedBy(
      Claim claim, String lineId, List<String> unless, List<String> body) {
    unless.forEach(exception -> body.add("not " + accepted(exception)));
    String id = claim.id();
    claim.evidence().stream()
        .filter(each -> each.overrides().contains(lineId))
        .forEach(each -> body.add("not " + fires(each.lineId(id))));
    claim.inferences().stream()
        .filter(each -> each.overrides().contains(lineId))
        .forEach(each -> body.add("not " + fires(each.lineId(id))));
    claim.reviews().stream()
        .filter(each -> each.verdict() != Verdict.UNVERIFIED)
        .filter(each -> each.overrides().contains(lineId))
        .forEach(each -> body.add("not " + fires(each.lineId(id))));
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

  private static String isRight(String sourceId) {
    return "right(" + sourceId + ")";
  }

  private static String fires(String lineId) {
    return "fires(" + lineId + ")";
  }

  private static String says(String sourceId, Claim claim, Stance stance) {
    return "says(" + sourceId + "," + claim.id() + "," + stance + ")";
  }

  private static String pro(String claimId) {
    return "pro(" + claimId + ")";
  }

  private static String con(String claimId) {
    return "con(" + claimId + ")";
  }

  private static String qual(String claimId) {
    return "qual(" + claimId + ")";
  }

  private static String accepted(String claimId) {
    return "accepted(" + claimId + ")";
  }
}
