package org.claimtrace.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RawArgumentsTest {

  private static byte[] commandLine(Charset charset, String... parts) {
    return (String.join("\0", parts) + "\0").getBytes(charset);
  }

  @Test
  void areRestoredIfJavaLostLetters() {
    assertThat(RawArguments.restore(
            List.of("evaluate", "??????.json", "--lang", "zh"),
            commandLine(UTF_8, "java", "-jar", "x.jar", "evaluate", "说法.json", "--lang", "zh")))
        .containsExactly("evaluate", "说法.json", "--lang", "zh");
  }

  @Test
  void mayBeEmpty() {
    assertThat(RawArguments.restore(List.of("?", ""), commandLine(UTF_8, "java", "X", "法", "")))
        .containsExactly("法", "");
    assertThat(RawArguments.restore(List.of())).isEmpty();
  }

  @Test
  void areUnchangedIfNothingWasLost() {
    assertThat(RawArguments.restore(List.of("evaluate", "a.json")))
        .containsExactly("evaluate", "a.json");
  }

  @Nested
  class AsJavaGaveThem {

    private final List<String> given = List.of("evaluate", "??.json");

    @Test
    void areUnchangedIfTheCommandLineDiffers() {
      assertThat(RawArguments.restore(given, commandLine(UTF_8, "java", "@arguments", "法.json")))
          .isEqualTo(given);
    }

    @Test
    void areUnchangedIfTheCommandLineHasFewer() {
      assertThat(RawArguments.restore(given, commandLine(UTF_8, "java"))).isEqualTo(given);
    }

    @Test
    void areUnchangedIfTheBytesAreNotUtf8() {
      assertThat(RawArguments.restore(given, commandLine(ISO_8859_1, "java", "evaluate", "é.json")))
          .isEqualTo(given);
    }
  }
}
