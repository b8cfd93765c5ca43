package org.claimtrace.evaluation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Line;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Review;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluator found out about a graph: the verdict on every claim and the belief behind it, the chance that each line
 * fires and that each source is right. Asking takes constant time; no object exists for a claim until somebody asks for it.
 *
 * <p>Stable.
 */
public final class Evaluation implements Result {

  private final CompiledGraph compiled;
  private final GraphCircuit circuit;
  private final Evaluator evaluator;
  private final Standard standard;
  private final Circumstances circumstances;
  private final Grades grades;
  private final Computation computation;
  private final Outcome outcome;

  /** What cuts parts out of it; made when it is first asked about one. */
  private final Supplier<Cones> cones = Suppliers.memoize(this::newCones);

  /** Where lines were added: what that made of the claims that depend on them. */
  private final @Nullable Addition addition;

  /**
   * What adding lines to a graph made of it; the rest of an evaluation is that of the graph without them.
   *
   * @param part the evaluation of the claims that depend on the lines
   * @param graph the graph with the lines
   * @param whole the evaluation of all of it, for what the part does not know
   */
  private record Addition(
      PartialEvaluation part, Supplier<ClaimGraph> graph, Supplier<Evaluation> whole) {}

  /**
   * Makes an evaluation of a graph with lines added.
   *
   * @param base the evaluation without them
   * @param part the evaluation of the claims that depend on them
   * @param circumstances the circumstances, of all claims
   * @param graph the graph with them
   * @param whole the evaluation of all of it
   */
  Evaluation(
      Evaluation base,
      PartialEvaluation part,
      Circumstances circumstances,
      Supplier<ClaimGraph> graph,
      Supplier<Evaluation> whole) {
    compiled = base.compiled;
    circuit = base.circuit;
    evaluator = base.evaluator;
    standard = base.standard;
    this.circumstances = circumstances;
    grades = base.grades;
    computation = part.evaluation().computation;
    outcome = base.outcome;
    addition = new Addition(part, graph, whole);
  }

  Evaluation(
      CompiledGraph compiled,
      Evaluator evaluator,
      Circumstances circumstances,
      Grades grades,
      Computation computation,
      Outcome outcome) {
    this.compiled = compiled;
    this.circuit = compiled.circuit();
    this.evaluator = evaluator;
    this.standard = evaluator.standard();
    this.circumstances = circumstances;
    this.grades = grades;
    this.computation = computation;
    this.outcome = outcome;
    addition = null;
  }

  /** Returns the graph that was evaluated. */
  public ClaimGraph graph() {
    return addition == null ? compiled.graph() : addition.graph().get();
  }

  /**
   * Returns the graph as it was compiled, to be evaluated again in another way.
   *
   * <p>Experimental.
   */
  public CompiledGraph compiled() {
    return whole().compiled;
  }

  /** Returns the graph as a circuit. */
  GraphCircuit circuit() {
    return whole().circuit;
  }

  /** Returns how it was computed. */
  public Method method() {
    return computation.method();
  }

  /**
   * Returns whether it was sampled because an exact evaluation would have taken more than its budget of nodes or of work, or too many coins
   * are open.
   */
  public boolean isBeyondBudget() {
    return computation.isBeyondBudget();
  }

  /** Returns how many worlds it looked at: 1 where it is certain, the sampled ones where it is sampled, and none where it is exact. */
  public OptionalInt worlds() {
    return computation.worlds();
  }

  /**
   * Returns how many steps it took to make the decision diagrams of an exact evaluation, conjunctions of two; 0 for every other one, and for
   * a scenario. The same on every machine.
   */
  public long steps() {
    return outcome.steps();
  }

  /** Returns whether grades were read by logic alone, as yes or no. */
  public boolean isByLogic() {
    return circumstances.byLogic();
  }

