package org.claimtrace.engine.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagramsTest {

  private static final int MANY = Integer.MAX_VALUE;

  private static Diagrams unlimited() {
    return new Diagrams(MANY, Long.MAX_VALUE);
  }

  /** The conjunction of every second variable, built from the last variable up: one node for each. */
  private static int everySecond(Diagrams diagrams, int first, int variables) {
    int all = Diagrams.TRUE;
    for (int number = variables - 2 + first; number >= 0; number -= 2) {
      all = diagrams.and(diagrams.variable(number), all);
    }
    return all;
  }

  /** The disjunction of pairs (i, i + n) of variables that are far apart in the order: it takes two to the power of n nodes. */
  private static int pairsApart(Diagrams diagrams, int pairs) {
    int some = Diagrams.FALSE;
    for (int i = 0; i < pairs; i++) {
      some = diagrams.or(some, diagrams.and(diagrams.variable(i), diagrams.variable(pairs + i)));
    }
    return some;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void representTheFunctionsFromWhichTheyWereBuilt(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int variables = 6;
    Diagrams diagrams = unlimited();
    int[] made = new int[60];
    // A bit for each of the 64 assignments.
    long[] tables = new long[made.length];
    for (int i = 0; i < made.length; i++) {
      int left = random.nextInt(Math.max(1, i));
      int right = random.nextInt(Math.max(1, i));
      int three = random.nextInt(Math.max(1, i));
      if (i < variables) {
        made[i] = diagrams.variable(i);
        for (int assignment = 0; assignment < 64; assignment++) {
          tables[i] |= (long) (assignment >> i & 1) << assignment;
        }
      } else if (random.nextBoolean()) {
        boolean conjunction = random.nextBoolean();
        made[i] = diagrams.join(
            conjunction, new int[] {made[left], Diagrams.not(made[right]), made[three]}, 3);
        tables[i] = conjunction
            ? tables[left] & ~tables[right] & tables[three]
            : tables[left] | ~tables[right] | tables[three];
      } else {
        made[i] = diagrams.and(made[left], Diagrams.not(made[right]));
        tables[i] = tables[left] & ~tables[right];
      }
    }
    double[] half = new double[variables];
    Arrays.fill(half, .5);

    double[] weights = diagrams.weigh(half, made);
    double[] all = diagrams.weigh(half);

    for (int i = 0; i < made.length; i++) {
      assertThat(weights[i]).isEqualTo(Long.bitCount(tables[i]) / 64.0);
      assertThat(Diagrams.weight(all, made[i])).isEqualTo(weights[i]);
      for (int j = 0; j < i; j++) {
        assertThat(made[i] == made[j]).isEqualTo(tables[i] == tables[j]);
      }
    }
  }

  @Test
  void areWeighedAgainForOtherChances() {
    Diagrams diagrams = unlimited();
    int either = diagrams.or(diagrams.variable(0), diagrams.variable(1));

    assertThat(diagrams.weigh(new double[] {.5, .5}, new int[] {either})).containsExactly(.75);
    int both = diagrams.and(diagrams.variable(0), diagrams.variable(1));
    assertThat(diagrams.weigh(new double[] {.9, 0}, new int[] {both, either, Diagrams.TRUE}))
        .containsExactly(new double[] {0, .9, 1}, within(1e-15));
  }

  @Test
  void areJoinedAtAnyDepthOnTheSmallestStack() throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>(new IllegalStateException("hung"));
    Thread small = new Thread(
        null,
        () -> {
          try {
            Diagrams diagrams = unlimited();
            int even = everySecond(diagrams, 0, 200_000);
            int odd = everySecond(diagrams, 1, 200_000);
            assertThat(diagrams.and(even, odd)).isNotEqualTo(Diagrams.FALSE);
            failure.set(null);
          } catch (Throwable e) {
            failure.set(e);
          }
        },
        "small stack",
        1);

    small.start();
    small.join();

    assertThat(failure.get()).isNull();
  }

  @Nested
  class OfSingleVariables {

    @ParameterizedTest
    @ValueSource(ints = {10, 740, 4096})
    void takeTwoNodesForEachVariable(int count) {
      Diagrams diagrams = unlimited();
      int[] literals = new int[count];
      for (int i = 0; i < count; i++) {
        literals[i] = diagrams.variable(i);
      }

      diagrams.join(false, literals, count);

      // The terminal, a node for each variable, and one more for each but the last.
      assertThat(diagrams.nodes()).isEqualTo(2 * count);
      // It takes only a few steps, since each variable is above all variables joined before.
      assertThat(diagrams.steps()).isLessThanOrEqualTo(3L * count);
    }
  }

  @Nested
  class WithinABudget {

    @Test
    void haveNoMoreNodesThanAllowed() {
      Diagrams diagrams = new Diagrams(100, Long.MAX_VALUE);

      assertThatExceptionOfType(Diagrams.OutOfBudget.class)
          .isThrownBy(() -> pairsApart(diagrams, 10))
          .withMessage("more than 100 nodes");
      assertThat(diagrams.nodes()).isEqualTo(100);
    }

    @Test
    void takeNoMoreStepsThanAllowedUntilMoreAreAllowed() {
      Diagrams free = unlimited();
      pairsApart(free, 10);
      long enough = free.steps();
      Diagrams diagrams = new Diagrams(MANY, enough - 1);

      assertThatExceptionOfType(Diagrams.OutOfBudget.class)
          .isThrownBy(() -> pairsApart(diagrams, 10))
          .withMessage("more than " + (enough - 1) + " steps");
      assertThat(diagrams.steps()).isEqualTo(enough - 1);
      assertThatExceptionOfType(Diagrams.OutOfBudget.class)
          .isThrownBy(() -> pairsApart(diagrams, 10));

      diagrams.allowMore();
      assertThat(diagrams.nodes()).isGreaterThan(1000);
      pairsApart(diagrams, 10);
      assertThat(pairsApart(new Diagrams(MANY, enough), 10)).isEqualTo(pairsApart(free, 10));
    }

    @Test
    void growNoFurtherThanArraysCanHold() {
      // Tables have two entries for each node, and a diagram is twice the number of a node.
      assertThat(2L * Diagrams.MOST_NODES).isLessThan(Integer.MAX_VALUE);
      assertThat(pairsApart(new Diagrams(MANY, Long.MAX_VALUE), 4)).isPositive();
    }
  }

  @Nested
  class WhenTheThreadIsInterrupted {

    @AfterEach
    void clear() {
      Thread.interrupted();
    }

    @Test
    void areGivenUpAfterAFewThousandSteps() {
      Diagrams diagrams = unlimited();
      pairsApart(diagrams, 12);
      long before = diagrams.steps();
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> pairsApart(diagrams, 30))
          .withMessage("stopped: the thread was interrupted");
      assertThat(diagrams.steps() - before).isLessThanOrEqualTo(4096);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
  }
}
