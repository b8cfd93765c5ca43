package org.claimtrace.change;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.change.Difference.Kind;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Review;
import org.jspecify.annotations.Nullable;

/** Compares two sides: the lines of each claim, contradictions, sources and options. Not safe for use by several threads. */
final class GraphComparison {

  private final ComparedEvaluation before;
  private final ComparedEvaluation after;
  private final Dependencies reads;
  private final List<CarriedDifference> differences = new ArrayList<>();

  private final Map<String, NumberedChange<LineDraft>> parts = new HashMap<>();
  private final List<ComparedClaim> claims = new ArrayList<>();
  private final List<ComparedSource> sources = new ArrayList<>();
  private final List<List<Contradiction>> contradictions = new ArrayList<>();
  private final Map<String, NumberedSupposition> suppositions = new HashMap<>();
  private final List<NumberedChange<EvaluatorDraft>> options = new ArrayList<>();

  GraphComparison(ComparedEvaluation before, ComparedEvaluation after, Dependencies reads) {
    this.before = before;
    this.after = after;
    this.reads = reads;
    for (int claim = 0; claim < reads.claims().size(); claim++) {
      claims.add(compareClaim(claim));
    }
    compareContradictions();
    compareSources();
    compareOptions();
  }

  /** Returns the differences, in the order of their numbers. */
  ImmutableList<CarriedDifference> differences() {
    return ImmutableList.copyOf(differences);
  }

  /** Returns a claim by its number among the {@link Dependencies}. */
  ComparedClaim claim(int number) {
    return claims.get(number);
  }

  /** Returns a source by its number among the {@link Dependencies}. */
  ComparedSource source(int number) {
    return sources.get(number);
  }

  /** Returns the contradictions of a claim that are kept at this claim; each is kept at one of its two. */
  List<Contradiction> contradictions(int claim) {
    return contradictions.get(claim);
  }

  /** Returns the difference in the suppositions about a claim, if there is one. */
  Optional<NumberedSupposition> supposition(String claimId) {
    return Optional.ofNullable(suppositions.get(claimId));
  }

  /** Returns the differences in options. */
  List<NumberedChange<EvaluatorDraft>> options() {
    return options;
  }

  /**
   * A contradiction on either side.
   *
   * @param other the id of the other claim
   * @param was whether the side before has it
   * @param number the number of its difference, or -1 if both sides have it
   */
  record Contradiction(String other, boolean was, int number) {
    boolean isThere(BitSet made) {
      return number < 0 || made.get(number) != was;
    }
  }

  /** A difference in the suppositions about a claim, and its number. */
  record NumberedSupposition(int number, SuppositionChange change) {}

  private int add(Difference difference, int... carriers) {
    int owner = difference.claimId().map(reads::claim).orElse(-1);
    return add(new CarriedDifference(difference, owner, carriers, new int[0]));
  }

  private int add(CarriedDifference difference) {
    differences.add(difference);
    return differences.size() - 1;
  }

  private boolean isInBoth(String claimId) {
    return before.hasClaim(claimId) && after.hasClaim(claimId);
  }

  private ComparedClaim compareClaim(int number) {
    String id = reads.claims().get(number);
    ImmutableList.Builder<ComparedLine> lines = ImmutableList.builder();
    if (!isInBoth(id)) {
      (before.hasClaim(id) ? before : after)
          .lines(id)
          .forEach(
              (line, counted) -> lines.add(ComparedLine.unchanged(line, counted, counted, -1)));
      return new ComparedClaim(id, lines.build());
    }
    ImmutableMap<Element, CountedLine> was = before.lines(id);
    ImmutableMap<Element, CountedLine> is = after.lines(id);
    Set<String> shared = new HashSet<>();
    Sets.intersection(was.keySet(), is.keySet()).forEach(line -> shared.add(line.id()));
    for (Element line : Sets.union(is.keySet(), was.keySet())) {
      lines.add(compareLine(id, line, was.get(line), is.get(line), shared));
    }
    return new ComparedClaim(id, lines.build());
  }

  private ComparedLine compareLine(
      String claimId,
      Element line,
      @Nullable CountedLine was,
      @Nullable CountedLine is,
      Set<String> shared) {
    if (was == null || is == null) {
      CountedLine only = was == null ? requireNonNull(is) : was;
      if (only.isUnmappedReview()) {
        return ComparedLine.unchanged(line, was, is, -1);
      }
      if (only.isFromParts()) {
        return ComparedLine.unchanged(line, was, is, parts(claimId).number());
      }
      Element itself = only.line().element(claimId);
      LinePresence presence = is != null ? came(claimId, itself, is) : went(claimId, itself);
      return ComparedLine.unchanged(line, was, is, add(presence, reads.claim(claimId)));
    }
    return new LineComparison(claimId, line, was, is, shared).compared();
  }

