package org.claimtrace.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir
  private Path folder;

  private static void write(Path file, String text) throws IOException {
    AtomicFile.write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  @Nested
  class AFailure {

    @Test
    void halfwayLeavesTheFileAsItWasAndNothingBesideIt() throws IOException {
      Path file = Files.writeString(folder.resolve("f.json"), "before");
      assertThatThrownBy(() -> AtomicFile.write(file, stream -> {
            stream.write('x');
            throw new IOException("disk full");
          }))
          .hasMessage("disk full");
      assertThat(file).hasContent("before");
      assertThat(names()).containsExactly("f.json");
    }

    @Test
    void isADirectory() {
      assertThatThrownBy(() -> write(folder, "x"))
          .isInstanceOf(FileSystemException.class)
          .hasMessage(folder + ": this is a directory");
    }
  }

  @Nested
  @DisabledOnOs(OS.WINDOWS)
  class AFileWithPermissions {

    @Test
    void keepsThem() throws IOException {
      Path file = Files.writeString(folder.resolve("f.json"), "before");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
      write(file, "after");
      assertThat(file).hasContent("after");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-rw-r--");
    }

    @Test
    void getsTheUsualOnesIfItIsNew() throws IOException {
      Path usual = Files.writeString(folder.resolve("usual.json"), "x");
      Path file = folder.resolve("new.json");
      write(file, "x");
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(Files.getPosixFilePermissions(usual));
    }
  }

  @Nested
  @DisabledOnOs(OS.WINDOWS)
  class ALink {

    @Test
    void thatPointsToNothingYetPointsToTheFileThen() throws IOException {
      Files.createDirectory(folder.resolve("there"));
      Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("there", "f.json"));
      write(link, "x");
      assertThat(link).isSymbolicLink();
      assertThat(folder.resolve("there").resolve("f.json")).hasContent("x");
    }

    @Test
    void thatPointsToItselfIsRefused() throws IOException {
      Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
      assertThatThrownBy(() -> write(link, "x"))
          .isInstanceOf(FileSystemException.class)
          .hasMessage(link + ": too many symbolic links");
    }
  }
}
