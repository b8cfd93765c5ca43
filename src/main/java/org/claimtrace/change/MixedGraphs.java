package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.claimtrace.change.Difference.Kind;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Line;
import org.claimtrace.model.Review;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two sides, and the graph in which only some of the differences are made.
 *
 * <p>In such a graph each line is as it was before or as it is after. A claim or source that only one side has is in all of them,
 * with what bears on it; nothing leans on it but the lines of its own side. So every set of differences makes a consistent graph.
 * Not for use by several threads.
 */
final class MixedGraphs {

  private final ComparedEvaluation before;
  private final ComparedEvaluation after;
  private final Dependencies reads;
  private final List<Numbered> differences = new ArrayList<>();

  private final List<ComparedClaim> claims = new ArrayList<>();
  private final List<ComparedSource> sources = new ArrayList<>();
  private final List<List<Contradiction>> contradictions = new ArrayList<>();
  private final Map<String, NumberedSupposition> suppositions = new HashMap<>();
  private final List<NumberedChange<EvaluatorDraft>> options = new ArrayList<>();

  MixedGraphs(ComparedEvaluation before, ComparedEvaluation after, Dependencies reads) {
    this.before = before;
    this.after = after;
    this.reads = reads;
    for (int claim = 0; claim < reads.claims().size(); claim++) {
      claims.add(claim(claim));
    }
    contradictions();
    sources();
    options();
  }

  /**
   * A difference and what must bear on a claim for it to do so.
   *
   * @param claim the claim whose line differs, by number; of a contradiction one of the two; else -1
   * @param carriers the nodes of {@link Dependencies} one of which must bear on the claim; none where it always does
   * @param besides the nodes one of which must too, if there are any
   */
  record Numbered(Difference difference, int claim, int[] carriers, int[] besides) {}

  ImmutableList<Numbered> differences() {
    return ImmutableList.copyOf(differences);
  }

  /**
   * A claim on both sides.
   *
   * @param id its id
   * @param lines its lines
   * @param byId the same, by id: two where an id is that of one kind of line before and of another after
   */
  private record ComparedClaim(
      String id,
      ImmutableList<ComparedLine> lines,
      ImmutableListMultimap<String, ComparedLine> byId) {

    ComparedClaim(String id, ImmutableList<ComparedLine> lines) {
      this(id, lines, Multimaps.index(lines, each -> each.element().id()));
    }

    ImmutableList<ComparedLine> named(String lineId) {
      return byId.get(lineId);
    }
  }

