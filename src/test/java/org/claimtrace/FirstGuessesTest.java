package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.claimtrace.query.ClaimCondition.about;
import static org.claimtrace.query.ClaimCondition.restsOn;
import static org.claimtrace.query.ClaimCondition.uses;
import static org.claimtrace.query.ClaimCondition.verdict;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluation.VerdictDifference;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.explanation.Style;
import org.claimtrace.inspection.Finding;
import org.claimtrace.inspection.Inspection;
import org.claimtrace.inspection.Inspector;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.json.ClaimReader;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Correction;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Text;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.query.FoundClaim;
import org.claimtrace.sensitivity.SourceInfluence.LostVerdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an engineer types who has read the README and the site, and nothing else: each guess compiles, and does what it says. The
 * numbers count the guesses.
 */
class FirstGuessesTest {

  private static final String JSON = ClaimJson.write(bridge().build());

  private static ClaimGraph.Builder bridge() {
    return ClaimGraph.builder("bridge") // 1
        .title("en", "Is the old bridge closed?", "zh", "老桥关闭了吗？") // 2
        .source("county", "The county's road report") // 3
        .source("mayor", "https://example.org/mayor") // 4
        .source(
            Source.builder("neighbour").title("A post").reliability("D").published("2026-02")) // 5
        .claim("dry", "The road is dry") // 6
        .claim(Claim.builder("flooded")
            .text("en", "The road is flooded", "zh", "路被淹了") // 7
            .about("The county", "The road") // 8
            .evidence("county") // 9
            .evidence("mayor", Stance.QUALIFIES) // 10
            .appearance("neighbour") // 11
            .search("The archive") // 12
            .review("mayor", Verdict.REFUTED)) // 13
        .claim(Claim.builder("pumped-dry").text("It has been pumped dry").evidence("neighbour"))
        .claim(Claim.builder("closed")
            .text(Text.of("en", "The bridge is closed").and("zh", "桥关闭了")) // 14
            .inference(Inference.builder()
                .premises("flooded") // 15
                .notPremise("dry-for-good") // 16
                .unless("pumped-dry"))
            .contradicts("open"))
        .claim(Claim.builder("dry-for-good")
            .text("It is dry for good")
            .evidence("county", Stance.REFUTES))
        .claim(
            Claim.builder("open").text("The bridge is open").inference("dry", "dry-for-good")) // 17
        .thesis("closed"); // 18
  }

  private static ClaimTrace trace() {
    return ClaimTrace.of(bridge().build());
  }

  @Nested
  class Builders {

    @Test
    void haveTheShortFormsOfFiles() {
      ClaimGraph graph = bridge().build();
      assertThat(JSON)
          .contains(
              "\"evidence\": [\"county\", {\"source\": \"mayor\", \"stance\": \"qualifies\"}]")
          .contains("\"premises\": [\"flooded\", {\"not\": \"dry-for-good\"}]")
          .contains("\"inferences\": [{\"premises\": [\"dry\", \"dry-for-good\"]}]")
          .contains("\"reviews\": {\"mayor\": \"refuted\"}")
          .contains("\"county\": \"The county's road report\"")
          .contains("\"mayor\": \"https://example.org/mayor\"");
      assertThat(ClaimJson.read(JSON)).isEqualTo(graph);
    }

    @Test
    void buildEachPartAlone() {
      assertThat(Source.of("county", "The county's road report").title()) // 19
          .hasValue(Text.of("The county's road report"));
      assertThat(Source.of("mayor", "https://example.org/mayor").url())
          .hasValue("https://example.org/mayor");
      assertThat(Evidence.builder("county").build().sourceId()).isEqualTo("county"); // 20
      assertThat(Inference.builder("a", "b").build().premises()) // 21
          .isEqualTo(Inference.builder().premise("a").premise("b").build().premises()); // 22
      assertThat(Premise.not("a").claimId()).isEqualTo("a"); // 23
      assertThat(
              Review.builder("mayor", Verdict.REFUTED).date("2026-01").build().reviewer()) // 24
          .isEqualTo("mayor");
      assertThat(Claim.of("dry", "The road is dry")).hasToString("claim dry");
    }

