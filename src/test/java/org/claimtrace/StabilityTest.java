package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public type says whether it is stable or experimental; {@code contributing.md} says what that means. */
class StabilityTest {

  private static final Pattern PUBLIC = Pattern.compile(
      "(?ms)^/\\*\\*((?:(?!\\*/).)*)\\*/\\s(?:@[^\\n]*\\n)*public (?:final |abstract |sealed |non-sealed )*(?:class|interface|record|enum) ");

  static Stream<Class<?>> types() {
    return PublicTypes.all().stream().filter(type -> type.getEnclosingClass() == null);
  }

  @ParameterizedTest
  @MethodSource("types")
  void saysWhetherItIsStable(Class<?> type) throws IOException {
    Matcher matcher = PUBLIC.matcher(Files.readString(PublicTypes.source(type)));

    assertThat(matcher.find()).as("a public type with a comment").isTrue();
    assertThat(matcher.group(1).replaceAll("(?s)<pre>.*?</pre>", ""))
        .containsPattern("\\b(Stable|Experimental)[.:]");
  }
}
