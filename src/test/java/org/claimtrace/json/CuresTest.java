package org.claimtrace.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimtrace.problem.FoundProblems;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write first, who know the format from an example or a language model, and what they are told. */
class CuresTest {

  private static String problems(String json) {
    return ClaimJson.problems(json).toString();
  }

  /** The problems of a graph with a claim, each from its code on. */
  private static String ofClaim(String member) {
    return withoutPlaces("{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"a\": {" + member
        + "}, \"b\": \"It rains\"}, \"sources\": {\"s\": \"The report\"}}");
  }

  private static String ofSource(String member) {
    return withoutPlaces("{\"id\": \"g\", \"title\": \"t\", \"claims\": {}, \"sources\": {\"s\": {"
        + member + "}, \"r\": \"R\"}}");
  }

  private static String withoutPlaces(String json) {
    FoundProblems found = ClaimJson.problems(json);
    StringBuilder lines = new StringBuilder();
    found
        .problems()
        .forEach(each -> lines
            .append(lines.isEmpty() ? "" : "\n")
            .append(each.message())
            .append(". ")
            .append(each.remedy()));
    return lines.toString();
  }

  @Nested
  class AQuotationMarkInsideAText {

    @Test
    void isNamedWhereItStands() {
      assertThat(problems("""
              {
                "id": "g",
                "title": "t",
                "claims": {"a": {"text": "He said "yes" loudly"}}
              }
              """)).isEqualTo("""
              4:37 (/claims/a/text) syntax: a quotation mark stands inside a text, after 'He said '. Write \\" for a quotation\
               mark inside a text, or “ and ”.""");
      assertThat(problems("{\"id\": \"g\", \"title\": \"他说\"你好\"，然后走了\", \"claims\": {}}"))
          .isEqualTo(
              "1:25 (/title) syntax: a quotation mark stands inside a text, after '他说'. Write \\\" for a quotation mark"
                  + " inside a text, or “ and ”.");
    }

    @Test
    void isNamedAtTheBeginningOfTheText() {
      assertThat(problems("{\"id\": \"g\", \"title\": \"\"Yes\", he said\", \"claims\": {}}"))
          .isEqualTo(
              "1:23 (/title) syntax: a text begins with two quotation marks. Write \\\" for a quotation mark inside a text, or"
                  + " “ and ”.");
    }

    @Test
    void isNamedWhereItIsDoubled() {
      assertThat(problems("{\"id\": \"g\", \"title\": \"He said \"\"yes\"\"\", \"claims\": {}}"))
          .isEqualTo(
              "1:31 (/title) syntax: a quotation mark stands inside a text, after 'He said '. Write \\\" for a quotation mark"
                  + " inside a text, or “ and ”.");
    }

    @Test
    void isNotSuspectedWhereTheEndQuoteIsMissing() {
      assertThat(problems("{\"id\": \"g\",\n\"title\":\"T,\"claims\":{\"a\":\"A\"}}"))
          .isEqualTo(
              "2:11 (/title) syntax: the text before this comma has no end quote: 'claims' is the next member."
                  + " Write '\"' before the comma.");
      assertThat(problems(
              "{\"id\": \"g\", \"title\": \"T\", \"claims\": {\"甲\": \"甲 ,  \"乙\" : \"B\"}}"))
          .isEqualTo(
              "1:46 (/claims/甲) syntax: the text before this comma has no end quote: '乙' is the next member."
                  + " Write '\"' before the comma.");
      assertThat(problems("{\"id\": \"g,\"title\": \"T\", \"claims\": {}}"))
          .isEqualTo(
              "1:10 (/id) syntax: the text before this comma has no end quote: 'title' is the next member."
                  + " Write '\"' before the comma.");
      assertThat(problems("{\"id\": \"g\", \"title\": \"He said, \"no\": never\", \"claims\": {}}"))
          .contains("the text before this comma has no end quote: 'no' is the next member");
      assertThat(problems("{\"id\": \"g\", \"title\": \"He said \"no\": never\", \"claims\": {}}"))
          .contains("a quotation mark stands inside a text, after 'He said '");
    }

