package org.claimtrace;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.claimtrace.change.Changes;
import org.claimtrace.change.History;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluation.Judgement;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Scenario;
import org.claimtrace.evaluation.WhatIf;
import org.claimtrace.explanation.Chains;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.inspection.Inspection;
import org.claimtrace.inspection.Inspector;
import org.claimtrace.json.ClaimDocument;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.query.ClaimCondition;
import org.claimtrace.query.ClaimSearch;
import org.claimtrace.query.FoundClaim;
import org.claimtrace.sensitivity.Sensitivity;
import org.claimtrace.sensitivity.SourceInfluence;
import org.jspecify.annotations.Nullable;

/**
 * A claim graph together with its evaluation, and every question that can be asked of them: the entry point of the library.
 *
 * <pre>{@code
 * ClaimTrace trace = ClaimTrace.open(Path.of("claims/gpt-4o-retro.json"));
 * trace.verdict("4o-rebuilt-as-4b-micro"); // REFUTED
 * trace.explain("4o-taken-to-extend-elite-lives").toText(); // why, and where the chain breaks
 * trace.restsOn("earlier-reports").toText(); // the verdicts that fall with a source
 * trace.whatIf(scenario -> scenario.discredit("x-post")).verdicts(); // the verdicts without another
 * }</pre>
 *
 * <p>Every method that takes the id of a claim or of a source throws {@link UnknownIdException} if the graph does not have it.
 * Every method that may take long throws {@link CancellationException} if its thread is interrupted or the time limit of the
 * evaluator is up. What a question has to limit is limited as usual; the types that are returned have methods with limits of
 * your own.
 *
 * <p>Immutable, and safe to share between threads. Stable: no member of this class will be removed or change its meaning.
 */
public final class ClaimTrace {

  private final Evaluation evaluation;
  private final ClaimSearch search;
  private final @Nullable ClaimDocument document;

  private ClaimTrace(Evaluation evaluation, @Nullable ClaimDocument document) {
    this.evaluation = evaluation;
    this.search = ClaimSearch.in(evaluation);
    this.document = document;
  }

  /**
   * Reads a claim file and evaluates it with every option at its default.
   *
   * @throws ClaimGraphException with everything that is wrong with the file, also if it cannot be read
   */
  public static ClaimTrace open(Path file) {
    return open(file, Evaluator.usual());
  }

  /**
   * Reads a claim file and evaluates it.
   *
   * @throws ClaimGraphException with everything that is wrong with the file, also if it cannot be read
   * @throws UnknownIdException if the evaluator supposes something of a claim that the graph does not have
   */
  public static ClaimTrace open(Path file, Evaluator evaluator) {
    requireNonNull(evaluator, "evaluator");
    return of(ClaimJson.readDocument(file), evaluator);
  }

  /**
   * Reads JSON text and evaluates it with every option at its default.
   *
   * @param name the name of the document in places
   * @throws ClaimGraphException with everything that is wrong with the text
   */
  public static ClaimTrace read(String json, String name) {
    return read(json, name, Evaluator.usual());
  }

  /**
   * Reads JSON text and evaluates it with every option at its default; places name no document.
   *
   * @throws ClaimGraphException with everything that is wrong with the text
   */
  public static ClaimTrace read(String json) {
    return of(ClaimJson.readDocument(json));
  }

  /**
   * Reads JSON text and evaluates it.
   *
   * @param name the name of the document in places
   * @throws ClaimGraphException with everything that is wrong with the text
   * @throws UnknownIdException if the evaluator supposes something of a claim that the graph does not have
   */
  public static ClaimTrace read(String json, String name, Evaluator evaluator) {
    requireNonNull(name, "name");
    requireNonNull(evaluator, "evaluator");
    return of(ClaimJson.readDocument(json, name), evaluator);
  }

