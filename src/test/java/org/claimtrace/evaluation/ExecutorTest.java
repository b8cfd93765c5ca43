package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.claimtrace.model.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sampled evaluations come to an end, and to the same, whatever the executor that they may use is up to. */
@Timeout(60)
class ExecutorTest {

  private static final CompiledGraph GRAPH = CompiledGraph.of(AcyclicClaimGraphs.graph(0));

  private final List<ExecutorService> pools = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  private <T extends ExecutorService> T closedAfterwards(T pool) {
    pools.add(pool);
    return pool;
  }

  @AfterEach
  void close() {
    end.countDown();
    pools.forEach(ExecutorService::shutdownNow);
  }

  private static Map<Element, List<Double>> sampled(Executor executor) {
    return Findings.of(Evaluator.builder()
        .nodeBudget(0)
        .worlds(9999)
        .executor(executor)
        .build()
        .evaluate(GRAPH));
  }

  private static void assertAsAlone(Map<Element, List<Double>> findings) {
    assertThat(findings).isEqualTo(sampled(Runnable::run));
  }

  /** Takes one thread of a pool until the test is over. */
  private void occupy(ExecutorService pool) {
    CountDownLatch begun = new CountDownLatch(1);
    pool.execute(() -> {
      begun.countDown();
      await(end);
    });
    await(begun);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ThreadPoolExecutor fullPool(RejectedExecutionHandler refusal) {
    ThreadPoolExecutor pool = closedAfterwards(
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), refusal));
    occupy(pool);
    pool.execute(() -> {});
    return pool;
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {1, 2, 4})
  void sixteenEvaluationsByTheThreadsOfTheExecutorItself(int threads) throws Exception {
    ExecutorService pool = closedAfterwards(Executors.newFixedThreadPool(threads));
    List<Callable<Map<Element, List<Double>>>> tasks = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      tasks.add(() -> sampled(pool));
    }
    for (Future<Map<Element, List<Double>>> each : pool.invokeAll(tasks)) {
      assertAsAlone(each.get());
    }
  }

  @Test
  void evaluationsByTheOnlyThreadOfAForkJoinPool() throws Exception {
    ForkJoinPool pool = closedAfterwards(new ForkJoinPool(1));
    assertAsAlone(pool.submit(() -> sampled(pool)).get());
  }

  @Test
  void aPoolWhoseThreadsAreBusyWithOtherThings() {
    ExecutorService pool = closedAfterwards(Executors.newFixedThreadPool(1));
    occupy(pool);
    assertAsAlone(sampled(pool));
  }

  @Test
  void aPoolThatIsFullAndRefuses() {
    assertAsAlone(sampled(fullPool(new ThreadPoolExecutor.AbortPolicy())));
  }

  @Test
  void aPoolThatIsFullAndForgets() {
    assertAsAlone(sampled(fullPool(new ThreadPoolExecutor.DiscardPolicy())));
  }

  @Test
  void aPoolThatIsFullAndHasTheCallerRunTasks() {
    assertAsAlone(sampled(fullPool(new ThreadPoolExecutor.CallerRunsPolicy())));
  }

  @Test
  void aPoolThatWasShutDown() {
    ExecutorService pool = closedAfterwards(Executors.newFixedThreadPool(2));
    pool.shutdown();
    assertAsAlone(sampled(pool));
  }

  @Test
  void anExecutorThatNeverRunsAnything() {
    assertAsAlone(sampled(task -> {}));
  }

  @Test
  void anExecutorThatRunsTasksWhenAllIsOver() {
    List<Runnable> tasks = new ArrayList<>();
    assertAsAlone(sampled(tasks::add));
    tasks.forEach(Runnable::run);
  }

  @Test
  void anExecutorWhoseThreadsAreInterruptedStill() {
    assertAsAlone(sampled(task -> new Thread(() -> {
          Thread.currentThread().interrupt();
          task.run();
        })
        .start()));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void virtualThreads() throws Exception {
    ExecutorService virtual = closedAfterwards((ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
    assertAsAlone(sampled(virtual));
    assertAsAlone(virtual.submit(() -> sampled(virtual)).get());
  }
}
