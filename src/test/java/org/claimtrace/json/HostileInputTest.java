package org.claimtrace.json;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.Problems;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes come in, a graph comes out or located problems do. */
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
  class AFileCutShort {

    @Test
    void isToldToBeSoAtEveryByte() throws IOException {
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
    void thatIsUtf16IsToldToBeSavedAsUtf8() {
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
    void thatBreaksOffIsToldAtItsPlaceAfterWhatWasFoundBefore() {
      byte[] bytes = claimWith(", \"kind\": \"fakt\", \"note\": \"x\"").getBytes(UTF_8);
      bytes[new String(bytes, UTF_8).indexOf("\"x\"") + 1] = (byte) 0xC3;
      assertThat(refusal(bytes).problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.UNKNOWN_WORD, ProblemCode.ENCODING);
    }
  }

  @Nested
  class WhatTheParserWouldLetPass {

    @Test
    void aNumberTooLargeForADouble() {
      assertThat(refusal(claimWith(", \"evidence\": [{\"source\": \"s\", \"strength\": 1e999}]")))
          .startsWith("hostile.json:1:")
          .contains("grade-out-of-range: strength is 1e999, and must lie between 0 and 1.");
    }

    @Test
    void aNumberThatRoundsToOne() {
      assertThat(refusal(claimWith(
              ", \"evidence\": [{\"source\": \"s\", \"strength\": 0.99999999999999999}]")))
          .contains("grade-rounded");
      assertThat(refusal(claimWith(", \"evidence\": [{\"source\": \"s\", \"strength\": 1e-400}]")))
          .contains("grade-rounded");
    }

    @Test
    void minusZeroIsZero() {
      ClaimGraph graph =
          ClaimJson.read(claimWith(", \"evidence\": [{\"source\": \"s\", \"strength\": -0}]"));
      assertThat(graph.claims().get(0).evidence().get(0).strength().value()).isEqualTo(0.0);
      assertThat(ClaimJson.write(graph)).contains("\"strength\": 0}");
    }

    @Test
    void halfASurrogatePair() {
      assertThat(refusal(claimWith(", \"note\": \"\\ud800\""))).contains("lone-surrogate");
    }

    @Test
    void aNulAndOtherControlCharacters() {
      assertThat(refusal(claimWith(", \"note\": \"a\\u0000b\"")))
          .contains("control-character")
          .contains("U+0000");
      assertThat(refusal(claimWith(", \"note\": \"a\\u0085b\"")))
          .contains("control-character")
          .contains("U+0085");
    }

    @Test
    void aKeyThatStandsTwice() {
      assertThat(refusal(claimWith(", \"text\": \"B\""))).contains("duplicate-key");
    }

    @Test
    void columnsCountCharactersAndNotBytes() {
      String line =
          "{\"id\": \"g\", \"title\": \"汉字😀\", \"claims\": {\"a\": {\"text\": \"A\", \"kind\": \"fakt\"}}}";
      assertThat(refusal(line))
          .startsWith(
              "hostile.json:1:" + (line.codePointCount(0, line.indexOf("\"fakt\"")) + 1) + " ");
    }
  }

  @Nested
  class AFlood {

    @Test
    void ofNestingIsToldAtItsDepth() {
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
    void ofUnknownIdsAmongManyIsToldQuickly() {
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
    void ofDigitsIsRefused() {
      String digits = "1".repeat(1_000_000);
      assertThat(refusal(
              claimWith(", \"evidence\": [{\"source\": \"s\", \"strength\": " + digits + "}]")))
          .contains("number-too-long");
    }

    @Test
    void ofCharactersInAStringIsRefusedAtTheLimit() {
      String json = claimWith(", \"note\": \"" + "x".repeat(1001) + "\"");
      assertThat(ClaimJson.reader().maxStringBytes(1001).build().read(json).claims())
          .hasSize(1);
      assertThat(catchThrowableOfType(
              ClaimGraphException.class,
              () -> ClaimJson.reader().maxStringBytes(1000).build().read(json)))
          .hasMessageContaining("string-too-long");
    }

    @Test
    void ofCharactersInANameIsRefusedAtTheLimit() {
      assertThat(refusal(claimWith(", \"_" + "x".repeat(1024) + "\": 1")))
          .contains("name-too-long");
    }

    @Test
    void ofBytesIsRefusedAtTheLimit() {
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
