package org.claimtrace.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTableTest {

  private static Ids ids(String... all) {
    Ids ids = new Ids();
    for (String id : all) {
      ids.add(id);
    }
    return ids;
  }

  @Nested
  class ATable {

    @Test
    void thatIsEmptyFindsNothing() {
      IdTable table = new IdTable(ids());
      assertThat(table.find("a")).isEqualTo(-1);
      assertThat(table.containsAll(ids())).isTrue();
      assertThat(table.containsAll(ids("a"))).isFalse();
      assertThat(table.isUnique()).isTrue();
    }

    @Test
    void tellsIdsWithEqualHashCodesApart() {
      IdTable table = new IdTable(ids("Aa", "BB", "AaBB"));
      assertThat(table.find("Aa")).isZero();
      assertThat(table.find("BB")).isEqualTo(1);
      assertThat(table.find("BBAa")).isEqualTo(-1);
      assertThat(table.containsAll(ids("AaBB", "BB", "Aa", "BB"))).isTrue();
      assertThat(table.containsAll(ids("AaBB", "BBAa"))).isFalse();
    }

    @Test
    void findsTheFirstOfEqualIds() {
      IdTable table = new IdTable(ids("a", "b", "a"));
      assertThat(table.find("a")).isZero();
      assertThat(table.isUnique()).isFalse();
    }
  }

  @Nested
  class ALargeTable {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void findsWhatAMapFinds(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      Map<String, Integer> map = new HashMap<>();
      Ids ids = new Ids();
      for (int i = 0; i < 50_000; i++) {
        String id = "id-" + random.nextInt(200_000);
        map.putIfAbsent(id, i);
        ids.add(id);
      }
      IdTable table = new IdTable(ids);
      for (int i = 0; i < 200_000; i++) {
        assertThat(table.find("id-" + i)).isEqualTo(map.getOrDefault("id-" + i, -1));
      }
      assertThat(table.containsAll(ids)).isTrue();
      ids.add("id-200000");
      assertThat(table.containsAll(ids)).isFalse();
    }
  }
}
