package org.claimtrace.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;

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
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * JUnit tests of published verdicts: one of every claim with a review, which fails where a published verdict does not follow from
 * the evidence. It does what {@code claimtrace check} does.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> publishedVerdictsFollowFromTheEvidence() {
 *   return ReviewTests.of(Path.of("claims"));
 * }
 * }</pre>
 */
@SuppressWarnings("exports")
public final class ReviewTests {

  private final Evaluator evaluator;
  private boolean none = true;

  private ReviewTests(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Makes tests of the claim files at a path, evaluated with every option at its default; see {@link #of(Path, Evaluator)}. */
  public static Stream<DynamicNode> of(Path path) {
    return of(path, Evaluator.usual());
  }

  /**
   * Makes tests of the claim files at a path: of a file, one test of every claim with a review, in document order; of a folder, a
   * container for every file in it that ends in {@code .json} and has such claims, at any depth, by name, hidden ones and what
   * is no regular file passed over. A test knows the place of its claim, to which a development environment leads.
   *
   * <p>A test fails with the explanation of the verdict that follows, where a published one is another. It is aborted where
   * there is nothing to check any published verdict against, so that it counts neither as passed nor as failed. A file that
   * cannot be read is one test that fails with everything that is wrong with it, and a path without a claim with a review
   * one test that fails for that. Files are read at once; each is evaluated when its first test runs.
   *
   * @param path a claim file, or a folder of them
   */
  public static Stream<DynamicNode> of(Path path, Evaluator evaluator) {
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

  private static URI uri(Path file, Place place) {
    URI uri = file.toUri();
    return place
        .position()
        .map(at -> URI.create(uri + "?line=" + at.line() + "&column=" + at.column()))
        .orElse(uri);
  }

  private static DynamicTest failing(String name, URI at, String message) {
    return DynamicTest.dynamicTest(name, at, () -> Assertions.fail(message));
  }

  private static void check(ReviewCheck check, String claim, Place place) {
    ImmutableList<Comparison> reviews = check.comparisons().stream()
        .filter(each -> each.claim().equals(claim))
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