  /** Returns the difference in the parts of a claim, which is one for all steps from them. */
  private NumberedChange<LineDraft> parts(String claimId) {
    return parts.computeIfAbsent(claimId, id -> {
      AttributeChange<LineDraft, ImmutableList<String>> change = AttributeChange.ofLine(
          Attribute.PARTS,
          Element.claim(id),
          id,
          before.graph().claim(id).parts(),
          after.graph().claim(id).parts());
      return new NumberedChange<>(add(change, reads.claim(id)), change);
    });
  }

  /** Returns whether both sides have a line of another claim, which a line of a claim may override. */
  private boolean isSharedElsewhere(String claimId, String lineId) {
    return isElsewhere(before, claimId, lineId) && isElsewhere(after, claimId, lineId);
  }

  private static boolean isElsewhere(ComparedEvaluation side, String claimId, String lineId) {
    return side.graph()
        .findLine(lineId)
        .map(line -> side.graph().claimOf(line.id()).id())
        .filter(other -> !other.equals(claimId))
        .filter(other ->
            side.lines(other).keySet().stream().anyMatch(line -> line.id().equals(lineId)))
        .isPresent();
  }

  private LinePresence came(String claimId, Element line, CountedLine is) {
    return before.beginOfWritten(claimId, line).isPresent()
        ? new LinePresence(Kind.BEGAN, line, claimId, is.begin())
        : new LinePresence(Kind.ADDED, line, claimId, Optional.empty());
  }

  private LinePresence went(String claimId, Element line) {
    return after
        .beginOfWritten(claimId, line)
        .map(begin -> new LinePresence(Kind.NOT_YET, line, claimId, begin))
        .orElseGet(() -> new LinePresence(Kind.REMOVED, line, claimId, Optional.empty()));
  }

  /** Compares a line that both sides have, attribute by attribute in the order in which differences are listed. */
  private final class LineComparison {

    private final String claimId;
    private final Element element;
    private final CountedLine was;
    private final CountedLine is;
    private final Set<String> shared;
    private Optional<ImmutableList<String>> sameOrigins = Optional.empty();
    private final ImmutableList.Builder<NumberedChange<LineDraft>> changes =
        ImmutableList.builder();

    /** Creates a comparison; {@code shared} are the ids of the lines of the claim that both sides have. */
    LineComparison(
        String claimId, Element element, CountedLine was, CountedLine is, Set<String> shared) {
      this.claimId = claimId;
      this.element = element;
      this.was = was;
      this.is = is;
      this.shared = shared;
    }

    ComparedLine compared() {
      // If both sides use the relays of the source, a difference in these is one of the source.
      boolean haveRelays = was.ownRelays().isPresent() || is.ownRelays().isPresent();
      if (was.line() instanceof Evidence one && is.line() instanceof Evidence other) {
        compare(Attribute.SOURCE, one.sourceId(), other.sourceId());
        compare(Attribute.EXHIBIT, one.isExhibit(), other.isExhibit());
        if (!one.isExhibit() || !other.isExhibit()) {
          compareOrigins(one, other);
        }
        if (was.withdrawn().isPresent() != is.withdrawn().isPresent()) {
          differs(Attribute.WITHDRAWN, was.withdrawn(), is.withdrawn());
        }
        compare(Attribute.STANCE, one.stance(), other.stance());
        compareStrength();
        if (haveRelays) {
          compareSets(Attribute.RELAYS, before.relays(was), after.relays(is));
        }
        compareSets(Attribute.UNLESS, one.unless(), other.unless());
      } else if (was.line() instanceof Inference one && is.line() instanceof Inference other) {
        compare(Attribute.STANCE, one.stance(), other.stance());
        compareStrength();
        if (!was.isFromParts()) {
          compareSets(Attribute.PREMISES, one.premises(), other.premises());
        } else if (isOther(one.premises(), other.premises())) {
          changes.add(parts(claimId));
        }
        compareSets(Attribute.ASSUMING, one.assuming(), other.assuming());
        compareSets(Attribute.UNLESS, one.unless(), other.unless());
      } else if (was.line() instanceof Review one && is.line() instanceof Review other) {
        if (!one.verdict().equals(other.verdict())) {
          differs(Attribute.PUBLISHED_VERDICT, one, other);
        }
        compareStrength();
      }
      // Overriding a line that was added or removed is no further difference.
      compareSets(Attribute.OVERRIDES, shared(was), shared(is));
      return new ComparedLine(
          element,
          was,
          is,
          -1,
          haveRelays ? Optional.of(before.relays(was)) : Optional.empty(),
          sameOrigins,
          changes.build());
    }

    private ImmutableList<String> shared(CountedLine line) {
      return line.overrides().stream()
          .filter(id -> shared.contains(id) || isSharedElsewhere(claimId, id))
          .collect(ImmutableList.toImmutableList());
    }

