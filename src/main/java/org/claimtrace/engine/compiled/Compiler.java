package org.claimtrace.engine.compiled;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.claimtrace.engine.circuit.ByteList;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.Components;
import org.claimtrace.engine.circuit.DoubleList;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Line;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a claim graph into a circuit. Each source and each line gets a gate, and each claim one for pro, one for con and one
 * for accepted, and more where the graph needs them.
 *
 * <p>Claims and sources are taken in the order of their ids and the lines of a claim in a sorted order, so the circuit does not
 * depend on the order of the document. A line is read only by gates of its own claim, and by those of a claim that contradicts
 * it where it overrides a line there; it is therefore enough to find the cycles among claims and, inside a claim with overrides or
 * copies, among its parts.
 */
final class Compiler {

  /** For the claims without two reviews, which are nearly all; nothing is put into it. */
  private static final IdentityHashMap<Review, Review> NO_SUCCESSORS = new IdentityHashMap<>(0);

  /** How many claims are compiled between two checks for cancellation. */
  private static final int STRIDE = 1 << 10;

  /** Up to this many pieces of evidence are sorted by insertion, since a general sort takes longer to begin. */
  private static final int INSERTION_SORTED = 16;

  /** The kind of a reference that is true where the claim is accepted. */
  static final int ACCEPTED = 0;

  /** The kind of a reference that is true where the claim is not accepted. */
  static final int NOT_ACCEPTED = 1;

  /** The kind of a reference that is true where the claim is rejected: there is a case against it and none for it. */
  static final int REJECTED = 2;

  /** The kind of a reference that is true where there is no case against the claim. */
  static final int HOLDS = 3;

  /** The kind of a reference that is true where the source is right. */
  static final int RIGHT = 4;

  /** The kind of a reference that is true where the coin of the source is yes. */
  static final int COIN = 5;

  /** The kind of a reference that is true where the part of the same claim is. */
  static final int LOCAL = 6;

  /** The kind of a reference that is true where the part of the same claim is not. */
  static final int NOT_LOCAL = 7;

  /** The kind of a reference that is true where a line of another claim, by its index in {@link ForeignOverrides}, does not fire. */
  static final int NOT_FOREIGN = 8;

  /** How many bits of a reference hold its kind. */
  static final int KIND_BITS = 4;

  final ClaimGraph graph;

  final Ranks sources;
  final int[] coinGate;
  final int[] rightGate;
  final double[] reliability;
  final int[] retracted;
  /** By source, the first day on which it exists. */
  private final int[] beginning;
  /** By source, the day on which it was published. */
  private final int[] publication;

  final Ranks claims;
  final int[] proGate;
  final byte[] shape;
  final int[] partFirst;
  final IntList reviewed = new IntList(8);
  final int[] claimOrder;
  final int sourceGates;

  final ByteList partKinds;
  final DoubleList strength;
  final IntList begins;
  /** Days from which lines no longer count, and the lines: withdrawn statements, and reviews that others took the place of. */
  final List<GraphCircuit.Ending> endings = new ArrayList<>();
  /** Lines that begin on another day where derivation is ignored. */
  final List<GraphCircuit.Underived> underived = new ArrayList<>();

  final int[] partGate;
  final List<GraphCircuit.Inheritance> inheritances = new ArrayList<>();

  private final Source[] sourceByRank;
  private final Claim[] claimByRank;
  /** The claims that are computed elsewhere. */
  private final Set<String> known;

  private final int[] originFirst;
  private final int[] origins;
  private final int[] sourceComponent;
  private final boolean[] isSourceInRing;
  private final Testimony testimony;
  final ForeignOverrides foreign;

  /**
   * What each part reads, as references: the rank of a claim or source, or the index of a part of the same claim, and what of
   * it is read.
   */
  private final IntList references;

  private final IntList referenceFirst;
  /** The parts that are disjunctions. */
  private final BitSet disjunctions = new BitSet();

  private final BitSet intricate = new BitSet();
  private int[] contradictorFirst = new int[0];
  private int[] contradictors = new int[0];

  private final byte[] kinds;
  private final int[] first;
  private final IntList literals;
  private final IntList ends = new IntList(8);
  private final List<Boolean> cyclic = new ArrayList<>();
  private int gates;

