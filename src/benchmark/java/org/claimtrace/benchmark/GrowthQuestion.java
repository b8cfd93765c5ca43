package org.claimtrace.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.claimtrace.ClaimTrace;
import org.claimtrace.GraphFamily;
import org.claimtrace.change.Changes;
import org.claimtrace.change.History;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.Chains;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.explanation.Style;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.query.ClaimCondition;
import org.claimtrace.report.ResultJson;
import org.claimtrace.sensitivity.Sensitivity;
import org.claimtrace.sensitivity.SourceInfluence;

/**
 * What is asked of a claim file, with the text that answers it. Whatever an answer needs that is a question of its own, such as
 * the graph and its evaluation, is made before, anew for each, so that no answer is found where another one left it.
 */
enum GrowthQuestion {
  READ(file -> () -> {
    ClaimJson.read(text(file));
    return "";
  }),
  /** Every id is declared with a letter too many: every reference is a problem, and has something like it. */
  MISSPELT(file -> {
    String misspelt =
        Pattern.compile("(?m)^    \"([^\"]+)\":").matcher(text(file)).replaceAll("    \"$1x\":");
    return () -> {
      try {
        ClaimJson.read(misspelt);
        return "";
      } catch (ClaimGraphException e) {
        return String.valueOf(e.getMessage());
      }
    };
  }),
  WRITE(file -> {
    ClaimGraph graph = ClaimJson.read(text(file));
    return () -> ClaimJson.write(graph);
  }),
  EVALUATE(file -> {
    ClaimGraph graph = ClaimJson.read(text(file));
    return () -> ResultJson.write(evaluator().evaluate(graph));
  }),
  EXPLAIN(about((evaluation, claim) -> Explanation.of(evaluation, claim).toText(Style.usual()))),
  EXPLAIN_ALL(about((evaluation, claim) ->
      Explanation.of(evaluation, claim).toText(Style.builder().all(true).build()))),
  WHYNOT_SUPPORTED(about((evaluation, claim) -> whynot(evaluation, claim, Verdict.SUPPORTED))),
  WHYNOT_MISLEADING(about((evaluation, claim) -> whynot(evaluation, claim, Verdict.MISLEADING))),
  WHYNOT_REFUTED(about((evaluation, claim) -> whynot(evaluation, claim, Verdict.REFUTED))),
  WHYNOT_CONFLICTING(about((evaluation, claim) -> whynot(evaluation, claim, Verdict.CONFLICTING))),
  WHYNOT_UNVERIFIED(about((evaluation, claim) -> whynot(evaluation, claim, Verdict.UNVERIFIED))),
  TRACE(
      about((evaluation, claim) -> Chains.of(evaluation, claim).best(1000).toText(Style.usual()))),
  SENSITIVITY(
      about((evaluation, claim) -> Sensitivity.of(evaluation, claim).toText(Style.usual()))),
  RESTS_ON(about((evaluation, claim) -> SourceInfluence.of(evaluation).toText(Style.usual()))),
  /** Against the same graph with its first source discredited. */
  DIFF_ONE(file -> diff(file, Integer.MAX_VALUE)),
  /** Against the same graph with every fourth source discredited. */
  DIFF_MANY(file -> diff(file, 4)),
  HISTORY(about((evaluation, claim) -> History.of(evaluation, claim).toText(Style.usual()))),
  QUERY(about((evaluation, claim) -> query(evaluation))),
  CHECK(file -> {
    ClaimGraph graph = ClaimJson.read(text(file));
    return () -> check(graph);
  });

  /** Makes ready what a question needs of a claim file, and gives what then remains to be done. */
  private interface Asking {
    Callable<String> about(byte[] file);
  }

  private interface Answering {
    String answer(Evaluation evaluation, String claim);
  }

  private final Asking asking;

  GrowthQuestion(Asking asking) {
    this.asking = asking;
  }

  /** Makes ready what the question needs of a claim file: what is called then is all that is to be measured. */
  Callable<String> about(byte[] file) {
    return asking.about(file);
  }

  /** Whether it is asked of an evaluation, which is then made ready before. */
  boolean isAfterEvaluating() {
    return compareTo(EVALUATE) > 0 && this != CHECK;
  }

  /** In lower case, with hyphens. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** In one thread, the one that asks, whose processor time is then all that is spent. */
  private static Evaluator evaluator() {
    return Evaluator.builder().executor(Runnable::run).build();
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  private static Asking about(Answering answering) {
    return file -> {
      Evaluation evaluation = evaluator().evaluate(ClaimJson.read(text(file)));
      return () -> answering.answer(evaluation, GraphFamily.asked(evaluation.graph()));
    };
  }

  private static String whynot(Evaluation evaluation, String claim, Verdict other) {
    return evaluation.verdict(claim) == other
        ? ""
        : Contrast.of(evaluation, claim, other).toText(Style.usual());
  }

  private static Callable<String> diff(byte[] file, int step) {
    ClaimGraph graph = ClaimJson.read(text(file));
    List<Source> sources = new ArrayList<>(graph.sources());
    for (int i = 0; i < sources.size() && i >= 0; i += step) {
      sources.set(i, sources.get(i).toBuilder().reliability(0).build());
    }
    Evaluation before = evaluator().evaluate(graph);
    Evaluation after =
        evaluator().evaluate(graph.toBuilder().allSources(sources).build());
    return () -> Changes.between(before, after).toText(Style.usual());
  }

  /** Which claims rest on the first source, depend on the one that is asked about, or are as somebody who checks would find odd. */
  private static String query(Evaluation evaluation) {
    ClaimGraph graph = evaluation.graph();
    ClaimCondition condition = ClaimCondition.restsOn(graph.sources().get(0).id())
        .or(ClaimCondition.dependsOn(GraphFamily.asked(graph)))
        .or(ClaimCondition.diagnosis(
            Diagnosis.BROKEN_LEAP,
            Diagnosis.CIRCULAR,
            Diagnosis.STAND_OFF,
            Diagnosis.FALSE_PREMISE));
    StringBuilder found = new StringBuilder();
    ClaimTrace.of(evaluation)
        .findLeniently(condition)
        .forEach(each ->
            found.append(each.claimId()).append(": ").append(each.verdict()).append('\n'));
    return found.toString();
  }

  private static String check(ClaimGraph graph) {
    ReviewCheck check = ReviewCheck.of(graph, evaluator());
    StringBuilder told = new StringBuilder();
    for (Comparison comparison : check.comparisons()) {
      told.append(check.sentence(comparison, Style.usual())).append('\n');
      if (comparison.disagrees()) {
        told.append(check.explain(comparison).toSummary(Style.usual())).append('\n');
      }
    }
    return told.toString();
  }
}
