package org.claimtrace.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.claimtrace.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

  @Test
  void areUsualOrForStrangersAndPrintThemselves() {
    assertThat(Limits.usual())
        .hasToString("depth=100, stringBytes=16777216, nameBytes=1024, fileBytes=2147483648");
    assertThat(Limits.untrusted())
        .hasToString(
            "depth=32, stringBytes=262144, nameBytes=256, fileBytes=4194304, timeLimit=PT10S");
    assertThat(ClaimReader.of(Limits.untrusted()))
        .hasToString("reader of claim graphs, " + Limits.untrusted());
  }

  @Test
  void areAValue() {
    Limits same = ClaimReader.builder(Limits.untrusted()).maxDepth(32).build().limits();
    assertThat(same).isEqualTo(Limits.untrusted()).hasSameHashCodeAs(Limits.untrusted());
    assertThat(Limits.untrusted()).isNotEqualTo(Limits.usual());
    assertThat(ClaimReader.builder().build().limits()).isEqualTo(Limits.usual());
  }

  @Test
  void areChangedOneByOneFromAPreset() {
    Limits limits = ClaimReader.builder(Limits.untrusted())
        .maxDepth(9)
        .maxStringBytes(8)
        .maxNameBytes(7)
        .maxFileBytes(6)
        .timeLimit(Duration.ofSeconds(5))
        .build()
        .limits();
    assertThat(limits.depth()).isEqualTo(9);
    assertThat(limits.stringBytes()).isEqualTo(8);
    assertThat(limits.nameBytes()).isEqualTo(7);
    assertThat(limits.fileBytes()).isEqualTo(6);
    assertThat(limits.timeLimit()).contains(Duration.ofSeconds(5));
  }

  @Test
  void forStrangersSufficeForThePublishedGraph() {
    ClaimReader reader = ClaimReader.of(Limits.untrusted());
    assertThat(reader.read(Path.of("claims", "gpt-4o-retro.json")).claims()).isNotEmpty();
  }

  @Test
  void forStrangersRefuseWhatIsTooLarge() {
    ClaimReader reader = ClaimReader.of(Limits.untrusted());
    assertThat(reader.problems(" ".repeat((4 << 20) + 1)).problems())
        .extracting(problem -> problem.code())
        .containsExactly(ProblemCode.FILE_TOO_LARGE);
    String words = "x".repeat((1 << 18) + 1);
    assertThat(reader
            .problems("{\"id\": \"g\", \"title\": \"G\", \"claims\": {\"a\": \"" + words + "\"}}")
            .problems())
        .extracting(problem -> problem.code())
        .containsExactly(ProblemCode.STRING_TOO_LONG);
  }

  /** A stream that gives a number of bytes, a few at a time, as a pipe does. */
  private static InputStream stream(int bytes) {
    return new InputStream() {
      private int left = bytes;

      @Override
      public int read() {
        return left-- > 0 ? ' ' : -1;
      }

      @Override
      public int read(byte[] into, int from, int length) {
        int read = Math.min(Math.min(length, 7), left);
        Arrays.fill(into, from, from + Math.max(0, read), (byte) ' ');
        left -= read;
        return read == 0 && length > 0 ? -1 : read;
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 99, 100})
  void ofTheLongestArrayAreMetByNoMoreBytes(int known) throws IOException {
    assertThat(ClaimReader.bytes(stream(100), known, 100))
        .hasValue(" ".repeat(100).getBytes(UTF_8));
    assertThat(ClaimReader.bytes(stream(99), Math.min(known, 99), 100))
        .hasValue(" ".repeat(99).getBytes(UTF_8));
    assertThat(ClaimReader.bytes(stream(101), known, 100)).isEmpty();
    assertThat(ClaimReader.bytes(stream(250), 250, 100)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void giveSomeTime(String limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClaimReader.builder().timeLimit(Duration.parse(limit)))
        .withMessage("a time limit of " + Duration.parse(limit));
  }
}