    private void compareOrigins(Evidence one, Evidence other) {
      if (before.evaluation().ignoresDerivation() && after.evaluation().ignoresDerivation()) {
        return;
      }
      StatementOrigins then = new StatementOrigins(one.derivedFrom(), before.origins(was));
      StatementOrigins now = new StatementOrigins(other.derivedFrom(), after.origins(is));
      if (then.isNothing() && now.isNothing()) {
        sameOrigins = one.derivedFrom().or(other::derivedFrom);
      } else if (then.differs(now)) {
        differs(Attribute.STATEMENT_ORIGINS, then, now);
      }
    }

    private void compareStrength() {
      if (isOther(was.strength(), is.strength())) {
        differs(Attribute.STRENGTH, was.strength(), is.strength());
      }
    }

    private <T> void compare(Attribute<LineDraft, T> attribute, T then, T now) {
      if (!then.equals(now)) {
        differs(attribute, then, now);
      }
    }

    private <T> void compareSets(
        Attribute<LineDraft, ImmutableList<T>> attribute,
        ImmutableList<T> then,
        ImmutableList<T> now) {
      if (isOther(then, now)) {
        differs(attribute, then, now);
      }
    }

    private <T> void differs(Attribute<LineDraft, T> attribute, T then, T now) {
      AttributeChange<LineDraft, T> change =
          AttributeChange.ofLine(attribute, element, claimId, then, now);
      changes.add(new NumberedChange<>(add(change, reads.claim(claimId)), change));
    }
  }

  /** Returns whether two grades count differently; if both sides read grades by logic, only yes and no differ. */
  private boolean isOther(Grade was, Grade is) {
    boolean byLogic = before.evaluation().isByLogic() && after.evaluation().isByLogic();
    return byLogic ? was.isYes() != is.isYes() : was.value() != is.value();
  }

  /** Returns whether two lists have different members, regardless of their order. */
  private static <T> boolean isOther(ImmutableList<T> was, ImmutableList<T> is) {
    return !was.equals(is) && !ImmutableSet.copyOf(was).equals(ImmutableSet.copyOf(is));
  }

  private void compareContradictions() {
    Set<Set<String>> seen = new HashSet<>();
    for (ComparedClaim claim : claims) {
      List<Contradiction> all = new ArrayList<>();
      contradictions.add(all);
      Set<String> then = ImmutableSet.copyOf(before.contradicting(claim.id()));
      Set<String> now = ImmutableSet.copyOf(after.contradicting(claim.id()));
      for (String other : Sets.union(now, then)) {
        if (!seen.add(ImmutableSet.of(claim.id(), other))) {
          continue;
        }
        boolean was = then.contains(other);
        boolean is = now.contains(other);
        boolean isShared = isInBoth(claim.id()) || isInBoth(other);
        int number = was != is && isShared ? contradiction(claim.id(), other, was) : -1;
        all.add(new Contradiction(other, was, number));
      }
    }
  }

  /** Returns the claims that contradict a claim on either side, those of the side after first. */
  private Set<String> contradicting(String claimId) {
    return Sets.union(
        ImmutableSet.copyOf(after.contradicting(claimId)),
        ImmutableSet.copyOf(before.contradicting(claimId)));
  }

  private int contradiction(String claimId, String other, boolean was) {
    return add(new CarriedDifference(
        new ContradictionChange(claimId, other, !was),
        reads.claim(claimId),
        new int[] {reads.claim(claimId)},
        new int[] {reads.claim(other)}));
  }

  private void compareSources() {
    Map<String, List<Integer>> leaving = new HashMap<>();
    for (ComparedClaim claim : claims) {
      for (ComparedLine line : claim.lines()) {
        leavingRelays(line)
            .forEach(source -> leaving
                .computeIfAbsent(source, id -> new ArrayList<>())
                .add(reads.claim(claim.id())));
      }
    }
    for (int number = 0; number < reads.sources().size(); number++) {
      List<Integer> left = leaving.getOrDefault(reads.sources().get(number), List.of());
      sources.add(new SourceComparison(number, left).compared());
    }
  }

  /** Compares a source, attribute by attribute in the order in which differences are listed. */
  private final class SourceComparison {

    private final int number;
    private final String id;
    private final List<Integer> leaving;
    private final ImmutableList.Builder<NumberedChange<SourceDraft>> changes =
        ImmutableList.builder();

    /** Creates a comparison; {@code leaving} are the claims with evidence that uses the relays of the source. */
    SourceComparison(int number, List<Integer> leaving) {
      this.number = number;
      this.id = reads.sources().get(number);
      this.leaving = leaving;
    }

