package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
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

/** Mutates a graph by a seed: everything that counts in an evaluation may be changed, added or removed. */
public final class Mutations {

  private final SplittableRandom random;
  private ClaimGraph graph;
  private int added;

  private Mutations(ClaimGraph graph, SplittableRandom random) {
    this.graph = graph;
    this.random = random;
  }

  /** Returns a graph with a number of changes. */
  public static ClaimGraph of(ClaimGraph graph, int changes, long seed) {
    Mutations mutations = new Mutations(graph, new SplittableRandom(seed));
    mutations.added = (int) (seed & 0xff) * 1000;
    for (int i = 0; i < changes && !graph.claims().isEmpty(); i++) {
      mutations.change();
    }
    return mutations.graph;
  }

  private void change() {
    switch (random.nextInt(28)) {
      case 0 -> removeLine();
      case 1 -> source(source -> source.reliability(Grade.of(random.nextInt(3) / 2.)));
      case 2 -> source(source -> source.allDerivedFrom(others(source)));
      case 3 -> source(source -> source.allReadIn(List.of(one(graph.sources()).id())));
      case 4 -> source(source -> source.retracted(Retraction.builder("2021")));
      case 5 -> claim(claim -> claim.evidence(evidence()));
      case 6 -> claim(claim -> claim.inference(inference()));
      case 7 ->
        claim(claim -> claim.allReviews(ImmutableList.of(Review.builder(
                claim.build().reviews().stream()
                    .findFirst()
                    .map(Review::reviewer)
                    .orElseGet(() -> one(graph.sources()).id()),
                one(List.of(Verdict.values())))
            .build())));
      case 8 -> contradict();
      case 9 -> addClaim();
      case 10 -> removeClaim();
      case 11 -> evidenceOf(each -> each.stance(one(List.of(Stance.values()))));
      case 12 -> evidenceOf(each -> each.strength(Grade.of(random.nextInt(3) / 2.)));
      case 13 -> evidenceOf(each -> each.allVia(List.of(one(graph.sources()).id())));
      case 14 -> override();
      case 15, 26 -> evidenceOf(this::ofAnotherSource);
      case 16 ->
        inferenceOf(each -> each.allAssuming(List.of(one(graph.claims()).id())));
      case 17 -> inferenceOf(each -> each.allUnless(List.of(one(graph.claims()).id())));
      case 18 -> evidenceOf(each -> each.exhibit(!each.build().isExhibit()));
      case 19 -> evidenceOf(this::withOrigins);
      case 20 -> evidenceOf(each -> each.retracted(Retraction.builder("2021")));
      case 21, 22 -> parts();
      case 23 -> overrideElsewhere();
      case 24 -> publishAgain();
      case 25 ->
        claim(claim -> claim.allReviews(claim.build().reviews().stream()
            .map(review -> Review.builder(review.reviewer())
                .label("Half true")
                .date(review.date().orElse(PartialDate.parse("2020")))
                .build())
            .toList()));
      default ->
        inferenceOf(each -> each.allPremises(
            ImmutableList.of(new Premise(one(graph.claims()).id(), random.nextInt(4) == 0))));
    }
  }

  private Evidence.Builder ofAnotherSource(Evidence.Builder evidence) {
    Evidence built = evidence.build();
    return built.id().isEmpty()
        ? evidence
        : Evidence.builder(one(graph.sources()).id())
            .id(built.id().get())
            .stance(built.stance())
            .exhibit(built.isExhibit() ^ random.nextInt(3) == 0)
            .allUnless(built.unless())
            .allOverrides(built.overrides());
  }

  private Evidence.Builder withOrigins(Evidence.Builder evidence) {
    String source = evidence.build().sourceId();
    return evidence.allDerivedFrom(
        random.nextInt(3) == 0
            ? List.of()
            : without(List.of(one(graph.sources()).id()), source));
  }

  private void parts() {
    claim(claim -> {
      Claim built = claim.build();
      String part = one(graph.claims()).id();
      List<String> parts = new ArrayList<>(built.parts());
      if (!part.equals(built.id()) && !parts.remove(part)) {
        parts.add(part);
      }
      return claim.allParts(parts);
    });
  }

