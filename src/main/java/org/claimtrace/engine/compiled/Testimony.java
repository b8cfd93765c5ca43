package org.claimtrace.engine.compiled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Stance;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the testimony of origins: the evidence of a copy fires only where one of its origins says the same of the same
 * claim.
 *
 * <p>An origin says it wherever it is right, if neither it nor any source that it goes back to has evidence of that stance on
 * the claim: its rightness includes that of the sources it is derived from. Parts are therefore needed only for the sources on
 * the way from a copy to another source with such evidence.
 */
final class Testimony {

  private static final Draft NONE = new Draft(List.of(), new int[0], 0);

  private final int[] originFirst;
  private final int[] origins;
  private final int[] component;
  private final boolean[] isInRing;
  /** By source, its index among those on the way, plus one; all zero outside of a call. */
  private final int[] placeOf;

  Testimony(int[] originFirst, int[] origins, int[] component, boolean[] isInRing) {
    this.originFirst = originFirst;
    this.origins = origins;
    this.component = component;
    this.isInRing = isInRing;
    placeOf = new int[component.length];
  }

  /**
   * Drafts the parts that the evidence of a claim needs besides its lines.
   *
   * @param evidence the evidence, in sorted order
   * @param sources the ranks of its sources, in the same order
   * @param own the ranks of the sources that evidence says itself it is derived from, in the same order; null where it says
   *     nothing, so that what its source is derived from applies
   * @param lines how many lines the claim has
   */
  Draft draft(
      List<Evidence> evidence, int[] sources, int @Nullable [] @Nullable [] own, int lines) {
    boolean copies = own != null;
    for (int source : sources) {
      copies |= originFirst[source + 1] > originFirst[source];
    }
    if (!copies) {
      return NONE;
    }
    int[][] originsOf = new int[sources.length][];
    for (int i = 0; i < sources.length; i++) {
      originsOf[i] = own != null && own[i] != null
          ? own[i]
          : Arrays.copyOfRange(origins, originFirst[sources[i]], originFirst[sources[i] + 1]);
    }
    int[] said = new int[sources.length];
    Arrays.fill(said, -1);
    Draft draft = new Draft(new ArrayList<>(), said, lines);
    for (Stance stance : Stance.values()) {
      draft(stance, evidence, sources, originsOf, draft);
    }
    return draft.isEmpty() ? NONE : draft;
  }

  private void draft(
      Stance stance, List<Evidence> evidence, int[] sources, int[][] originsOf, Draft draft) {
    Cancellation.check();
    IntList bearing = new IntList(sources.length);
    int lowest = Integer.MAX_VALUE;
    boolean several = false;
    boolean ring = false;
    boolean ownDerivation = false;
    for (int i = 0; i < sources.length; i++) {
      if (evidence.get(i).stance() == stance) {
        several |= !bearing.isEmpty() && sources[bearing.get(0)] != sources[i];
        ring |= isInRing[sources[i]];
        ownDerivation |= isDerivedItself(evidence.get(i));
        lowest = Math.min(lowest, component[sources[i]]);
        bearing.add(i);
      }
    }
    if (!several && !ring && !ownDerivation) {
      return;
    }
    IntList onTheWay = new IntList(8);
    for (int i = 0; i < bearing.size(); i++) {
      for (int origin : originsOf[bearing.get(i)]) {
        visit(origin, lowest, onTheWay);
      }
    }
    for (int i = 0; i < onTheWay.size(); i++) {
      int source = onTheWay.get(i);
      for (int at = originFirst[source]; at < originFirst[source + 1]; at++) {
        visit(origins[at], lowest, onTheWay);
      }
    }
    IntList[] own = new IntList[onTheWay.size()];
    for (int i = 0; i < bearing.size(); i++) {
      int place = placeOf[sources[bearing.get(i)]] - 1;
      if (place >= 0) {
        own[place] = own[place] == null ? new IntList(1) : own[place];
        own[place].add(bearing.get(i));
      }
    }
    boolean[] leads = leadsToEvidence(onTheWay, own);
    write(onTheWay, own, leads, bearing, evidence, originsOf, draft);
    for (int i = 0; i < onTheWay.size(); i++) {
      placeOf[onTheWay.get(i)] = 0;
    }
  }

  /** Whether evidence says itself that it is derived from others, and is no exhibit. */
  private static boolean isDerivedItself(Evidence evidence) {
    return !evidence.isExhibit()
        && evidence.derivedFrom().filter(each -> !each.isEmpty()).isPresent();
  }

  /** Adds an origin that may lead to evidence: its component is not before all components with evidence. */
  private void visit(int origin, int lowest, IntList onTheWay) {
    if (placeOf[origin] == 0 && component[origin] >= lowest) {
      onTheWay.add(origin);
      placeOf[origin] = onTheWay.size();
    }
  }

