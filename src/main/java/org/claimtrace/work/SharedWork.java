package org.claimtrace.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that one thread does, and in which threads of an executor join as soon as they are free.
 *
 * <p>The asking thread never depends on the others: it works until nothing is left to do, and then waits only for those that
 * have begun. A task that begins later does nothing. The work therefore ends on an executor that is full, that has been shut
 * down, that runs nothing, or whose only thread is the asking one.
 *
 * @param <T> the result of one thread's part
 */
public final class SharedWork<T> {

  /** How many milliseconds the asking thread waits for the others at most before it checks again whether the time is up. */
  private static final long PATIENCE = 20;

  private final Cancellation.Shared shared = Cancellation.share();
  private final List<T> results = new ArrayList<>();
  /**
   * What others may still begin; null as soon as the asking thread is done, since an executor may keep its tasks for long after
   * that.
   */
  private @Nullable Supplier<T> part;

  private int begun;
  private @Nullable Throwable failure;

  private SharedWork(Supplier<T> part) {
    this.part = part;
  }

  /**
   * Does some work in this thread and, where they are free, in threads of an executor.
   *
   * @param executor whose threads may join in
   * @param threads how many threads may work at most, this one included
   * @param part what each thread runs, several at a time: it takes pieces of what is left to do until nothing is
   * @return the results of this thread and of those that joined in, in no particular order
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
      // Rethrown in the asking thread: no caller in this thread could handle it.
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

  /** Waits for the others that have begun; returns their results and {@code own}. */
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