  /**
   * A line on both sides.
   *
   * @param was what it was, if it existed
   * @param is what it is, if it exists
   * @param presence the number of the difference that it is there, or -1 where it always is
   * @param relays the relays before, where either side names them at the line: then the source's no longer serve in its stead
   * @param changes the differences in its attributes
   */
  private record ComparedLine(
      Element element,
      @Nullable CountedLine was,
      @Nullable CountedLine is,
      int presence,
      Optional<ImmutableList<String>> relays,
      ImmutableList<NumberedChange<LineDraft>> changes) {

    /** A line that only one side has, or of which it does not matter which side it is taken from. */
    static ComparedLine unchanged(
        Element element, @Nullable CountedLine was, @Nullable CountedLine is, int presence) {
      return new ComparedLine(element, was, is, presence, Optional.empty(), ImmutableList.of());
    }

    boolean isThere(BitSet made) {
      return presence < 0 || made.get(presence) == (was == null);
    }

    LineDraft draft(BitSet made) {
      LineDraft draft = new LineDraft(was != null ? was : Objects.requireNonNull(is));
      relays.ifPresent(draft::relays);
      NumberedChange.apply(changes, made, draft);
      return draft;
    }

    /** The line as each side has it that has it, the side before first. */
    List<CountedLine> sides() {
      return Stream.of(Optional.ofNullable(was), Optional.ofNullable(is))
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private record ComparedSource(
      CountedSource was, CountedSource is, ImmutableList<NumberedChange<SourceDraft>> changes) {

    SourceDraft draft(BitSet made) {
      SourceDraft draft = new SourceDraft(was);
      NumberedChange.apply(changes, made, draft);
      return draft;
    }
  }

  private record Contradiction(String other, boolean was, int number) {
    boolean isThere(BitSet made) {
      return number < 0 || made.get(number) != was;
    }
  }

  private record NumberedSupposition(int number, SuppositionChange change) {}

  private record NumberedChange<D>(int number, AttributeChange<D, ?> change) {

    /** Makes those changes to a draft that are among some differences. */
    static <D> void apply(List<NumberedChange<D>> changes, BitSet made, D draft) {
      for (NumberedChange<D> each : changes) {
        if (made.get(each.number())) {
          each.change().apply(draft);
        }
      }
    }
  }

  private int add(Difference difference, int... carriers) {
    int owner = difference.claim().map(reads::claim).orElse(-1);
    return add(new Numbered(difference, owner, carriers, new int[0]));
  }

  private int add(Numbered difference) {
    differences.add(difference);
    return differences.size() - 1;
  }

  private boolean isInBoth(String claimId) {
    return before.hasClaim(claimId) && after.hasClaim(claimId);
  }

  private ComparedClaim claim(int number) {
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
      lines.add(line(id, line, was.get(line), is.get(line), shared));
    }
    return new ComparedClaim(id, lines.build());
  }

  private ComparedLine line(
      String claimId,
      Element line,
      @Nullable CountedLine was,
      @Nullable CountedLine is,
      Set<String> shared) {
    if (was == null || is == null) {
      LinePresence presence = is != null ? came(claimId, line, is) : went(claimId, line);
      return ComparedLine.unchanged(line, was, is, add(presence, reads.claim(claimId)));
    }
    return new LineComparison(claimId, line, was, is, shared).compared();
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

  /** Compares a line that both sides have, attribute by attribute in the order in which differences are told. */
  private final class LineComparison {

    private final String claimId;
    private final Element element;
    private final CountedLine was;
    private final CountedLine is;
    private final Set<String> shared;
    private final ImmutableList.Builder<NumberedChange<LineDraft>> changes =
        ImmutableList.builder();

    /** Makes ready; {@code shared} are the ids of the lines of the claim that both sides have. */
    LineComparison(
        String claimId, Element element, CountedLine was, CountedLine is, Set<String> shared) {
      this.claimId = claimId;
      this.element = element;
      this.was = was;
      this.is = is;
      this.shared = shared;
    }

    ComparedLine compared() {
      // Where both sides leave the relays to the source, it is the source that differs.
      boolean haveRelays = was.ownRelays().isPresent() || is.ownRelays().isPresent();
      if (was.line() instanceof Evidence one && is.line() instanceof Evidence other) {
        compare(Attribute.SOURCE, one.source(), other.source());
        compare(Attribute.STANCE, one.stance(), other.stance());
        compareStrength();
        if (haveRelays) {
          compareSets(Attribute.RELAYS, before.relays(was), after.relays(is));
        }
        compareSets(Attribute.UNLESS, one.unless(), other.unless());
      } else if (was.line() instanceof Inference one && is.line() instanceof Inference other) {
        compare(Attribute.STANCE, one.stance(), other.stance());
        compareStrength();
        compareSets(Attribute.PREMISES, one.premises(), other.premises());
        compareSets(Attribute.ASSUMING, one.assuming(), other.assuming());
        compareSets(Attribute.UNLESS, one.unless(), other.unless());
      } else if (was.line() instanceof Review one && is.line() instanceof Review other) {
        compare(Attribute.PUBLISHED_VERDICT, one.verdict(), other.verdict());
        compareStrength();
      }
      // A line that is gone, or is new, is a difference already.
      compareSets(Attribute.OVERRIDES, shared(was.line()), shared(is.line()));
      return new ComparedLine(
          element,
          was,
          is,
          -1,
          haveRelays ? Optional.of(before.relays(was)) : Optional.empty(),
          changes.build());
    }

    private ImmutableList<String> shared(Line line) {
      return line.overrides().stream()
          .filter(shared::contains)
          .collect(ImmutableList.toImmutableList());
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

  /** Whether a grade counts for something else: where both sides read grades by logic, as yes or no. */
  private boolean isOther(Grade was, Grade is) {
    boolean byLogic = before.evaluation().isByLogic() && after.evaluation().isByLogic();
    return byLogic ? was.isYes() != is.isYes() : was.value() != is.value();
  }

  /** Whether a list has other members, in whichever order. */
  private static <T> boolean isOther(ImmutableList<T> was, ImmutableList<T> is) {
    return !was.equals(is) && !ImmutableSet.copyOf(was).equals(ImmutableSet.copyOf(is));
  }

  private void contradictions() {
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

  /** The claims that contradict a claim on either side, those after first. */
  private Set<String> contradicting(String claimId) {
    return Sets.union(
        ImmutableSet.copyOf(after.contradicting(claimId)),
        ImmutableSet.copyOf(before.contradicting(claimId)));
  }

  private int contradiction(String claimId, String other, boolean was) {
    return add(new Numbered(
        new ContradictionChange(claimId, other, !was),
        reads.claim(claimId),
        new int[] {reads.claim(claimId)},
        new int[] {reads.claim(other)}));
  }

  private void sources() {
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

  /** Compares a source, attribute by attribute in the order in which differences are told. */
  private final class SourceComparison {

    private final int number;
    private final String id;
    private final List<Integer> leaving;
    private final ImmutableList.Builder<NumberedChange<SourceDraft>> changes =
        ImmutableList.builder();

    /** Makes ready; {@code leaving} are the claims with a line that leaves its relays to the source. */
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
          int[] besides = Ints.toArray(leaving);
          differs(Attribute.READ_IN, was.readIn(), is.readIn(), either, besides);
        }
        if (was.retracted().isPresent() != is.retracted().isPresent()) {
          differs(Attribute.RETRACTED, was.retracted(), is.retracted(), either);
        }
      }
      return new ComparedSource(was, is, changes.build());
    }

    private <T> void differs(
        Attribute<SourceDraft, T> attribute, T then, T now, int[] carriers, int... besides) {
      AttributeChange<SourceDraft, T> change = AttributeChange.ofSource(attribute, id, then, now);
      int added = add(new Numbered(change, -1, carriers, besides));
      changes.add(new NumberedChange<>(added, change));
    }
  }

  /** The sources to which a piece of evidence leaves its relays. */
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

  private void options() {
    Evaluation was = before.evaluation();
    Evaluation is = after.evaluation();
    for (ComparedClaim claim : claims) {
      String id = claim.id();
      Optional<Supposition> then = was.supposed(id);
      Optional<Supposition> now = is.supposed(id);
      if (isInBoth(id) && !then.equals(now)) {
        SuppositionChange change = new SuppositionChange(id, then, now);
        suppositions.put(id, new NumberedSupposition(add(change, reads.claim(id)), change));
      }
    }
    option(Attribute.STANDARD, was.standard(), is.standard());
    option(Attribute.REVIEWS, was.reviews(), is.reviews());
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

  /**
   * A part of the graphs: all that can bear on some claims.
   *
   * @param claims the claims, by number
   * @param sources the sources, by number
   * @param size how many claims, sources, lines and contradictions it has
   */
  record Section(BitSet claims, BitSet sources, int size) {}

  /** The id of a claim. */
  String id(int number) {
    return reads.claims().get(number);
  }

  /** How much there is to go over to find out what bears on what. */
  int size() {
    return reads.size();
  }

  /** All that can bear on some claims, whichever differences are made. */
  Section section(int... roots) {
    BitSet nodes = reads.below(Dependencies.Lines.EITHER, roots);
    BitSet sectionClaims = nodes.get(0, claims.size());
    BitSet sectionSources = new BitSet();
    for (int source = 0; source < sources.size(); source++) {
      if (nodes.get(reads.asserting(source))) {
        sectionSources.set(source);
        ComparedSource compared = sources.get(source);
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
          + contradictions.get(claim).size()
          + reads.links(claim)
          + claims.get(claim).lines().size();
    }
    return new Section(sectionClaims, sectionSources, size);
  }

  /** The evaluation of a part where some of the differences are made, and no others. */
  Evaluation evaluate(Section section, BitSet made) {
    Cancellation.check();
    return options(made).build(suppositions(section, made)).evaluate(graph(section, made));
  }

  /** The side whose worlds are looked at where some of the differences are made. */
  Evaluation sampled(BitSet made) {
    return options(made).sampled();
  }

  private EvaluatorDraft options(BitSet made) {
    EvaluatorDraft draft = new EvaluatorDraft(before.evaluation(), after.evaluation());
    NumberedChange.apply(options, made, draft);
    return draft;
  }

  /** The differences that can bear on a claim, from its own on: in the order in which they are told of it. */
  int[] ordered(int root, BitSet bearing) {
    List<Integer> own = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    Map<String, Integer> contradicting = new HashMap<>();
    List<Integer> rest = new ArrayList<>();
    for (int i = bearing.nextSetBit(0); i >= 0; i = bearing.nextSetBit(i + 1)) {
      Numbered each = differences.get(i);
      Kind kind = each.difference().kind();
      if (kind == Kind.CONTRADICTS && opposed(each, root).isPresent()) {
        contradicting.put(opposed(each, root).get(), i);
      } else if (kind != Kind.CONTRADICTS && each.claim() >= 0) {
        (each.claim() == root ? own : lines).add(i);
      } else if (kind == Kind.SUPPOSED && each.carriers()[0] == root) {
        rest.add(firstSupposed(rest), i);
      } else {
        rest.add(i);
      }
    }
    List<Integer> all = new ArrayList<>(own);
    all.addAll(lines);
    for (String other : contradicting.isEmpty()
        ? ImmutableSet.<String>of()
        : contradicting(reads.claims().get(root))) {
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

  /** What a claim is said to contradict, if a difference is that. */
  private Optional<String> opposed(Numbered contradiction, int root) {
    int[] both = {contradiction.carriers()[0], contradiction.besides()[0]};
    return both[0] == root
        ? Optional.of(reads.claims().get(both[1]))
        : both[1] == root ? Optional.of(reads.claims().get(both[0])) : Optional.empty();
  }

  /** A difference as it is told of a claim. */
  Difference seenFrom(int number, int root) {
    Difference difference = differences.get(number).difference();
    return difference instanceof ContradictionChange contradiction
        ? contradiction.seenFrom(reads.claims().get(root))
        : difference;
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
      NumberedSupposition numbered = suppositions.get(id);
      if (numbered != null && made.get(numbered.number())) {
        numbered.change().apply(all);
      }
    }
    return all;
  }

  private List<ComparedClaim> claims(Section section) {
    return section.claims().stream().mapToObj(claims::get).toList();
  }

  private ClaimGraph graph(Section section, BitSet made) {
    ClaimGraph.Builder graph = ClaimGraph.builder("trial").title("Trial");
    Predicate<String> isThere = id -> {
      int number = reads.source(id);
      return number >= 0 && section.sources().get(number);
    };
    section.sources().stream()
        .forEach(number -> graph.source(
            sources.get(number).draft(made).source(reads.sources().get(number), isThere)));
    Set<String> written = new HashSet<>();
    for (int number = section.claims().nextSetBit(0);
        number >= 0;
        number = section.claims().nextSetBit(number + 1)) {
      ComparedClaim compared = claims.get(number);
      Claim.Builder claim = Claim.builder(compared.id())
          .text(compared.id())
          .contradicts(contradictions.get(number).stream()
              .filter(each -> each.isThere(made))
              .map(Contradiction::other)
              .toList());
      addLines(compared, made, claim, written);
      graph.claim(claim);
    }
    return graph.build();
  }

  private void addLines(
      ComparedClaim compared, BitSet made, Claim.Builder claim, Set<String> written) {
    // A line may have moved from one claim to another or become one of another kind, and be there
    // twice in a trial.
    Map<Element, String> names = new LinkedHashMap<>();
    for (ComparedLine line : compared.lines()) {
      if (line.isThere(made)) {
        String name = line.element().id();
        while (!written.add(name)) {
          name += "-";
        }
        names.put(line.element(), name);
      }
    }
    for (ComparedLine line : compared.lines()) {
      String name = names.get(line.element());
      if (name != null) {
        LineDraft draft = line.draft(made);
        draft.overrides(overridden(compared, line, draft.overrides(), names));
        draft.addTo(claim, name);
      }
    }
  }

  /**
   * The lines that are there and that a line settles. Of a line that only one side has, that side says whether it is overridden.
   *
   * @param chosen the ids that the line names
   * @param names what the lines that are there are called
   */
  private ImmutableList<String> overridden(
      ComparedClaim claim,
      ComparedLine line,
      ImmutableList<String> chosen,
      Map<Element, String> names) {
    Set<String> ids = new LinkedHashSet<>();
    line.sides().forEach(side -> ids.addAll(side.line().overrides()));
    if (ids.isEmpty()) {
      return ImmutableList.of();
    }
    Set<String> chosenIds = ImmutableSet.copyOf(chosen);
    ImmutableList.Builder<String> overridden = ImmutableList.builder();
    for (String id : ids) {
      for (ComparedLine other : claim.named(id)) {
        CountedLine only = other.was() == null ? line.is() : other.is() == null ? line.was() : null;
        boolean isOverridden = only == null
            ? chosenIds.contains(id) && isMeant(line, other.element())
            : only.line().overrides().contains(id);
        String name = names.get(other.element());
        if (isOverridden && name != null && !other.element().equals(line.element())) {
          overridden.add(name);
        }
      }
    }
    return overridden.build();
  }

  /** Whether an id that a line names stands for another line where this one is, and not for another kind of line. */
  private boolean isMeant(ComparedLine line, Element other) {
    ComparedEvaluation side = line.is() == null ? before : after;
    return (line.was() != null && line.is() != null)
        || side.graph().findLine(other.id()).filter(other::equals).isPresent();
  }
}
