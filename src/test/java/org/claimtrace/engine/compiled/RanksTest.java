package org.claimtrace.engine.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RanksTest {

  /** The string that encodes the binary digits of a number by two strings that have the same hash code. */
  private static String colliding(int number) {
    return colliding(number, 6);
  }

  private static String colliding(int number, int bits) {
    StringBuilder id = new StringBuilder();
    for (int bit = 0; bit < bits; bit++) {
      id.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return id.toString();
  }

  @Nested
  class OfIdsThatShareAHashCode {

    private final String[] ids =
        IntStream.range(0, 40).mapToObj(RanksTest::colliding).toArray(String[]::new);
    private final Ranks ranks = new Ranks(ids);

    @Test
    void findEach() {
      for (int i = 0; i < ids.length; i++) {
        assertThat(ranks.known(ids[i])).isEqualTo(i);
        assertThat(ranks.find(ids[i])).isEqualTo(i);
        assertThat(ranks.id(i)).isEqualTo(ids[i]);
      }
    }

    @Test
    void doNotFindAnother() {
      assertThat(ranks.find(colliding(50))).isEqualTo(-1);
    }
  }

  @Nested
  class OfManyIdsWithOneHashCode {

    private String[] ofOneHashCode(int bits) {
      return IntStream.range(0, 1 << bits)
          .mapToObj(number -> colliding(number, bits))
          .toArray(String[]::new);
    }

    @Test
    void goThroughFewSlotsInEachLookUp() {
      for (int bits = 0; bits <= 16; bits++) {
        assertThat(new Ranks(ofOneHashCode(bits)).longestWalk()).isLessThanOrEqualTo(256);
      }
    }

    @Test
    void findEachAndNoOther() {
      String[] ids = ofOneHashCode(12);
      Ranks ranks = new Ranks(ids);
      for (int i = 0; i < ids.length; i++) {
        assertThat(ranks.known(ids[i])).isEqualTo(i);
        assertThat(ranks.find(ids[i])).isEqualTo(i);
      }
      assertThat(ranks.find("C#".repeat(12))).isEqualTo(-1);
    }
  }

  @Nested
  class OfOneId {

    @Test
    void findItAndNoOther() {
      Ranks ranks = new Ranks(new String[] {"Aa"});

      assertThat(ranks.find("Aa")).isZero();
      assertThat(ranks.known("Aa")).isZero();
      assertThat(ranks.find("BB")).isEqualTo(-1);
      assertThat(ranks.find("a")).isEqualTo(-1);
    }
  }

  @Nested
  class OfNoIds {

    @Test
    void findNothing() {
      assertThat(new Ranks(new String[0]).find("a")).isEqualTo(-1);
    }
  }

  @Nested
  class OfManyIds {

    @Test
    void areTheIndicesOfTheIds() {
      String[] ids = IntStream.range(0, 100_000).mapToObj(i -> "id-" + i).toArray(String[]::new);
      Ranks ranks = new Ranks(ids);

      assertThat(IntStream.range(0, ids.length).filter(i -> ranks.known("id-" + i) != i))
          .isEmpty();
      assertThat(IntStream.range(0, ids.length).filter(i -> ranks.find("id+" + i) != -1))
          .isEmpty();
    }
  }
}
