package org.claimtrace.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFileTest {

  @TempDir
  private Path folder;

  @Test
  void isRemovedWhenItIsClosed() throws IOException {
    try (TemporaryFile file = TemporaryFile.beside(folder.resolve("f.json"))) {
      assertThat(folder).isEmptyDirectory();
      file.create(Files::createFile);
      assertThat(file.path()).exists().hasParent(folder);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void isRemovedWhenTheProcessEnds() throws IOException {
    try (TemporaryFile file = TemporaryFile.beside(folder.resolve("f.json"))) {
      file.create(Files::createFile);
      file.endWithTheProcess();
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void isNotCreatedOnceTheProcessEnds() throws IOException {
    try (TemporaryFile file = TemporaryFile.beside(folder.resolve("f.json"))) {
      file.endWithTheProcess();
      assertThatThrownBy(() -> file.create(Files::createFile))
          .isInstanceOf(IOException.class)
          .hasMessage("the process is about to end");
      assertThat(folder).isEmptyDirectory();
    }
  }
}
