package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.GateStates;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.compiled.LineKind;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;

/**
 * The circumstances under which a graph is evaluated, turned into the gates that are switched off, on, and left to chance.
 *
 * @param reviews what published verdicts count for
 * @param asOf the date at which the graph is looked at; without one, everything exists and every retraction counts
 * @param suppositions what claims are supposed to be
 * @param byLogic whether grades are read as yes or no
 * @param ignoresDerivation whether sources are taken for originals, whatever they are derived from
 * @param unreviewed the ids of claims that are taken as if nobody had reviewed them; those that a graph does not have do not matter
 * @param upheld the evidence that is taken as if its statement had not been withdrawn
 */
record Circumstances(
    ReviewPolicy reviews,
    Optional<PartialDate> asOf,
    ImmutableMap<String, Supposition> suppositions,
    boolean byLogic,
    boolean ignoresDerivation,
    ImmutableSet<String> unreviewed,
    ImmutableSet<Element> upheld) {

  Circumstances(
      ReviewPolicy reviews,
      Optional<PartialDate> asOf,
      ImmutableMap<String, Supposition> suppositions,
      boolean byLogic,
      boolean ignoresDerivation) {
    this(
        reviews,
        asOf,
        suppositions,
        byLogic,
        ignoresDerivation,
        ImmutableSet.of(),
        ImmutableSet.of());
  }

  /** These circumstances, at another date. */
  Circumstances asOf(PartialDate date) {
    return new Circumstances(
        reviews, Optional.of(date), suppositions, byLogic, ignoresDerivation, unreviewed, upheld);
  }

  /** These circumstances, with more claims supposed to be something. */
  Circumstances supposing(Map<String, Supposition> more) {
    ImmutableMap<String, Supposition> all = ImmutableMap.<String, Supposition>builder()
        .putAll(suppositions)
        .putAll(more)
        .buildKeepingLast();
    return new Circumstances(reviews, asOf, all, byLogic, ignoresDerivation, unreviewed, upheld);
  }

  /** These circumstances, with more claims taken as if nobody had reviewed them. */
  Circumstances unreviewed(Set<String> claimIds) {
    ImmutableSet<String> all =
        ImmutableSet.<String>builder().addAll(unreviewed).addAll(claimIds).build();
    return new Circumstances(reviews, asOf, suppositions, byLogic, ignoresDerivation, all, upheld);
  }

  /** These circumstances, with no claim taken as if nobody had reviewed it. */
  Circumstances asReviewed() {
    return new Circumstances(
        reviews, asOf, suppositions, byLogic, ignoresDerivation, ImmutableSet.of(), upheld);
  }

  /** These circumstances, with the statement of a piece of evidence not withdrawn. */
  Circumstances upholding(Element evidence) {
    ImmutableSet<Element> all =
        ImmutableSet.<Element>builder().addAll(upheld).add(evidence).build();
    return new Circumstances(
        reviews, asOf, suppositions, byLogic, ignoresDerivation, unreviewed, all);
  }

  /** These circumstances, with suppositions of some claims only. */
  Circumstances of(Predicate<String> claims) {
    ImmutableMap<String, Supposition> some =
        ImmutableMap.copyOf(Maps.filterKeys(suppositions, claims::test));
    return new Circumstances(reviews, asOf, some, byLogic, ignoresDerivation, unreviewed, upheld);
  }

  /** Returns how a compiled graph's gates are switched in these circumstances. */
  GateStates states(GraphCircuit compiled, Grades grades) {
    boolean allCount = compiled.inheritances.length == 0
        && compiled.reviewed.length == 0
        && suppositions.isEmpty();
    return allCount && isAsWritten(grades)
        ? asWrittenStates(compiled)
        : GateStates.of(kinds(compiled, grades));
  }

  /** Returns whether every coin is what the graph says of it. */
  private boolean isAsWritten(Grades grades) {
    return asOf.isEmpty()
        && !byLogic
        && !ignoresDerivation
        && upheld.isEmpty()
        && grades.changed().isEmpty();
  }

  /** Returns a fresh array of the kinds of a compiled graph's gates in these circumstances. */
  byte[] kinds(GraphCircuit compiled, Grades grades) {
    int day = lastDay();
    byte[] kinds =
        isAsWritten(grades) ? asWrittenStates(compiled).kinds().clone() : tossed(compiled, grades);
    for (GraphCircuit.Inheritance inheritance : compiled.inheritances) {
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

  /** Returns how gates are switched where everything exists and counts and grades are what the graph says. */
  private static GateStates asWrittenStates(GraphCircuit compiled) {
    return compiled.asWritten(() -> GateStates.of(asWritten(compiled)));
  }

  /**
   * Returns whether the gate of a coin that is off comes on with another grade: that of a source does, since a grade given to it lifts its
   * retraction; that of a line if it exists, counts and is not withdrawn.
   */
  boolean isOffByGrade(GraphCircuit compiled, int coin, Grades grades) {
    int part = coin - compiled.coinGate.length;
    return part < 0
        || (toss(grades.of(coin), Circuit.AND) == Circuit.OFF
            && exists(compiled, part)
            && counts(compiled, part)
            && !isWithdrawn(compiled, part));
  }

  /** Returns the kinds where no line is switched off for others, or for what a claim is supposed to be. */
  static byte[] asWritten(GraphCircuit compiled) {
    return new Circumstances(
            ReviewPolicy.EVIDENCE_FIRST, Optional.empty(), ImmutableMap.of(), false, false)
        .tossed(compiled, new Grades(compiled, ImmutableMap.of()));
  }

  private byte[] tossed(GraphCircuit compiled, Grades grades) {
    byte[] kinds = compiled.circuit.kinds();
    int day = lastDay();
    int sources = compiled.coinGate.length;
    for (int source = 0; source < sources; source++) {
      int gate = compiled.coinGate[source];
      kinds[gate] = isRetracted(compiled, source, grades)
          ? Circuit.OFF
          : toss(grades.of(source), kinds[gate]);
      if (ignoresDerivation && compiled.rightGate[source] != gate) {
        kinds[gate + 1] = Circuit.ON;
      }
    }
    for (int part = 0; part < compiled.partKinds.length; part++) {
      int gate = compiled.partGate[part];
      if (!LineKind.isLine(compiled.partKinds[part])) {
        kinds[gate] = ignoresDerivation ? Circuit.ON : kinds[gate];
      } else {
        kinds[gate] =
            begin(compiled, part) > day || LineKind.isUnmappedReview(compiled.partKinds[part])
                ? Circuit.OFF
                : toss(grades.of(sources + part), kinds[gate]);
      }
    }
    for (GraphCircuit.Ending ending : compiled.endings) {
      if (ending.day() <= day && !isUpheld(compiled, ending.part())) {
        kinds[compiled.partGate[ending.part()]] = Circuit.OFF;
      }
    }
    return kinds;
  }

  private int lastDay() {
    return asOf.map(date -> (int) date.lastDay().toEpochDay()).orElse(GraphCircuit.NEVER);
  }

  private int begin(GraphCircuit compiled, int part) {
    return compiled.begin(part, ignoresDerivation);
  }

  /** Returns whether the statement of a piece of evidence is withdrawn. */
  boolean isWithdrawn(GraphCircuit compiled, int part) {
    return LineKind.kind(compiled.partKinds[part]) == LineKind.EVIDENCE
        && compiled.hasEnded(part, lastDay())
        && !isUpheld(compiled, part);
  }

  private boolean isUpheld(GraphCircuit compiled, int part) {
    return upheld.stream()
        .anyMatch(each ->
            compiled.graph.findEvidence(each.id()).isPresent() && compiled.linePart(each) == part);
  }

  /** Returns whether a part exists. */
  boolean exists(GraphCircuit compiled, int part) {
    return begin(compiled, part) <= lastDay();
  }

  /** Returns whether a part counts beside the others of its claim. */
  boolean counts(GraphCircuit compiled, int part) {
    int claim = compiled.claimOfGate(compiled.partGate[part]);
    return LineKind.kind(compiled.partKinds[part]) == LineKind.REVIEW
        ? reviewsCount(compiled, claim)
            && !LineKind.isUnmappedReview(compiled.partKinds[part])
            && !compiled.hasEnded(part, lastDay())
        : othersCount(compiled, claim);
  }

  /** Returns whether the reviews of a claim count. */
  boolean reviewsCount(GraphCircuit compiled, int claim) {
    return reviewsCount(compiled, claim, lastDay());
  }

  /** Returns whether what bears on a claim besides reviews counts. */
  boolean othersCount(GraphCircuit compiled, int claim) {
    return othersCount(compiled, claim, lastDay());
  }

  /** Returns whether a piece of evidence or inference that exists speaks for or against a claim. */
  boolean hasGround(GraphCircuit compiled, int claim) {
    return hasGround(compiled, claim, lastDay());
  }

  /** Returns whether a source is retracted, and no scenario has lifted its retraction by giving it a grade above 0. */
  boolean isRetracted(GraphCircuit compiled, int source, Grades grades) {
    return hasRetraction(compiled, source) && grades.changed().getOrDefault(source, 0.0) == 0;
  }

  /** Returns whether a source was retracted by the date, lifted or not. */
  boolean hasRetraction(GraphCircuit compiled, int source) {
    int retracted = compiled.retracted[source];
    return retracted != GraphCircuit.NEVER && retracted <= lastDay();
  }

  /** Returns the chance that a coin of a grade is yes. */
  double coin(double grade) {
    return byLogic ? (grade > .5 ? 1 : 0) : grade;
  }

  /** Returns what becomes of a gate that takes a coin of a grade. */
  byte toss(double grade, byte kind) {
    if (byLogic ? grade > .5 : grade == 1) {
      return kind;
    }
    return byLogic || grade == 0 ? Circuit.OFF : Circuit.OPEN;
  }

  /** Switches off the lines of a reviewed claim that do not count. */
  private void count(GraphCircuit compiled, int claim, int day, byte[] kinds) {
    boolean reviewsCount = reviewsCount(compiled, claim, day);
    boolean othersCount = othersCount(compiled, claim, day);
    for (int part = compiled.partFirst[claim]; part < compiled.partFirst[claim + 1]; part++) {
      boolean counts =
          LineKind.kind(compiled.partKinds[part]) == LineKind.REVIEW ? reviewsCount : othersCount;
      if (!counts) {
        kinds[compiled.partGate[part]] = Circuit.OFF;
      }
    }
    if (!othersCount && compiled.has(claim, GraphCircuit.HAS_CONTRADICTED)) {
      kinds[compiled.contradictedGate(claim)] = Circuit.OFF;
    }
  }

  private boolean isUnreviewed(GraphCircuit compiled, int claim) {
    return !unreviewed.isEmpty() && unreviewed.contains(compiled.claims.id(claim));
  }

  private boolean reviewsCount(GraphCircuit compiled, int claim, int day) {
    if (isUnreviewed(compiled, claim)) {
      return false;
    }
    return switch (reviews) {
      case EVIDENCE_ONLY -> false;
      case EVIDENCE_FIRST -> !hasGround(compiled, claim, day);
      case REVIEWS_FIRST -> true;
    };
  }

  private boolean othersCount(GraphCircuit compiled, int claim, int day) {
    return reviews != ReviewPolicy.REVIEWS_FIRST
        || isUnreviewed(compiled, claim)
        || !hasReview(compiled, claim, day);
  }

  private boolean hasGround(GraphCircuit compiled, int claim, int day) {
    for (int part = compiled.partFirst[claim]; part < compiled.partFirst[claim + 1]; part++) {
      if (LineKind.isGround(compiled.partKinds[part]) && begin(compiled, part) <= day) {
        return true;
      }
    }
    return false;
  }

  private boolean hasReview(GraphCircuit compiled, int claim, int day) {
    for (int part = compiled.partFirst[claim]; part < compiled.partFirst[claim + 1]; part++) {
      if (LineKind.kind(compiled.partKinds[part]) == LineKind.REVIEW
          && !LineKind.isUnmappedReview(compiled.partKinds[part])
          && begin(compiled, part) <= day
          && !compiled.hasEnded(part, day)) {
        return true;
      }
    }
    return false;
  }

  /** The claim's lines are computed as they are; what the claim is does not depend on them. */
  private static void suppose(
      GraphCircuit compiled, int claim, Supposition supposition, byte[] kinds) {
    kinds[compiled.proGate[claim]] = supposedPro(supposition);
    kinds[compiled.conGate(claim)] = supposedCon(supposition);
  }

  static byte supposedPro(Supposition supposition) {
    return supposition == Supposition.ACCEPTED ? Circuit.ON : Circuit.OFF;
  }

  static byte supposedCon(Supposition supposition) {
    return supposition == Supposition.REJECTED ? Circuit.ON : Circuit.OFF;
  }
}
