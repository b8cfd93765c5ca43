package org.claimtrace.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.claimtrace.model.ClaimKind;
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
    assertThat(Stream.of(ClaimKind.values())
            .flatMap(kind ->
                Stream.of(Verdict.values()).map(verdict -> language.verdict(verdict, kind))))
        .doesNotHaveDuplicates();
    assertThat(Language.of(language.tag())).isEqualTo(language);
  }

  @Test
  void countsInSentencesOfTheLanguage() {
    assertThat(Language.ENGLISH.count(2, Map.of("refuted", 2))).isEqualTo("2 claims: 2 refuted");
    assertThat(Language.CHINESE.count(2, Map.of("不实", 2))).isEqualTo("共 2 条说法：不实 2 条");
    assertThat(Language.ENGLISH.count(1, Map.of("conflicting", 1)))
        .isEqualTo("1 claim: 1 conflicting");
    assertThat(Language.ENGLISH.count(0, Map.of())).isEqualTo("no claims");
    assertThat(Language.CHINESE.count(0, Map.of())).isEqualTo("没有说法");
  }

  @Test
  void saysWhatTheThesisComesToByItsKind() {
    assertThat(Language.ENGLISH.thesis("c", Verdict.REFUTED, ClaimKind.FACT))
        .isEqualTo("The thesis is refuted: c");
    assertThat(Language.ENGLISH.thesis("c", Verdict.CONFLICTING, ClaimKind.FACT))
        .isEqualTo("The evidence on the thesis conflicts: c");
    assertThat(Language.ENGLISH.thesis("c", Verdict.CONFLICTING, ClaimKind.OPINION))
        .isEqualTo("The thesis is argued both ways: c");
    assertThat(Language.ENGLISH.thesis("c", Verdict.SUPPORTED, ClaimKind.PREDICTION))
        .isEqualTo("The thesis is expected: c");
    assertThat(Language.CHINESE.thesis("c", Verdict.CONFLICTING, ClaimKind.FACT))
        .isEqualTo("论点证据矛盾：c");
    assertThat(Language.CHINESE.thesis("c", Verdict.SUPPORTED, ClaimKind.PREDICTION))
        .isEqualTo("论点预计会发生：c");
  }
}
