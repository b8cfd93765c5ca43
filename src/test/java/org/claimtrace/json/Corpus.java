package org.claimtrace.json;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The documents in the test resources: valid ones, and invalid ones that are named after their fault. */
final class Corpus {

  static final Path ROOT = Path.of("src/test/resources/org/claimtrace/json/corpus");

  private Corpus() {}

  static ImmutableList<Path> valid() {
    return files(ROOT.resolve("valid"));
  }

  static ImmutableList<Path> invalid() {
    return files(ROOT.resolve("invalid"));
  }

  /** Whether a document breaks a rule that a schema cannot express, or is not JSON. */
  static boolean isBeyondSchema(Path file) {
    return file.startsWith(ROOT.resolve("invalid/beyond-schema"));
  }

  static boolean isUnreadable(Path file) {
    return file.startsWith(ROOT.resolve("invalid/beyond-schema/unreadable"));
  }

  static ImmutableList<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
