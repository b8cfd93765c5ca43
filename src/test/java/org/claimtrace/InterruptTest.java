package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimtrace.change.Changes;
import org.claimtrace.change.Consequences;
import org.claimtrace.change.History;
import org.claimtrace.change.VerdictChange;
import org.claimtrace.evaluation.CompiledGraph;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.JointChances;
import org.claimtrace.evaluation.JointChances.Conjunction;
import org.claimtrace.evaluation.JointChances.Conjunctions;
import org.claimtrace.evaluation.Label;
import org.claimtrace.explanation.Chains;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Explanations;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.explanation.Style;
import org.claimtrace.inspection.Inspector;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Appearance;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.claimtrace.query.ClaimCondition;
import org.claimtrace.query.ClaimSearch;
import org.claimtrace.report.ResultJson;
import org.claimtrace.sensitivity.Flips;
import org.claimtrace.sensitivity.Pivots;
import org.claimtrace.sensitivity.Sensitivity;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.claimtrace.sensitivity.SourceDependence;
import org.claimtrace.sensitivity.SourceInfluence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public method whose Javadoc says that it stops when the thread is interrupted does so, with the same message, and
 * leaves the thread interrupted. The methods are found in the sources, so that none is forgotten.
 */
class InterruptTest {

  private static final Path SOURCES = Path.of("src/main/java/org/claimtrace");

  /** The packages that are not exported, whose Javadoc is not checked here. */
  private static final List<String> INSIDE = List.of("work", "engine");

  /** A Javadoc comment with such a tag, and its public method. */
  private static final Pattern DOCUMENTED = Pattern.compile(
      "/\\*\\*(?:(?!\\*/)[\\s\\S])*?@throws (?:java\\.util\\.concurrent\\.)?CancellationException(?:(?!\\*/)[\\s\\S])*?\\*/\\s*"
          + "(?:@\\w+\\s+)*public [^;{=(]*?(\\w+)\\(");

  private static final ClaimGraph GRAPH = graph();
  private static final Evaluation EVALUATION = Evaluator.usual().evaluate(GRAPH);
  private static final Evaluation OTHERWISE =
      Evaluator.builder().byLogic(true).build().evaluate(GRAPH);
  private static final Evaluation SAID = Evaluator.usual()
      .evaluate(ClaimGraph.builder("said")
          .title("t")
          .source("s", "S")
          .claim(Claim.builder("c")
              .text("C")
              .appearance(Appearance.builder("s").date("2020"))
              .evidence("s"))
          .build());
  private static final Element LINE = Element.evidence("c0/evidence/s0");

  /** Values that are computed before the thread is interrupted. */
  private static final Conjunction CONJUNCTION = Conjunctions.of(EVALUATION).nothing();

  private static final Explanation EXPLANATION = Explanation.of(EVALUATION, "c");
  private static final Explanations EXPLANATIONS = Explanations.of(EVALUATION, List.of("c", "d"));
  private static final Chains.Best CHAINS = Chains.of(EVALUATION, "c").best(3);
  private static final Style STYLE = Style.builder().build();
  private static final String JSON = ClaimJson.write(GRAPH);
  private static final ClaimTrace READ = ClaimTrace.read(JSON, "g.json");
  private static final ReviewCheck CHECK = ReviewCheck.of(GRAPH, Evaluator.usual());