    @Test
    void isNotSuspectedWhereACommaIsMissing() {
      assertThat(problems("{\"id\": \"g\" \"title\": \"t\", \"claims\": {}}"))
          .isEqualTo(
              "1:12 (whole graph) syntax: a comma is missing before \"title\". Write ',' between two entries.");
      assertThat(problems(
              "{\"id\": \"g\", \"title\": \"t\", \"thesis\": [\"a\"\"b\"], \"claims\": {}}"))
          .contains("a comma is missing before \"b\"");
      assertThat(problems("{\"id\": \"g\" title: \"t\", \"claims\": {}}"))
          .contains("a comma is missing before 'title'");
    }
  }

  @Nested
  class ABracket {

    @Test
    void thatIsForgottenIsNamedByTheIndentation() {
      assertThat(problems("""
              {
                "id": "g",
                "title": "t",
                "claims": {
                  "a": {
                    "text": "A",
                    "evidence": ["s"]
                  ,
                  "b": {"text": "B"}
                },
                "sources": {
                  "s": "S"
                }
              }
              """)).isEqualTo("""
              10:3 (/claims/a) syntax: the object that begins in line 5 is not closed before this '}'. Write '}' where that\
               object is to end.""");
    }

    @Test
    void thatIsForgottenInOneLineIsNamedAtTheEnd() {
      assertThat(problems("{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"a\": \"A\"}"))
          .isEqualTo(
              "1:47 (whole graph) truncated: the file ends before the end of the object that begins in line 1. Write '}', or the"
                  + " rest of it if something was cut off.");
    }

    @Test
    void thatIsOneTooManyIsNamed() {
      assertThat(problems(
              "{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"a\": {\"text\": \"x\", \"evidence\": [\"s\"]}}},"
                  + " \"sources\": {\"s\": \"S\"}}"))
          .isEqualTo(
              "1:77 (whole graph) trailing-content: the graph has ended before this comma. Remove the '}' before it that is one"
                  + " too many.");
      assertThat(problems("{\"id\": \"g\", \"title\": \"t\", \"claims\": {}}}"))
          .isEqualTo("1:40 (whole graph) trailing-content: this '}' closes nothing. Remove it.");
    }
  }

  @Nested
  class AroundTheGraph {

    private static final String GRAPH = "{\"id\": \"g\", \"title\": \"t\", \"claims\": {}}";

    @Test
    void aFenceIsNamed() {
      assertThat(problems("```json\n" + GRAPH + "\n```\n"))
          .isEqualTo(
              "1:1 (whole graph) syntax: a Markdown fence stands before the graph. Remove it, and the one after the graph: a file"
                  + " holds the graph alone.");
      assertThat(problems(GRAPH + "\n```\n"))
          .isEqualTo(
              "2:1 (whole graph) trailing-content: a Markdown fence stands after the graph. Remove it: a file holds one graph.");
    }

    @Test
    void wordsAreNamed() {
      assertThat(problems("Here is the graph:\n" + GRAPH))
          .isEqualTo(
              "1:1 (whole graph) syntax: words stand before the graph: 'Here is the graph:'. Remove them: a file holds the graph"
                  + " alone, from its '{' to its '}'.");
      assertThat(problems(GRAPH + "\nI hope this helps!"))
          .isEqualTo(
              "2:1 (whole graph) trailing-content: something follows the end of the graph: 'I hope this helps!'. Remove it: a file"
                  + " holds one graph.");
    }

    @Test
    void anObjectIsNamed() {
      assertThat(problems("{\"graph\": " + GRAPH + "}"))
          .isEqualTo(
              "1:2 (/graph) unknown-member: the graph stands inside 'graph'. Write it in place of the object around it.");
      assertThat(problems("[" + GRAPH + "]"))
          .isEqualTo(
              "1:1 (whole graph) wrong-type: the graph is a list, and must be an object. Write one graph a file, without a list"
                  + " around it.");
    }
  }