  private void overrideElsewhere() {
    Claim claim = one(graph.claims());
    List<String> lines = linesElsewhere(claim, graph.claims());
    if (!lines.isEmpty() && !claim.evidence().isEmpty()) {
      List<Evidence> all = new ArrayList<>(claim.evidence());
      int at = random.nextInt(all.size());
      all.set(at, all.get(at).toBuilder().allOverrides(List.of(one(lines))).build());
      claim(claim, builder -> builder.allEvidence(all));
    }
  }

  private static List<String> linesElsewhere(Claim claim, List<Claim> claims) {
    return claims.stream()
        .filter(other ->
            other.contradicts().contains(claim.id()) || claim.contradicts().contains(other.id()))
        .flatMap(other -> lines(other).stream())
        .toList();
  }

  private static List<String> lines(Claim claim) {
    List<String> lines = new ArrayList<>();
    claim.evidence().forEach(each -> lines.add(each.lineId(claim.id())));
    claim.steps().forEach(each -> lines.add(each.lineId(claim.id())));
    claim.reviews().forEach(each -> lines.add(each.lineId(claim.id())));
    return lines;
  }

  /** Lets the first reviewer of a claim, or any source, publish a verdict in place of an earlier one. */
  private void publishAgain() {
    claim(claim -> {
      String reviewer = claim.build().reviews().stream()
          .findFirst()
          .map(Review::reviewer)
          .orElseGet(() -> one(graph.sources()).id());
      List<Review> all = new ArrayList<>(claim.build().reviews());
      all.removeIf(review -> review.reviewer().equals(reviewer));
      for (String date : List.of("2020", "2021", "2022")) {
        if (random.nextInt(3) > 0) {
          all.add(Review.builder(reviewer, one(List.of(Verdict.values())))
              .date(date)
              .build());
        }
      }
      return claim.allReviews(all);
    });
  }

