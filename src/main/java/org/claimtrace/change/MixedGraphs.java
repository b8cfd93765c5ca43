package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.work.Cancellation;

/**
 * Builds and evaluates the graphs in which only some of the differences between two sides are made.
 *
 * <p>In such a graph each attribute of a line has its value before or after. A claim or source that only one side has is in all
 * of these graphs, with everything that bears on it; only lines of its own side read it. Every set of differences therefore
 * yields a consistent graph. Not safe for use by several threads.
 */
final class MixedGraphs {

  private final ComparedEvaluation before;
  private final ComparedEvaluation after;
  private final Dependencies reads;
  private final GraphComparison comparison;

  MixedGraphs(
      ComparedEvaluation before,
      ComparedEvaluation after,
      Dependencies reads,
      GraphComparison comparison) {
    this.before = before;
    this.after = after;
    this.reads = reads;
    this.comparison = comparison;
  }

  /**
   * A part of the graphs: the cone of some claims.
   *
   * @param claims the numbers of the claims
   * @param sources the numbers of the sources
   * @param size the number of claims, sources, lines and contradictions
   */
  record Section(BitSet claims, BitSet sources, int size) {}

  /** Returns the id of a claim by its number. */
  String id(int number) {
    return reads.claims().get(number);
  }

  /** Returns the number of nodes and links of the dependencies. */
  int size() {
    return reads.size();
  }

  /** Returns the cone of some claims in all mixed graphs. */
  Section section(int... roots) {
    BitSet nodes = reads.below(Dependencies.Lines.EITHER, roots);
    BitSet sectionClaims = nodes.get(0, reads.claims().size());
    BitSet sectionSources = new BitSet();
    for (int source = 0; source < reads.sources().size(); source++) {
      if (nodes.get(reads.asserting(source)) || nodes.get(reads.showing(source))) {
        sectionSources.set(source);
        ComparedSource compared = comparison.source(source);
        for (String relay :
            Iterables.concat(compared.was().readIn(), compared.is().readIn())) {
          sectionSources.set(reads.source(relay));
        }
      } else if (nodes.get(reads.relaying(source))) {
        sectionSources.set(source);
      }
    }
    int size = sectionSources.cardinality();
    for (int claim = sectionClaims.nextSetBit(0);
        claim >= 0;
        claim = sectionClaims.nextSetBit(claim + 1)) {
      size += 1
          + comparison.contradictions(claim).size()
          + reads.links(claim)
          + comparison.claim(claim).lines().size();
    }
    return new Section(sectionClaims, sectionSources, size);
  }

  /** Returns the evaluation of a part of the graph with only some differences made. */
  Evaluation evaluate(Section section, BitSet made) {
    Cancellation.check();
    return options(made).build(suppositions(section, made)).evaluate(graph(section, made));
  }

  /** Returns the side whose method, worlds and seed are used if some differences are made. */
  Evaluation sampled(BitSet made) {
    return options(made).sampled();
  }

  private EvaluatorDraft options(BitSet made) {
    EvaluatorDraft draft = new EvaluatorDraft(before.evaluation(), after.evaluation());
    NumberedChange.apply(comparison.options(), made, draft);
    return draft;
  }

  private Map<String, Supposition> suppositions(Section section, BitSet made) {
    Map<String, Supposition> all = new LinkedHashMap<>();
    if (before.evaluation().suppositions().isEmpty()
        && after.evaluation().suppositions().isEmpty()) {
      return all;
    }
    for (ComparedClaim claim : claims(section)) {
      String id = claim.id();
      (before.hasClaim(id) ? before : after)
          .evaluation()
          .supposed(id)
          .ifPresent(supposition -> all.put(id, supposition));
      comparison
          .supposition(id)
          .filter(supposed -> made.get(supposed.number()))
          .ifPresent(supposed -> supposed.change().apply(all));
    }
    return all;
  }

  private List<ComparedClaim> claims(Section section) {
    return section.claims().stream().mapToObj(comparison::claim).toList();
  }

