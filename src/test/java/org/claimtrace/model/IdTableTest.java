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
    void distinguishesIdsWithEqualHashCodes() {
      IdTable table = new IdTable(ids("Aa", "BB", "AaBB"));
      assertThat(table.find("Aa")).isZero();
      assertThat(table.find("BB")).isEqualTo(1);
      assertThat(table.find("BBAa")).isEqualTo(-1);
      assertThat(table.containsAll(ids("AaBB", "BB", "Aa", "BB"))).isTrue();
      assertThat(table.containsAll(ids("AaBB", "BBAa"))).isFalse();
    }

    @Test
    void doesNotFindAnEmptyIdThatIsNotInIt() {
      assertThat(new IdTable(ids()).containsAll(ids(""))).isFalse();
      assertThat(new IdTable(ids("a")).containsAll(ids("a", ""))).isFalse();
      assertThat(new IdTable(ids("a")).find("")).isEqualTo(-1);
      assertThat(new IdTable(ids("a", "")).containsAll(ids(""))).isTrue();
    }

    @Test
    void findsTheFirstOfEqualIds() {
      IdTable table = new IdTable(ids("a", "b", "a"));
      assertThat(table.find("a")).isZero();
      assertThat(table.isUnique()).isFalse();
    }
  }

  @Nested
  class ATableOfManyIdsWithOneHashCode {

    /** Ids that all have one hash code, since "Aa" and "BB" have the same. */
    private static Ids ofOneHashCode(int bits) {
      Ids ids = new Ids();
      for (int i = 0; i < 1 << bits; i++) {
        StringBuilder id = new StringBuilder();
        for (int bit = 0; bit < bits; bit++) {
          id.append((i >> bit & 1) == 0 ? "Aa" : "BB");
        }
        ids.add(id.toString());
      }
      return ids;
    }

    @Test
    void goesThroughFewSlotsInEachLookUp() {
      for (int bits = 0; bits <= 16; bits++) {
        assertThat(new IdTable(ofOneHashCode(bits)).longestWalk()).isLessThanOrEqualTo(256);
      }
    }

    @Test
    void findsEachAndNoOther() {
      Ids ids = ofOneHashCode(12);
      IdTable table = new IdTable(ids);
      for (int i = 0; i < ids.count(); i++) {
        assertThat(table.find(ids.id(i))).isEqualTo(i);
      }
      assertThat(table.find("C#".repeat(12))).isEqualTo(-1);
      assertThat(table.isUnique()).isTrue();
      assertThat(table.containsAll(ids)).isTrue();
      ids.add("C#".repeat(12));
      assertThat(table.containsAll(ids)).isFalse();
    }

    @Test
    void findsTheFirstOfTwoEqualIds() {
      Ids ids = ofOneHashCode(12);
      ids.add(ids.id(7));
      IdTable table = new IdTable(ids);
      assertThat(table.isUnique()).isFalse();
      assertThat(table.find(ids.id(7))).isEqualTo(7);
    }

    /**
     * Each id takes its own slot, so that a search for an absent id that stopped only at a free slot would visit all slots
     * after its own.
     */
    @Test
    void doesNotGoThroughAllSlotsForAnAbsentId() {
      Ids ids = new Ids();
      for (char c = 'a'; c <= 'z'; c++) {
        for (char d = 'a'; d <= 'z'; d++) {
          ids.add("" + c + d);
        }
      }
      assertThat(new IdTable(ids).longestWalk()).isLessThan(20);
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
