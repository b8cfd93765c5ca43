package org.claimtrace.json;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.work.Cancellation;

/**
 * Reads claim graphs within limits; each limit that is exceeded is a problem with a code of its own. Immutable and safe to
 * share between threads.
 *
 * <p>Reading takes time linear in the document, whatever its content, and less than linear space for its problems. When the
 * thread is interrupted, every method throws a {@link java.util.concurrent.CancellationException} and leaves the thread
 * interrupted.
 */
public final class ClaimReader {

  // The length of the longest array.
  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  private final Limits limits;
  private final Parsers parsers;

  private ClaimReader(Limits limits) {
    this.limits = limits;
    this.parsers = new Parsers(limits);
  }

  /** Returns a builder of a reader with the default limits. */
  public static Builder builder() {
    return new Builder();
  }

  /** Reads a file as {@link ClaimJson#read(Path)} does. */
  public ClaimGraph read(Path file) {
    return readDocument(file).graph();
  }

  /** Reads a stream as {@link ClaimJson#read(InputStream)} does. */
  public ClaimGraph read(InputStream stream) {
    Optional<String> unnamed = Optional.empty();
    return read(JsonBytes.of(unnamed, bytes(stream, 0, unnamed))).graph();
  }

  /** Reads bytes as {@link ClaimJson#read(byte[])} does. */
  public ClaimGraph read(byte[] json) {
    return read(json, Optional.empty()).graph();
  }

  /** Reads characters as {@link ClaimJson#read(Reader)} does. */
  public ClaimGraph read(Reader reader) {
    Optional<String> unnamed = Optional.empty();
    return read(JsonBytes.of(unnamed, characters(reader, unnamed))).graph();
  }

  /** Reads JSON text as {@link ClaimJson#read(String)} does. */
  public ClaimGraph read(String json) {
    Optional<String> unnamed = Optional.empty();
    return read(JsonBytes.of(unnamed, json)).graph();
  }