  /** The calls by class and method, one for each signature. */
  private static final ImmutableMap<String, List<ThrowingCallable>> CALLS =
      ImmutableMap.<String, List<ThrowingCallable>>builder()
          .put(
              "ClaimTrace.meets",
              List.of(() -> ClaimTrace.of(EVALUATION).meets("c", ClaimCondition.restsOn("s0"))))
          .put(
              "ClaimTrace.claims",
              List.of(() ->
                  ClaimTrace.of(EVALUATION).find(ClaimCondition.restsOn("s0")).toList()))
          .put(
              "ClaimSearch.meets",
              List.of(() -> ClaimSearch.in(EVALUATION).meets("c", ClaimCondition.restsOn("s0"))))
          .put("CompiledGraph.of", List.of(() -> CompiledGraph.of(GRAPH)))
          .put(
              "Evaluator.evaluate",
              List.of(
                  () -> Evaluator.usual().evaluate(GRAPH),
                  () -> Evaluator.usual().evaluate(EVALUATION.compiled()),
                  () -> Evaluator.builder().nodeBudget(0).build().evaluate(GRAPH)))
          .put(
              "Evaluation.withoutReviewsOf",
              List.of(
                  () -> EVALUATION.withoutReviewsOf("c"),
                  () -> EVALUATION.withoutReviewsOf(Set.of("c"))))
          .put(
              "Evaluation.evaluatedAsOf",
              List.of(() -> EVALUATION.evaluatedAsOf(PartialDate.of(2020))))
          .put("Evaluation.withStatement", List.of(() -> EVALUATION.withStatement(LINE.id())))
          .put("Explanations.outline", List.of(() -> EXPLANATIONS.outline(STYLE)))
          .put("ReviewCheck.outline", List.of(() -> CHECK.outline(STYLE)))
          .put("Evaluation.judgementWhenSaid", List.of(() -> SAID.judgementWhenSaid("c")))
          .put("Evaluation.dependence", List.of(() -> EVALUATION.dependence("c")))
          .put(
              "JointChances.of",
              List.of(() -> EVALUATION
                  .jointChances()
                  .of(List.of(
                      JointChances.Condition.accepted("c"), JointChances.Condition.accepted("d")))))
          .put("Evaluation.dependents", List.of(() -> EVALUATION.dependents(Element.source("s0"))))
          .put(
              "Evaluation.verdictsWithout",
              List.of(() -> EVALUATION.verdictsWithout(List.of("s0", "s1"))))
          .put(
              "Scenario.evaluate",
              List.of(
                  () -> EVALUATION.whatIf().scenario().discredit("s0").evaluate(),
                  () -> EVALUATION
                      .whatIf()
                      .scenario()
                      .add("c0", Evidence.builder("s1").id("added").build())
                      .evaluate()))
          .put("JointChances.and", List.of(() -> CONJUNCTION.and(LINE)))
          .put("JointChances.andOneOf", List.of(() -> CONJUNCTION.andOneOf(List.of(LINE))))
          .put(
              "Dependence.beliefs",
              List.of(() -> EVALUATION.dependence("c").beliefs(List.of(Map.of(LINE, 0.0)))))
          .put(
              "Dependence.effects",
              List.of(() -> EVALUATION.dependence("c").effects(List.of(LINE), Label.SUPPORTED)))
          .put("Chains.best", List.of(() -> Chains.of(EVALUATION, "c").best(3)))
          .put(
              "Chains.iterator",
              List.of(() -> Chains.of(EVALUATION, "c").iterator().next()))
          .put(
              "Consequences.of",
              List.of(() -> Consequences.of(EVALUATION.whatIf().scenario().discredit("s0"))))
          .put("Explanation.of", List.of(() -> Explanation.of(EVALUATION, "c")))
          .put("Explanation.diagnoses", List.of(() -> Explanation.diagnoses(EVALUATION)))
          .put("Explanation.toText", List.of(() -> EXPLANATION.toText(STYLE)))
          .put("Explanation.toSummary", List.of(() -> EXPLANATION.toSummary(STYLE)))
          .put("Explanation.toMarkdown", List.of(() -> EXPLANATION.toMarkdown(STYLE)))
          .put("Explanations.of", List.of(() -> Explanations.of(EVALUATION, List.of("c", "d"))))
          .put("Explanations.toText", List.of(() -> EXPLANATIONS.toText(STYLE)))
          .put("Explanations.toMarkdown", List.of(() -> EXPLANATIONS.toMarkdown(STYLE)))
          .put(
              "ResultJson.write", List.of(() -> ResultJson.write(EXPLANATIONS, new StringWriter())))
          .put("Prose.outline", List.of(() -> EXPLANATION.outline(STYLE)))
          .put("Result.toJson", List.of(EXPLANATIONS::toJson, () -> EXPLANATIONS.toJson("zh")))
          .put("Chains.toText", List.of(() -> CHAINS.toText(STYLE)))
          .put("Chains.toMarkdown", List.of(() -> CHAINS.toMarkdown(STYLE)))
          .put(
              "Inspector.inspect",
              List.of(
                  () -> Inspector.usual().inspect(EVALUATION),
                  () -> Inspector.usual()
                      .inspect(READ.evaluation(), READ.document().orElseThrow())))
          .put("ClaimTrace.inspect", List.of(READ::inspect, () -> READ.inspect(Inspector.usual())))
          .put("ReviewCheck.of", List.of(() -> ReviewCheck.of(GRAPH, Evaluator.usual())))
          .put(
              "ReviewCheck.explain",
              List.of(() -> CHECK.explain(CHECK.comparisons().get(0))))
          .put(
              "Changes.between",
              List.of(
                  () -> Changes.between(EVALUATION, OTHERWISE),
                  () -> Changes.between(EVALUATION, OTHERWISE, 10)))
          .put(
              "VerdictChange.of",
              List.of(
                  () -> VerdictChange.of(EVALUATION, OTHERWISE, "d"),
                  () -> VerdictChange.of(EVALUATION, OTHERWISE, "d", 10)))
          .put("Contrast.of", List.of(() -> Contrast.of(EVALUATION, "c", Verdict.REFUTED)))
          .put(
              "Flips.of",
              List.of(
                  () -> Flips.of(EVALUATION, "c"),
                  () -> Flips.of(EVALUATION, "c", Verdict.REFUTED)))
          .put(
              "SourceInfluence.of",
              List.of(
                  () -> SourceInfluence.of(EVALUATION), () -> SourceInfluence.of(EVALUATION, "s0")))
          .put(
              "SourceDependence.of",
              List.of(
                  () -> SourceDependence.of(EVALUATION, "c"),
                  () -> SourceDependence.of(EVALUATION, "c", Limits.USUAL)))
          .put("History.of", List.of(() -> History.of(EVALUATION, "c")))
          .put("Pivots.of", List.of(() -> Pivots.of(EVALUATION, "c")))
          .put(
              "Sensitivity.of",
              List.of(
                  () -> Sensitivity.of(EVALUATION, "c"),
                  () -> Sensitivity.of(EVALUATION, "c", Verdict.REFUTED)))
          .put("ClaimGraph.build", List.of(() -> GRAPH.toBuilder().build()))
          .put(
              "ClaimJson.read",
              List.of(() -> ClaimJson.read(JSON), () -> ClaimJson.read(stream(JSON))))
          .put(
              "ClaimJson.readDocument",
              List.of(
                  () -> ClaimJson.readDocument(JSON, "graph.json"),
                  () -> ClaimJson.readDocument(stream(JSON), "graph.json")))
          .put("ClaimReader.read", List.of(() -> ClaimJson.reader().build().read(JSON)))
          .put(
              "ClaimReader.readDocument",
              List.of(() -> ClaimJson.reader().build().readDocument(JSON, "graph.json")))
          .buildOrThrow();

