package org.claimtrace.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that a thread does, and in which threads of an executor take a part as soon as they are free.
 *
 * <p>The thread that asks never depends on them: it goes on until nothing is left to do, and then waits for those alone that
 * have begun. What has not begun by then does nothing when it does. So it comes to an end on an executor that is full, that has
 * been shut down, that runs nothing, or whose only thread is the one that asks.
 *
 * @param <T> what a part comes to
 */
public final class SharedWork<T> {

  /** So many milliseconds lie at most between two looks at whether the time is up, while others are waited for. */
  private static final long PATIENCE = 20;

  private final Cancellation.Shared shared = Cancellation.share();
  private final List<T> results = new ArrayList<>();
  /** What others may begin; none from when the thread that asked is done. An executor may keep its tasks for long after that. */
  private @Nullable Supplier<T> part;

  private int begun;
  private @Nullable Throwable failure;

  private SharedWork(Supplier<T> part) {
    this.part = part;
  }

  /**
   * Does some work.
   *
   * @param executor where others may take a part
   * @param threads how many threads there may be, this one included
   * @param part what each of them does: takes something that is left to do, again and again, until nothing is; in any thread,
   *     several at a time
   * @return what the parts came to that this thread and others did, in no order
   * @throws CancellationException if the work is to stop before it is done
   */
  public static <T> List<T> run(Executor executor, int threads, Supplier<T> part) {
    SharedWork<T> work = new SharedWork<>(part);
    try {
      work.offer(executor, threads - 1);
      return work.finish(part.get());
    } finally {
      work.close();
      work.shared.stop();
    }
  }

  private void offer(Executor executor, int times) {
    try {
      for (int i = 0; i < times; i++) {
        executor.execute(this::takePart);
      }
    } catch (RejectedExecutionException e) {
      // The executor is full or has been shut down. This thread does what no other takes.
    }
  }

  private void takePart() {
    Supplier<T> mine = begin();
    if (mine == null) {
      return;
    }
    try {
      end(shared.run(mine), null);
    } catch (Throwable e) {
      // Told to the thread that asked; there is none above this one that could know what to do.
      end(null, e);
    }
  }

  private synchronized @Nullable Supplier<T> begin() {
    if (part != null) {
      begun++;
    }
    return part;
  }

  private synchronized void end(@Nullable T result, @Nullable Throwable thrown) {
    if (result != null) {
      results.add(result);
    }
    if (failure == null) {
      failure = thrown;
    }
    begun--;
    notifyAll();
  }

  private synchronized void close() {
    part = null;
  }

  /** Waits for the others that have begun. */
  private synchronized List<T> finish(T own) {
    close();
    while (begun > 0 && failure == null) {
      Cancellation.check();
      try {
        wait(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    results.add(own);
    return results;
  }
}
