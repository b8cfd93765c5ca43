package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;

/**
 * Renames elements of a graph by a seed: swaps some of its ids regardless of their kinds, so that the id of a piece of evidence
 * may become that of an inference, a claim or a source.
 */
final class Renaming {

  private final Map<String, String> claims = new HashMap<>();
  private final Map<String, String> sources = new HashMap<>();
  /** The new ids by written id. */
  private final Map<String, String> written = new HashMap<>();
  /** The new ids by written or derived id. */
  private final Map<String, String> lines = new HashMap<>();

  private Renaming() {}

  /** Returns a graph in which a number of pairs of ids have been swapped. */
  static ClaimGraph of(ClaimGraph graph, int swaps, long seed) {
    Renaming renaming = new Renaming();
    Random random = new Random(seed);
    graph.claims().forEach(claim -> renaming.claims.put(claim.id(), claim.id()));
    graph.sources().forEach(source -> renaming.sources.put(source.id(), source.id()));
    for (Claim claim : graph.claims()) {
      claim.evidence().forEach(each -> each.id().ifPresent(id -> renaming.written.put(id, id)));
      claim.inferences().forEach(each -> each.id().ifPresent(id -> renaming.written.put(id, id)));
    }
    for (int i = 0; i < swaps; i++) {
      renaming.swap(random.nextBoolean() ? graph.claims() : ImmutableList.of(), random);
    }
    return renaming.applied(graph);
  }

  /** Swaps two ids, either any two or two of the lines of one of some claims. */
  private void swap(List<Claim> ofOne, Random random) {
    Set<String> all = new LinkedHashSet<>();
    if (ofOne.isEmpty()) {
      List.of(written, claims, sources).forEach(map -> all.addAll(map.values()));
    } else {
      Claim claim = ofOne.get(random.nextInt(ofOne.size()));
      claim.evidence().forEach(each -> each.id().map(written::get).ifPresent(all::add));
      claim.inferences().forEach(each -> each.id().map(written::get).ifPresent(all::add));
    }
    List<String> ids = new ArrayList<>(all);
    if (ids.isEmpty()) {
      return;
    }
    Collections.sort(ids);
    String one = ids.get(random.nextInt(ids.size()));
    String other = ids.get(random.nextInt(ids.size()));
    UnaryOperator<String> swapped = id -> id.equals(one) ? other : id.equals(other) ? one : id;
    List.of(written, claims, sources)
        .forEach(map -> map.replaceAll((id, now) -> swapped.apply(now)));
  }

  private ClaimGraph applied(ClaimGraph graph) {
    ClaimGraph.Builder renamed = ClaimGraph.builder(graph.id()).title(graph.title());
    for (Source source : graph.sources()) {
      Source.Builder builder = Source.builder(sources.get(source.id()))
          .title(source.id())
          .reliability(source.reliability())
          .allDerivedFrom(all(source.derivedFrom(), sources))
          .allReadIn(all(source.readIn(), sources));
      source.retracted().ifPresent(builder::retracted);
      source.published().ifPresent(builder::published);
      renamed.source(builder);
    }
    for (Claim claim : graph.claims()) {
      String id = claims.get(claim.id());
      claim
          .evidence()
          .forEach(
              each -> lines.put(each.lineId(claim.id()), evidence(each).build().lineId(id)));
      claim
          .steps()
          .forEach(each -> lines.put(
              each.lineId(claim.id()),
              each.isFromParts() ? part(each, id) : inference(each).build().lineId(id)));
      claim
          .reviews()
          .forEach(each -> lines.put(
              each.lineId(claim.id()),
              review(each).build().lineId(id)
                  + (each.isSuperseded() ? "/" + each.date().orElseThrow() : "")));
    }
    for (Claim claim : graph.claims()) {
      Claim.Builder builder = Claim.builder(claims.get(claim.id()))
          .text(claim.text())
          .allParts(all(claim.parts(), claims))
          .allContradicts(all(claim.contradicts(), claims));
      claim
          .evidence()
          .forEach(
              each -> builder.evidence(evidence(each).allOverrides(all(each.overrides(), lines))));
      claim
          .inferences()
          .forEach(each ->
              builder.inference(inference(each).allOverrides(all(each.overrides(), lines))));
      claim
          .reviews()
          .forEach(each -> builder.review(review(each).allOverrides(all(each.overrides(), lines))));
      renamed.claim(builder);
    }
    return renamed.build();
  }

  /** The name of a step from parts of a claim. */
  private String part(Inference step, String claimId) {
    return step.stance() == Stance.SUPPORTS
        ? claimId + "/parts"
        : claimId + "/parts/" + claims.get(step.premises().get(0).claimId());
  }

  private static ImmutableList<String> all(List<String> ids, Map<String, String> names) {
    return ids.stream().map(names::get).collect(ImmutableList.toImmutableList());
  }

  private Evidence.Builder evidence(Evidence evidence) {
    Evidence.Builder builder = Evidence.builder(sources.get(evidence.sourceId()))
        .stance(evidence.stance())
        .strength(evidence.strength())
        .allUnless(all(evidence.unless(), claims));
    evidence.via().ifPresent(via -> builder.allVia(all(via, sources)));
    evidence.derivedFrom().ifPresent(own -> builder.allDerivedFrom(all(own, sources)));
    evidence.retracted().ifPresent(builder::retracted);
    builder.exhibit(evidence.isExhibit());
    evidence.date().ifPresent(builder::date);
    evidence.id().ifPresent(id -> builder.id(written.get(id)));
    return builder;
  }

  private Inference.Builder inference(Inference inference) {
    Inference.Builder builder = Inference.builder()
        .allPremises(inference.premises().stream()
            .map(premise -> new Premise(claims.get(premise.claimId()), premise.isNegated()))
            .toList())
        .stance(inference.stance())
        .strength(inference.strength())
        .allAssuming(all(inference.assuming(), claims))
        .allUnless(all(inference.unless(), claims));
    inference.date().ifPresent(builder::date);
    inference.id().ifPresent(id -> builder.id(written.get(id)));
    return builder;
  }

  private Review.Builder review(Review review) {
    Review.Builder builder = Review.builder(sources.get(review.reviewer()));
    review.verdict().ifPresent(builder::verdict);
    review.label().ifPresent(builder::label);
    review.date().ifPresent(builder::date);
    return builder;
  }
}
