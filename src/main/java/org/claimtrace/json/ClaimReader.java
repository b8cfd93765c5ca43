package org.claimtrace.json;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.io.InputStream;
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
 * Reads claim graphs within limits, each of which, exceeded, is a problem of its own kind. Immutable; used from any thread.
 *
 * <p>Reading takes time linear in the document, whatever stands in it, and less than linear space for what is wrong with it. It
 * hears an interrupt of its thread, which then stays interrupted: every method throws {@link
 * java.util.concurrent.CancellationException}.
 */
public final class ClaimReader {

  // No array of Java is longer.
  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  private final Limits limits;
  private final Parsers parsers;

  private ClaimReader(Limits limits) {
    this.limits = limits;
    this.parsers = new Parsers(limits);
  }

  /** Begins a reader with the usual limits. */
  public static Builder builder() {
    return new Builder();
  }

  /** As {@link ClaimJson#read(Path)}. */
  public ClaimGraph read(Path file) {
    return readDocument(file).graph();
  }

  /** As {@link ClaimJson#read(InputStream)}. */
  public ClaimGraph read(InputStream stream) {
    Optional<String> unnamed = Optional.empty();
    return read(JsonBytes.of(unnamed, bytes(stream, 0, unnamed))).graph();
  }

  /** As {@link ClaimJson#read(String)}. */
  public ClaimGraph read(String json) {
    Optional<String> unnamed = Optional.empty();
    return read(JsonBytes.of(unnamed, json)).graph();
  }

  /** As {@link ClaimJson#readDocument(Path)}. */
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

  /** As {@link ClaimJson#readDocument(InputStream, String)}. */
  public ClaimDocument readDocument(InputStream stream, String name) {
    return read(JsonBytes.of(Optional.of(name), bytes(stream, 0, Optional.of(name))));
  }

  /** As {@link ClaimJson#readDocument(String, String)}. */
  public ClaimDocument readDocument(String json, String name) {
    return read(JsonBytes.of(Optional.of(name), json));
  }

  private ClaimDocument read(JsonBytes text) {
    if (text.bytes().length > limits.fileBytes()) {
      throw tooLarge(text.name());
    }
    return GraphReader.read(text, limits, parsers);
  }

  /**
   * The bytes of a stream.
   *
   * @param expected how many there are if nothing else is known
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

  /** Builds a reader. Not for use by several threads. */
  public static final class Builder {

    private int maxDepth = 100;
    private int maxStringBytes = 16 << 20;
    private int maxNameBytes = 1 << 10;
    private long maxFileBytes = 2L << 30;

    private Builder() {}

    /**
     * How deep objects and lists may be nested, the graph itself counted; 100 unless said otherwise. A claim graph needs 8; an
     * author's own members may need more, and may themselves be 90 deep at most, whatever is said here.
     */
    public Builder maxDepth(int depth) {
      checkArgument(depth >= 1, "depth %s", depth);
      this.maxDepth = depth;
      return this;
    }

    /**
     * How many bytes of UTF-8 a string may have, escapes resolved, and the JSON text of an author's own member; 16 MiB unless
     * said otherwise.
     */
    public Builder maxStringBytes(int bytes) {
      checkArgument(bytes >= 1, "%s bytes", bytes);
      this.maxStringBytes = bytes;
      return this;
    }

    /** How many bytes of UTF-8 a member's name, and so an id, may have, escapes resolved; 1 KiB unless said otherwise. */
    public Builder maxNameBytes(int bytes) {
      checkArgument(bytes >= 1, "%s bytes", bytes);
      this.maxNameBytes = bytes;
      return this;
    }

    /** How many bytes a document may have; 2 GiB unless said otherwise, or the few bytes less that an array of Java can hold. */
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
