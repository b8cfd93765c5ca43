package org.claimtrace.work;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.claimtrace.problem.TimeLimitException;
import org.jspecify.annotations.Nullable;

/**
 * Stops work cooperatively: whatever may take long calls {@link #check()} every few thousand steps, and that throws when the
 * work is to stop.
 *
 * <p>Work stops when the thread that asked for it is interrupted, or when its time limit ({@link #within}) is up. Other threads
 * that share in the work ({@link Shared}) stop for the same two reasons and for no reason of their own: an interrupt left over
 * in a pool's thread is not meant for the thread that asked.
 */
public final class Cancellation {

  private static final ThreadLocal<Scope> SCOPE = new ThreadLocal<>();

  private Cancellation() {}

  /**
   * Returns normally while the work of this thread is to go on. The interrupt status of the thread is left as it is.
   *
   * @throws TimeLimitException if a time limit is up
   * @throws CancellationException if the thread that asked is interrupted
   */
  public static void check() {
    Scope scope = SCOPE.get();
    if (scope != null) {
      scope.check();
    } else if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
  }

  /**
   * Runs work under a time limit. Nested inside other work, it may take no longer than what is left of the outer limit.
   *
   * @param limit how long the work may take, more than zero; null for no limit
   * @throws TimeLimitException if the time is up before the work is done
   * @throws CancellationException if the thread is interrupted before the work is done
   * @throws IllegalArgumentException if the limit is zero or negative
   */
  public static <T> T within(@Nullable Duration limit, Supplier<T> work) {
    if (limit == null) {
      return work.get();
    }
    checkArgument(limit.compareTo(Duration.ZERO) > 0, "a time limit of %s", limit);
    return in(new Scope(Thread.currentThread(), limit, SCOPE.get()), work);
  }

  private static <T> T in(Scope scope, Supplier<T> work) {
    Scope before = SCOPE.get();
    SCOPE.set(scope);
    try {
      return work.get();
    } finally {
      if (before == null) {
        SCOPE.remove();
      } else {
        SCOPE.set(before);
      }
    }
  }

  /** Returns a handle by which other threads may share in the work of this one, under the limits that this one is under. */
  public static Shared share() {
    return new Shared(new Scope(Thread.currentThread(), null, SCOPE.get()));
  }

  private static CancellationException interrupted() {
    return new CancellationException("stopped: the thread was interrupted");
  }

  /** Work of one thread in which others share. Safe for use by all of them at once. */
  public static final class Shared {

    private final Scope scope;

    private Shared(Scope scope) {
      this.scope = scope;
    }

    /**
     * Runs a part of the work in the calling thread.
     *
     * @throws CancellationException if the work is to stop before the part is done
     */
    public <T> T run(Supplier<T> part) {
      return in(scope, part);
    }

    /** Stops all parts that are not done. */
    public void stop() {
      scope.stopped = true;
    }
  }

  /** What stops the work of one thread: its interrupt, its time limit, and whatever stops the work around it. */
  private static final class Scope {

    private final Thread owner;
    private final @Nullable Duration limit;
    private final @Nullable Scope outer;
    private final long start = System.nanoTime();
    private volatile boolean stopped;

    Scope(Thread owner, @Nullable Duration limit, @Nullable Scope outer) {
      this.owner = owner;
      this.limit = limit;
      this.outer = outer;
    }

    void check() {
      for (Scope scope = this; scope != null; scope = scope.outer) {
        if (scope.owner.isInterrupted()) {
          throw interrupted();
        }
        if (scope.stopped) {
          throw new CancellationException("stopped: the work that this was a part of has ended");
        }
        Duration given = scope.limit;
        if (given != null
            && given.compareTo(Duration.ofNanos(System.nanoTime() - scope.start)) <= 0) {
          throw new TimeLimitException(given);
        }
      }
    }
  }
}
