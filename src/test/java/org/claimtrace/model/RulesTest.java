package org.claimtrace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

  @Nested
  class APlainUrl {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://example.org",
          "http://example.org/",
          "https://www.the-paper.cn/newsDetail_forward_1234567?from=list&page=2",
          "https://3sat.de/a.b-c_d/E"
        })
    void isRecognizedWithoutParsing(String url) {
      assertThat(Rules.isPlainUrl(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "http://",
          "https:///path",
          "ftp://example.org",
          "https:/example.org",
          "https://example.org/a b",
          "https://example.org/%zz",
          "https://[::1]/",
          "https://a_b/",
          "https://example.org/中文",
          "https://user@example.org"
        })
    void isNoneThatNeedsParsing(String url) {
      assertThat(Rules.isPlainUrl(url)).isFalse();
    }

    @Test
    void isAcceptedByAParserToo() {
      SplittableRandom random = new SplittableRandom(1);
      String alphabet = "hts:/.-_aZ0?=&#%[@ ~中";
      int plain = 0;
      for (int i = 0; i < 200_000; i++) {
        StringBuilder url = new StringBuilder(random.nextBoolean() ? "http://" : "https://");
        for (int length = random.nextInt(8); length > 0; length--) {
          int most = random.nextInt(4) == 0 ? alphabet.length() : 14;
          url.append(alphabet.charAt(random.nextInt(most)));
        }
        if (Rules.isPlainUrl(url.toString())) {
          plain++;
          assertThatCode(
                  () -> assertThat(new URI(url.toString()).getRawAuthority()).isNotEmpty())
              .as(url.toString())
              .doesNotThrowAnyException();
        }
      }
      assertThat(plain).isGreaterThan(10_000);
    }
  }
}
