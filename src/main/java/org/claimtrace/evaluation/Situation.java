package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.claimtrace.model.PartialDate;

/**
 * The circumstances under which a graph is evaluated, turned into the gates that are switched off, on, and left to chance.
 *
 * @param reviews what published verdicts count for
 * @param asOf the date at which the graph is looked at; without one, everything exists and every retraction counts
 * @param suppositions what claims are supposed to be
 * @param byLogic whether grades are read as yes or no
 * @param ignoresDerivation whether sources are taken for originals, whatever they are derived from
 */
record Situation(
    ReviewPolicy reviews,
    Optional<PartialDate> asOf,
    ImmutableMap<String, Supposition> suppositions,
    boolean byLogic,
    boolean ignoresDerivation) {

  /** The kinds of a compiled graph's gates in this situation. */
  byte[] kinds(CompiledGraph compiled, Grades grades) {
    byte[] kinds = compiled.circuit.kinds();
    int day = asOf.map(date -> (int) date.lastDay().toEpochDay()).orElse(CompiledGraph.NEVER);
    int sources = compiled.coinGate.length;
    for (int source = 0; source < sources; source++) {
      int gate = compiled.coinGate[source];
      kinds[gate] = isRetracted(compiled.retracted[source], day)
          ? Circuit.OFF
          : toss(grades.of(source), kinds[gate]);
      if (ignoresDerivation && compiled.rightGate[source] != gate) {
        kinds[gate + 1] = Circuit.ON;
      }
    }
    for (int part = 0; part < compiled.parts.length; part++) {
      int gate = compiled.partGate[part];
      if (!Part.isLine(compiled.parts[part])) {
        kinds[gate] = ignoresDerivation ? Circuit.ON : kinds[gate];
      } else {
        kinds[gate] = compiled.begins[part] > day
            ? Circuit.OFF
            : toss(grades.of(sources + part), kinds[gate]);
      }
    }
    for (CompiledGraph.Inheritance inheritance : compiled.inheritances) {
      for (int evidence : inheritance.evidence()) {
        if (compiled.begins[evidence] <= day && !ignoresDerivation) {
          kinds[compiled.partGate[inheritance.part()]] = Circuit.OFF;
        }
      }
    }
    for (int claim : compiled.reviewed) {
      count(compiled, claim, day, kinds);
    }
    suppositions.forEach(
        (id, supposition) -> suppose(compiled, compiled.claimRank(id), supposition, kinds));
    return kinds;
  }

  private byte toss(double grade, byte kind) {
    if (byLogic ? grade > .5 : grade == 1) {
      return kind;
    }
    return byLogic || grade == 0 ? Circuit.OFF : Circuit.OPEN;
  }

  private static boolean isRetracted(int retracted, int day) {
    return retracted != CompiledGraph.NEVER && retracted <= day;
  }

  /** Switches off the lines of a reviewed claim that do not count. */
  private void count(CompiledGraph compiled, int claim, int day, byte[] kinds) {
    boolean reviewsCount = switch (reviews) {
      case EVIDENCE_ONLY -> false;
      case EVIDENCE_FIRST -> !hasGround(compiled, claim, day);
      case REVIEWS_FIRST -> hasReview(compiled, claim, day);
    };
    boolean othersCount = reviews != ReviewPolicy.REVIEWS_FIRST || !reviewsCount;
    for (int part = compiled.partFirst[claim]; part < compiled.partFirst[claim + 1]; part++) {
      boolean counts = Part.kind(compiled.parts[part]) == Part.REVIEW ? reviewsCount : othersCount;
      if (!counts) {
        kinds[compiled.partGate[part]] = Circuit.OFF;
      }
    }
    if (!othersCount && compiled.has(claim, CompiledGraph.HAS_CONTRADICTED)) {
      kinds[compiled.contradictedGate(claim)] = Circuit.OFF;
    }
  }

  private static boolean hasGround(CompiledGraph compiled, int claim, int day) {
    for (int part = compiled.partFirst[claim]; part < compiled.partFirst[claim + 1]; part++) {
      if (Part.isGround(compiled.parts[part]) && compiled.begins[part] <= day) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasReview(CompiledGraph compiled, int claim, int day) {
    for (int part = compiled.partFirst[claim]; part < compiled.partFirst[claim + 1]; part++) {
      if (Part.kind(compiled.parts[part]) == Part.REVIEW && compiled.begins[part] <= day) {
        return true;
      }
    }
    return false;
  }

  /** The claim's lines are computed as they are; what the claim is does not depend on them. */
  private static void suppose(
      CompiledGraph compiled, int claim, Supposition supposition, byte[] kinds) {
    byte pro = supposition == Supposition.ACCEPTED ? Circuit.ON : Circuit.OFF;
    byte con = supposition == Supposition.REJECTED ? Circuit.ON : Circuit.OFF;
    kinds[compiled.proGate[claim]] = pro;
    kinds[compiled.conGate(claim)] = con;
  }
}
