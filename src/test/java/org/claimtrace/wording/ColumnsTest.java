package org.claimtrace.wording;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {

  @Nested
  class TheWidthOfAText {

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource({
      "'', 0, nothing",
      "claim, 5, English",
      "属实, 4, Chinese",
      "GPT-4o 下线, 11, both",
      "，。（）, 8, fullwidth punctuation",
      "“引号”, 6, quotation marks of ambiguous width",
      "①○★, 3, symbols of ambiguous width",
      "ｱｲｳ, 3, halfwidth kana",
      "アイウ, 6, kana",
      "한글, 4, Hangul syllables",
      "\u1112\u1161\u11AB, 2, a Hangul syllable of conjoining letters",
      "e\u0301, 1, an accent that combines",
      "か\u3099, 2, a voicing mark that combines",
      "नि, 2, a vowel sign that takes its own column",
      "a\u200Bb\u2060c, 3, invisible format characters",
      "\u00ADa, 2, a soft hyphen",
      "\u0601\u0661, 2, an Arabic sign above a number",
      "😀, 2, an emoji",
      "👍🏽, 2, an emoji with a skin tone",
      "👩‍👩‍👧‍👦, 2, a family joined into one emoji",
      "🙂‍↔️, 2, an emoji joined with an arrow",
      "🇨🇳, 2, a flag",
      "🇨🇳🇫🇷, 4, two flags",
      "🇨🇳🇫, 3, a flag and half a flag",
      "❤, 1, a heart drawn as text",
      "❤️, 2, a heart drawn as an emoji",
      "1️⃣, 2, a keycap",
      "𠀀, 2, an ideograph beyond the basic plane",
      "क्‍ष, 2, letters with a joiner between them",
      "'a b', 3, a space",
    })
    void isTheNumberOfColumnsATerminalGivesIt(String text, int columns, String what) {
      assertThat(Columns.width(text)).isEqualTo(columns);
    }

    @Test
    void countsALineFeedAndATabAsASpace() {
      assertThat(Columns.width("a\nb\tc")).isEqualTo(5);
    }

    @Test
    void isTwoForEveryIdeographKanaAndHangulSyllableThatJavaKnows() {
      assertThat(exceptions(2, c -> Character.isIdeographic(c) && Character.isLetter(c)))
          .as("ideographs")
          .isEmpty();
      assertThat(exceptions(2, c -> UnicodeScript.of(c) == UnicodeScript.HANGUL && isSyllable(c)))
          .as("syllables")
          .isEmpty();
      assertThat(exceptions(
              2,
              c -> (UnicodeScript.of(c) == UnicodeScript.HIRAGANA
                      || UnicodeScript.of(c) == UnicodeScript.KATAKANA)
                  && Character.isLetter(c)
                  && !isHalfwidth(c)))
          .as("kana")
          .isEmpty();
    }

    @Test
    void isTwoForEveryFullwidthFormAndOneForEveryHalfwidthOne() {
      assertThat(exceptions(2, c -> Character.getName(c).startsWith("FULLWIDTH ")))
          .as("fullwidth")
          .isEmpty();
      assertThat(exceptions(1, ColumnsTest::isHalfwidth)).as("halfwidth").isEmpty();
    }

    @Test
    void isOneForEveryLetterOfAScriptWithSpacesBetweenWords() {
      assertThat(exceptions(
              1,
              c -> Character.isLetter(c)
                  && List.of(
                          UnicodeScript.LATIN,
                          UnicodeScript.GREEK,
                          UnicodeScript.CYRILLIC,
                          UnicodeScript.ARABIC,
                          UnicodeScript.HEBREW,
                          UnicodeScript.DEVANAGARI)
                      .contains(UnicodeScript.of(c))
                  && !Character.getName(c).startsWith("FULLWIDTH ")))
          .isEmpty();
    }

    @Test
    void isZeroForEveryNonSpacingMark() {
      assertThat(exceptions(
              0,
              c -> Character.getType(c) == Character.NON_SPACING_MARK
                  || Character.getType(c) == Character.ENCLOSING_MARK))
          .isEmpty();
    }

    private static String exceptions(int columns, IntPredicate expected) {
      return IntStream.rangeClosed(0x20, Character.MAX_CODE_POINT)
          .filter(Character::isDefined)
          .filter(c -> Character.getName(c) != null)
          .filter(expected)
          .filter(c -> Columns.width(Character.toString(c)) != columns)
          .mapToObj(c -> "%04X %s".formatted(c, Character.getName(c)))
          .collect(joining("\n"));
    }

    private static boolean isSyllable(int codePoint) {
      return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD)
                  .length()
              > 1
          && Character.isLetter(codePoint)
          && !isHalfwidth(codePoint);
    }
  }

  private static boolean isHalfwidth(int codePoint) {
    return Character.getName(codePoint).startsWith("HALFWIDTH ");
  }

  @Nested
  class ATextPadded {

    @Test
    void hasTheWidthInEveryScript() {
      assertThat(Columns.pad("属实", 6) + "|").isEqualTo("属实  |");
      assertThat(Columns.pad("true", 6) + "|").isEqualTo("true  |");
    }

    @Test
    void isUnchangedIfItIsWideEnough() {
      assertThat(Columns.pad("属实", 3)).isEqualTo("属实");
    }
  }

  @Nested
  class ATextWrapped {

    @ParameterizedTest(name = "{2}")
    @CsvSource(
        delimiter = ';',
        value = {
          "'';  ''; a blank text has no lines",
          "one two; one two; what fits stays",
          "one two three; one two|three; at spaces",
          "one  two\tthree; one two|three; several spaces count as one",
          "人工智能模型; 人工智能|模型; between ideographs",
          "模型 GPT 下线; 模型 GPT|下线; at the space between scripts",
          "模型GPT下线; 模型GPT|下线; between scripts without a space",
          "四个汉字，好; 四个汉|字，好; no line begins with a comma",
          "四个汉字。”; 四个汉|字。”; nor with two closing marks",
          "一二三（四五）; 一二三|（四五）; no line ends with an opening bracket",
          "三十四20%的; 三十四|20%的; a per cent sign stays with its number",
          "up-to-date ok; up-to-|date ok; after a hyphen between letters",
          "model GPT-4o; model|GPT-4o; not between a hyphen and a digit",
          "says -yes now; says|-yes now; not after a hyphen that begins a word",
          "abcdefghijkl; abcdefgh|ijkl; inside a word that is too long",
          "a abcdefghijkl; a|abcdefgh|ijkl; such a word begins a line",
          "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301; e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301|e\u0301; never between a letter and its accent",
          "👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧; 👩‍👧👩‍👧👩‍👧👩‍👧|👩‍👧; never inside an emoji",
        })
    void breaks(String text, String lines, String where) {
      assertThat(String.join("|", Columns.wrap(text, 8))).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 17, 80})
    void keepsAVeryLongTextWithinTheWidth(int width) {
      String text = "证据不足 so it stays “unverified”，".repeat(10_000);
      assertThat(Columns.wrap(text, width))
          .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(width));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.claimtrace.wording.ColumnsTest#seeds")
    void losesNothingButSpacesAndKeepsEveryLineWithinTheWidth(long seed) {
      Random random = new Random(seed);
      String alphabet = "ab-中文，。（“”1%\u0301 \n\t❤\uFE0F한👍";
      int[] codePoints = alphabet.codePoints().toArray();
      String text = IntStream.range(0, random.nextInt(60))
          .mapToObj(i -> Character.toString(codePoints[random.nextInt(codePoints.length)]))
          .collect(joining());
      int width = 2 + random.nextInt(20);

      List<String> lines = Columns.wrap(text, width);

      assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replaceAll("[ \n\t]", ""));
      assertThat(lines).allSatisfy(line -> {
        assertThat(Columns.width(line)).isLessThanOrEqualTo(width);
        assertThat(line).isNotBlank().isEqualTo(line.strip());
      });
    }

    @Test
    void rejectsAWidthTooSmallForOneCharacter() {
      assertThatThrownBy(() -> Columns.wrap("x", 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a width of 1 columns: at least 2 are needed");
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @Nested
  class OfScriptsWithoutSpaces {

    /** Says that the minister resigned yesterday, without a space between words. */
    private static final String THAI = "รัฐมนตรีลาออกจากตำแหน่งเมื่อวานนี้";

    @ParameterizedTest
    @ValueSource(
        strings = {
          THAI,
          "ລັດຖະມົນຕີລາອອກຈາກຕຳແໜ່ງແລ້ວ",
          "រដ្ឋមន្ត្រីបានលាលែងពីតំណែង",
          "ဝန်ကြီးသည်မနေ့ကနုတ်ထွက်ခဲ့သည်"
        })
    void breaksBetweenSyllablesAndLosesNothing(String text) {
      for (int width = 6; width < 40; width++) {
        List<String> lines = Columns.wrap(text, width);
        assertThat(String.join("", lines)).isEqualTo(text);
        for (String line : lines) {
          assertThat(Columns.width(line)).isLessThanOrEqualTo(width);
          // No vowel or sign is torn off the consonant to which it belongs.
          assertThat(Character.getType(line.codePointAt(0)))
              .as(line)
              .isNotIn((int) Character.NON_SPACING_MARK, (int) Character.COMBINING_SPACING_MARK);
          assertThat("ะาำๅๆະາຳຽໆ").doesNotContain(line.substring(0, 1));
          assertThat("เแโใไເແໂໃໄ\u17D2\u1039").doesNotContain(line.substring(line.length() - 1));
        }
      }
    }

    @Test
    void fillsALineInPlaceOfLeavingItShort() {
      assertThat(Columns.wrap("He said: " + THAI, 20).get(0)).startsWith("He said: รัฐ");
    }
  }

  @Test
  void beginsWithAsMuchAsFitsBeforeAnEllipsis() {
    assertThat(Columns.begin("The town bridge", 15)).isEqualTo("The town bridge");
    assertThat(Columns.begin("The town bridge", 14)).isEqualTo("The town…");
    assertThat(Columns.begin("城里的大桥", 8)).isEqualTo("城里的…");
  }
}
