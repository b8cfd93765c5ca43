package org.claimtrace.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageTest {

  @ParameterizedTest(name = "a reader who wants {0} reads {1}")
  @CsvSource({
    "en, ENGLISH",
    "en-GB, ENGLISH",
    "fr, ENGLISH",
    "zhx, ENGLISH",
    "zh, CHINESE",
    "zh-Hans-CN, CHINESE",
    "ZH-hant, CHINESE",
  })
  void isChineseForAnyChineseAndEnglishForTheRest(String wanted, Language expected) {
    assertThat(Language.of(wanted)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void hasAWordOfItsOwnForEveryVerdict(Language language) {
    assertThat(Stream.of(Verdict.values()).map(language::verdict)).doesNotHaveDuplicates();
    assertThat(Language.of(language.tag())).isEqualTo(language);
  }

  @Test
  void countsInSentencesOfTheLanguage() {
    Map<Verdict, Integer> counts = Map.of(Verdict.REFUTED, 2);
    assertThat(Language.ENGLISH.count(2, counts)).isEqualTo("2 claims: 2 refuted");
    assertThat(Language.CHINESE.count(2, counts)).isEqualTo("共 2 条说法：不实 2 条");
    assertThat(Language.ENGLISH.count(1, Map.of(Verdict.CONFLICTING, 1)))
        .isEqualTo("1 claim: 1 conflicting");
    assertThat(Language.ENGLISH.count(0, Map.of())).isEqualTo("no claims");
    assertThat(Language.CHINESE.count(0, Map.of())).isEqualTo("没有说法");
  }
}
