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
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.change.ComparedEvaluation.Entry;
import org.claimtrace.change.Difference.Kind;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Source;
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

  /** What the members of a line are compared in, in the order in which differences are told. */
  private static final ImmutableList<Kind> MEMBERS = ImmutableList.of(
      Kind.SOURCE,
      Kind.STANCE,
      Kind.PUBLISHED_VERDICT,
      Kind.STRENGTH,
      Kind.RELAYS,
      Kind.PREMISES,
      Kind.ASSUMING,
      Kind.UNLESS,
      Kind.OVERRIDES);

  private final ComparedEvaluation before;
  private final ComparedEvaluation after;
  private final Dependencies reads;
  private final List<Numbered> differences = new ArrayList<>();

  private final List<ClaimDraft> claims = new ArrayList<>();
  private final List<SourceDraft> sources = new ArrayList<>();
  private final List<List<Contradiction>> contradictions = new ArrayList<>();
  private final Map<String, Integer> supposed = new HashMap<>();
  private final Map<Kind, Integer> options = new EnumMap<>(Kind.class);

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
   * A claim to be built.
   *
   * @param id its id
   * @param lines its lines
   * @param byId the same, by id: two where an id is that of one kind of line before and of another after
   */
  private record ClaimDraft(
      String id, ImmutableList<LineDraft> lines, ImmutableListMultimap<String, LineDraft> byId) {

    ClaimDraft(String id, ImmutableList<LineDraft> lines) {
      this(id, lines, Multimaps.index(lines, each -> each.line().id()));
    }

    ImmutableList<LineDraft> named(String lineId) {
      return byId.get(lineId);
    }
  }

  /**
   * A line to be built.
   *
   * @param was what it was, if it existed
   * @param is what it is, if it exists
   * @param presence the difference that it is there, or -1 where it always is
   * @param members the differences in its members, by kind
   */
  private record LineDraft(
      Element line,
      @Nullable Entry was,
      @Nullable Entry is,
      int presence,
      ImmutableMap<Kind, Integer> members) {

    boolean isThere(BitSet made) {
      return presence < 0 || made.get(presence) == (was == null);
    }

    Entry either() {
      return is != null ? is : Objects.requireNonNull(was);
    }
  }

  private record SourceDraft(
      ImmutableMap<Kind, ImmutableList<String>> was,
      ImmutableMap<Kind, ImmutableList<String>> is,
      ImmutableMap<Kind, Integer> members) {

    ImmutableList<String> of(Kind kind, BitSet made) {
      return (isMade(members, kind, made) ? is : was).getOrDefault(kind, ImmutableList.of());
    }
  }

  private record Contradiction(String claim, String other, boolean was, int number) {
    boolean isThere(BitSet made) {
      return number < 0 || made.get(number) != was;
    }
  }

  private static boolean isMade(Map<Kind, Integer> differences, Kind kind, BitSet made) {
    Integer number = differences.get(kind);
    return number != null && made.get(number);
  }

  private int add(
      Kind kind,
      Optional<Element> element,
      Optional<String> claim,
      ImmutableList<String> was,
      ImmutableList<String> is,
      int... carriers) {
    Difference difference = new Difference(kind, element, claim, was, is);
    int owner = claim.map(reads::claim).orElse(-1);
    differences.add(new Numbered(difference, owner, carriers, new int[0]));
    return differences.size() - 1;
  }

  private boolean isInBoth(String claimId) {
    return before.hasClaim(claimId) && after.hasClaim(claimId);
  }

  private ClaimDraft claim(int number) {
    String id = reads.claims().get(number);
    ImmutableList.Builder<LineDraft> lines = ImmutableList.builder();
    if (!isInBoth(id)) {
      (before.hasClaim(id) ? before : after)
          .lines(id)
          .forEach(
              (line, entry) -> lines.add(new LineDraft(line, entry, entry, -1, ImmutableMap.of())));
      return new ClaimDraft(id, lines.build());
    }
    ImmutableMap<Element, Entry> was = before.lines(id);
    ImmutableMap<Element, Entry> is = after.lines(id);
    Set<String> shared = new HashSet<>();
    Sets.intersection(was.keySet(), is.keySet()).forEach(line -> shared.add(line.id()));
    for (Element line : Sets.union(is.keySet(), was.keySet())) {
      lines.add(line(id, line, was.get(line), is.get(line), shared));
    }
    return new ClaimDraft(id, lines.build());
  }

  private LineDraft line(
      String claimId, Element line, @Nullable Entry was, @Nullable Entry is, Set<String> shared) {
    if (was == null || is == null) {
      ComparedEvaluation other = was == null ? before : after;
      Optional<Optional<PartialDate>> there = other.beginOfWritten(claimId, line);
      Kind kind = was == null
          ? (there.isPresent() ? Kind.BEGAN : Kind.ADDED)
          : (there.isPresent() ? Kind.NOT_YET : Kind.REMOVED);
      Optional<PartialDate> date = Optional.empty();
      if (kind == Kind.BEGAN && is != null) {
        date = is.begin();
      } else if (kind == Kind.NOT_YET) {
        date = there.orElse(Optional.empty());
      }
      ImmutableList<String> from =
          date.map(day -> ImmutableList.of(day.toString())).orElse(ImmutableList.of());
      int number = add(
          kind,
          Optional.of(line),
          Optional.of(claimId),
          ImmutableList.of(),
          from,
          reads.claim(claimId));
      return new LineDraft(line, was, is, number, ImmutableMap.of());
    }
    ImmutableMap.Builder<Kind, Integer> members = ImmutableMap.builder();
    for (Kind kind : MEMBERS) {
      ImmutableList<String> then = compared(kind, before, was, is, shared);
      ImmutableList<String> now = compared(kind, after, is, was, shared);
      if (isOther(kind, then, now)) {
        members.put(
            kind,
            add(kind, Optional.of(line), Optional.of(claimId), then, now, reads.claim(claimId)));
      }
    }
    return new LineDraft(line, was, is, -1, members.buildOrThrow());
  }

  /** What a line says on one side, as far as it is compared with the other. */
  private ImmutableList<String> compared(
      Kind kind, ComparedEvaluation side, Entry here, Entry there, Set<String> shared) {
    if (kind == Kind.RELAYS) {
      // Where both leave them to the source, it is the source that differs.
      boolean isSaid = here.members().containsKey(kind) || there.members().containsKey(kind);
      return isSaid ? side.relays(here) : ImmutableList.of();
    }
    if (kind == Kind.OVERRIDES) {
      // A line that is gone, or is new, is a difference already.
      return here.of(kind).stream()
          .filter(shared::contains)
          .collect(ImmutableList.toImmutableList());
    }
    return here.of(kind);
  }

  private boolean isOther(Kind kind, ImmutableList<String> was, ImmutableList<String> is) {
    if (kind == Kind.STRENGTH || kind == Kind.RELIABILITY) {
      if (was.isEmpty() || is.isEmpty()) {
        return !was.equals(is);
      }
      boolean byLogic = before.evaluation().isByLogic() && after.evaluation().isByLogic();
      return byLogic
          ? ComparedEvaluation.grade(was.get(0)).isYes()
              != ComparedEvaluation.grade(is.get(0)).isYes()
          : ComparedEvaluation.grade(was.get(0)).value()
              != ComparedEvaluation.grade(is.get(0)).value();
    }
    if (kind == Kind.RETRACTED) {
      return was.isEmpty() != is.isEmpty();
    }
    return !ImmutableSet.copyOf(was).equals(ImmutableSet.copyOf(is));
  }

  private void contradictions() {
    Set<Set<String>> seen = new HashSet<>();
    for (ClaimDraft draft : claims) {
      List<Contradiction> all = new ArrayList<>();
      contradictions.add(all);
      Set<String> then = ImmutableSet.copyOf(before.contradicting(draft.id()));
      Set<String> now = ImmutableSet.copyOf(after.contradicting(draft.id()));
      for (String other : Sets.union(now, then)) {
        if (!seen.add(ImmutableSet.of(draft.id(), other))) {
          continue;
        }
        boolean was = then.contains(other);
        boolean is = now.contains(other);
        boolean isShared = isInBoth(draft.id()) || isInBoth(other);
        int number = was != is && isShared ? contradiction(draft.id(), other, was) : -1;
        all.add(new Contradiction(draft.id(), other, was, number));
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
    Difference difference = contradicts(claimId, other, was);
    differences.add(
        new Numbered(difference, reads.claim(claimId), new int[] {reads.claim(claimId)}, new int[] {
          reads.claim(other)
        }));
    return differences.size() - 1;
  }

  private static Difference contradicts(String claimId, String other, boolean was) {
    return new Difference(
        Kind.CONTRADICTS,
        Optional.of(Element.claim(claimId)),
        Optional.empty(),
        was ? ImmutableList.of(other) : ImmutableList.of(),
        was ? ImmutableList.of() : ImmutableList.of(other));
  }

  private void sources() {
    Map<String, List<Integer>> leaving = new HashMap<>();
    for (ClaimDraft draft : claims) {
      for (LineDraft line : draft.lines()) {
        leavingRelays(line)
            .forEach(source -> leaving
                .computeIfAbsent(source, id -> new ArrayList<>())
                .add(reads.claim(draft.id())));
      }
    }
    for (int number = 0; number < reads.sources().size(); number++) {
      String id = reads.sources().get(number);
      ImmutableMap<Kind, ImmutableList<String>> was =
          (before.hasSource(id) ? before : after).source(id);
      ImmutableMap<Kind, ImmutableList<String>> is =
          (after.hasSource(id) ? after : before).source(id);
      ImmutableMap.Builder<Kind, Integer> members = ImmutableMap.builder();
      if (before.hasSource(id) && after.hasSource(id)) {
        for (Kind kind :
            List.of(Kind.RELIABILITY, Kind.DERIVED_FROM, Kind.READ_IN, Kind.RETRACTED)) {
          ImmutableList<String> then = was.getOrDefault(kind, ImmutableList.of());
          ImmutableList<String> now = is.getOrDefault(kind, ImmutableList.of());
          List<Integer> left = leaving.getOrDefault(id, List.of());
          if (isOther(kind, then, now) && (kind != Kind.READ_IN || !left.isEmpty())) {
            members.put(kind, source(kind, number, then, now, left));
          }
        }
      }
      sources.add(new SourceDraft(was, is, members.buildOrThrow()));
    }
  }

  private int source(
      Kind kind,
      int source,
      ImmutableList<String> was,
      ImmutableList<String> is,
      List<Integer> leaving) {
    int[] carriers = kind == Kind.DERIVED_FROM
        ? new int[] {reads.asserting(source)}
        : new int[] {reads.asserting(source), reads.relaying(source)};
    Optional<Element> element = Optional.of(Element.source(reads.sources().get(source)));
    differences.add(new Numbered(
        new Difference(kind, element, Optional.empty(), was, is),
        -1,
        carriers,
        kind == Kind.READ_IN ? Ints.toArray(leaving) : new int[0]));
    return differences.size() - 1;
  }

  /** The sources to which an evidence leaves its relays. */
  private static Set<String> leavingRelays(LineDraft line) {
    Set<String> sources = new HashSet<>();
    for (Entry entry : Arrays.asList(line.was(), line.is())) {
      if (entry == null || line.line().kind() != Element.Kind.EVIDENCE) {
        continue;
      }
      if (entry.members().containsKey(Kind.RELAYS)) {
        return Set.of();
      }
      sources.addAll(entry.of(Kind.SOURCE));
    }
    return sources;
  }

  private void options() {
    Evaluation was = before.evaluation();
    Evaluation is = after.evaluation();
    for (ClaimDraft draft : claims) {
      ImmutableList<String> then = words(was.supposed(draft.id()));
      ImmutableList<String> now = words(is.supposed(draft.id()));
      if (isInBoth(draft.id()) && !then.equals(now)) {
        supposed.put(
            draft.id(),
            add(
                Kind.SUPPOSED,
                Optional.of(Element.claim(draft.id())),
                Optional.empty(),
                then,
                now,
                reads.claim(draft.id())));
      }
    }
    option(Kind.STANDARD, was.standard(), is.standard());
    option(Kind.REVIEWS, was.reviews(), is.reviews());
    option(Kind.BY_LOGIC, was.isByLogic(), is.isByLogic());
    option(Kind.IGNORES_DERIVATION, was.ignoresDerivation(), is.ignoresDerivation());
    option(Kind.SAMPLING, sampling(was), sampling(is));
  }

  private void option(Kind kind, Object was, Object is) {
    if (!was.equals(is)) {
      options.put(
          kind,
          add(
              kind,
              Optional.empty(),
              Optional.empty(),
              ImmutableList.of(was.toString()),
              ImmutableList.of(is.toString())));
    }
  }

  /** How many worlds were sampled and how they were drawn. */
  private static String sampling(Evaluation evaluation) {
    return evaluation.method() == Method.SAMPLED
        ? evaluation.worlds().orElseThrow() + " worlds, seed "
            + evaluation.seed().orElseThrow()
        : "not sampled";
  }

  private static ImmutableList<String> words(Optional<Supposition> supposition) {
    return supposition.map(each -> ImmutableList.of(each.toString())).orElse(ImmutableList.of());
  }

  /**
   * A part of the drafts: all that can bear on some claims.
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
        SourceDraft draft = sources.get(source);
        for (String relay : Iterables.concat(
            draft.was().getOrDefault(Kind.READ_IN, ImmutableList.of()),
            draft.is().getOrDefault(Kind.READ_IN, ImmutableList.of()))) {
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
    return evaluator(section, made).evaluate(graph(section, made));
  }

  /** The side whose worlds are looked at where some of the differences are made. */
  Evaluation sampling(BitSet made) {
    return chosen(Kind.SAMPLING, made);
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
  Difference told(int number, int root) {
    Numbered each = differences.get(number);
    boolean isTurned = each.difference().kind() == Kind.CONTRADICTS && each.besides()[0] == root;
    return isTurned
        ? contradicts(
            reads.claims().get(root),
            opposed(each, root).orElseThrow(),
            !each.difference().before().isEmpty())
        : each.difference();
  }

  private Evaluator evaluator(Section section, BitSet made) {
    Evaluation sampling = chosen(Kind.SAMPLING, made);
    Evaluator.Builder evaluator = sampling
        .evaluator()
        .asOf(Optional.empty())
        .standard(chosen(Kind.STANDARD, made).standard())
        .reviews(chosen(Kind.REVIEWS, made).reviews())
        .byLogic(chosen(Kind.BY_LOGIC, made).isByLogic())
        .ignoresDerivation(chosen(Kind.IGNORES_DERIVATION, made).ignoresDerivation())
        .suppositions(suppositions(section, made));
    if (sampling.method() == Method.SAMPLED) {
      // The part of the graph that is tried might be small enough to be exact about.
      evaluator.nodeBudget(0);
    }
    return evaluator.build();
  }

  private Evaluation chosen(Kind option, BitSet made) {
    return (isMade(options, option, made) ? after : before).evaluation();
  }

  private ImmutableMap<String, Supposition> suppositions(Section section, BitSet made) {
    ImmutableMap.Builder<String, Supposition> all = ImmutableMap.builder();
    if (before.evaluation().suppositions().isEmpty()
        && after.evaluation().suppositions().isEmpty()) {
      return ImmutableMap.of();
    }
    for (ClaimDraft draft : drafts(section)) {
      Integer number = supposed.get(draft.id());
      boolean isAfter = number == null ? !before.hasClaim(draft.id()) : made.get(number);
      (isAfter ? after : before)
          .evaluation()
          .supposed(draft.id())
          .ifPresent(supposition -> all.put(draft.id(), supposition));
    }
    return all.buildOrThrow();
  }

  private List<ClaimDraft> drafts(Section section) {
    return section.claims().stream().mapToObj(claims::get).toList();
  }

  private ClaimGraph graph(Section section, BitSet made) {
    ClaimGraph.Builder graph = ClaimGraph.builder("trial").title("Trial");
    section.sources().stream().forEach(source -> graph.source(source(source, section, made)));
    Set<String> written = new HashSet<>();
    for (int number = section.claims().nextSetBit(0);
        number >= 0;
        number = section.claims().nextSetBit(number + 1)) {
      ClaimDraft draft = claims.get(number);
      Claim.Builder claim = Claim.builder(draft.id())
          .text(draft.id())
          .contradicts(contradictions.get(number).stream()
              .filter(each -> each.isThere(made))
              .map(Contradiction::other)
              .toList());
      lines(draft, made, claim, written);
      graph.claim(claim);
    }
    return graph.build();
  }

  private Source.Builder source(int number, Section section, BitSet made) {
    String id = reads.sources().get(number);
    SourceDraft draft = sources.get(number);
    Source.Builder source = Source.builder(id)
        .title(id)
        .reliability(ComparedEvaluation.grade(draft.of(Kind.RELIABILITY, made).get(0)))
        .derivedFrom(there(section, draft.of(Kind.DERIVED_FROM, made)))
        .readIn(there(section, draft.of(Kind.READ_IN, made)));
    if (!draft.of(Kind.RETRACTED, made).isEmpty()) {
      source.retracted(Retraction.builder(draft.of(Kind.RETRACTED, made).get(0)));
    }
    return source;
  }

  private Iterable<String> there(Section section, List<String> sourceIds) {
    return Iterables.filter(sourceIds, id -> {
      int number = reads.source(id);
      return number >= 0 && section.sources().get(number);
    });
  }

  private void lines(ClaimDraft draft, BitSet made, Claim.Builder claim, Set<String> written) {
    // A line may have moved from one claim to another or become one of another kind, and be there
    // twice in a trial.
    Map<Element, String> names = new HashMap<>();
    for (LineDraft line : draft.lines()) {
      if (line.isThere(made)) {
        String name = line.line().id();
        while (!written.add(name)) {
          name += "-";
        }
        names.put(line.line(), name);
      }
    }
    for (LineDraft line : draft.lines()) {
      if (line.isThere(made)) {
        new Members(draft, line, made, names).parts().addTo(claim);
      }
    }
  }

  /** The members of a line as they are in one trial. */
  private final class Members {

    private final ClaimDraft claim;
    private final LineDraft line;
    private final BitSet made;
    private final Map<Element, String> names;

    Members(ClaimDraft claim, LineDraft line, BitSet made, Map<Element, String> names) {
      this.claim = claim;
      this.line = line;
      this.made = made;
      this.names = names;
    }

    private ImmutableList<String> of(Kind kind) {
      Entry was = line.was();
      Entry is = line.is();
      if (was == null || is == null) {
        return line.either().of(kind);
      }
      return (isMade(line.members(), kind, made) ? is : was).of(kind);
    }

    LineParts parts() {
      return new LineParts(
          line.line().kind(), name(), this::of, relays(), overrides(), Optional.empty());
    }

    private String name() {
      return names.getOrDefault(line.line(), line.line().id());
    }

    private Optional<ImmutableList<String>> relays() {
      Entry was = line.was();
      Entry is = line.is();
      if (was == null || is == null || was.equals(is)) {
        Entry either = line.either();
        return Optional.ofNullable(either.members().get(Kind.RELAYS));
      }
      boolean isSaid =
          was.members().containsKey(Kind.RELAYS) || is.members().containsKey(Kind.RELAYS);
      if (!isSaid) {
        return Optional.empty();
      }
      return Optional.of(
          isMade(line.members(), Kind.RELAYS, made) ? after.relays(is) : before.relays(was));
    }

    /** Those that are there. Of a line that only one side has, that side says whether it is overridden. */
    private List<String> overrides() {
      Set<String> named = new LinkedHashSet<>();
      for (Entry entry : Arrays.asList(line.was(), line.is())) {
        if (entry != null) {
          named.addAll(entry.of(Kind.OVERRIDES));
        }
      }
      Set<String> chosen = ImmutableSet.copyOf(of(Kind.OVERRIDES));
      List<String> overridden = new ArrayList<>();
      for (String id : named) {
        for (LineDraft other : claim.named(id)) {
          Entry said = other.was() == null ? line.is() : other.is() == null ? line.was() : null;
          boolean isOverridden = said == null
              ? chosen.contains(id) && isMeant(other.line())
              : said.of(Kind.OVERRIDES).contains(id);
          if (isOverridden && other.isThere(made) && !other.line().equals(line.line())) {
            overridden.add(names.getOrDefault(other.line(), id));
          }
        }
      }
      return List.copyOf(overridden);
    }

    /** Whether an id that the line names stands for a line where this one is, and not for another kind of line. */
    private boolean isMeant(Element other) {
      ComparedEvaluation side = line.is() == null ? before : after;
      return (line.was() != null && line.is() != null)
          || side.graph().findLine(other.id()).filter(other::equals).isPresent();
    }
  }
}
