package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text as it was read and found good. With {@code -Dgolden.write=true} it is written anew; read what has changed. */
public record GoldenFile(Path path) {

  /** Asserts that a text is, letter for letter, what the file holds. */
  public void holds(String text) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    }
    assertThat(text).isEqualTo(Files.readString(path));
  }
}