  /**
   * Reads JSON as bytes of UTF-8 and evaluates it with every option at its default.
   *
   * @param name the name of the document in places
   * @throws ClaimGraphException with everything that is wrong with the document
   */
  public static ClaimTrace read(byte[] json, String name) {
    return read(json, name, Evaluator.usual());
  }

  /**
   * Reads JSON as bytes of UTF-8 and evaluates it.
   *
   * @param name the name of the document in places
   * @throws ClaimGraphException with everything that is wrong with the document
   * @throws UnknownIdException if the evaluator supposes something of a claim that the graph does not have
   */
  public static ClaimTrace read(byte[] json, String name, Evaluator evaluator) {
    requireNonNull(name, "name");
    requireNonNull(evaluator, "evaluator");
    return of(ClaimJson.readDocument(json, name), evaluator);
  }

  /**
   * Reads a stream to its end, does not close it, and evaluates what it holds with every option at its default.
   *
   * @param name the name of the document in places
   * @throws ClaimGraphException with everything that is wrong with the document
   * @throws UncheckedIOException if the stream throws an IOException, which is its cause
   */
  public static ClaimTrace read(InputStream stream, String name) {
    return read(stream, name, Evaluator.usual());
  }

  /**
   * Reads a stream to its end, does not close it, and evaluates what it holds.
   *
   * @param name the name of the document in places
   * @throws ClaimGraphException with everything that is wrong with the document
   * @throws UncheckedIOException if the stream throws an IOException, which is its cause
   * @throws UnknownIdException if the evaluator supposes something of a claim that the graph does not have
   */
  public static ClaimTrace read(InputStream stream, String name, Evaluator evaluator) {
    requireNonNull(name, "name");
    requireNonNull(evaluator, "evaluator");
    return of(ClaimJson.readDocument(stream, name), evaluator);
  }

  /**
   * Reads a reader to its end, does not close it, and evaluates what it holds with every option at its default.
   *
   * @param name the name of the document in places
   * @throws ClaimGraphException with everything that is wrong with the document
   * @throws UncheckedIOException if the reader throws an IOException, which is its cause
   */
  public static ClaimTrace read(Reader reader, String name) {
    return read(reader, name, Evaluator.usual());
  }

  /**
   * Reads a reader to its end, does not close it, and evaluates what it holds.
   *
   * @param name the name of the document in places
   * @throws ClaimGraphException with everything that is wrong with the document
   * @throws UncheckedIOException if the reader throws an IOException, which is its cause
   * @throws UnknownIdException if the evaluator supposes something of a claim that the graph does not have
   */
  public static ClaimTrace read(Reader reader, String name, Evaluator evaluator) {
    requireNonNull(name, "name");
    requireNonNull(evaluator, "evaluator");
    return of(ClaimJson.readDocument(reader, name), evaluator);
  }

  /** Evaluates a document with every option at its default; a {@link org.claimtrace.json.ClaimReader} reads one within limits. */
  public static ClaimTrace of(ClaimDocument document) {
    return of(document, Evaluator.usual());
  }

  /**
   * Evaluates a document.
   *
   * @throws UnknownIdException if the evaluator supposes something of a claim that the graph does not have
   */
  public static ClaimTrace of(ClaimDocument document, Evaluator evaluator) {
    requireNonNull(document, "document");
    requireNonNull(evaluator, "evaluator");
    return new ClaimTrace(evaluator.evaluate(document.graph()), document);
  }

  /** Evaluates a graph with every option at its default. */
  public static ClaimTrace of(ClaimGraph graph) {
    return of(graph, Evaluator.usual());
  }

  /**
   * Evaluates a graph.
   *
   * @throws UnknownIdException if the evaluator supposes something of a claim that the graph does not have
   */
  public static ClaimTrace of(ClaimGraph graph, Evaluator evaluator) {
    requireNonNull(evaluator, "evaluator");
    return of(evaluator.evaluate(graph));
  }

  /** Takes an evaluation together with its graph. */
  public static ClaimTrace of(Evaluation evaluation) {
    requireNonNull(evaluation, "evaluation");
    return new ClaimTrace(evaluation, null);
  }

