package org.claimtrace.json;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Bytes;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.claimtrace.file.AtomicFile;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.FoundProblems;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.TimeLimitException;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.Cancellation;

/**
 * Reads claim graphs within limits; each limit that is exceeded is a problem with a code of its own. Immutable and safe to
 * share between threads.
 *
 * <p>Reading takes time linear in the document, whatever its content, and less than linear space for its problems. When the
 * thread is interrupted, every method throws a {@link java.util.concurrent.CancellationException} and leaves the thread
 * interrupted; when the time limit is up, a {@link TimeLimitException}.
 *
 * <p>Stable.
 */
@CheckReturnValue
@SuppressWarnings("exports")
public final class ClaimReader implements WithoutJson {

  // The length of the longest array.
  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  /** How often a document is read again to find what the changes before have brought to light. */
  private static final int MOST_ROUNDS = 20;

  /** How many commas before the end of an object or a list are removed; each is the only fault that can be found at a time. */
  private static final int MOST_COMMAS = 100;

  private final Limits limits;
  private final Parsers parsers;

  private ClaimReader(Limits limits) {
    this.limits = limits;
    this.parsers = new Parsers(limits);
  }

  /** Returns a reader with these limits. */
  public static ClaimReader of(Limits limits) {
    return new ClaimReader(requireNonNull(limits, "limits"));
  }

  /** Returns a builder of a reader with the default limits. */
  public static Builder builder() {
    return builder(Limits.usual());
  }

  /** Returns a builder of a reader with these limits, each of which can be changed. */
  public static Builder builder(Limits limits) {
    return new Builder(requireNonNull(limits, "limits"));
  }

  /** Returns the limits. */
  public Limits limits() {
    return limits;
  }

  /** Returns the limits, in words for a log. */
  @Override
  public String toString() {
    return "reader of claim graphs, " + limits;
  }

  /**
   * Reads a file as {@link ClaimJson#read(Path)} does.
   *
   * @throws ClaimGraphException with all problems of the document, one of a limit that is exceeded included, also if the file cannot be read
   * @throws TimeLimitException if the time limit is up
   */
  public ClaimGraph read(Path file) {
    return readDocument(file).graph();
  }

  /**
   * Reads a stream as {@link ClaimJson#read(InputStream)} does.
   *
   * @throws ClaimGraphException with all problems of the document, one of a limit that is exceeded included
   * @throws UncheckedIOException if the stream throws an IOException, which is its cause
   * @throws TimeLimitException if the time limit is up
   */
  public ClaimGraph read(InputStream stream) {
    return readStream(stream, Optional.empty()).graph();
  }

  /**
   * Reads bytes as {@link ClaimJson#read(byte[])} does.
   *
   * @throws ClaimGraphException with all problems of the document, one of a limit that is exceeded included
   * @throws TimeLimitException if the time limit is up
   */
  public ClaimGraph read(byte[] json) {
    return readBytes(json, Optional.empty()).graph();
  }

  /**
   * Reads characters as {@link ClaimJson#read(Reader)} does.
   *
   * @throws ClaimGraphException with all problems of the document, one of a limit that is exceeded included
   * @throws UncheckedIOException if the reader throws an IOException, which is its cause
   * @throws TimeLimitException if the time limit is up
   */
  public ClaimGraph read(Reader reader) {
    return readCharacters(reader, Optional.empty()).graph();
  }

  /**
   * Reads JSON text as {@link ClaimJson#read(String)} does.
   *
   * @throws ClaimGraphException with all problems of the document, one of a limit that is exceeded included
   * @throws TimeLimitException if the time limit is up
   */
  public ClaimGraph read(String json) {
    return readText(json, Optional.empty()).graph();
  }

  /**
   * Reads JSON text of a document with a name, which places have.
   *
   * @throws ClaimGraphException with all problems of the document, one of a limit that is exceeded included
   * @throws TimeLimitException if the time limit is up
   */
  public ClaimGraph read(String json, String name) {
    return readDocument(json, name).graph();
  }

  /**
   * Reads a file as {@link ClaimJson#readDocument(Path)} does.
   *
   * @throws ClaimGraphException with all problems of the document, one of a limit that is exceeded included, also if the file cannot be read
   * @throws TimeLimitException if the time limit is up
   */
  public ClaimDocument readDocument(Path file) {
    requireNonNull(file, "file");
    return within(() -> readFile(file));
  }

