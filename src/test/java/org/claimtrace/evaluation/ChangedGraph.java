package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;

/** A scenario, and the graph and options that say the same without one. Changed at random, by seed. */
final class ChangedGraph {

  private static final double[] GRADES = {0, 1, .3, .9};

  private final SplittableRandom random;
  private Scenario scenario;
  private ClaimGraph graph;
  private Options options;

  /** What is as it is in the scenario alone: a review cannot be written down that is there and does not fire. */
  private final Set<Element> struckReviews = new HashSet<>();

  /** The ids of the claims and sources that something was done to, by what it was. */
  private final SetMultimap<Kind, String> done = LinkedHashMultimap.create();

  /** The claims whose reviews are left out, in the evaluation that the scenario starts from too. */
  private Set<String> unreviewed = Set.of();

  private int added;

  /** What is otherwise in a scenario. */
  enum Kind {
    DISCREDIT,
    VINDICATE,
    SET_RELIABILITY,
    SET_STRENGTH,
    STRIKE,
    SUPPOSE,
    ADD_EVIDENCE,
    ADD_INFERENCE
  }

  /** How a scenario's evaluation comes to be computed. */
  enum Way {
    BY_LOGIC,
    /** Where scenarios may leave something to chance that was not. */
    CERTAIN,
    EXACT,
    SAMPLED;

    ClaimGraph graph(long seed) {
      return switch (this) {
        case BY_LOGIC -> RandomClaimGraphs.graph(seed);
        case CERTAIN -> RandomClaimGraphs.graph(seed, 1);
        case EXACT, SAMPLED -> RandomClaimGraphs.graph(seed, 12);
      };
    }

    ClaimGraph loose(long seed) {
      return switch (this) {
        case BY_LOGIC -> RandomClaimGraphs.loose(seed);
        case CERTAIN -> RandomClaimGraphs.loose(seed, 1);
        case EXACT, SAMPLED -> RandomClaimGraphs.loose(seed, 12);
      };
    }

    Evaluator.Builder evaluator(Options options) {
      return options
          .numbers()
          .byLogic(this == BY_LOGIC)
          .worlds(200)
          .nodeBudget(this == SAMPLED ? 0 : 1 << 16);
    }
  }

  ChangedGraph(Scenario scenario, ClaimGraph graph, Options options, SplittableRandom random) {
    this.scenario = scenario;
    this.graph = graph;
    this.options = options;
    this.random = random;
  }

  Scenario scenario() {
    return scenario;
  }

  ClaimGraph graph() {
    return graph;
  }

  Options options() {
    return options;
  }

  boolean isDone(Kind kind, String id) {
    return done.containsEntry(kind, id);
  }

  /** Leaves out the reviews of some claims, as the evaluation does that the scenario starts from. */
  void leaveOutReviewsOf(Set<String> claimIds) {
    unreviewed = claimIds;
  }

  boolean isUnreviewed(String claimId) {
    return unreviewed.contains(claimId);
  }

  int added() {
    return added;
  }

  /** Goes on from what the scenario so far came to. */
  void startFrom(Evaluation evaluation) {
    scenario = evaluation.whatIf().scenario();
  }

  /**
   * Asserts that the scenario comes to what the graph does.
   *
   * @return whether it says anything else than the evaluation that it starts from
   */
  boolean compare(Evaluation base, Way way, String what) {
    Evaluation found = scenario.evaluate();
    Evaluation afresh = way.evaluator(options).build().evaluate(graph);
    if (!unreviewed.isEmpty()) {
      afresh = afresh.withoutReviewsOf(unreviewed);
    }
    Set<Element> elements = new HashSet<>(Findings.of(afresh).keySet());
    assertThat(Findings.of(found).keySet()).as(what).isEqualTo(elements);
    elements.removeAll(struckReviews);
    Findings.assertSame(found, afresh, what, elements);
    struckReviews.forEach(review -> {
      assertThat(found.fires(review)).as("%s in %s", review, what).isZero();
      assertThat(found.undecided(review)).as("%s in %s", review, what).isZero();
    });
    return !Findings.of(found).equals(Findings.of(base));
  }

  private <T> Optional<T> one(List<T> of) {
    return of.isEmpty() ? Optional.empty() : Optional.of(of.get(random.nextInt(of.size())));
  }

  private Optional<String> oneClaim() {
    return one(graph.claims()).map(Claim::id);
  }

  private Optional<String> oneSource() {
    return one(graph.sources()).map(Source::id);
  }

  /** A line that was there before anything was added. */
  private Optional<Element> oneLine() {
    return one(graph.claims().stream()
        .flatMap(claim -> graph.lines(claim.id()).stream())
        // What a graph says of a step from parts cannot be changed in the graph.
        .filter(line -> !line.id().startsWith("added") && !line.id().contains("/parts"))
        .toList());
  }

  private double grade() {
    return GRADES[random.nextInt(GRADES.length)];
  }

