package org.claimtrace.engine.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TestimonyTest {

  @Nested
  class OfOrigins {

    @Test
    void silencesACopyOfACopyWhoseFirstOriginDoesNotSayTheSame() {
      Evaluation evaluation = Evaluator.usual()
          .evaluate(graph(
              claim("c").evidence(evidence("copy")).evidence(evidence("origin").strength(0)),
              source("copy").derivedFrom("between"),
              source("between").derivedFrom("origin"),
              source("origin").derivedFrom("ground"),
              source("ground")));

      assertThat(evaluation.right("copy")).isEqualTo(1);
      assertThat(evaluation.fires(Element.evidence("c/evidence/copy"))).isZero();
      assertThat(evaluation.verdict("c")).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void letsACopyRepeatWhatOneOfItsOriginsSays() {
      Evaluation evaluation = Evaluator.usual()
          .evaluate(graph(
              claim("c")
                  .evidence(evidence("copy"))
                  .evidence(evidence("silent").strength(0))
                  .evidence(evidence("clear").unless("never")),
              claim("never"),
              source("copy").derivedFrom("silent", "clear"),
              source("silent"),
              source("clear")));

      assertThat(evaluation.fires(Element.evidence("c/evidence/copy"))).isEqualTo(1);
    }

    @Test
    void letsARingOfCopiesRepeatWhatAnOriginOutsideSays() {
      Evaluation evaluation = Evaluator.usual()
          .evaluate(graph(
              claim("c").evidence(evidence("a")).evidence(evidence("b")),
              source("a").derivedFrom("b", "outside"),
              source("b").derivedFrom("a"),
              source("outside")));

      assertThat(evaluation.fires(Element.evidence("c/evidence/a"))).isEqualTo(1);
      assertThat(evaluation.fires(Element.evidence("c/evidence/b"))).isEqualTo(1);
    }

    @Test
    void silencesARingOfCopiesWhoseOnlyOriginOutsideIsSilent() {
      Evaluation evaluation = Evaluator.usual()
          .evaluate(graph(
              claim("c")
                  .evidence(evidence("a"))
                  .evidence(evidence("b"))
                  .evidence(evidence("outside").strength(0)),
              source("a").derivedFrom("b", "outside"),
              source("b").derivedFrom("a"),
              source("outside")));

      assertThat(evaluation.right("b")).isEqualTo(1);
      assertThat(evaluation.fires(Element.evidence("c/evidence/a"))).isZero();
      assertThat(evaluation.fires(Element.evidence("c/evidence/b"))).isZero();
    }
  }
}