  /**
   * Returns the grades that a scenario changed, by source or line, where they differ from those of the graph or are given to a
   * withdrawn statement, on which none has an effect; that of a struck line is 0.
   * Empty unless this is the evaluation of a scenario.
   */
  public ImmutableMap<Element, Double> changedGrades() {
    GraphCircuit changed = circuit();
    Grades written = new Grades(changed, ImmutableMap.of());
    ImmutableMap.Builder<Element, Double> grades = ImmutableMap.builder();
    grades().changed().forEach((coin, grade) -> {
      if (grade != written.of(coin)
          || liftsRetraction(changed, coin, grade)
          || isOfWithdrawn(changed, coin)) {
        grades.put(changed.elementOfCoin(coin), grade);
      }
    });
    return grades.buildOrThrow();
  }

  /** Returns the ids of the sources whose retraction a scenario has lifted, in document order. */
  public ImmutableList<String> liftedRetractions() {
    GraphCircuit changed = circuit();
    return grades().changed().entrySet().stream()
        .filter(each -> liftsRetraction(changed, each.getKey(), each.getValue()))
        .map(each -> changed.elementOfCoin(each.getKey()).id())
        .sorted(Comparator.comparingInt(id -> graph().sourceIndex(id).orElseThrow()))
        .collect(toImmutableList());
  }

  /** Returns whether a coin is that of a piece of evidence whose statement is withdrawn. */
  private boolean isOfWithdrawn(GraphCircuit changed, int coin) {
    return coin >= changed.coinGate.length
        && circumstances.isWithdrawn(changed, coin - changed.coinGate.length);
  }

  /** Returns whether a grade that a scenario gives to a coin lifts the retraction of a source. */
  private boolean liftsRetraction(GraphCircuit changed, int coin, double grade) {
    return coin < changed.coinGate.length
        && grade > 0
        && circumstances.hasRetraction(changed, coin);
  }

  /** Returns the ids of the claims whose reviews were left out, by {@link #withoutReviewsOf}. */
  public ImmutableSet<String> claimsWithoutReviews() {
    return circumstances.unreviewed();
  }

  /** Returns how much a verdict took. */
  public Standard standard() {
    return standard;
  }

  /** Returns what published verdicts counted for. */
  public ReviewPolicy reviewPolicy() {
    return circumstances.reviews();
  }

  /** Returns what worlds were sampled with; empty where none were. */
  public OptionalLong seed() {
    return computation.seed();
  }

  /** Returns whether sources were taken for originals, whatever they are derived from. */
  public boolean ignoresDerivation() {
    return circumstances.ignoresDerivation();
  }

  /** Returns what claims were supposed to be, by id. */
  public ImmutableMap<String, Supposition> suppositions() {
    return circumstances.suppositions();
  }

  /**
   * Returns the chance of the coin of a source or line, as it counted: its grade or, in a scenario, what that was set to. Of a review 1,
   * and 0 where it was struck.
   *
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if the element is a claim, or the line is of another kind
   */
  public double grade(Element element) {
    requireNonNull(element, "element");
    checkArgument(element.kind() != Element.Kind.CLAIM, "%s has no grade", element);
    return grades().of(circuit().coinOf(element));
  }

  /**
   * Returns the options of this evaluation, what a scenario supposes included. Grades that a scenario changed and lines that it added are no
   * options, nor that reviews were left out.
   */
  public EvaluationOptions options() {
    return evaluator.options().in(circumstances);
  }

  /**
   * Begins an evaluator with the options of this evaluation, what a scenario supposes included. Grades that a scenario changed
   * are no options: see {@link #grade}.
   */
  public Evaluator.Builder evaluator() {
    return evaluator.toBuilder(circumstances);
  }

  /** Returns how long one question asked of it may take, as {@link Evaluator.Builder#timeLimit} said; empty for as long as it takes. */
  public Optional<Duration> timeLimit() {
    return evaluator.timeLimit();
  }