  /** Reads a file as {@link ClaimJson#readDocument(Path)} does. */
  public ClaimDocument readDocument(Path file) {
    Optional<String> name = Optional.of(file.toString());
    if (Files.isDirectory(file)) {
      throw unreadable(name, "this is a directory", "Name a file in it.");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      long size = Files.isRegularFile(file) ? Files.size(file) : 0;
      if (size > limits.fileBytes()) {
        throw tooLarge(name);
      }
      return read(JsonBytes.of(name, bytes(stream, size, name)));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** Reads a stream as {@link ClaimJson#readDocument(InputStream, String)} does. */
  public ClaimDocument readDocument(InputStream stream, String name) {
    return read(JsonBytes.of(Optional.of(name), bytes(stream, 0, Optional.of(name))));
  }

  /** Reads bytes as {@link ClaimJson#readDocument(byte[], String)} does. */
  public ClaimDocument readDocument(byte[] json, String name) {
    return read(json, Optional.of(name));
  }

  /** Reads characters as {@link ClaimJson#readDocument(Reader, String)} does. */
  public ClaimDocument readDocument(Reader reader, String name) {
    return read(JsonBytes.of(Optional.of(name), characters(reader, Optional.of(name))));
  }

  /** Reads JSON text as {@link ClaimJson#readDocument(String, String)} does. */
  public ClaimDocument readDocument(String json, String name) {
    return read(JsonBytes.of(Optional.of(name), json));
  }

  private ClaimDocument read(byte[] json, Optional<String> name) {
    if (json.length > limits.fileBytes()) {
      throw tooLarge(name);
    }
    return read(JsonBytes.of(name, json.clone()));
  }

  private ClaimDocument read(JsonBytes text) {
    if (text.bytes().length > limits.fileBytes()) {
      throw tooLarge(text.name());
    }
    return GraphReader.read(text, limits, parsers);
  }

  /**
   * Reads the bytes of a stream.
   *
   * @param expected how many bytes there are, as far as is known
   */
  private byte[] bytes(InputStream stream, long expected, Optional<String> name) {
    int most = (int) Math.min(limits.fileBytes(), MOST_BYTES);
    try {
      byte[] bytes = stream.readNBytes((int) Math.min(expected, most));
      byte[] more = stream.readNBytes(Math.min(most, MOST_BYTES - 1) - bytes.length + 1);
      if (bytes.length + (long) more.length > most) {
        throw tooLarge(name);
      }
      return more.length == 0 ? bytes : bytes.length == 0 ? more : Bytes.concat(bytes, more);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** Reads all characters of a reader; more of them than bytes are allowed are too many, since none takes less than a byte. */
  private String characters(Reader reader, Optional<String> name) {
    int most = (int) Math.min(limits.fileBytes(), MOST_BYTES);
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[8192];
    try {
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        Cancellation.check();
        if (read > most - text.length()) {
          throw tooLarge(name);
        }
        text.append(buffer, 0, read);
      }
    } catch (IOException e) {
      throw unreadable(name, e);
    }
    return text.toString();
  }

  private ClaimGraphException tooLarge(Optional<String> name) {
    return atWhole(
        name,
        ProblemCode.FILE_TOO_LARGE,
        "the file has more than " + Math.min(limits.fileBytes(), MOST_BYTES)
            + " bytes, and no more are read",
        "Divide the graph.");
  }

  private static ClaimGraphException unreadable(Optional<String> name, IOException cause) {
    if (cause instanceof ClosedByInterruptException) {
      Cancellation.check();
    }
    ClaimGraphException problem = cause instanceof NoSuchFileException
        ? unreadable(name, "there is no such file", "Check its name and its folder.")
        : cause instanceof AccessDeniedException
            ? unreadable(name, "you may not read this file", "Change its permissions.")
            : unreadable(
                name,
                "the file cannot be read: " + cause.getMessage(),
                "Try again, or copy it elsewhere.");
    problem.initCause(cause);
    return problem;
  }

  private static ClaimGraphException unreadable(
      Optional<String> name, String message, String remedy) {
    return atWhole(name, ProblemCode.UNREADABLE, message, remedy);
  }

  private static ClaimGraphException atWhole(
      Optional<String> name, ProblemCode code, String message, String remedy) {
    Place whole = new Place(name, Optional.empty(), "");
    return new ClaimGraphException(ImmutableList.of(new Problem(code, whole, message, remedy)), 1);
  }

  /** Builds a reader. Mutable, for use by one thread. */
  public static final class Builder {

    private int maxDepth = 100;
    private int maxStringBytes = 16 << 20;
    private int maxNameBytes = 1 << 10;
    private long maxFileBytes = 2L << 30;

    private Builder() {}

    /**
     * Sets how deep objects and lists may be nested, the graph itself included, at least 1; the default is 100. A claim graph
     * needs 8. An author's own members may need more, but must not be nested more than 90 deep themselves, whatever this limit.
     */
    public Builder maxDepth(int depth) {
      checkArgument(depth >= 1, "depth %s", depth);
      this.maxDepth = depth;
      return this;
    }

    /**
     * Sets how many bytes of UTF-8 a string may have after its escapes are resolved, and how many the JSON text of an author's
     * own member may have, at least 1; the default is 16 MiB.
     */
    public Builder maxStringBytes(int bytes) {
      checkArgument(bytes >= 1, "%s bytes", bytes);
      this.maxStringBytes = bytes;
      return this;
    }

    /**
     * Sets how many bytes of UTF-8 a member's name, and so an id, may have after its escapes are resolved, at least 1; the
     * default is 1 KiB.
     */
    public Builder maxNameBytes(int bytes) {
      checkArgument(bytes >= 1, "%s bytes", bytes);
      this.maxNameBytes = bytes;
      return this;
    }

    /**
     * Sets how many bytes a document may have, at least 1; the default is 2 GiB, or the few bytes less that an array can hold.
     * Of text and of what a reader gives, its bytes as UTF-8 count.
     */
    public Builder maxFileBytes(long bytes) {
      checkArgument(bytes >= 1, "%s bytes", bytes);
      this.maxFileBytes = bytes;
      return this;
    }

    /** Builds the reader. */
    public ClaimReader build() {
      return new ClaimReader(new Limits(maxDepth, maxStringBytes, maxNameBytes, maxFileBytes));
    }
  }
}