    @Test
    void addToAListAndReplaceItWithAll() {
      Claim claim = Claim.builder("a")
          .text("A")
          .about("x")
          .about("y", "z") // 25
          .evidence("county")
          .evidence(Evidence.builder("mayor")) // 26
          .build();
      assertThat(claim.about()).containsExactly("x", "y", "z");
      assertThat(claim.evidence())
          .extracting(Evidence::sourceId)
          .containsExactly("county", "mayor");
      Claim changed = claim.toBuilder() // 27
          .allAbout(List.of("w")) // 28
          .allEvidence(ImmutableList.of())
          .evidence("neighbour")
          .build();
      assertThat(changed.about()).containsExactly("w");
      assertThat(changed.evidence()).extracting(Evidence::sourceId).containsExactly("neighbour");
      Inference step =
          Inference.builder("a").notPremise("b").premises("c", "d").unless("e").build();
      assertThat(step.premises())
          .containsExactly(Premise.of("a"), Premise.not("b"), Premise.of("c"), Premise.of("d"));
      assertThat(step.toBuilder().unless("f").build().unless()).containsExactly("e", "f");
      assertThat(step.toBuilder().allUnless(List.of()).build().unless()).isEmpty();
      assertThat(step.toBuilder()
              .answer("Is it so?", "a")
              .answer("Sure?", "b")
              .build()
              .answers()) // 29
          .isEqualTo(ImmutableMap.of("Is it so?", "a", "Sure?", "b"));
    }

    @Test
    void addReadingThroughARelayOrReadingDirectly() {
      assertThat(Evidence.builder("s").via("r").via("q").build().via()) // 30
          .hasValue(ImmutableList.of("r", "q"));
      assertThat(Evidence.builder("s").via().build().via()).hasValue(ImmutableList.of());
      assertThat(Evidence.builder("s").build().via()).isEmpty();
    }

    @Test
    void addWhatBelongsToTheGraph() {
      ClaimGraph graph = bridge()
          .authors("A", "B") // 31
          .authors("C")
          .correction(Correction.builder("2026-02", "The date").build()) // 32
          .build();
      assertThat(graph.authors()).containsExactly("A", "B", "C");
      assertThat(graph.corrections()).hasSize(1);
      assertThat(graph.toBuilder().allCorrections(List.of()).build().corrections())
          .isEmpty();
    }

    @Test
    void tellAllThatIsWrongAtOnce() {
      assertThatThrownBy(() -> ClaimGraph.builder("bad graph") // 33
              .title("en", "A", "EN", "B")
              .claim(Claim.builder("a").text("x!", "A").evidence("nobody").inference())
              .build())
          .isInstanceOf(ClaimGraphException.class)
          .hasMessageContaining("'bad graph'")
          .hasMessageContaining("the language 'EN' stands twice in one text")
          .hasMessageContaining("'x!'")
          .hasMessageContaining("'nobody'")
          .hasMessageContaining("the inference has no premises");
    }
  }

  @Nested
  class Texts {

    @Test
    void keepTheOrderInWhichTheyAreWritten() {
      Text text = Text.of("zh", "桥").and("en", "Bridge"); // 34
      assertThat(text.byTag().keySet()).containsExactly("zh", "en");
      assertThat(Text.of("zh", "桥", "en", "Bridge")).isEqualTo(text); // 35
    }

    @Test
    void doNotDependOnTheOrderOfAMap() {
      assertThat(
              Text.of(Map.of("zh", "桥", "en", "Bridge", "de", "Brücke")).byTag().keySet()) // 36
          .containsExactly("de", "en", "zh");
    }

    @Test
    void areFoundByTheTagThatIsWanted() {
      Text text = Text.of("en", "Bridge", "zh", "桥");
      assertThat(text.in("zh-Hans-CN").words()).isEqualTo("桥"); // 37
      assertThat(text.in("fr").tag()).isEqualTo("en");
      assertThat(trace().text("closed", "zh-TW")).isEqualTo("桥关闭了"); // 38
      assertThat(trace().text("closed", "en-GB")).isEqualTo("The bridge is closed");
      assertThat(trace().text("closed", "fr")).isEqualTo("The bridge is closed");
    }

