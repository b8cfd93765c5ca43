package org.claimtrace.problem.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DidYouMeanTest {

  private static String question(String misspelt, String... known) {
    return new DidYouMean(ImmutableList.copyOf(known)).orElse(misspelt, "Nothing like it.");
  }

  @Nested
  class OfAMisspeltWord {
    @Test
    void suggestsTheNearest() {
      assertThat(question("suports", "refutes", "supports", "supported"))
          .isEqualTo("Did you mean 'supports'?");
    }

    @Test
    void suggestsTheFirstOfTwoEquallyNear() {
      assertThat(question("cat", "bat", "hat")).isEqualTo("Did you mean 'bat'?");
    }

    @Test
    void prefersTheNearestToWordsThatBeginWithIt() {
      assertThat(question("wsj-203", "wsj-2031-letters", "wsj-2033"))
          .isEqualTo("Did you mean 'wsj-2033'?");
    }

    @Test
    void suggestsNothingThatIsFarOff() {
      assertThat(question("moon", "earth", "sun")).isEqualTo("Nothing like it.");
    }
  }

  @Nested
  class OfTheBeginningOfAWord {
    @Test
    void suggestsTheWordThatBeginsWithIt() {
      assertThat(question("netease", "x-post", "netease-article", "my-netease"))
          .isEqualTo("Did you mean 'netease-article'?");
    }

    @Test
    void suggestsEachOfAFewInTheirOrder() {
      assertThat(question("mit", "mit-tr-2025-01", "wsj-2026-02", "mit-tr-2023-03"))
          .isEqualTo("Did you mean 'mit-tr-2025-01' or 'mit-tr-2023-03'?");
      assertThat(question("mit", "mit-tr-2025-01", "mit-tr-grief", "mit-tr-2023-03"))
          .isEqualTo("Did you mean 'mit-tr-2025-01', 'mit-tr-grief' or 'mit-tr-2023-03'?");
    }

    @Test
    void suggestsNoneOfMany() {
      assertThat(question("mit", "mit-2021", "mit-2022", "mit-2023", "mit-2024"))
          .isEqualTo("Nothing like it.");
    }

    @Test
    void needsThreeCharactersHoweverTheyAreEncoded() {
      assertThat(question("ne", "netease-article")).isEqualTo("Nothing like it.");
      assertThat(question("𠀀𠀁", "𠀀𠀁𠀂-文章")).isEqualTo("Nothing like it.");
      assertThat(question("𠀀𠀁𠀂", "𠀀𠀁𠀂-文章很长")).isEqualTo("Did you mean '𠀀𠀁𠀂-文章很长'?");
    }

    @Test
    void ignoresCase() {
      assertThat(question("NetEase", "netease-article"))
          .isEqualTo("Did you mean 'netease-article'?");
    }

    @Test
    void doesNotSuggestAShorterWordThatIsItsBeginning() {
      assertThat(question("netease-article-2026", "netease")).isEqualTo("Nothing like it.");
    }
  }

  @Nested
  class AskedRepeatedly {
    @Test
    void suggestsNothingOnceItHasComparedTwoMillionWords() {
      DidYouMean likely = new DidYouMean(ImmutableList.<String>builder()
          .addAll(Collections.nCopies(999_999, "x"))
          .add("netease-article")
          .build());
      assertThat(likely.suggestions("netease")).containsExactly("netease-article");
      assertThat(likely.suggestions("netease")).containsExactly("netease-article");
      assertThat(likely.suggestions("netease")).isEmpty();
    }
  }

  @Nested
  class AskedAboutLongWordsThatAreNearlyAlike {

    private static final int LENGTH = 1000;

    private static ImmutableList<String> words(int count) {
      return IntStream.range(0, count)
          .mapToObj(i -> "x".repeat(LENGTH) + i)
          .collect(ImmutableList.toImmutableList());
    }

    /** In words at a distance of at most three, a character can be aligned with at most seven others. */
    @Test
    void comparesEachCharacterWithAFewOthersOnly() {
      DidYouMean.Budget budget = new DidYouMean.Budget();
      long before = budget.characters();
      new DidYouMean(words(100), budget).suggestions("x".repeat(LENGTH) + "ab");
      assertThat(before - budget.characters()).isBetween(100L * LENGTH, 10L * 102 * LENGTH);
    }

    @Test
    void stopsWhenItsBudgetIsUsedUp() {
      DidYouMean.Budget budget = new DidYouMean.Budget();
      ImmutableList<String> words = words(10_000);
      DidYouMean likely = new DidYouMean(words, budget);
      DidYouMean others = new DidYouMean(ImmutableList.of("supports"), budget);
      assertThat(others.suggestions("suports")).containsExactly("supports");
      assertThat(likely.suggestions("yyyyy" + "x".repeat(LENGTH - 3))).isEmpty();
      while (budget.characters() > 0) {
        likely.suggestions("x".repeat(LENGTH - 1) + "yy");
      }
      assertThat(budget.characters()).isZero();
      assertThat(likely.suggestions(words.get(0) + "0")).isEmpty();
      assertThat(others.suggestions("suports")).isEmpty();
    }

    @Test
    void hasNoSuggestionForAWordLongerThanAnyId() {
      DidYouMean.Budget budget = new DidYouMean.Budget();
      long before = budget.characters();
      assertThat(new DidYouMean(ImmutableList.of("x".repeat(1024)), budget)
              .suggestions("x".repeat(1025)))
          .isEmpty();
      assertThat(budget.characters()).isEqualTo(before);
    }
  }

  @Nested
  class ComparedWithExhaustiveSearch {

    /** The definition: the least number of edits, none of which touches what another has touched. */
    private static int distance(String left, String right) {
      int[][] least = new int[left.length() + 1][right.length() + 1];
      for (int i = 0; i <= left.length(); i++) {
        for (int j = 0; j <= right.length(); j++) {
          if (i == 0 || j == 0) {
            least[i][j] = i + j;
            continue;
          }
          int replaced = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
          least[i][j] = Math.min(
              Math.min(least[i - 1][j], least[i][j - 1]) + 1, least[i - 1][j - 1] + replaced);
          if (i > 1
              && j > 1
              && left.charAt(i - 1) == right.charAt(j - 2)
              && left.charAt(i - 2) == right.charAt(j - 1)) {
            least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
          }
        }
      }
      return least[left.length()][right.length()];
    }

    private static String word(SplittableRandom random) {
      return random
          .ints(1 + random.nextInt(12), 'a', 'd')
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void findsTheFirstOfTheNearest(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      int found = 0;
      for (int round = 0; round < 2_000; round++) {
        List<String> known = Stream.generate(() -> word(random)).limit(5).toList();
        String wrong = word(random);
        int furthest = Math.min(3, (wrong.length() + 1) / 3);
        int nearest =
            known.stream().mapToInt(each -> distance(wrong, each)).min().orElseThrow();
        if (nearest <= furthest) {
          found++;
          assertThat(new DidYouMean(known).suggestions(wrong))
              .containsExactly(known.stream()
                  .filter(each -> distance(wrong, each) == nearest)
                  .findFirst()
                  .orElseThrow());
        }
      }
      assertThat(found).isBetween(200, 1_900);
    }
  }

  @Nested
  class InTheMessageOfAnUnknownId {
    @Test
    void followsTheUnknownId() {
      assertThat(new UnknownIdException(
              "source", "netease", ImmutableList.of("x-post", "netease-article")))
          .hasMessage("no source 'netease'. Did you mean 'netease-article'?");
      assertThat(new UnknownIdException("source", "moon", ImmutableList.of("x-post")))
          .hasMessage("no source 'moon'. No source has an id like it.");
    }
  }
}
