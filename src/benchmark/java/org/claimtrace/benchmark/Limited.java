package org.claimtrace.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/**
 * A question that is asked in a thread of its own, for so long and no longer. Time is the processor's, spent by that thread, so
 * that what else the machine does does not count; where the thread waits, it is the clock's after {@value #PATIENCE} times as
 * long.
 */
final class Limited {

  /** How it came out, with milliseconds and bytes of text where there is an answer. */
  record Result(End end, double millis, long bytes, String why) {}

  enum End {
    ANSWERED,
    /** It took longer than it might, and stopped when it was interrupted. */
    STOPPED,
    /** It took longer than it might, and went on when it was interrupted. */
    WENT_ON,
    /** What it needs took longer than it might. */
    NOT_READY,
    FAILED,
    /** It was not asked, since less took too long already, or there is no such file. */
    NOT_ASKED
  }

  private static final int PATIENCE = 20;
  private static final double MILLIS_TO_STOP = 2_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Callable<Callable<String>> preparing;
  private volatile boolean isReady;
  private volatile double readyAfter;
  private volatile Result result = new Result(End.FAILED, 0, 0, "no answer");

  private Limited(Callable<Callable<String>> preparing) {
    this.preparing = preparing;
  }

  /**
   * Asks.
   *
   * @param preparing makes ready what the question needs, which does not count, but has the same limit
   */
  static Result ask(Callable<Callable<String>> preparing, double limitMillis)
      throws InterruptedException {
    return new Limited(preparing).ask(limitMillis);
  }

  private Result ask(double limit) throws InterruptedException {
    Thread thread = new Thread(null, this::run, "asked");
    thread.setDaemon(true);
    thread.start();
    long since = System.nanoTime();
    while (thread.isAlive() && spent(thread, since) < limit + (isReady ? readyAfter : 0)) {
      thread.join(10);
    }
    if (!thread.isAlive()) {
      return result;
    }
    boolean wasReady = isReady;
    double interruptedAfter = spent(thread, since);
    thread.interrupt();
    while (thread.isAlive() && spent(thread, since) < interruptedAfter + MILLIS_TO_STOP) {
      thread.join(10);
    }
    End end = thread.isAlive() ? End.WENT_ON : wasReady ? End.STOPPED : End.NOT_READY;
    return new Result(end, limit, 0, "");
  }

  private static double spent(Thread thread, long since) {
    double cpu = THREADS.getThreadCpuTime(thread.getId()) / 1e6;
    return Math.max(cpu, (System.nanoTime() - since) / 1e6 / PATIENCE);
  }

  private void run() {
    try {
      Callable<String> question = preparing.call();
      double begin = THREADS.getCurrentThreadCpuTime() / 1e6;
      readyAfter = begin;
      isReady = true;
      String answer = question.call();
      double millis = THREADS.getCurrentThreadCpuTime() / 1e6 - begin;
      result = new Result(End.ANSWERED, millis, answer.getBytes(StandardCharsets.UTF_8).length, "");
    } catch (CancellationException e) {
      result = new Result(End.STOPPED, 0, 0, "");
    } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
      result = new Result(
          End.FAILED, 0, 0, String.valueOf(e).lines().findFirst().orElse("").replace('\t', ' '));
    }
  }
}
