package org.claimtrace.evaluation;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Line;
import org.claimtrace.model.Source;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result.WithoutJson;

/**
 * Some things taken to be otherwise than in an evaluation. Immutable: every method returns a further scenario, and leaves this one
 * as it is. Of several changes to one element the last counts.
 *
 * <p>Stable.
 */
public final class Scenario implements WithoutJson {

  private final WhatIf whatIf;
  private final ImmutableMap<Element, Double> grades;
  private final ImmutableMap<String, Supposition> suppositions;
  private final ImmutableList<Added> added;

  /**
   * A line added to a claim.
   *
   * @param line a piece of evidence or an inference
   */
  private record Added(String claim, Line line) {

    /** The id that was written for it. */
    Optional<String> id() {
      return line instanceof Evidence evidence ? evidence.id() : ((Inference) line).id();
    }

    /** Adds it to the builder of its claim. */
    void addTo(Claim.Builder builder) {
      if (line instanceof Evidence evidence) {
        builder.evidence(evidence);
      } else {
        builder.inference((Inference) line);
      }
    }
  }

  Scenario(
      WhatIf whatIf,
      ImmutableMap<Element, Double> grades,
      ImmutableMap<String, Supposition> suppositions,
      ImmutableList<Added> added) {
    this.whatIf = whatIf;
    this.grades = grades;
    this.suppositions = suppositions;
    this.added = added;
  }

  /** Returns the evaluation that it starts from. */
  public Evaluation base() {
    return whatIf.base();
  }

  /**
   * Takes a source to be wrong, and not to relay faithfully.
   *
   * @throws UnknownIdException if the graph has no such source
   */
  public Scenario discredit(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return grade(knownSource(sourceId), 0);
  }

  /**
   * Takes a source's coin to be yes: it is right if it is derived from nothing or from a source that is right. A retraction is
   * lifted; {@link Evaluation#liftedRetractions} says so.
   *
   * @throws UnknownIdException if the graph has no such source
   */
  public Scenario vindicate(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return grade(knownSource(sourceId), 1);
  }

  /**
   * Discredits every source that has an author.
   *
   * @param author the name, as the graph has it
   * @throws UnknownIdException if no source has this author
   */
  public Scenario discreditAuthor(String author) {
    requireNonNull(author, "author");
    return discreditAll("author", author, Source::authors);
  }

  /**
   * Discredits every source that has a publisher.
   *
   * @param publisher the name, as the graph has it
   * @throws UnknownIdException if no source has this publisher
   */
  public Scenario discreditPublisher(String publisher) {
    requireNonNull(publisher, "publisher");
    return discreditAll(
        "publisher", publisher, source -> source.publisher().stream().toList());
  }

  private Scenario discreditAll(String what, String name, Function<Source, List<String>> namesOf) {
    Scenario scenario = this;
    Set<String> known = new LinkedHashSet<>();
    for (Source source : base().graph().sources()) {
      List<String> names = namesOf.apply(source);
      known.addAll(names);
      if (names.contains(name)) {
        scenario = scenario.discredit(source.id());
      }
    }
    if (!known.contains(name)) {
      throw new UnknownIdException(what, name, known);
    }
    return scenario;
  }

  private Element knownSource(String sourceId) {
    base().graph().source(sourceId);
    return Element.source(sourceId);
  }

  /**
   * Takes the reliability of a source or the strength of a piece of evidence or inference to be another. A grade above 0 lifts the
   * retraction of a source.
   *
   * @param element a source, a piece of evidence or an inference
   * @param grade from 0 to 1
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if the element has no grade, as claims, reviews and steps from parts of a claim have none
   * @throws InvalidValueException if the grade is out of range
   */
  public Scenario withGrade(Element element, double grade) {
    requireNonNull(element, "element");
    checkArgument(
        element.kind() != Element.Kind.CLAIM && element.kind() != Element.Kind.REVIEW,
        "%s has no grade",
        element);
    Element known = known(element);
    checkArgument(base().graph().hasGrade(element), "%s has no grade, but can be struck", element);
    return grade(known, Grade.of(grade).value());
  }

  /** The same as {@link #withGrade}, by a shorter name: like every method here it returns a further scenario. */
  public Scenario set(Element element, double grade) {
    requireNonNull(element, "element");
    return withGrade(element, grade);
  }

  /**
   * Strikes a line: it is there, but it does not fire.
   *
   * @throws UnknownIdException if the graph has no such line
   * @throws IllegalArgumentException if the element is no line
   */
  public Scenario strike(Element line) {
    requireNonNull(line, "line");
    checkArgument(line.kind().isLine(), "%s is no line", line);
    return grade(known(line), 0);
  }

  private Element known(Element element) {
    if (element.kind() == Element.Kind.SOURCE) {
      return knownSource(element.id());
    }
    base().circuit().linePart(element);
    return element;
  }

  private Scenario grade(Element element, double grade) {
    return new Scenario(whatIf, with(grades, element, grade), suppositions, added);
  }

