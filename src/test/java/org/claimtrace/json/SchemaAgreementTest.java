package org.claimtrace.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/**
 * Tests that the reader and the JSON Schema accept the same files, with the exceptions that are listed here, on randomly
 * mutated files.
 */
class SchemaAgreementTest {

  private static final Schema SCHEMA = schema();

  /** Problems that only the reader finds, each with the reason why the schema never does. */
  private static final ImmutableMap<ProblemCode, String> BEYOND_SCHEMA = ImmutableMap.of(
      ProblemCode.LINE_OF_ANOTHER_CLAIM, "a schema cannot look up an id",
      ProblemCode.SELF_CONTRADICTION, "a schema compares no value with a key",
      ProblemCode.SELF_DERIVATION, "a schema compares no value with a key",
      ProblemCode.SELF_OVERRIDE, "a schema compares no value with a key",
      ProblemCode.SELF_PART, "a schema compares no value with a key",
      ProblemCode.DUPLICATE_TAG, "a schema compares no keys with one another");

  /** Problems that the schema finds only in some cases, each with the reason. */
  private static final ImmutableMap<ProblemCode, String> PARTLY_BEYOND_SCHEMA =
      ImmutableMap.<ProblemCode, String>builder()
          .put(
              ProblemCode.REVIEWS_OUT_OF_ORDER,
              "a schema compares no dates, but sees that one is missing")
          .put(
              ProblemCode.UNKNOWN_CLAIM,
              "a schema cannot look up an id, but sees an ill-formed one")
          .put(
              ProblemCode.UNKNOWN_SOURCE,
              "a schema cannot look up an id, but sees an ill-formed one")
          .put(
              ProblemCode.UNKNOWN_LINE, "a schema cannot look up an id, but sees an ill-formed one")
          .put(
              ProblemCode.UNKNOWN_ELEMENT,
              "a schema cannot look up an id, but sees an ill-formed one")
          .put(
              ProblemCode.ID_NOT_NFC,
              "no pattern tells normalization forms apart; it may be ill-formed, too")
          .put(
              ProblemCode.GRADE_ROUNDED,
              "a schema knows of no rounding; it sees what is a little more than 1")
          .put(ProblemCode.NAME_TOO_LONG, "a schema counts no bytes; it may be ill-formed, too")
          .put(
              ProblemCode.NESTING_TOO_DEEP,
              "a schema does not look into members of the author's own")
          .put(ProblemCode.DUPLICATE_ID, "a schema finds only what is equal as a whole in one list")
          .put(
              ProblemCode.LINE_ID_NEEDED,
              "a schema counts inferences, and cannot compare the sources of evidence")
          .buildOrThrow();

  private static Schema schema() {
    try (InputStream stream = ClaimJson.schema().openStream()) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImmutableList<JsonTree> files() {
    return Stream.of(Corpus.files(Path.of("claims")), Corpus.valid(), Corpus.invalid())
        .flatMap(List::stream)
        .filter(file -> !Corpus.isUnreadable(file))
        .map(SchemaAgreementTest::tree)
        .collect(ImmutableList.toImmutableList());
  }

  private static JsonTree tree(Path file) {
    try {
      return JsonTree.of(Files.readString(file).replace("\uFEFF", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Describes a disagreement about a file for which no reason is listed; empty where there is none. */
  private static String difference(String json) {
    List<Problem> problems = problems(json);
    if (problems.stream()
        .anyMatch(problem -> problem.code() == ProblemCode.DUPLICATE_KEY
            || problem.code() == ProblemCode.NESTING_TOO_DEEP)) {
      // Of two members with one name, a validator sees only one, and it is not specified which;
      // where nesting is too deep,
      // nobody looks for a second one.
      return "";
    }
    List<Error> errors;
    try {
      errors = SCHEMA.validate(json, InputFormat.JSON);
    } catch (JacksonException e) {
      // Half a surrogate pair in a name is a syntax error for the validator's parser, as for the
      // reader's.
      return problems.stream().anyMatch(problem -> problem.code() == ProblemCode.LONE_SURROGATE)
          ? ""
          : "not a document for the validator (" + e.getOriginalMessage() + "): " + problems
              + "\n  " + json;
    }
    if (errors.isEmpty()) {
      return problems.stream()
              .allMatch(problem ->
                  isBeyondSchema(problem) || PARTLY_BEYOND_SCHEMA.containsKey(problem.code()))
          ? ""
          : "valid by schema, but rejected by the reader: " + problems + "\n  " + json;
    }
    return problems.stream().allMatch(SchemaAgreementTest::isBeyondSchema)
        ? "rejected by schema (" + errors.get(0).getInstanceLocation() + " "
            + errors.get(0).getKeyword() + "), but the reader reports: " + problems + "\n  " + json
        : "";
  }

  private static List<Problem> problems(String json) {
    try {
      ClaimJson.read(json);
      return List.of();
    } catch (ClaimGraphException e) {
      return e.problems();
    }
  }

  private static boolean isBeyondSchema(Problem problem) {
    return BEYOND_SCHEMA.containsKey(problem.code()) || isInsideOwnMember(problem);
  }

  /** Whether the problem is half a surrogate pair in an author's own member, whose value a schema does not examine. */
  private static boolean isInsideOwnMember(Problem problem) {
    return problem.code() == ProblemCode.LONE_SURROGATE
        && problem.place().pointer().contains("/_");
  }

  private static void agreeOn(int count, long seed) {
    ImmutableList<JsonTree> files = files();
    GraphMutator mutator = new GraphMutator(seed, files);
    SplittableRandom random = new SplittableRandom(seed);
    List<String> differences = new ArrayList<>();
    int read = 0;
    for (int i = 0; i < count; i++) {
      String json = mutator.mutant(files.get(random.nextInt(files.size()))).json();
      String difference = difference(json);
      if (!difference.isEmpty()) {
        differences.add("mutant " + i + ": " + difference);
      }
      read += problems(json).isEmpty() ? 1 : 0;
    }
    assertThat(differences).isEmpty();
    // Otherwise the mutants would show nothing, since both would reject all of them.
    assertThat(read).isGreaterThan(count / 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void agreeOnFiveHundredMutants(long seed) {
    agreeOn(500, seed);
  }

  @Tag("slow")
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {101, 102, 103, 104, 105, 106, 107, 108, 109, 110})
  void agreeOnTenThousandMutants(long seed) {
    agreeOn(10_000, seed);
  }
}
