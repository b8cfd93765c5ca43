package org.claimtrace.problem;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * Thrown when work takes longer than its time limit. Work that is stopped by an interrupt throws another {@link
 * CancellationException}, and leaves its thread interrupted. Serializable.
 *
 * <p>Stable.
 */
public final class TimeLimitException extends CancellationException {

  private static final long serialVersionUID = 1L;

  private final Duration limit;

  /**
   * Creates an exception.
   *
   * @param limit how long the work was allowed to take
   */
  public TimeLimitException(Duration limit) {
    super("stopped: it takes longer than the time limit of "
        + inSeconds(requireNonNull(limit, "limit")));
    this.limit = limit;
  }

  private static String inSeconds(Duration limit) {
    String seconds = Double.toString(limit.toNanos() / 1e9);
    return (seconds.endsWith(".0") ? seconds.substring(0, seconds.length() - 2) : seconds) + " s";
  }

  /** Returns how long the work was allowed to take. */
  public Duration limit() {
    return limit;
  }
}
