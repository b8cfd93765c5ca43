package org.claimtrace.json;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.claimtrace.result.Result.WithoutJson;

/**
 * What a reader takes of a document at most; what exceeds a limit is a problem with a code of its own.
 *
 * <p>Take {@link #usual} for files of one's own, and {@link #untrusted} for what strangers send; single limits are changed by the
 * builder of a {@link ClaimReader}. Whatever the limits, reading takes time linear in the document. A value; immutable, and safe to
 * share between threads.
 *
 * <p>Stable.
 */
@CheckReturnValue
@SuppressWarnings("exports")
public final class Limits implements WithoutJson {

  /** How many characters a number may have: far more than any double needs. */
  static final int NUMBER_CHARACTERS = 1000;

  private static final Limits USUAL =
      new Limits(100, 16 << 20, 1 << 10, 2L << 30, Optional.empty());
  private static final Limits UNTRUSTED =
      new Limits(32, 1 << 18, 1 << 8, 4 << 20, Optional.of(Duration.ofSeconds(10)));

  private final int depth;
  private final int stringBytes;
  private final int nameBytes;
  private final long fileBytes;
  private final Optional<Duration> timeLimit;

  Limits(int depth, int stringBytes, int nameBytes, long fileBytes, Optional<Duration> timeLimit) {
    this.depth = depth;
    this.stringBytes = stringBytes;
    this.nameBytes = nameBytes;
    this.fileBytes = fileBytes;
    this.timeLimit = timeLimit;
  }

  /**
   * Returns the default limits, which a file of one's own never meets: documents of 2 GiB (or the few bytes less that an array can
   * hold), strings of 16 MiB, names of 1 KiB, 100 levels; no time limit.
   */
  public static Limits usual() {
    return USUAL;
  }

  /**
   * Returns limits for documents of strangers.
   *
   * <ul>
   *   <li>4 MiB a document: a well-sourced article takes 50 KiB as a graph, and a graph takes some ten times its bytes in memory.
   *   <li>256 KiB a string: a quote or a note of a hundred pages.
   *   <li>256 bytes a name: ids are read by people.
   *   <li>32 levels: the format needs 8, and an author's own members seldom as many.
   *   <li>10 seconds a document: the largest takes a fraction of one, once it has arrived; one whose sender dawdles is given up as soon
   *       as its next byte arrives. Whoever serves needs a time-out of connections besides.
   * </ul>
   *
   * <p>To evaluate them, see {@code Evaluator.untrusted()}.
   */
  public static Limits untrusted() {
    return UNTRUSTED;
  }

  /** Returns how deep objects and lists may be nested, the graph itself included. */
  public int depth() {
    return depth;
  }

  /**
   * Returns how many bytes of UTF-8 a string may have after its escapes are resolved, and the JSON text of an author's own member.
   */
  public int stringBytes() {
    return stringBytes;
  }

  /** Returns how many bytes of UTF-8 a member's name, and so an id, may have after its escapes are resolved. */
  public int nameBytes() {
    return nameBytes;
  }

  /** Returns how many bytes a document may have. */
  public long fileBytes() {
    return fileBytes;
  }

  /** Returns how long reading one document may take; empty for as long as it takes. */
  public Optional<Duration> timeLimit() {
    return timeLimit;
  }

  /**
   * Returns the length in bytes of the longest name that is read at all; a name between the limit and this length is reported,
   * and reading goes on.
   */
  int longestNameRead() {
    return (int) Math.min(16L * nameBytes + 64, Integer.MAX_VALUE / 2);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Limits limits
        && depth == limits.depth
        && stringBytes == limits.stringBytes
        && nameBytes == limits.nameBytes
        && fileBytes == limits.fileBytes
        && timeLimit.equals(limits.timeLimit);
  }

  @Override
  public int hashCode() {
    return Objects.hash(depth, stringBytes, nameBytes, fileBytes, timeLimit);
  }

  /** Returns the limits on one line, such as {@code depth=100, stringBytes=16777216, nameBytes=1024, fileBytes=2147483648}. */
  @Override
  public String toString() {
    return "depth=" + depth + ", stringBytes=" + stringBytes + ", nameBytes=" + nameBytes
        + ", fileBytes=" + fileBytes
        + timeLimit.map(limit -> ", timeLimit=" + limit).orElse("");
  }
}
