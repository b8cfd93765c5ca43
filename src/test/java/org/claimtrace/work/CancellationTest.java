package org.claimtrace.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CancellationTest {

  private static final String INTERRUPTED = "stopped: the thread was interrupted";

  private final ExecutorService pool = Executors.newSingleThreadExecutor();

  @AfterEach
  void clearTheInterrupt() {
    pool.shutdownNow();
    Thread.interrupted();
  }

  @Test
  void goesOnWhileNothingStopsIt() {
    Cancellation.check();

    assertThat(Cancellation.<String>within(Duration.ofDays(1), () -> {
          Cancellation.check();
          return "done";
        }))
        .isEqualTo("done");
  }

  @Test
  void stopsAnInterruptedThreadAndLeavesItInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(Cancellation::check)
        .isInstanceOf(CancellationException.class)
        .hasMessage(INTERRUPTED);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void stopsWhenTheTimeIsUp() {
    assertThatThrownBy(
            () -> Cancellation.within(Duration.ofMillis(250), CancellationTest::checkForever))
        .isInstanceOf(CancellationException.class)
        .hasMessage("stopped: it takes longer than the time limit of 0.25 s");
    Cancellation.check();
  }

  @Test
  void givesNestedWorkNoMoreTimeThanIsLeftForTheOuterWork() {
    assertThatThrownBy(() -> Cancellation.within(
            Duration.ofMillis(20),
            () -> Cancellation.within(Duration.ofDays(1), CancellationTest::checkForever)))
        .hasMessage("stopped: it takes longer than the time limit of 0.02 s");
  }

  @Test
  void runsWithoutALimitAndRejectsALimitOfZero() {
    assertThat(Cancellation.<String>within(null, () -> "done")).isEqualTo("done");
    assertThatThrownBy(() -> Cancellation.within(Duration.ZERO, () -> "done"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a time limit of PT0S");
  }

  @Test
  void stopsAPartInAnotherThreadWhenTheAskingThreadIsInterrupted() throws Exception {
    Cancellation.Shared shared = Cancellation.share();
    CountDownLatch begun = new CountDownLatch(1);
    Future<Object> part = pool.submit(() -> shared.run(() -> {
      begun.countDown();
      return checkForever();
    }));
    begun.await();
    Thread.currentThread().interrupt();

    while (!part.isDone()) {
      Thread.onSpinWait();
    }
    Thread.interrupted();
    assertThatThrownBy(() -> part.get(1, TimeUnit.MINUTES))
        .hasRootCauseInstanceOf(CancellationException.class)
        .hasRootCauseMessage(INTERRUPTED);
  }

  @Test
  void ignoresAnInterruptOfAThreadThatDidNotAsk() throws Exception {
    Cancellation.Shared shared = Cancellation.share();

    Future<String> part = pool.submit(() -> shared.run(() -> {
      Thread.currentThread().interrupt();
      Cancellation.check();
      return "done";
    }));

    assertThat(part.get(1, TimeUnit.MINUTES)).isEqualTo("done");
  }

  @Test
  void stopsAPartWhenTheSharedWorkHasEnded() {
    Cancellation.Shared shared = Cancellation.share();
    shared.stop();

    assertThatThrownBy(() -> shared.run(CancellationTest::checkForever))
        .hasMessage("stopped: the work that this was a part of has ended");
  }

  private static Object checkForever() {
    while (true) {
      Cancellation.check();
    }
  }
}