  private boolean[] leadsToEvidence(IntList onTheWay, IntList[] own) {
    int size = onTheWay.size();
    int[] begins = new int[size + 2];
    for (int i = 0; i < size; i++) {
      for (int at = originFirst[onTheWay.get(i)]; at < originFirst[onTheWay.get(i) + 1]; at++) {
        if (placeOf[origins[at]] > 0) {
          begins[placeOf[origins[at]] + 1]++;
        }
      }
    }
    for (int i = 2; i < begins.length; i++) {
      begins[i] += begins[i - 1];
    }
    int[] derived = new int[begins[size + 1]];
    for (int i = 0; i < size; i++) {
      for (int at = originFirst[onTheWay.get(i)]; at < originFirst[onTheWay.get(i) + 1]; at++) {
        if (placeOf[origins[at]] > 0) {
          derived[begins[placeOf[origins[at]]]++] = i;
        }
      }
    }
    boolean[] leads = new boolean[size];
    IntList pending = new IntList(size);
    for (int i = 0; i < size; i++) {
      if (own[i] != null) {
        leads[i] = true;
        pending.add(i);
      }
    }
    while (!pending.isEmpty()) {
      int place = pending.removeLast();
      for (int at = begins[place]; at < begins[place + 1]; at++) {
        if (!leads[derived[at]]) {
          leads[derived[at]] = true;
          pending.add(derived[at]);
        }
      }
    }
    return leads;
  }

  private void write(
      IntList onTheWay,
      IntList[] own,
      boolean[] leads,
      IntList bearing,
      List<Evidence> evidence,
      int[][] originsOf,
      Draft draft) {
    int size = onTheWay.size();
    int[] says = new int[size];
    // A source takes up to three parts, in this order: the testimony of its origins, if it is
    // derived; what it inherits from that, if it has evidence of its own; its own testimony.
    int next = draft.nextPart();
    for (int i = 0; i < size; i++) {
      if (leads[i]) {
        boolean derived = originFirst[onTheWay.get(i) + 1] > originFirst[onTheWay.get(i)];
        says[i] = next + (derived ? 1 : 0) + (own[i] == null ? 0 : 1);
        next = says[i] + 1;
      }
    }
    for (int i = 0; i < size; i++) {
      if (!leads[i]) {
        continue;
      }
      int source = onTheWay.get(i);
      boolean derived = originFirst[source + 1] > originFirst[source];
      IntList inherited = new IntList(2);
      inherited.add(source << Compiler.KIND_BITS | Compiler.RIGHT);
      if (derived) {
        inherited.add(draft.nextPart() << Compiler.KIND_BITS | Compiler.LOCAL);
        draft.add(true, originsSay(sourceOrigins(source), leads, says), new int[0]);
      }
      if (own[i] == null) {
        draft.add(false, inherited.toArray(), new int[0]);
        continue;
      }
      int inheritance = draft.nextPart();
      draft.add(false, inherited.toArray(), own[i].toArray());
      IntList said = new IntList(own[i].size() + 1);
      for (int at = 0; at < own[i].size(); at++) {
        said.add(own[i].get(at) << Compiler.KIND_BITS | Compiler.LOCAL);
      }
      said.add(inheritance << Compiler.KIND_BITS | Compiler.LOCAL);
      draft.add(true, said.toArray(), new int[0]);
    }
    for (int i = 0; i < bearing.size(); i++) {
      int line = bearing.get(i);
      if (evidence.get(line).isExhibit()) {
        continue;
      }
      // Where the evidence itself names its origins, nothing else says that they are right.
      boolean needed = isDerivedItself(evidence.get(line));
      for (int origin : originsOf[line]) {
        needed |= placeOf[origin] > 0 && leads[placeOf[origin] - 1];
      }
      if (needed) {
        draft.said[line] = draft.nextPart();
        draft.add(true, originsSay(originsOf[line], leads, says), new int[0]);
      }
    }
  }

  private int[] sourceOrigins(int source) {
    return Arrays.copyOfRange(origins, originFirst[source], originFirst[source + 1]);
  }

  private int[] originsSay(int[] originsHere, boolean[] leads, int[] says) {
    IntList references = new IntList(2);
    for (int origin : originsHere) {
      int place = placeOf[origin] - 1;
      references.add(
          place >= 0 && leads[place]
              ? says[place] << Compiler.KIND_BITS | Compiler.LOCAL
              : origin << Compiler.KIND_BITS | Compiler.RIGHT);
    }
    return references.toArray();
  }

  /** The parts of one claim that are not lines, before they are written. */
  static final class Draft {

    private final List<TestimonyPart> parts;
    private final int[] said;
    private final int lines;

    Draft(List<TestimonyPart> parts, int[] said, int lines) {
      this.parts = parts;
      this.said = said;
      this.lines = lines;
    }

    /**
     * A part that is not a line.
     *
     * @param disjunction whether it is the disjunction of its references, rather than the conjunction
     * @param references what it reads
     * @param unlessExists lines; while one of them exists, the part is false
     */
    private record TestimonyPart(boolean disjunction, int[] references, int[] unlessExists) {}

    boolean isEmpty() {
      return parts.isEmpty();
    }

    /** Returns the part, counted from the claim's first, that a line reads as the testimony of its origins, or -1. */
    int said(int line) {
      return parts.isEmpty() ? -1 : said[line];
    }

    private int nextPart() {
      return lines + parts.size();
    }

    private void add(boolean disjunction, int[] references, int[] unlessExists) {
      parts.add(new TestimonyPart(disjunction, references, unlessExists));
    }

    void write(Compiler compiler) {
      int begin = compiler.partKinds.size() - lines;
      for (TestimonyPart each : parts) {
        int part = compiler.beginTestimony(each.disjunction());
        for (int reference : each.references()) {
          compiler.refer(
              reference >> Compiler.KIND_BITS, reference & ((1 << Compiler.KIND_BITS) - 1));
        }
        if (each.unlessExists().length > 0) {
          compiler.inheritances.add(new GraphCircuit.Inheritance(
              part, Arrays.stream(each.unlessExists()).map(line -> begin + line).toArray()));
        }
      }
    }
  }
}
