package org.claimtrace.model;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.claimtrace.model.ClaimGraph.Use;
import org.claimtrace.model.ClaimGraph.Use.Role;

/** An index of all uses of each source and each claim: one packed number for each use, grouped by what is used. */
final class Uses {

  private static final Role[] ROLES = Role.values();
  private static final int CLAIM_USER = 1;
  private static final int SOURCE_USER = 2;
  private static final int ROLE_BITS = 5;

  private final ClaimGraph graph;
  private final int[] sourceFirst;
  private final long[] sourceUses;
  private final int[] claimFirst;
  private final long[] claimUses;

  Uses(ClaimGraph graph) {
    this.graph = graph;
    Grouping ofSources = new Grouping(graph.sources().size());
    Grouping ofClaims = new Grouping(graph.claims().size());
    collect(ofSources, ofClaims);
    sourceFirst = ofSources.first();
    sourceUses = ofSources.grouped(sourceFirst);
    claimFirst = ofClaims.first();
    claimUses = ofClaims.grouped(claimFirst);
  }

  /** Collects uses in the order of the graph and groups them afterwards, since each id is then looked up only once. */
  private static final class Grouping {

    private final int groups;
    private int[] used = new int[16];
    private long[] uses = new long[16];
    private int count;

    Grouping(int groups) {
      this.groups = groups;
    }

    void add(int what, long user, Role role) {
      if (count == used.length) {
        int longer = Math.addExact(count, count >> 1);
        used = Arrays.copyOf(used, longer);
        uses = Arrays.copyOf(uses, longer);
      }
      used[count] = what;
      uses[count++] = user << ROLE_BITS | role.ordinal();
    }

    /** Returns where the uses of each source or claim begin, and the end. */
    int[] first() {
      int[] first = new int[groups + 1];
      for (int i = 0; i < count; i++) {
        first[used[i] + 1]++;
      }
      for (int i = 1; i < first.length; i++) {
        first[i] += first[i - 1];
      }
      return first;
    }

    long[] grouped(int[] first) {
      long[] grouped = new long[count];
      int[] next = first.clone();
      for (int i = 0; i < count; i++) {
        grouped[next[used[i]]++] = uses[i];
      }
      return grouped;
    }
  }

  private void collect(Grouping ofSources, Grouping ofClaims) {
    int line = 0;
    for (int i = 0; i < graph.claims().size(); i++) {
      Claim claim = graph.claims().get(i);
      long claimUser = (long) i << 2 | CLAIM_USER;
      for (Appearance appearance : claim.appearances()) {
        ofSources.add(graph.sourceNumber(appearance.sourceId()), claimUser, Role.APPEARANCE);
      }
      for (Evidence evidence : claim.evidence()) {
        long user = (long) line++ << 2;
        ofSources.add(graph.sourceNumber(evidence.sourceId()), user, Role.SOURCE);
        graph
            .relays(evidence)
            .forEach(relay -> ofSources.add(graph.sourceNumber(relay), user, Role.RELAY));
        evidence
            .derivedFrom()
            .ifPresent(
                ids -> ids.forEach(id -> ofSources.add(graph.sourceNumber(id), user, Role.ORIGIN)));
        evidence.unless().forEach(id -> ofClaims.add(graph.claimNumber(id), user, Role.EXCEPTION));
      }
      for (Inference inference : claim.inferences()) {
        long user = (long) line++ << 2;
        inference.by().ifPresent(by -> ofSources.add(graph.sourceNumber(by), user, Role.ASSERTER));
        for (Premise premise : inference.premises()) {
          ofClaims.add(
              graph.claimNumber(premise.claimId()),
              user,
              premise.isNegated() ? Role.NEGATED_PREMISE : Role.PREMISE);
        }
        inference
            .assuming()
            .forEach(id -> ofClaims.add(graph.claimNumber(id), user, Role.ASSUMPTION));
        inference.unless().forEach(id -> ofClaims.add(graph.claimNumber(id), user, Role.EXCEPTION));
        inference
            .answers()
            .values()
            .forEach(id -> ofClaims.add(graph.claimNumber(id), user, Role.ANSWER));
      }
      for (int j = claim.inferences().size(); j < claim.steps().size(); j++) {
        long user = (long) line++ << 2;
        for (Premise part : claim.steps().get(j).premises()) {
          ofClaims.add(graph.claimNumber(part.claimId()), user, Role.PART);
        }
      }
      claim
          .contradicts()
          .forEach(id -> ofClaims.add(graph.claimNumber(id), claimUser, Role.CONTRADICTED));
      for (Review review : claim.reviews()) {
        ofSources.add(graph.sourceNumber(review.reviewer()), (long) line++ << 2, Role.REVIEWER);
      }
      for (Search search : claim.searches()) {
        search
            .sourceId()
            .ifPresent(id -> ofSources.add(graph.sourceNumber(id), claimUser, Role.SEARCHED));
      }
    }
    for (int i = 0; i < graph.sources().size(); i++) {
      Source source = graph.sources().get(i);
      long user = (long) i << 2 | SOURCE_USER;
      source.derivedFrom().forEach(id -> ofSources.add(graph.sourceNumber(id), user, Role.ORIGIN));
      source.readIn().forEach(id -> ofSources.add(graph.sourceNumber(id), user, Role.READ_IN));
      source.cites().forEach(id -> ofSources.add(graph.sourceNumber(id), user, Role.CITED));
      for (Notice notice : source.notices()) {
        notice.by().ifPresent(id -> ofSources.add(graph.sourceNumber(id), user, Role.NOTIFIER));
      }
    }
  }

  List<Use> ofSource(int source) {
    return new Slice(sourceUses, sourceFirst[source], sourceFirst[source + 1]);
  }

  List<Use> ofClaim(int claim) {
    return new Slice(claimUses, claimFirst[claim], claimFirst[claim + 1]);
  }

  /**
   * An unmodifiable list that creates each use when it is read, so that a claim with a million dependents costs nothing until
   * then.
   */
  private final class Slice extends AbstractList<Use> implements RandomAccess {

    private final long[] uses;
    private final int from;
    private final int to;

    Slice(long[] uses, int from, int to) {
      this.uses = uses;
      this.from = from;
      this.to = to;
    }

    @Override
    public Use get(int index) {
      if (index < 0 || index >= size()) {
        throw new IndexOutOfBoundsException(index);
      }
      long use = uses[from + index];
      Role role = ROLES[(int) (use & ((1 << ROLE_BITS) - 1))];
      int number = (int) (use >>> ROLE_BITS + 2);
      Element user = switch ((int) (use >>> ROLE_BITS & 3)) {
        case CLAIM_USER -> Element.claim(graph.claims().get(number).id());
        case SOURCE_USER -> Element.source(graph.sources().get(number).id());
        default -> graph.lines().element(number);
      };
      return new Use(user, role);
    }

    @Override
    public int size() {
      return to - from;
    }
  }
}
