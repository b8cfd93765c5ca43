package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
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
import org.claimtrace.model.Verdict;
import org.claimtrace.sensitivity.Difference.Kind;
import org.claimtrace.sensitivity.Side.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two sides and can bear on a claim, and the verdict on it where only some of the differences are made.
 *
 * <p>A trial evaluates a graph of its own: everything that bears on the claim where each line is as it was before or as it is
 * after. A claim or source that only one side has is in all of them, with what bears on it; nothing leans on it but the lines of
 * its own side. So every set of differences makes a consistent graph. Not for use by several threads.
 */
final class Trials {

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

  private final Side before;
  private final Side after;
  private final String root;
  private final List<Difference> differences = new ArrayList<>();
  private final Map<BitSet, Verdict> tried = new HashMap<>();

  private final List<ClaimDraft> claims = new ArrayList<>();
  private final Map<String, SourceDraft> sources = new LinkedHashMap<>();
  private final List<Contradiction> contradictions = new ArrayList<>();
  private final Map<String, Integer> supposed = new HashMap<>();
  private final Map<Kind, Integer> options = new EnumMap<>(Kind.class);

  Trials(Side before, Side after, String root) {
    this.before = before;
    this.after = after;
    this.root = root;
    Side.Cone was = before.cone(root);
    Side.Cone is = after.cone(root);
    Side.Cone any = Side.cone(ImmutableList.of(before, after), root);
    Set<String> bearing = Sets.union(was.claims(), is.claims());
    for (String id : ordered(any.claims(), (side, claim) -> side.graph().claimIndex(claim))) {
      claims.add(claim(id, bearing.contains(id)));
    }
    contradictions(bearing, any.claims());
    Set<String> mentioned = new LinkedHashSet<>(any.sources());
    for (String id : any.asserting()) {
      // An evidence of the one side may be tried with the relays that its source has on the other.
      for (Side side : List.of(before, after)) {
        side.graph().findSource(id).ifPresent(source -> mentioned.addAll(source.readIn()));
      }
    }
    sources(
        mentioned,
        Sets.union(was.sources(), is.sources()),
        Sets.union(was.asserting(), is.asserting()));
    options(bearing);
  }

  /** The claim first, then in the order of the document after, then what only the one before has. */
  private ImmutableList<String> ordered(
      Set<String> ids, BiFunction<Side, String, OptionalInt> index) {
    return ids.stream()
        .sorted(Comparator.<String>comparingInt(id -> id.equals(root) ? 0 : 1)
            .thenComparingInt(id -> index.apply(after, id).orElse(Integer.MAX_VALUE))
            .thenComparingInt(id -> index.apply(before, id).orElse(Integer.MAX_VALUE)))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * A claim to be built.
   *
   * @param id its id
   * @param lines its lines
   */
  private record ClaimDraft(String id, ImmutableList<LineDraft> lines) {}

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
      ImmutableList<String> is) {
    differences.add(new Difference(kind, element, claim, was, is));
    return differences.size() - 1;
  }

  private boolean isInBoth(String claimId) {
    return before.hasClaim(claimId) && after.hasClaim(claimId);
  }

  private ClaimDraft claim(String id, boolean bears) {
    boolean isInBoth = isInBoth(id);
    ImmutableList.Builder<LineDraft> lines = ImmutableList.builder();
    if (!isInBoth || !bears) {
      // What cannot bear on the claim on either side stays as it was.
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
      Side other = was == null ? before : after;
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
      int number = add(kind, Optional.of(line), Optional.of(claimId), ImmutableList.of(), from);
      return new LineDraft(line, was, is, number, ImmutableMap.of());
    }
    ImmutableMap.Builder<Kind, Integer> members = ImmutableMap.builder();
    for (Kind kind : MEMBERS) {
      ImmutableList<String> then = compared(kind, before, was, is, shared);
      ImmutableList<String> now = compared(kind, after, is, was, shared);
      if (isOther(kind, then, now)) {
        members.put(kind, add(kind, Optional.of(line), Optional.of(claimId), then, now));
      }
    }
    return new LineDraft(line, was, is, -1, members.buildOrThrow());
  }

