package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Style;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that everything that the format's page says is told to a reader is told. Each member of a graph has a value of its own, a
 * marker, and each marker is looked for.
 */
class WhatIsToldTest {

  /** Markers that no explanation repeats: what a finding accepts is told by the inspection. */
  private static final List<String> NOT_EXPLAINED = List.of("m-accepted");

  /** A graph in which every member that takes words, an address or a date is filled. */
  private static final String GRAPH = """
      {
        "id": "markers",
        "title": "m-title",
        "thesis": ["main"],
        "authors": ["m-author", "m-other-author"],
        "published": "1901-01-01",
        "modified": "1901-01-02",
        "corrections": [{"date": "1901-01-03", "note": "m-correction"}],
        "accepted": [{"finding": "weak", "because": "m-accepted"}],
        "note": "m-graph-note",
        "sources": {
          "origin": {"title": "m-origin-title", "url": "https://m.example/origin"},
          "cited": {"title": "m-cited-title"},
          "relay": {"title": "m-relay-title"},
          "watchdog": {"title": "m-watchdog-title"},
          "paper": {
            "title": "m-paper-title",
            "url": "https://m.example/paper",
            "shortTitle": "m-short-title",
            "type": "research",
            "level": "secondary",
            "publisher": "m-publisher",
            "authors": ["m-source-author"],
            "language": "pt",
            "published": "1902-01-01",
            "accessed": "1902-01-02",
            "archived": ["https://m.example/archived-1", "https://m.example/archived-2"],
            "doi": "10.1000/m-doi",
            "reliability": "B",
            "derivedFrom": ["origin"],
            "readIn": ["relay"],
            "cites": ["cited"],
            "affiliations": ["m-affiliation"],
            "notices": [
              {"kind": "concern", "date": "1902-01-03", "note": "m-notice-note", "url": "https://m.example/notice", "by": "watchdog"},
              {"kind": "dead-link", "date": "1902-01-04"}
            ],
            "note": "m-paper-note"
          },
          "gone": {
            "title": "m-gone-title",
            "retracted": {"date": "1903-01-01", "note": "m-retraction-note", "url": "https://m.example/retraction"}
          },
          "plain": {"title": "m-plain-title"},
          "checker": {"title": "m-checker-title"},
          "second-checker": {"title": "m-second-checker-title"},
          "post": {"title": "m-post-title"},
          "second-post": {"title": "m-second-post-title"},
          "library": {"title": "m-library-title"}
        },
        "claims": {
          "main": {
            "text": "m-main-text",
            "claimant": ["m-claimant", "m-other-claimant"],
            "about": ["m-about"],
            "appearances": [
              {"source": "post", "quote": "m-appearance-quote", "locator": "m-appearance-locator", "date": "1904-01-01", "note": "m-appearance-note"},
              {"source": "second-post", "date": "1904-01-02"}
            ],
            "evidence": [
              {
                "source": "paper",
                "quote": "m-evidence-quote",
                "translation": {"en": "m-evidence-translation", "zh": "m-evidence-translation"},
                "locator": "m-evidence-locator",
                "date": "1904-01-03",
                "againstInterest": true,
                "note": "m-evidence-note"
              },
              {
                "source": "plain",
                "id": "withdrawn",
                "retracted": {"date": "1904-01-04", "note": "m-withdrawal-note", "url": "https://m.example/withdrawal"}
              },
              {"source": "gone", "stance": "refutes"}
            ],
            "inferences": [
              {
                "premises": ["below"],
                "scheme": "m-scheme",
                "by": "post",
                "answers": {"m-question": "answer"},
                "date": "1904-01-05",
                "note": "m-step-note"
              }
            ],
            "reviews": {
              "checker": [
                {"verdict": "refuted", "label": "m-early-label", "date": "1905-01-01", "rationale": "m-early-rationale", "url": "https://m.example/early-review", "note": "m-early-note"},
                {"verdict": "supported", "label": "m-label", "rating": {"value": 3, "best": 7, "worst": 1}, "date": "1905-01-02", "rationale": "m-rationale", "url": "https://m.example/review", "note": "m-review-note"}
              ],
              "second-checker": {"label": "m-unmapped-label", "date": "1905-01-03"}
            },
            "searches": [
              {"where": "m-where", "query": "m-query", "date": "1906-01-01", "quote": "m-search-quote", "locator": "m-search-locator", "note": "m-search-note"},
              {"source": "library"}
            ],
            "note": "m-claim-note"
          },
          "answer": {"text": "m-answer-text", "evidence": ["plain"]},
          "below": {
            "text": "m-below-text",
            "claimant": "m-below-claimant",
            "about": ["m-below-about"],
            "appearances": [{"source": "post", "date": "1907-01-01", "note": "m-below-appearance-note"}],
            "evidence": [{"source": "plain", "quote": "m-below-quote", "note": "m-below-evidence-note"}],
            "reviews": {
              "checker": {"verdict": "supported", "label": "m-below-label", "date": "1907-01-02", "rationale": "m-below-rationale", "url": "https://m.example/below-review"}
            },
            "searches": [{"where": "m-below-where", "note": "m-below-search-note"}],
            "note": "m-below-note"
          },
          "forecast": {"text": "m-forecast-text", "kind": "prediction", "due": "1908-01-01"}
        }
      }
      """;

