package org.claimtrace.model;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Iterables;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.Problems;
import org.claimtrace.problem.suggestion.DidYouMean;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;

/** Checks the rules between the parts of a graph: ids are unique and known, and nothing refers to itself. */
final class GraphRules {

  private static final int SHOWN = 20;
  private static final int LISTED_CHARACTERS = 2000;
  private static final int PARTS_BETWEEN_CHECKS = 1024;

  private final ClaimGraph graph;
  private final Problems problems;
  private final DidYouMean.Budget comparisons = new DidYouMean.Budget();
  private final DidYouMean likelyClaim;
  private final DidYouMean likelySource;
  private final UnknownReferences references;
  private final boolean allUnique;
  private final boolean allKnown;
  // The claims that say they contradict a claim, by its id; made when it is first asked for.
  private @Nullable ImmutableListMultimap<String, Claim> contradictors;

  private GraphRules(
      ClaimGraph graph,
      GraphIndexBuilder indexedClaims,
      GraphIndexBuilder indexedSources,
      Problems problems) {
    this.graph = graph;
    this.problems = problems;
    this.likelyClaim = new DidYouMean(graph.claimIds(), comparisons);
    this.likelySource = new DidYouMean(graph.sourceIds(), comparisons);
    this.references = new UnknownReferences(graph, likelyClaim, likelySource);
    this.allUnique = graph.claimTable().isUnique() && graph.sourceTable().isUnique();
    this.allKnown = graph.claimTable().containsAll(indexedClaims.claims)
        && graph.claimTable().containsAll(indexedSources.claims)
        && graph.sourceTable().containsAll(indexedClaims.sources)
        && graph.sourceTable().containsAll(indexedSources.sources);
  }

  /** Adds every problem between the parts of a graph; the parts themselves have been checked. */
  static void check(
      ClaimGraph graph,
      GraphIndexBuilder indexedClaims,
      GraphIndexBuilder indexedSources,
      Problems problems) {
    new GraphRules(graph, indexedClaims, indexedSources, problems)
        .check(indexedClaims, indexedSources);
  }

  private void check(GraphIndexBuilder indexedClaims, GraphIndexBuilder indexedSources) {
    if (allUnique && allKnown) {
      indexedClaims.suspects.build().forEach(i -> claim(graph.claims().get(i), i));
      indexedSources.suspects.build().forEach(i -> source(graph.sources().get(i), i));
    } else {
      for (int i = 0; i < graph.claims().size(); i++) {
        checkNowAndThen(i);
        claim(graph.claims().get(i), i);
      }
      for (int i = 0; i < graph.sources().size(); i++) {
        checkNowAndThen(i);
        source(graph.sources().get(i), i);
      }
    }
    if (!graph.lines().areWrittenOnce()) {
      writtenIds();
    }
    for (int i = 0; i < graph.thesis().size(); i++) {
      String id = graph.thesis().get(i);
      String at = "/thesis/" + i;
      if (graph.claimNumber(id) < 0) {
        problems.add(() -> unknownClaim(at, id));
      }
    }
    for (int i = 0; i < graph.accepted().size(); i++) {
      int number = i;
      graph.accepted().get(i).at().ifPresent(id -> {
        if (graph.claimNumber(id) < 0
            && graph.sourceNumber(id) < 0
            && graph.lines().find(id) < 0) {
          problems.add(() -> Problem.at(
              "/accepted/" + number + "/at",
              ProblemCode.UNKNOWN_ELEMENT,
              "no claim, source or line " + Rules.quoted(id),
              likelyClaim.orElse(
                  id, likelySource.orElse(id, "Name one that the graph declares."))));
        }
      });
    }
  }

  private static void checkNowAndThen(int part) {
    if (part % PARTS_BETWEEN_CHECKS == 0) {
      Cancellation.check();
    }
  }

  private boolean isUnknownClaim(String id) {
    return !allKnown && graph.claimNumber(id) < 0;
  }

  private boolean isUnknownSource(String id) {
    return !allKnown && graph.sourceNumber(id) < 0;
  }

