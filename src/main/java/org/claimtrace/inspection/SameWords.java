package org.claimtrace.inspection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.InspectedGraph.Statement;
import org.claimtrace.model.Claim;
import org.claimtrace.wording.Sentence;

/**
 * Fires where quotes of different sources, in evidence that exists and counts and is no exhibit, are the same words, and the sources
 * have no deepest origin in common. Words are compared in NFKC, case-folded, without punctuation and spaces; they have to be at least 8
 * words, or 16 ideographs. It fires too where quotes of different sources on one claim, of one stance, carry the slug of the same news
 * agency, such as “(Reuters)”. Where all speak for or all against one claim, it says what the chance would be if the first of them alone
 * counted.
 */
final class SameWords extends UsualRule {

  SameWords() {
    super("same-words", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The fire", "sources": {
          "echo": {"title": "The Echo", "reliability": 0.6}, "star": {"title": "The Star", "reliability": 0.6}},
         "claims": {"arson": {"text": "The fire was laid", "evidence": [
           {"source": "echo", "quote": "Police found three cans of petrol behind the burnt-out barn."},
           {"source": "star", "quote": "Police found three cans of petrol, behind the burnt-out barn"}]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The fire", "sources": {
          "echo": {"title": "The Echo", "reliability": 0.6}, "star": {"title": "The Star", "reliability": 0.6, "derivedFrom": ["echo"]}},
         "claims": {"arson": {"text": "The fire was laid", "evidence": [
           {"source": "echo", "quote": "Police found three cans of petrol behind the burnt-out barn."},
           {"source": "star", "quote": "Police found three cans of petrol, behind the burnt-out barn"}]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    Map<String, List<Statement>> byWords = new LinkedHashMap<>();
    Map<List<Object>, List<Statement>> bySlug = new LinkedHashMap<>();
    for (Claim claim : inspected.graph().claims()) {
      for (Statement each : inspected.evidence(claim)) {
        String quote = each.evidence().quote().orElse("");
        if (quote.isEmpty() || each.evidence().isExhibit()) {
          continue;
        }
        QuotedWords words = QuotedWords.of(quote);
        if (words.areEnough()) {
          byWords.computeIfAbsent(words.folded(), key -> new ArrayList<>()).add(each);
        }
        words
            .agency()
            .ifPresent(agency -> bySlug
                .computeIfAbsent(
                    List.of(claim.id(), each.evidence().stance(), agency), key -> new ArrayList<>())
                .add(each));
      }
    }
    CommonOrigins origins = new CommonOrigins(inspected);
    Set<Set<String>> told = new HashSet<>();
    byWords.values().forEach(group -> {
      List<Statement> apart = origins.apart(group);
      if (apart.size() > 1) {
        told.add(Set.copyOf(apart.stream().map(each -> each.element().id()).toList()));
        String quote = apart.get(0).evidence().quote().orElse("");
        found.accept(told(inspected, apart, Sentence.FINDING_SAME_WORDS, quote)
            .word("quote", quote)
            .build());
      }
    });
    bySlug.forEach((key, group) -> {
      List<Statement> apart = origins.apart(group);
      boolean isNew = !told.contains(
          Set.copyOf(apart.stream().map(each -> each.element().id()).toList()));
      if (apart.size() > 1 && isNew) {
        String agency = key.get(2).toString();
        found.accept(told(inspected, apart, Sentence.FINDING_SAME_WORDS_SLUG, agency)
            .word("agency", agency)
            .build());
      }
    });
  }

  private Finding.Builder told(
      InspectedGraph inspected, List<Statement> apart, Sentence sentence, String shared) {
    List<String> sources = InspectedGraph.sources(apart.stream());
    TakenAsOne asOne = TakenAsOne.of(inspected, apart);
    Finding.Builder finding = finding(
            inspected,
            phrases -> phrases.join(
                phrases.say(sentence, phrases.citedAll(sources), phrases.quotation(shared)),
                asOne.sentence(phrases)),
            apart.stream().map(Statement::element).toList())
        .related("sources", InspectedGraph.asSources(sources));
    asOne.addTo(finding);
    return finding;
  }
}
