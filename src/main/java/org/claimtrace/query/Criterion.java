package org.claimtrace.query;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Label;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Element;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;

/** The structure of a condition as plain data. It is described by {@link ConditionPhrases} and prepared for one graph by {@link #in}. */
sealed interface Criterion {

  /** The cost of an answer for one claim, from a single lookup to a computation over the whole graph, in ascending order. */
  enum Cost {
    A_LOOK,
    READING,
    A_WALK,
    A_SCENARIO,
    A_DIAGNOSIS
  }

  /** A criterion prepared for one graph. */
  interface Filter {

    /** Returns whether a claim, given by its position in the document, meets the criterion. */
    boolean admits(int claim);

    /** Returns the positions of all claims that may meet the criterion, if they are known without a visit to each claim. */
    default Optional<BitSet> candidates() {
      return Optional.empty();
    }
  }

  Filter in(ClaimSearch search);

  default Cost cost() {
    return Cost.A_LOOK;
  }

  /** Returns the sources and claims that are named, in the order in which they are. */
  default Stream<Element> elements() {
    return Stream.empty();
  }

  private static Filter eachClaim(ClaimSearch search, Predicate<Claim> admits) {
    ImmutableList<Claim> claims = search.graph().claims();
    return claim -> admits.test(claims.get(claim));
  }

  record HasVerdict(Verdict verdict) implements Criterion {
    @Override
    public Filter in(ClaimSearch search) {
      return eachClaim(search, claim -> search.evaluation().verdict(claim.id()) == verdict);
    }
  }

  record BelievedBeyond(Label label, boolean above, double threshold) implements Criterion {

    @Override
    public Filter in(ClaimSearch search) {
      return eachClaim(search, claim -> {
        double beyond = search.evaluation().belief(claim.id()).of(label) - threshold;
        return (above ? beyond : -beyond) > VerdictRule.INDIFFERENCE;
      });
    }
  }

  /** A criterion that compares texts or names. */
  sealed interface OfWords extends Criterion {

    @Override
    default Cost cost() {
      return Cost.READING;
    }
  }

  record Says(String words) implements OfWords {
    @Override
    public Filter in(ClaimSearch search) {
      String wanted = FoldedText.of(words);
      return eachClaim(
          search,
          claim -> claim.text().byTag().values().stream()
              .anyMatch(text -> FoldedText.of(text).contains(wanted)));
    }
  }

  record IsAbout(String entity) implements OfWords {
    @Override
    public Filter in(ClaimSearch search) {
      String wanted = FoldedText.of(entity);
      return eachClaim(
          search,
          claim -> claim.about().stream()
              .anyMatch(name -> FoldedText.names(FoldedText.of(name), wanted)));
    }
  }

  record ClaimedBy(String name) implements OfWords {
    @Override
    public Filter in(ClaimSearch search) {
      String wanted = FoldedText.of(name);
      return eachClaim(
          search,
          claim -> claim.claimants().stream()
              .anyMatch(claimant -> FoldedText.names(FoldedText.of(claimant), wanted)));
    }
  }

  record IsKind(ClaimKind kind) implements Criterion {
    @Override
    public Filter in(ClaimSearch search) {
      return eachClaim(search, claim -> claim.kind() == kind);
    }
  }

  /** A criterion that names a source. */
  sealed interface OfSource extends Criterion {

    String source();

    @Override
    default Stream<Element> elements() {
      return Stream.of(Element.source(source()));
    }
  }

  record AssertedBy(String source) implements OfSource {
    @Override
    public Filter in(ClaimSearch search) {
      return eachClaim(
          search,
          claim -> claim.appearances().stream().anyMatch(each -> each.sourceId().equals(source))
              || claim.inferences().stream().anyMatch(this::isMade));
    }

    private boolean isMade(Inference inference) {
      return inference.stance() == Stance.SUPPORTS
          && inference.by().filter(source::equals).isPresent();
    }
  }

  record Appeared(DateRange when) implements Criterion {
    @Override
    public Filter in(ClaimSearch search) {
      return eachClaim(
          search,
          claim -> claim.appearances().stream()
              .flatMap(each ->
                  each.date().or(() -> search.graph().source(each.sourceId()).published()).stream())
              .anyMatch(when::contains));
    }
  }

  record HasEvidenceFrom(DateRange when) implements Criterion {
    @Override
    public Filter in(ClaimSearch search) {
      return eachClaim(
          search,
          claim -> claim.evidence().stream()
              .<PartialDate>flatMap(each -> search.graph().begin(each).stream())
              .anyMatch(when::contains));
    }
  }

  record Uses(String source) implements OfSource {
    @Override
    public Filter in(ClaimSearch search) {
      return Among.reached(search, Element.source(source));
    }

    @Override
    public Cost cost() {
      return Cost.A_WALK;
    }
  }

  record DependsOn(String claim) implements Criterion {
    @Override
    public Filter in(ClaimSearch search) {
      return Among.reached(search, Element.claim(claim));
    }

    @Override
    public Cost cost() {
      return Cost.A_WALK;
    }