  /** Returns the graph. */
  public ClaimGraph graph() {
    return evaluation.graph();
  }

  /** Returns what was found out about it, whole. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Returns the document that the graph was read from; empty if it was built in Java. Of a scenario, the document without its changes. */
  public Optional<ClaimDocument> document() {
    return Optional.ofNullable(document);
  }

  /**
   * Returns the place of an element in the document that the graph was read from; empty if it was built in Java, or a scenario added it.
   *
   * @throws UnknownIdException if the graph has no such element
   */
  public Optional<Place> place(Element element) {
    requireNonNull(element, "element");
    requireKnown(graph(), element);
    if (document == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(document.place(element));
    } catch (UnknownIdException e) {
      // A scenario added the line.
      return Optional.empty();
    }
  }

  private static void requireKnown(ClaimGraph graph, Element element) {
    switch (element.kind()) {
      case CLAIM -> graph.claim(element.id());
      case SOURCE -> graph.source(element.id());
      case EVIDENCE, INFERENCE, REVIEW -> graph.line(element.id());
    }
  }

  /** Returns a claim, as it was written. */
  public Claim claim(String claimId) {
    requireNonNull(claimId, "claimId");
    return graph().claim(claimId);
  }

  /** Returns a source, as it was written. */
  public Source source(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return graph().source(sourceId);
  }

  /**
   * Returns the words of a claim for a reader who wants a language, by BCP 47 lookup; where the claim is not written in it, in the
   * language of the graph. {@link Claim#text} tells which it is: see {@link org.claimtrace.model.Text#in(String, String)}.
   *
   * @param language a BCP 47 tag, such as {@code zh-Hans-CN}
   */
  public String text(String claimId, String language) {
    requireNonNull(claimId, "claimId");
    requireNonNull(language, "language");
    return claim(claimId).text().in(language, graph().language()).words();
  }

  /** Returns the verdict on a claim. */
  public Verdict verdict(String claimId) {
    return evaluation.verdict(claimId);
  }

  /** Returns the verdicts on all claims by their ids, in document order. Takes time in proportion to the claims. */
  public ImmutableMap<String, Verdict> verdicts() {
    return evaluation.judgements().collect(toImmutableMap(Judgement::claimId, Judgement::verdict));
  }

  /** Returns the belief in a claim: the probabilities behind its verdict. */
  public Belief belief(String claimId) {
    return evaluation.belief(claimId);
  }

  /** Explains why a claim has its verdict; see {@link Explanation#of} for the cost. */
  public Explanation explain(String claimId) {
    requireNonNull(claimId, "claimId");
    return Explanation.of(evaluation, claimId);
  }

  /**
   * Explains why a claim does not have another verdict.
   *
   * @throws IllegalArgumentException if it has that verdict
   */
  public Contrast whyNot(String claimId, Verdict other) {
    requireNonNull(claimId, "claimId");
    requireNonNull(other, "other");
    return Contrast.of(evaluation, claimId, other);
  }

  /** Returns the chains that lead down from a claim to its deepest sources, best first. */
  public Chains chains(String claimId) {
    requireNonNull(claimId, "claimId");
    return Chains.of(evaluation, claimId);
  }

  /** Returns how firmly a verdict stands: the sources that it rests on, what it turns on, and the smallest changes that change it. */
  public Sensitivity sensitivity(String claimId) {
    requireNonNull(claimId, "claimId");
    return Sensitivity.of(evaluation, claimId);
  }

  /** Returns the verdicts that rest on a source: those that fall without it, all else as it is. */
  public SourceInfluence restsOn(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return SourceInfluence.of(evaluation, sourceId);
  }

  /** Returns the verdict on a claim through time, by the dates of its graph. */
  public History history(String claimId) {
    requireNonNull(claimId, "claimId");
    return History.of(evaluation, claimId);
  }

