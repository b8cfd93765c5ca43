package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.inspection.Inspector;
import org.claimtrace.json.ClaimDocument;
import org.claimtrace.json.ClaimJson;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  private static final String AGREES = """
      {"id": "good", "title": "Good", "claims": {"c": {"text": "C", "evidence": ["s"], "reviews": {"paper": "supported"}}},
       "sources": {"s": "The survey", "paper": "The paper"}}
      """;
  private static final String DISAGREES = """
      {"id": "bad", "title": "Bad", "claims": {"c": {"text": "The bridge is closed",
        "evidence": [{"source": "s", "stance": "refutes"}], "reviews": {"paper": "supported"}}},
       "sources": {"s": {"title": {"en": "The survey", "zh": "调查"}}, "paper": {"title": {"en": "The paper", "zh": "报纸"}}}}
      """;
  private static final String ALONE = """
      {"id": "alone", "title": "Alone", "claims": {"c": {"text": "C", "reviews": {"paper": "misleading"}}},
       "sources": {"paper": "The paper"}}
      """;

  /** The title of the first source has two wide characters and a letter with a combining mark, which takes no column. */
  private static final String RING = """
      {"id": "ring", "title": "Ring", "accepted": [{"finding": "unused-source", "at": "x", "because": "It is the next to read"}],
       "claims": {"c": {"text": "The hall was full", "evidence": ["a"]}},
       "sources": {"x": "晚报 e\u0301d", "a": {"title": "Paper A", "derivedFrom": ["b"]}, "b": {"title": "Paper B", "derivedFrom": ["a"]}}}
      """;

  private static final String MIXED = """
      {"id": "mixed", "title": "Mixed",
       "claims": {"c": {"text": "The hall was full", "evidence": ["z", "a"], "reviews": {"x": "refuted"}}},
       "sources": {"x": "Checkers", "y": "Unread", "z": "Witness", "a": {"title": "Paper A", "derivedFrom": ["b"]},
         "b": {"title": "Paper B", "derivedFrom": ["a"]}}}
      """;

  @TempDir
  private Path folder;

  private String file(String name, String json) throws IOException {
    return Files.writeString(folder.resolve(name), json).toString();
  }

  @Nested
  class WhereEveryVerdictFollows {
    @Test
    void exitsWithZeroAndOnlyCounts() throws IOException {
      assertThat(CommandRun.of("check", file("good.json", AGREES)))
          .isEqualTo(new CommandRun(
              0, "", "claimtrace: The one published verdict follows from the evidence.\n"));
    }

    @Test
    void exitsWithZeroForAllClaimsOfThisProject() {
      assertThat(CommandRun.of("check", "claims", "--no-findings"))
          .isEqualTo(
              new CommandRun(
                  0,
                  """
              claims/worked-cases/a-review-that-was-overtaken.json
                The lake dries up every summer [lake-dries-up]
                “A fact-checker” [1] published “True”, entered here as “Supported”. It
                followed from the evidence when it was published (September 2019), and has
                been overtaken since June 2024: now “Refuted” follows. What changed then: “The
                water survey of 2024” [2], as a source against it.

                Sources
                  [1] “A fact-checker”
                  [2] “The water survey of 2024”, June 2024
              """,
                  "claimtrace: 13 published verdicts follow from the evidence. One published verdict has been overtaken by later evidence.\n"));
    }
  }

  @Nested
  class WhereOneDoesNot {
    @Test
    void exitsWithOneAndExplainsWhy() throws IOException {
      String bad = file("bad.json", DISAGREES);
      assertThat(CommandRun.of("check", bad))
          .isEqualTo(new CommandRun(
              1,
              bad + """

            The bridge is closed
            The verdict of “The paper” [1] is entered here as “Supported”. From the
            evidence follows “Refuted”.
            ✗ Refuted  [c]
              What speaks against it holds, and nothing that holds speaks for it.

            What speaks against it
              • “The survey” [2]

            Sources
              [1] “The paper”
              [2] “The survey”
          """,
              "claimtrace: The one published verdict does not follow from the evidence.\n"));
    }

    @Test
    void writesChinese() throws IOException {
      String bad = file("bad.json", DISAGREES);
      CommandRun run = CommandRun.of("check", bad, "--lang", "zh");
      assertThat(run.out()).contains("  “报纸”[1]的结论在此录入为“属实”。从依据得出的却是“不实”。\n");
      assertThat(run.err()).isEqualTo("claimtrace: 1 条已发布的结论中，有 1 条与依据不符。\n");
    }

    @Test
    void writesJson() throws IOException {
      String bad = file("bad.json", DISAGREES);
      assertThat(
              CommandRun.of("check", bad, "--format", "json", "--no-findings").out())
          .isEqualTo("""
          {
            "format": 1,
            "result": "checked-files",
            "files": [
              {
                "file": "%s",
                "graph": "bad",
                "method": "certain",
                "worlds": 1,
                "standard": "preponderance",
                "reviews": "evidence-first",
                "comparisons": [
                  {
                    "claim": "c",
                    "id": "c/reviews/paper",
                    "reviewer": "paper",
                    "published": "supported",
                    "derived": "refuted",
                    "outcome": "does-not-follow"
                  }
                ]
              }
            ]
          }
          """.formatted(bad));
    }
  }

  @Nested
  class WhereThereIsNothingToCheckAgainst {
    @Test
    void saysSoAndExitsWithZero() throws IOException {
      String alone = file("alone.json", ALONE);
      assertThat(CommandRun.of("check", alone))
          .isEqualTo(new CommandRun(
              0,
              alone + """

            C [c]
            The verdict of “The paper” [1] is entered here as “True, but missing context”.
            There is nothing to check this against: nothing but reviews bears on the
            claim.

            Sources
              [1] “The paper”
          """,
              "claimtrace: One published verdict has nothing to be checked against.\n"));
    }
  }

  @Nested
  class OverAFolder {
    @Test
    void checksFilesInOrderDespiteABrokenOne() throws IOException {
      file("b-bad.json", DISAGREES);
      String broken = file("a-broken.json", "{");
      file("c-alone.json", ALONE);
      file("notes.txt", "not a claim file");
      CommandRun run = CommandRun.of("check", folder.toString());
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()
              .lines()
              .filter(line -> line.startsWith("/"))
              .map(Path::of)
              .map(Path::getFileName)
              .map(Path::toString))
          .containsExactly("b-bad.json", "c-alone.json");
      assertThat(run.err())
          .startsWith(broken + ":1:2")
          .endsWith(
              "claimtrace: The one published verdict does not follow from the evidence."
                  + " One published verdict has nothing to be checked against. One file could not be read.\n");
    }

    @Test
    void withoutClaimFilesExitsWithTwo() {
      CommandRun run = CommandRun.of("check", folder.toString());
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).startsWith(folder + ": no file in this folder ends in .json.");
    }
  }

  @Nested
  class WithoutReviews {
    @Test
    void saysSo() {
      assertThat(CommandRun.of("check", "claims/worked-cases/one-good-witness.json"))
          .isEqualTo(
              new CommandRun(0, "", "claimtrace: There are no published verdicts to check.\n"));
    }
  }

  @Nested
  class WhatTheInspectionFinds {
    @Test
    void isToldWithItsPlaceAndItsRemedyAndWhatIsAcceptedIsCounted() throws IOException {
      String ring = file("ring.json", RING);
      assertThat(CommandRun.of("check", ring))
          .isEqualTo(new CommandRun(
              1,
              ring + """

            One error
              ¤:3:29 [circular-sourcing]
                These sources have it from each other, in a ring: “Paper A” → “Paper B” →
                “Paper A”. No source outside stands behind them, so nothing that they only
                pass on counts.
                  "sources": {"x": "晚报 e\u0301d", "a": {"title": "Paper A", "derivedFrom": ["…
                                              ^
                Find out which of them had it first, and from whom, and take that one's
                “derivedFrom” away or name its true origin.
          """.replace("¤", ring),
              "claimtrace: There are no published verdicts to check. The inspection found one error."
                  + " One finding is accepted by the authors.\n"));
    }

    @Test
    void isToldInChineseInALanguageAskedFor() throws IOException {
      String ring = file("ring.json", RING);
      assertThat(CommandRun.of("check", ring, "--lang", "zh"))
          .isEqualTo(new CommandRun(
              1,
              ring + """

            1 个错误
              ¤:3:29 [circular-sourcing]
                这些来源互相转述，绕成一圈：“Paper A（en）” → “Paper B（en）” → “Paper A
                （en）”。圈外没有任何出处，因此凡是它们转述的内容都不算数。
                  "sources": {"x": "晚报 e\u0301d", "a": {"title": "Paper A", "derivedFrom": ["…
                                              ^
                查清其中哪一家最先说、又是从哪里得来的，然后去掉它的“derivedFrom”，或写上
                真正的出处。
          """.replace("¤", ring),
              "claimtrace: 没有已发布的结论可供核对。检查发现 1 个错误。另有 1 项发现已由作者接受。\n"));
    }

    @Test
    void isQuotedFromTheMiddleOfALongLine() throws IOException {
      String ring = file("ring.json", RING.replace("\n ", ""));
      assertThat(CommandRun.in(60, false, "check", ring).out()).contains("""
                  …urces": {"x": "晚报 e\u0301d", "a": {"title": "Paper A",…
                                            ^
          """);
    }

    @Test
    void followsTheVerdictsOfItsFileTheGravestFirstAndRepeatsNoneOfThem() throws IOException {
      String mixed = file("mixed.json", MIXED);
      CommandRun run = CommandRun.of("check", mixed);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out().lines().filter(line -> line.startsWith("  ") && !line.startsWith("   ")))
          .containsExactly(
              "  The hall was full",
              "  The verdict of “Checkers” [1] is entered here as “Refuted”. From the evidence",
              "  follows “Supported”.",
              "  ✓ Supported  [c]",
              "  What speaks for it",
              "  What is said for it, but falls short",
              "  Sources",
              "  One error",
              "  One note");
      assertThat(run.out().lines().filter(line -> line.endsWith("]") && line.contains(".json:")))
          .containsExactly(
              "    " + mixed + ":3:62 [circular-sourcing]",
              "    " + mixed + ":3:31 [unused-source]");
      assertThat(run.err())
          .isEqualTo("claimtrace: The one published verdict does not follow from the evidence."
              + " The inspection found one error, one note.\n");
    }

    @Test
    void failsTheCheckFromASeverityOnAndNeverWhenAskedNotTo() throws IOException {
      String ring = file("ring.json", RING);
      String copies = "claims/worked-cases/copies-are-worth-nothing.json";
      assertThat(CommandRun.of("check", ring, "--fail-on", "error").status()).isEqualTo(1);
      assertThat(CommandRun.of("check", ring, "--fail-on", "never").status()).isZero();
      assertThat(CommandRun.of("check", copies).status()).isZero();
      assertThat(CommandRun.of("check", copies, "--fail-on", "warning").status())
          .isEqualTo(1);
      assertThat(CommandRun.of("check", copies, "--fail-on", "never").status()).isZero();
      String noted =
          file("noted.json", AGREES.replace("\"s\": ", "\"unread\": \"Unread\", \"s\": "));
      assertThat(CommandRun.of("check", noted, "--fail-on", "warning").status()).isZero();
      assertThat(CommandRun.of("check", noted, "--fail-on", "note"))
          .isEqualTo(
              new CommandRun(
                  1,
                  noted + """

            One note
              ¤:2:14 [unused-source]
                Nothing in the graph uses “Unread”.
                  "sources": {"unread": "Unread", "s": "The survey", "paper": "The paper"…
                              ^
                Use it where it bears on a claim, or take it out.
          """.replace("¤", noted),
                  "claimtrace: The one published verdict follows from the evidence. The inspection found one note.\n"));
    }

    @Test
    void isLeftOutWithNoFindings() throws IOException {
      String ring = file("ring.json", RING);
      assertThat(CommandRun.of("check", ring, "--no-findings"))
          .isEqualTo(
              new CommandRun(0, "", "claimtrace: There are no published verdicts to check.\n"));
      assertThat(CommandRun.of("check", ring, "--no-findings", "--fail-on", "note"))
          .isEqualTo(new CommandRun(2, "", """
          claimtrace: --fail-on: with --no-findings there are no findings to fail on. Leave one of the two out.
          Run 'claimtrace check --help' to see what there is.
          """));
      assertThat(CommandRun.of("check", ring, "--fail-on", "errors").err()).isEqualTo("""
          claimtrace: --fail-on does not know 'errors'. Did you mean 'error'?
          Run 'claimtrace check --help' to see what there is.
          """);
    }

    @Test
    void isWrittenAsJsonAsAnInspectionWritesIt() throws IOException {
      Path ring = Path.of(file("ring.json", RING));
      ClaimDocument document = ClaimJson.readDocument(ring);
      String inspection = Inspector.usual()
          .inspect(Evaluator.builder().build().evaluate(document.graph()), document)
          .toJson();
      String members = inspection.substring(inspection.indexOf("  \"findings\""));
      assertThat(CommandRun.of("check", ring.toString(), "--format", "json").out())
          .contains(members
              .substring(0, members.lastIndexOf("\n}"))
              .lines()
              .map(line -> "    " + line)
              .collect(
                  Collectors.joining("\n", "      \"comparisons\": [],\n", "\n    }\n  ]\n}\n")));
    }
  }
}
