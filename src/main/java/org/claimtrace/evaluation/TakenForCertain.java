package org.claimtrace.evaluation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Review;

/**
 * How much of a graph carries no grade, and is therefore taken for certain.
 *
 * <p>Experimental.
 *
 * @param sources the number of sources without a reliability, of those that a line, or another such source, reads
 * @param evidence the number of pieces of evidence without a strength
 * @param inferences the number of inferences without a strength
 */
public record TakenForCertain(int sources, int evidence, int inferences) {

  /** Schemes whose conclusion cannot be false if their premises are true; any other can fail. */
  private static final ImmutableSet<String> INFALLIBLE = ImmutableSet.of(
      "arithmetic",
      "calculation",
      "deduction",
      "deductive",
      "definition",
      "logic",
      "modus-ponens",
      "modus-tollens",
      "syllogism");

  /**
   * Returns what a graph leaves without a grade; empty if nothing is taken for certain, and if the graph neither uses grades nor
   * has an inference whose scheme can fail, so that it is meant to be judged by logic. Takes time linear in the graph.
   */
  public static Optional<TakenForCertain> of(ClaimGraph graph) {
    requireNonNull(graph, "graph");
    int evidence = 0;
    int allEvidence = 0;
    int inferences = 0;
    int allInferences = 0;
    boolean canFail = false;
    Set<String> read = new HashSet<>();
    for (Claim claim : graph.claims()) {
      for (Evidence each : claim.evidence()) {
        read.add(each.sourceId());
        read.addAll(graph.relays(each));
        allEvidence++;
        evidence += isCertain(each.strength()) ? 1 : 0;
      }
      for (Inference each : claim.inferences()) {
        allInferences++;
        inferences += isCertain(each.strength()) ? 1 : 0;
        canFail |= each.scheme().filter(TakenForCertain::canFail).isPresent();
      }
      for (Review each : claim.reviews()) {
        read.add(each.reviewer());
      }
    }
    addOrigins(read, graph);
    int sources = 0;
    for (String id : read) {
      sources += isCertain(graph.source(id).reliability()) ? 1 : 0;
    }
    boolean usesGrades =
        sources < read.size() || evidence < allEvidence || inferences < allInferences;
    boolean isAny = sources + evidence + inferences > 0;
    return isAny && (usesGrades || canFail)
        ? Optional.of(new TakenForCertain(sources, evidence, inferences))
        : Optional.empty();
  }

  /** Adds the sources that some sources pass on, and those that these pass on. */
  private static void addOrigins(Set<String> sourceIds, ClaimGraph graph) {
    Deque<String> open = new ArrayDeque<>(sourceIds);
    while (!open.isEmpty()) {
      for (String origin : graph.source(open.remove()).derivedFrom()) {
        if (sourceIds.add(origin)) {
          open.add(origin);
        }
      }
    }
  }

  private static boolean isCertain(Grade grade) {
    return grade.value() == 1;
  }

  private static boolean canFail(String scheme) {
    return !INFALLIBLE.contains(scheme.toLowerCase(Locale.ROOT).replace(' ', '-'));
  }
}
