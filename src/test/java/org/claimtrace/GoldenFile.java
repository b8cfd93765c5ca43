package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a reviewed text. With {@code -Dgolden.write=true} it is rewritten; read the differences before you commit them. */
public record GoldenFile(Path path) {

  /** Asserts that a text equals the content of the file. */
  public void holds(String text) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    }
    assertThat(text).isEqualTo(Files.readString(path));
  }
}
