package org.claimtrace.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
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

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void giveSomeTime(String limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClaimReader.builder().timeLimit(Duration.parse(limit)))
        .withMessage("a time limit of " + Duration.parse(limit));
  }
}