  private void source(Source source, int number) {
    if (!allUnique && graph.sourceNumber(source.id()) != number) {
      problems.add(() -> duplicate(sourceAt(source), "source", source.id()));
    }
    for (int i = 0; i < source.derivedFrom().size(); i++) {
      String origin = source.derivedFrom().get(i);
      int at = i;
      if (origin.equals(source.id())) {
        problems.add(() -> Problem.at(
            sourceAt(source) + "/derivedFrom/" + at,
            ProblemCode.SELF_DERIVATION,
            "source '" + origin + "' is derived from itself",
            "Name the source that it passes on, or remove it."));
      }
    }
    if (!areKnownSources(source.derivedFrom())) {
      sources(sourceAt(source) + "/derivedFrom", source.derivedFrom());
    }
    if (!areKnownSources(source.readIn())) {
      sources(sourceAt(source) + "/readIn", source.readIn());
    }
    if (!areKnownSources(source.cites())) {
      sources(sourceAt(source) + "/cites", source.cites());
    }
    for (int i = 0; i < source.notices().size(); i++) {
      Optional<String> by = source.notices().get(i).by();
      int at = i;
      if (by.isPresent() && isUnknownSource(by.get())) {
        problems.add(() -> unknownSource(sourceAt(source) + "/notices/" + at + "/by", by.get()));
      }
    }
  }

  private static String sourceAt(Source source) {
    return "/sources/" + Place.escape(source.id());
  }

  private void claim(Claim claim, int number) {
    if (!allUnique && graph.claimNumber(claim.id()) != number) {
      problems.add(() -> duplicate(claimAt(claim), "claim", claim.id()));
      return;
    }
    for (int i = 0; i < claim.appearances().size(); i++) {
      source(claim, "/appearances/" + i + "/source", claim.appearances().get(i).sourceId());
    }
    evidence(claim);
    inferences(claim);
    parts(claim);
    for (int i = 0; i < claim.contradicts().size(); i++) {
      String other = claim.contradicts().get(i);
      int at = i;
      claim(claim, "/contradicts/" + i, other);
      if (other.equals(claim.id())) {
        problems.add(() -> Problem.at(
            claimAt(claim) + "/contradicts/" + at,
            ProblemCode.SELF_CONTRADICTION,
            "claim '" + other + "' contradicts itself",
            "Name another claim, or remove it."));
      }
    }
    reviews(claim);
    for (int i = 0; i < claim.searches().size(); i++) {
      if (claim.searches().get(i).sourceId().isPresent()) {
        source(
            claim,
            "/searches/" + i + "/source",
            claim.searches().get(i).sourceId().get());
      }
    }
  }

  private void parts(Claim claim) {
    for (int i = 0; i < claim.parts().size(); i++) {
      String part = claim.parts().get(i);
      int at = i;
      claim(claim, "/parts/" + i, part);
      if (part.equals(claim.id())) {
        problems.add(() -> Problem.at(
            claimAt(claim) + "/parts/" + at,
            ProblemCode.SELF_PART,
            "claim '" + part + "' is a part of itself",
            "Name another claim, or remove it."));
      }
    }
  }

  private static String claimAt(Claim claim) {
    return "/claims/" + Place.escape(claim.id());
  }

  private void evidence(Claim claim) {
    ImmutableList<Evidence> all = claim.evidence();
    Set<String> unnamed = all.size() > 1 ? new HashSet<>() : Set.of();
    for (int i = 0; i < all.size(); i++) {
      Evidence evidence = all.get(i);
      int at = i;
      if (isUnknownSource(evidence.sourceId())) {
        problems.add(() ->
            unknownSource(claimAt(claim) + "/evidence/" + at + "/source", evidence.sourceId()));
      }
      if (all.size() > 1 && evidence.id().isEmpty() && !unnamed.add(evidence.sourceId())) {
        problems.add(() -> Problem.at(
            claimAt(claim) + "/evidence/" + at,
            ProblemCode.LINE_ID_NEEDED,
            "source '" + evidence.sourceId() + "' stands twice in the evidence of claim '"
                + claim.id() + "' without an id",
            "Give this one an \"id\" of its own."));
      }
      if (evidence.via().isPresent() && !areKnownSources(evidence.via().get())) {
        sources(claimAt(claim) + "/evidence/" + i + "/via", evidence.via().get());
      }
      if (evidence.derivedFrom().isPresent()) {
        evidenceDerivation(claim, i, evidence);
      }
      claims(claim, "evidence", i, "unless", evidence.unless());
      if (!evidence.overrides().isEmpty()) {
        overrides(claim, "evidence/" + i, i, evidence.overrides());
      }
    }
  }

  private void evidenceDerivation(Claim claim, int number, Evidence evidence) {
    ImmutableList<String> origins = evidence.derivedFrom().orElseThrow();
    String pointer = claimAt(claim) + "/evidence/" + number + "/derivedFrom";
    sources(pointer, origins);
    int self = origins.indexOf(evidence.sourceId());
    if (self >= 0) {
      problems.add(() -> Problem.at(
          pointer + "/" + self,
          ProblemCode.SELF_DERIVATION,
          "source '" + evidence.sourceId() + "' is derived from itself",
          "Name the source that it passes on; an empty list says that the statement is its own."));
    }
  }

