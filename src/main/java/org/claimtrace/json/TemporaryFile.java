package org.claimtrace.json;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A file that exists only until it has taken another's place or been given up, and does not outlive the process: an interrupt or
 * a request to terminate removes it.
 */
final class TemporaryFile implements Closeable {

  /** What makes the file. */
  interface Creation {
    void create(Path file) throws IOException;
  }

  private final Path path;
  private final Thread atExit = new Thread(this::endWithTheProcess, "claimtrace-temporary-file");
  private boolean ended;

  private TemporaryFile(Path path) {
    this.path = path;
  }

  /**
   * Names a file in the folder of another; it does not exist yet.
   *
   * @throws IOException if the process is about to end
   */
  static TemporaryFile beside(Path file) throws IOException {
    // Not called after the file: where the locale is not UTF-8, Java cannot spell every file's
    // name.
    TemporaryFile temporary =
        new TemporaryFile(file.resolveSibling(".claimtrace-" + UUID.randomUUID() + ".tmp"));
    try {
      Runtime.getRuntime().addShutdownHook(temporary.atExit);
    } catch (IllegalStateException e) {
      throw processEnds();
    }
    return temporary;
  }

  Path path() {
    return path;
  }

  /**
   * Makes the file.
   *
   * @throws IOException if it cannot be made, or the process is about to end
   */
  synchronized void create(Creation creation) throws IOException {
    // Asked and made under one lock: what were made after the process had tidied up would stay.
    if (ended) {
      throw processEnds();
    }
    creation.create(path);
  }

  private static IOException processEnds() {
    return new IOException("the process is about to end");
  }

  /** What is done when the process ends. */
  synchronized void endWithTheProcess() {
    ended = true;
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // There is nobody left to tell.
      return;
    }
  }

  /** Removes the file, if it is still there. */
  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(path);
    } finally {
      forget();
    }
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending, and removes it once more in vain.
      return;
    }
  }
}
