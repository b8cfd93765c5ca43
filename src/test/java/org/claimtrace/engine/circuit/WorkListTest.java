package org.claimtrace.engine.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkListTest {

  @Test
  void returnsEachAddedGateOnceInAscendingOrder() {
    WorkList list = list(5_000, 4_999, 0, 64, 63, 4_096, 64);

    assertThat(all(list)).containsExactly(0, 63, 64, 4_096, 4_999);
  }

  @Test
  void leavesGatesBeforeTheLastTakenOneToTheNextRound() {
    WorkList list = list(300, 10, 200);

    assertThat(list.take()).isEqualTo(10);
    list.add(9);
    list.add(10);
    list.add(11);

    assertThat(all(list)).containsExactly(11, 200, 9, 10);
  }

  @ParameterizedTest(name = "a list for {0} gates")
  @ValueSource(ints = {1, 63, 64, 65, 4_096, 4_097, 262_145})
  void isAnOrderedSetWhateverItsSize(int size) {
    SplittableRandom random = new SplittableRandom(size);
    WorkList list = new WorkList(size);
    TreeSet<Integer> set = new TreeSet<>();
    int position = 0;
    for (int i = 0; i < 10_000; i++) {
      assertThat(list.isEmpty()).isEqualTo(set.isEmpty());
      if (set.isEmpty() || random.nextBoolean()) {
        int gate = random.nextInt(size);
        list.add(gate);
        set.add(gate);
      } else {
        Integer next = set.ceiling(position);
        int expected = next == null ? set.first() : next;
        assertThat(list.take()).as("step %s", i).isEqualTo(expected);
        set.remove(expected);
        position = expected + 1;
      }
    }
  }

  private static WorkList list(int size, int... gates) {
    WorkList list = new WorkList(size);
    IntStream.of(gates).forEach(list::add);
    return list;
  }

  private static List<Integer> all(WorkList list) {
    List<Integer> all = new ArrayList<>();
    while (!list.isEmpty()) {
      all.add(list.take());
    }
    return all;
  }
}
