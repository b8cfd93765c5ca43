package org.claimtrace.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests required members that are present but cannot be read, or that are missing. */
class UnreadableMembersTest {

  private static ClaimGraphException refused(String json) {
    return catchThrowableOfType(
        ClaimGraphException.class, () -> ClaimJson.read(json.replace('\'', '"')));
  }

  private static final String GRAPH = "{'id': 'g', 'title': 't', 'claims': {'a': 'A'%s}%s}";

  private static String within(String place, String json) {
    return switch (place) {
      case "claims" -> String.format(GRAPH, ", 'b': " + json, "");
      case "claim" ->
        String.format(GRAPH, ", 'b': {'text': 'B', " + json + "}", ", 'sources': {'s': 'S'}");
      case "sources" -> String.format(GRAPH, "", ", 'sources': {'s': " + json + "}");
      default -> String.format(GRAPH, "", ", " + json);
    };
  }

  @Nested
  class AMemberThatCannotBeRead {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "claims|5|/claims/b",
          "claims|''|/claims/b",
          "claims|[]|/claims/b",
          "claims|{'text': null}|/claims/b/text",
          "claims|{'text': ' '}|/claims/b/text",
          "claims|{'text': []}|/claims/b/text",
          "claims|{'text': {'en': 5}}|/claims/b/text/en",
          "claims|{'text': {'english!': 'x'}}|/claims/b/text/english!",
          "sources|5|/sources/s",
          "sources|''|/sources/s",
          "sources|[]|/sources/s",
          "sources|{'title': null}|/sources/s/title",
          "sources|{'title': ''}|/sources/s/title",
          "sources|{'title': {'en': 5}}|/sources/s/title/en",
          "sources|{'url': 5}|/sources/s/url",
          "sources|{'url': 'no url'}|/sources/s/url",
          "sources|{'title': 'S', 'retracted': {'date': 2026}}|/sources/s/retracted/date",
          "sources|{'title': 'S', 'retracted': {'date': 'then'}}|/sources/s/retracted/date",
          "sources|{'title': 'S', 'retracted': []}|/sources/s/retracted",
          "graph|'corrections': [{'date': 5, 'note': 'n'}]|/corrections/0/date",
          "graph|'corrections': [{'date': '26', 'note': 'n'}]|/corrections/0/date",
          "graph|'corrections': [{'date': '2026', 'note': {}}]|/corrections/0/note",
          "graph|'corrections': [5]|/corrections/0",
          "graph|'accepted': [{'finding': 5, 'because': 'b'}]|/accepted/0/finding",
          "graph|'accepted': [{'finding': 'F', 'because': 'b'}]|/accepted/0/finding",
          "graph|'accepted': [{'finding': 'f', 'because': null}]|/accepted/0/because",
          "graph|'accepted': [5]|/accepted/0",
          "claim|'searches': [{'where': 5}]|/claims/b/searches/0/where",
          "claim|'searches': [{'where': ''}]|/claims/b/searches/0/where",
          "claim|'searches': [5]|/claims/b/searches/0",
          "claim|'appearances': [{'source': 5}]|/claims/b/appearances/0/source",
          "claim|'appearances': [5]|/claims/b/appearances/0",
          "claim|'evidence': [{'source': 5}]|/claims/b/evidence/0/source",
          "claim|'evidence': [5]|/claims/b/evidence/0",
          "claim|'inferences': [{'premises': 5}]|/claims/b/inferences/0/premises",
          "claim|'inferences': [5]|/claims/b/inferences/0",
          "claim|'reviews': {'s': 5}|/claims/b/reviews/s",
          "claim|'reviews': {'s': 'x'}|/claims/b/reviews/s",
          "claim|'reviews': {'s': {'verdict': 5}}|/claims/b/reviews/s/verdict",
          "claim|'reviews': {'s': {'verdict': 'x'}}|/claims/b/reviews/s/verdict"
        })
    void isOneProblemAndNotReportedAsMissingToo(String place, String json, String pointer) {
      ClaimGraphException refused = refused(within(place, json));
      assertThat(refused.problems())
          .extracting(problem -> problem.place().pointer())
          .containsExactly(pointer);
      assertThat(refused.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "null", "''", "{}", "[]"})
    void ofTheGraphItselfIsOneProblem(String title) {
      assertThat(refused("{'id': 'g', 'title': " + title + ", 'claims': {}}").problems())
          .extracting(problem -> problem.place().pointer())
          .containsExactly("/title");
    }
  }

  @Nested
  class AMissingMember {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "claims|{}|claim 'b' has no text",
          "sources|{}|source 's' has neither a title nor a url",
          "sources|{'title': 'S', 'retracted': {}}|a retraction has no date",
          "graph|'corrections': [{'note': 'n'}]|a correction has no date",
          "graph|'corrections': [{'date': '2026'}]|a correction has no note",
          "graph|'corrections': [{'date': 5}]|a correction has no note",
          "graph|'accepted': [{'because': 'b'}]|an accepted finding has no code",
          "graph|'accepted': [{'finding': 'f'}]|an accepted finding has no reason",
          "claim|'searches': [{}]|a search does not say where",
          "claim|'appearances': [{}]|an appearance has no source",
          "claim|'evidence': [{}]|a piece of evidence has no source",
          "claim|'inferences': [{}]|the inference has no premises",
          "claim|'reviews': {'s': {}}|a review has neither a verdict nor a label"
        })
    void isReportedOnce(String place, String json, String message) {
      assertThat(refused(within(place, json)).problems())
          .extracting(Problem::message)
          .filteredOn(each -> !each.startsWith("'date' is"))
          .containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{}|the graph has no id; the graph has no claims; the graph has no title",
          "{'id': 'g'}|the graph has no claims; the graph has no title",
          "{'id': 5, 'claims': {}}|the graph has no title; 'id' is a number, and must be an id",
          "{'title': 5, 'claims': {}}|the graph has no id; 'title' is a number, and must be a string, or an object of strings by language"
        })
    void isReportedInTheGraphItself(String json, String messages) {
      assertThat(refused(json).problems())
          .extracting(Problem::message)
          .containsExactly(messages.split("; "));
    }
  }
}
