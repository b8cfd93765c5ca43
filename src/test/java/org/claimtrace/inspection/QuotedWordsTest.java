package org.claimtrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "“It is so,” he said | it is so he said",
        "It’s İstanbul | it s i̇stanbul",
        "ＦＵＬＬ width ﬁre | full width fire",
        "新华社北京 2 月 3 日电 | 新 华 社 北 京 2 月 3 日 电",
        "Straße | strasse"
      })
  void foldsWhatDiffersOnlyInTypography(String quote, String folded) {
    assertThat(QuotedWords.of(quote).folded()).isEqualTo(folded);
  }

  @Test
  void areEnoughFromEightWordsOrSixteenIdeographsOn() {
    assertThat(QuotedWords.of("one two three four five six seven").areEnough()).isFalse();
    assertThat(QuotedWords.of("one two three four five six seven eight").areEnough())
        .isTrue();
    assertThat(QuotedWords.of("一二三四五六七八九十一二三四五").areEnough()).isFalse();
    assertThat(QuotedWords.of("一二三四五六七八九十，一二三四五六。").areEnough()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LONDON (Reuters) - Two men were seen | Reuters",
        "PARIS (AFP) – Two men were seen | AFP",
        "新华社北京2月3日电 记者看到两个人 | 新华社",
      })
  void carryTheSlugOfAnAgency(String quote, String agency) {
    assertThat(QuotedWords.of(quote).agency()).hasValue(agency);
  }

  @ParameterizedTest
  @CsvSource({"Reuters reported it", "(Reutersville)", "新华社记者看到两个人"})
  void carryNoneWhereTheAgencyIsOnlyNamed(String quote) {
    assertThat(QuotedWords.of(quote).agency()).isEmpty();
  }
}