  /**
   * Returns this evaluation, were no verdict on a claim published: what is derived from its other lines, those too that do not count
   * beside reviews. Its reviews are still in the graph, but none of them fires. Takes the time of an evaluation;
   * the graph is not compiled anew. What {@link #evaluator} begins has all reviews again.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public Evaluation withoutReviewsOf(String claimId) {
    requireNonNull(claimId, "claimId");
    return withoutReviewsOf(ImmutableSet.of(claimId));
  }

  /**
   * Returns this evaluation, were no verdict on any of some claims published.
   *
   * @throws UnknownIdException if the graph lacks one of them
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public Evaluation withoutReviewsOf(Set<String> claimIds) {
    requireNonNull(claimIds, "claimIds");
    claimIds.forEach(id -> graph().claim(id));
    return within(() -> evaluator.evaluate(
        compiled(), circumstances.unreviewed(claimIds), grades().changed()));
  }

  /**
   * Returns the reviews of a claim, as it names them; none where they are left out: see {@link #withoutReviewsOf}.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public ImmutableList<Review> reviewsOf(String claimId) {
    requireNonNull(claimId, "claimId");
    if (circumstances.unreviewed().contains(claimId)) {
      return ImmutableList.of();
    }
    ImmutableList<Review> reviews = graph().claim(claimId).reviews();
    return IntStream.range(0, reviews.size())
        .filter(i -> !reviews.get(i).isSuperseded() || !hasBegun(reviews.get(i + 1)))
        .mapToObj(reviews::get)
        .collect(toImmutableList());
  }

  private boolean hasBegun(Review review) {
    return asOf().isEmpty() || review.date().orElseThrow().beginsBy(asOf().get());
  }

  /** Returns the date at which the graph was looked at; empty where everything existed. */
  public Optional<PartialDate> asOf() {
    return circumstances.asOf();
  }

  /**
   * Returns the date from which a line exists, as {@link ClaimGraph#begin(Line)} finds it; where derivation is ignored, by the publication of
   * its sources alone, so that a copy may be older than its origins. Empty where it has no date.
   */
  public Optional<PartialDate> begin(Line line) {
    requireNonNull(line, "line");
    if (!ignoresDerivation() || line.date().isPresent()) {
      return graph().begin(line);
    }
    if (line instanceof Evidence evidence) {
      return Stream.concat(Stream.of(evidence.sourceId()), graph().relays(evidence).stream())
          .flatMap(source -> graph().source(source).published().stream())
          .max(Comparator.comparing(PartialDate::firstDay));
    }
    Optional<String> author =
        line instanceof Review review ? Optional.of(review.reviewer()) : ((Inference) line).by();
    return author.flatMap(source -> graph().source(source).published());
  }

  /**
   * Returns whether a line existed at the date at which the graph was looked at; without a date every line exists.
   *
   * @throws UnknownIdException if the graph has no such line
   * @throws IllegalArgumentException if the element is no line, or the line is of another kind
   */
  public boolean exists(Element line) {
    requireNonNull(line, "line");
    Evaluation knowing = knowingLine(line);
    return knowing.circumstances.exists(knowing.circuit, knowing.circuit.linePart(line));
  }

  /**
   * Returns whether a line counted: a review where published verdicts do, every other line unless the claim was judged by its reviews
   * alone. A line that does not count never fires. Takes time in proportion to the lines of the claim.
   *
   * @throws UnknownIdException if the graph has no such line
   * @throws IllegalArgumentException if the element is no line, or the line is of another kind
   */
  public boolean counts(Element line) {
    requireNonNull(line, "line");
    Evaluation knowing = knowingLine(line);
    return knowing.circumstances.counts(knowing.circuit, knowing.circuit.linePart(line));
  }

