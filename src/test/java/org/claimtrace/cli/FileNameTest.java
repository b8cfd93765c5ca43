package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a.json", "a b.json", "a?b.json", "a#b.json", "a%20b.json", "a+b;c=d.json"})
  void isAlsoFoundByItsBytes(String name, @TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    assertThat(Files.isSameFile(FileName.byBytes(file.toString()), file)).isTrue();
    assertThat(FileName.last(file)).isEqualTo(name);
  }

  @Test
  void isFoundByItsBytesFromTheWorkingFolder() throws IOException {
    assertThat(Files.isSameFile(FileName.byBytes("pom.xml"), Path.of("pom.xml")))
        .isTrue();
  }

  @Test
  void cannotHoldANul() {
    assertThat(FileName.path("a\0b")).isEmpty();
    assertThat(FileName.path("a.json")).contains(Path.of("a.json"));
  }

  @Test
  void ofTheRootIsTheRoot() {
    assertThat(FileName.last(Path.of("/"))).isEqualTo("/");
  }
}