  private void inferences(Claim claim) {
    boolean unnamed = false;
    for (int i = 0; i < claim.inferences().size(); i++) {
      Inference inference = claim.inferences().get(i);
      int at = i;
      if (inference.id().isEmpty()) {
        if (unnamed) {
          problems.add(() -> Problem.at(
              claimAt(claim) + "/inferences/" + at,
              ProblemCode.LINE_ID_NEEDED,
              "claim '" + claim.id() + "' has a second inference without an id",
              "Give this one an \"id\" of its own."));
        }
        unnamed = true;
      }
      for (int j = 0; j < inference.premises().size(); j++) {
        Premise premise = inference.premises().get(j);
        int position = j;
        if (isUnknownClaim(premise.claimId())) {
          problems.add(() -> unknownClaim(
              claimAt(claim) + "/inferences/" + at + "/premises/" + position
                  + (premise.isNegated() ? "/not" : ""),
              premise.claimId()));
        }
      }
      claims(claim, "inferences", i, "assuming", inference.assuming());
      claims(claim, "inferences", i, "unless", inference.unless());
      if (!inference.overrides().isEmpty()) {
        overrides(claim, "inferences/" + i, claim.evidence().size() + i, inference.overrides());
      }
      if (inference.by().isPresent()) {
        source(claim, "/inferences/" + i + "/by", inference.by().get());
      }
      for (Map.Entry<String, String> answer : inference.answers().entrySet()) {
        if (isUnknownClaim(answer.getValue())) {
          problems.add(() -> unknownClaim(
              claimAt(claim) + "/inferences/" + at + "/answers/" + Place.escape(answer.getKey()),
              answer.getValue()));
        }
      }
    }
  }

  private void reviews(Claim claim) {
    int first = 0;
    for (int i = 0; i < claim.reviews().size(); i++) {
      Review review = claim.reviews().get(i);
      String ofReviewer = "reviews/" + Place.escape(review.reviewer());
      if (i == 0 || !claim.reviews().get(i - 1).isSuperseded()) {
        first = i;
        source(claim, "/" + ofReviewer, review.reviewer());
      }
      boolean isOnly = i == first && !review.isSuperseded();
      overrides(
          claim,
          isOnly ? ofReviewer : ofReviewer + "/" + (i - first),
          claim.evidence().size() + claim.steps().size() + i,
          review.overrides());
    }
  }

  private void overrides(Claim claim, String at, int lineOfClaim, List<String> overridden) {
    for (int i = 0; i < overridden.size(); i++) {
      String id = overridden.get(i);
      String pointer = claimAt(claim) + "/" + at + "/overrides/" + i;
      int line = graph.lines().find(id);
      int claimNumber = graph.claimNumber(claim.id());
      if (line < 0) {
        problems.add(() -> Problem.at(
            pointer,
            ProblemCode.UNKNOWN_LINE,
            "claim '" + claim.id() + "' has no line " + Rules.quoted(id),
            likelyLine(claim, graph.lines().first(claimNumber) + lineOfClaim, id)));
      } else if (graph.lines().claimOf(line) != claimNumber
          && !contradict(claim, graph.claims().get(graph.lines().claimOf(line)))) {
        problems.add(() -> Problem.at(
            pointer,
            ProblemCode.LINE_OF_ANOTHER_CLAIM,
            "line '" + id + "' bears on claim '"
                + graph.claims().get(graph.lines().claimOf(line)).id() + "', not on '" + claim.id()
                + "'",
            "A line overrides lines of its own claim, or of a claim that contradicts it."));
      } else if (line == graph.lines().first(claimNumber) + lineOfClaim) {
        problems.add(() -> Problem.at(
            pointer,
            ProblemCode.SELF_OVERRIDE,
            "line '" + id + "' overrides itself",
            "Name another line of the claim, or remove it."));
      }
    }
  }

  private static boolean contradict(Claim one, Claim other) {
    return one.contradicts().contains(other.id()) || other.contradicts().contains(one.id());
  }