  /**
   * Returns whether the published verdicts on a claim counted towards its verdict, by {@link #reviewPolicy} and what else there was.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public boolean reviewsCount(String claimId) {
    requireNonNull(claimId, "claimId");
    Evaluation knowing = knowing(claimId);
    return knowing.circumstances.reviewsCount(knowing.circuit, knowing.circuit.claimRank(claimId));
  }

  /**
   * Returns whether a claim was judged by its reviews alone, so that neither its other lines nor what contradicts it counted.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public boolean isJudgedByReviews(String claimId) {
    requireNonNull(claimId, "claimId");
    Evaluation knowing = knowing(claimId);
    return !knowing.circumstances.othersCount(knowing.circuit, knowing.circuit.claimRank(claimId));
  }

  /**
   * Returns whether a piece of evidence or inference that existed speaks for or against a claim, in whose presence published verdicts stand in for
   * nothing.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public boolean hasGround(String claimId) {
    requireNonNull(claimId, "claimId");
    Evaluation knowing = knowing(claimId);
    return knowing.circumstances.hasGround(knowing.circuit, knowing.circuit.claimRank(claimId));
  }

  /**
   * Returns whether a source was retracted by the date at which the graph was looked at; without a date every retraction counts. A
   * retraction that a scenario has lifted does not, see {@link Scenario#vindicate}.
   *
   * @throws UnknownIdException if the graph has no such source
   */
  public boolean isRetracted(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return circumstances.isRetracted(circuit, circuit.sourceRank(sourceId), grades);
  }

  /**
   * Returns whether the statement of a piece of evidence was withdrawn by the date at which the graph was looked at; without a date every
   * withdrawal counts.
   *
   * @throws UnknownIdException if the graph has no such line
   * @throws IllegalArgumentException if it is a line of another kind
   */
  public boolean isWithdrawn(String evidenceId) {
    requireNonNull(evidenceId, "evidenceId");
    Element element = Element.evidence(evidenceId);
    Evaluation knowing = knowing(graph().claimOf(evidenceId).id());
    return knowing.circumstances.isWithdrawn(knowing.circuit, knowing.circuit.linePart(element));
  }

  /**
   * Returns the sources that a piece of evidence was taken to pass on: its own {@link Evidence#derivedFrom}, else its source's; none where
   * derivation was ignored or where it is an exhibit.
   */
  public ImmutableList<String> origins(Evidence evidence) {
    requireNonNull(evidence, "evidence");
    return ignoresDerivation() || evidence.isExhibit()
        ? ImmutableList.of()
        : graph().origins(evidence);
  }

  /**
   * Returns the sources that a source was taken to pass on, as its {@link org.claimtrace.model.Source#derivedFrom} names them; none where
   * derivation was ignored.
   *
   * @throws UnknownIdException if the graph has no such source
   */
  public ImmutableList<String> origins(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    ImmutableList<String> origins = graph().source(sourceId).derivedFrom();
    return ignoresDerivation() ? ImmutableList.of() : origins;
  }

  /**
   * Returns the chance that the coin of a source or line is yes, from 0 to 1: its {@link #grade}, by logic alone 0 or 1; of a retracted
   * source, and of a withdrawn statement, 0.
   *
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if the element is a claim, or the line is of another kind
   */
  public double coin(Element element) {
    requireNonNull(element, "element");
    boolean isOff = switch (element.kind()) {
      case SOURCE -> isRetracted(element.id());
      case EVIDENCE -> isWithdrawn(element.id());
      default -> false;
    };
    return isOff ? 0 : circumstances.coin(grade(element));
  }

  /**
   * Returns what a line waited for. Of a piece of evidence its source, relays, origins, exceptions; of an inference its premises, assumptions,
   * exceptions; of a review its reviewer; and of each the lines that override it. In the order in which the line names them. Takes
   * time in proportion to what all lines of the claim name.
   *
   * @throws UnknownIdException if the graph has no such line
   */
  public ImmutableList<Requirement> requires(Element line) {
    requireNonNull(line, "line");
    return requirements(graph().claimOf(line.id()).id()).get(line);
  }

  /** By the id of a line, the lines of claims contradicting its own that override it; of the claims around one claim. */
  ImmutableListMultimap<String, Element> foreignOverriders(String claimId) {
    return knowing(claimId).circuit.foreignOverriders;
  }

