package org.claimtrace.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {

  private static String question(String misspelt, String... known) {
    return new DidYouMean(ImmutableList.copyOf(known)).orElse(misspelt, "Nothing like it.");
  }

  @Nested
  class OfAMisspeltWord {
    @Test
    void asksForTheNearest() {
      assertThat(question("suports", "refutes", "supports", "supported"))
          .isEqualTo("Did you mean 'supports'?");
    }

    @Test
    void asksForTheFirstOfTwoEquallyNear() {
      assertThat(question("cat", "bat", "hat")).isEqualTo("Did you mean 'bat'?");
    }

    @Test
    void prefersTheNearestToThoseThatBeginWithIt() {
      assertThat(question("wsj-203", "wsj-2031-letters", "wsj-2033"))
          .isEqualTo("Did you mean 'wsj-2033'?");
    }

    @Test
    void asksForNothingFarOff() {
      assertThat(question("moon", "earth", "sun")).isEqualTo("Nothing like it.");
    }
  }

  @Nested
  class OfTheBeginningOfAWord {
    @Test
    void asksForIt() {
      assertThat(question("netease", "x-post", "netease-article", "my-netease"))
          .isEqualTo("Did you mean 'netease-article'?");
    }

    @Test
    void asksForEachOfAFewInTheirOrder() {
      assertThat(question("mit", "mit-tr-2025-01", "wsj-2026-02", "mit-tr-2023-03"))
          .isEqualTo("Did you mean 'mit-tr-2025-01' or 'mit-tr-2023-03'?");
      assertThat(question("mit", "mit-tr-2025-01", "mit-tr-grief", "mit-tr-2023-03"))
          .isEqualTo("Did you mean 'mit-tr-2025-01', 'mit-tr-grief' or 'mit-tr-2023-03'?");
    }

    @Test
    void asksForNoneOfMany() {
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
    void disregardsCase() {
      assertThat(question("NetEase", "netease-article"))
          .isEqualTo("Did you mean 'netease-article'?");
    }

    @Test
    void doesNotTakeAWordForTheBeginningOfAShorterOne() {
      assertThat(question("netease-article-2026", "netease")).isEqualTo("Nothing like it.");
    }
  }

  @Nested
  class AskedAgainAndAgain {
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
  class InTheMessageOfAnUnknownId {
    @Test
    void followsWhatIsUnknown() {
      assertThat(new UnknownIdException(
              "source", "netease", ImmutableList.of("x-post", "netease-article")))
          .hasMessage("no source 'netease'. Did you mean 'netease-article'?");
      assertThat(new UnknownIdException("source", "moon", ImmutableList.of("x-post")))
          .hasMessage("no source 'moon'. No source has an id like it.");
    }
  }
}
