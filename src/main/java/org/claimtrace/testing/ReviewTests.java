package org.claimtrace.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.explanation.Style;
import org.claimtrace.json.ClaimDocument;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * JUnit tests of published verdicts: one for each claim with a review. A test fails if a published verdict does not follow from
 * the evidence, as {@code claimtrace check} does.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> publishedVerdictsFollowFromTheEvidence() {
 *   return ReviewTests.of(Path.of("claims"));
 * }
 * }</pre>
 *
 * <p>Stable.
 */
@SuppressWarnings("exports")
public final class ReviewTests {

  private final Evaluator evaluator;
  private boolean none = true;

  private ReviewTests(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * Returns tests of the claim files at a path, evaluated with every option at its default; see {@link #of(Path, Evaluator)}.
   */
  public static Stream<DynamicNode> of(Path path) {
    return of(path, Evaluator.usual());
  }

  /**
   * Returns tests of the claim files at a path.
   *
   * <p>For a file, these are one test for each claim with a review, in document order. For a folder, they are one container for
   * each regular file in it, at any depth, whose name ends in {@code .json} and which has such claims, sorted by path; hidden
   * files and folders are ignored. A test has the place of its claim as its source, so that a development environment can open
   * it.
   *
   * <p>A test fails, with the explanation of the derived verdict, if a published verdict is another. It is aborted if there is
   * nothing to check a published verdict against, so that it counts neither as passed nor as failed. A file that cannot be read
   * becomes one test that fails with all its problems, and a path without any claim with a review becomes one failing test.
   * Files are read at once; each is evaluated when its first test runs.
   *
   * @param path a claim file, or a folder of them
   * @param evaluator the evaluator, with the options to evaluate with
   */
  public static Stream<DynamicNode> of(Path path, Evaluator evaluator) {
    requireNonNull(path, "path");
    requireNonNull(evaluator, "evaluator");
    ReviewTests tests = new ReviewTests(evaluator);
    List<DynamicNode> nodes = new ArrayList<>();
    if (Files.isDirectory(path)) {
      for (Path file : files(path)) {
        ImmutableList<DynamicNode> ofFile = tests.ofFile(file);
        if (!ofFile.isEmpty()) {
          String name = path.relativize(file).toString().replace('\\', '/');
          nodes.add(DynamicContainer.dynamicContainer(name, file.toUri(), ofFile.stream()));
        }
      }
    } else {
      nodes.addAll(tests.ofFile(path));
    }
    if (tests.none) {
      nodes.add(
          failing(
              path.toString(),
              path.toUri(),
              path
                  + ": there is no claim with a review here, so nothing is checked. Name the file or the folder that has some."));
    }
    return nodes.stream();
  }

  private static ImmutableList<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !isHidden(folder.relativize(file)))
          .filter(file -> Files.isRegularFile(file) || Files.notExists(file))
          .sorted()
          .collect(toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHidden(Path path) {
    for (Path name : path) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private ImmutableList<DynamicNode> ofFile(Path file) {
    ClaimDocument document;
    try {
      document = ClaimJson.readDocument(file);
    } catch (ClaimGraphException e) {
      none = false;
      return ImmutableList.of(failing("is readable", file.toUri(), String.valueOf(e.getMessage())));
    }
    Supplier<ReviewCheck> check =
        Suppliers.memoize(() -> ReviewCheck.of(document.graph(), evaluator));
    ImmutableList.Builder<DynamicNode> tests = ImmutableList.builder();
    for (Claim claim : document.graph().claims()) {
      if (!claim.reviews().isEmpty()) {
        none = false;
        Place place = document.place(Element.claim(claim.id()));
        tests.add(DynamicTest.dynamicTest(
            claim.id(), uri(file, place), () -> check(check.get(), claim.id(), place)));
      }
    }
    return tests.build();
  }

  static URI uri(Path file, Place place) {
    URI uri = file.toUri();
    return place
        .position()
        .map(at -> URI.create(uri + "?line=" + at.line() + "&column=" + at.column()))
        .orElse(uri);
  }

  static DynamicTest failing(String name, @Nullable URI at, String message) {
    return DynamicTest.dynamicTest(name, at, () -> Assertions.fail(message));
  }

  private static void check(ReviewCheck check, String claim, Place place) {
    ImmutableList<Comparison> reviews = check.comparisons().stream()
        .filter(each -> each.claimId().equals(claim))
        .collect(toImmutableList());
    ImmutableList<Comparison> disagreeing =
        reviews.stream().filter(Comparison::disagrees).collect(toImmutableList());
    if (!disagreeing.isEmpty()) {
      String explanation = check.explain(disagreeing.get(0)).toText().stripTrailing();
      Assertions.fail(place + "\n" + sentences(check, disagreeing) + "\n\n" + explanation);
    }
    Optional<Comparison> checked =
        reviews.stream().filter(each -> each.derived().isPresent()).findFirst();
    Assumptions.assumeTrue(
        checked.isPresent(),
        () -> reviews.isEmpty()
            ? place + "\nNo review exists yet at the date of the evaluation."
            : place + "\n" + sentences(check, reviews));
  }

  private static String sentences(ReviewCheck check, ImmutableList<Comparison> comparisons) {
    return comparisons.stream()
        .map(each -> check.sentence(each, Style.usual()))
        .reduce((first, second) -> first + "\n" + second)
        .orElse("");
  }
}