  /** Methods whose Javadoc says so in a sentence, of their own or of their class, or that implement an interface. */
  private static final Set<String> SAID_OTHERWISE = Set.of(
      "ClaimTrace.claims",
      "JointChances.and",
      "JointChances.andOneOf",
      "Chains.iterator",
      "ClaimJson.read",
      "ClaimJson.readDocument",
      "ClaimReader.read",
      "ClaimReader.readDocument");

  /**
   * Returns a graph with a claim that follows from forty others, each with a dated, uncertain source of its own, and with a
   * claim whose verdict changes by logic.
   */
  private static ClaimGraph graph() {
    ClaimGraph.Builder graph = ClaimGraph.builder("interrupted").title("Interrupted");
    Claim.Builder top = Claim.builder("c").text("c").review(Review.builder("s0", Verdict.REFUTED));
    for (int i = 0; i < 40; i++) {
      graph.source(Source.builder("s" + i)
          .title("s" + i)
          .reliability(.6 + i * .005)
          .published("20" + (10 + i)));
      graph.claim(Claim.builder("c" + i).text("c" + i).evidence(Evidence.builder("s" + i)));
      top.inference(Inference.builder("c" + i).id("step-" + i));
    }
    Claim.Builder doubted =
        Claim.builder("d").text("d").evidence(Evidence.builder("s0").strength(.7));
    return graph.claim(top).claim(doubted).build();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  static Set<String> documented() {
    Set<String> found = new TreeSet<>(SAID_OTHERWISE);
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        if (INSIDE.stream().anyMatch(room -> file.startsWith(SOURCES.resolve(room)))) {
          continue;
        }
        String name = file.getFileName().toString().replace(".java", "");
        Matcher method = DOCUMENTED.matcher(Files.readString(file));
        while (method.find()) {
          found.add(name + "." + method.group(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  @AfterEach
  void clear() {
    Thread.interrupted();
  }

  @Test
  void everyMethodThatIsDocumentedToStopIsCalled() {
    assertThat(documented()).isSubsetOf(CALLS.keySet()).hasSizeGreaterThan(25);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documented")
  void stopsAndLeavesTheThreadInterrupted(String entry) {
    for (ThrowingCallable call : CALLS.getOrDefault(entry, List.of())) {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(CancellationException.class)
          .as(entry)
          .isThrownBy(call)
          .withMessage("stopped: the thread was interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