  /** Returns what to write in place of an unknown line that a line of a claim overrides: one that it may override. */
  private String likelyLine(Claim claim, int overrider, String id) {
    String self = graph.lines().element(overrider).id();
    ImmutableList<Claim> opposed = opposed(claim);
    ImmutableList.Builder<String> ids = ImmutableList.builder();
    ImmutableList.Builder<String> ofSource = ImmutableList.builder();
    for (Claim each : Iterables.concat(ImmutableList.of(claim), opposed)) {
      shownLines(each).forEach(line -> {
        String lineId = line.lineId(each.id());
        if (!lineId.equals(self)) {
          ids.add(lineId);
          if (line instanceof Evidence evidence && evidence.sourceId().equals(id)) {
            ofSource.add(lineId);
          }
        }
      });
    }
    ImmutableList<String> all = ids.build();
    String sameClaim =
        "of the same claim" + (opposed.isEmpty() ? "" : ", or of one that contradicts it");
    String known = all.isEmpty()
        ? "There is no other line " + sameClaim + ": remove it."
        : "Name another line " + sameClaim + ": " + listed(all) + ".";
    if (graph.sourceNumber(id) >= 0) {
      return Rules.quoted(id) + " is a source. " + DidYouMean.question(id, ofSource.build(), known);
    }
    return graph.claimNumber(id) >= 0
        ? Rules.quoted(id) + " is a claim. " + known
        : new DidYouMean(all, comparisons).orElse(id, known);
  }

  /** Returns the claims that contradict a claim, whichever of the two says so, a few of them. */
  private ImmutableList<Claim> opposed(Claim claim) {
    if (contradictors == null) {
      ImmutableListMultimap.Builder<String, Claim> all = ImmutableListMultimap.builder();
      for (Claim each : graph.claims()) {
        each.contradicts().forEach(other -> all.put(other, each));
      }
      contradictors = all.build();
    }
    return Stream.concat(
            claim.contradicts().stream().flatMap(other -> graph.findClaim(other).stream()),
            contradictors.get(claim.id()).stream())
        .filter(other -> !other.id().equals(claim.id()))
        .distinct()
        .limit(SHOWN)
        .collect(toImmutableList());
  }

  /** A list of ids of a readable length, with at least one id. */
  private static String listed(ImmutableList<String> ids) {
    StringBuilder list = new StringBuilder();
    for (String id : ids) {
      if (!list.isEmpty() && list.length() + id.length() > LISTED_CHARACTERS) {
        return list.append(", …").toString();
      }
      list.append(list.isEmpty() ? "" : ", ").append(id);
    }
    return list.toString();
  }

  private static Stream<Line> shownLines(Claim claim) {
    return Stream.of(claim.evidence(), claim.steps(), claim.reviews())
        .flatMap(lines -> lines.stream().limit(SHOWN));
  }

  private void writtenIds() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < graph.lines().writtenCount(); i++) {
      String id = graph.lines().writtenId(i);
      if (!seen.add(id)) {
        int line = graph.lines().writtenLine(i);
        Claim claim = graph.claims().get(graph.lines().claimOf(line));
        int at = line - graph.lines().first(graph.lines().claimOf(line));
        String part = at < claim.evidence().size()
            ? "/evidence/" + at
            : "/inferences/" + (at - claim.evidence().size());
        problems.add(() -> duplicate(claimAt(claim) + part + "/id", "line", id));
      }
    }
  }

  private void claims(Claim claim, String list, int number, String member, List<String> ids) {
    for (String id : ids) {
      if (isUnknownClaim(id)) {
        claims(claimAt(claim) + "/" + list + "/" + number + "/" + member, ids);
        return;
      }
    }
  }

  private void claims(String pointer, List<String> ids) {
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      int at = i;
      if (isUnknownClaim(id)) {
        problems.add(() -> unknownClaim(pointer + "/" + at, id));
      }
    }
  }

  private void claim(Claim claim, String at, String id) {
    if (isUnknownClaim(id)) {
      problems.add(() -> unknownClaim(claimAt(claim) + at, id));
    }
  }

  private Problem unknownClaim(String pointer, String id) {
    return references.unknownClaim(pointer, id);
  }

  private boolean areKnownSources(List<String> ids) {
    for (String id : ids) {
      if (isUnknownSource(id)) {
        return false;
      }
    }
    return true;
  }

  private void sources(String pointer, List<String> ids) {
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      int at = i;
      if (isUnknownSource(id)) {
        problems.add(() -> unknownSource(pointer + "/" + at, id));
      }
    }
  }

  private void source(Claim claim, String at, String id) {
    if (isUnknownSource(id)) {
      problems.add(() -> unknownSource(claimAt(claim) + at, id));
    }
  }

  private Problem unknownSource(String pointer, String id) {
    return references.unknownSource(pointer, id);
  }

  private static Problem duplicate(String pointer, String kind, String id) {
    return Problem.at(
        pointer,
        ProblemCode.DUPLICATE_ID,
        "the " + kind + " '" + id + "' is already declared",
        "Give one of the two another id, or remove it."
            + switch (kind) {
              case "claim" -> " In Java, replaceClaim puts one in the place of the other.";
              case "source" -> " In Java, replaceSource puts one in the place of the other.";
              default -> "";
            });
  }
}