  private ClaimGraph graph(Section section, BitSet made) {
    ClaimGraph.Builder graph = ClaimGraph.builder("trial").title("Trial");
    Predicate<String> isThere = id -> {
      int number = reads.source(id);
      return number >= 0 && section.sources().get(number);
    };
    section.sources().stream()
        .forEach(number -> graph.source(
            comparison.source(number).draft(made).source(reads.sources().get(number), isThere)));
    Map<Integer, Map<Element, String>> names = names(section, made);
    for (int number = section.claims().nextSetBit(0);
        number >= 0;
        number = section.claims().nextSetBit(number + 1)) {
      ComparedClaim compared = comparison.claim(number);
      Claim.Builder claim = Claim.builder(compared.id())
          .text(compared.id())
          .allContradicts(comparison.contradictions(number).stream()
              .filter(each -> each.isThere(made))
              .map(GraphComparison.Contradiction::other)
              .toList());
      for (ComparedLine line : compared.lines()) {
        String name = names.getOrDefault(number, Map.of()).get(line.element());
        if (name != null) {
          LineDraft draft = line.draft(made);
          draft.keepOrigins(isThere);
          draft.overrides(overridden(number, line, draft.overrides(), names, made));
          draft.addTo(claim, name);
        }
      }
      graph.claim(claim);
    }
    return graph.build();
  }

  /** Returns the ids of the lines that are present, by the number of their claim. */
  private Map<Integer, Map<Element, String>> names(Section section, BitSet made) {
    // A line that moved to another claim or changed its kind may occur twice in a trial.
    Set<String> written = new HashSet<>();
    Map<Integer, Map<Element, String>> names = new HashMap<>();
    section.claims().stream().forEach(number -> {
      Map<Element, String> ofClaim = new HashMap<>();
      for (ComparedLine line : comparison.claim(number).lines()) {
        if (line.isThere(made)) {
          String name = LineDraft.name(line.element(), line.sides().get(0));
          while (!written.add(name)) {
            name += "-";
          }
          ofClaim.put(line.element(), name);
        }
      }
      names.put(number, ofClaim);
    });
    return names;
  }

  /**
   * Returns the names of the present lines that a line overrides. For a line that only one side has, that side decides whether
   * it is overridden. A line of another claim is overridden only where the two claims contradict each other.
   *
   * @param number the number of the claim of the line
   * @param chosen the ids that the line names
   * @param names the names of the lines that are present
   */
  private ImmutableList<String> overridden(
      int number,
      ComparedLine line,
      ImmutableList<String> chosen,
      Map<Integer, Map<Element, String>> names,
      BitSet made) {
    Set<String> ids = new LinkedHashSet<>();
    line.sides().forEach(side -> ids.addAll(side.overrides()));
    if (ids.isEmpty()) {
      return ImmutableList.of();
    }
    Set<String> chosenIds = ImmutableSet.copyOf(chosen);
    Set<String> overridden = new LinkedHashSet<>();
    for (String id : ids) {
      for (int claim : claimsWith(id, number)) {
        if (claim == number || contradict(number, claim, made)) {
          Map<Element, String> ofClaim = names.getOrDefault(claim, Map.of());
          for (ComparedLine other : comparison.claim(claim).named(id)) {
            String name = ofClaim.get(other.element());
            boolean isItself = claim == number && other.element().equals(line.element());
            if (name != null && !isItself && isOverridden(line, other, id, chosenIds)) {
              overridden.add(name);
            }
          }
        }
      }
    }
    return ImmutableList.copyOf(overridden);
  }

  private boolean isOverridden(
      ComparedLine line, ComparedLine other, String id, Set<String> chosen) {
    CountedLine only = other.was() == null ? line.is() : other.is() == null ? line.was() : null;
    return only == null
        ? chosen.contains(id) && isMeant(line, other.element())
        : only.overrides().contains(id);
  }

  /** Returns the numbers of the claims with a line of an id on either side, and that of the claim whose line names it. */
  private Set<Integer> claimsWith(String lineId, int own) {
    Set<Integer> claims = new LinkedHashSet<>();
    claims.add(own);
    for (ComparedEvaluation side : List.of(before, after)) {
      if (side.graph().findLine(lineId).isPresent()) {
        int claim = reads.claim(side.graph().claimOf(lineId).id());
        if (claim >= 0) {
          claims.add(claim);
        }
      }
    }
    return claims;
  }

  private boolean contradict(int one, int other, BitSet made) {
    return isContradiction(one, other, made) || isContradiction(other, one, made);
  }

  private boolean isContradiction(int one, int other, BitSet made) {
    return comparison.contradictions(one).stream()
        .anyMatch(each -> reads.claim(each.other()) == other && each.isThere(made));
  }

  /** Returns whether an id that a line names refers to {@code other} on the side of the line, and not to a line of another kind. */
  private boolean isMeant(ComparedLine line, Element other) {
    ComparedEvaluation side = line.is() == null ? before : after;
    return (line.was() != null && line.is() != null)
        || side.graph().findLine(other.id()).filter(other::equals).isPresent();
  }
}