  /**
   * Returns what the lines of a claim waited for, by line, in the order of the document; see {@link #requires}.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public ImmutableListMultimap<Element, Requirement> requirements(String claimId) {
    requireNonNull(claimId, "claimId");
    return Requirements.of(this, graph().claim(claimId));
  }

  /**
   * Returns the claims whose belief an element can reach, through whatever reads it: of a source, those that use it or what is derived from
   * it; of a line, the claim that it bears on and what that reaches; of a claim, the other claims that depend on it. In document
   * order. No option counts, so a line that did not exist yet reaches its claim too. Takes time in proportion to what is found, once
   * who reads each gate of the graph is indexed.
   *
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if the element is a line of another kind
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public ImmutableList<String> dependents(Element element) {
    requireNonNull(element, "element");
    return within(() -> whole().cones().claimsAbove(element).stream()
        .mapToObj(position -> graph().claims().get(position).id())
        .collect(toImmutableList()));
  }

  /**
   * Returns what a claim was supposed to be, if it was.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Optional<Supposition> supposed(String claimId) {
    requireNonNull(claimId, "claimId");
    graph().claim(claimId);
    return Optional.ofNullable(circumstances.suppositions().get(claimId));
  }

  /**
   * Returns the verdict on a claim.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Verdict verdict(String claimId) {
    return standard.verdict(belief(claimId));
  }

  /**
   * Returns the belief in a claim.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Belief belief(String claimId) {
    requireNonNull(claimId, "claimId");
    Evaluation knowing = knowing(claimId);
    return knowing.outcome.belief(knowing.circuit.claimRank(claimId));
  }

  /**
   * Returns the interval in which the probability of a label lies with 95% confidence; a point where the evaluation is not sampled.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Interval interval(String claimId, Label label) {
    requireNonNull(claimId, "claimId");
    requireNonNull(label, "label");
    double probability = belief(claimId).of(label);
    int sampled = outcome.sampled();
    return sampled == 0
        ? Interval.at(probability)
        : Interval.wilson(Math.rint(probability * sampled), sampled);
  }

  /**
   * Returns whether the verdict on a claim is close: another one would follow if a quantity that decides it lay elsewhere in its
   * interval, or, of an exact one, exceeded the threshold that it equals.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public boolean isClose(String claimId) {
    return Closeness.isClose(standard, belief(claimId), outcome.sampled());
  }

  /**
   * Returns what makes the verdict on a claim close: the fewest comparisons of those that could as well come out otherwise by which
   * another verdict would follow, the first such in the order of {@link VerdictRule.Quantity}, burdens before doubts; mostly one.
   * Empty where the verdict is not close.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public ImmutableList<CloseCall> closeCalls(String claimId) {
    requireNonNull(claimId, "claimId");
    return Closeness.calls(standard, belief(claimId), outcome.sampled());
  }

  /**
   * Returns the chance that there is a case for a claim: that a supporting line of it fires.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Chance caseFor(String claimId) {
    requireNonNull(claimId, "claimId");
    Evaluation knowing = knowing(claimId);
    return knowing.outcome.pro(knowing.circuit.claimRank(claimId));
  }

  /**
   * Returns the chance that there is a case against a claim: that a refuting line of it fires, or a claim contradicting it is
   * accepted.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Chance caseAgainst(String claimId) {
    requireNonNull(claimId, "claimId");
    Evaluation knowing = knowing(claimId);
    return knowing.outcome.con(knowing.circuit.claimRank(claimId));
  }

  /**
   * Returns the claims that contradict a claim, on whichever side that is written: those that the claim names, as it names them, then
   * those that name it, in document order. Takes time in proportion to how many there are.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public ImmutableList<String> contradicting(String claimId) {
    requireNonNull(claimId, "claimId");
    int claim = circuit.claimRank(claimId);
    ClaimGraph written = circuit.graph;
    ImmutableList<String> named = written.claim(claimId).contradicts();
    if (!circuit.has(claim, GraphCircuit.HAS_CONTRADICTED)) {
      return named;
    }
    int gate = circuit.contradictedGate(claim);
    int[] literals = circuit.circuit.literals();
    Set<String> all = new LinkedHashSet<>(named);
    IntStream.range(circuit.circuit.first()[gate], circuit.circuit.first()[gate + 1])
        .map(at -> circuit.claimOfGate(literals[at] >> 1))
        .mapToObj(circuit.claims::id)
        .sorted(Comparator.comparingInt(id -> written.claimIndex(id).orElseThrow()))
        .forEach(all::add);
    return ImmutableList.copyOf(all);
  }

  /** Returns the ids of the claims with a verdict, in document order. */
  public ImmutableList<String> claimIds(Verdict verdict) {
    requireNonNull(verdict, "verdict");
    return circuit.graph.claims().stream()
        .map(Claim::id)
        .filter(id -> verdict(id) == verdict)
        .collect(toImmutableList());
  }

