package org.claimtrace.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.claimtrace.json.ClaimJson;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reading a file of claims, beside walking the same file's tokens and fetching every name and string. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(5)
@Warmup(iterations = 10)
@Measurement(iterations = 11)
public class ReadBenchmark {

  @Param("100000")
  public int claims;

  private final JsonFactory factory = new JsonFactory();
  private Path file;

  @Setup
  public void write() throws IOException {
    file = Files.createTempFile("realistic", ".json");
    ClaimJson.write(RealisticGraphs.of(claims, 1), file);
    System.out.println("a file of " + Files.size(file) / 1_000_000 + " MB");
  }

  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  @Benchmark
  public void read(Turns turns, Blackhole hole) {
    turns.take(hole, () -> ClaimJson.read(file), this::walk);
  }

  /** The sum makes use of what is fetched. */
  private long walk() {
    long sum = 0;
    try (JsonParser parser =
        factory.createParser(ObjectReadContext.empty(), Files.readAllBytes(file))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME) {
          sum += parser.currentName().length();
        } else if (token == JsonToken.VALUE_STRING) {
          sum += parser.getString().length();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum;
  }
}