  /**
   * Compiles a graph.
   *
   * @param known claims that are computed elsewhere and have no lines here; they are compiled without contradictions, so that
   *     they depend on nothing and are in no cycle
   */
  Compiler(ClaimGraph graph, Set<String> known) {
    this.graph = graph;
    this.known = known;
    Cancellation.check();
    String[] sourceIds = ids(graph.sources(), Source::id);
    int[] sourceOrder = IdOrder.of(sourceIds);
    sourceByRank = new Source[sourceIds.length];
    Arrays.setAll(sourceByRank, rank -> graph.sources().get(sourceOrder[rank]));
    sources = new Ranks(inOrder(sourceIds, sourceOrder));
    String[] claimIds = ids(graph.claims(), Claim::id);
    int[] claimIdOrder = IdOrder.of(claimIds);
    claimByRank = new Claim[claimIds.length];
    Arrays.setAll(claimByRank, rank -> graph.claims().get(claimIdOrder[rank]));
    claims = new Ranks(inOrder(claimIds, claimIdOrder));
    coinGate = new int[sources.size()];
    rightGate = new int[sources.size()];
    reliability = new double[sources.size()];
    retracted = new int[sources.size()];
    beginning = new int[sources.size()];
    publication = new int[sources.size()];
    originFirst = new int[sources.size() + 1];
    origins = origins();
    Components sourceComponents = Components.of(sources.size(), originFirst, origins);
    sourceComponent = new int[sources.size()];
    isSourceInRing = new boolean[sources.size()];
    for (int i = 0; i < sourceComponents.count(); i++) {
      for (int at = sourceComponents.first[i]; at < sourceComponents.first[i + 1]; at++) {
        sourceComponent[sourceComponents.order[at]] = i;
        isSourceInRing[sourceComponents.order[at]] =
            sourceComponents.first[i + 1] - sourceComponents.first[i] > 1;
      }
    }
    testimony = new Testimony(originFirst, origins, sourceComponent, isSourceInRing);

    proGate = new int[claims.size()];
    shape = new byte[claims.size()];
    partFirst = new int[claims.size() + 1];
    partKinds = new ByteList(claims.size() * 2);
    strength = new DoubleList(claims.size() * 2);
    begins = new IntList(claims.size() * 2);
    references = new IntList(claims.size() * 4);
    referenceFirst = new IntList(claims.size() * 2);
    contradictions();
    foreign = ForeignOverrides.of(claimByRank, claims, graph);
    for (int claim = 0; claim < claims.size(); claim++) {
      if (claim % STRIDE == 0) {
        Cancellation.check();
      }
      partFirst[claim] = partKinds.size();
      resolve(claim);
    }
    partFirst[claims.size()] = partKinds.size();
    referenceFirst.add(references.size());
    partGate = new int[partKinds.size()];

    int count = countGates();
    kinds = new byte[count];
    first = new int[count + 1];
    literals = new IntList(references.size() + 5 * claims.size() + sources.size());
    emitSources(sourceComponents);
    sourceGates = gates;
    Components claimComponents = claimComponents();
    emitClaims(claimComponents);
    claimOrder = claimComponents.order;
    first[count] = literals.size();
  }

  Circuit circuit() {
    boolean[] flags = new boolean[cyclic.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = cyclic.get(i);
    }
    return new Circuit(kinds, first, literals.toArray(), ends.toArray(), flags);
  }

  private static <T> String[] ids(List<T> elements, Function<T, String> id) {
    String[] ids = new String[elements.size()];
    Arrays.setAll(ids, i -> id.apply(elements.get(i)));
    return ids;
  }

  private static String[] inOrder(String[] ids, int[] order) {
    String[] ordered = new String[ids.length];
    Arrays.setAll(ordered, i -> ids[order[i]]);
    return ordered;
  }

  // Sources.

  private int[] origins() {
    IntList all = new IntList(8);
    for (int i = 0; i < sourceByRank.length; i++) {
      Source source = sourceByRank[i];
      reliability[i] = source.reliability().value();
      publication[i] = source.published().map(Compiler::day).orElse(GraphCircuit.ALWAYS);
      beginning[i] = source.derivedFrom().isEmpty()
          ? publication[i]
          : graph.begin(source).map(Compiler::day).orElse(GraphCircuit.ALWAYS);
      retracted[i] = source.retracted().map(each -> day(each.date())).orElse(GraphCircuit.NEVER);
      int[] ranks =
          source.derivedFrom().stream().mapToInt(sources::known).sorted().toArray();
      for (int rank : ranks) {
        all.add(rank);
      }
      originFirst[i + 1] = all.size();
    }
    return all.toArray();
  }