    @Override
    public Stream<Element> elements() {
      return Stream.of(Element.claim(claim));
    }
  }

  /** Admits the claims of a set, which is computed when it is first needed. */
  record Among(Supplier<BitSet> set) implements Filter {

    /** Those that an element can reach; none where the graph does not have it. */
    static Among reached(ClaimSearch search, Element element) {
      return new Among(Suppliers.memoize(() -> {
        BitSet positions = new BitSet();
        boolean isKnown = element.kind() == Element.Kind.SOURCE
            ? search.graph().findSource(element.id()).isPresent()
            : search.graph().findClaim(element.id()).isPresent();
        if (isKnown) {
          for (String id : search.evaluation().dependents(element)) {
            positions.set(search.graph().claimIndex(id).orElseThrow());
          }
        }
        return positions;
      }));
    }

    @Override
    public boolean admits(int claim) {
      return set.get().get(claim);
    }

    @Override
    public Optional<BitSet> candidates() {
      return Optional.of(set.get());
    }
  }

  record RestsOn(String source) implements OfSource {
    @Override
    public Filter in(ClaimSearch search) {
      ClaimGraph graph = search.graph();
      // Only claims that use the source can rest on it; if there are none, no scenario needs to be
      // evaluated.
      Filter users = new Uses(source).in(search);
      Supplier<Evaluation> without =
          Suppliers.memoize(() -> search.whatIf().scenario().discredit(source).evaluate());
      return new Filter() {
        @Override
        public boolean admits(int claim) {
          String id = graph.claims().get(claim).id();
          return users.admits(claim)
              && without.get().verdict(id) != search.evaluation().verdict(id);
        }

        @Override
        public Optional<BitSet> candidates() {
          return users.candidates();
        }
      };
    }

    @Override
    public Cost cost() {
      return Cost.A_SCENARIO;
    }
  }

  record Diagnosed(Diagnosis diagnosis) implements Criterion {
    @Override
    public Filter in(ClaimSearch search) {
      Supplier<ImmutableMap<String, Diagnosis>> all =
          Suppliers.memoize(() -> Explanation.diagnoses(search.evaluation()));
      return eachClaim(search, claim -> all.get().get(claim.id()) == diagnosis);
    }

    @Override
    public Cost cost() {
      return Cost.A_DIAGNOSIS;
    }
  }

  /** A criterion that is met if another is not. */
  record Not(Criterion criterion) implements Criterion {
    @Override
    public Filter in(ClaimSearch search) {
      Filter filter = criterion.in(search);
      return claim -> !filter.admits(claim);
    }

    @Override
    public Cost cost() {
      return criterion.cost();
    }

    @Override
    public Stream<Element> elements() {
      return criterion.elements();
    }
  }

  /** A composition of several criteria. */
  sealed interface Several extends Criterion {

    ImmutableList<Criterion> criteria();

    @Override
    default Cost cost() {
      return criteria().stream()
          .map(Criterion::cost)
          .max(Comparator.naturalOrder())
          .orElse(Cost.A_LOOK);
    }

    @Override
    default Stream<Element> elements() {
      return criteria().stream().flatMap(Criterion::elements);
    }
  }

  /** A criterion that is met if all of several are. */
  record AllOf(ImmutableList<Criterion> criteria) implements Several {
    @Override
    public Filter in(ClaimSearch search) {
      ImmutableList<Filter> filters = cheapestFirst(criteria, search);
      return new Filter() {
        @Override
        public boolean admits(int claim) {
          return filters.stream().allMatch(filter -> filter.admits(claim));
        }

        @Override
        public Optional<BitSet> candidates() {
          Optional<BitSet> least = Optional.empty();
          for (Filter filter : filters) {
            Optional<BitSet> candidates = filter.candidates();
            if (candidates.isPresent()
                && (least.isEmpty()
                    || candidates.get().cardinality() < least.get().cardinality())) {
              least = candidates;
            }
          }
          return least;
        }
      };
    }
  }

  /** A criterion that is met if at least one of several is. */
  record AnyOf(ImmutableList<Criterion> criteria) implements Several {
    @Override
    public Filter in(ClaimSearch search) {
      ImmutableList<Filter> filters = cheapestFirst(criteria, search);
      return new Filter() {
        @Override
        public boolean admits(int claim) {
          return filters.stream().anyMatch(filter -> filter.admits(claim));
        }

        @Override
        public Optional<BitSet> candidates() {
          BitSet all = new BitSet();
          for (Filter filter : filters) {
            Optional<BitSet> candidates = filter.candidates();
            if (candidates.isEmpty()) {
              return Optional.empty();
            }
            all.or(candidates.get());
          }
          return Optional.of(all);
        }
      };
    }
  }

  private static ImmutableList<Filter> cheapestFirst(
      ImmutableList<Criterion> criteria, ClaimSearch search) {
    return criteria.stream()
        .sorted(Comparator.comparing(Criterion::cost))
        .map(criterion -> criterion.in(search))
        .collect(toImmutableList());
  }
}
