package org.claimtrace.engine.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdOrderTest {

  private static String[] sorted(String... ids) {
    return Arrays.stream(IdOrder.of(ids)).mapToObj(i -> ids[i]).toArray(String[]::new);
  }

  @Nested
  class TheOrderOfIds {
    @Test
    void isEmptyWithoutIds() {
      assertThat(IdOrder.of(new String[0])).isEmpty();
    }

    @Test
    void putsAnIdBeforeThoseThatContinueIt() {
      assertThat(sorted("abcdefgh-2", "abcdefgh", "abcdefgh-", "abcdefg", "abcdefgh-1"))
          .containsExactly("abcdefg", "abcdefgh", "abcdefgh-", "abcdefgh-1", "abcdefgh-2");
    }

    @Test
    void isTheOrderOfCharactersInEveryScript() {
      assertThat(sorted("中文-乙-续", "é", "z", "中文-乙", "中文-甲", "a", "𠮷-1", "ﬀ"))
          .isSortedAccordingTo(String::compareTo);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void isTheOrderOfStrings(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      String alphabet = seed % 2 == 0 ? "ab" : "ab中";
      String[] ids = Stream.generate(() -> {
            StringBuilder id = new StringBuilder("shared-".repeat(random.nextInt(3)));
            for (int length = 1 + random.nextInt(20); length > 0; length--) {
              id.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            return id.toString();
          })
          .distinct()
          .limit(20_000)
          .toArray(String[]::new);
      String[] expected = ids.clone();
      Arrays.sort(expected);

      assertThat(sorted(ids)).isEqualTo(expected);
      assertThat(IdOrder.of(expected)).startsWith(0, 1, 2).isSorted();
    }
  }
}
