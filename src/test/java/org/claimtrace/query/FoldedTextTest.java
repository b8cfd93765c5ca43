package org.claimtrace.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({
    "OpenAI, openai",
    "Ｏｐｅｎ ＡＩ　２０２６, open ai 2026",
    "Zürich, zurich",
    // Letters with combining marks, in either order of the marks.
    "Zu\u0308rich, zurich",
    "Việt Nam, viet nam",
    "naïve CAFÉ, naive cafe",
    "STRASSE, strasse",
    "Straße, strasse",
    "STRAẞE, strasse",
    "ﬁnance ①, finance 1",
    // The four i of Turkish, of which Java lower-cases two according to the machine's locale.
    "DİYARBAKIR, diyarbakir",
    "Diyarbakır, diyarbakir",
    "ΟΔΥΣΣΕΎΣ, οδυσσευσ",
    "Οδυσσεύς, οδυσσευσ",
    "Ёлка, елка",
    "מְדִינָה, מדינה",
    "مُحَمَّد, محمد",
    "zero\u200Bwidth\u00ADsoft, zerowidthsoft",
    "奥尔特曼, 奥尔特曼",
    "奥尔特曼投资ＲＥＴＲＯ１．８亿, 奥尔特曼投资retro1.8亿",
    "ﾃﾞｰﾀ, データ",
    "각, 각",
  })
  void foldsTo(String text, String folded) {
    assertThat(FoldedText.of(text)).isEqualTo(folded);
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    // Voicing marks, vowel signs and simplified forms distinguish letters.
    "か, が",
    "กิน, กน",
    "कि, कु",
    "万, 萬",
    "o, ø",
  })
  void distinguishes(String one, String other) {
    assertThat(FoldedText.of(one)).isNotEqualTo(FoldedText.of(other));
  }

  @Test
  void replacesTypographicMarksByThoseOfKeyboards() {
    assertThat(FoldedText.of("‘Altman’s’")).isEqualTo("'altman's'");
    assertThat(FoldedText.of("“GPT‑4b” – micro")).isEqualTo("\"gpt-4b\" - micro");
  }

  @Test
  void joinsSpaces() {
    assertThat(FoldedText.of(" a\n\tb\u00A0 c\u3000")).isEqualTo("a b c");
    assertThat(FoldedText.of(" \u3000\u200B ")).isEmpty();
  }

  @Test
  void isIdempotent() {
    assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(Character::isDefined)
            .filter(each -> Character.getType(each) != Character.SURROGATE)
            .mapToObj(Character::toString)
            .filter(each -> !FoldedText.of(FoldedText.of(each)).equals(FoldedText.of(each))))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "sam altman, altman, true",
    "sam altman, sam altman, true",
    "sam altman, alt, false",
    "altmans altman, altman, true",
    "gpt-4o, gpt-4, false",
    "gpt-4o, gpt, true",
    "萨姆·奥尔特曼, 奥尔特曼, true",
    "openai公司, openai, true",
    "张三, 张, false",
    "a, ab, false",
  })
  void findsNamesByWholeWords(String name, String words, boolean found) {
    assertThat(FoldedText.names(name, words)).isEqualTo(found);
  }
}
