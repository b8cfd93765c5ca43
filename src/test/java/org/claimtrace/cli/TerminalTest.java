package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

  @ParameterizedTest(name = "COLUMNS={0}")
  @CsvSource({"100, 100", "1, 40", "0, 80", "000, 80", "wide, 80", "-5, 80", "99999, 80", "'', 80"})
  void isAsWideAsTheEnvironmentSays(String columns, int expected) {
    assertThat(Terminal.columns(Map.of("COLUMNS", columns), false)).isEqualTo(expected);
  }

  @Test
  void isEightyColumnsWideByDefault() {
    assertThat(Terminal.columns(Map.of(), false)).isEqualTo(80);
  }

  @Test
  void hasNoColourIfTheUserWantsNone() {
    assertThat(Terminal.mayColour(Map.of("TERM", "xterm"))).isTrue();
    assertThat(Terminal.mayColour(Map.of())).isTrue();
    assertThat(Terminal.mayColour(Map.of("NO_COLOR", ""))).isTrue();
    assertThat(Terminal.mayColour(Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(Terminal.mayColour(Map.of("TERM", "dumb"))).isFalse();
  }

  @Test
  void recognizesAClosedPipeByItsMessage() {
    assertThat(Terminal.isClosedPipe(new IOException("Broken pipe"))).isTrue();
    assertThat(Terminal.isClosedPipe(new IOException("The pipe is being closed")))
        .isTrue();
  }
}
