package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.claimtrace.cli.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows runs as it stands, and gives what it says. */
class ReadmeTest {

  @TempDir
  private Path folder;

  private String readme = "";

  @BeforeEach
  void layOutTheClaimFile() throws IOException {
    readme = Files.readString(Path.of("README.md"));
    Files.writeString(folder.resolve("bridge.json"), blocks("json").get(0));
  }

  private List<String> blocks(String language) {
    Matcher matcher = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(readme);
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }

  @Test
  void theJavaSampleGivesWhatIsShown() throws Exception {
    Path source =
        Files.writeString(folder.resolve("Bridge.java"), blocks("java").get(0));
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status = ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            messages,
            messages,
            "-cp",
            classPath,
            "-proc:none",
            "-d",
            folder.toString(),
            source.toString());
    assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
    Process java = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            folder + File.pathSeparator + classPath,
            "Bridge")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
    assertThat(new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(blocks("text").get(0));
    assertThat(java.waitFor()).isZero();
  }

  @Test
  void theCommandGivesWhatIsShown() {
    String session = blocks("console").get(0);
    CommandRun run = CommandRun.of("evaluate", folder.resolve("bridge.json").toString());
    assertThat("$ claimtrace evaluate bridge.json\n" + run.out()).isEqualTo(session);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
  }

  @Test
  void theExplanationIsTheOneThatIsGiven() {
    String session = blocks("console").get(1);
    CommandRun run = CommandRun.of("explain", "claims/gpt-4o-retro.json", "4o-rebuilt-as-4b-micro");
    assertThat("$ claimtrace explain claims/gpt-4o-retro.json 4o-rebuilt-as-4b-micro\n" + run.out())
        .isEqualTo(session);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
  }
}