    @Test
    void refuseATagWithoutWordsATagTwiceAndWordsWithoutATag() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Text.of("en", "Bridge", "zh"))
          .withMessage("no words in language 'zh'");
      assertThatThrownBy(() -> Text.of("en", "Bridge").and("EN", "Bridge"))
          .isInstanceOf(InvalidValueException.class);
      assertThatThrownBy(() -> Text.of("Bridge").and("zh", "桥"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("'Bridge' has no language tag; begin with Text.of(tag, words)");
    }
  }

  @Nested
  class Dates {

    @Test
    void areYearsMonthsOrDays() {
      assertThat(PartialDate.of(2026)).isEqualTo(PartialDate.parse("2026")); // 39
      assertThat(PartialDate.of(2026, 2)).isEqualTo(PartialDate.parse("2026-02")); // 40
      assertThat(PartialDate.of(2026, 2, 3))
          .isEqualTo(PartialDate.of(LocalDate.of(2026, 2, 3))); // 41
      assertThatThrownBy(() -> PartialDate.of(2026, 2, 30))
          .isInstanceOf(InvalidValueException.class);
      assertThatThrownBy(() -> PartialDate.of(2026, 0)).isInstanceOf(InvalidValueException.class);
      assertThatThrownBy(() -> PartialDate.of(12026)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void areTakenByBuildersInEveryForm() {
      LocalDate day = LocalDate.of(2026, 2, 3);
      assertThat(Source.builder("s").title("S").published(day).build().published()) // 42
          .hasValue(PartialDate.of(day));
      assertThat(Evidence.builder("s").date(PartialDate.of(2026)).build().date()) // 43
          .isEqualTo(Evidence.builder("s").date("2026").build().date());
      Evaluator.Builder evaluator = Evaluator.builder();
      assertThat(evaluator.asOf("2026-01").build().evaluate(bridge().build()).asOf()) // 44
          .hasValue(PartialDate.of(2026, 1));
      assertThat(evaluator.asOf(day).build().evaluate(bridge().build()).asOf()) // 45
          .hasValue(PartialDate.of(day));
    }
  }

  @Nested
  class Reading {

    @Test
    void takesWhateverABackendHas(@TempDir Path folder) throws IOException {
      Path file = Files.writeString(folder.resolve("bridge.json"), JSON);
      byte[] bytes = JSON.getBytes(StandardCharsets.UTF_8);
      Evaluator strict = Evaluator.builder().byLogic(true).build();
      assertThat(List.of(
              ClaimTrace.open(file), // 46
              ClaimTrace.open(file, strict),
              ClaimTrace.read(JSON, "bridge.json"), // 47
              ClaimTrace.read(JSON, "bridge.json", strict),
              ClaimTrace.read(bytes, "bridge.json"), // 48
              ClaimTrace.read(bytes, "bridge.json", strict),
              ClaimTrace.read(new ByteArrayInputStream(bytes), "bridge.json"), // 49
              ClaimTrace.read(new ByteArrayInputStream(bytes), "bridge.json", strict),
              ClaimTrace.read(new StringReader(JSON), "bridge.json"), // 50
              ClaimTrace.read(new StringReader(JSON), "bridge.json", strict)))
          .allSatisfy(trace -> {
            assertThat(trace.graph()).isEqualTo(bridge().build());
            assertThat(trace.place(Element.claim("closed")).orElseThrow().toString())
                .contains("bridge.json:");
          });
      assertThat(ClaimJson.read(bytes)).isEqualTo(ClaimJson.read(new StringReader(JSON)));
    }

    @Test
    void keepsPlaces() {
      ClaimTrace trace = ClaimTrace.read(JSON, "bridge.json");
      assertThat(trace.document()).isPresent();
      assertThat(trace.place(Element.source("county")).orElseThrow().pointer()) // 51
          .isEqualTo("/sources/county");
      ClaimTrace further =
          trace.whatIf(scenario -> scenario.add("dry", Evidence.builder("mayor").build()));
      assertThat(further.place(Element.claim("dry"))).isEqualTo(trace.place(Element.claim("dry")));
      assertThat(further.place(Element.evidence("dry/evidence/mayor"))).isEmpty();
      assertThat(trace().place(Element.claim("closed"))).isEmpty();
      assertThatThrownBy(() -> trace().place(Element.claim("opened")))
          .isInstanceOf(UnknownIdException.class);
    }

    @Test
    void hasLimitsWhateverIsRead() {
      ClaimReader small = ClaimJson.reader().maxFileBytes(100).build();
      assertThatThrownBy(() -> small.read(JSON)).hasMessageContaining("more than 100 bytes");
      assertThatThrownBy(() -> small.read(JSON.getBytes(StandardCharsets.UTF_8)))
          .hasMessageContaining("more than 100 bytes");
      assertThatThrownBy(() -> small.readDocument(new StringReader(JSON), "bridge.json"))
          .hasMessageContaining("more than 100 bytes");
      ClaimReader enough = ClaimJson.reader()
          .maxFileBytes(JSON.getBytes(StandardCharsets.UTF_8).length)
          .build();
      assertThat(ClaimTrace.of(enough.readDocument(new StringReader(JSON), "bridge.json"))
              .graph())
          .isEqualTo(bridge().build());
      ClaimReader tooSmall = ClaimJson.reader().maxFileBytes(JSON.length()).build();
      assertThatThrownBy(() -> tooSmall.read(new StringReader(JSON)))
          .hasMessageContaining("more than " + JSON.length() + " bytes");
    }
  }

  @Nested
  class Asking {

    private final ClaimTrace trace = trace();

    @Test
    void reachesTheWholeHouse() {
      assertThat(trace.verdict("closed")).isEqualTo(Verdict.SUPPORTED);
      assertThat(trace.verdicts()) // 52
          .containsExactly(
              Map.entry("dry", Verdict.UNVERIFIED),
              Map.entry("flooded", Verdict.MISLEADING),
              Map.entry("pumped-dry", Verdict.UNVERIFIED),
              Map.entry("closed", Verdict.SUPPORTED),
              Map.entry("dry-for-good", Verdict.REFUTED),
              Map.entry("open", Verdict.REFUTED));
      assertThat(trace.belief("closed").supported()).isEqualTo(.6);
      assertThat(trace.claim("closed").text().in("en").words()).isEqualTo("The bridge is closed");
      assertThat(trace.source("county").title()).isPresent();
      assertThat(trace.explain("closed").claimId()).isEqualTo("closed"); // 53
      assertThat(trace.whyNot("closed", Verdict.REFUTED).unmet()).isNotEmpty(); // 54
      assertThat(trace.history("closed").moments()).isNotEmpty(); // 55
      assertThat(trace.chains("closed").best(1).chains()).hasSize(1); // 56
      assertThat(trace.sensitivity("closed").grounds().necessary()).isNotEmpty(); // 57
      assertThat(trace.restsOn("county").sources().get(0).falls()) // 58
          .extracting(LostVerdict::claimId, LostVerdict::before, LostVerdict::after)
          .contains(tuple("closed", Verdict.SUPPORTED, Verdict.UNVERIFIED));
      assertThat(trace.reviews().disagreements()) // 59
          .extracting(each -> each.claimId())
          .containsExactly("flooded");
      assertThat(trace.evaluation().isClose("closed")).isFalse(); // 60
    }

    @Test
    void findsClaims() {
      assertThat(trace.find(about("county")).map(FoundClaim::claimId))
          .containsExactly("flooded"); // 61
      assertThat(trace.find(verdict(Verdict.REFUTED).and(uses("county")))).hasSize(2);
      assertThatThrownBy(() -> trace.find(restsOn("nobody")))
          .isInstanceOf(UnknownIdException.class);
      assertThat(trace.findLeniently(restsOn("nobody"))).isEmpty();
    }

    @Test
    void asksWhatIf() {
      ClaimTrace confirmed = trace.whatIf(scenario -> scenario.vindicate("neighbour")); // 62
      assertThat(confirmed.verdict("closed")).isEqualTo(Verdict.UNVERIFIED);
      assertThat(confirmed.explain("closed").toText()).contains("Unverified");
      assertThat(trace.whatIf().scenario().vindicate("neighbour").evaluate().verdict("closed"))
          .isEqualTo(confirmed.verdict("closed"));
      assertThat(confirmed.evaluation().differencesFrom(trace.evaluation())) // 63
          .containsExactly(
              difference("pumped-dry", Verdict.UNVERIFIED, Verdict.SUPPORTED),
              difference("closed", Verdict.SUPPORTED, Verdict.UNVERIFIED),
              difference("open", Verdict.REFUTED, Verdict.UNVERIFIED));
    }

    @Test
    void comparesVersions() {
      ClaimTrace before = ClaimTrace.of(bridge()
          .source("neighbour-2", "Another post")
          .claim("lost", "This was removed")
          .claim(Claim.builder("reopened").text("It was reopened").evidence("neighbour-2"))
          .build());
      ClaimTrace after = ClaimTrace.of(bridge().claim("new", "This was added").build());
      assertThat(after.changesSince(before).removed()).containsExactly("lost", "reopened"); // 64
      Evaluation now = after.evaluation();
      assertThat(now.differencesFrom(before.evaluation()))
          .containsExactly(
              new VerdictDifference("new", Optional.empty(), Optional.of(Verdict.UNVERIFIED)),
              new VerdictDifference("lost", Optional.of(Verdict.UNVERIFIED), Optional.empty()),
              new VerdictDifference("reopened", Optional.of(Verdict.SUPPORTED), Optional.empty()));
      assertThat(now.differencesFrom(now)).isEmpty();
    }

    private static VerdictDifference difference(String claimId, Verdict before, Verdict after) {
      return new VerdictDifference(claimId, Optional.of(before), Optional.of(after));
    }
  }

  @Nested
  class Languages {

    private final ClaimTrace trace = trace();

    @Test
    void areTagsWhereverAResultIsWritten() {
      assertThat(trace.explain("closed").toText("zh")).contains("属实").contains("桥关闭了"); // 65
      assertThat(trace.explain("closed").toMarkdown("zh-Hans-CN")) // 66
          .isEqualTo(trace.explain("closed").toMarkdown("zh"));
      Style chinese = Style.builder().language("zh").build();
      assertThat(trace.whyNot("closed", Verdict.REFUTED).toText("zh"))
          .isEqualTo(trace.whyNot("closed", Verdict.REFUTED).toText(chinese));
      assertThat(trace.history("closed").toMarkdown("zh")).contains("桥关闭了");
      assertThat(trace.sensitivity("closed").toText("zh")).contains("桥关闭了");
      assertThat(trace.restsOn("county").toText("zh")).contains("桥关闭了");
      assertThat(trace.chains("closed").best(3).toText("zh")).contains("桥关闭了");
      assertThat(trace.changesSince(trace).toText())
          .isEqualTo(trace.changesSince(trace).toText("en"));
    }

    @Test
    void findTheWordsOfTheGraphAlsoWhereSentencesAreEnglish() {
      ClaimGraph graph = ClaimGraph.builder("g")
          .title("T")
          .source("s", "S")
          .claim(Claim.builder("c").text("en", "Closed", "fr", "Fermé").evidence("s"))
          .build();
      assertThat(ClaimTrace.of(graph).explain("c").toText("fr"))
          .startsWith("T\n\nFermé\n✓ Supported");
      assertThat(ClaimTrace.of(graph).explain("c").toText("de-AT"))
          .startsWith("T\n\nClosed\n✓ Supported");
    }

    @Test
    void areRefusedWhereTheyAreNone() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> trace.explain("closed").toText("in Chinese"))
          .withMessage("'in Chinese' is not a language tag, such as en or zh-Hans");
      assertThatIllegalArgumentException().isThrownBy(() -> Style.builder().language(""));
    }
  }