  /**
   * Returns what it says of a claim.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Judgement judgement(String claimId) {
    requireNonNull(claimId, "claimId");
    Belief belief = belief(claimId);
    return new Judgement(claimId, standard.verdict(belief), belief);
  }

  /**
   * Returns what this evaluation would have said of a claim as of the end of the day, month or year in which it was first said: that of
   * the earliest of its dated appearances. Empty where no appearance has a date, or where the earliest begins after the date at which
   * the graph was looked at. Takes the time of an evaluation; the graph is not compiled anew.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public Optional<Judgement> judgementWhenSaid(String claimId) {
    requireNonNull(claimId, "claimId");
    return graph()
        .claim(claimId)
        .firstSaid()
        .filter(date -> asOf().isEmpty() || date.beginsBy(asOf().get()))
        .map(date -> evaluatedAsOf(date).judgement(claimId));
  }

  /**
   * Returns this evaluation, had the statement of a piece of evidence not been withdrawn: it fires as its strength and all else allow, with
   * the grades that a scenario changed. Takes the time of an evaluation; the graph is not compiled anew.
   *
   * @throws UnknownIdException if the graph has no such line
   * @throws IllegalArgumentException if it is a line of another kind
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public Evaluation withStatement(String evidenceId) {
    requireNonNull(evidenceId, "evidenceId");
    Element evidence = Element.evidence(evidenceId);
    compiled().circuit().linePart(evidence);
    return within(() -> evaluator.evaluate(
        compiled(), circumstances.upholding(evidence), grades().changed()));
  }

  /**
   * Returns this evaluation as of another date, with the grades that a scenario changed. Takes the time of an evaluation; the graph is not
   * compiled anew.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public Evaluation evaluatedAsOf(PartialDate date) {
    requireNonNull(date, "date");
    return within(
        () -> evaluator.evaluate(compiled(), circumstances.asOf(date), grades().changed()));
  }

  /** Returns what it says of every claim, in document order; a judgement is made when the stream comes to it. */
  public Stream<Judgement> judgements() {
    return circuit.graph.claims().stream().map(claim -> judgement(claim.id()));
  }

  /**
   * Compares the verdicts with those of another evaluation, of this graph or another: those that differ, and those of claims
   * that only one of the two has. In document order of this graph, then of the other one for the claims that only that has.
   * Takes time in proportion to the claims of both. For the causes of a difference, see {@link
   * org.claimtrace.change.VerdictChange#of}.
   *
   * @param before the other evaluation
   */
  public ImmutableList<VerdictDifference> differencesFrom(Evaluation before) {
    requireNonNull(before, "before");
    ClaimGraph now = circuit.graph;
    ClaimGraph then = before.circuit.graph;
    ImmutableList.Builder<VerdictDifference> differences = ImmutableList.builder();
    for (Claim claim : now.claims()) {
      String id = claim.id();
      Verdict verdict = verdict(id);
      Optional<Verdict> other =
          then.findClaim(id).isPresent() ? Optional.of(before.verdict(id)) : Optional.empty();
      if (!other.equals(Optional.of(verdict))) {
        differences.add(new VerdictDifference(id, other, Optional.of(verdict)));
      }
    }
    for (Claim claim : then.claims()) {
      if (now.findClaim(claim.id()).isEmpty()) {
        Optional<Verdict> other = Optional.of(before.verdict(claim.id()));
        differences.add(new VerdictDifference(claim.id(), other, Optional.empty()));
      }
    }
    return differences.build();
  }

  /**
   * Returns the chance that a line fires, from 0 to 1: 0 if it does not exist yet or does not count.
   *
   * @throws UnknownIdException if the graph has no such line
   * @throws IllegalArgumentException if the element is no line, or the line is of another kind
   */
  public double fires(Element line) {
    requireNonNull(line, "line");
    return chance(line).yes();
  }

