package org.claimtrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://example.org/a | http://example.org/a | SCHEME",
        "https://example.org/a | https://www.example.org/a | WWW",
        "https://example.org/a | https://Example.ORG/a | CAPITALS",
        "https://www.example.org/a | https://WWW.Example.org/a | CAPITALS",
        "https://example.org/a | https://example.org/a/ | SLASH",
        "https://example.org | https://example.org/ | SLASH",
        "https://example.org/a | https://example.org/a#top | FRAGMENT",
        "https://example.org/a?id=7 | https://example.org/a?utm_source=x&id=7&fbclid=y | TRACKING",
        "https://example.org/a | https://web.archive.org/web/20200101000000/https://example.org/a | ARCHIVE",
        "https://example.org/a | https://web.archive.org/web/20200101000000id_/https://example.org/a | ARCHIVE",
        "https://example.org/a | https://archive.ph/2020/https://example.org/a | ARCHIVE"
      })
  void takesVariantsAsOneAndSaysInWhatTheyDiffer(String one, String other, String difference) {
    assertThat(WebAddress.of(other).normal()).isEqualTo(WebAddress.of(one).normal());
    assertThat(WebAddress.differences(List.of(one, other)))
        .extracting(Enum::name)
        .containsExactly(difference);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://example.org/a | https://example.org/A",
        "https://example.org/a | https://example.org/b",
        "https://example.org/a?id=7 | https://example.org/a?id=8",
        "https://example.org/#/a | https://example.org/#/b",
        "https://example.org/#!a | https://example.org/",
        "https://example.org/a | ftp://example.org/a",
        "https://wwwexample.org/ | https://example.org/",
        "https://archive.ph/AbC12 | https://archive.ph/AbC13"
      })
  void keepsApartWhatMayBeTwoPages(String one, String other) {
    assertThat(WebAddress.of(other).normal()).isNotEqualTo(WebAddress.of(one).normal());
  }
}