  @Nested
  class Inspections {

    private final ClaimTrace trace = ClaimTrace.read(JSON, "bridge.json");

    @Test
    void sayWhatToDoAndWhere() {
      Finding finding = trace.inspect().findings("no-archived-copy").get(0); // 67
      assertThat(finding.severity()).isEqualTo(Finding.Severity.NOTE);
      assertThat(finding.elements()).containsExactly(Element.source("mayor"));
      assertThat(finding.place().orElseThrow().document()).hasValue("bridge.json");
      assertThat(finding.message("en"))
          .isEqualTo("There is no archived copy of “https://example.org/mayor”.");
      assertThat(finding.remedy("zh")).isEqualTo("为它存档，并写在“archived”中。");
      assertThat(finding.fingerprint()).matches("[0-9a-f]{64}");
    }

    @Test
    void areRunByAnInspectorOfOnesOwn() {
      Inspector inspector = Inspector.builder()
          .without("no-archived-copy")
          .severity("taken-for-certain", Finding.Severity.ERROR)
          .build(); // 68
      Inspection inspection = inspector.inspect(trace.evaluation());
      assertThat(inspection.findings("no-archived-copy")).isEmpty();
      assertThat(inspection.findings(Finding.Severity.ERROR))
          .extracting(Finding::code)
          .containsExactly("taken-for-certain", "review-does-not-follow");
      assertThat(trace.inspect(inspector).findings()).hasSameSizeAs(inspection.findings());
      assertThat(Inspector.usual().inspect(trace.evaluation(), trace.document().orElseThrow()))
          .isEqualTo(trace.inspect());
      assertThat(inspection.toText("zh")).startsWith("对“老桥关闭了吗？”的检查结果");
      assertThat(inspection.toJson()).contains("\"result\": \"inspection\"");
    }
  }

