package org.claimtrace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs a program with only the library and the dependencies of its POM on the module path. */
class EmbeddingIT {

  private static final Path FLAGSHIP = Path.of("claims", "gpt-4o-retro.json").toAbsolutePath();
  private static final String MODULE_PATH = System.getProperty("claimtrace.library")
      + File.pathSeparator
      + System.getProperty("claimtrace.dependencies");

  private static final String WITH_LOWEST_GUAVA = Stream.of(MODULE_PATH.split(File.pathSeparator))
      .map(path -> Path.of(path).getFileName().toString().startsWith("guava-")
          ? System.getProperty("claimtrace.lowest.guava")
          : path)
      .collect(joining(File.pathSeparator));

  @TempDir
  private Path folder;

  private Path classes = Path.of("");

  @BeforeEach
  void layOut() {
    classes = folder.resolve("classes");
  }

  private String compile(String program) throws IOException {
    return compile(program, MODULE_PATH);
  }

  private String compile(String program, String modulePath) throws IOException {
    Path module = Files.writeString(
        folder.resolve("module-info.java"), "module newsroom { requires org.claimtrace; }");
    Files.createDirectories(folder.resolve("newsroom"));
    Path source = Files.writeString(folder.resolve("newsroom/Desk.java"), program);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            messages,
            messages,
            "-Xlint:all",
            "-proc:none",
            // The class path is empty, since that of the tests has the packages in the unnamed
            // module.
            "--class-path",
            Files.createDirectories(folder.resolve("nothing")).toString(),
            "--module-path",
            modulePath,
            "-d",
            classes.toString(),
            module.toString(),
            source.toString());
    return messages.toString(UTF_8);
  }

  private String run(String modulePath) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String coverage = System.getProperty("claimtrace.coverage", "");
    List<String> command = Stream.of(
            java,
            coverage,
            "--module-path",
            classes + File.pathSeparator + modulePath,
            "--module",
            "newsroom/newsroom.Desk",
            FLAGSHIP.toString())
        .filter(part -> !part.isEmpty())
        .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  @Test
  void readsEvaluatesAndWritesByPublicNamesAlone() throws IOException, InterruptedException {
    String messages = compile("""
        package newsroom;

        import java.nio.file.Path;
                import org.claimtrace.ClaimTrace;
                import org.claimtrace.evaluation.Evaluator;
        import org.claimtrace.evaluation.Standard;
        import org.claimtrace.json.ClaimJson;
        import org.claimtrace.model.Claim;
        import org.claimtrace.model.ClaimGraph;
        import org.claimtrace.problem.UnknownIdException;
        import org.claimtrace.query.ClaimCondition;
        import org.claimtrace.query.FoundClaim;
        import org.claimtrace.report.ResultJson;

        public final class Desk {
          public static void main(String[] arguments) {
            ClaimTrace trace = ClaimTrace.open(Path.of(arguments[0]));
            for (String thesis : trace.graph().thesis()) {
              System.out.println(thesis + " is " + trace.verdict(thesis));
            }
            try {
              trace.verdict("4o-hazardos");
            } catch (UnknownIdException e) {
              System.out.println(e.getMessage());
            }
            System.out.println(trace.find(ClaimCondition.restsOn("mit-tr-2025-01")).map(FoundClaim::claimId).toList());
            ClaimGraph graph = ClaimGraph.builder("sky").title("The sky").claim("blue", "It is blue").build();
            System.out.print(ClaimJson.write(graph));
            Evaluator strict = Evaluator.builder().standard(Standard.BEYOND_REASONABLE_DOUBT).build();
            System.out.print(ResultJson.write(ClaimTrace.of(graph, strict).evaluation()));
          }
        }
        """);
    assertThat(messages).isEmpty();
    String output = """
        4o-taken-to-extend-elite-lives is refuted
        no claim '4o-hazardos'. Did you mean '4o-hazardous'?
        [4b-micro-given-to-retro, hallman-on-proteins, collaboration-since-early-2024]
        {
          "id": "sky",
          "title": "The sky",
          "claims": {
            "blue": "It is blue"
          }
        }
        {
          "format": 1,
          "result": "evaluation",
          "graph": "sky",
          "method": "certain",
          "worlds": 1,
          "standard": "beyond-reasonable-doubt",
          "reviews": "evidence-first",
          "claims": {
            "blue": {"verdict": "unverified", "supported": 0, "refuted": 0, "conflicting": 0, "unverified": 1, "qualified": 0}
          }
        }
        """;
    assertThat(run(MODULE_PATH)).isEqualTo(output);
    assertThat(run(WITH_LOWEST_GUAVA)).isEqualTo(output);
  }

  /** The annotations are for whoever has a compiler that knows them. */
  @Test
  void compilesWithoutAWarningWhereTheAnnotationsOfOthersAreMissing() throws IOException {
    String less = Stream.of(MODULE_PATH.split(File.pathSeparator))
        .filter(jar -> !jar.contains("error_prone_annotations"))
        .collect(Collectors.joining(File.pathSeparator));
    assertThat(less).isNotEqualTo(MODULE_PATH);
    assertThat(compile("""
        package newsroom;

        import java.io.InputStream;
        import org.claimtrace.evaluation.Evaluation;
        import org.claimtrace.evaluation.Evaluator;
        import org.claimtrace.evaluation.Scenario;
        import org.claimtrace.json.ClaimReader;
        import org.claimtrace.json.Limits;
        import org.claimtrace.model.ClaimGraph;

        public final class Desk {
          static Evaluation without(InputStream upload, String source) {
            ClaimGraph graph = ClaimReader.of(Limits.untrusted()).read(upload);
            Evaluator.Builder builder = Evaluator.untrusted().toBuilder();
            builder.seed(1);
            Scenario scenario = builder.build().evaluate(graph).whatIf().scenario();
            return scenario.discredit(source).evaluate();
          }
        }
        """, less)).isEmpty();
  }

  @Test
  void cannotUsePackagesThatAreNotExported() throws IOException {
    assertThat(compile("""
        package newsroom;

        public final class Desk {
          public static void main(String[] arguments) {
            org.claimtrace.work.Cancellation.check();
          }
        }
        """))
        .contains("package org.claimtrace.work is not visible")
        .contains(
            "org.claimtrace.work is declared in module org.claimtrace, which does not export it");
  }
}