  private boolean isDerived(int source) {
    return originFirst[source + 1] > originFirst[source];
  }

  private static int day(PartialDate date) {
    return (int) date.firstDay().toEpochDay();
  }

  // Claims: from ids to references.

  private void contradictions() {
    int[] count = new int[claims.size() + 2];
    boolean any = false;
    for (int i = 0; i < claimByRank.length; i++) {
      for (String other : claimByRank[i].contradicts()) {
        any = true;
        count[i + 2] += isKnown(i) ? 0 : 1;
        int rank = claims.known(other);
        count[rank + 2] += isKnown(rank) ? 0 : 1;
      }
    }
    contradictorFirst = new int[claims.size() + 1];
    if (!any) {
      return;
    }
    for (int i = 2; i < count.length; i++) {
      count[i] += count[i - 1];
    }
    int[] all = new int[count[count.length - 1]];
    for (int i = 0; i < claimByRank.length; i++) {
      for (String other : claimByRank[i].contradicts()) {
        int rank = claims.known(other);
        if (!isKnown(i)) {
          all[count[i + 1]++] = rank;
        }
        if (!isKnown(rank)) {
          all[count[rank + 1]++] = i;
        }
      }
    }
    IntList distinct = new IntList(all.length);
    for (int i = 0; i < claimByRank.length; i++) {
      Arrays.sort(all, count[i], count[i + 1]);
      for (int at = count[i]; at < count[i + 1]; at++) {
        if (at == count[i] || all[at] != all[at - 1]) {
          distinct.add(all[at]);
        }
      }
      contradictorFirst[i + 1] = distinct.size();
    }
    contradictors = distinct.toArray();
  }

  private boolean isKnown(int claim) {
    return !known.isEmpty() && known.contains(claims.id(claim));
  }

  static List<Evidence> sortedEvidence(Claim claim) {
    return claim.evidence().size() < 2
        ? claim.evidence()
        : ImmutableList.sortedCopyOf(
            comparing(Evidence::sourceId).thenComparing(each -> each.id().orElse("")),
            claim.evidence());
  }

  static List<Inference> sortedInferences(Claim claim) {
    return claim.steps().size() < 2
        ? claim.steps()
        : ImmutableList.sortedCopyOf(
            comparing(Inference::isFromParts)
                .thenComparing(each -> each.id().orElse(""))
                .thenComparing(each -> each.isFromParts() ? each.lineId("") : ""),
            claim.steps());
  }

  static List<Review> sortedReviews(Claim claim) {
    return claim.reviews().size() < 2
        ? claim.reviews()
        : ImmutableList.sortedCopyOf(comparing(each -> each.lineId("")), claim.reviews());
  }

  private void resolve(int rank) {
    Claim claim = claimByRank[rank];
    if (!claim.reviews().isEmpty()) {
      reviewed.add(rank);
    }
    if (contradictorFirst[rank + 1] > contradictorFirst[rank]) {
      shape[rank] |= GraphCircuit.HAS_CONTRADICTED;
    }
    int[] evidenceSources = new int[claim.evidence().size()];
    List<Evidence> evidence = sortedEvidence(claim, evidenceSources);
    List<Inference> inferences = sortedInferences(claim);
    List<Review> reviews = sortedReviews(claim);
    int[][] overriders = overriders(claim, evidence, inferences, reviews);
    int lines = evidence.size() + inferences.size() + reviews.size();
    Testimony.Draft draft = testimony.draft(evidence, evidenceSources, ownOrigins(evidence), lines);
    if (overriders.length > 0 || !draft.isEmpty()) {
      intricate.set(rank);
    }
    int line = 0;
    for (Evidence each : evidence) {
      evidence(each, evidenceSources[line], rank, draft.said(line), overriders, line);
      line++;
    }
    for (Inference each : inferences) {
      inference(each, rank, overriders, line++);
    }
    IdentityHashMap<Review, Review> successors =
        reviews.size() < 2 ? NO_SUCCESSORS : successors(claim);
    for (Review each : reviews) {
      review(each, successors.get(each), rank, overriders, line++);
      if (each.verdict().filter(Verdict.MISLEADING::equals).isPresent()) {
        shape[rank] |= GraphCircuit.HAS_QUALIFIED;
      }
    }
    draft.write(this);
  }

