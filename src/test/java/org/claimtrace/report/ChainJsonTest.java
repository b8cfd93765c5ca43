package org.claimtrace.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.Chains;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.junit.jupiter.api.Test;

class ChainJsonTest {

  private static final Evaluation EVALUATION = Evaluator.usual()
      .evaluate(ClaimGraph.builder("moon-landing")
          .title("G")
          .source(Source.builder("a-film").title("F").reliability(.5))
          .claim(Claim.builder("faked")
              .text("A")
              .inference(Inference.builder("flag-waves").id("so-faked").by("a-film"))
              .inference(Inference.builder()
                  .allPremises(List.of(Premise.not("flag-waves")))
                  .id("not-faked")
                  .stance(Stance.REFUTES)))
          .claim(Claim.builder("flag-waves").text("B").evidence(Evidence.builder("a-film")))
          .build());

  @Test
  void hasTheMembersOfTheRecords() {
    assertThat(ResultJson.write(Chains.of(EVALUATION, "faked").by("a-film").best(3)))
        .isEqualTo("""
        {
          "format": 1,
          "result": "chains",
          "graph": "moon-landing",
          "method": "exact",
          "standard": "preponderance",
          "reviews": "evidence-first",
          "claim": "faked",
          "verdict": "unverified",
          "by": "a-film",
          "chains": [
            {
              "stance": "supports",
              "chance": 0.5,
              "holds": false,
              "end": "source",
              "steps": [
                {
                  "kind": "inference",
                  "id": "so-faked",
                  "claim": "faked",
                  "by": "a-film",
                  "next": "flag-waves",
                  "chance": 0.5,
                  "carried": 0.5,
                  "link": 1
                },
                {
                  "kind": "evidence",
                  "id": "flag-waves/evidence/a-film",
                  "claim": "flag-waves",
                  "chance": 0.5,
                  "carried": 0.5,
                  "link": 1
                },
                {
                  "kind": "source",
                  "id": "a-film",
                  "chance": 0.5,
                  "carried": 0.5,
                  "link": 0.5
                }
              ],
              "weakest": 2,
              "break": {
                "step": 2,
                "obstacles": [
                  {
                    "kind": "source-doubtful",
                    "cost": 0.5,
                    "by": [
                      {
                        "role": "source",
                        "kind": "source",
                        "id": "a-film"
                      }
                    ]
                  }
                ]
              }
            }
          ],
          "complete": true,
          "inOrder": true
        }
        """);
  }

  @Test
  void hasNegationsAndTheLimitReached() {
    String json = ResultJson.write(Chains.of(EVALUATION, "faked").best(2));
    assertThat(json).contains("""
                  "next": "flag-waves",
                  "negated": true,
                  "chance": 0,
        """).endsWith("""
          "complete": true,
          "inOrder": true
        }
        """);
    assertThat(ResultJson.write(Chains.of(EVALUATION, "faked").best(1))).endsWith("""
          "complete": false,
          "limit": "number",
          "inOrder": true
        }
        """);
  }

  @Test
  void isTheSameBytesEachTimeAndLeavesTheWriterOpen() throws IOException {
    Evaluation flagship =
        Evaluator.usual().evaluate(ClaimJson.read(Path.of("claims/gpt-4o-retro.json")));
    Chains.Best best = Chains.of(flagship, "4o-taken-to-extend-elite-lives").best(30);
    StringWriter writer = new StringWriter();
    ResultJson.write(best, writer);
    ResultJson.write(best, writer);
    assertThat(writer.toString()).isEqualTo(ResultJson.write(best).repeat(2));
  }
}
