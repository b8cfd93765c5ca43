package org.claimtrace.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.wording.Columns;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {

  private static final String FLAGSHIP = "claims/gpt-4o-retro.json";
  private static final String BY_LOGIC =
      "claimtrace: grades are read by logic alone: above one half is yes, all others are no.\n";

  /** A graph with a claim for every verdict, in both languages. */
  private static final String FIVE = """
      {
        "id": "moon",
        "title": {"en": "Were men on the Moon?", "zh": "有人登上过月球吗？"},
        "thesis": ["faked"],
        "claims": {
          "landed": {"text": {"en": "Apollo 11 landed on the Moon", "zh": "阿波罗 11 号登上了月球"}, "evidence": ["nasa"]},
          "flag-waves": {
            "text": {"en": "The flag moves in the pictures", "zh": "照片里的旗子在飘动"},
            "evidence": ["film", {"source": "nasa", "stance": "qualifies", "date": "1971"}]
          },
          "faked": {
            "text": {"en": "The landing was faked in a studio", "zh": "登月是在摄影棚里伪造的"},
            "inferences": [{"stance": "refutes", "premises": ["landed"]}]
          },
          "heard": {
            "text": {"en": "Hams heard the astronauts from the Moon", "zh": "业余无线电爱好者收到了宇航员从月球发出的信号"},
            "evidence": ["film", {"source": "nasa", "stance": "refutes"}]
          },
          "why": {"text": {"en": "Somebody wanted it to look real", "zh": "有人想以假乱真"}, "reviews": {"film": "supported"}}
        },
        "sources": {"nasa": {"title": "NASA", "published": "1970"}, "film": {"title": "A film", "published": "1978"}}
      }
      """;

  @TempDir
  private Path folder;

  private String file(String json) throws IOException {
    return Files.writeString(folder.resolve("moon.json"), json).toString();
  }

  @Nested
  class TheTable {

    @Test
    void hasTheTextBesideTheIdIfThereIsRoom() throws IOException {
      assertThat(CommandRun.of("evaluate", file(FIVE), "--reviews", "evidence-only"))
          .isEqualTo(new CommandRun(0, """
              Were men on the Moon?
              reviews: evidence-only

              ✓ supported    landed      Apollo 11 landed on the Moon
              ! misleading   flag-waves  The flag moves in the pictures
              ✗ refuted      faked       The landing was faked in a studio
              ⇄ conflicting  heard       Hams heard the astronauts from the Moon
              ? unverified   why         Somebody wanted it to look real

              5 claims: 1 supported, 1 misleading, 1 refuted, 1 conflicting, 1 unverified
              The thesis is refuted: faked
              """, ""));
    }

    @Test
    void isInChineseOnDemand() throws IOException {
      assertThat(CommandRun.of(
              "evaluate",
              file(FIVE),
              "--lang",
              "zh-Hans",
              "--as-of",
              "1975",
              "--standard",
              "beyond-reasonable-doubt",
              "--reviews",
              "reviews-first"))
          .isEqualTo(new CommandRun(0, """
              有人登上过月球吗？
              截至 1975；评审的作用：reviews-first；证明标准：beyond-reasonable-doubt

              ✓ 属实      landed      阿波罗 11 号登上了月球
              ? 未证实    flag-waves  照片里的旗子在飘动
              ✗ 不实      faked       登月是在摄影棚里伪造的
              ✗ 不实      heard       业余无线电爱好者收到了宇航员从月球发出的信号
              ? 未证实    why         有人想以假乱真

              共 5 条说法：属实 1 条，不实 2 条，未证实 2 条
              论点不实：faked
              """, ""));
    }

    @Test
    void hasTheTextBelowTheIdIfThereIsLittleRoom() throws IOException {
      assertThat(CommandRun.of("evaluate", file(FIVE), "--width", "44"))
          .isEqualTo(new CommandRun(0, """
              Were men on the Moon?

              ✓ supported    landed
                             Apollo 11 landed on the Moon
              ! misleading   flag-waves
                             The flag moves in the
                             pictures
              ✗ refuted      faked
                             The landing was faked in a
                             studio
              ⇄ conflicting  heard
                             Hams heard the astronauts
                             from the Moon
              ✓ supported    why
                             Somebody wanted it to look
                             real

              5 claims: 2 supported, 1 misleading, 1
              refuted, 1 conflicting
              The thesis is refuted: faked
              """, ""));
    }

    @Test
    void hasChancesIfAnythingIsLeftToChance() throws IOException {
      String numbers = """
          {
            "id": "odds",
            "title": "掷硬币",
            "language": "zh",
            "claims": {
              "a": {"text": "肯定", "evidence": [{"source": "s"}]},
              "b": {"text": "八成", "evidence": [{"source": "s", "strength": 0.8}]},
              "c": {"text": "几乎肯定", "evidence": [{"source": "s", "strength": 0.999}]},
              "d": {"text": "几乎不可能", "evidence": [{"source": "s", "strength": 0.001}]},
              "e": {"text": "反驳", "evidence": [{"source": "s", "stance": "refutes", "strength": "likely"}]},
              "f": {"text": "两可", "evidence": ["s", {"source": "t", "stance": "refutes", "strength": "very likely"}]}
            },
            "sources": {"s": "甲", "t": "乙"}
          }
          """;
      assertThat(CommandRun.of("evaluate", file(numbers))).isEqualTo(new CommandRun(0, """
              掷硬币

              ✓ 属实      100%  a  肯定
              ✓ 属实       80%  b  八成
              ✓ 属实      >99%  c  几乎肯定
              ? 未证实    >99%  d  几乎不可能
              ✗ 不实       66%  e  反驳
              ⇄ 证据矛盾   90%  f  两可

              共 6 条说法：属实 3 条，不实 1 条，证据矛盾 1 条，未证实 1 条
              百分数：每 100 个可能世界中，有多少个得出这一结论。
              未给评级、按确定无疑计入的：2 个来源、2 条证据。
              """, ""));
      assertThat(CommandRun.of("evaluate", file(numbers), "--logic", "--lang", "en"))
          .isEqualTo(new CommandRun(0, """
              掷硬币 [zh]
              by logic alone

              ✓ supported    a  肯定 [zh]
              ✓ supported    b  八成 [zh]
              ✓ supported    c  几乎肯定 [zh]
              ? unverified   d  几乎不可能 [zh]
              ✗ refuted      e  反驳 [zh]
              ⇄ conflicting  f  两可 [zh]

              6 claims: 3 supported, 1 refuted, 1 conflicting, 1 unverified
              """, BY_LOGIC));
    }

    @Test
    void marksCloseVerdictsAndExplainsTheMark() throws IOException {
      String coin = """
          {
            "id": "coin",
            "title": {"en": "Heads or tails", "zh": "正面还是反面"},
            "claims": {
              "a": {"text": {"en": "Heads", "zh": "正面"}, "evidence": ["coin"]},
              "b": {"text": {"en": "Barely heads", "zh": "勉强算正面"}, "evidence": ["bent"]}
            },
            "sources": {
              "coin": {"title": "coin", "reliability": 0.5},
              "bent": {"title": "bent", "reliability": 0.501}
            }
          }
          """;
      assertThat(CommandRun.of("evaluate", file(coin))).isEqualTo(new CommandRun(0, """
              Heads or tails

              ? unverified    50% ~  a  Heads
              ✓ supported    >50%    b  Barely heads

              2 claims: 1 supported, 1 unverified
              A percentage is the share of possible worlds with this verdict.
              ~ close: another verdict would follow if a number that decides this one were a
              little otherwise.
              Taken for certain, for want of a grade: 2 pieces of evidence.
              """, ""));
      assertThat(CommandRun.of("evaluate", file(coin), "--lang", "zh"))
          .isEqualTo(new CommandRun(0, """
              正面还是反面

              ? 未证实     50% ~  a  正面
              ✓ 属实      >50%    b  勉强算正面

              共 2 条说法：属实 1 条，未证实 1 条
              百分数：每 100 个可能世界中，有多少个得出这一结论。
              ~ 处于临界：起决定作用的数字稍有出入，结论就会不同。
              未给评级、按确定无疑计入的：2 条证据。
              """, ""));
    }

    @Test
    void doesNotMentionLogicIfThereAreNoNumbers() throws IOException {
      assertThat(CommandRun.of("evaluate", file(FIVE), "--logic").err()).isEmpty();
    }

    @Test
    void isColouredOnlyOnDemand() throws IOException {
      String one = "{\"id\": \"g\", \"title\": \"A title\", \"claims\": {\"a\": \"A text\"}}";
      assertThat(
              CommandRun.in(80, true, "evaluate", file(one), "--as-of", "2020").out())
          .isEqualTo("""
              \033[1mA title\033[0m
              \033[2mas of 2020\033[0m

              \033[36m? unverified\033[0m   \033[2ma  \033[0mA text

              1 claim: 1 unverified
              """);
    }

    @ParameterizedTest(name = "{0} columns, in {1}")
    @CsvSource({"40, en", "40, zh", "80, en", "80, zh", "120, en", "120, zh", "200, en"})
    void ofTheFlagshipKeepsToItsWidthAndHasEveryTextWhole(int width, String language) {
      CommandRun run = CommandRun.of(
          "evaluate", FLAGSHIP, "--width", Integer.toString(width), "--lang", language);
      assertThat(run.status()).isEqualTo(0);
      assertThat(run.err()).isEmpty();
      assertThat(run.out().lines()).allSatisfy(line -> {
        assertThat(Columns.width(line)).isLessThanOrEqualTo(width);
        assertThat(line).isEqualTo(line.stripTrailing());
      });
      String words = run.out().replaceAll("\\s", "");
      assertThat(words)
          .contains(
              language.equals("zh")
                  ? "凯西·菲斯勒把这种哀伤比作两件往事：索尼2014年停止维修机器狗Aibo后，主人为它们举行葬礼；以及伴侣应用Soulmate关停后用户的丧失之痛"
                  : "oncerepairshadendedin2014,andtothebereavementwhentheappSoulmateclosed");
    }

    @Test
    void givesALongIdLinesOfItsOwn() throws IOException {
      String graph = "{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"%s\": \"A text\"}}";
      assertThat(CommandRun.of(
                  "evaluate", file(graph.formatted("long-".repeat(20) + "end")), "--width", "60")
              .out())
          .isEqualTo("""
              t

              ? unverified   long-long-long-long-long-long-long-long-long-
                             long-long-long-long-long-long-long-long-long-
                             long-long-end
                             A text

              1 claim: 1 unverified
              """);
    }
  }

  @Nested
  class TheLanguage {

    @ParameterizedTest(name = "a graph in {0}: {2}")
    @CsvSource({"en, Hello, Hello", "zh, 你好, 你好", "zh-Hant, 妳好, 妳好", "fr, Bonjour, Bonjour [fr]"})
    void isTheGraphsOwnIfThatIsEnglishOrChinese(String language, String words, String title)
        throws IOException {
      String graph =
          "{\"id\": \"g\", \"language\": \"%s\", \"title\": \"%s\", \"claims\": {\"a\": \"b\"}}";
      assertThat(CommandRun.of("evaluate", file(graph.formatted(language, words)))
              .out()
              .lines())
          .first()
          .isEqualTo(title);
    }

    @ParameterizedTest(name = "who wants {0} reads {1}")
    @CsvSource({
      "zh-Hant-TW, 繁",
      "zh-Hans-CN, 简 [zh-Hant]",
      "zh, 繁",
      "de-AT, DE",
      "fr, EN [en]",
    })
    void isNamedIfItIsNotTheOneWanted(String wanted, String title) throws IOException {
      String graph =
          "{\"id\": \"g\", \"title\": {\"en\": \"EN\", \"zh-Hant\": \"繁\", \"de\": \"DE\"}, \"claims\": {\"a\": \"b\"}}";
      assertThat(CommandRun.of("evaluate", file(graph), "--lang", wanted).out().lines())
          .first()
          .isEqualTo(title.replace("简", "繁"));
    }
  }

  @Nested
  class AsJson {

    @Test
    void isTheResultAndNothingElse() throws IOException {
      assertThat(CommandRun.of(
              "evaluate",
              file("{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"甲\": \"b\"}}"),
              "--format",
              "json"))
          .isEqualTo(new CommandRun(0, """
              {
                "format": 1,
                "result": "evaluation",
                "graph": "g",
                "method": "certain",
                "worlds": 1,
                "standard": "preponderance",
                "reviews": "evidence-first",
                "claims": {
                  "甲": {"verdict": "unverified", "supported": 0, "refuted": 0, "conflicting": 0, "unverified": 1, "qualified": 0}
                }
              }
              """, ""));
    }

    @Test
    void hasNoNotesInTheResult() {
      CommandRun run = CommandRun.of("evaluate", FLAGSHIP, "--logic", "--format", "json");
      assertThat(run.err()).isEqualTo(BY_LOGIC);
      assertThat(run.out())
          .startsWith("{\n")
          .contains("\n  \"method\": \"certain\",\n")
          .endsWith("}\n");
    }
  }

  @Nested
  class AGraphTooLargeToBeExact {

    @Test
    void saysThatItWasSampled() throws IOException {
      String claim =
          "\"c%d\": {\"text\": \"t\", \"evidence\": [{\"source\": \"s\", \"strength\": 0.9}]}";
      String graph = IntStream.rangeClosed(0, Evaluator.MOST_EXACT_COINS)
          .mapToObj(claim::formatted)
          .collect(Collectors.joining(
              ",",
              "{\"id\": \"g\", \"title\": \"t\", \"sources\": {\"s\": \"s\"}, \"claims\": {",
              "}}"));
      assertThat(CommandRun.of("evaluate", file(graph), "--worlds", "64").err())
          .isEqualTo(
              "claimtrace: too much is left to chance to be exact about; probabilities are counted in 64 sampled worlds, good to"
                  + " about 12.5 percentage points.\n");
    }
  }

  @Nested
  class ABrokenFile {

    @Test
    void isReportedWithAllItsProblemsAndNoResult() throws IOException {
      String path = file("""
          {
            "id": "g",
            "claims": {
              "a": {"text": "水是湿的", "evidence": ["nsaa"]},
              "b": {"text": "b", "kidn": "fact"}
            },
            "sources": {"nasa": "NASA"}
          }
          """);
      assertThat(CommandRun.of("evaluate", path))
          .isEqualTo(new CommandRun(2, "", """
              PATH:1:1 (whole graph) missing-member: the graph has no title. Write one under 'title'.
              PATH:4:40 (/claims/a/evidence/0) unknown-source: no source 'nsaa'. Did you mean 'nasa'?
              PATH:5:24 (/claims/b/kidn) unknown-member: a claim has no member 'kidn'. Did you mean 'kind'?
              """.replace("PATH", path)));
    }

    @Test
    void isReportedIfItIsAFolder() {
      assertThat(CommandRun.of("evaluate", folder.toString()))
          .isEqualTo(new CommandRun(
              2,
              "",
              folder + " (whole graph) unreadable: this is a directory. Name a file in it.\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "json"})
  void isDeterministic(String format) {
    assertThat(CommandRun.of("evaluate", FLAGSHIP, "--format", format))
        .isEqualTo(CommandRun.of("evaluate", FLAGSHIP, "--format=" + format));
    assertThat(UTF_8.newEncoder().canEncode(CommandRun.of("evaluate", FLAGSHIP).out()))
        .isTrue();
  }
}