  /**
   * Reads a stream as {@link ClaimJson#readDocument(InputStream, String)} does.
   *
   * @throws ClaimGraphException with all problems of the document, one of a limit that is exceeded included
   * @throws UncheckedIOException if the stream throws an IOException, which is its cause
   * @throws TimeLimitException if the time limit is up
   */
  public ClaimDocument readDocument(InputStream stream, String name) {
    requireNonNull(name, "name");
    return readStream(stream, Optional.of(name));
  }

  /**
   * Reads bytes as {@link ClaimJson#readDocument(byte[], String)} does.
   *
   * @throws ClaimGraphException with all problems of the document, one of a limit that is exceeded included
   * @throws TimeLimitException if the time limit is up
   */
  public ClaimDocument readDocument(byte[] json, String name) {
    requireNonNull(name, "name");
    return readBytes(json, Optional.of(name));
  }

  /**
   * Reads characters as {@link ClaimJson#readDocument(Reader, String)} does.
   *
   * @throws ClaimGraphException with all problems of the document, one of a limit that is exceeded included
   * @throws UncheckedIOException if the reader throws an IOException, which is its cause
   * @throws TimeLimitException if the time limit is up
   */
  public ClaimDocument readDocument(Reader reader, String name) {
    requireNonNull(name, "name");
    return readCharacters(reader, Optional.of(name));
  }

  /**
   * Reads JSON text as {@link ClaimJson#readDocument(String, String)} does.
   *
   * @throws ClaimGraphException with all problems of the document, one of a limit that is exceeded included
   * @throws TimeLimitException if the time limit is up
   */
  public ClaimDocument readDocument(String json, String name) {
    requireNonNull(name, "name");
    return readText(json, Optional.of(name));
  }

  /**
   * Reads JSON text as {@link ClaimJson#readDocument(String)} does.
   *
   * @throws ClaimGraphException with all problems of the document, one of a limit that is exceeded included
   * @throws TimeLimitException if the time limit is up
   */
  public ClaimDocument readDocument(String json) {
    return readText(json, Optional.empty());
  }

  /**
   * Finds what is wrong with a file as {@link ClaimJson#problems(Path)} does.
   *
   * @throws TimeLimitException if the time limit is up
   */
  public FoundProblems problems(Path file) {
    return problems(() -> readDocument(file));
  }

  /**
   * Finds what is wrong with the document in a stream as {@link ClaimJson#problems(InputStream)} does.
   *
   * @throws UncheckedIOException if the stream throws an IOException, which is its cause
   * @throws TimeLimitException if the time limit is up
   */
  public FoundProblems problems(InputStream stream) {
    return problems(() -> readStream(stream, Optional.empty()));
  }

  /**
   * Finds what is wrong with bytes as {@link ClaimJson#problems(byte[])} does.
   *
   * @throws TimeLimitException if the time limit is up
   */
  public FoundProblems problems(byte[] json) {
    return problems(() -> readBytes(json, Optional.empty()));
  }

  /**
   * Finds what is wrong with JSON text as {@link ClaimJson#problems(String)} does.
   *
   * @throws TimeLimitException if the time limit is up
   */
  public FoundProblems problems(String json) {
    return problems(() -> readText(json, Optional.empty()));
  }

  /**
   * Finds what is wrong with JSON text as {@link ClaimJson#problems(String, String)} does.
   *
   * @throws TimeLimitException if the time limit is up
   */
  public FoundProblems problems(String json, String name) {
    requireNonNull(name, "name");
    return problems(() -> readText(json, Optional.of(name)));
  }

  /**
   * Makes the certain changes to a file as {@link ClaimJson#fix(Path)} does.
   *
   * @throws ClaimGraphException if the file cannot be read, is too large or is not UTF-8
   * @throws IOException if the file cannot be replaced; then it is left as it is
   * @throws TimeLimitException if the time limit is up
   */
  public ClaimJson.Fixed fix(Path file) throws IOException {
    requireNonNull(file, "file");
    JsonBytes text = textOf(file);
    ClaimJson.Fixed fixed = fix(text);
    if (!fixed.fixed().isEmpty()) {
      AtomicFile.replace(
          file,
          text.bytes(),
          stream -> stream.write(fixed.json().getBytes(StandardCharsets.UTF_8)));
    }
    return fixed;
  }

  /**
   * Makes the certain changes to a document as {@link ClaimJson#fix(byte[], String)} does.
   *
   * @throws ClaimGraphException if the bytes are not UTF-8
   * @throws TimeLimitException if the time limit is up
   */
  public ClaimJson.Fixed fix(byte[] json, String name) {
    requireNonNull(json, "json");
    requireNonNull(name, "name");
    return fix(JsonBytes.of(Optional.of(name), json.clone()));
  }