  /**
   * Returns what has changed since an earlier version, or in comparison with other options, with causes. {@link
   * Evaluation#differencesFrom} tells which verdicts differ, without causes, in much less time.
   */
  public Changes changesSince(ClaimTrace before) {
    requireNonNull(before, "before");
    return Changes.between(before.evaluation, evaluation);
  }

  /** Returns whether the published verdicts follow from the evidence. */
  public ReviewCheck reviews() {
    return ReviewCheck.of(evaluation);
  }

  /**
   * Returns what a careful editor would notice, by every rule of this library, with places if the graph was read from a document. For
   * other rules, see {@link Inspector#inspect(Evaluation, ClaimDocument)}.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public Inspection inspect() {
    return inspect(Inspector.usual());
  }

  /**
   * Returns what an inspector finds, with places if the graph was read from a document.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public Inspection inspect(Inspector inspector) {
    requireNonNull(inspector, "inspector");
    return document == null
        ? inspector.inspect(evaluation)
        : inspector.inspect(evaluation, document);
  }

  /**
   * Returns the claims that meet a condition, in document order, found as {@link ClaimSearch} finds them. The stream is sequential, and
   * throws {@link CancellationException} when its thread is interrupted.
   *
   * @throws UnknownIdException if the condition names a source or a claim that the graph does not have
   */
  public Stream<FoundClaim> find(ClaimCondition condition) {
    return search.find(condition);
  }

  /**
   * Returns the claims that meet a condition, in document order, like {@link #find}; but of a source or a claim that the graph does not
   * have, nothing in it is asserted by it, uses it, rests on it or depends on it. For asking many graphs the same.
   */
  public Stream<FoundClaim> findLeniently(ClaimCondition condition) {
    return search.findLeniently(condition);
  }

  /**
   * Returns whether a claim meets a condition; for many claims, {@link #find} is less work.
   *
   * @throws UnknownIdException if the condition names a source or claim that the graph does not have
   */
  public boolean meets(String claimId, ClaimCondition condition) {
    return search.meets(claimId, condition);
  }

  /** Returns the workbench for asking what would change if something were otherwise, always the same one. */
  public WhatIf whatIf() {
    return search.whatIf();
  }

  /**
   * Returns what would follow if something were otherwise: {@code trace.whatIf(scenario -> scenario.discredit("x-post"))}.
   *
   * @param change returns the scenario with what is otherwise in it
   * @throws NullPointerException if the change returns null
   */
  public ClaimTrace whatIf(UnaryOperator<Scenario> change) {
    requireNonNull(change, "change");
    Scenario changed = requireNonNull(change.apply(whatIf().scenario()), "what change returns");
    return new ClaimTrace(changed.evaluate(), document);
  }

  /**
   * Returns the same graph as of a date: what begins after it does not exist yet. What a scenario changed stays changed. Takes the time of
   * an evaluation.
   *
   * @see Evaluation#evaluatedAsOf
   */
  public ClaimTrace asOf(PartialDate date) {
    requireNonNull(date, "date");
    return new ClaimTrace(evaluation.evaluatedAsOf(date), document);
  }

  /**
   * Returns the same graph as of a date, written as {@code 2026}, {@code 2026-02} or {@code 2026-02-13}.
   *
   * @throws InvalidValueException if the text has none of these forms, or the calendar does not have the date
   */
  public ClaimTrace asOf(String date) {
    requireNonNull(date, "date");
    return asOf(PartialDate.parse(date));
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "trace of " + graph();
  }

  /** Returns the verdicts on all claims as JSON, as {@link Evaluation#toJson()} does. */
  @JsonValue
  @JsonRawValue
  public String toJson() {
    return evaluation.toJson();
  }

  /**
   * Returns the verdicts on all claims as JSON, with the texts of the claims in a language.
   *
   * @param language a BCP 47 tag, such as {@code zh}
   */
  public String toJson(String language) {
    return evaluation.toJson(language);
  }
}
