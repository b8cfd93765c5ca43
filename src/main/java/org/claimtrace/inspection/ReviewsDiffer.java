package org.claimtrace.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Element;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each claim on which published verdicts that exist differ from each other, as {@link
 * org.claimtrace.explanation.ReviewCheck#differing} says.
 */
final class ReviewsDiffer extends UsualRule {

  ReviewsDiffer() {
    super("reviews-differ", Severity.NOTE);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The photo", "sources": {"a": "Checkers A", "b": "Checkers B"},
         "claims": {"photo": {"text": "The photo is real", "reviews": {"a": "refuted", "b": "misleading"}}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The photo", "sources": {"a": "Checkers A", "b": "Checkers B"},
         "claims": {"photo": {"text": "The photo is real", "reviews": {"a": "refuted", "b": "refuted"}}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    if (inspected.comparisons().isEmpty()) {
      return;
    }
    Map<String, List<Comparison>> byClaim = new LinkedHashMap<>();
    inspected
        .comparisons()
        .forEach(each ->
            byClaim.computeIfAbsent(each.claimId(), id -> new ArrayList<>()).add(each));
    for (String id : inspected.reviews().differing()) {
      List<Comparison> all = byClaim.getOrDefault(id, List.of());
      List<Element> elements = new ArrayList<>(List.of(Element.claim(id)));
      all.forEach(each -> elements.add(each.review()));
      found.accept(finding(
              inspected,
              phrases -> phrases.say(
                  Sentence.FINDING_REVIEWS_DIFFER,
                  phrases.quoted(id),
                  phrases.list(all.stream()
                      .map(each -> phrases.say(
                          Sentence.FINDING_REVIEWS_DIFFER_EACH,
                          phrases.cited(each.reviewer()),
                          phrases.judged(id, each.published())))
                      .toList())),
              elements)
          .build());
    }
  }
}