  /**
   * Returns the chance that it is undecided whether a line fires, from 0 to 1.
   *
   * @throws UnknownIdException if the graph has no such line
   * @throws IllegalArgumentException if the element is no line, or the line is of another kind
   */
  public double undecided(Element line) {
    requireNonNull(line, "line");
    return chance(line).undecided();
  }

  /** Returns the evaluation of the whole graph, where lines were added to it; else this one. */
  private Evaluation whole() {
    return addition == null ? this : within(addition.whole());
  }

  private Evaluation knowingLine(Element line) {
    checkArgument(line.kind().isLine(), "%s is no line", line);
    return addition != null && addition.part().hasLine(line.id())
        ? addition.part().evaluation()
        : this;
  }

  private Chance chance(Element line) {
    Evaluation knowing = knowingLine(line);
    return knowing.outcome.fires(knowing.circuit.linePart(line));
  }

  private Evaluation knowing(String claimId) {
    return addition != null && addition.part().claims().contains(claimId)
        ? addition.part().evaluation()
        : this;
  }

  /**
   * Returns the chance that a source is right, from 0 to 1.
   *
   * @throws UnknownIdException if the graph has no such source
   */
  public double right(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    Evaluation knowing = addition != null && addition.part().hasSource(sourceId)
        ? addition.part().evaluation()
        : this;
    return knowing.outcome.right(knowing.circuit.sourceRank(sourceId));
  }

  /**
   * Returns how probable several things are together, in the worlds of this evaluation; open it once and ask it often.
   *
   * <p>Experimental.
   */
  public JointChances jointChances() {
    return new JointChances(whole());
  }

  /**
   * Opens a workbench for asking what would change if something were otherwise. It holds what it has computed, so open one
   * and use it often.
   */
  public WhatIf whatIf() {
    return new WhatIf(whole());
  }

  /**
   * Opens what one claim depends on, for asking what would become of the belief in it if some coins came out otherwise. It holds
   * what it has computed, so open one and use it often.
   *
   * <p>Experimental.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public Dependence dependence(String claimId) {
    requireNonNull(claimId, "claimId");
    return within(() -> new Dependence(whole(), claimId));
  }

  /**
   * Returns what would become of the verdicts without each of some sources: its coin set to no, all else as it is.
   *
   * @return for each source the claims with another verdict then, and that verdict, in document order; empty for a source that is
   *     not right as it is
   * @throws UnknownIdException if the graph has no such source
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public ImmutableList<ImmutableMap<String, Verdict>> verdictsWithout(
      Collection<String> sourceIds) {
    requireNonNull(sourceIds, "sourceIds");
    ImmutableList.Builder<ImmutableMap<String, Verdict>> all = ImmutableList.builder();
    verdictsWithout(sourceIds, Long.MAX_VALUE, (source, verdicts) -> all.add(verdicts));
    return all.build();
  }

  /**
   * Tells what would become of the verdicts without each of some sources, as far as a budget of work is enough: without the first
   * of them.
   *
   * @param mostWork how much work may be begun, in steps as {@link Dependence#work} counts them; what is begun is finished
   * @param found is told of each source, in their order, the claims with another verdict then, and that verdict, in document order;
   *     nothing is kept of it
   * @return how many sources it was told of
   * @throws UnknownIdException if the graph has no such source
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  @CanIgnoreReturnValue
  @SuppressWarnings("exports")
  public int verdictsWithout(
      Collection<String> sourceIds,
      long mostWork,
      BiConsumer<String, ImmutableMap<String, Verdict>> found) {
    requireNonNull(sourceIds, "sourceIds");
    requireNonNull(found, "found");
    return within(() -> {
      Evaluation whole = whole();
      return whole.computation.sourceRemovals(whole, mostWork).verdicts(sourceIds, found);
    });
  }

  /** Does work that a question takes within the time that one may take. */
  <T> T within(Supplier<T> work) {
    Cancellation.check();
    return Cancellation.within(evaluator.timeLimit().orElse(null), work);
  }