  @Nested
  class ShortWays {

    @Test
    void readATextWithoutAName() {
      assertThat(ClaimTrace.read(JSON).verdicts()).isEqualTo(trace().verdicts());
      assertThat(ClaimJson.readDocument(JSON).place(Element.claim("dry")))
          .hasToString("5:5 (/claims/dry)");
    }

    @Test
    void readATextWithAName() {
      assertThat(ClaimJson.read(JSON, "bridge.json")).isEqualTo(bridge().build());
      assertThat(ClaimJson.reader().build().read(JSON, "bridge.json"))
          .isEqualTo(bridge().build());
      assertThat(ClaimJson.problems(JSON, "bridge.json").isEmpty()).isTrue();
      assertThat(ClaimJson.problems("[]", "bridge.json").problems().get(0).file())
          .hasValue("bridge.json");
    }

    @Test
    void fixAText() {
      ClaimJson.Fixed fixed = ClaimJson.fix(
          "{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"a\": \"A\"}, \"thesis\": \"a\"}");
      assertThat(fixed.json())
          .isEqualTo(
              "{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"a\": \"A\"}, \"thesis\": [\"a\"]}");
      assertThat(fixed.left().isEmpty()).isTrue();
    }

    @Test
    void askAProblemWhereItIs() {
      Problem problem = ClaimJson.problems(
              "{\n  \"id\": 3, \"title\": \"T\", \"claims\": {}}", "a.json")
          .problems()
          .get(0);
      assertThat(problem.file()).hasValue("a.json");
      assertThat(problem.line()).hasValue(2);
      assertThat(problem.column()).hasValue(9);
      assertThat(problem.pointer()).isEqualTo("/id");
      Problem built = Problem.at("/id", ProblemCode.DUPLICATE_ID, "m", "R.");
      assertThat(built.file()).isEmpty();
      assertThat(built.line()).isEmpty();
      assertThat(built.column()).isEmpty();
    }

