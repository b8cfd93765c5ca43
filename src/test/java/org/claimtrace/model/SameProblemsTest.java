package org.claimtrace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.problem.ClaimGraphException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A graph is rejected with the same messages whether it is built in Java or read from a file. */
class SameProblemsTest {

  private static Arguments claim(String json, Consumer<Claim.Builder> java) {
    return Arguments.of(
        "\"claims\": {\"a\": {\"text\": \"A\", " + json + "}, \"b\": \"B\"}",
        (Consumer<ClaimGraph.Builder>) graph -> {
          Claim.Builder claim = Claim.builder("a").text("A");
          java.accept(claim);
          graph.claim(claim).claim("b", "B");
        });
  }

  private static Arguments source(String json, Consumer<Source.Builder> java) {
    return Arguments.of(
        "\"claims\": {}, \"sources\": {\"s\": {" + json + "}}",
        (Consumer<ClaimGraph.Builder>) graph -> {
          Source.Builder source = Source.builder("s");
          java.accept(source);
          graph.source(source);
        });
  }

  private static Arguments graph(String json, Consumer<ClaimGraph.Builder> java) {
    return Arguments.of(json, java);
  }

  private static Arguments evidence(String json, Consumer<Evidence.Builder> java) {
    return claim("\"evidence\": [{\"source\": \"r\", " + json + "}]", claim -> {
      Evidence.Builder evidence = Evidence.builder("r");
      java.accept(evidence);
      claim.evidence(evidence);
    });
  }