  private Cones newCones() {
    return new Cones(circuit, circumstances, grades, computation.coinOrder());
  }

  /** Returns what cuts parts out of the graph as it was evaluated. */
  Cones cones() {
    return whole().cones.get();
  }

  /** Returns how it was computed. */
  Computation computation() {
    return computation;
  }

  /** Returns what evaluated: its options for worlds, budgets and time hold for whatever is asked. */
  Evaluator evaluatedBy() {
    return evaluator;
  }

  Circumstances circumstances() {
    return circumstances;
  }

  Grades grades() {
    return whole().grades;
  }

  Outcome outcome() {
    return whole().outcome;
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "evaluation of " + circuit.graph + ", " + method() + ", options: " + options()
        + (addition == null ? "" : ", lines added");
  }

  /**
   * What an evaluation says of one claim.
   */
  public static final class Judgement implements WithoutJson {

    private final String claimId;
    private final Verdict verdict;
    private final Belief belief;

    Judgement(String claimId, Verdict verdict, Belief belief) {
      this.claimId = claimId;
      this.verdict = verdict;
      this.belief = belief;
    }

    /** Returns the id of the claim. */
    public String claimId() {
      return claimId;
    }

    /** Returns the verdict. */
    public Verdict verdict() {
      return verdict;
    }

    /** Returns the probabilities behind it. */
    public Belief belief() {
      return belief;
    }

    private ResultComponents components() {
      return ResultComponents.of("Judgement")
          .and("claimId", claimId)
          .and("verdict", verdict)
          .and("belief", belief);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Judgement that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
    }

    @Override
    public String toString() {
      return components().toString();
    }
  }

  /**
   * A claim on which two evaluations have different verdicts, or that only one of them has.
   *
   * @param claimId the id of the claim
   * @param before the verdict of the other evaluation; empty if it does not have the claim
   * @param after the verdict of the evaluation that was asked; empty if it does not have the claim
   */
  public record VerdictDifference(
      String claimId, Optional<Verdict> before, Optional<Verdict> after) {
    public VerdictDifference {
      requireNonNull(claimId, "claimId");
      requireNonNull(before, "before");
      requireNonNull(after, "after");
    }
  }

  /**
   * A comparison that decides a verdict and could as well come out otherwise: an exact quantity equals its threshold; a sampled one
   * has it in its interval.
   */
  public static final class CloseCall implements WithoutJson {

    private final VerdictRule.Quantity quantity;
    private final double value;
    private final Interval interval;
    private final double threshold;
    private final Verdict otherwise;

    CloseCall(
        VerdictRule.Quantity quantity,
        double value,
        Interval interval,
        double threshold,
        Verdict otherwise) {
      this.quantity = quantity;
      this.value = value;
      this.interval = interval;
      this.threshold = threshold;
      this.otherwise = otherwise;
    }

    /** Returns what is compared. */
    public VerdictRule.Quantity quantity() {
      return quantity;
    }

    /**
     * Returns how much it is, from 0 to 1; of a quantity that is compared with another, its share: of {@code
     * SUPPORTED} that of it and the case against together, of {@code REFUTED} that of it and the case for together, of
     * {@code QUALIFIED} that of {@code SUPPORTED}.
     */
    public double value() {
      return value;
    }

    /** Returns where it lies with 95% confidence; a point where the evaluation is exact. */
    public Interval interval() {
      return interval;
    }

    /** Returns what it must exceed, or must not. */
    public double threshold() {
      return threshold;
    }

    /** Returns the verdict if it, and every other close call of the same verdict, came out the other way. */
    public Verdict otherwise() {
      return otherwise;
    }

    private ResultComponents components() {
      return ResultComponents.of("CloseCall")
          .and("quantity", quantity)
          .and("value", value)
          .and("interval", interval)
          .and("threshold", threshold)
          .and("otherwise", otherwise);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof CloseCall that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
    }

    @Override
    public String toString() {
      return components().toString();
    }
  }
}
