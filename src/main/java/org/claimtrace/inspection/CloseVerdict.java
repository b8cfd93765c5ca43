package org.claimtrace.inspection;

import java.util.function.Consumer;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each claim whose verdict is close: another one would follow if a number that decides it were a little otherwise, within the
 * interval of a sampled quantity, or, of an exact one, above the threshold that it equals.
 */
final class CloseVerdict extends UsualRule {

  CloseVerdict() {
    super("close-verdict", Severity.NOTE);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The coin", "sources": {"one": {"title": "A witness", "reliability": 0.5}},
         "claims": {"seen": {"text": "He was seen", "evidence": ["one"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The coin", "sources": {"one": {"title": "A witness", "reliability": 0.8}},
         "claims": {"seen": {"text": "He was seen", "evidence": ["one"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    Evaluation evaluation = inspected.evaluation();
    for (Claim claim : inspected.graph().claims()) {
      if (!evaluation.isClose(claim.id())) {
        continue;
      }
      evaluation.closeCalls(claim.id()).stream()
          .findFirst()
          .ifPresent(call -> found.accept(finding(
                  inspected,
                  phrases -> phrases.say(
                      Sentence.FINDING_CLOSE_VERDICT,
                      phrases.quoted(claim.id()),
                      phrases.judged(claim.id(), evaluation.verdict(claim.id())),
                      phrases.judged(claim.id(), call.otherwise())),
                  Element.claim(claim.id()))
              .number("value", call.value())
              .number("threshold", call.threshold())
              .word("otherwise", call.otherwise().toString())
              .build()));
    }
  }
}
