package org.claimtrace.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

  private static final String FORGED =
      "a\n1:1 (/claims) syntax: all is well\u001b[2K\u202egnp\u2066\u200b\u3164\ud800";
  private static final String SHOWN =
      "a\\u000a1:1 (/claims) syntax: all is well\\u001b[2K\\u202egnp\\u2066\\u200b\\u3164\\ud800";

  @Nested
  class APrintedProblem {

    @Test
    void isOnOneLineAndShowsInvisibleCharacters() {
      Problem problem = new Problem(
          ProblemCode.BLANK, Place.in(FORGED, 3, 4, "/" + FORGED), FORGED, FORGED + ".");
      assertThat(problem)
          .hasToString(SHOWN + ":3:4 (/" + SHOWN + ") blank: " + SHOWN + ". " + SHOWN + ".");
      assertThat(problem.message()).isEqualTo(SHOWN);
      assertThat(new ClaimGraphException(ImmutableList.of(problem), 1))
          .hasMessage(problem.toString());
    }

    @Test
    void keepsItsPointerAndItsDocumentAsTheyAre() {
      Place place = Place.in(FORGED, 3, 4, "/" + FORGED);
      Problem problem = new Problem(ProblemCode.BLANK, place, "x", "y.");
      assertThat(problem.place()).isEqualTo(place);
      assertThat(problem.place().pointer()).isEqualTo("/" + FORGED);
      assertThat(problem.place().document()).contains(FORGED);
      assertThat(problem.under("/" + FORGED).place().pointer())
          .isEqualTo("/" + FORGED + "/" + FORGED);
    }

    @Test
    void isNotEscapedTwiceWhenItIsMoved() {
      Problem problem = new Problem(ProblemCode.BLANK, Place.at(""), FORGED, "y.");
      assertThat(problem.at(Place.at("/a"))).hasToString("(/a) blank: " + SHOWN + ". y.");
    }
  }

  @Nested
  class AnUnknownId {

    @Test
    void showsInvisibleCharacters() {
      assertThat(new UnknownIdException("claim", FORGED, ImmutableList.of()))
          .hasMessage("no claim '" + SHOWN + "'. No claim has an id like it.")
          .extracting(refused -> refused.id())
          .isEqualTo(FORGED);
    }
  }

  @Nested
  class AText {

    @ParameterizedTest
    @CsvSource({
      "0000, \\u0000",
      "007F, \\u007f",
      "0085, \\u0085",
      "00AD, \\u00ad",
      "034F, \\u034f",
      "061C, \\u061c",
      "115F, \\u115f",
      "180E, \\u180e",
      "200D, \\u200d",
      "2028, \\u2028",
      "2029, \\u2029",
      "202E, \\u202e",
      "2066, \\u2066",
      "2800, \\u2800",
      "FE0F, \\ufe0f",
      "FEFF, \\ufeff",
      "FFA0, \\uffa0",
      "DC00, \\udc00",
      "E0041, \\udb40\\udc41",
      "E0100, \\udb40\\udd00"
    })
    void showsAnInvisibleCharacterAsJsonEscapesIt(String codePoint, String shown) {
      String c = Character.toString(Integer.parseInt(codePoint, 16));
      assertThat(Problem.visible(c)).isEqualTo(shown);
      assertThat(Problem.visible("雨" + c + "x")).isEqualTo("雨" + shown + "x");
      assertThat(Problem.quoted(c)).isEqualTo("'" + shown + "'");
    }

    @Test
    void ofLettersSignsAndSpacesIsShownAsItIs() {
      String plain = "Is it so? 大桥已关闭。 हिन्दी été 😀 עברית a\u00a0b\u3000c \\ \\u202e";
      assertThat(Problem.visible(plain)).isEqualTo(plain);
    }

    @Test
    void thatIsLongIsCutAfterAWholeCharacter() {
      assertThat(Problem.quoted("😀".repeat(60))).isEqualTo("'" + "😀".repeat(60) + "'");
      assertThat(Problem.quoted("😀".repeat(61))).isEqualTo("'" + "😀".repeat(60) + "…'");
      assertThat(Problem.quoted("x".repeat(100_000))).isEqualTo("'" + "x".repeat(60) + "…'");
    }
  }

  @Nested
  class AFloodOfProblems {

    @Test
    void isKeptUpToALimitOfProblems() {
      Problems problems = new Problems();
      for (int i = 0; i < 10_001; i++) {
        problems.add(Problem.at("", ProblemCode.BLANK, "x", "y."));
      }
      assertThat(problems.kept()).hasSize(10_000);
      assertThat(problems.count()).isEqualTo(10_001);
    }

    @Test
    void isKeptUpToALimitOfCharactersAndTheRestIsNotComputed() {
      Problems problems = new Problems();
      String pointer = "/" + "x".repeat(999_999);
      for (int i = 0; i < 8; i++) {
        problems.add(() -> Problem.at(pointer, ProblemCode.BLANK, "x", "y."));
      }
      problems.add(() -> {
        throw new AssertionError("computed");
      });
      assertThat(problems.kept()).hasSize(8);
      assertThat(problems.count()).isEqualTo(9);
      problems.forget(pointer);
      assertThat(problems.isFull()).isFalse();
    }

    @Test
    void isCountedInFullWhenItIsAddedToAnother() {
      Problems inner = new Problems();
      for (int i = 0; i < 10_001; i++) {
        inner.add(Problem.at("/x", ProblemCode.BLANK, "x", "y."));
      }
      Problems outer = new Problems();
      outer.addAll("/a", inner);
      outer.addAll("/b", inner);
      assertThat(outer.count()).isEqualTo(20_002);
      assertThat(outer.kept())
          .hasSize(10_000)
          .allSatisfy(each -> assertThat(each.place())
              .isEqualTo(new Place(Optional.empty(), Optional.empty(), "/a/x")));
    }
  }
}