    @Test
    void retractWithADateAlone() {
      assertThat(Source.builder("s").title("S").retracted("2019").build().retracted())
          .hasValue(Retraction.builder("2019").build());
      assertThat(Evidence.builder("s").retracted("2019-03").build().retracted())
          .hasValue(Retraction.builder("2019-03").build());
    }

    @Test
    void askAnExplanationForItsLines() {
      Explanation explanation = trace().explain("flooded");
      assertThat(explanation.supporting()).isEqualTo(explanation.account().supporting());
      assertThat(explanation.refuting()).isEqualTo(explanation.account().refuting());
      assertThat(explanation.qualifying())
          .isEqualTo(explanation.account().qualifying())
          .hasSize(1);
    }

    @Test
    void sampleInSomeWorlds() {
      Evaluator exact = Evaluator.builder().worlds(100).seed(7).build();
      Evaluator sampled = Evaluator.builder().sampled(100).seed(7).build();
      assertThat(exact.evaluate(bridge().build()).method()).isEqualTo(Method.EXACT);
      assertThat(sampled.evaluate(bridge().build()).method()).isEqualTo(Method.SAMPLED);
      assertThat(sampled.evaluate(bridge().build()).worlds()).hasValue(100);
    }

    @Test
    void lookAtAnotherDate() {
      assertThat(trace().verdict("pumped-dry")).isEqualTo(Verdict.UNVERIFIED);
      ClaimTrace vindicated = trace().whatIf(scenario -> scenario.vindicate("neighbour"));
      assertThat(vindicated.verdict("pumped-dry")).isEqualTo(Verdict.SUPPORTED);
      assertThat(vindicated.asOf("2026-02").verdict("pumped-dry")).isEqualTo(Verdict.SUPPORTED);
      assertThat(vindicated.asOf(PartialDate.of(2025)).verdict("pumped-dry"))
          .isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void replaceAPart() {
      ClaimGraph graph = bridge().build();
      ClaimGraph changed = graph.toBuilder()
          .replaceClaim(Claim.builder("flooded").text("It was flooded").evidence("mayor"))
          .replaceClaim(graph.claim("dry").toBuilder().text("It is dry").build())
          .replaceSource(Source.builder("county").title("The report"))
          .replaceSource(Source.of("mayor", "The mayor"))
          .build();
      assertThat(changed.claims())
          .extracting(Claim::id)
          .containsExactlyElementsOf(Lists.transform(graph.claims(), Claim::id));
      assertThat(changed.claim("flooded").text()).isEqualTo(Text.of("en", "It was flooded"));
      assertThat(changed.claim("dry").text()).isEqualTo(Text.of("en", "It is dry"));
      assertThat(changed.source("county").title()).hasValue(Text.of("en", "The report"));
      assertThat(changed.findLine("flooded/evidence/county")).isEmpty();
      assertThatExceptionOfType(UnknownIdException.class)
          .isThrownBy(
              () -> graph.toBuilder().replaceClaim(Claim.builder("flood").text("F")))
          .withMessage("no claim 'flood'. Did you mean 'flooded'?");
      assertThatExceptionOfType(ClaimGraphException.class)
          .isThrownBy(() -> graph.toBuilder().claim("dry", "It is dry").build())
          .withMessageContaining(
              "the claim 'dry' is already declared. Give one of the two another id, or remove it. In Java,"
                  + " replaceClaim puts one in the place of the other.");
    }

    @Test
    void replaceAPartWithAProblemByOneWithout() {
      ClaimGraph.Builder builder = ClaimGraph.builder("g").title("T").claim(Claim.builder("c"));
      assertThat(builder.replaceClaim(Claim.builder("c").text("C")).build().claims())
          .hasSize(1);
      assertThatExceptionOfType(ClaimGraphException.class)
          .isThrownBy(() -> builder.replaceClaim(Claim.builder("c")).build());
    }
  }