  void change(Kind kind) {
    switch (kind) {
      case DISCREDIT ->
        oneSource().ifPresent(id -> {
          scenario = scenario.discredit(id);
          grade(Element.source(id), 0);
          done.put(kind, id);
        });
      case VINDICATE ->
        oneSource().ifPresent(id -> {
          scenario = scenario.vindicate(id);
          grade(Element.source(id), 1);
          done.put(kind, id);
        });
      case SET_RELIABILITY ->
        oneSource().ifPresent(id -> {
          set(Element.source(id));
          done.put(kind, id);
        });
      case SET_STRENGTH ->
        oneLine().filter(line -> line.kind() != Element.Kind.REVIEW).ifPresent(line -> {
          set(line);
          done.put(kind, graph.claimOf(line.id()).id());
        });
      case STRIKE ->
        oneLine().ifPresent(line -> {
          scenario = scenario.strike(line);
          if (line.kind() == Element.Kind.REVIEW) {
            empty(line);
          } else {
            grade(line, 0);
          }
          done.put(kind, graph.claimOf(line.id()).id());
        });
      case SUPPOSE ->
        oneClaim().ifPresent(id -> {
          Supposition supposition = Supposition.values()[random.nextInt(3)];
          scenario = scenario.suppose(id, supposition);
          Map<String, Supposition> all = new LinkedHashMap<>(options.suppositions());
          all.put(id, supposition);
          options = options.suppose(all);
          done.put(kind, id);
        });
      case ADD_EVIDENCE ->
        oneClaim().ifPresent(claim -> oneSource().ifPresent(source -> addEvidence(claim, source)));
      case ADD_INFERENCE ->
        oneClaim().ifPresent(claim -> oneClaim().ifPresent(premise -> addStep(claim, premise)));
    }
  }

  private void addEvidence(String claim, String source) {
    Evidence.Builder evidence = Evidence.builder(source)
        .id("added-" + ++added)
        .stance(Stance.values()[random.nextInt(3)])
        .strength(grade())
        .allUnless(some(oneClaim()))
        .allOverrides(some(one(graph.lines(claim)).map(Element::id)));
    if (random.nextInt(4) == 0) {
      evidence.allVia(some(oneSource()));
    }
    if (random.nextInt(4) == 0) {
      evidence.date(RandomClaimGraphs.oneDate(random));
    }
    Evidence line = evidence.build();
    scenario = scenario.add(claim, line);
    graph = with(graph, claim, each -> each.evidence(line));
    done.put(Kind.ADD_EVIDENCE, claim);
  }

  private void addStep(String claim, String premise) {
    List<Premise> premises = new ArrayList<>();
    premises.add(new Premise(premise, random.nextInt(4) == 0));
    some(oneClaim()).stream().map(id -> new Premise(id, false)).forEach(premises::add);
    Inference.Builder step = Inference.builder()
        .id("added-" + ++added)
        .allPremises(ImmutableSet.copyOf(premises))
        .stance(Stance.values()[random.nextInt(3)])
        .strength(grade())
        .allAssuming(some(oneClaim()))
        .allUnless(some(oneClaim()))
        .allOverrides(some(one(graph.lines(claim)).map(Element::id)));
    if (random.nextInt(4) == 0) {
      step.date(RandomClaimGraphs.oneDate(random));
    }
    if (random.nextInt(4) == 0) {
      oneSource().ifPresent(step::by);
    }
    Inference line = step.build();
    scenario = scenario.add(claim, line);
    graph = with(graph, claim, each -> each.inference(line));
    done.put(Kind.ADD_INFERENCE, claim);
  }

  private List<String> some(Optional<String> one) {
    return random.nextInt(3) == 0 ? one.stream().toList() : List.of();
  }

  private void set(Element element) {
    double grade = grade();
    scenario = scenario.set(element, grade);
    grade(element, grade);
  }

  private void grade(Element element, double grade) {
    graph = ClaimGraphs.graded(graph, Map.of(element, grade));
  }

  /** A review that gives no verdict bears on nothing and overrides nothing. */
  private void empty(Element review) {
    struckReviews.add(review);
    String claim = graph.claimOf(review.id()).id();
    List<Review> reviews = graph.claim(claim).reviews().stream()
        .map(each -> each.lineId(claim).equals(review.id()) && each.verdict().isPresent()
            ? each.toBuilder().verdict(Verdict.UNVERIFIED).build()
            : each)
        .toList();
    graph = with(graph, claim, each -> each.allReviews(reviews));
  }

  private static ClaimGraph with(
      ClaimGraph graph, String claim, UnaryOperator<Claim.Builder> change) {
    return graph.toBuilder()
        .allClaims(graph.claims().stream()
            .map(
                each -> each.id().equals(claim) ? change.apply(each.toBuilder()).build() : each)
            .toList())
        .build();
  }
}