  @Test
  void aBackslashBeforeAnApostropheIsNamed() {
    assertThat(ofClaim("\"text\": \"it\\'s\""))
        .isEqualTo("'\\'' is not an escape. Write ' alone: it needs no backslash.");
  }

  @Nested
  class AGrade {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"0.8\"|'0.8' stands in quotation marks, and a number must not. Write 0.8.",
          "\"0,85\"|'0,85' stands in quotation marks, and a number must not. Write 0.85.",
          "\"80%\"|'80%' stands in quotation marks, and a number must not. Write 0.8.",
          "\"100 %\"|'100 %' stands in quotation marks, and a number must not. Write 1.",
          "80|reliability is 80, and must lie between 0 and 1. A grade is a number from 0 to 1; write 0.8 if 80 percent is meant.",
          "\"80\"|'80' stands in quotation marks, and a number must not. A grade is a number from 0 to 1; write 0.8 if 80 percent is"
              + " meant.",
          "\"b\"|'b' is not a reliability. Write a capital letter: \"B\".",
          "\"B2\"|'B2' grades both a source and a statement. Write \"B\" here; the 2 is the \"strength\" of the evidence: \"probably"
              + " true\"."
        })
    void ofASourceIsReadAsPeopleWriteIt(String grade, String told) {
      assertThat(ofSource("\"title\": \"S\", \"reliability\": " + grade)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"Very_likely\"|'Very_likely' is not a strength. Did you mean 'very likely'?",
          "\"90%\"|'90%' stands in quotation marks, and a number must not. Write 0.9.",
          "\"B\"|'B' is not a strength. A letter grades a source: write it as the \"reliability\" of the source."
        })
    void ofAStepIsReadAsPeopleWriteIt(String grade, String told) {
      assertThat(ofClaim(
              "\"text\": \"A\", \"evidence\": [{\"source\": \"s\", \"strength\": " + grade + "}]"))
          .isEqualTo(told);
    }
  }

  @Nested
  class AWord {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "contradicts|'contradicts' is not a stance. Write \"refutes\".",
          "Supports|'Supports' is not a stance. Did you mean 'supports'?",
          "false|'false' is not a stance. Did you mean 'refutes'?",
          "neutral|'neutral' is not a stance. What bears on neither side is no evidence: leave it out, or write it as an appearance"
              + " or a search."
        })
    void forAStanceIsUnderstood(String stance, String told) {
      assertThat(ofClaim("\"text\": \"A\", \"evidence\": [{\"source\": \"s\", \"stance\": \""
              + stance + "\"}]"))
          .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "false|'false' is not a verdict. Write \"refuted\"; to keep the published word, write {\"verdict\": \"refuted\", \"label\":"
              + " \"false\"}.",
          "True|'True' is not a verdict. Write \"supported\"; to keep the published word, write {\"verdict\": \"supported\","
              + " \"label\": \"True\"}.",
          "Mostly False|'Mostly False' is not a verdict. Keep the published words as {\"label\": \"Mostly False\"}, and write a"
              + " \"verdict\" beside them if you know which one they mean.",
          "REFUTED|'REFUTED' is not a verdict. Did you mean 'refuted'?"
        })
    void forAVerdictIsUnderstood(String verdict, String told) {
      assertThat(ofClaim("\"text\": \"A\", \"reviews\": {\"s\": \"" + verdict + "\"}"))
          .isEqualTo(told);
    }

    @Test
    void forATypeOfSourceIsUnderstood() {
      assertThat(ofSource("\"title\": \"S\", \"type\": \"tweet\""))
          .isEqualTo("'tweet' is not a type of source. Did you mean 'social'?");
    }
  }

  @Nested
  class AMember {

    @Test
    void ofAClaimIsUnderstoodByItsFirstNames() {
      assertThat(ofClaim(
              "\"claim\": \"A\", \"speaker\": \"X\", \"sources\": [\"s\"], \"tags\": \"rain\", \"verdict\": \"false\","
                  + " \"date\": \"2026\""))
          .isEqualTo("""
              a claim has no member 'claim'. Write 'text'.
              a claim has no member 'speaker'. Write 'claimant'.
              a claim has no member 'sources'. Write 'evidence'.
              a claim has no member 'tags'. Write it as a list: "about": ["rain"].
              a claim has no member 'verdict'. A verdict is derived, not written. One that somebody published stands under\
               "reviews", by the id of its source: {"some-source": "refuted"}.
              a claim has no member 'date'. Dates stand where it appeared: "appearances": [{"source": "some-source", "date":\
               "2026-02-13"}].""");
    }

    @Test
    void ofASourceIsUnderstoodByItsFirstNames() {
      assertThat(
              ofSource(
                  "\"name\": \"S\", \"link\": \"https://a.example\", \"date\": \"2026\", \"archive_url\": \"https://b.example\","
                      + " \"copyOf\": \"r\", \"author\": \"X\", \"derived_from\": [\"r\"], \"pubisher\": \"P\""))
          .isEqualTo("""
              a source has no member 'name'. Write 'title'.
              a source has no member 'link'. Write 'url'.
              a source has no member 'date'. Write 'published'.
              a source has no member 'archive_url'. Write 'archived'.
              a source has no member 'copyOf'. Write it as a list: "derivedFrom": ["r"].
              a source has no member 'author'. Write it as a list: "authors": ["X"].
              a source has no member 'derived_from'. Did you mean 'derivedFrom'?
              a source has no member 'pubisher'. Did you mean 'publisher'?""");
    }

    @Test
    void ofALineIsUnderstoodByItsFirstNames() {
      assertThat(
              ofClaim(
                  "\"text\": \"A\", \"evidence\": [{\"from\": \"s\", \"weight\": 0.5, \"page\": \"3\", \"url\": \"https://a.example\"}],"
                      + " \"inferences\": [{\"because\": [\"b\"], \"assumptions\": [\"b\"], \"conclusion\": \"a\"}],"
                      + " \"reviews\": {\"s\": {\"ruling\": \"refuted\", \"link\": \"https://a.example\"}}"))
          .isEqualTo("""
              a piece of evidence has no member 'from'. Write 'source'.
              a piece of evidence has no member 'weight'. Write 'strength'.
              a piece of evidence has no member 'page'. Write 'locator'.
              a piece of evidence has no member 'url'. The address stands in the source, under "sources".
              an inference has no member 'because'. Write 'premises'.
              an inference has no member 'assumptions'. Write 'assuming'.
              an inference has no member 'conclusion'. An inference stands in the claim that it concludes, under "inferences".
              a review has no member 'ruling'. Write 'verdict'.
              a review has no member 'link'. Write 'url'.""");
    }
  }

  @Nested
  class AnId {

    @Test
    void ofTheOtherKindIsNamed() {
      assertThat(
              ofClaim(
                  "\"text\": \"A\", \"evidence\": [\"b\"], \"contradicts\": [\"s\"], \"reviews\": {\"b\": \"refuted\"}"))
          .isEqualTo("""
              'b' is a claim, and a source must stand here. Name a source; what follows from a claim is an inference: "inferences":\
               [{"premises": ["b"]}].
              's' is a source, and a claim must stand here. Name a claim; what a source says is a claim that has the source in its\
               "evidence".
              'b' is a claim, and a source must stand here. Name a source.""");
    }

    @Test
    void isFoundByTheWordsOfWhatItNames() {
      assertThat(ofClaim(
              "\"text\": \"A\", \"evidence\": [\"the report\"], \"contradicts\": [\"It rains\"]"))
          .isEqualTo("""
              'the report' is the title of source 's', not its id. Write "s".
              'It rains' is the text of claim 'b', not its id. Write "b".""");
    }

    @Test
    void withALookAlikeLetterIsToldApart() {
      assertThat(problems(
              "{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"a\": {\"text\": \"A\", \"evidence\": [\"\u0440aper\","
                  + " \"pap\u200ber\"]}}, \"sources\": {\"paper\": \"P\"}}"))
          .isEqualTo(
              "1:70 (/claims/a/evidence/0) unknown-source: no source '\u0440aper'. Did you mean 'paper'? '\u0440aper' is written with the"
                  + " Cyrillic letter U+0440.\n"
                  + "1:79 (/claims/a/evidence/1) unknown-source: no source 'pap\\u200ber'. Did you mean 'paper'? 'pap\\u200ber' holds"
                  + " the invisible character U+200B (ZERO WIDTH SPACE).");
    }

    @Test
    void thatIsIllFormedNamesWhatCannotBeSeen() {
      assertThat(problems(
              "{\"id\": \"my graph\", \"title\": \"t\", \"claims\": {\"a\u200bb\": \"A\"}}"))
          .isEqualTo("""
              1:8 (/id) ill-formed-id: the id 'my graph' holds a space. Write 'my-graph'. An id begins with a letter or digit of\
               any script; letters, digits, '.', '_' and '-' follow.
              1:45 (/claims/a\\u200bb) ill-formed-id: the id 'a\\u200bb' holds the invisible character U+200B (ZERO WIDTH SPACE).\
               Remove it. An id begins with a letter or digit of any script; letters, digits, '.', '_' and '-' follow.""");
    }
  }

  @Nested
  class ADate {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "13 February 2026|2026-02-13",
          "13th of Feb. 2026|2026-02-13",
          "February 13, 2026|2026-02-13",
          "Friday, 13 February 2026|2026-02-13",
          "Feb 2026|2026-02",
          "13.02.2026|2026-02-13",
          "13. 2. 2026|2026-02-13",
          "2026/02/13|2026-02-13",
          "2026/2|2026-02",
          "2026-2-3|2026-02-03",
          "2/13/2026|2026-02-13",
          "13/2/2026|2026-02-13",
          "2026年2月13日|2026-02-13",
          "2026年2月|2026-02",
          "2026年|2026",
          "20260213|2026-02-13",
          "2026-02-13T10:00:00Z|2026-02-13",
          "２０２６-02|2026-02"
        })
    void isReadAsPeopleWriteIt(String date, String written) {
      assertThat(ofSource("\"title\": \"S\", \"published\": \"" + date + "\""))
          .isEqualTo("'" + date + "' is not written as a date. Write \"" + written + "\".");
    }

    @Test
    void thatMayBeEitherOfTwoSaysSo() {
      assertThat(ofSource("\"title\": \"S\", \"published\": \"2/3/2026\""))
          .isEqualTo(
              "'2/3/2026' may be either 2026-03-02 or 2026-02-03. Write \"2026-03-02\" or \"2026-02-03\".");
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "31.02.2026", "13/13/2026", "c. 2026"})
    void thatIsNoneIsToldTheForms(String date) {
      assertThat(ofSource("\"title\": \"S\", \"published\": \"" + date + "\""))
          .isEqualTo(
              "'" + date
                  + "' is not a date. Write a year, a month or a day, such as \"2026\", \"2026-02\" or \"2026-02-13\".");
    }
  }

  @Nested
  class AUrl {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "https://example.org/a page|: a space must not stand in it. Write %20 in its place: \"https://example.org/a%20page\".",
          "https://example.org/{x}|: '{' must not stand in it. Write %7B in its place: \"https://example.org/%7Bx%7D\".",
          "https://example.org/100%|: a '%' without two hexadecimal digits must not stand in it. Write %25 in its place:"
              + " \"https://example.org/100%25\".",
          "https://example.org/#a#b|: a second '#' must not stand in it. Write %23 in its place: \"https://example.org/#a%23b\".",
          "<https://example.org>|. Write \"https://example.org\".",
          "www.example.org/page|. Write its scheme, too: \"https://www.example.org/page\".",
          "https:/example.org|. Did you mean \"https://example.org\"?"
        })
    void namesTheCharacterThatSpoilsIt(String url, String told) {
      assertThat(ofSource("\"title\": \"S\", \"url\": \"" + url + "\""))
          .isEqualTo("'" + url + "' is not a URL" + told);
    }
  }

  @Test
  void whatStandsInQuotationMarksForNothingIsNamed() {
    assertThat(
            ofClaim(
                "\"text\": \"A\", \"evidence\": [{\"source\": \"s\", \"againstInterest\": \"true\", \"date\": 2026.02}]"))
        .isEqualTo("""
            'againstInterest' is a string, and must be true or false. Write true, without quotation marks.
            'date' is a number, and must be a date in double quotes. Write "2026-02".""");
  }

  @Nested
  class AnUnknownLineToOverride {

    private String ofEvidence(String overridden, String others) {
      return withoutPlaces("{\"id\": \"g\", \"title\": \"t\", \"claims\": {"
          + "\"a\": {\"text\": \"A\", \"evidence\": [{\"source\": \"s\", \"overrides\": [\""
          + overridden + "\"]}"
          + others + "}, \"c\": {\"text\": \"C\", \"evidence\": [\"r\"]}},"
          + " \"sources\": {\"s\": \"S\", \"r\": \"R\"}}");
    }

    @Test
    void isNeverTakenForTheLineItself() {
      assertThat(ofEvidence("a/evidence/x", "]"))
          .isEqualTo(
              "claim 'a' has no line 'a/evidence/x'. There is no other line of the same claim: remove it.");
      assertThat(ofEvidence("a/evidence/x", ", \"r\"]"))
          .isEqualTo("claim 'a' has no line 'a/evidence/x'. Did you mean 'a/evidence/r'?");
    }

    @Test
    void mayBeOneOfAClaimThatContradicts() {
      assertThat(ofEvidence("other", "], \"contradicts\": [\"c\"]"))
          .isEqualTo(
              "claim 'a' has no line 'other'. Name another line of the same claim, or of one that contradicts it:"
                  + " c/evidence/r.");
      assertThat(withoutPlaces("{\"id\": \"g\", \"title\": \"t\", \"claims\": {"
              + "\"a\": {\"text\": \"A\", \"evidence\": [{\"source\": \"s\", \"overrides\": [\"c/evidence/x\"]}]},"
              + " \"c\": {\"text\": \"C\", \"evidence\": [\"r\"], \"contradicts\": [\"a\"]}},"
              + " \"sources\": {\"s\": \"S\", \"r\": \"R\"}}"))
          .isEqualTo("claim 'a' has no line 'c/evidence/x'. Did you mean 'c/evidence/r'?");
    }

    @Test
    void mayBeASourceOrAClaim() {
      assertThat(ofEvidence("r", ", \"r\"]"))
          .isEqualTo("claim 'a' has no line 'r'. 'r' is a source. Did you mean 'a/evidence/r'?");
      assertThat(ofEvidence("s", ", \"r\"]"))
          .isEqualTo(
              "claim 'a' has no line 's'. 's' is a source. Name another line of the same claim: a/evidence/r.");
      assertThat(ofEvidence("c", ", \"r\"]"))
          .isEqualTo(
              "claim 'a' has no line 'c'. 'c' is a claim. Name another line of the same claim: a/evidence/r.");
    }
  }

  @Nested
  class AListOfReviewsWithoutAny {

    @Test
    void isSaidToBeEmptyAndRemoved() {
      assertThat(ofClaim("\"text\": \"A\", \"reviews\": {\"s\": []}"))
          .isEqualTo(
              "the list of reviews by 's' is empty. Write a verdict, such as \"supported\", or leave the reviewer out.");
      ClaimJson.Fixed fixed = ClaimJson.fix(
          "{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"a\": {\"text\": \"A\", \"reviews\": {\"a source\": []}}}}");
      assertThat(fixed.json())
          .isEqualTo(
              "{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"a\": {\"text\": \"A\", \"reviews\": {}}}}");
      assertThat(fixed.left().isEmpty()).isTrue();
    }
  }

  @Nested
  class OverridesUnderAClaim {

    @Test
    void belongToALine() {
      assertThat(ofClaim("\"text\": \"A\", \"overrides\": [\"b\"]"))
          .isEqualTo(
              "a claim has no member 'overrides'. What overrides a line is another line: \"overrides\" stands in a"
                  + " piece of evidence, an inference or a review.");
    }
  }
}
