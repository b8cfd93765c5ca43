package org.claimtrace.json;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.Problems;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that any input results either in a graph or in located problems. */
class HostileInputTest {

  private static byte[] everyMember() throws IOException {
    return Files.readAllBytes(Corpus.ROOT.resolve("valid/every-member.json"));
  }

  private static ClaimGraphException refusal(byte[] bytes) {
    return catchThrowableOfType(
        ClaimGraphException.class,
        () -> ClaimJson.readDocument(new ByteArrayInputStream(bytes), "hostile.json"));
  }

  private static String refusal(String json) {
    return refusal(json.getBytes(UTF_8)).getMessage();
  }

  private static String claimWith(String members) {
    return "{\"id\": \"g\", \"title\": \"t\", \"sources\": {\"s\": \"S\"}, \"claims\": {\"a\": {\"text\": \"A\""
        + members + "}}}";
  }

  @Nested
  class ATruncatedFile {

    @Test
    void isReportedAsTruncatedWhereverItEnds() throws IOException {
      byte[] whole = everyMember();
      int length = new String(whole, UTF_8).stripTrailing().getBytes(UTF_8).length;
      for (int end = 0; end < length; end++) {
        ClaimGraphException refused = refusal(Arrays.copyOf(whole, end));
        assertThat(refused).as("cut at byte %s", end).isNotNull();
        Problem last = refused.problems().get(refused.problems().size() - 1);
        assertThat(last.code())
            .as("cut at byte %s: %s", end, last)
            .isIn(ProblemCode.TRUNCATED, ProblemCode.SYNTAX, ProblemCode.ENCODING);
        assertThat(refused.problems())
            .as("cut at byte %s", end)
            .noneMatch(problem -> problem.code() == ProblemCode.UNKNOWN_SOURCE
                || problem.code() == ProblemCode.UNKNOWN_CLAIM);
      }
    }
  }