  /**
   * Makes the certain changes to JSON text as {@link ClaimJson#fix(String)} does.
   *
   * @throws ClaimGraphException if the text has half a surrogate pair
   * @throws TimeLimitException if the time limit is up
   */
  public ClaimJson.Fixed fix(String json) {
    requireNonNull(json, "json");
    return fix(JsonBytes.of(Optional.empty(), json));
  }

  private ClaimJson.Fixed fix(JsonBytes original) {
    JsonBytes text = original;
    ImmutableList.Builder<Problem> fixed = ImmutableList.builder();
    if (text.brokenOff() != null) {
      // Bytes that are not UTF-8 cannot be kept in a string, which would be taken for the document.
      throw refusal(text);
    }
    FoundProblems found = problemsOf(text);
    for (int commas = 0; commas < MOST_COMMAS; commas++) {
      Optional<Problem> fault = found.problems().reverse().stream()
          .filter(each -> each.code() == ProblemCode.SYNTAX)
          .findFirst();
      if (fault.isEmpty()) {
        break;
      }
      OptionalInt comma = SyntaxCheck.trailingComma(text, limits);
      if (comma.isEmpty()) {
        break;
      }
      byte[] before = Arrays.copyOf(text.bytes(), comma.getAsInt());
      byte[] after = Arrays.copyOfRange(text.bytes(), comma.getAsInt() + 1, text.bytes().length);
      fixed.add(fault.get());
      text = JsonBytes.of(text.name(), Bytes.concat(before, after));
      found = problemsOf(text);
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      DocumentFixes.Fixed after = DocumentFixes.apply(text, parsers, found.problems());
      if (after.applied().isEmpty()) {
        break;
      }
      fixed.addAll(after.applied());
      text = JsonBytes.of(text.name(), after.bytes());
      found = problemsOf(text);
    }
    return new ClaimJson.Fixed(
        new String(text.bytes(), StandardCharsets.UTF_8), fixed.build(), found);
  }

  private ClaimGraphException refusal(JsonBytes text) {
    try {
      ClaimDocument unused = within(() -> read(text));
    } catch (ClaimGraphException e) {
      return e;
    }
    throw new AssertionError("bytes that are not UTF-8 were read");
  }

  private FoundProblems problemsOf(JsonBytes text) {
    return problems(() -> within(() -> read(text)));
  }

  private static FoundProblems problems(Supplier<ClaimDocument> reading) {
    try {
      ClaimDocument unused = reading.get();
      return FoundProblems.none();
    } catch (ClaimGraphException e) {
      return FoundProblems.of(e);
    }
  }

  private ClaimDocument within(Supplier<ClaimDocument> reading) {
    return Cancellation.within(limits.timeLimit().orElse(null), reading);
  }

  private ClaimDocument readStream(InputStream stream, Optional<String> name) {
    requireNonNull(stream, "stream");
    return within(() -> {
      try {
        return read(JsonBytes.of(name, bytes(new StoppableStream(stream), 0, name)));
      } catch (IOException e) {
        if (e instanceof ClosedByInterruptException) {
          Cancellation.check();
        }
        throw new UncheckedIOException(e);
      }
    });
  }

  private ClaimDocument readBytes(byte[] json, Optional<String> name) {
    requireNonNull(json, "json");
    return within(() -> {
      if (json.length > limits.fileBytes()) {
        throw tooLarge(name);
      }
      return read(JsonBytes.of(name, json.clone()));
    });
  }

  private ClaimDocument readCharacters(Reader reader, Optional<String> name) {
    requireNonNull(reader, "reader");
    return within(() -> {
      try {
        return read(JsonBytes.of(name, characters(reader, name)));
      } catch (IOException e) {
        if (e instanceof ClosedByInterruptException) {
          Cancellation.check();
        }
        throw new UncheckedIOException(e);
      }
    });
  }

  private ClaimDocument readText(String json, Optional<String> name) {
    requireNonNull(json, "json");
    return within(() -> read(JsonBytes.of(name, json)));
  }

  private ClaimDocument readFile(Path file) {
    return read(textOf(file));
  }