  /** What a line says on one side, as far as it is compared with the other. */
  private ImmutableList<String> compared(
      Kind kind, Side side, Entry here, Entry there, Set<String> shared) {
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
          ? Side.grade(was.get(0)).isYes() != Side.grade(is.get(0)).isYes()
          : Side.grade(was.get(0)).value() != Side.grade(is.get(0)).value();
    }
    if (kind == Kind.RETRACTED) {
      return was.isEmpty() != is.isEmpty();
    }
    return !ImmutableSet.copyOf(was).equals(ImmutableSet.copyOf(is));
  }

  private void contradictions(Set<String> bearing, Set<String> all) {
    Set<Set<String>> seen = new HashSet<>();
    for (ClaimDraft draft : claims) {
      Set<String> was = new LinkedHashSet<>(before.contradicting(draft.id()));
      Set<String> is = new LinkedHashSet<>(after.contradicting(draft.id()));
      for (String other : Sets.union(is, was)) {
        if (!all.contains(other) || !seen.add(ImmutableSet.of(draft.id(), other))) {
          continue;
        }
        boolean isShared = isInBoth(draft.id()) || isInBoth(other);
        boolean bears = bearing.contains(draft.id()) && bearing.contains(other);
        boolean differs = was.contains(other) != is.contains(other);
        if (differs && isShared && bears) {
          int number = add(
              Kind.CONTRADICTS,
              Optional.of(Element.claim(draft.id())),
              Optional.empty(),
              was.contains(other) ? ImmutableList.of(other) : ImmutableList.of(),
              is.contains(other) ? ImmutableList.of(other) : ImmutableList.of());
          contradictions.add(new Contradiction(draft.id(), other, was.contains(other), number));
        } else if (!differs || !isShared || was.contains(other)) {
          contradictions.add(new Contradiction(draft.id(), other, true, -1));
        }
      }
    }
  }

  private void sources(Set<String> all, Set<String> bearing, Set<String> asserting) {
    Set<String> readBySource = new HashSet<>();
    for (ClaimDraft draft : claims) {
      for (LineDraft line : draft.lines()) {
        readBySource.addAll(leavingRelays(line));
      }
    }
    for (String id : ordered(all, (side, source) -> side.graph().sourceIndex(source))) {
      boolean isInBoth = before.hasSource(id) && after.hasSource(id);
      ImmutableMap<Kind, ImmutableList<String>> was =
          (before.hasSource(id) ? before : after).source(id);
      ImmutableMap<Kind, ImmutableList<String>> is =
          (after.hasSource(id) ? after : before).source(id);
      ImmutableMap.Builder<Kind, Integer> members = ImmutableMap.builder();
      if (isInBoth && bearing.contains(id)) {
        for (Kind kind :
            List.of(Kind.RELIABILITY, Kind.DERIVED_FROM, Kind.READ_IN, Kind.RETRACTED)) {
          boolean matters = switch (kind) {
            case DERIVED_FROM -> asserting.contains(id);
            case READ_IN -> readBySource.contains(id);
            default -> true;
          };
          ImmutableList<String> then = was.getOrDefault(kind, ImmutableList.of());
          ImmutableList<String> now = is.getOrDefault(kind, ImmutableList.of());
          if (matters && isOther(kind, then, now)) {
            members.put(
                kind, add(kind, Optional.of(Element.source(id)), Optional.empty(), then, now));
          }
        }
      }
      sources.put(id, new SourceDraft(was, is, members.buildOrThrow()));
    }
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

  private void options(Set<String> bearing) {
    Evaluation was = before.evaluation();
    Evaluation is = after.evaluation();
    for (ClaimDraft draft : claims) {
      ImmutableList<String> then = words(was.supposed(draft.id()));
      ImmutableList<String> now = words(is.supposed(draft.id()));
      boolean isInBoth = isInBoth(draft.id());
      if (isInBoth && bearing.contains(draft.id()) && !then.equals(now)) {
        supposed.put(
            draft.id(),
            add(
                Kind.SUPPOSED,
                Optional.of(Element.claim(draft.id())),
                Optional.empty(),
                then,
                now));
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

  ImmutableList<Difference> differences() {
    return ImmutableList.copyOf(differences);
  }

  /**
   * The verdict on the claim where some of the differences are made.
   *
   * @throws CancellationException if the thread is interrupted
   */
  Verdict verdict(BitSet made) {
    Verdict known = tried.get(made);
    if (known != null) {
      return known;
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted while looking for why '" + root + "' changed");
    }
    Verdict verdict = evaluator(made).evaluate(graph(made)).verdict(root);
    tried.put((BitSet) made.clone(), verdict);
    return verdict;
  }

  private Evaluator evaluator(BitSet made) {
    Evaluation sampling = chosen(Kind.SAMPLING, made);
    Evaluator.Builder evaluator = sampling
        .again()
        .asOf(Optional.empty())
        .standard(chosen(Kind.STANDARD, made).standard())
        .reviews(chosen(Kind.REVIEWS, made).reviews())
        .byLogic(chosen(Kind.BY_LOGIC, made).isByLogic())
        .ignoresDerivation(chosen(Kind.IGNORES_DERIVATION, made).ignoresDerivation())
        .suppositions(suppositions(made));
    if (sampling.method() == Method.SAMPLED) {
      // The part of the graph that is tried might be small enough to be exact about.
      evaluator.nodeBudget(0);
    }
    return evaluator.build();
  }

  private Evaluation chosen(Kind option, BitSet made) {
    return (isMade(options, option, made) ? after : before).evaluation();
  }

  private ImmutableMap<String, Supposition> suppositions(BitSet made) {
    ImmutableMap.Builder<String, Supposition> all = ImmutableMap.builder();
    for (ClaimDraft draft : claims) {
      Integer number = supposed.get(draft.id());
      boolean isAfter = number == null ? !before.hasClaim(draft.id()) : made.get(number);
      (isAfter ? after : before)
          .evaluation()
          .supposed(draft.id())
          .ifPresent(supposition -> all.put(draft.id(), supposition));
    }
    return all.buildOrThrow();
  }

  private ClaimGraph graph(BitSet made) {
    ClaimGraph.Builder graph = ClaimGraph.builder("trial").title("Trial");
    sources.forEach((id, draft) -> graph.source(source(id, draft, made)));
    Map<String, List<String>> contradicted = new HashMap<>();
    for (Contradiction each : contradictions) {
      if (each.isThere(made)) {
        contradicted.computeIfAbsent(each.claim(), id -> new ArrayList<>()).add(each.other());
      }
    }
    Set<String> written = new HashSet<>();
    for (ClaimDraft draft : claims) {
      Claim.Builder claim = Claim.builder(draft.id())
          .text(draft.id())
          .contradicts(contradicted.getOrDefault(draft.id(), List.of()));
      lines(draft, made, claim, written);
      graph.claim(claim);
    }
    return graph.build();
  }

  private Source.Builder source(String id, SourceDraft draft, BitSet made) {
    Source.Builder source = Source.builder(id)
        .title(id)
        .reliability(Side.grade(draft.of(Kind.RELIABILITY, made).get(0)))
        .derivedFrom(Iterables.filter(draft.of(Kind.DERIVED_FROM, made), sources::containsKey))
        .readIn(Iterables.filter(draft.of(Kind.READ_IN, made), sources::containsKey));
    if (!draft.of(Kind.RETRACTED, made).isEmpty()) {
      source.retracted(Retraction.builder(draft.of(Kind.RETRACTED, made).get(0)));
    }
    return source;
  }

  private void lines(ClaimDraft draft, BitSet made, Claim.Builder claim, Set<String> written) {
    // A line may have moved from one claim to another, or become one of another kind, and be there
    // twice in a trial.
    Map<Element, String> names = new LinkedHashMap<>();
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
      Set<String> overridden = new LinkedHashSet<>();
      Set<String> chosen = ImmutableSet.copyOf(of(Kind.OVERRIDES));
      for (LineDraft other : claim.lines()) {
        String id = other.line().id();
        Entry said = other.was() == null ? line.is() : other.is() == null ? line.was() : null;
        boolean isOverridden = said == null
            ? chosen.contains(id) && isMeant(other.line())
            : said.of(Kind.OVERRIDES).contains(id);
        if (isOverridden && other.isThere(made) && !other.equals(line)) {
          overridden.add(names.getOrDefault(other.line(), id));
        }
      }
      return List.copyOf(overridden);
    }

    /** Whether an id that the line names stands for a line where this one is, and not for another kind of line. */
    private boolean isMeant(Element other) {
      if (line.was() != null && line.is() != null) {
        return true;
      }
      ClaimGraph graph = (line.is() == null ? before : after).graph();
      return graph.findLine(other.id()).filter(other::equals).isPresent();
    }
  }
}