  @Nested
  class AFileWithFlippedBytes {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isAGraphOrHasLocatedProblems(long seed) throws IOException {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] whole = everyMember();
      int refusals = 0;
      for (int i = 0; i < 500; i++) {
        byte[] flipped = whole.clone();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
          flipped[random.nextInt(flipped.length)] = random.nextBoolean()
              ? (byte) random.nextInt(256)
              : (byte) "{}[]\",:\\0".charAt(random.nextInt(9));
        }
        try {
          ClaimGraph graph = ClaimJson.read(new ByteArrayInputStream(flipped));
          assertThat(ClaimJson.read(ClaimJson.write(graph))).isEqualTo(graph);
        } catch (ClaimGraphException e) {
          refusals++;
          assertThat(e.problems())
              .allSatisfy(problem -> assertThat(problem.place().position()).isPresent());
        }
      }
      assertThat(refusals).isBetween(100, 500);
    }
  }

  @Nested
  class AnEncoding {

    @Test
    void ofUtf16IsReportedWithTheRemedyToSaveAsUtf8() {
      String json = claimWith("");
      assertThat(refusal(json.getBytes(UTF_16LE)).getMessage())
          .contains("encoding")
          .containsIgnoringCase("save");
      assertThat(refusal(json.getBytes(UTF_16BE)).getMessage())
          .contains("encoding")
          .contains("UTF-8");
      assertThat(refusal(("\uFEFF" + json).getBytes(UTF_16BE)).problems()).hasSize(1);
    }

    @Test
    void withAByteOrderMarkIsRead() {
      assertThat(
              ClaimJson.read(new ByteArrayInputStream(("\uFEFF" + claimWith("")).getBytes(UTF_8))))
          .isEqualTo(ClaimJson.read(claimWith("")));
    }

    @Test
    void thatBecomesInvalidIsReportedAfterEarlierProblems() {
      byte[] bytes = claimWith(", \"kind\": \"fakt\", \"note\": \"x\"").getBytes(UTF_8);
      bytes[new String(bytes, UTF_8).indexOf("\"x\"") + 1] = (byte) 0xC3;
      assertThat(refusal(bytes).problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.UNKNOWN_WORD, ProblemCode.ENCODING);
    }
  }

  @Nested
  class ReportsWhatTheParserWouldAccept {

    @Test
    void forANumberTooLargeForADouble() {
      assertThat(refusal(claimWith(", \"evidence\": [{\"source\": \"s\", \"strength\": 1e999}]")))
          .startsWith("hostile.json:1:")
          .contains("grade-out-of-range: strength is 1e999, and must lie between 0 and 1.");
    }

    @Test
    void forANumberThatRoundsToZeroOrOne() {
      assertThat(refusal(claimWith(
              ", \"evidence\": [{\"source\": \"s\", \"strength\": 0.99999999999999999}]")))
          .contains("grade-rounded");
      assertThat(refusal(claimWith(", \"evidence\": [{\"source\": \"s\", \"strength\": 1e-400}]")))
          .contains("grade-rounded");
    }

    @Test
    void butReadsMinusZeroAsZero() {
      ClaimGraph graph =
          ClaimJson.read(claimWith(", \"evidence\": [{\"source\": \"s\", \"strength\": -0}]"));
      assertThat(graph.claims().get(0).evidence().get(0).strength().value()).isEqualTo(0.0);
      assertThat(ClaimJson.write(graph)).contains("\"strength\": 0}");
    }

    @Test
    void forHalfASurrogatePair() {
      assertThat(refusal(claimWith(", \"note\": \"\\ud800\""))).contains("lone-surrogate");
    }

    @Test
    void forANulAndOtherControlCharacters() {
      assertThat(refusal(claimWith(", \"note\": \"a\\u0000b\"")))
          .contains("control-character")
          .contains("U+0000");
      assertThat(refusal(claimWith(", \"note\": \"a\\u0085b\"")))
          .contains("control-character")
          .contains("U+0085");
    }

    @Test
    void forADuplicateKey() {
      assertThat(refusal(claimWith(", \"text\": \"B\""))).contains("duplicate-key");
    }

    @Test
    void atColumnsCountedInCharactersNotBytes() {
      String line =
          "{\"id\": \"g\", \"title\": \"汉字😀\", \"claims\": {\"a\": {\"text\": \"A\", \"kind\": \"fakt\"}}}";
      assertThat(refusal(line))
          .startsWith(
              "hostile.json:1:" + (line.codePointCount(0, line.indexOf("\"fakt\"")) + 1) + " ");
    }
  }

  @Nested
  class NamesWithEqualHashCodes {

    private static String claims(List<String> ids) {
      return "{\"id\": \"g\", \"title\": \"t\", \"claims\": {"
          + ids.stream().map(id -> '"' + id + "\": \"x\"").collect(Collectors.joining(", ")) + "}}";
    }

    private static ImmutableList<String> permutations(ImmutableList<String> names) {
      if (names.size() == 1) {
        return names;
      }
      return names.stream()
          .flatMap(first -> permutations(names.stream()
                  .filter(other -> !other.equals(first))
                  .collect(ImmutableList.toImmutableList()))
              .stream()
              .map(rest -> first + "-" + rest))
          .collect(ImmutableList.toImmutableList());
    }

    /** Jackson's table of names has spare slots for names that collide, and by default fails if these are too few. */
    @Test
    void areReadHoweverManyDocumentsCameBefore() {
      List<String> permuted = new ArrayList<>(
          permutations(ImmutableList.of("moon", "rain", "sun", "wind", "snow", "hail", "fog")));
      Random random = new Random(1);
      int read = 0;
      for (int round = 0; round < 330; round++) {
        Collections.shuffle(permuted, random);
        read += ClaimJson.read(claims(permuted.subList(0, 540))).claims().size() / 540;
        int start = round % 300;
        read += ClaimJson.read(claims(IntStream.range(0, 900)
                    .mapToObj(i -> "observation-x" + (100 + start + i % 10) + "y00" + i / 10 % 10
                        + "z00" + i / 100)
                    .toList()))
                .claims()
                .size()
            / 900;
      }
      assertThat(read).isEqualTo(660);
    }

    /** For names of this length, the table adds up all bytes but the first twelve; these collide whatever its seed. */
    @Test
    void areReadEvenIfTheyWereChosenToCollide() {
      List<String> ids = new ArrayList<>();
      for (char a = 'a'; a <= 'z'; a++) {
        for (char b = 'a'; b <= 'z'; b++) {
          for (char c = 'a'; c <= 'e'; c++) {
            ids.add("twelve-bytesxx" + c + a + "xx" + (char) ('e' - c + 'a')
                + (char) ('z' - a + 'a') + "yyy" + b + "yyy" + (char) ('z' - b + 'a'));
          }
        }
      }
      assertThat(ClaimJson.read(claims(ids)).claims()).hasSize(3380);
      ClaimGraphException refused = refusal(claims(ids).replace("\"x\"}", "1}").getBytes(UTF_8));
      assertThat(refused.problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.WRONG_TYPE);
    }
  }

  @Nested
  class AnInterrupt {

    private static String manyClaims() {
      return IntStream.range(0, 20_000)
          .mapToObj(i -> "\"c" + i + "\": \"x\"")
          .collect(
              Collectors.joining(", ", "{\"id\": \"g\", \"title\": \"t\", \"claims\": {", "}}"));
    }

    private static void isNoticed(ThrowingCallable reading) {
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(reading)
            .isInstanceOf(CancellationException.class)
            .hasMessage("stopped: the thread was interrupted");
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
    }

    @Test
    void endsTheReadingOfAText() {
      isNoticed(() -> ClaimJson.read(manyClaims()));
    }

    @Test
    void endsTheReadingOfAFile(@TempDir Path folder) throws IOException {
      Path file = folder.resolve("g.json");
      Files.writeString(file, manyClaims());
      isNoticed(() -> ClaimJson.read(file));
    }

    @Test
    void endsTheReadingOfAnAuthorsOwnMember() {
      isNoticed(() -> ClaimJson.read(claimWith(", \"_x\": [" + "1,".repeat(20_000) + "1]")));
    }

    @Test
    void endsTheBuildingOfAGraph() {
      ClaimGraph.Builder graph = ClaimJson.read(manyClaims()).toBuilder();
      isNoticed(graph::build);
    }
  }

  @Nested
  class AFlood {

    @Test
    void ofProblemsWithLongPointersIsKeptUpToALimitOfCharacters() {
      String id = "c".repeat(1000);
      ClaimGraphException refused = refusal(("{\"id\": \"g\", \"title\": \"t\", \"claims\": {\""
              + id + "\": {\"text\": \"x\", \"evidence\": [" + "1,".repeat(99_999) + "1]}}}")
          .getBytes(UTF_8));
      assertThat(refused.count()).isEqualTo(100_000);
      assertThat(refused.problems()).hasSizeBetween(5_000, 8_000);
    }

    @Test
    void ofUnknownLinesOfAClaimWithLongIdsIsReportedBriefly() {
      String id = "c".repeat(1000);
      String overrides = IntStream.range(0, 1000)
          .mapToObj(i -> "\"no-such-line-" + i + '"')
          .collect(Collectors.joining(", "));
      ClaimGraphException refused =
          refusal(("{\"id\": \"g\", \"title\": \"t\", \"sources\": {\"" + id
                  + "\": \"S\", \"t\": \"T\"}, \"claims\": {\"" + id
                  + "\": {\"text\": \"x\", \"evidence\": [\"t\", {\"source\": \"" + id
                  + "\", \"overrides\": ["
                  + overrides + "]}]}}}")
              .getBytes(UTF_8));
      assertThat(refused.count()).isEqualTo(1000);
      assertThat(refused.problems().get(0).remedy())
          .isEqualTo("Name another line of the same claim: " + id + "/evidence/t.");
    }

    @Test
    void ofLongSimilarIdsGetsNoSuggestionsOnceTheBudgetIsUsedUp() {
      String id = "x".repeat(900);
      StringBuilder json = new StringBuilder("{\"id\": \"g\", \"title\": \"t\", \"claims\": {");
      for (int i = 100; i < 400; i++) {
        json.append('"')
            .append(id)
            .append(i)
            .append("\": {\"text\": \"x\", \"contradicts\": [\"")
            .append(id)
            .append(i)
            .append("y\"]}, ");
      }
      ClaimGraphException refused =
          refusal(json.append("\"last\": \"x\"}}").toString().getBytes(UTF_8));
      List<Boolean> suggested = refused.problems().stream()
          .map(problem -> problem.remedy().startsWith("Did you mean"))
          .toList();
      assertThat(refused.problems().get(0).remedy()).isEqualTo("Did you mean '" + id + "100'?");
      assertThat(suggested)
          .hasSize(300)
          .contains(true, false)
          .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void ofNestingIsReportedAtTheLimit() {
      assertThat(refusal(claimWith(", \"_x\": " + "[".repeat(1_000_000))))
          .contains("nesting-too-deep");
    }

    @Test
    void ofDuplicateKeysIsCounted() {
      ClaimGraphException refused = refusal(("{\"id\": \"g\", \"title\": \"t\", \"claims\": {"
              + "\"a\": \"A\", ".repeat(999_999) + "\"a\": \"A\"}}")
          .getBytes(UTF_8));
      assertThat(refused.count()).isEqualTo(999_999);
      assertThat(refused.problems()).hasSize(Problems.KEPT);
      assertThat(refused.getMessage()).endsWith("\n… and 999899 more problems");
    }

    @Test
    void ofUnknownIdsAmongManyGetsSuggestions() {
      StringBuilder json = new StringBuilder("{\"id\": \"g\", \"title\": \"t\", \"claims\": {");
      for (int i = 0; i < 30_000; i++) {
        json.append("\"claim-")
            .append(i)
            .append("\": {\"text\": \"x\", \"inferences\": [{\"premises\": [\"claym-")
            .append(i)
            .append("\"]}]}, ");
      }
      ClaimGraphException refused =
          refusal(json.append("\"last\": \"x\"}}").toString().getBytes(UTF_8));
      assertThat(refused.count()).isEqualTo(30_000);
      assertThat(refused.problems().get(0).remedy()).isEqualTo("Did you mean 'claim-0'?");
    }

    @Test
    void ofDigitsIsRejected() {
      String digits = "1".repeat(1_000_000);
      assertThat(refusal(
              claimWith(", \"evidence\": [{\"source\": \"s\", \"strength\": " + digits + "}]")))
          .contains("number-too-long");
    }

    @Test
    void ofCharactersInAStringIsRejectedAtTheLimit() {
      String json = claimWith(", \"note\": \"" + "x".repeat(1001) + "\"");
      assertThat(ClaimJson.reader().maxStringBytes(1001).build().read(json).claims())
          .hasSize(1);
      assertThat(catchThrowableOfType(
              ClaimGraphException.class,
              () -> ClaimJson.reader().maxStringBytes(1000).build().read(json)))
          .hasMessageContaining("string-too-long");
    }

    @Test
    void ofCharactersInANameIsRejectedAtTheLimit() {
      assertThat(refusal(claimWith(", \"_" + "x".repeat(1024) + "\": 1")))
          .contains("name-too-long");
    }

    @Test
    void ofBytesIsRejectedAtTheLimit() {
      String json = claimWith("");
      assertThat(
              ClaimJson.reader().maxFileBytes(json.length()).build().read(json).claims())
          .hasSize(1);
      assertThat(catchThrowableOfType(
              ClaimGraphException.class,
              () -> ClaimJson.reader().maxFileBytes(json.length() - 1).build().read(json)))
          .hasMessageContaining("file-too-large");
    }
  }
}