  static Stream<Arguments> flaws() {
    return Stream.of(
        claim("\"note\": \" \\u00a0\\u200b\"", claim -> claim.note(" \u00a0\u200b")),
        claim("\"note\": {\"en\": \"x\", \"EN\": \"\"}", claim -> claim.note("en", "x", "EN", "")),
        claim("\"claimant\": \"x\\u0000\"", claim -> claim.claimant("x\u0000")),
        claim("\"claimant\": \"\\udc00\"", claim -> claim.claimant("\udc00")),
        claim("\"about\": [\"x\", \"\"]", claim -> claim.about("x", "")),
        claim("\"contradicts\": [\"a\", \"c\", \"c\"]", claim -> claim.contradicts("a", "c", "c")),
        claim(
            "\"appearances\": [{\"source\": \"x\"}]",
            claim -> claim.appearance(Appearance.builder("x"))),
        claim(
            "\"searches\": [{\"where\": \"\", \"date\": \"2026-2\"}]",
            claim -> claim.search(Search.builder("").date("2026-2"))),
        claim(
            "\"inferences\": [{\"premises\": []}]", claim -> claim.inference(Inference.builder())),
        claim(
            "\"inferences\": [{\"premises\": [\"b\", {\"not\": \"x\"}]}, {\"premises\": [\"b\", \"b\"], \"by\": \"y\"}]",
            claim -> claim
                .inference(Inference.builder().premise("b").notPremise("x"))
                .inference(Inference.builder("b", "b").by("y"))),
        claim(
            "\"inferences\": [{\"premises\": [\"b\"], \"answers\": {\"\": \"b\", \"q/~\": \"x\"}}]",
            claim -> claim.inference(
                Inference.builder("b").allAnswers(ImmutableMap.of("", "b", "q/~", "x")))),
        claim(
            "\"reviews\": {\"r\": {\"verdict\": \"refuted\", \"url\": \"x y\", \"overrides\": [\"a/reviews/r\", \"b/inference\"]}}",
            claim -> claim.review(Review.builder("r", Verdict.REFUTED)
                .url("x y")
                .overrides("a/reviews/r", "b/inference"))),
        claim(
            "\"evidence\": [\"r\", {\"source\": \"r\", \"id\": \"e\"}, {\"source\": \"r\", \"id\": \"e\"}, \"r\"]",
            claim -> claim
                .evidence(Evidence.builder("r"))
                .evidence(Evidence.builder("r").id("e"))
                .evidence(Evidence.builder("r").id("e"))
                .evidence(Evidence.builder("r"))),
        evidence("\"strength\": 1.5", evidence -> evidence.strength(1.5)),
        evidence("\"strength\": \"liekly\"", evidence -> evidence.strength("liekly")),
        evidence("\"date\": \"2026-02-30\"", evidence -> evidence.date("2026-02-30")),
        evidence("\"id\": \"e\\u0301\"", evidence -> evidence.id("e\u0301")),
        evidence("\"via\": [\"r\", \"x\", \"r\"]", evidence -> evidence.via("r", "x", "r")),
        evidence("\"unless\": [\"x\"]", evidence -> evidence.unless("x")),
        claim("\"evidence\": [\"\"]", claim -> claim.evidence(Evidence.builder(""))),
        evidence("\"via\": [\"\"]", evidence -> evidence.via("")),
        evidence("\"unless\": [\"\"]", evidence -> evidence.unless("")),
        evidence("\"overrides\": [\"\"]", evidence -> evidence.overrides("")),
        claim(
            "\"inferences\": [{\"premises\": [\"\", {\"not\": \"\"}], \"assuming\": [\"\"], \"unless\": [\"\"], \"by\": \"\", \"answers\": {\"q\": \"\"}}]",
            claim -> claim.inference(Inference.builder()
                .premise("")
                .notPremise("")
                .assuming("")
                .unless("")
                .by("")
                .allAnswers(ImmutableMap.of("q", "")))),
        claim("\"contradicts\": [\"\"]", claim -> claim.contradicts("")),
        claim(
            "\"appearances\": [{\"source\": \"\"}]",
            claim -> claim.appearance(Appearance.builder(""))),
        claim(
            "\"reviews\": {\"\": \"refuted\"}",
            claim -> claim.review(Review.builder("", Verdict.REFUTED))),
        source(
            "\"title\": \"S\", \"derivedFrom\": [\"\"], \"readIn\": [\"\"], \"cites\": [\"\"]",
            source -> source.title("S").derivedFrom("").readIn("").cites("")),
        graph("\"claims\": {}, \"thesis\": [\"\"]", graph -> graph.thesis("")),
        graph(
            "\"claims\": {}, \"accepted\": [{\"finding\": \"x\", \"at\": \"\", \"because\": \"y\"}]",
            graph -> graph.accepted(Acceptance.builder("x", "y").at(""))),
        evidence(
            "\"_x\": \"\\ud800\", \"_x\": 1",
            evidence -> evidence.ownMember("_x", "\"\\ud800\"").ownMember("_x", "1")),
        evidence(
            "\"_x\": " + "[".repeat(91) + "]".repeat(91),
            evidence -> evidence.ownMember("_x", "[".repeat(91) + "]".repeat(91))),
        source("\"type\": \"news\"", source -> source.type(SourceType.NEWS)),
        source("\"url\": \"https:///x\"", source -> source.url("https:///x")),
        source("\"url\": \"x:\\ud800\"", source -> source.url("x:\ud800")),
        source(
            "\"title\": \"S\", \"reliability\": -0.5",
            source -> source.title("S").reliability(-.5)),
        source(
            "\"title\": \"S\", \"reliability\": \"a\"",
            source -> source.title("S").reliability("a")),
        source(
            "\"title\": \"S\", \"language\": \"e\"", source -> source.title("S").language("e")),
        source(
            "\"title\": \"S\", \"derivedFrom\": [\"s\", \"x\"], \"readIn\": [\"x\"], \"cites\": [\"r\", \"r\"]",
            source -> source.title("S").derivedFrom("s", "x").readIn("x").cites("r", "r")),
        source(
            "\"title\": \"S\", \"retracted\": {\"date\": \"0000\"}",
            source -> source.title("S").retracted(Retraction.builder("0000"))),
        graph(
            "\"claims\": {\"_\": \"x\", \"a b\": \"\"}",
            graph -> graph.claim("_", "x").claim("a b", "")),
        graph("\"claims\": {}, \"thesis\": [\"x\", \"x\"]", graph -> graph.thesis("x", "x")),
        graph(
            "\"claims\": {}, \"published\": \"26\", \"modified\": \"2026-13\"",
            graph -> graph.published("26").modified("2026-13")),
        graph("\"claims\": {}, \"$schema\": \"\"", graph -> graph.schema("")),
        graph(
            "\"claims\": {}, \"corrections\": [{\"date\": \"x\", \"note\": \"\"}]",
            graph -> graph.correction(Correction.builder("x", ""))),
        graph(
            "\"claims\": {}, \"accepted\": [{\"finding\": \"X\", \"at\": \"x\", \"because\": \"y\"}]",
            graph -> graph.accepted(Acceptance.builder("X", "y").at("x"))));
  }

  private static List<String> reported(ClaimGraphException refused) {
    return refused.problems().stream()
        .map(problem -> problem.code() + ": " + problem.message() + ". " + problem.remedy())
        .sorted()
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("flaws")
  void areReportedOfAGraphBuiltInJavaAsOfOneRead(String json, Consumer<ClaimGraph.Builder> java) {
    String file = json.contains("\"sources\"")
        ? json.replace("\"sources\": {", "\"sources\": {\"r\": \"R\", ")
        : json + ", \"sources\": {\"r\": \"R\"}";
    ClaimGraphException read = catchThrowableOfType(
        ClaimGraphException.class,
        () -> ClaimJson.read("{\"id\": \"g\", \"title\": \"t\", " + file + "}"));
    ClaimGraphException built = catchThrowableOfType(ClaimGraphException.class, () -> {
      ClaimGraph.Builder graph =
          ClaimGraph.builder("g").title("t").source(Source.builder("r").title("R"));
      java.accept(graph);
      graph.build();
    });
    assertThat(built).as("refused in Java").isNotNull();
    assertThat(reported(read)).isEqualTo(reported(built)).isNotEmpty();
    assertThat(read.count()).isEqualTo(built.count());
  }
}