  /**
   * Supposes a claim to be something, whatever bears on it.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Scenario suppose(String claimId, Supposition supposition) {
    requireNonNull(claimId, "claimId");
    requireNonNull(supposition, "supposition");
    base().graph().claim(claimId);
    return new Scenario(whatIf, grades, with(suppositions, claimId, supposition), added);
  }

  /**
   * Adds a piece of evidence to a claim.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Scenario add(String claimId, Evidence evidence) {
    requireNonNull(claimId, "claimId");
    return added(claimId, requireNonNull(evidence, "evidence"));
  }

  /**
   * Adds an inference to a claim.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Scenario add(String claimId, Inference inference) {
    requireNonNull(claimId, "claimId");
    return added(claimId, requireNonNull(inference, "inference"));
  }

  private Scenario added(String claimId, Line line) {
    base().graph().claim(claimId);
    ImmutableList<Added> more = ImmutableList.<Added>builder()
        .addAll(added)
        .add(new Added(claimId, line))
        .build();
    return new Scenario(whatIf, grades, suppositions, more);
  }

  private static <K, V> ImmutableMap<K, V> with(ImmutableMap<K, V> map, K key, V value) {
    return ImmutableMap.<K, V>builder().putAll(map).put(key, value).buildKeepingLast();
  }

  /**
   * Evaluates the graph in this scenario.
   *
   * @throws ClaimGraphException if an added line does not fit into the graph
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluator is up
   */
  public Evaluation evaluate() {
    return base().within(this::evaluated);
  }

  private Evaluation evaluated() {
    if (added.isEmpty()) {
      ImmutableMap.Builder<Integer, Supposition> byRank = ImmutableMap.builder();
      suppositions.forEach((id, each) -> byRank.put(base().circuit().claimRank(id), each));
      return whatIf.evaluate(byCoin(base().circuit(), base().grades()), byRank.buildOrThrow());
    }
    Supplier<ClaimGraph> graph = Suppliers.memoize(this::longerGraph);
    Supplier<Evaluation> whole = Suppliers.memoize(() -> afresh(graph.get()));
    boolean repeatsId = added.stream()
        .anyMatch(each -> each.id().flatMap(base().graph()::findLine).isPresent());
    if (repeatsId) {
      return whole.get();
    }
    try {
      return whatIf
          .evaluate(longerClaims(), grades, suppositions)
          .map(part -> new Evaluation(
              base(), part, base().circumstances().supposing(suppositions), graph, whole))
          .orElseGet(whole);
    } catch (ClaimGraphException e) {
      // Something that is named is not there; the whole graph knows what could be meant.
      return whole.get();
    }
  }

  private ImmutableMap<String, Claim> longerClaims() {
    Map<String, Claim.Builder> builders = new LinkedHashMap<>();
    for (Added each : added) {
      each.addTo(
          builders.computeIfAbsent(each.claim(), id -> base().graph().claim(id).toBuilder()));
    }
    ImmutableMap.Builder<String, Claim> longer = ImmutableMap.builder();
    builders.forEach((id, claim) -> longer.put(id, claim.build()));
    return longer.buildOrThrow();
  }

  private ClaimGraph longerGraph() {
    ImmutableMap<String, Claim> longer = longerClaims();
    ClaimGraph.Builder builder = base().graph().toBuilder().allClaims(ImmutableList.of());
    for (Claim claim : base().graph().claims()) {
      builder.claim(longer.getOrDefault(claim.id(), claim));
    }
    return builder.build();
  }

  private Evaluation afresh(ClaimGraph graph) {
    CompiledGraph compiled = CompiledGraph.of(graph);
    // What the base itself had changed is said of its own coins, and is carried over by element.
    Map<Element, Double> all = new LinkedHashMap<>();
    base()
        .grades()
        .changed()
        .forEach((coin, grade) -> all.put(base().circuit().elementOfCoin(coin), grade));
    all.putAll(grades);
    Scenario there =
        new Scenario(whatIf, ImmutableMap.copyOf(all), suppositions, ImmutableList.of());
    Circumstances circumstances = base().circumstances().supposing(suppositions);
    return base()
        .evaluatedBy()
        .evaluate(
            compiled,
            circumstances,
            there.byCoin(compiled.circuit(), new Grades(compiled.circuit(), ImmutableMap.of())));
  }

  /** Equal are scenarios of the same workbench with the same changes. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Scenario scenario
        && whatIf == scenario.whatIf
        && grades.equals(scenario.grades)
        && suppositions.equals(scenario.suppositions)
        && added.equals(scenario.added);
  }

  @Override
  public int hashCode() {
    return Objects.hash(grades, suppositions, added);
  }

  /** Returns what is otherwise, on one line, such as {@code scenario: source 'x-post' 0.0, 'closed' supposed open}. */
  @Override
  public String toString() {
    List<String> changes = new ArrayList<>();
    grades.forEach((element, grade) -> changes.add(element + " " + grade));
    suppositions.forEach(
        (claim, supposition) -> changes.add("'" + claim + "' supposed " + supposition));
    added.forEach(each -> changes.add(each.line() + " added to '" + each.claim() + "'"));
    return "scenario: " + (changes.isEmpty() ? "nothing otherwise" : String.join(", ", changes));
  }

  private ImmutableMap<Integer, Double> byCoin(GraphCircuit compiled, Grades before) {
    ImmutableMap.Builder<Integer, Double> byCoin =
        ImmutableMap.<Integer, Double>builder().putAll(before.changed());
    grades.forEach((element, grade) -> byCoin.put(compiled.coinOf(element), grade));
    return byCoin.buildKeepingLast();
  }
}
