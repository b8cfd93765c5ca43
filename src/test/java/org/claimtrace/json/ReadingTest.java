package org.claimtrace.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Source;
import org.claimtrace.model.Text;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.FoundProblems;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.TimeLimitException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {

  private static final String HEAD = "{\"id\": \"g\", \"title\": \"t\", ";

  @Nested
  class TheLanguageOfTheGraph {

    @Test
    void isThatOfPlainStringsWhereverItIsWritten() {
      String before =
          "{\"language\": \"zh\", \"id\": \"g\", \"title\": \"题\", \"claims\": {\"a\": \"甲\"}}";
      String after =
          "{\"id\": \"g\", \"title\": \"题\", \"claims\": {\"a\": \"甲\"}, \"language\": \"zh\"}";
      ClaimGraph expected = ClaimGraph.builder("g")
          .language("zh")
          .title("zh", "题")
          .claim(Claim.builder("a").text(Text.of("zh", "甲")))
          .build();
      assertThat(ClaimJson.read(before)).isEqualTo(expected);
      assertThat(ClaimJson.read(after)).isEqualTo(expected);
      assertThat(ClaimJson.readDocument(after, "b.json").place("/claims/a"))
          .hasToString("b.json:1:38 (/claims/a)");
    }

    @Test
    void thatIsNotATagIsOneProblem() {
      assertThatThrownBy(() -> ClaimJson.read(
              HEAD + "\"claims\": {\"a\": \"A\"}, \"language\": \"Klingon!\", \"note\": \"n\"}"))
          .hasMessage("1:61 (/language) ill-formed-tag: 'Klingon!' is not a language tag."
              + " Write a BCP 47 tag, such as 'en', 'zh' or 'zh-Hans'.");
    }
  }

  @Nested
  class OneMistake {

    private static void isOneProblem(String json, String message) {
      assertThatThrownBy(() -> ClaimJson.read(json)).hasMessage(message);
    }

    @Test
    void inAListKeepsTheIndicesOfLaterEntries() {
      isOneProblem(
          HEAD
              + "\"claims\": {\"a\": {\"text\": \"A\", \"evidence\": [5, {\"source\": \"s\", \"stance\": \"x\"}, [\"q\"]]}},"
              + " \"sources\": {\"s\": \"S\"}}",
          """
          1:70 (/claims/a/evidence/0) wrong-type: an entry of 'evidence' is a number, and must be the id of a source or\
           an object. Write the id of a source, or an object with a "source".
          1:99 (/claims/a/evidence/1/stance) unknown-word: 'x' is not a stance. Write one of: supports, refutes, qualifies.
          1:105 (/claims/a/evidence/2) wrong-type: an entry of 'evidence' is a list, and must be the id of a source or an\
           object. Write the id of a source, or an object with a "source".""");
    }

    @Test
    void inInferencesDoesNotMakeIdsNecessary() {
      isOneProblem(
          HEAD
              + "\"claims\": {\"a\": {\"text\": \"A\", \"inferences\": [{\"premises\": [\"a\"]}, 1, {\"id\": 2, \"premises\": 3}]}}}",
          """
          1:93 (/claims/a/inferences/1) wrong-type: an entry of 'inferences' is a number, and must be an object. Write an\
           object with premises, such as {"premises": ["some-claim"]}.
          1:103 (/claims/a/inferences/2/id) wrong-type: 'id' is a number, and must be an id. Write it in double quotes:\
           "2".
          1:118 (/claims/a/inferences/2/premises) wrong-type: 'premises' is a number, and must be a list of ids of claims.\
           Write a list, such as ["some-claim"].""");
    }

    @Test
    void inTheNameOfTheMemberSourcesMakesNoSourceUnknown() {
      isOneProblem(
          HEAD
              + "\"claims\": {\"a\": {\"text\": \"A\", \"evidence\": [\"s\"]}}, \"source\": {\"s\": \"S\"}}",
          "1:78 (/source) unknown-member: the graph has no member 'source'. Did you mean 'sources'?");
    }

    @Test
    void inTheTypeOfTheMemberClaimsMakesNoClaimUnknown() {
      isOneProblem(
          HEAD + "\"claims\": [], \"thesis\": [\"a\"]}",
          "1:37 (/claims) wrong-type: 'claims' is a list, and must be an object of claims by id. Write {\"some-id\": \"What"
              + " is claimed\"}.");
    }

    @Test
    void inAValueLeavesItsClaimAndSourceKnown() {
      isOneProblem(
          HEAD
              + "\"claims\": {\"a\": 7, \"b\": {\"text\": \"B\", \"evidence\": [\"s\"], \"contradicts\": [\"a\"]}},"
              + " \"sources\": {\"s\": {\"url\": 5}}}",
          """
          1:43 (/claims/a) wrong-type: claim 'a' is a number, and must be a string or an object. Write what it states as a\
           string, or an object with a "text".
          1:133 (/sources/s/url) wrong-type: 'url' is a number, and must be a URL. Write one, such as\
           "https://example.org/page".""");
    }

    @Test
    void inAPremiseIsReportedOnce() {
      isOneProblem(
          HEAD
              + "\"claims\": {\"a\": {\"text\": \"A\", \"inferences\": [{\"premises\": [{}, {\"not\": 5}, null, {\"no\": \"a\"}]}]}}}",
          """
          1:86 (/claims/a/inferences/0/premises/0) missing-member: a negated premise names no claim. Write the id of one\
           under 'not'.
          1:98 (/claims/a/inferences/0/premises/1/not) wrong-type: 'not' is a number, and must be the id of a claim. Write\
           it in double quotes: "5".
          1:102 (/claims/a/inferences/0/premises/2) null-value: an entry of 'premises' is null. Write the id of a claim, or\
           {"not": "some-claim"} for one that must be rejected. Leave out what is not known.
          1:108 (/claims/a/inferences/0/premises/3) missing-member: a negated premise names no claim. Write the id of one\
           under 'not'.
          1:109 (/claims/a/inferences/0/premises/3/no) unknown-member: a negated premise has no member 'no'. Did you mean\
           'not'?""");
    }
  }

  @Nested
  class AFault {

    private static void isAt(String pointer, String json) {
      ClaimGraphException refused =
          catchThrowableOfType(ClaimGraphException.class, () -> ClaimJson.read(json));
      assertThat(refused.problems().get(refused.problems().size() - 1).place().pointer())
          .as(json)
          .isEqualTo(pointer);
    }

    @Test
    void betweenTwoValuesIsAFaultOfTheObjectOrListAroundThem() {
      isAt("", "{\"id\": \"g\" \"title\": \"t\"}");
      isAt("", "{\"id\": \"g\", title: \"t\"}");
      isAt("", "{\"id\": \"g\"");
      isAt("", "{\"id\": \"g\", \"title");
      isAt("", "{\"id\": \"g\"]");
      isAt("/claims", "{\"claims\": {\"a\": {\"text\": \"x\"} \"b\": \"y\"}}");
      isAt("/claims/a", "{\"claims\": {\"a\": {\"text\": \"x\",}}}");
      isAt("/claims/a", "{\"claims\": {\"a\": {");
      isAt("/claims/a/evidence", "{\"claims\": {\"a\": {\"evidence\": [\"s\" \"t\"]}}}");
      isAt("/claims/a/evidence", "{\"claims\": {\"a\": {\"evidence\": [\"s\",]}}}");
      isAt(
          "/claims/a/evidence/1",
          "{\"claims\": {\"a\": {\"evidence\": [\"s\", {\"source\": \"t\" \"id\": \"e\"}]}}}");
      isAt("/_x/1", "{\"_x\": [1, {\"a\": 1; \"b\": 2}]}");
    }

    @Test
    void inAValueIsAFaultOfTheValue() {
      isAt("/id", "{\"id\": g}");
      isAt("/id", "{\"id\": \"g");
      isAt("/id", "{\"id\" \"g\"}");
      isAt("/title", "{\"id\": \"g\", \"title\": \"\\x\"}");
      isAt("/claims/a/evidence/1", "{\"claims\": {\"a\": {\"evidence\": [\"s\", 't']}}}");
      isAt("/sources/s/reliability", "{\"sources\": {\"s\": {\"reliability\": 0,5}}}");
      isAt("/_x/a/0", "{\"_x\": {\"a\": [NaN]}}");
    }

    @Test
    void isReportedLastAndMakesNoIdUnknown() {
      assertThatThrownBy(() -> ClaimJson.readDocument("""
              {
                "id": "g",
                "claims": {
                  "a": {"text": "A", "kind": "fakt", "evidence": [{"source": "s", "strength": 2, "date": "x"}]},
                  "b": {"inferences": [{"id": "i", "premises": ["c"}
              """, "f.json")).hasMessage("""
              f.json:4:32 (/claims/a/kind) unknown-word: 'fakt' is not a kind of claim. Did you mean 'fact'?
              f.json:4:81 (/claims/a/evidence/0/strength) grade-out-of-range: strength is 2, and must lie between 0 and\
               1. A grade is a number from 0 to 1; write 0.02 if 2 percent is meant.
              f.json:4:92 (/claims/a/evidence/0/date) ill-formed-date: 'x' is not a date. Write a year, a month or a day,\
               such as "2026", "2026-02" or "2026-02-13".
              f.json:5:54 (/claims/b/inferences/0/premises) syntax: the list that begins in line 5 is not closed before\
               this '}'. Write ']' before it, or in its place.""");
    }

    @Test
    void afterTheGraphIsReportedWithAllProblemsOfTheGraph() {
      assertThatThrownBy(() -> ClaimJson.read(HEAD + "\"claims\": {}, \"thesis\": [\"a\"]}\n{"))
          .hasMessage("""
              1:52 (/thesis/0) unknown-claim: no claim 'a'. Add it under "claims", or correct the id.
              2:1 (whole graph) trailing-content: another object follows the graph. Put it into a file of its own: a\
               file holds one graph.""");
    }
  }

  @Nested
  class Problems {

    @Test
    void areInDocumentOrderWhetherFoundByTheReaderOrTheModel() {
      assertThatThrownBy(() -> ClaimJson.read("""
              {"sources": {"s": {"title": "S", "readIn": ["t"], "reliability": "G"}},
               "thesis": ["x", "x"],
               "claims": {"a": {"text": " ", "note": {"en": "", "e n": "?"}}}, "authors": [1],
               "id": "-g"}
              """))
          .isInstanceOfSatisfying(
              ClaimGraphException.class,
              e -> assertThat(e.problems())
                  .extracting(problem -> problem.place() + " " + problem.code())
                  .containsExactly(
                      "1:1 (whole graph) missing-member",
                      "1:45 (/sources/s/readIn/0) unknown-source",
                      "1:66 (/sources/s/reliability) unknown-grade",
                      "2:13 (/thesis/0) unknown-claim",
                      "2:18 (/thesis/1) repeated-id",
                      "2:18 (/thesis/1) unknown-claim",
                      "3:27 (/claims/a/text) blank",
                      "3:47 (/claims/a/note/en) blank",
                      "3:51 (/claims/a/note/e n) ill-formed-tag",
                      "3:78 (/authors/0) wrong-type",
                      "4:8 (/id) ill-formed-id"));
    }

    @Test
    void ofDuplicateKeysAreReportedAtEachRepetition() {
      assertThatThrownBy(
              () -> ClaimJson.read(HEAD + "\"claims\": {},\n\"_x\": 1,\n\"_x\": 2,\n\"_x\": 3}"))
          .hasMessage("""
              3:1 (/_x) duplicate-key: the key '_x' stands twice. Keep one of the two.
              4:1 (/_x) duplicate-key: the key '_x' stands twice. Keep one of the two.""");
    }

    @Test
    void areKeptUpToALimitAndAllAreCounted() {
      String claims = "\"a\": {\"text\": \"A\"" + ", \"x\": 1".repeat(20_000) + "}";
      assertThatThrownBy(() -> ClaimJson.read(HEAD + "\"claims\": {" + claims + "}, \"y\": 1"))
          .isInstanceOfSatisfying(ClaimGraphException.class, e -> {
            assertThat(e.count()).isEqualTo(20_002);
            assertThat(e.problems()).hasSize(10_000);
            assertThat(e.problems().get(9_999).message())
                .isEqualTo("the file ends before the end of the object that begins in line 1");
          });
    }
  }

  @Nested
  class TheAuthorsOwnMembers {

    /** They are never interpreted, and nothing of them is lost. */
    @Test
    void areKeptWithDuplicateKeysInThem() {
      ClaimGraph graph = ClaimJson.read(
          "{\"id\": \"g\", \"title\": \"t\", \"claims\": {}, \"_x\": {\"a\": 1, \"a\": 2, \"b\": {\"c\": 3, \"\\u0063\": 4}}}");
      assertThat(graph.ownMembers())
          .containsExactly(Map.entry("_x", "{\"a\":1,\"a\":2,\"b\":{\"c\":3,\"\\u0063\":4}}"));
      assertThat(ClaimJson.read(ClaimJson.write(graph))).isEqualTo(graph);
    }

    @Test
    void areKeptMinifiedInAnyObject() {
      ClaimGraph graph = ClaimJson.read(HEAD
          + "\"claims\": {\"a\": {\"text\": \"A\", \"_n\": { \"text\" : [ 1.50 , \"\\u00e9 x\" , null ] },"
          + " \"evidence\": [{\"source\": \"s\", \"_\": \"y\"}]}}, \"sources\": {\"s\": {\"title\": \"S\", \"_b\": true}},"
          + " \"_e\": {}}");
      assertThat(graph)
          .isEqualTo(ClaimGraph.builder("g")
              .title("t")
              .claim(Claim.builder("a")
                  .text("A")
                  .ownMember("_n", "{\"text\":[1.50,\"\\u00e9 x\",null]}")
                  .evidence(Evidence.builder("s").ownMember("_", "\"y\"")))
              .source(Source.builder("s").title("S").ownMember("_b", "true"))
              .ownMember("_e", "{}")
              .build());
      assertThat(graph.claim("a").ownMembers())
          .isEqualTo(ImmutableMap.of("_n", "{\"text\":[1.50,\"\\u00e9 x\",null]}"));
    }

    @Test
    void mayBeAnyNumber() {
      StringBuilder json = new StringBuilder(HEAD + "\"claims\": {}");
      for (int i = 0; i < 200_000; i++) {
        json.append(", \"_").append(i).append("\": ").append(i);
      }
      assertThat(ClaimJson.read(json.append('}').toString()).ownMembers()).hasSize(200_000);
    }
  }

  @Nested
  class ALimit {

    private static void isExceeded(ClaimReader reader, String json, String message) {
      assertThatThrownBy(() -> reader.read(json)).hasMessage(message);
    }

    @Test
    void ofDepthIsExceededByOneMoreLevel() {
      ClaimReader reader = ClaimJson.reader().maxDepth(3).build();
      String json = HEAD + "\"claims\": {}, \"_x\": [[%s]]}";
      assertThat(reader.read(json.formatted("")).ownMembers()).containsEntry("_x", "[[]]");
      isExceeded(
          reader,
          json.formatted("[]"),
          "1:49 (/_x/0/0) nesting-too-deep: objects and lists are nested more than 3 deep here. Nest them less deeply; a"
              + " claim graph needs no more than eight levels.");
    }

    @Test
    void ofAStringIsInBytes() {
      ClaimReader reader = ClaimJson.reader().maxStringBytes(6).build();
      String json = HEAD + "\"claims\": {\"a\": \"%s\", \"b\": 5}}";
      assertThat(reader.read(json.replace(", \"b\": 5", "").formatted("雪雪")).claims())
          .hasSize(1);
      isExceeded(reader, json.formatted("雪雪x"), """
          1:43 (/claims/a) string-too-long: the string has 7 bytes, and at most 6 are read. Write a shorter string.
          1:55 (/claims/b) wrong-type: claim 'b' is a number, and must be a string or an object. Write what it states as a\
           string, or an object with a "text".""");
      isExceeded(
          reader,
          json.formatted("12345678"),
          "1:43 (/claims/a) string-too-long: the string has 8 bytes, and at most 6 are read. Write a shorter string.");
    }

    @Test
    void ofAStringAppliesToAnAuthorsOwnMember() {
      ClaimReader reader = ClaimJson.reader().maxStringBytes(6).build();
      isExceeded(
          reader,
          HEAD + "\"claims\": {}, \"_x\": [1, 2, 3]}",
          "1:47 (/_x) string-too-long: the string has 9 bytes, and at most 6 are read. Write a shorter string.");
    }

    @Test
    void ofANameAppliesToIdsThatAreValues() {
      String id = "雨".repeat(342);
      String reported =
          "name-too-long: the id has 1026 bytes, and at most 1024 are read. Write a shorter id.";
      assertThat(catchThrowableOfType(
              ClaimGraphException.class,
              () -> ClaimJson.read("{\"id\": \"" + id
                  + "\", \"title\": \"t\", \"sources\": {\"s\": \"S\"}, \"claims\": {\"c\": {\"text\": \"x\",\n\"evidence\": [{\"source\": \"s\", \"id\": \""
                  + id + "\"}],\n\"inferences\": [{\"premises\": [\"c\"], \"id\": \"" + id
                  + "\"}]}}}")))
          .hasMessage("1:8 (/id) " + reported + "\n2:36 (/claims/c/evidence/0/id) " + reported
              + "\n3:42 (/claims/c/inferences/0/id) " + reported);
      String longest = "雨".repeat(341) + "x";
      assertThat(ClaimJson.read("{\"id\": \"" + longest + "\", \"title\": \"t\", \"claims\": {}}")
              .id())
          .isEqualTo(longest);
    }

    @Test
    void ofANameIsInBytes() {
      ClaimReader reader = ClaimJson.reader().maxNameBytes(6).build();
      isExceeded(reader, HEAD + "\"claims\": {\"c123456\": 5, \"c\": \"C\"}}", """
          1:38 (/claims/c123456) name-too-long: the name has 7 bytes, and at most 6 are read. Write a shorter name.
          1:49 (/claims/c123456) wrong-type: claim 'c123456' is a number, and must be a string or an object. Write what it\
           states as a string, or an object with a "text".""");
      isExceeded(
          reader,
          HEAD + "\"claims\": {\"" + "c".repeat(10_000) + "\": 5}}",
          "1:38 (/claims) name-too-long: the name has 10000 bytes, and at most 6 are read. Write a shorter name.");
    }

    @Test
    void ofANumberIsAThousandCharacters() {
      String json =
          HEAD + "\"claims\": {}, \"sources\": {\"s\": {\"title\": \"S\", \"reliability\": 0.%s}}}";
      assertThat(ClaimJson.read(json.formatted("5" + "0".repeat(997)))
              .source("s")
              .reliability()
              .value())
          .isEqualTo(.5);
      isExceeded(
          ClaimJson.reader().build(),
          json.formatted("5" + "0".repeat(998)),
          "1:88 (/sources/s/reliability) number-too-long: the number has 1001 characters, and at most 1000 are read. Write"
              + " a number from 0 to 1, such as 0.8.");
    }

    @Test
    void ofAFileIsInBytes(@TempDir Path folder) throws IOException {
      ClaimReader reader = ClaimJson.reader().maxFileBytes(10).build();
      Path file = Files.writeString(folder.resolve("f.json"), HEAD);
      String message =
          " (whole graph) file-too-large: the file has more than 10 bytes, and no more are read. Divide the graph.";
      assertThatThrownBy(() -> reader.read(file)).hasMessage(file + message);
      byte[] bytes = HEAD.getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(bytes)))
          .hasMessage(message.substring(1));
    }
  }

  @Nested
  class AFileThatCannotBeRead {

    @Test
    void isReportedAsAProblem(@TempDir Path folder) {
      Path file = folder.resolve("none.json");
      assertThatThrownBy(() -> ClaimJson.read(file))
          .hasMessage(file
              + " (whole graph) unreadable: there is no such file. Check its name and its folder.");
      assertThatThrownBy(() -> ClaimJson.read(folder))
          .hasMessage(
              folder + " (whole graph) unreadable: this is a directory. Name a file in it.");
    }
  }

  /** A stream of blanks. */
  private static class Endless extends InputStream {
    @Override
    public int read() {
      return ' ';
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      Arrays.fill(bytes, offset, offset + length, (byte) ' ');
      return length;
    }
  }

  @Nested
  class AStreamThatThrows {

    private final IOException cause = new IOException("the cable is out");
    private final InputStream broken = new Endless() {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        throw cause;
      }
    };

    @Test
    void isNotTheFaultOfTheDocument() {
      for (ThrowingCallable reading : List.<ThrowingCallable>of(
          () -> ClaimJson.read(broken),
          () -> ClaimJson.readDocument(broken, "wire"),
          () -> ClaimJson.problems(broken))) {
        assertThatExceptionOfType(UncheckedIOException.class)
            .isThrownBy(reading)
            .withCause(cause);
      }
    }

    @Test
    void isStoppedWhenItsThreadIsInterrupted() {
      InputStream endless = new Endless() {
        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          Thread.currentThread().interrupt();
          return super.read(bytes, offset, length);
        }
      };
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> ClaimJson.read(endless))
          .isNotInstanceOf(TimeLimitException.class);
      assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void isGivenUpWhenTheTimeIsUp() {
      ClaimReader reader = ClaimJson.reader().timeLimit(Duration.ofMillis(1)).build();
      InputStream endless = new Endless();
      assertThatExceptionOfType(TimeLimitException.class)
          .isThrownBy(() -> reader.read(endless))
          .withMessage("stopped: it takes longer than the time limit of 0.001 s")
          .satisfies(stopped -> assertThat(stopped.limit()).isEqualTo(Duration.ofMillis(1)));
    }
  }

  @Nested
  class ProblemsWithoutAnException {

    @Test
    void areThoseThatReadingWouldThrow(@TempDir Path folder) throws IOException {
      String json = HEAD + "\"claims\": {\"a\": \"\", \"b\": 3}}";
      Path file = Files.writeString(folder.resolve("f.json"), json);
      ClaimGraphException thrown =
          catchThrowableOfType(ClaimGraphException.class, () -> ClaimJson.read(json));
      FoundProblems found = ClaimJson.problems(json);
      assertThat(found.isEmpty()).isFalse();
      assertThat(found.count()).isEqualTo(2);
      assertThat(found.problems()).isEqualTo(thrown.problems());
      assertThat(found)
          .hasToString(thrown.getMessage())
          .isEqualTo(FoundProblems.of(thrown))
          .hasSameHashCodeAs(FoundProblems.of(thrown))
          .isEqualTo(
              ClaimJson.problems(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
          .isNotEqualTo(FoundProblems.none());
      assertThat(ClaimJson.problems(file).problems())
          .extracting(problem -> problem.place().document())
          .containsOnly(Optional.of(file.toString()));
    }

    @Test
    void areNoneOfADocumentThatReads(@TempDir Path folder) throws IOException {
      String json = HEAD + "\"claims\": {\"a\": \"A\"}}";
      Path file = Files.writeString(folder.resolve("f.json"), json);
      assertThat(ClaimJson.problems(json))
          .isEqualTo(FoundProblems.none())
          .hasToString("no problems");
      assertThat(ClaimJson.problems(file).isEmpty()).isTrue();
    }

    @Test
    void areThatAFileCannotBeReadToo(@TempDir Path folder) {
      assertThat(ClaimJson.problems(folder.resolve("none.json")).problems())
          .extracting(problem -> problem.code())
          .containsExactly(ProblemCode.UNREADABLE);
    }
  }

  @Nested
  class AString {

    @Test
    void withAnUnescapedHalfOfASurrogatePairIsReportedAtItsPlace() {
      assertThatThrownBy(() -> ClaimJson.read(HEAD + "\"claims\": {\"a\": \"A\ud800\"}}"))
          .hasMessage(
              "1:45 (/claims/a) lone-surrogate: the text holds half a surrogate pair, U+D800. Write the whole"
                  + " character, or remove it.");
    }

    @Test
    void isReadWithAByteOrderMarkThatTakesNoColumn() {
      ClaimDocument document =
          ClaimJson.readDocument("\ufeff" + HEAD + "\"claims\": {\"a\": \"A\"}}", "b.json");
      assertThat(document.place("")).hasToString("b.json:1:1 (whole graph)");
      assertThat(document.place("/claims/a")).hasToString("b.json:1:38 (/claims/a)");
      assertThat(document.place("/claims/a/text")).hasToString("b.json:1:38 (/claims/a)");
    }
  }

  @Nested
  class TheSchema {

    @Test
    void isAResource() throws IOException {
      try (InputStream stream = ClaimJson.schema().openStream()) {
        assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\"");
      }
    }
  }
}
