package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensitivityCommandTest {

  @TempDir
  private Path folder;

  private String file = "";

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("bridge.json"), """
        {
          "id": "bridge",
          "title": "The bridge",
          "sources": {
            "survey": {"title": "The survey", "reliability": 0.8},
            "county": "The county's report",
            "paper": "The paper"
          },
          "claims": {
            "unsafe": {"text": "The bridge is unsafe", "evidence": ["survey"]},
            "closed": {"text": "The bridge is closed", "inferences": [{"premises": ["unsafe", "announced"]}]},
            "announced": {"text": "A closure was announced", "evidence": ["county"]}
          }
        }
        """).toString();
  }

  @Nested
  class RestsOn {

    @Test
    void countsTheVerdictsThatChangeWithoutEachSource() {
      assertThat(CommandRun.of("rests-on", file)).isEqualTo(new CommandRun(0, """
          What rests on which source: The bridge
          Without this source alone, so many verdicts would be different:
            • survey: 2 verdicts (“The survey” [1])
            • county: 2 verdicts (“The county's report” [2])
          One more source could be wrong, and no verdict would change as long as the
          others stand.

          Sources
            [1] “The survey”
                Graded 0.8 for reliability.
            [2] “The county's report”
          """, ""));
    }

    @Test
    void listsTheVerdictsThatChange() {
      assertThat(CommandRun.of("rests-on", file, "county")).isEqualTo(new CommandRun(0, """
          What rests on this source: “The county's report” [1]
          If this source falls, 2 of 3 verdicts change.
            • The bridge is closed: “Supported” becomes “Unverified”
            • A closure was announced: “Supported” becomes “Unverified”

          Sources
            [1] “The county's report”
          """, ""));
      assertThat(CommandRun.of("rests-on", file, "paper").out())
          .isEqualTo(
              "What rests on this source: “The paper” [1]\nIf this source alone turns out to be wrong, no verdict changes.\n\nSources\n  [1] “The paper”\n");
    }

    @Test
    void writesChineseMarkdownAndJson() {
      assertThat(CommandRun.of("rests-on", file, "paper", "--lang", "zh").out())
          .isEqualTo(
              "这个来源撑着哪些结论：“The paper（en）”[1]\n就算只有这个来源说错了，也没有结论会改变。\n\n来源\n  [1] “The paper（en）”\n");
      assertThat(
              CommandRun.of("rests-on", file, "paper", "--format", "markdown").out())
          .isEqualTo(
              "# What rests on this source: “The paper” \\[1\\]\n\nIf this source alone turns out to be wrong, no verdict changes.\n\n## Sources\n\n1. “The paper”\n");
      assertThat(CommandRun.of("rests-on", file, "survey", "--format", "json").out())
          .isEqualTo("""
          {
            "format": 1,
            "result": "source-influence",
            "graph": "bridge",
            "method": "exact",
            "standard": "preponderance",
            "reviews": "evidence-first",
            "sources": [
              {
                "id": "survey",
                "verdicts": 2,
                "falls": [
                  {
                    "claim": "unsafe",
                    "before": "supported",
                    "after": "unverified"
                  },
                  {
                    "claim": "closed",
                    "before": "supported",
                    "after": "unverified"
                  }
                ]
              }
            ]
          }
          """);
    }

    @Test
    void rejectsAnUnknownSource() {
      assertThat(CommandRun.of("rests-on", file, "count").err())
          .startsWith("claimtrace: no source 'count'. Did you mean 'county'?");
    }
  }

  @Nested
  class Sensitivity {

    @Test
    void showsSourcesAndChanges() {
      assertThat(CommandRun.of("sensitivity", file, "unsafe"))
          .isEqualTo(new CommandRun(0, """
          The bridge is unsafe
          The verdict is “Supported”.

          Sources it cannot do without
            • “Unverified” without: “The survey” [1]

          What is enough: while these stand, the verdict stands, whatever other sources
          fall
            • “The survey” [1]

          What it turns on most
            How often there is a case for the claim, if each of these holds and if it does
            not:
            • “The survey” [1]: 100% if it holds, 0% if it does not
            • “The survey” [1], as a source for it: 80% if it holds, 0% if it does not

          What would change it
            • Reliability of “The survey” [1], below 0.5 (now 0.8): “Unverified”
            • Strength of “The survey” [1], as a source for it, below 0.625 (now 1):
              “Unverified”

          Sources
            [1] “The survey”
                Graded 0.8 for reliability.
          """, ""));
    }

    @Test
    void showsChangesToAWantedVerdict() {
      assertThat(CommandRun.of("sensitivity", file, "unsafe", "--to", "refuted").out())
          .contains("""
          What it would take for “Refuted”
            No change to what is entered, one or two at a time, gives that verdict: it
            would take something new.
          """);
      assertThat(
              CommandRun.of("sensitivity", file, "unsafe", "--to", "supported").err())
          .startsWith("claimtrace: Claim 'unsafe' is supported already: ask for another verdict.");
      assertThat(CommandRun.of("sensitivity", file, "unsafe", "--to", "refused").err())
          .startsWith("claimtrace: --to does not know 'refused'. Did you mean 'refuted'?");
    }

    @Test
    void readsGradesAsYesOrNoByLogic() {
      assertThat(CommandRun.of("sensitivity", file, "unsafe", "--logic", "--lang", "zh")
              .out())
          .isEqualTo("""
          The bridge is unsafe（en）
          结论是“属实”。

          缺一不可的来源
            • 少了就是“未证实”：“The survey（en）”[1]

          有这些就够：只要它们站得住，其余来源无论哪些靠不住，结论都不变
            • “The survey（en）”[1]

          什么会改变结论
            • 少了就是“未证实”：“The survey（en）”[1]
            • 少了就是“未证实”：支持它的来源：“The survey（en）”[1]

          来源
            [1] “The survey（en）”
                可靠性评级：0.8。
          """);
    }

    @Test
    void writesJson() {
      assertThat(
              CommandRun.of("sensitivity", file, "unsafe", "--format", "json").out())
          .isEqualTo("""
          {
            "format": 1,
            "result": "sensitivity",
            "graph": "bridge",
            "method": "exact",
            "standard": "preponderance",
            "reviews": "evidence-first",
            "claim": "unsafe",
            "verdict": "supported",
            "grounds": {
              "sources": [
                "survey"
              ],
              "toppling": [
                {
                  "sources": [
                    "survey"
                  ],
                  "verdict": "unverified"
                }
              ],
              "sufficient": [
                [
                  "survey"
                ]
              ],
              "triedUpTo": 1,
              "complete": true,
              "hasAllSufficient": true
            },
            "pivots": {
              "elements": [
                {
                  "kind": "source",
                  "id": "survey",
                  "grade": 0.8,
                  "quantity": "for",
                  "yes": 1,
                  "no": 0,
                  "interval": {
                    "low": 1,
                    "high": 1
                  }
                },
                {
                  "kind": "evidence",
                  "id": "unsafe/evidence/survey",
                  "grade": 1,
                  "quantity": "for",
                  "yes": 0.8,
                  "no": 0,
                  "interval": {
                    "low": 0.8,
                    "high": 0.8
                  }
                }
              ]
            },
            "flips": {
              "changes": [
                {
                  "elements": [
                    {
                      "kind": "source",
                      "id": "survey",
                      "grade": 0.8,
                      "interval": {
                        "low": 0,
                        "high": 0.5
                      }
                    }
                  ],
                  "verdict": "unverified"
                },
                {
                  "elements": [
                    {
                      "kind": "evidence",
                      "id": "unsafe/evidence/survey",
                      "grade": 1,
                      "interval": {
                        "low": 0,
                        "high": 0.625
                      }
                    }
                  ],
                  "verdict": "unverified"
                }
              ],
              "standings": [
                {
                  "kind": "source",
                  "id": "survey",
                  "grade": 0.8,
                  "ranges": [
                    {
                      "interval": {
                        "low": 0,
                        "high": 0.5
                      },
                      "verdict": "unverified"
                    },
                    {
                      "interval": {
                        "low": 0.5,
                        "high": 1
                      },
                      "verdict": "supported"
                    }
                  ]
                },
                {
                  "kind": "evidence",
                  "id": "unsafe/evidence/survey",
                  "grade": 1,
                  "ranges": [
                    {
                      "interval": {
                        "low": 0,
                        "high": 0.625
                      },
                      "verdict": "unverified"
                    },
                    {
                      "interval": {
                        "low": 0.625,
                        "high": 1
                      },
                      "verdict": "supported"
                    }
                  ]
                }
              ],
              "pairedPivots": 0,
              "complete": true
            }
          }
          """);
    }

    @Test
    void rejectsAnUnknownClaim() {
      assertThat(CommandRun.of("sensitivity", file, "unsave").err())
          .startsWith("claimtrace: no claim 'unsave'. Did you mean 'unsafe'?");
    }
  }
}
