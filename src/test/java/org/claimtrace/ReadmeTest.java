package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.claimtrace.cli.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the samples of the README, and compares their output with it. */
class ReadmeTest {

  @TempDir
  private Path folder;

  private Samples samples = new Samples("");

  @BeforeEach
  void layOutTheClaimFile() throws IOException {
    samples = Samples.of(Path.of("README.md"));
    Files.writeString(folder.resolve("bridge.json"), blocks("json").get(0));
  }

  private List<String> blocks(String language) {
    return samples.blocks(language);
  }

  @Test
  void theJavaSampleHasTheOutputShown() throws Exception {
    Samples.compile("Bridge", blocks("java").get(0), folder);
    assertThat(Samples.run("Bridge", folder, folder)).isEqualTo(blocks("text").get(0));
  }

  @Test
  void theGraphThatIsBuiltHasTheVerdictsOfTheFile() throws Exception {
    Samples.compile("Built", blocks("java").get(1), folder);
    assertThat(Samples.run("Built", folder, folder)).isEqualTo(blocks("text").get(1));
    assertThat(ClaimTrace.open(folder.resolve("bridge.json")).verdicts() + "\n")
        .isEqualTo(blocks("text").get(1));
  }

  @Test
  void theCommandHasTheOutputShown() {
    String session = blocks("console").get(0);
    CommandRun run = CommandRun.of("evaluate", folder.resolve("bridge.json").toString());
    assertThat("$ claimtrace evaluate bridge.json\n" + run.out()).isEqualTo(session);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
  }

  @Test
  void theExplanationShownIsTheActualOne() {
    String session = blocks("console").get(1);
    CommandRun run = CommandRun.of("explain", "claims/gpt-4o-retro.json", "4o-rebuilt-as-4b-micro");
    assertThat("$ claimtrace explain claims/gpt-4o-retro.json 4o-rebuilt-as-4b-micro\n" + run.out())
        .isEqualTo(session);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
  }
}