  /** By piece of evidence, the ranks of the sources that it says itself it is derived from; null where it says nothing. */
  private int @Nullable [] @Nullable [] ownOrigins(List<Evidence> evidence) {
    int[][] own = null;
    for (int i = 0; i < evidence.size(); i++) {
      Evidence each = evidence.get(i);
      if (each.derivedFrom().isPresent()) {
        own = own == null ? new int[evidence.size()][] : own;
        own[i] =
            each.derivedFrom().get().stream().mapToInt(sources::known).sorted().toArray();
      }
    }
    return own;
  }

  /** The reviews of a claim that take the place of others, by these; each is the next in the document, and of the same reviewer. */
  private static IdentityHashMap<Review, Review> successors(Claim claim) {
    IdentityHashMap<Review, Review> successors = new IdentityHashMap<>(0);
    for (int i = 0; i < claim.reviews().size(); i++) {
      if (claim.reviews().get(i).isSuperseded()) {
        successors.put(claim.reviews().get(i), claim.reviews().get(i + 1));
      }
    }
    return successors;
  }

  /** The same order, found from the ranks of the sources, which are written to {@code ranks}. */
  private List<Evidence> sortedEvidence(Claim claim, int[] ranks) {
    List<Evidence> evidence = claim.evidence();
    int size = evidence.size();
    if (size < 2) {
      if (size == 1) {
        ranks[0] = sources.known(evidence.get(0).sourceId());
      }
      return evidence;
    }
    Evidence[] sorted = new Evidence[size];
    boolean several = false;
    if (size <= INSERTION_SORTED) {
      for (int i = 0; i < size; i++) {
        int rank = sources.known(evidence.get(i).sourceId());
        int to = i;
        for (; to > 0 && ranks[to - 1] > rank; to--) {
          ranks[to] = ranks[to - 1];
          sorted[to] = sorted[to - 1];
        }
        ranks[to] = rank;
        sorted[to] = evidence.get(i);
        several |= to > 0 && ranks[to - 1] == rank;
      }
    } else {
      long[] order = new long[size];
      for (int i = 0; i < size; i++) {
        order[i] = (long) sources.known(evidence.get(i).sourceId()) << 32 | i;
      }
      Arrays.sort(order);
      for (int i = 0; i < size; i++) {
        ranks[i] = (int) (order[i] >>> 32);
        sorted[i] = evidence.get((int) order[i]);
        several |= i > 0 && ranks[i] == ranks[i - 1];
      }
    }
    // Several pieces of evidence of one source are ordered by their own ids.
    return several ? sortedEvidence(claim) : Arrays.asList(sorted);
  }

