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
  void noInterruptIsLeft() {
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
  void stopsWhereTheThreadIsInterruptedAndLeavesItSo() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(Cancellation::check)
        .isInstanceOf(CancellationException.class)
        .hasMessage(INTERRUPTED);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void stopsWhereTheTimeIsUp() {
    assertThatThrownBy(() -> Cancellation.within(Duration.ofMillis(250), CancellationTest::forEver))
        .isInstanceOf(CancellationException.class)
        .hasMessage("stopped: it takes longer than the time limit of 0.25 s");
    Cancellation.check();
  }

  @Test
  void givesWorkInsideOfOtherWorkNoMoreTimeThanIsLeftForThat() {
    assertThatThrownBy(() -> Cancellation.within(
            Duration.ofMillis(20),
            () -> Cancellation.within(Duration.ofDays(1), CancellationTest::forEver)))
        .hasMessage("stopped: it takes longer than the time limit of 0.02 s");
  }

  @Test
  void takesNoLimitForAsLongAsItTakes() {
    assertThat(Cancellation.<String>within(null, () -> "done")).isEqualTo("done");
    assertThatThrownBy(() -> Cancellation.within(Duration.ZERO, () -> "done"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a time limit of PT0S");
  }

  @Test
  void stopsAPartInAnotherThreadWhereTheOneWhoAskedIsInterrupted() throws Exception {
    Cancellation.Shared shared = Cancellation.share();
    CountDownLatch begun = new CountDownLatch(1);
    Future<Object> part = pool.submit(() -> shared.run(() -> {
      begun.countDown();
      return forEver();
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
  void takesNoInterruptOfAnotherThreadForTheOneOfWhoeverAsked() throws Exception {
    Cancellation.Shared shared = Cancellation.share();

    Future<String> part = pool.submit(() -> shared.run(() -> {
      Thread.currentThread().interrupt();
      Cancellation.check();
      return "done";
    }));

    assertThat(part.get(1, TimeUnit.MINUTES)).isEqualTo("done");
  }

  @Test
  void stopsAPartWhereTheWorkHasEnded() {
    Cancellation.Shared shared = Cancellation.share();
    shared.stop();

    assertThatThrownBy(() -> shared.run(CancellationTest::forEver))
        .hasMessage("stopped: the work that this was a part of has ended");
  }

  private static Object forEver() {
    while (true) {
      Cancellation.check();
    }
  }
}
