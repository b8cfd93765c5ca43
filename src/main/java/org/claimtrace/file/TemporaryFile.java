package org.claimtrace.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A file that exists only until it is moved or closed, and does not outlive the process: it is removed when the process is
 * terminated.
 */
final class TemporaryFile implements Closeable {

  /** Creates the file. */
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
   * Chooses a name in the folder of another file; the temporary file does not exist yet.
   *
   * @throws IOException if the process is about to end
   */
  static TemporaryFile beside(Path file) throws IOException {
    // The name is not derived from the file's: where the locale is not UTF-8, Java cannot encode
    // every file name.
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
   * Creates the file.
   *
   * @throws IOException if the file cannot be created, or the process is about to end
   */
  synchronized void create(Creation creation) throws IOException {
    // Checked and created under one lock: a file created after the shutdown hook has run would
    // remain.
    if (ended) {
      throw processEnds();
    }
    creation.create(path);
  }

  private static IOException processEnds() {
    return new IOException("the process is about to end");
  }

  /** Removes the file when the process ends. */
  synchronized void endWithTheProcess() {
    ended = true;
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // The process is ending: nobody is left to report it to.
      return;
    }
  }

  /** Removes the file, if it still exists. */
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
      // The process is ending; the hook will find no file.
      return;
    }
  }
}
