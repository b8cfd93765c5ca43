package org.claimtrace.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Direction controls are written as visible characters here, {@code <} and {@code >} around an isolate; {@link #seen} converts them. */
class IsolationTest {

  private static final String SIGNS = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

  /** LRE, RLE, PDF, LRO, RLO, LRI, RLI, FSI, PDI. */
  private static final String SEEN = "eE;oO[{<>";

  /** Writes the direction controls as visible characters. */
  private static String seen(String words) {
    StringBuilder seen = new StringBuilder(words);
    for (int i = 0; i < seen.length(); i++) {
      int sign = SIGNS.indexOf(seen.charAt(i));
      if (sign >= 0) {
        seen.setCharAt(i, SEEN.charAt(sign));
      }
    }
    return seen.toString();
  }

  private static String unseen(String seen) {
    StringBuilder words = new StringBuilder(seen);
    for (int i = 0; i < words.length(); i++) {
      int sign = SEEN.indexOf(words.charAt(i));
      if (sign >= 0) {
        words.setCharAt(i, SIGNS.charAt(sign));
      }
    }
    return words.toString();
  }

  @Nested
  class WordsOfAGraph {

    @ParameterizedTest
    @ValueSource(
        strings = {"", "Water is wet.", "水是湿的。", "Łódź, 50%", "👩‍🔬 🇩🇪 é", "a\u200Bb\u00ADc"})
    void areUnchangedIfWrittenFromLeftToRight(String words) {
      assertThat(Isolation.isolated(words)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
      "שלום, <שלום>",
      "ab שלום 12, <ab שלום 12>",
      "مرحبا, <مرحبا>",
      "\u0661\u0662, <\u0661\u0662>",
      "a\u200F, <a\u200F>",
      "\uD83A\uDD00 (Adlam), <\uD83A\uDD00 (Adlam)>",
    })
    void areIsolatedIfWrittenFromRightToLeft(String words, String expected) {
      assertThat(seen(Isolation.isolated(words))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "abO cd, <abO cd;>",
      "eEoO, <eEoO;;;;>",
      "ab{cd, ab{cd>",
      "a<b{c[d, a<b{c[d>>>",
      "{O, {O;>",
      "{O>, {O>",
      "O{, <O{>;>",
    })
    void haveTheIsolatesClosedThatTheyOpen(String words, String expected) {
      assertThat(seen(Isolation.isolated(unseen(words)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"a;b>c, abc", "<a>>b, <a>b", "O;;, <O;>", "{;>, {>", "{E>;, {E>"})
    void doNotCloseIsolatesThatTheyDidNotOpen(String words, String expected) {
      assertThat(seen(Isolation.isolated(unseen(words)))).isEqualTo(expected);
    }

    @Test
    void areOneLineWithoutControlCharacters() {
      assertThat(Isolation.isolated("a\nb\tc\r\u000B\f\u0085\u2028\u2029d"))
          .isEqualTo("a b c      d");
      assertThat(Isolation.isolated("\u001B[31mred\u0000\u007F\u009B")).isEqualTo("�[31mred���");
    }
  }

  @Nested
  class ALineOfOutput {

    @Test
    void isClosedAndNotIsolated() {
      assertThat(seen(Isolation.closed(unseen("שלום O a>")))).isEqualTo("שלום O a;");
    }

    @Test
    void closesItsIsolatesBeforeTheNextLine() {
      assertThat(seen(Isolation.closedLines(unseen("aO\nb;{\n\nc>")))).isEqualTo("aO;\nb{>\n\nc");
      assertThat(Isolation.closedLines("\u001B[1m水\n\t")).isEqualTo("\u001B[1m水\n\t");
    }

    @Test
    void reopensTheIsolatesOfTheLineBefore() {
      assertThat(Columns.wrap(unseen("<Oab cd;> xy"), 2).stream().map(IsolationTest::seen))
          .containsExactly("<Oab;>", "<Ocd;>", "xy");
      assertThat(Columns.wrap(unseen("水 <水水水>"), 4).stream().map(IsolationTest::seen))
          .containsExactly("水", "<水水>", "<水>");
    }
  }

  private static String random(SplittableRandom random) {
    String signs = "ab (水שם1,\u200F" + SIGNS + SIGNS;
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      words.append(signs.charAt(random.nextInt(signs.length())));
    }
    return words.toString();
  }

  /** Checked against Java's own implementation of the algorithm. */
  @Test
  void keepsTheOrderOfSurroundingTextAndIsIdempotent() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      String words = random(random);
      String isolated = Isolation.isolated(words);
      assertThat(Isolation.isolated(isolated)).as(seen(words)).isEqualTo(isolated);
      assertThat(Isolation.closed(isolated)).as(seen(words)).isEqualTo(isolated);
      String line = "x (" + isolated + ") 12, " + Isolation.isolated(random(random)) + " y.";
      assertThat(turnedOutside(line)).as(seen(line)).isZero();
      List<String> wrapped = Columns.wrap(line, 2 + random.nextInt(12));
      for (String each : wrapped) {
        assertThat(turnedOutside(each)).as(seen(each)).isZero();
      }
    }
  }

  /** Returns the number of characters outside of isolates that are not read from left to right. */
  private static int turnedOutside(String line) {
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_LEFT_TO_RIGHT);
    int isolates = 0;
    int turned = 0;
    for (int i = 0; i < line.length(); i++) {
      isolates -= line.charAt(i) == '\u2069' ? 1 : 0;
      turned += isolates <= 0 && bidi.getLevelAt(i) != 0 ? 1 : 0;
      isolates += line.charAt(i) >= '\u2066' && line.charAt(i) <= '\u2068' ? 1 : 0;
    }
    return turned + Math.abs(isolates);
  }
}
