package org.claimtrace.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import org.claimtrace.change.Changes;
import org.claimtrace.change.History;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Test;

class ChangesJsonTest {

  private static final ClaimGraph GRAPH =
      graph(claim("closed").evidence(evidence("county")), source("county").published("2026-02"));
  private static final Evaluation THEN =
      Evaluator.builder().asOf(PartialDate.parse("2025")).build().evaluate(GRAPH);
  private static final Evaluation NOW = Evaluator.usual().evaluate(GRAPH);

  private static final String CHANGE = """
      {
        "claim": "closed",
        "before": {
          "verdict": "unverified",
          "supported": 0,
          "refuted": 0,
          "conflicting": 0,
          "unverified": 1,
          "qualified": 0
        },
        "after": {
          "verdict": "supported",
          "supported": 1,
          "refuted": 0,
          "conflicting": 0,
          "unverified": 0,
          "qualified": 0
        },
        "differences": [
          {
            "what": "began",
            "kind": "evidence",
            "id": "closed/evidence/county",
            "claim": "closed",
            "before": [],
            "after": [
              "2026-02"
            ]
          }
        ],
        "causes": [
          {
            "differences": [
              0
            ],
            "minimal": true
          }
        ],
        "necessary": [
          0
        ],
        "through": [],
        "triedUpTo": 1,
        "complete": true
      }""";

  @Test
  void writesWholeChanges() {
    assertThat(ResultJson.write(Changes.between(THEN, NOW)))
        .isEqualTo("""
        {
          "format": 1,
          "result": "changes",
          "before": {
            "graph": "graph",
            "method": "certain",
            "worlds": 1,
            "standard": "preponderance",
            "reviews": "evidence-first",
            "asOf": "2025"
          },
          "after": {
            "graph": "graph",
            "method": "certain",
            "worlds": 1,
            "standard": "preponderance",
            "reviews": "evidence-first"
          },
          "changed": [
        %s
          ],
          "shifted": [],
          "added": [],
          "removed": [],
          "reworded": []
        }
        """.formatted(CHANGE.indent(4).stripTrailing()));
  }

  @Test
  void writesAWholeHistory() {
    assertThat(ResultJson.write(History.of(NOW, "closed")))
        .isEqualTo("""
        {
          "format": 1,
          "result": "history",
          "graph": "graph",
          "method": "certain",
          "worlds": 1,
          "standard": "preponderance",
          "reviews": "evidence-first",
          "claim": "closed",
          "moments": [
            {
              "is": {
                "verdict": "unverified",
                "supported": 0,
                "refuted": 0,
                "conflicting": 0,
                "unverified": 1,
                "qualified": 0
              },
              "begins": [],
              "retracted": []
            },
            {
              "from": "2026-02",
              "is": {
                "verdict": "supported",
                "supported": 1,
                "refuted": 0,
                "conflicting": 0,
                "unverified": 0,
                "qualified": 0
              },
              "begins": [
                {
                  "kind": "evidence",
                  "id": "closed/evidence/county"
                }
              ],
              "retracted": [],
              "change": %s
            }
          ]
        }
        """.formatted(CHANGE.indent(6).strip()));
  }

  @Test
  void writesAWholeContrast() {
    assertThat(ResultJson.write(Contrast.of(NOW, "closed", Verdict.REFUTED))).isEqualTo("""
        {
          "format": 1,
          "result": "contrast",
          "graph": "graph",
          "method": "certain",
          "worlds": 1,
          "standard": "preponderance",
          "reviews": "evidence-first",
          "claim": "closed",
          "verdict": "supported",
          "other": "refuted",
          "conditions": [
            {
              "quantity": "against",
              "value": 0,
              "above": true,
              "bound": 0.5,
              "met": false
            },
            {
              "quantity": "for",
              "value": 1,
              "above": false,
              "bound": 0.5,
              "met": false
            },
            {
              "quantity": "refuted",
              "value": 0,
              "above": true,
              "bound": 1,
              "met": false
            }
          ],
          "inTheWay": [
            {
              "kind": "evidence",
              "id": "closed/evidence/county",
              "fires": 1,
              "undecided": 0,
              "obstacles": []
            }
          ],
          "fallingShort": []
        }
        """);
  }
}
