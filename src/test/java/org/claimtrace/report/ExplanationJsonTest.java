package org.claimtrace.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Label;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Explanations;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Source;
import org.claimtrace.work.ShortNumber;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExplanationJsonTest {

  private static Evaluation evaluation(ClaimGraph.Builder graph) {
    return Evaluator.usual().evaluate(graph.title("G").build());
  }

  @Nested
  class OfACircle {
    @Test
    void hasTheMembersOfTheRecords() {
      Evaluation evaluation = evaluation(ClaimGraph.builder("g")
          .claim(Claim.builder("a").text("A").inference(Inference.builder("a").id("a-so-a"))));
      assertThat(ResultJson.write(Explanation.of(evaluation, "a"))).isEqualTo("""
          {
            "format": 1,
            "result": "explanations",
            "graph": "g",
            "method": "certain",
            "worlds": 1,
            "standard": "preponderance",
            "reviews": "evidence-first",
            "explanations": [
              {
                "claim": "a",
                "accounts": [
                  {
                    "claim": "a",
                    "verdict": "unverified",
                    "supported": 0,
                    "refuted": 0,
                    "conflicting": 0,
                    "unverified": 1,
                    "qualified": 0,
                    "shortfall": "nothing-holds",
                    "diagnosis": "circular",
                    "supporting": [
                      {
                        "kind": "inference",
                        "id": "a-so-a",
                        "holds": false,
                        "fires": 0,
                        "undecided": 0,
                        "diagnosis": "circular",
                        "readings": [
                          {
                            "role": "premise",
                            "kind": "claim",
                            "id": "a",
                            "met": 0,
                            "undecided": 0,
                            "verdict": "unverified"
                          }
                        ],
                        "obstacles": [
                          {
                            "kind": "circular",
                            "by": [
                              {
                                "role": "premise",
                                "kind": "claim",
                                "id": "a"
                              }
                            ],
                            "loop": [
                              {
                                "kind": "claim",
                                "id": "a"
                              },
                              {
                                "kind": "inference",
                                "id": "a-so-a"
                              }
                            ]
                          }
                        ]
                      }
                    ],
                    "refuting": [],
                    "qualifying": [],
                    "reviews": []
                  }
                ]
              }
            ],
            "excerpt": {
              "id": "g",
              "title": "G",
              "claims": {
                "a": {"text": "A", "inferences": [{"premises": ["a"], "id": "a-so-a"}]}
              }
            }
          }
          """);
    }
  }

  @Nested
  class OfNumbers {
    private final ClaimGraph.Builder graph = ClaimGraph.builder("g")
        .claim(Claim.builder("a").text("A").evidence(Evidence.builder("s")))
        .source(Source.builder("s").title("S").reliability(.5));

    @Test
    void hasCloseCallsAndTheCostOfObstacles() {
      assertThat(ResultJson.write(Explanation.of(evaluation(graph), "a"))).isEqualTo("""
          {
            "format": 1,
            "result": "explanations",
            "graph": "g",
            "method": "exact",
            "standard": "preponderance",
            "reviews": "evidence-first",
            "explanations": [
              {
                "claim": "a",
                "accounts": [
                  {
                    "claim": "a",
                    "verdict": "unverified",
                    "supported": 0.5,
                    "refuted": 0,
                    "conflicting": 0,
                    "unverified": 0.5,
                    "qualified": 0,
                    "close": true,
                    "closeCalls": [
                      {
                        "quantity": "for",
                        "value": 0.5,
                        "interval": {
                          "low": 0.5,
                          "high": 0.5
                        },
                        "threshold": 0.5,
                        "otherwise": "supported"
                      }
                    ],
                    "shortfall": "not-enough",
                    "diagnosis": "doubtful-source",
                    "supporting": [
                      {
                        "kind": "evidence",
                        "id": "a/evidence/s",
                        "holds": false,
                        "fires": 0.5,
                        "undecided": 0,
                        "diagnosis": "doubtful-source",
                        "readings": [
                          {
                            "role": "source",
                            "kind": "source",
                            "id": "s",
                            "met": 0.5,
                            "undecided": 0
                          }
                        ],
                        "obstacles": [
                          {
                            "kind": "source-doubtful",
                            "cost": 0.5,
                            "by": [
                              {
                                "role": "source",
                                "kind": "source",
                                "id": "s"
                              }
                            ]
                          }
                        ]
                      }
                    ],
                    "refuting": [],
                    "qualifying": [],
                    "reviews": []
                  }
                ]
              }
            ],
            "excerpt": {
              "id": "g",
              "title": "G",
              "claims": {
                "a": {"text": "A", "evidence": ["s"]}
              },
              "sources": {
                "s": {"title": "S", "reliability": 0.5}
              }
            }
          }
          """);
    }

    @Test
    void hasIntervalsIfSampled() {
      Evaluation sampled = Evaluator.builder()
          .nodeBudget(0)
          .worlds(64)
          .build()
          .evaluate(graph.title("G").build());
      assertThat(ResultJson.write(Explanation.of(sampled, "a")))
          .startsWith("""
              {
                "format": 1,
                "result": "explanations",
                "graph": "g",
                "method": "sampled",
                "worlds": 64,
                "seed": 0,
                "standard": "preponderance",
                "reviews": "evidence-first",
              """)
          .contains("""
                        "intervals": {
                          "supported": {
                            "low": %s,
                            "high": %s
                          },
                          "refuted": {
                            "low": 0,
                            "high": 0.056624059793
                          },
              """.formatted(
                  ShortNumber.of(sampled.interval("a", Label.SUPPORTED).low()),
                  ShortNumber.of(sampled.interval("a", Label.SUPPORTED).high())));
    }
  }

  @Nested
  class OfTheFirstRealGraph {
    @Test
    void hasPublishedAndDerivedVerdicts() {
      Evaluation evaluation =
          Evaluator.usual().evaluate(ClaimJson.read(Path.of("claims/gpt-4o-retro.json")));
      assertThat(ResultJson.write(Explanation.of(evaluation, "only-0.1-percent-chose-4o")))
          .contains("""
                    "reviews": [
                      {
                        "id": "only-0.1-percent-chose-4o/reviews/netease-article",
                        "reviewer": "netease-article",
                        "published": "misleading",
                        "derived": "misleading"
                      }
                    ]
          """);
    }
  }

  @Nested
  class OfNothing {
    @Test
    void isStillADocument() throws IOException {
      StringWriter text = new StringWriter();
      ResultJson.write(
          Explanations.of(evaluation(ClaimGraph.builder("g")), ImmutableList.of()), text);
      assertThat(text).hasToString("""
          {
            "format": 1,
            "result": "explanations",
            "graph": "g",
            "method": "certain",
            "worlds": 1,
            "standard": "preponderance",
            "reviews": "evidence-first",
            "explanations": [],
            "excerpt": {
              "id": "g",
              "title": "G",
              "claims": {}
            }
          }
          """);
    }
  }
}
