package org.claimtrace.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir
  private Path folder;

  private static void write(Path file, String text) throws IOException {
    AtomicFile.write(file, stream -> stream.write(text.getBytes(UTF_8)));
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  @Nested
  class AFailure {

    @Test
    void whileWritingLeavesTheFileAsItWasAndNoTemporaryFile() throws IOException {
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
    void toCreateTheNewFileNamesTheFileAndTheReason() {
      Path file = folder.resolve("f.json");
      assertThat(AtomicFile.notMade(
              file,
              new AccessDeniedException(folder.resolve(".claimtrace-1.tmp").toString())))
          .isInstanceOf(AccessDeniedException.class)
          .hasMessage(
              file + ": you may not write into its folder, where the new file is written first");
      assertThatThrownBy(() -> write(folder.resolve("none").resolve("f.json"), "x"))
          .isInstanceOf(NoSuchFileException.class)
          .hasMessage(folder.resolve("none").resolve("f.json") + ": its folder is not there");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void toWriteIntoAReadOnlyFolderNamesTheReason() throws IOException {
      Path file = Files.writeString(folder.resolve("f.json"), "before");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
      try {
        assumeFalse(Files.isWritable(folder), "whoever runs this may write everywhere");
        assertThatThrownBy(() -> write(file, "x"))
            .hasMessage(
                file + ": you may not write into its folder, where the new file is written first");
      } finally {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }

    @Test
    void isReportedForADirectory() {
      assertThatThrownBy(() -> write(folder, "x"))
          .isInstanceOf(FileSystemException.class)
          .hasMessage(folder + ": this is a directory");
    }
  }

  /** What somebody does to a file while its new content is being written. */
  @Nested
  class AConcurrentEdit {

    private static final String CHANGED =
        ": it was changed after it had been read, and what was saved then would be lost. Try again";

    private Path file;

    @BeforeEach
    void createAFile() throws IOException {
      file = Files.writeString(folder.resolve("f.json"), "before");
    }

    /** The concurrent edit. */
    private interface Edit {
      void save() throws IOException;
    }

    private void assertThatIsNotLost(Edit edit) {
      assertThatThrownBy(() -> AtomicFile.replace(file, "before".getBytes(UTF_8), stream -> {
            stream.write("after".getBytes(UTF_8));
            edit.save();
          }))
          .isInstanceOf(FileSystemException.class)
          .hasMessage(file + CHANGED);
    }

    @Test
    void ofTheContentIsNotLost() throws IOException {
      assertThatIsNotLost(() -> Files.writeString(file, "edited"));
      assertThat(file).hasContent("edited");
      assertThat(names()).containsExactly("f.json");
    }

    @Test
    void withTheSameSizeAndTimeIsNotLost() throws IOException {
      FileTime then = Files.getLastModifiedTime(file);
      assertThatIsNotLost(() -> {
        Files.writeString(file, "EDITED");
        Files.setLastModifiedTime(file, then);
      });
      assertThat(file).hasContent("EDITED");
    }

    @Test
    void byANewFileInItsPlaceIsNotLost() throws IOException {
      assertThatIsNotLost(() -> {
        Path beside = Files.writeString(folder.resolve("f.json~"), "edited");
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      });
      assertThat(file).hasContent("edited");
      assertThat(names()).containsExactly("f.json");
    }

    @Test
    void ofThePermissionsAloneIsNotLost() throws IOException {
      assumeTrue(FileState.knowsModes(file), "only a file with a mode");
      assertThatIsNotLost(
          () -> Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------")));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }

    @Test
    void thatDeletesTheFileIsNotUndone() throws IOException {
      assertThatIsNotLost(() -> Files.delete(file));
      assertThat(names()).isEmpty();
    }

    @Test
    void beforeTheWriteIsNotLost() throws IOException {
      Files.writeString(file, "edited");
      assertThatIsNotLost(() -> {});
      assertThat(file).hasContent("edited");
      Files.delete(file);
      assertThatIsNotLost(() -> {});
      assertThat(names()).isEmpty();
    }

    @Test
    void isTheOnlyThingThatPreventsAWrite() throws IOException {
      AtomicFile.replace(file, "before".getBytes(UTF_8), stream -> stream.write('x'));
      assertThat(file).hasContent("x");
      assertThat(names()).containsExactly("f.json");
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
    void keepsItsSetGroupId() throws IOException {
      Path file = Files.writeString(folder.resolve("f.json"), "before");
      assumeTrue(FileState.knowsModes(file), "only a file with a mode");
      Files.setAttribute(file, "unix:mode", 02664);
      write(file, "after");
      assertThat(FileState.mode(file) & 07777).isEqualTo(02664);
      assertThat(file).hasContent("after");
    }

    @Test
    void keepsItsExtendedAttributes() throws IOException {
      Path file = Files.writeString(folder.resolve("f.json"), "before");
      UserDefinedFileAttributeView old =
          Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
      assumeTrue(old != null, "only where files have extended attributes");
      try {
        old.write("reviewed-by", ByteBuffer.wrap("Ada".getBytes(UTF_8)));
      } catch (FileSystemException e) {
        assumeTrue(false, "this file system has no extended attributes");
      }
      write(file, "after");
      ByteBuffer value = ByteBuffer.allocate(8);
      Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
          .read("reviewed-by", value);
      assertThat(new String(value.array(), 0, value.position(), UTF_8)).isEqualTo("Ada");
      assertThat(file).hasContent("after");
    }

    @Test
    void getsTheDefaultPermissionsIfItIsNew() throws IOException {
      Path usual = Files.writeString(folder.resolve("usual.json"), "x");
      Path file = folder.resolve("new.json");
      write(file, "x");
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(Files.getPosixFilePermissions(usual));
    }
  }

  @Nested
  @DisabledOnOs(OS.WINDOWS)
  class AHardLink {

    @Test
    void isNotBroken() throws IOException {
      Path file = Files.writeString(folder.resolve("f.json"), "before");
      Path other = Files.createLink(folder.resolve("other.json"), file);
      assertThatThrownBy(() -> write(file, "after"))
          .isInstanceOf(FileSystemException.class)
          .hasMessage(
              file
                  + ": it has 2 names (hard links), and only this one would lead to the new text. Put a copy in its place first, or write to another file");
      assertThat(file).hasContent("before");
      assertThat(Files.isSameFile(file, other)).isTrue();
      assertThat(names()).containsExactlyInAnyOrder("f.json", "other.json");
    }
  }

  @Nested
  @DisabledOnOs(OS.WINDOWS)
  class APipe {

    /** Returns the output of a process that repeats its input, when a text is written to its standard input by name. */
    private String repeated(String text) throws IOException {
      Process cat = new ProcessBuilder("cat").start();
      try {
        // Like /dev/stdout, a link whose target, such as pipe:[123], is not the name of a file.
        Path input = Path.of("/proc", String.valueOf(cat.pid()), "fd", "0");
        assumeTrue(Files.exists(input), "only Linux names the pipes of a process");
        assertThat(input).isSymbolicLink();
        write(input, text);
        cat.getOutputStream().close();
        return new String(cat.getInputStream().readAllBytes(), UTF_8);
      } finally {
        cat.destroy();
      }
    }

    @Test
    void isWrittenToDirectly() throws IOException {
      assertThat(repeated("水")).isEqualTo("水");
    }

    @Test
    void isNotReplaced() {
      Path device = Path.of("/dev/null");
      assertThatThrownBy(() -> AtomicFile.replace(device, new byte[0], stream -> {}))
          .isInstanceOf(FileSystemException.class)
          .hasMessage("/dev/null: it is no regular file");
    }
  }

  @Nested
  @DisabledOnOs(OS.WINDOWS)
  class ALink {

    @Test
    void toAMissingFileLeadsToTheNewFile() throws IOException {
      Files.createDirectory(folder.resolve("there"));
      Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("there", "f.json"));
      write(link, "x");
      assertThat(link).isSymbolicLink();
      assertThat(folder.resolve("there").resolve("f.json")).hasContent("x");
    }

    @Test
    void toItselfIsRejected() throws IOException {
      Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
      assertThatThrownBy(() -> write(link, "x"))
          .isInstanceOf(FileSystemException.class)
          .hasMessage(link + ": too many symbolic links");
    }
  }
}
