package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Line;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;

/** Collects what the lines of one claim wait for in an evaluation, in time linear in what they name. */
final class Requirements {

  private final Evaluation evaluation;
  private final Claim claim;
  private final ImmutableListMultimap<String, Element> overridersByLine;

  private Requirements(Evaluation evaluation, Claim claim) {
    this.evaluation = evaluation;
    this.claim = claim;
    ImmutableListMultimap.Builder<String, Element> overriders = ImmutableListMultimap.builder();
    lines()
        .filter(GraphCircuit::settles)
        .forEach(line ->
            line.overrides().forEach(other -> overriders.put(other, line.element(claim.id()))));
    overriders.putAll(evaluation.foreignOverriders(claim.id()));
    overridersByLine = overriders.build();
  }

  /** By line of a claim, in the order of the document, what it waits for; reviews that are left out are no lines. */
  static ImmutableListMultimap<Element, Requirement> of(Evaluation evaluation, Claim claim) {
    Requirements requirements = new Requirements(evaluation, claim);
    ImmutableListMultimap.Builder<Element, Requirement> all = ImmutableListMultimap.builder();
    requirements.lines().forEach(line -> {
      Element element = line.element(claim.id());
      requirements.add(line, requirement -> all.put(element, requirement));
    });
    return all.build();
  }

  private Stream<Line> lines() {
    return Stream.of(claim.evidence(), claim.steps(), evaluation.reviewsOf(claim.id()))
        .flatMap(ImmutableList::stream);
  }

  private void add(Line line, Consumer<Requirement> sink) {
    if (line instanceof Evidence evidence) {
      if (!evidence.isExhibit()) {
        sink.accept(source(Role.SOURCE, evidence.sourceId()));
      }
      for (String relay : evaluation.graph().relays(evidence)) {
        sink.accept(source(Role.RELAY, relay));
      }
      for (String origin : evaluation.origins(evidence)) {
        sink.accept(source(Role.ORIGIN, origin));
      }
      evidence.unless().forEach(other -> sink.accept(claim(Role.EXCEPTION, other)));
    } else if (line instanceof Inference inference) {
      for (Premise premise : inference.premises()) {
        sink.accept(
            claim(premise.isNegated() ? Role.NEGATED_PREMISE : Role.PREMISE, premise.claimId()));
      }
      inference.assuming().forEach(other -> sink.accept(claim(Role.ASSUMPTION, other)));
      inference.unless().forEach(other -> sink.accept(claim(Role.EXCEPTION, other)));
    } else if (line instanceof Review review) {
      sink.accept(source(Role.REVIEWER, review.reviewer()));
    }
    overridersByLine
        .get(line.lineId(claim.id()))
        .forEach(other -> sink.accept(new Requirement(Role.OVERRIDER, other)));
  }

  private static Requirement source(Role role, String sourceId) {
    return new Requirement(role, Element.source(sourceId));
  }

  private static Requirement claim(Role role, String claimId) {
    return new Requirement(role, Element.claim(claimId));
  }
}
