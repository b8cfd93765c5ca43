package org.claimtrace.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SharedWorkTest {

  /** Runs every task at once, in a thread of its own. */
  private static final Executor AT_ONCE = task -> new Thread(task).start();

  private final Thread caller = Thread.currentThread();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void clearTheInterruptAndReleaseTheOthers() {
    Thread.interrupted();
    end.countDown();
  }

  /**
   * A part that runs {@code asking} in the asking thread, once another thread has begun, and {@code others} in all other
   * threads.
   */
  private <T> Supplier<T> part(Supplier<T> asking, Supplier<T> others) {
    CountDownLatch begun = new CountDownLatch(1);
    return () -> {
      if (Thread.currentThread() == caller) {
        await(begun);
        return asking.get();
      }
      begun.countDown();
      return others.get();
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void returnsTheResultsOfAllThreads() {
    Supplier<String> part = part(() -> "asking", () -> "other");
    assertThat(SharedWork.run(AT_ONCE, 2, part)).containsExactlyInAnyOrder("asking", "other");
  }

  @Test
  void isDoneByTheAskingThreadAloneWhenNoOtherIsFree() {
    List<Runnable> queue = new ArrayList<>();
    assertThat(SharedWork.run(queue::add, 4, () -> 1)).containsExactly(1);
    assertThat(queue).hasSize(3);
  }

  @Test
  void startsNoPartAfterTheWorkIsDone() {
    List<Runnable> queue = new ArrayList<>();
    AtomicInteger parts = new AtomicInteger();
    SharedWork.run(queue::add, 4, parts::incrementAndGet);
    queue.forEach(Runnable::run);
    assertThat(parts).hasValue(1);
  }

  @Test
  void startsNoPartAfterTheWorkHasFailed() {
    List<Runnable> queue = new ArrayList<>();
    AtomicInteger parts = new AtomicInteger();
    assertThatThrownBy(() -> SharedWork.run(queue::add, 4, () -> {
          parts.incrementAndGet();
          throw new IllegalStateException("no");
        }))
        .hasMessage("no");
    queue.forEach(Runnable::run);
    assertThat(parts).hasValue(1);
  }

  @Test
  void isDoneByTheAskingThreadAloneWhenTheExecutorRejectsTasks() {
    AtomicInteger offered = new AtomicInteger();
    Executor refusing = task -> {
      offered.incrementAndGet();
      throw new RejectedExecutionException("full");
    };
    assertThat(SharedWork.run(refusing, 4, () -> 1)).containsExactly(1);
    assertThat(offered).hasValue(1);
  }

  @Test
  void failsWithTheErrorOfAPartInAnotherThread() {
    Error error = new OutOfMemoryError("so much");
    Supplier<String> part = part(() -> "asking", () -> {
      throw error;
    });
    assertThatThrownBy(() -> SharedWork.run(AT_ONCE, 2, part)).isSameAs(error);
  }

  /** A thread of a pool may still be interrupted because of earlier work. */
  @Test
  void goesOnInAPoolThreadThatWasInterruptedBefore() {
    Executor interrupted = task -> new Thread(() -> {
          Thread.currentThread().interrupt();
          task.run();
        })
        .start();
    Supplier<String> part = part(() -> "asking", () -> {
      Cancellation.check();
      return "other, interrupted " + Thread.currentThread().isInterrupted();
    });
    assertThat(SharedWork.run(interrupted, 2, part))
        .containsExactlyInAnyOrder("asking", "other, interrupted true");
  }

  @Test
  void noticesAnInterruptWhileItWaitsForOthers() {
    Supplier<String> part = part(
        () -> {
          caller.interrupt();
          return "asking";
        },
        () -> {
          await(end);
          return "other";
        });
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> SharedWork.run(AT_ONCE, 2, part))
        .withMessage("stopped: the thread was interrupted");
    assertThat(caller.isInterrupted()).isTrue();
  }

  @Test
  void noticesThatItsTimeIsUpWhileItWaitsForOthers() {
    Supplier<String> part = part(() -> "asking", () -> {
      await(end);
      return "other";
    });
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () -> Cancellation.within(Duration.ofMillis(1), () -> SharedWork.run(AT_ONCE, 2, part)))
        .withMessage("stopped: it takes longer than the time limit of 0.001 s");
  }

  @Test
  void stopsTheOthersWhenTheAskingThreadFails() {
    CountDownLatch stopped = new CountDownLatch(1);
    Supplier<String> part = part(
        () -> {
          throw new IllegalStateException("no");
        },
        () -> {
          try {
            while (true) {
              Cancellation.check();
              Thread.onSpinWait();
            }
          } finally {
            stopped.countDown();
          }
        });
    assertThatThrownBy(() -> SharedWork.run(AT_ONCE, 2, part)).hasMessage("no");
    await(stopped);
  }
}
