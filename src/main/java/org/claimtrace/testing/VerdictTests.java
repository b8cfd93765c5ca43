package org.claimtrace.testing;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.json.ClaimDocument;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.UnknownIdException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * JUnit tests of a table of expected verdicts: one for each claim in it.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> theArticleStands() {
 *   return VerdictTests.of(
 *       Path.of("claims/earth.json"),
 *       Map.of("flat-earth", Verdict.REFUTED, "round-earth", Verdict.SUPPORTED));
 * }
 * }</pre>
 *
 * <p>Stable.
 */
@SuppressWarnings("exports")
public final class VerdictTests {

  private VerdictTests() {}

  /**
   * Returns tests of the verdicts in a claim file, evaluated with every option at its default; see {@link #of(Path, Evaluator, Map)}.
   */
  public static Stream<DynamicNode> of(Path file, Map<String, Verdict> expected) {
    return of(file, Evaluator.usual(), expected);
  }

  /**
   * Returns tests of the verdicts in a claim file.
   *
   * <p>There is one test for each claim of the table, in the order of the table, such as {@code flat-earth is refuted}. It has the
   * place of its claim as its source, so that a development environment can open it. A test fails, with the explanation of the claim,
   * if the verdict is another, and if there is no such claim. A file that cannot be read becomes one test that fails with all its
   * problems, and an empty table one failing test. The file is read at once, and evaluated when the first test runs.
   *
   * @param file a claim file
   * @param evaluator the evaluator, with the options to evaluate with
   * @param expected the verdicts by the ids of their claims; other claims may have any verdict
   */
  public static Stream<DynamicNode> of(
      Path file, Evaluator evaluator, Map<String, Verdict> expected) {
    requireNonNull(file, "file");
    requireNonNull(evaluator, "evaluator");
    requireNonNull(expected, "expected");
    ClaimDocument document;
    try {
      document = ClaimJson.readDocument(file);
    } catch (ClaimGraphException e) {
      return Stream.of(
          ReviewTests.failing("is readable", file.toUri(), String.valueOf(e.getMessage())));
    }
    Supplier<ClaimTrace> trace =
        Suppliers.memoize(() -> ClaimTrace.of(document.graph(), evaluator));
    return tests(
        trace,
        expected,
        claim -> document.graph().findClaim(claim).isPresent()
            ? ReviewTests.uri(file, document.place(Element.claim(claim)))
            : file.toUri());
  }

  /**
   * Returns tests of the verdicts in a trace, as {@link #of(Path, Evaluator, Map)} does, but without a source.
   *
   * @param expected the verdicts by the ids of their claims; other claims may have any verdict
   */
  public static Stream<DynamicNode> of(ClaimTrace trace, Map<String, Verdict> expected) {
    requireNonNull(trace, "trace");
    requireNonNull(expected, "expected");
    return tests(() -> trace, expected, claim -> null);
  }

  private static Stream<DynamicNode> tests(
      Supplier<ClaimTrace> trace,
      Map<String, Verdict> expected,
      Function<String, @Nullable URI> place) {
    ImmutableMap<String, Verdict> table = ImmutableMap.copyOf(expected);
    if (table.isEmpty()) {
      return Stream.of(ReviewTests.failing(
          "expects some verdict", null, "No verdict is expected, so nothing is checked."));
    }
    return table.entrySet().stream().map(each -> {
      String claim = each.getKey();
      return DynamicTest.dynamicTest(
          claim + " is " + each.getValue(),
          place.apply(claim),
          () -> check(trace.get(), claim, each.getValue()));
    });
  }

  private static void check(ClaimTrace trace, String claim, Verdict expected) {
    try {
      new EvaluationAssert(trace.evaluation()).verdictOf(claim).hasVerdict(expected);
    } catch (UnknownIdException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