  private JsonBytes textOf(Path file) {
    Optional<String> name = Optional.of(file.toString());
    if (Files.isDirectory(file)) {
      throw unreadable(name, "this is a directory", "Name a file in it.");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      long size = Files.isRegularFile(file) ? Files.size(file) : 0;
      if (size > limits.fileBytes()) {
        throw tooLarge(name);
      }
      return JsonBytes.of(name, bytes(stream, size, name));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** A stream of others, which may be slow: between its pieces reading can be stopped. */
  private static final class StoppableStream extends FilterInputStream {

    StoppableStream(InputStream stream) {
      super(stream);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      Cancellation.check();
      return read;
    }
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
  private byte[] bytes(InputStream stream, long expected, Optional<String> name)
      throws IOException {
    return bytes(stream, expected, (int) Math.min(limits.fileBytes(), MOST_BYTES))
        .orElseThrow(() -> tooLarge(name));
  }

  /** Reads the bytes of a stream into arrays of at most a length; empty if there are more, which no array need hold to know. */
  static Optional<byte[]> bytes(InputStream stream, long expected, int most) throws IOException {
    if (expected > most) {
      return Optional.empty();
    }
    byte[] bytes = stream.readNBytes((int) expected);
    byte[] more = stream.readNBytes(most - bytes.length);
    if (bytes.length + more.length == most && stream.read() >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        more.length == 0 ? bytes : bytes.length == 0 ? more : Bytes.concat(bytes, more));
  }

  /** Reads all characters of a reader; more of them than bytes are allowed are too many, since none takes less than a byte. */
  private String characters(Reader reader, Optional<String> name) throws IOException {
    int most = (int) Math.min(limits.fileBytes(), MOST_BYTES);
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[8192];
    for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
      Cancellation.check();
      if (read > most - text.length()) {
        throw tooLarge(name);
      }
      text.append(buffer, 0, read);
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

    private int maxDepth;
    private int maxStringBytes;
    private int maxNameBytes;
    private long maxFileBytes;
    private Optional<Duration> timeLimit;

    private Builder(Limits limits) {
      maxDepth = limits.depth();
      maxStringBytes = limits.stringBytes();
      maxNameBytes = limits.nameBytes();
      maxFileBytes = limits.fileBytes();
      timeLimit = limits.timeLimit();
    }

    /**
     * Sets how deep objects and lists may be nested, the graph itself included, at least 1; the default is 100. A claim graph
     * needs 8. An author's own members may need more, but must not be nested more than 90 deep themselves, whatever this limit.
     */
    @CanIgnoreReturnValue
    public Builder maxDepth(int depth) {
      checkArgument(depth >= 1, "depth %s", depth);
      this.maxDepth = depth;
      return this;
    }

    /**
     * Sets how many bytes of UTF-8 a string may have after its escapes are resolved, and how many the JSON text of an author's
     * own member may have, at least 1; the default is 16 MiB.
     */
    @CanIgnoreReturnValue
    public Builder maxStringBytes(int bytes) {
      checkArgument(bytes >= 1, "%s bytes", bytes);
      this.maxStringBytes = bytes;
      return this;
    }

    /**
     * Sets how many bytes of UTF-8 a member's name, and so an id, may have after its escapes are resolved, at least 1; the
     * default is 1 KiB.
     */
    @CanIgnoreReturnValue
    public Builder maxNameBytes(int bytes) {
      checkArgument(bytes >= 1, "%s bytes", bytes);
      this.maxNameBytes = bytes;
      return this;
    }

    /**
     * Sets how many bytes a document may have, at least 1; the default is 2 GiB, or the few bytes less that an array can hold.
     */
    @CanIgnoreReturnValue
    public Builder maxFileBytes(long bytes) {
      checkArgument(bytes >= 1, "%s bytes", bytes);
      this.maxFileBytes = bytes;
      return this;
    }

    /**
     * Sets how long reading one document may take; what takes longer throws a {@link TimeLimitException}. There is no limit by
     * default, since reading takes time linear in the document.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    @CanIgnoreReturnValue
    public Builder timeLimit(Duration timeLimit) {
      requireNonNull(timeLimit, "timeLimit");
      checkArgument(timeLimit.compareTo(Duration.ZERO) > 0, "a time limit of %s", timeLimit);
      this.timeLimit = Optional.of(timeLimit);
      return this;
    }

    /** Returns the limits that were set, in words for a log. */
    @Override
    public String toString() {
      return "builder of a " + build();
    }

    /** Builds the reader. */
    public ClaimReader build() {
      return new ClaimReader(
          new Limits(maxDepth, maxStringBytes, maxNameBytes, maxFileBytes, timeLimit));
    }
  }
}
