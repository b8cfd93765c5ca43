package org.claimtrace.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.RandomGraphs;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalWritingTest {

  private static ClaimGraph.Builder graph() {
    return ClaimGraph.builder("g").title("t");
  }

  /** Returns a claim as it is written in a graph, from the value of the claim on. */
  private static String claim(Claim.Builder claim) {
    String written = ClaimJson.write(
        graph().source(Source.builder("s").title("S")).claim(claim).build());
    String before = "{\n  \"id\": \"g\",\n  \"title\": \"t\",\n  \"claims\": {\n    \"a\": ";
    String after = "\n  },\n  \"sources\": {\n    \"s\": \"S\"\n  }\n}\n";
    assertThat(written).startsWith(before).endsWith(after);
    return written.substring(before.length(), written.length() - after.length());
  }

  private static String source(Source.Builder source) {
    String written = ClaimJson.write(graph().source(source).build());
    String before =
        "{\n  \"id\": \"g\",\n  \"title\": \"t\",\n  \"claims\": {},\n  \"sources\": {\n    \"s\": ";
    String after = "\n  }\n}\n";
    assertThat(written).startsWith(before).endsWith(after);
    return written.substring(before.length(), written.length() - after.length());
  }

  @Nested
  class AGraph {

    @Test
    void withoutClaimsIsWrittenWithAnEmptyObject() {
      assertThat(ClaimJson.write(graph().build())).isEqualTo("""
              {
                "id": "g",
                "title": "t",
                "claims": {}
              }
              """);
    }

    @Test
    void hasEachEntryOnALineOfItsOwnAndMembersInTheOrderOfTheFormat() {
      ClaimGraph graph = graph()
          .ownMember("_z", "[1, {\"b\": null}]")
          .ownMember("_a", " \"x\" ")
          .note("n")
          .modified("2026-02")
          .published("2026")
          .authors("Ann", "Bo")
          .language("zh")
          .thesis("b", "a")
          .source(Source.builder("s").url("https://example.org"))
          .claim("b", "B")
          .claim("a", "A")
          .schema("claim-graph-1.schema.json")
          .build();
      assertThat(ClaimJson.write(graph)).isEqualTo("""
              {
                "$schema": "claim-graph-1.schema.json",
                "id": "g",
                "title": "t",
                "claims": {
                  "b": "B",
                  "a": "A"
                },
                "sources": {
                  "s": "https://example.org"
                },
                "thesis": ["b", "a"],
                "language": "zh",
                "authors": ["Ann", "Bo"],
                "published": "2026",
                "modified": "2026-02",
                "note": "n",
                "_z": [1, {"b": null}],
                "_a": "x"
              }
              """);
    }
  }

  @Nested
  class AClaim {

    @Test
    void isAStringIfItHasOnlyATextInTheLanguageOfTheGraph() {
      assertThat(claim(Claim.builder("a").text("A"))).isEqualTo("\"A\"");
      assertThat(claim(Claim.builder("a").text("en", "A"))).isEqualTo("\"A\"");
      assertThat(claim(Claim.builder("a").text("EN", "A")))
          .isEqualTo("{\"text\": {\"EN\": \"A\"}}");
      assertThat(claim(Claim.builder("a").text("zh", "A")))
          .isEqualTo("{\"text\": {\"zh\": \"A\"}}");
      assertThat(claim(Claim.builder("a").text("A").ownMember("_x", "1")))
          .isEqualTo("{\"text\": \"A\", \"_x\": 1}");
    }

    @Test
    void leavesOutDefaults() {
      assertThat(claim(Claim.builder("a")
              .text("A")
              .evidence(Evidence.builder("s").stance(Stance.SUPPORTS).strength(1))
              .inference(Inference.builder("a")
                  .stance(Stance.SUPPORTS)
                  .strength(Grade.ONE)
                  .allAnswers(ImmutableMap.of()))
              .review(Review.builder("s", Verdict.REFUTED))))
          .isEqualTo(
              "{\"text\": \"A\", \"evidence\": [\"s\"], \"inferences\": [{\"premises\": [\"a\"]}],"
                  + " \"reviews\": {\"s\": \"refuted\"}}");
    }

    @Test
    void distinguishesAnEmptyViaFromNone() {
      assertThat(
              claim(Claim.builder("a").text("A").evidence(Evidence.builder("s").via())))
          .isEqualTo("{\"text\": \"A\", \"evidence\": [{\"source\": \"s\", \"via\": []}]}");
    }

    @Test
    void keepsGradesWrittenAsWords() {
      assertThat(claim(Claim.builder("a")
              .text("A")
              .evidence(Evidence.builder("s").strength("likely"))
              .inference(Inference.builder("a").strength(.1 + .2))))
          .isEqualTo("""
              {
                    "text": "A",
                    "evidence": [{"source": "s", "strength": "likely"}],
                    "inferences": [{"premises": ["a"], "strength": 0.30000000000000004}]
                  }""");
    }

    @Test
    void escapesOnlyWhatJsonRequires() {
      assertThat(claim(Claim.builder("a").text("\"\\/\n\t\u2028<é😀\u00ad")))
          .isEqualTo("\"\\\"\\\\/\\n\\t\u2028<é😀\u00ad\"");
    }
  }

  @Nested
  class ASource {

    @Test
    void isAStringIfItHasOnlyATitleOrAUrlThatReadsBackAsSuch() {
      assertThat(source(Source.builder("s").title("T"))).isEqualTo("\"T\"");
      assertThat(source(Source.builder("s").url("https://a.org"))).isEqualTo("\"https://a.org\"");
      assertThat(source(Source.builder("s").url("HTTPS://a.org")))
          .isEqualTo("{\"url\": \"HTTPS://a.org\"}");
      assertThat(source(Source.builder("s").title("https://a.org")))
          .isEqualTo("{\"title\": \"https://a.org\"}");
      assertThat(source(Source.builder("s").title("T").url("https://a.org")))
          .isEqualTo("{\"title\": \"T\", \"url\": \"https://a.org\"}");
    }
  }

  @Nested
  class ALine {

    /** A claim whose only line, if it is written on one, has the given number of columns, comma included. */
    private static String claimOfColumns(int columns, String filler) {
      String frame = "    \"a\": {\"text\": \"\", \"kind\": \"opinion\"},";
      String text = filler.repeat(columns - frame.length());
      return claim(Claim.builder("a").text(text).kind(ClaimKind.OPINION));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"x", "雪", "😀"})
    void hasAtMost120ColumnsCountedInCodePoints(String filler) {
      assertThat(claimOfColumns(120, filler)).doesNotContain("\n");
      assertThat(claimOfColumns(121, filler)).startsWith("{\n      \"text\": \"");
    }

    @Test
    void isBrokenOnlyWhereItMustBe() {
      String note =
          "a note that is long enough to push what stands beside it over the edge of the line";
      assertThat(claim(Claim.builder("a")
              .text("A")
              .evidence(Evidence.builder("s").note(note))
              .about("x", "y")))
          .isEqualTo("""
              {
                    "text": "A",
                    "about": ["x", "y"],
                    "evidence": [
                      {"source": "s", "note": "%s"}
                    ]
                  }""".formatted(note));
    }

    @Test
    void isBrokenInsideTheAuthorsOwnMembersToo() {
      String written = ClaimJson.write(graph()
          .ownMember(
              "_x", "{\"list\":[" + "\"0123456789\",".repeat(9) + "\"0\"],\"e\":[],\"o\":{}}")
          .build());
      assertThat(written).isEqualTo("""
              {
                "id": "g",
                "title": "t",
                "claims": {},
                "_x": {
                  "list": [
                    "0123456789",
                    "0123456789",
                    "0123456789",
                    "0123456789",
                    "0123456789",
                    "0123456789",
                    "0123456789",
                    "0123456789",
                    "0123456789",
                    "0"
                  ],
                  "e": [],
                  "o": {}
                }
              }
              """);
    }
  }

  @Nested
  class ANumber {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
      "0, 0",
      "0.5, 0.5",
      "0.1, 0.1",
      "2.0E-3, 0.002",
      "1.0E-6, 0.000001",
      "1.25E-6, 0.00000125",
      "1.0E-7, 1e-7",
      "1.5E-10, 1.5e-10",
      "4.9E-324, 5e-324",
      "2.0E-323, 2e-323",
      "0.9999999999999999, 0.9999999999999999"
    })
    void isWrittenAsInEcmascript(double value, String written) {
      assertThat(CompactJson.number(value)).isEqualTo(written);
    }

    static LongStream seeds() {
      return LongStream.range(0, 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsBackAsTheSameDouble(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 10_000; i++) {
        double value = random.nextDouble() * Math.pow(10, -random.nextInt(300));
        assertThat(Double.parseDouble(CompactJson.number(value))).isEqualTo(value);
      }
    }
  }

  @Nested
  class ARandomGraph {

    static LongStream seeds() {
      return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hasNoBrokenObjectOrListThatFitsOnOneLine(long seed) {
      String[] lines = ClaimJson.write(RandomGraphs.random(seed)).split("\n", -1);
      for (int i = 5; i < lines.length; i++) {
        assertThat(lines[i]).doesNotMatch(".*\\s$");
        int indentation = lines[i].length() - lines[i].stripLeading().length();
        if (indentation >= 4 && lines[i].matches(".*[{\\[]")) {
          int end = i + 1;
          StringBuilder joined = new StringBuilder(lines[i]);
          while (lines[end].startsWith(" ".repeat(indentation + 2))) {
            joined.append(lines[end++].strip()).append(' ');
          }
          String line = joined.toString().stripTrailing() + lines[end].strip();
          assertThat(line.codePointCount(0, line.length()) + (line.endsWith(",") ? 0 : 1))
              .as("lines %s to %s: %s", i, end, line)
              .isGreaterThan(119);
        }
      }
    }
  }
}