    ComparedSource compared() {
      CountedSource was = (before.hasSource(id) ? before : after).source(id);
      CountedSource is = (after.hasSource(id) ? after : before).source(id);
      if (before.hasSource(id) && after.hasSource(id)) {
        int[] either = {reads.asserting(number), reads.relaying(number)};
        if (isOther(was.reliability(), is.reliability())) {
          differs(Attribute.RELIABILITY, was.reliability(), is.reliability(), either);
        }
        if (isOther(was.derivedFrom(), is.derivedFrom())) {
          int[] asserting = {reads.asserting(number)};
          differs(Attribute.DERIVED_FROM, was.derivedFrom(), is.derivedFrom(), asserting);
        }
        if (isOther(was.readIn(), is.readIn()) && !leaving.isEmpty()) {
          differs(Attribute.READ_IN, was.readIn(), is.readIn(), Ints.toArray(leaving));
        }
        if (was.retracted().isPresent() != is.retracted().isPresent()) {
          differs(Attribute.RETRACTED, was.retracted(), is.retracted(), either);
        }
      }
      return new ComparedSource(was, is, changes.build());
    }

    private <T> void differs(Attribute<SourceDraft, T> attribute, T then, T now, int... carriers) {
      AttributeChange<SourceDraft, T> change = AttributeChange.ofSource(attribute, id, then, now);
      int added = add(new CarriedDifference(change, -1, carriers, new int[0]));
      changes.add(new NumberedChange<>(added, change));
    }
  }

  /** Returns the sources whose relays a piece of evidence uses. */
  private static Set<String> leavingRelays(ComparedLine line) {
    Set<String> sources = new HashSet<>();
    for (CountedLine side : line.sides()) {
      if (!(side.line() instanceof Evidence) || side.ownRelays().isPresent()) {
        return Set.of();
      }
      side.source().ifPresent(sources::add);
    }
    return sources;
  }

  private void compareOptions() {
    Evaluation was = before.evaluation();
    Evaluation is = after.evaluation();
    for (ComparedClaim claim : claims) {
      String id = claim.id();
      if (!isInBoth(id)) {
        continue;
      }
      Optional<Supposition> then = was.supposed(id);
      Optional<Supposition> now = is.supposed(id);
      if (!then.equals(now)) {
        SuppositionChange change = new SuppositionChange(id, then, now);
        suppositions.put(id, new NumberedSupposition(add(change, reads.claim(id)), change));
      }
    }
    option(Attribute.STANDARD, was.standard(), is.standard());
    option(Attribute.REVIEWS, was.reviewPolicy(), is.reviewPolicy());
    option(Attribute.BY_LOGIC, was.isByLogic(), is.isByLogic());
    option(Attribute.IGNORES_DERIVATION, was.ignoresDerivation(), is.ignoresDerivation());
    option(Attribute.SAMPLING, Sampling.of(was), Sampling.of(is));
  }

  private <T> void option(Attribute<EvaluatorDraft, T> option, T was, T is) {
    if (!was.equals(is)) {
      AttributeChange<EvaluatorDraft, T> change = AttributeChange.ofOption(option, was, is);
      options.add(new NumberedChange<>(add(change), change));
    }
  }

  /** Returns the differences that can bear on a claim, in the order in which they are listed for it: its own first. */
  int[] ordered(int root, BitSet bearing) {
    String id = reads.claims().get(root);
    List<Integer> own = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    Map<String, Integer> contradicting = new HashMap<>();
    List<Integer> rest = new ArrayList<>();
    for (int number : bearing.stream().toArray()) {
      CarriedDifference each = differences.get(number);
      if (each.difference() instanceof ContradictionChange change) {
        change
            .contradicted(id)
            .ifPresentOrElse(other -> contradicting.put(other, number), () -> rest.add(number));
      } else if (each.claim() >= 0) {
        (each.claim() == root ? own : lines).add(number);
      } else if (each.difference() instanceof SuppositionChange change
          && change.ofClaim().equals(id)) {
        rest.add(firstSupposed(rest), number);
      } else {
        rest.add(number);
      }
    }
    List<Integer> all = new ArrayList<>(own);
    all.addAll(lines);
    for (String other : contradicting.isEmpty() ? ImmutableSet.<String>of() : contradicting(id)) {
      if (contradicting.containsKey(other)) {
        all.add(contradicting.get(other));
      }
    }
    all.addAll(rest);
    return Ints.toArray(all);
  }

  private int firstSupposed(List<Integer> numbers) {
    for (int i = 0; i < numbers.size(); i++) {
      if (differences.get(numbers.get(i)).difference().kind() == Kind.SUPPOSED) {
        return i;
      }
    }
    return numbers.size();
  }

  /** Returns a difference as seen from a claim. */
  Difference seenFrom(int number, int root) {
    Difference difference = differences.get(number).difference();
    return difference instanceof ContradictionChange contradiction
        ? contradiction.seenFrom(reads.claims().get(root))
        : difference;
  }
}