  private void override() {
    claim(claim -> {
      Claim built = claim.build();
      List<String> lines = new ArrayList<>();
      built.evidence().forEach(each -> lines.add(each.lineId(built.id())));
      built.steps().forEach(each -> lines.add(each.lineId(built.id())));
      List<Evidence> all = new ArrayList<>(built.evidence());
      if (all.isEmpty() || lines.size() < 2) {
        return claim;
      }
      int at = random.nextInt(all.size());
      String other = one(lines);
      if (!other.equals(lines.get(at))) {
        all.set(at, all.get(at).toBuilder().allOverrides(List.of(other)).build());
      }
      return claim.allEvidence(all);
    });
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private Evidence.Builder evidence() {
    return Evidence.builder(one(graph.sources()).id())
        .id("new-" + added++)
        .stance(random.nextBoolean() ? Stance.SUPPORTS : Stance.REFUTES);
  }

  private Inference.Builder inference() {
    return Inference.builder(one(graph.claims()).id())
        .id("new-" + added++)
        .stance(random.nextBoolean() ? Stance.SUPPORTS : Stance.REFUTES);
  }

  private List<String> others(Source.Builder source) {
    String id = source.build().id();
    return List.of(one(graph.sources()).id()).stream()
        .filter(each -> !each.equals(id))
        .toList();
  }

  private void source(UnaryOperator<Source.Builder> change) {
    Source changed = one(graph.sources());
    if (graph.sources().size() < 2) {
      return;
    }
    graph = graph.toBuilder()
        .allSources(graph.sources().stream()
            .map(each -> each.equals(changed) ? change.apply(each.toBuilder()).build() : each)
            .toList())
        .build();
  }

  private void claim(UnaryOperator<Claim.Builder> change) {
    claim(one(graph.claims()), change);
  }

  private void claim(Claim changed, UnaryOperator<Claim.Builder> change) {
    Claim.Builder builder = change.apply(changed.toBuilder());
    replace(graph.claims().stream()
        .map(each -> each.equals(changed) ? builder.build() : each)
        .toList());
  }

  /** Replaces the claims, and removes references to lines that no longer exist from the lines that override them. */
  private void replace(List<Claim> claims) {
    List<Claim> sound = new ArrayList<>();
    for (Claim claim : claims) {
      Set<String> lines = new LinkedHashSet<>(lines(claim));
      lines.addAll(linesElsewhere(claim, claims));
      sound.add(claim.toBuilder()
          .allEvidence(claim.evidence().stream()
              .map(each ->
                  each.toBuilder().allOverrides(kept(each.overrides(), lines)).build())
              .toList())
          .allInferences(claim.inferences().stream()
              .map(each ->
                  each.toBuilder().allOverrides(kept(each.overrides(), lines)).build())
              .toList())
          .allReviews(claim.reviews().stream()
              .map(each ->
                  each.toBuilder().allOverrides(kept(each.overrides(), lines)).build())
              .toList())
          .build());
    }
    graph = graph.toBuilder().allClaims(sound).build();
  }

  private static List<String> kept(List<String> ids, Set<String> known) {
    return ids.stream().filter(known::contains).toList();
  }

  private void removeLine() {
    claim(claim -> {
      Claim built = claim.build();
      List<Evidence> evidence = new ArrayList<>(built.evidence());
      List<Inference> inferences = new ArrayList<>(built.inferences());
      if (!evidence.isEmpty() && (inferences.isEmpty() || random.nextBoolean())) {
        evidence.remove(random.nextInt(evidence.size()));
      } else if (!inferences.isEmpty()) {
        inferences.remove(random.nextInt(inferences.size()));
      }
      // A reference to a line that no longer exists would make the claim itself invalid.
      return without(built, evidence, inferences);
    });
  }

  private static Claim.Builder without(
      Claim built, List<Evidence> evidence, List<Inference> inferences) {
    return built.toBuilder().allEvidence(evidence).allInferences(inferences);
  }

  private void evidenceOf(UnaryOperator<Evidence.Builder> change) {
    claim(claim -> {
      List<Evidence> all = new ArrayList<>(claim.build().evidence());
      if (!all.isEmpty()) {
        int at = random.nextInt(all.size());
        all.set(at, change.apply(all.get(at).toBuilder()).build());
      }
      return claim.allEvidence(all);
    });
  }

  private void inferenceOf(UnaryOperator<Inference.Builder> change) {
    claim(claim -> {
      List<Inference> all = new ArrayList<>(claim.build().inferences());
      if (!all.isEmpty()) {
        int at = random.nextInt(all.size());
        all.set(at, change.apply(all.get(at).toBuilder()).build());
      }
      return claim.allInferences(all);
    });
  }

  private void contradict() {
    Claim claim = one(graph.claims());
    Claim other = one(graph.claims());
    if (!claim.equals(other)) {
      claim(
          claim,
          builder -> builder.allContradicts(
              claim.contradicts().isEmpty() ? List.of(other.id()) : List.of()));
    }
  }

  private void addClaim() {
    String id = "added-" + added++;
    Claim.Builder fresh = Claim.builder(id).text(id);
    if (random.nextInt(3) > 0) {
      fresh.evidence(evidence());
    }
    if (random.nextInt(3) == 0) {
      fresh.inference(inference());
    }
    List<Claim> claims = new ArrayList<>(graph.claims());
    claims.add(random.nextInt(claims.size() + 1), fresh.build());
    replace(claims);
    claim(claim -> claim.inference(Inference.builder(id)
        .id("new-" + added++)
        .stance(random.nextBoolean() ? Stance.SUPPORTS : Stance.REFUTES)));
  }

  private void removeClaim() {
    String gone = one(graph.claims()).id();
    if (graph.claims().size() < 2) {
      return;
    }
    List<Claim> left = new ArrayList<>();
    for (Claim claim : graph.claims()) {
      if (!claim.id().equals(gone)) {
        left.add(claim.toBuilder()
            .allEvidence(claim.evidence().stream()
                .map(each ->
                    each.toBuilder().allUnless(without(each.unless(), gone)).build())
                .toList())
            .allInferences(claim.inferences().stream()
                .filter(each -> each.premises().stream()
                    .noneMatch(premise -> premise.claimId().equals(gone)))
                .map(each -> each.toBuilder()
                    .allUnless(without(each.unless(), gone))
                    .allAssuming(without(each.assuming(), gone))
                    .allAnswers(ImmutableMap.copyOf(
                        Maps.filterValues(each.answers(), claimId -> !claimId.equals(gone))))
                    .build())
                .toList())
            .allContradicts(without(claim.contradicts(), gone))
            .allParts(without(claim.parts(), gone))
            .build());
      }
    }
    replace(left);
  }

  private static List<String> without(List<String> ids, String gone) {
    return ids.stream().filter(id -> !id.equals(gone)).toList();
  }
}