  @Nested
  class Mistakes {

    @Test
    void areRefusedByName() {
      ClaimGraph graph = bridge().build();
      assertThatExceptionOfType(UnknownIdException.class)
          .isThrownBy(() -> graph.hasGrade(Element.source("nobody")))
          .withMessage("no source 'nobody'. No source has an id like it.");
      assertThatExceptionOfType(UnknownIdException.class)
          .isThrownBy(() -> graph.hasGrade(Element.claim("nothing")));
      assertThatExceptionOfType(UnknownIdException.class)
          .isThrownBy(() -> graph.hasGrade(Element.review("flooded/evidence/county")));
      assertThat(graph.hasGrade(Element.evidence("flooded/evidence/county"))).isTrue();
      assertThat(graph.hasGrade(Element.review("flooded/reviews/mayor"))).isFalse();
      assertThatExceptionOfType(UnknownIdException.class)
          .isThrownBy(() -> graph.begin(Evidence.builder("nobody").build()))
          .withMessage("no source 'nobody'. No source has an id like it.");
      assertThatExceptionOfType(UnknownIdException.class)
          .isThrownBy(() -> trace().reviews().difference("nope", Style.usual()));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ReviewCheck.of(graph, Evaluator.usual(), -5))
          .withMessage("a budget of -5 steps is less than none");
      assertThatNullPointerException()
          .isThrownBy(() -> trace().whatIf(scenario -> null))
          .withMessage("what change returns");
    }
  }
}
