package org.claimtrace;

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

/** What a condition asks of a claim: plain data, put into words by {@link Asking} and made ready for one graph by itself. */
sealed interface Criterion {

  /** How much an answer costs, from what one look at the claim tells to what takes the whole graph. */
  enum Cost {
    A_LOOK,
    READING,
    A_WALK,
    A_SCENARIO,
    A_DIAGNOSIS
  }

  /** A criterion made ready for one graph. */
  interface Filter {

    /** Whether a claim meets the criterion. */
    boolean admits(int claim);

    /** The only claims that may meet it, by position, where they are known without a look at each. */
    default Optional<BitSet> candidates() {
      return Optional.empty();
    }
  }

  Filter in(ClaimTrace trace);

  default Cost cost() {
    return Cost.A_LOOK;
  }

  /** The sources and claims that are named, in the order in which they are. */
  default Stream<Element> elements() {
    return Stream.empty();
  }

  private static Filter eachClaim(ClaimTrace trace, Predicate<Claim> admits) {
    ImmutableList<Claim> claims = trace.graph().claims();
    return claim -> admits.test(claims.get(claim));
  }

  record HasVerdict(Verdict verdict) implements Criterion {
    @Override
    public Filter in(ClaimTrace trace) {
      return eachClaim(trace, claim -> trace.verdict(claim.id()) == verdict);
    }
  }

  record BelievedBeyond(Label label, boolean above, double threshold) implements Criterion {

    private static final double INDIFFERENCE = 1e-9;

    @Override
    public Filter in(ClaimTrace trace) {
      return eachClaim(trace, claim -> {
        double beyond = trace.belief(claim.id()).of(label) - threshold;
        return (above ? beyond : -beyond) > INDIFFERENCE;
      });
    }
  }

  /** One for which texts or names are read. */
  sealed interface OfWords extends Criterion {

    @Override
    default Cost cost() {
      return Cost.READING;
    }
  }

  record Says(String words) implements OfWords {
    @Override
    public Filter in(ClaimTrace trace) {
      String wanted = FoldedText.of(words);
      return eachClaim(
          trace,
          claim -> claim.text().byTag().values().stream()
              .anyMatch(text -> FoldedText.of(text).contains(wanted)));
    }
  }

  record IsAbout(String entity) implements OfWords {
    @Override
    public Filter in(ClaimTrace trace) {
      String wanted = FoldedText.of(entity);
      return eachClaim(
          trace,
          claim -> claim.about().stream()
              .anyMatch(name -> FoldedText.names(FoldedText.of(name), wanted)));
    }
  }

  record ClaimedBy(String name) implements OfWords {
    @Override
    public Filter in(ClaimTrace trace) {
      String wanted = FoldedText.of(name);
      return eachClaim(
          trace,
          claim -> claim
              .claimant()
              .filter(claimant -> FoldedText.names(FoldedText.of(claimant), wanted))
              .isPresent());
    }
  }

  record IsKind(ClaimKind kind) implements Criterion {
    @Override
    public Filter in(ClaimTrace trace) {
      return eachClaim(trace, claim -> claim.kind() == kind);
    }
  }

  /** One that names a source. */
  sealed interface OfSource extends Criterion {

    String source();

    @Override
    default Stream<Element> elements() {
      return Stream.of(Element.source(source()));
    }
  }

  record AssertedBy(String source) implements OfSource {
    @Override
    public Filter in(ClaimTrace trace) {
      return eachClaim(
          trace,
          claim -> claim.appearances().stream().anyMatch(each -> each.source().equals(source))
              || claim.inferences().stream().anyMatch(this::isMade));
    }

    private boolean isMade(Inference inference) {
      return inference.stance() == Stance.SUPPORTS
          && inference.by().filter(source::equals).isPresent();
    }
  }

  record Appeared(DateRange when) implements Criterion {
    @Override
    public Filter in(ClaimTrace trace) {
      return eachClaim(
          trace,
          claim -> claim.appearances().stream()
              .flatMap(each ->
                  each.date().or(() -> trace.graph().source(each.source()).published()).stream())
              .anyMatch(when::contains));
    }
  }

  record HasEvidenceFrom(DateRange when) implements Criterion {
    @Override
    public Filter in(ClaimTrace trace) {
      return eachClaim(
          trace,
          claim -> claim.evidence().stream()
              .<PartialDate>flatMap(each -> trace.graph().begin(each).stream())
              .anyMatch(when::contains));
    }
  }

  record Uses(String source) implements OfSource {
    @Override
    public Filter in(ClaimTrace trace) {
      return new Among(Suppliers.memoize(() -> Dependents.ofSource(trace.graph(), source)));
    }

    @Override
    public Cost cost() {
      return Cost.A_WALK;
    }
  }

  record DependsOn(String claim) implements Criterion {
    @Override
    public Filter in(ClaimTrace trace) {
      return new Among(Suppliers.memoize(() -> Dependents.ofClaim(trace.graph(), claim)));
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

  /** The claims of a set. */
  record Among(Supplier<BitSet> set) implements Filter {
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
    public Filter in(ClaimTrace trace) {
      ClaimGraph graph = trace.graph();
      // Nothing else can rest on the source, and where nothing uses it there is nothing to
      // evaluate.
      Filter users = new Uses(source).in(trace);
      Supplier<Evaluation> without =
          Suppliers.memoize(() -> trace.whatIf().scenario().discredit(source).evaluate());
      return new Filter() {
        @Override
        public boolean admits(int claim) {
          String id = graph.claims().get(claim).id();
          return users.admits(claim) && without.get().verdict(id) != trace.verdict(id);
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
    public Filter in(ClaimTrace trace) {
      Supplier<ImmutableMap<String, Diagnosis>> all =
          Suppliers.memoize(() -> Explanation.diagnoses(trace.evaluation()));
      return eachClaim(trace, claim -> all.get().get(claim.id()) == diagnosis);
    }

    @Override
    public Cost cost() {
      return Cost.A_DIAGNOSIS;
    }
  }

  /** One that is not met. */
  record Not(Criterion criterion) implements Criterion {
    @Override
    public Filter in(ClaimTrace trace) {
      Filter filter = criterion.in(trace);
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

  /** Several that are put together. */
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

  /** Several that are all met. */
  record AllOf(ImmutableList<Criterion> criteria) implements Several {
    @Override
    public Filter in(ClaimTrace trace) {
      ImmutableList<Filter> filters = cheapestFirst(criteria, trace);
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

  /** Several of which one at least is met. */
  record AnyOf(ImmutableList<Criterion> criteria) implements Several {
    @Override
    public Filter in(ClaimTrace trace) {
      ImmutableList<Filter> filters = cheapestFirst(criteria, trace);
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
      ImmutableList<Criterion> criteria, ClaimTrace trace) {
    return criteria.stream()
        .sorted(Comparator.comparing(Criterion::cost))
        .map(criterion -> criterion.in(trace))
        .collect(toImmutableList());
  }
}