  /** The markers that a reader needs, so that they are told by default. */
  private static final List<String> NEEDED = List.of(
      "m-title",
      "m-author",
      "m-correction",
      "m-main-text",
      "m-claimant",
      "m-other-claimant",
      "m-post-title",
      "m-short-title",
      "m-paper-title",
      "m-publisher",
      "m-source-author",
      "https://m.example/paper",
      "https://m.example/archived-1",
      "10.1000/m-doi",
      "m-affiliation",
      "m-notice-note",
      "https://m.example/notice",
      "m-paper-note",
      "m-evidence-quote",
      "m-evidence-translation",
      "m-evidence-note",
      "m-label",
      "m-rationale",
      "https://m.example/review",
      "m-unmapped-label",
      "m-where",
      "m-query",
      "m-claim-note",
      "m-retraction-note",
      "https://m.example/retraction",
      "m-withdrawal-note",
      "https://m.example/withdrawal");

  private static final List<String> NEEDED_DATES = List.of(
      "1 January 1901",
      "2 January 1901",
      "3 January 1901",
      "1 January 1902",
      "3 January 1902",
      "1 January 1903",
      "1 January 1904",
      "4 January 1904",
      "2 January 1905",
      "3 January 1905",
      "1 January 1906");

  private static final List<String> FURTHER_DATES = List.of(
      "2 January 1902",
      "4 January 1902",
      "2 January 1904",
      "3 January 1904",
      "5 January 1904",
      "1 January 1905",
      "1 January 1907",
      "2 January 1907");

  private static Set<String> markers() {
    Set<String> markers = new TreeSet<>();
    Pattern.compile("\"((?:m-|https://m\\.example/|10\\.1000/m-)[^\"]*)\"")
        .matcher(GRAPH)
        .results()
        .forEach(found -> markers.add(found.group(1)));
    markers.removeAll(NOT_EXPLAINED);
    return markers;
  }

  private static Explanation explanation(String claim) {
    return Explanation.of(Evaluator.usual().evaluate(ClaimJson.read(GRAPH)), claim);
  }

  private static String text(String claim, boolean all, String language) {
    Style style = Style.builder().all(all).width(1_000_000).language(language).build();
    return explanation(claim).toText(style);
  }

  private static String markdown(String claim, boolean all) {
    Style style = Style.builder().all(all).language("en").build();
    return explanation(claim).toMarkdown(style);
  }

  private static void contains(String told, Iterable<String> markers) {
    List<String> missing = new ArrayList<>();
    for (String marker : markers) {
      if (!Pattern.compile(Pattern.quote(marker) + "(?![a-z-])").matcher(told).find()) {
        missing.add(marker);
      }
    }
    assertThat(missing).as(told).isEmpty();
  }

  @Nested
  class WithEverything {
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void isEveryMemberInTheText(String language) {
      Set<String> markers = markers();
      markers.remove("m-forecast-text");
      contains(text("main", true, language), markers);
    }

    @Test
    void isEveryMemberInTheMarkdown() {
      Set<String> markers = markers();
      markers.remove("m-forecast-text");
      contains(markdown("main", true).replace("\\", ""), markers);
    }

    @Test
    void isEveryDate() {
      contains(text("main", true, "en"), NEEDED_DATES);
      contains(text("main", true, "en"), FURTHER_DATES);
    }

    @Test
    void isEveryMemberInTheJson() {
      Set<String> markers = markers();
      markers.remove("m-forecast-text");
      contains(explanation("main").toJson(), markers);
    }
  }

  @Nested
  class ByDefault {
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void isWhatAReaderNeedsInTheText(String language) {
      contains(text("main", false, language), NEEDED);
    }

    @Test
    void isWhatAReaderNeedsInTheMarkdown() {
      contains(markdown("main", false).replace("\\", ""), NEEDED);
    }

    @Test
    void areTheDatesThatAReaderNeeds() {
      contains(text("main", false, "en"), NEEDED_DATES);
    }
  }

  @Test
  void aPredictionIsToldWithTheDateWhenItComesDue() {
    assertThat(text("forecast", false, "en")).contains("It comes due: 1 January 1908.");
    assertThat(text("forecast", false, "zh")).contains("到期时间：1908 年 1 月 1 日。");
  }

  @Test
  void theKindAndTheLanguageOfASourceAreTold() {
    assertThat(text("main", true, "en"))
        .contains("What it is: research; secondary; in the language “pt”.");
    assertThat(text("main", true, "zh")).contains("类别：研究；二手来源；语言为“pt”。");
  }

  @Test
  void aStatementAgainstInterestAndARatingAreTold() {
    assertThat(text("main", true, "en"))
        .contains("It says this against its own interest.")
        .contains("Its rating: 3 of 1 to 7.");
  }

  @Test
  void theJsonHasTheExcerptAsAClaimGraph() {
    String json = explanation("main").toJson();
    ClaimGraph whole = ClaimJson.read(GRAPH);
    int begin = json.indexOf("\"excerpt\": ") + "\"excerpt\": ".length();
    ClaimGraph excerpt =
        ClaimJson.read(json.substring(begin, json.lastIndexOf('}')).strip());
    assertThat(excerpt.claim("main")).isEqualTo(whole.claim("main"));
    assertThat(excerpt.claim("below")).isEqualTo(whole.claim("below"));
    assertThat(excerpt.sources()).isEqualTo(whole.sources());
    assertThat(excerpt.findClaim("forecast")).isEmpty();
  }

  @Test
  void noMarkOfAReferenceIsLeftInAnyWords() {
    assertThat(text("main", true, "en") + text("main", true, "zh") + markdown("main", true))
        .doesNotContain("\uFDD0")
        .doesNotContain("\uFDD1");
  }
}
