package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public type says whether it is stable or experimental; {@code contributing.md} says what that means. */
class StabilityTest {

  private static final Path MAIN = Path.of("src/main/java");
  private static final Pattern EXPORT = Pattern.compile("(?m)^  exports ([\\w.]+);$");
  private static final Pattern PUBLIC = Pattern.compile(
      "(?ms)^/\\*\\*((?:(?!\\*/).)*)\\*/\\s(?:@[^\\n]*\\n)*public (?:final |abstract |sealed |non-sealed )*(?:class|interface|record|enum) ");

  static Stream<Path> publicTypes() throws IOException {
    List<Path> folders = EXPORT
        .matcher(Files.readString(MAIN.resolve("module-info.java")))
        .results()
        .map(result -> MAIN.resolve(String.join("/", Splitter.on('.').split(result.group(1)))))
        .toList();
    Stream.Builder<Path> files = Stream.builder();
    for (Path folder : folders) {
      try (Stream<Path> inside = Files.list(folder)) {
        for (Path file : inside.sorted().toList()) {
          if (file.toString().endsWith(".java")
              && Pattern.compile("(?m)^public ").matcher(Files.readString(file)).find()) {
            files.add(file);
          }
        }
      }
    }
    return files.build();
  }

  @ParameterizedTest
  @MethodSource("publicTypes")
  void saysWhetherItIsStable(Path file) throws IOException {
    Matcher matcher = PUBLIC.matcher(Files.readString(file));

    assertThat(matcher.find()).as("a public type with a comment").isTrue();
    assertThat(matcher.group(1)).containsPattern("\\b(Stable|Experimental)[.:]");
  }
}