  /** By line of the claim, in sorted order, the lines that override it; empty where none does. */
  private static int[][] overriders(
      Claim claim, List<Evidence> evidence, List<Inference> inferences, List<Review> reviews) {
    if (!override(evidence) && !override(inferences) && !override(reviews)) {
      return new int[0][];
    }
    List<Line> lines = ImmutableList.<Line>builder()
        .addAll(evidence)
        .addAll(inferences)
        .addAll(reviews)
        .build();
    Map<String, Integer> lineOf = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      lineOf.put(lines.get(i).lineId(claim.id()), i);
    }
    IntList[] found = new IntList[lines.size()];
    Arrays.setAll(found, i -> new IntList(1));
    for (int i = 0; i < lines.size(); i++) {
      for (String id : GraphCircuit.settles(lines.get(i))
          ? lines.get(i).overrides()
          : ImmutableList.<String>of()) {
        Integer overridden = lineOf.get(id);
        if (overridden != null) {
          found[overridden].add(i);
        }
      }
    }
    return Arrays.stream(found).map(IntList::toArray).toArray(int[][]::new);
  }

  static boolean override(List<? extends Line> lines) {
    for (Line line : lines) {
      if (!line.overrides().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void evidence(
      Evidence evidence, int source, int claim, int said, int[][] overriders, int line) {
    begin(
        LineKind.line(LineKind.EVIDENCE, evidence.stance()), evidence.strength().value());
    if (!evidence.isExhibit()) {
      refer(source, evidence.derivedFrom().isPresent() ? COIN : RIGHT);
    }
    List<String> relays = evidence.via().orElse(sourceByRank[source].readIn());
    for (String relay : relays) {
      refer(sources.known(relay), COIN);
    }
    int day = evidence.date().map(Compiler::day).orElseGet(() -> beginning(evidence, source));
    begins.add(day);
    if (evidence.date().isEmpty()) {
      int underivedDay = publication[source];
      for (String relay : relays) {
        underivedDay = Math.max(underivedDay, publication[sources.known(relay)]);
      }
      underived(underivedDay);
    }
    evidence.retracted().ifPresent(each -> ends(day(each.date())));
    for (String exception : evidence.unless()) {
      refer(claims.known(exception), NOT_ACCEPTED);
    }
    if (said >= 0) {
      refer(said, LOCAL);
    }
    end(overriders, claim, line);
    if (evidence.stance() == Stance.QUALIFIES) {
      shape[claim] |= GraphCircuit.HAS_QUALIFIED;
    }
  }

  /** The first day of evidence without a date of its own: the latest of its source, by its own derivation, and its relays. */
  private int beginning(Evidence evidence, int source) {
    int day = beginning[source];
    if (evidence.derivedFrom().isPresent()) {
      day = evidence.derivedFrom().get().stream()
          .mapToInt(origin -> beginning[sources.known(origin)])
          .min()
          .orElse(GraphCircuit.ALWAYS);
      day = Math.max(day, publication[source]);
    }
    for (String relay : evidence.via().orElse(sourceByRank[source].readIn())) {
      day = Math.max(day, beginning[sources.known(relay)]);
    }
    return day;
  }

  /** Notes that the last line begins on another day, if so, where derivation is ignored. */
  private void underived(int day) {
    if (day != begins.get(begins.size() - 1)) {
      underived.add(new GraphCircuit.Underived(begins.size() - 1, day));
    }
  }

  /** Notes that the last line no longer counts from a day on. */
  private void ends(int day) {
    endings.add(new GraphCircuit.Ending(begins.size() - 1, day));
  }

  private void inference(Inference inference, int claim, int[][] overriders, int line) {
    begin(
        LineKind.line(LineKind.INFERENCE, inference.stance()),
        inference.strength().value());
    if (inference.date().isPresent() || inference.by().isEmpty()) {
      begins.add(inference.date().map(Compiler::day).orElse(GraphCircuit.ALWAYS));
    } else {
      int by = sources.known(inference.by().get());
      begins.add(beginning[by]);
      underived(publication[by]);
    }
    for (Premise premise : inference.premises()) {
      int rank = claims.known(premise.claimId());
      if (premise.isNegated()) {
        shape[rank] |= GraphCircuit.HAS_REJECTED;
        refer(rank, REJECTED);
      } else {
        refer(rank, ACCEPTED);
      }
    }
    for (String assumption : inference.assuming()) {
      refer(claims.known(assumption), HOLDS);
    }
    for (String exception : inference.unless()) {
      refer(claims.known(exception), NOT_ACCEPTED);
    }
    end(overriders, claim, line);
    if (inference.stance() == Stance.QUALIFIES) {
      shape[claim] |= GraphCircuit.HAS_QUALIFIED;
    }
  }

  /**
   * Compiles a review.
   *
   * @param later the review that takes its place, where there is one
   */
  private void review(
      Review review, @Nullable Review later, int claim, int[][] overriders, int line) {
    begin(review.verdict().map(LineKind::review).orElse(LineKind.UNMAPPED_REVIEW), 1);
    int reviewer = sources.known(review.reviewer());
    begins.add(review.date().map(Compiler::day).orElse(beginning[reviewer]));
    if (review.date().isEmpty()) {
      underived(publication[reviewer]);
    }
    if (later != null) {
      ends(day(later.date().orElseThrow()));
    }
    refer(reviewer, RIGHT);
    end(overriders, claim, line);
  }

  private void begin(byte part, double grade) {
    referenceFirst.add(references.size());
    partKinds.add(part);
    strength.add(grade);
  }

  /** Begins a part that is not a line; returns its number. */
  int beginTestimony(boolean disjunction) {
    if (disjunction) {
      disjunctions.set(partKinds.size());
    }
    begin(LineKind.TESTIMONY, 1);
    begins.add(GraphCircuit.ALWAYS);
    return partKinds.size() - 1;
  }

  void refer(int to, int what) {
    references.add(to << KIND_BITS | what);
  }

  private void end(int[][] overriders, int claim, int line) {
    for (int index : foreign.overriders(claim, line)) {
      refer(index, NOT_FOREIGN);
    }
    if (overriders.length > 0) {
      for (int overrider : overriders[line]) {
        refer(overrider, NOT_LOCAL);
      }
    }
    // The literals of a part are sorted, so that they do not depend on the order of the document.
    references.sortFrom(referenceFirst.get(partKinds.size() - 1));
  }

  // From references to gates.

  private int countGates() {
    int count = partKinds.size() + 3 * claims.size();
    for (byte each : shape) {
      count += Integer.bitCount(each);
    }
    for (int source = 0; source < sources.size(); source++) {
      count += isDerived(source) ? 3 : 1;
    }
    return count;
  }

  private Components claimComponents() {
    int[] edgeFirst = new int[claims.size() + 1];
    IntList edges = new IntList(references.size());
    for (int claim = 0; claim < claims.size(); claim++) {
      int end = referenceFirst.get(partFirst[claim + 1]);
      for (int at = referenceFirst.get(partFirst[claim]); at < end; at++) {
        int reference = references.get(at);
        if (kind(reference) <= HOLDS) {
          edges.add(reference >> KIND_BITS);
        } else if (kind(reference) == NOT_FOREIGN) {
          edges.add(foreign.claimOf(reference >> KIND_BITS));
        }
      }
      for (int at = contradictorFirst[claim]; at < contradictorFirst[claim + 1]; at++) {
        edges.add(contradictors[at]);
      }
      edgeFirst[claim + 1] = edges.size();
    }
    return Components.of(claims.size(), edgeFirst, edges.toArray());
  }

  private void emitSources(Components components) {
    for (int i = 0; i < components.count(); i++) {
      int from = components.first[i];
      int to = components.first[i + 1];
      int next = gates;
      for (int at = from; at < to; at++) {
        int source = components.order[at];
        coinGate[source] = next;
        rightGate[source] = isDerived(source) ? next + 2 : next;
        next += isDerived(source) ? 3 : 1;
      }
      for (int at = from; at < to; at++) {
        int source = components.order[at];
        emit(Circuit.AND);
        if (isDerived(source)) {
          emit(Circuit.OR);
          for (int origin = originFirst[source]; origin < originFirst[source + 1]; origin++) {
            literals.add(Circuit.literal(rightGate[origins[origin]]));
          }
          emit(Circuit.AND);
          literals.add(Circuit.literal(coinGate[source]));
          literals.add(Circuit.literal(coinGate[source] + 1));
        }
      }
      endSegment(to - from > 1);
    }
  }

  private void emitClaims(Components components) {
    for (int i = 0; i < components.count(); i++) {
      int from = components.first[i];
      int to = components.first[i + 1];
      boolean cycle = to - from > 1;
      int next = gates;
      int[][] orders = new int[to - from][];
      for (int at = from; at < to; at++) {
        int claim = components.order[at];
        int[] order = new int[0];
        if (intricate.get(claim)) {
          Components local = localComponents(claim);
          order = local.order;
          cycle |= local.count() < order.length || readsItself(claim);
        } else if (!cycle) {
          cycle = readsItself(claim);
        }
        orders[at - from] = order;
        next = allocate(claim, order, next);
      }
      for (int at = from; at < to; at++) {
        if (at % STRIDE == 0) {
          Cancellation.check();
        }
        emitClaim(components.order[at], orders[at - from]);
      }
      endSegment(cycle);
    }
  }

  /** Whether a part of a claim reads the claim, or itself. */
  private boolean readsItself(int claim) {
    for (int part = partFirst[claim]; part < partFirst[claim + 1]; part++) {
      for (int at = referenceFirst.get(part); at < referenceFirst.get(part + 1); at++) {
        int reference = references.get(at);
        int local = part - partFirst[claim];
        if (kind(reference) <= HOLDS
            ? reference >> KIND_BITS == claim
            : isLocal(reference) && reference >> KIND_BITS == local) {
          return true;
        }
      }
    }
    return false;
  }

  private Components localComponents(int claim) {
    int size = partFirst[claim + 1] - partFirst[claim];
    int[] localFirst = new int[size + 1];
    IntList targets = new IntList(size);
    for (int i = 0; i < size; i++) {
      int part = partFirst[claim] + i;
      for (int at = referenceFirst.get(part); at < referenceFirst.get(part + 1); at++) {
        if (isLocal(references.get(at))) {
          targets.add(references.get(at) >> KIND_BITS);
        }
      }
      localFirst[i + 1] = targets.size();
    }
    return Components.of(size, localFirst, targets.toArray());
  }

  private int allocate(int claim, int[] order, int from) {
    int next = from;
    int size = partFirst[claim + 1] - partFirst[claim];
    for (int i = 0; i < size; i++) {
      partGate[partFirst[claim] + (order.length == 0 ? i : order[i])] = next++;
    }
    if ((shape[claim] & GraphCircuit.HAS_CONTRADICTED) != 0) {
      next++;
    }
    proGate[claim] = next;
    return next
        + 3
        + Integer.bitCount(shape[claim] & (GraphCircuit.HAS_REJECTED | GraphCircuit.HAS_QUALIFIED));
  }

  private void emitClaim(int claim, int[] order) {
    int begin = partFirst[claim];
    int end = partFirst[claim + 1];
    for (int i = 0; i < end - begin; i++) {
      int part = begin + (order.length == 0 ? i : order[i]);
      emit(disjunctions.get(part) ? Circuit.OR : Circuit.AND);
      for (int at = referenceFirst.get(part); at < referenceFirst.get(part + 1); at++) {
        literals.add(literal(claim, references.get(at)));
      }
    }
    int pro = proGate[claim];
    boolean contradicted = (shape[claim] & GraphCircuit.HAS_CONTRADICTED) != 0;
    if (contradicted) {
      emit(Circuit.OR);
      for (int at = contradictorFirst[claim]; at < contradictorFirst[claim + 1]; at++) {
        literals.add(Circuit.literal(proGate[contradictors[at]] + 2));
      }
    }
    emit(Circuit.OR);
    for (int part = begin; part < end; part++) {
      if (LineKind.supports(partKinds.get(part))) {
        literals.add(Circuit.literal(partGate[part]));
      }
    }
    emit(Circuit.OR);
    for (int part = begin; part < end; part++) {
      if (LineKind.refutes(partKinds.get(part))) {
        literals.add(Circuit.literal(partGate[part]));
      }
    }
    if (contradicted) {
      literals.add(Circuit.literal(pro - 1));
    }
    emit(Circuit.AND);
    literals.add(Circuit.literal(pro));
    literals.add(Circuit.negated(pro + 1));
    if ((shape[claim] & GraphCircuit.HAS_REJECTED) != 0) {
      emit(Circuit.AND);
      literals.add(Circuit.literal(pro + 1));
      literals.add(Circuit.negated(pro));
    }
    if ((shape[claim] & GraphCircuit.HAS_QUALIFIED) != 0) {
      emit(Circuit.OR);
      for (int part = begin; part < end; part++) {
        if (LineKind.qualifies(partKinds.get(part))) {
          literals.add(Circuit.literal(partGate[part]));
        }
      }
    }
  }

  private int literal(int claim, int reference) {
    int to = reference >> KIND_BITS;
    return switch (kind(reference)) {
      case ACCEPTED -> Circuit.literal(proGate[to] + 2);
      case NOT_ACCEPTED -> Circuit.negated(proGate[to] + 2);
      case REJECTED -> Circuit.literal(proGate[to] + 3);
      case HOLDS -> Circuit.negated(proGate[to] + 1);
      case RIGHT -> Circuit.literal(rightGate[to]);
      case COIN -> Circuit.literal(coinGate[to]);
      case LOCAL -> Circuit.literal(partGate[partFirst[claim] + to]);
      case NOT_LOCAL -> Circuit.negated(partGate[partFirst[claim] + to]);
      default -> Circuit.negated(partGate[partFirst[foreign.claimOf(to)] + foreign.lineOf(to)]);
    };
  }

  private static int kind(int reference) {
    return reference & ((1 << KIND_BITS) - 1);
  }

  /** Whether a reference is to a part of the same claim. */
  private static boolean isLocal(int reference) {
    return kind(reference) == LOCAL || kind(reference) == NOT_LOCAL;
  }

  private void emit(byte kind) {
    first[gates] = literals.size();
    kinds[gates++] = kind;
  }

  private void endSegment(boolean cycle) {
    int last = cyclic.size() - 1;
    if (last >= 0 && !cycle && !cyclic.get(last)) {
      ends.set(last, gates);
    } else {
      ends.add(gates);
      cyclic.add(cycle);
    }
  }
}
