package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.claimtrace.cli.CommandRun;
import org.claimtrace.testing.ClaimTraceAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the samples of the page on asking, and compares their output with the page. */
class AskingPageTest {

  @TempDir
  private Path folder;

  private Samples samples = new Samples("");

  @BeforeEach
  void read() throws IOException {
    samples = Samples.of(Path.of("src/site/markdown/asking.md"));
  }

  @Test
  void theJavaSampleHasTheOutputShown() throws Exception {
    Samples.compile("Ask", samples.blocks("java").get(0), folder);
    assertThat(Samples.run("Ask", folder, Path.of("").toAbsolutePath()))
        .isEqualTo(samples.blocks("text").get(0));
  }

  @Test
  void theTestsShownPass() throws Exception {
    Samples.compile("VerdictsTest", samples.blocks("java").get(1), folder);
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> type = loader.loadClass("VerdictsTest");
      invoke(type, "theStoryBreaksWhereItIsSaidToBreak");
      Stream<?> nodes = (Stream<?>) invoke(type, "publishedVerdictsFollowFromTheEvidence");
      assertThat(nodes.map(each -> ((DynamicNode) each).getDisplayName()))
          .containsExactly(
              "gpt-4o-retro.json",
              "mmr-and-autism.json",
              "vaccinated-covid-deaths.json",
              "worked-cases/a-review-that-was-overtaken.json");
    }
  }

  private static Object invoke(Class<?> type, String method) throws ReflectiveOperationException {
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Method found = type.getDeclaredMethod(method);
    found.setAccessible(true);
    return found.invoke(constructor.newInstance());
  }

  @Test
  void theFailureShownIsTheActualOne() {
    ClaimTrace trace = ClaimTrace.open(Path.of("claims/gpt-4o-retro.json"));
    Throwable failure = catchThrowable(() -> ClaimTraceAssertions.assertThat(trace)
        .verdictOf("4o-rebuilt-as-4b-micro")
        .doesNotRestOn("earlier-reports"));
    assertThat(failure).hasMessageStartingWith(samples.blocks("text").get(1));
  }

  @Test
  void theCommandHasTheOutputShown() {
    List<String> sessions = samples.blocks("console");
    CommandRun run =
        CommandRun.of("query", "claims", "--verdict", "refuted", "--rests-on", "earlier-reports");
    assertThat("$ claimtrace query claims --verdict refuted --rests-on earlier-reports\n"
            + run.out()
            + run.err())
        .isEqualTo(sessions.get(0));
    assertThat(run.status()).isZero();
    CommandRun chinese = CommandRun.of(
        "query", "claims", "--about", "Altman", "--not", "--verdict", "supported", "--lang", "zh");
    assertThat("$ claimtrace query claims --about Altman --not --verdict supported --lang zh\n"
            + chinese.out()
            + chinese.err())
        .isEqualTo(sessions.get(1));
  }
}
