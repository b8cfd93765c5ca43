package org.claimtrace.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.claimtrace.change.Changes;
import org.claimtrace.change.Consequences;
import org.claimtrace.change.Difference;
import org.claimtrace.change.History;
import org.claimtrace.change.VerdictChange;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Label;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.Requirement;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Scenario;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.Chain;
import org.claimtrace.explanation.Chains;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Explanations;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.explanation.Outline;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.inspection.Inspector;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Text;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.FoundProblems;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.query.ClaimCondition;
import org.claimtrace.query.ClaimSearch;
import org.claimtrace.report.ResultJson.CheckedFile;
import org.claimtrace.report.ResultJson.CheckedFiles;
import org.claimtrace.report.ResultJson.Found;
import org.claimtrace.report.ResultJson.ListedLines;
import org.claimtrace.report.ResultJson.SearchedFile;
import org.claimtrace.report.ResultJson.SearchedFiles;
import org.claimtrace.report.ResultJson.ValidatedFile;
import org.claimtrace.report.ResultJson.ValidatedFiles;
import org.claimtrace.result.Result;
import org.claimtrace.sensitivity.Sensitivity;
import org.claimtrace.sensitivity.SourceInfluence;
import org.claimtrace.work.ShortNumber;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ResultSchemaTest {

  private static final String TEXT = text();
  private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12)
      .getSchema(TEXT, InputFormat.JSON);

  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static String text() {
    try (InputStream stream = ResultJson.schema().openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the document of a result, which must be valid. */
  private static JsonNode valid(Result result, String language) {
    String json = result.toJson(language);
    JsonNode tree = STRICT.readTree(json);
    List<Error> errors = SCHEMA.validate(json, InputFormat.JSON);
    assertThat(errors).as(json).isEmpty();
    assertThat(json).isEqualTo(ResultJson.write(result, language)).endsWith("}\n");
    return tree;
  }

  /** Returns every result that can be asked of an evaluation about one of its claims. */
  private static List<Result> results(Evaluation evaluation, Claim claim) {
    String id = claim.id();
    List<Result> results = new ArrayList<>(List.of(
        evaluation,
        Explanation.of(evaluation, id),
        Explanations.of(evaluation, ImmutableList.of(id)),
        Chains.of(evaluation, id).best(3),
        Sensitivity.of(evaluation, id),
        History.of(evaluation, id),
        SourceInfluence.of(evaluation),
        ReviewCheck.of(evaluation.graph(), evaluation.evaluator().build())));
    results.add(Inspector.usual().inspect(evaluation));
    results.add(Explanation.of(evaluation, id).outline("zh"));
    results.add(ClaimSearch.in(evaluation)
        .find(ClaimCondition.verdict(evaluation.verdict(id)))
        .findFirst()
        .orElseThrow());
    Verdict other = evaluation.verdict(id) == Verdict.REFUTED ? Verdict.SUPPORTED : Verdict.REFUTED;
    results.add(Contrast.of(evaluation, id, other));
    results.add(new ListedLines(
        evaluation.graph(),
        evaluation.graph().claims().stream()
            .map(Claim::id)
            .collect(ImmutableList.toImmutableList())));
    results.add(new CheckedFiles(ImmutableList.of(CheckedFile.of(
        "a.json", ReviewCheck.of(evaluation.graph(), evaluation.evaluator().build())))));
    results.add(new CheckedFiles(ImmutableList.of(CheckedFile.of(
        "a.json", ReviewCheck.of(evaluation), Inspector.usual().inspect(evaluation)))));
    results.add(new SearchedFiles(
        "claims",
        ImmutableList.of(SearchedFile.of(
            "a.json",
            evaluation,
            evaluation
                .judgements()
                .map(each ->
                    new Found(each, evaluation.graph().claim(each.claimId()).text()))
                .toList()))));
    return results;
  }

  private static void validate(Evaluation evaluation, Evaluation scenario, String language) {
    valid(evaluation, language);
    valid(scenario, language);
    valid(Changes.between(evaluation, scenario), language);
    valid(Consequences.of(evaluation, scenario), language);
    evaluation.graph().sources().stream()
        .filter(source -> evaluation.isRetracted(source.id()))
        .forEach(source -> {
          valid(SourceInfluence.of(evaluation, source.id()), language);
          valid(Consequences.of(evaluation.whatIf().scenario().vindicate(source.id())), language);
        });
    evaluation.graph().claims().stream().limit(2).forEach(claim -> {
      results(evaluation, claim).forEach(result -> valid(result, language));
      results(scenario, claim).forEach(result -> valid(result, language));
    });
  }

  /** A scenario that discredits a source, supposes something of a claim and strikes a line, as far as the graph has these. */
  private static Evaluation scenario(Evaluation evaluation) {
    Scenario scenario = evaluation.whatIf().scenario();
    ClaimGraph graph = evaluation.graph();
    for (Source source : graph.sources().stream().limit(1).toList()) {
      scenario = scenario.discredit(source.id());
    }
    for (Claim claim : graph.claims().reverse().stream().limit(1).toList()) {
      scenario = scenario.suppose(claim.id(), Supposition.OPEN);
    }
    return scenario.evaluate();
  }

  static Stream<Path> teachingGraphs() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("claims"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("teachingGraphs")
  void coversEveryResultOfATeachingGraph(Path file) {
    ClaimGraph graph = ClaimJson.read(file);
    for (Standard standard : Standard.values()) {
      Evaluation evaluation = Evaluator.builder().standard(standard).build().evaluate(graph);
      validate(evaluation, scenario(evaluation), standard == Standard.PREPONDERANCE ? "zh" : "");
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  private static Evaluation random(long seed) {
    ClaimGraph graph =
        seed % 2 == 0 ? RandomClaimGraphs.graph(seed, 8) : RandomClaimGraphs.loose(seed, 8);
    SplittableRandom random = new SplittableRandom(seed);
    ReviewPolicy reviews = ReviewPolicy.values()[random.nextInt(3)];
    Evaluator.Builder evaluator = RandomClaimGraphs.options(graph, reviews, seed)
        .numbers()
        .standard(Standard.values()[random.nextInt(3)])
        .byLogic(random.nextInt(5) == 0)
        .ignoresDerivation(random.nextInt(5) == 0);
    if (random.nextInt(4) == 0) {
      evaluator.nodeBudget(0).worlds(128);
    }
    return evaluator.build().evaluate(graph);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void coversEveryResultOfARandomGraph(long seed) {
    Evaluation evaluation = random(seed);
    validate(evaluation, scenario(evaluation), seed % 3 == 0 ? "zh-Hant" : "");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void verdictsFollowFromTheNumbersThatAreWritten(long seed) {
    Evaluation evaluation = random(seed);
    JsonNode claims = valid(evaluation, "").get("claims");
    evaluation.judgements().forEach(judgement -> {
      JsonNode claim = claims.get(judgement.claimId());
      Belief written = new Belief(
          claim.get("supported").asDouble(),
          claim.get("refuted").asDouble(),
          claim.get("conflicting").asDouble(),
          claim.get("unverified").asDouble(),
          claim.get("qualified").asDouble());
      assertThat(evaluation.standard().verdict(written)).isEqualTo(judgement.verdict());
      assertThat(claim.get("verdict").asString()).isEqualTo(judgement.verdict().toString());
      for (Label label : Label.values()) {
        assertThat(Math.abs(written.of(label) - judgement.belief().of(label)))
            .isLessThanOrEqualTo(ShortNumber.TOLERANCE);
      }
    });
  }

  @Test
  void refusesMembersThatItDoesNotKnow() {
    Evaluation evaluation = random(4);
    for (Result result : results(evaluation, evaluation.graph().claims().get(0))) {
      JsonNode json = valid(result, "zh");
      List<JsonNode> open = new ArrayList<>(List.of(json));
      while (!open.isEmpty()) {
        JsonNode node = open.remove(open.size() - 1);
        // The excerpt is a claim graph, and has a schema of its own.
        node.propertyStream()
            .filter(member -> !member.getKey().equals("excerpt"))
            .map(Map.Entry::getValue)
            .forEach(open::add);
        if (node.isArray()) {
          node.forEach(open::add);
        }
        boolean isMapOfIds = node.isObject()
            && node.propertyStream()
                .allMatch(
                    member -> evaluation.graph().findClaim(member.getKey()).isPresent()
                        || evaluation.graph().findSource(member.getKey()).isPresent()
                        || member.getKey().length() <= 3);
        if (node.isObject() && !isMapOfIds) {
          ((ObjectNode) node).put("surplus", 1);
          assertThat(SCHEMA.validate(json.toString(), InputFormat.JSON)).isNotEmpty();
          ((ObjectNode) node).remove("surplus");
        }
      }
    }
  }

  @Nested
  class Head {
    private final ClaimGraph graph = ClaimJson.read(Path.of("claims/gpt-4o-retro.json"));

    @Test
    void saysWhatIsNotAsUsualAndNothingElse() {
      Evaluation usual = Evaluator.usual().evaluate(graph);
      assertThat(valid(usual, "").propertyNames())
          .containsExactly(
              "format",
              "result",
              "graph",
              "method",
              "standard",
              "reviews",
              "claims",
              "takenForCertain");
    }

    @Test
    void hasTheDateTheOptionsTheSuppositionsAndTheChangesOfAScenario() {
      Source source = graph.sources().get(0);
      Claim claim = graph.claims().get(0);
      Element line = graph.lines(claim.id()).get(0);
      Evaluation evaluation = Evaluator.builder()
          .asOf(PartialDate.parse("2026-01"))
          .byLogic(true)
          .ignoresDerivation(true)
          .suppose(claim.id(), Supposition.OPEN)
          .build()
          .evaluate(graph)
          .whatIf()
          .scenario()
          .set(Element.source(source.id()), 0.3)
          .strike(line)
          .evaluate();
      JsonNode json = valid(evaluation, "");
      assertThat(json.get("asOf").asString()).isEqualTo("2026-01");
      assertThat(json.get("byLogic").asBoolean()).isTrue();
      assertThat(json.get("ignoresDerivation").asBoolean()).isTrue();
      assertThat(json.get("suppositions").get(claim.id()).asString()).isEqualTo("open");
      assertThat(json.get("changes").toString())
          .contains(
              "{\"kind\":\"source\",\"id\":\"" + source.id() + "\",\"grade\":0.3}",
              "{\"kind\":\"" + line.kind() + "\",\"id\":\"" + line.id() + "\",\"grade\":0}");
    }

    @Test
    void hasTheSeedOfSampledWorlds() {
      Evaluation sampled = Evaluator.builder()
          .nodeBudget(0)
          .worlds(64)
          .seed(-7)
          .build()
          .evaluate(RandomClaimGraphs.graph(3, 8));
      if (sampled.method() == Method.SAMPLED) {
        assertThat(valid(sampled, "").get("seed").asLong()).isEqualTo(-7);
      }
    }

    @Test
    void namesTheClaimsWhoseReviewsWereLeftOut() {
      String reviewed = graph.claims().stream()
          .filter(claim -> !claim.reviews().isEmpty())
          .findFirst()
          .orElseThrow()
          .id();
      Evaluation without = Evaluator.usual().evaluate(graph).withoutReviewsOf(reviewed);
      assertThat(valid(without, "").get("withoutReviews").toString())
          .isEqualTo("[\"" + reviewed + "\"]");
    }
  }

  @Nested
  class Words {
    private final ClaimGraph graph = ClaimJson.read(Path.of("claims/gpt-4o-retro.json"));
    private final Evaluation evaluation = Evaluator.usual().evaluate(graph);

    @Test
    void standBesideEachClaimOfAnEvaluation() {
      JsonNode claims = valid(evaluation, "zh").get("claims");
      for (Claim claim : graph.claims()) {
        assertThat(claims.get(claim.id()).get("text").get("zh").asString())
            .isEqualTo(claim.text().byTag().get("zh"));
      }
    }

    @Test
    void areThoseOfAllClaimsAndSourcesThatADocumentNames() {
      String thesis = graph.thesis().get(0);
      for (Result result : results(evaluation, graph.claim(thesis))) {
        JsonNode json = valid(result, "en");
        if (json.has("texts")) {
          for (String id : named(json)) {
            boolean isClaim = graph.findClaim(id).isPresent();
            assertThat(json.get("texts").has(id)).as(id).isEqualTo(isClaim);
            assertThat(json.get("titles").has(id))
                .as(id)
                .isEqualTo(graph.findSource(id).isPresent());
          }
        }
      }
    }

    /** Returns all strings of a document that are ids of claims or sources. */
    private ImmutableSet<String> named(JsonNode json) {
      ImmutableSet.Builder<String> ids = ImmutableSet.builder();
      List<JsonNode> open = new ArrayList<>(List.of(json));
      while (!open.isEmpty()) {
        JsonNode node = open.remove(open.size() - 1);
        node.propertyStream()
            .filter(member -> !List.of("texts", "titles", "excerpt").contains(member.getKey()))
            .map(Map.Entry::getValue)
            .forEach(open::add);
        if (node.isArray()) {
          node.forEach(open::add);
        } else if (node.isString()
            && (graph.findClaim(node.asString()).isPresent()
                || graph.findSource(node.asString()).isPresent())) {
          ids.add(node.asString());
        }
      }
      return ids.build();
    }

    @Test
    void haveTheTagOfTheLanguageThatThereIs() {
      ClaimGraph german = ClaimGraph.builder("g")
          .title("t")
          .source(Source.builder("s").url("https://example.org/s"))
          .claim(Claim.builder("c")
              .text(Text.of(Map.of("de", "Wasser ist nass")))
              .evidence(Evidence.builder("s")))
          .build();
      Evaluation judged = Evaluator.usual().evaluate(german);
      assertThat(ResultJson.write(judged, "fr"))
          .contains("\"text\": {\"de\": \"Wasser ist nass\"}");
      JsonNode explained = valid(Explanation.of(judged, "c"), "fr");
      assertThat(explained.get("texts").get("c").get("de").asString()).isEqualTo("Wasser ist nass");
      assertThat(explained.get("titles").get("s").get("und").asString())
          .isEqualTo("https://example.org/s");
    }
  }

  @Nested
  class OfProblems {
    @Test
    void coversBrokenFilesAndProblemsOfTheModel() {
      for (String broken : List.of(
          "",
          "{",
          "{\"id\": 7}",
          "[]",
          "{\"id\": \"a b\", \"claims\": {}}",
          "{\"graph\": {\"claims\": {}}}",
          "{\"id\": \"a\", \"name\": \"t\", \"claims\": {}, \"thesis\": \"x\", \"language\": null}")) {
        try {
          ClaimJson.read(broken);
        } catch (ClaimGraphException e) {
          JsonNode json = valid(e, "");
          assertThat(json.get("count").asLong()).isEqualTo(e.count());
          assertThat(json.get("problems").size()).isEqualTo(e.problems().size());
          valid(
              new ValidatedFiles(
                  ImmutableList.of(
                      new ValidatedFile("a.json", e.problems(), e.count()),
                      new ValidatedFile("b.json", ImmutableList.of(), 0),
                      new ValidatedFile("c.json", ImmutableList.of(), 0, e.problems())),
                  ImmutableList.of("nothing")),
              "");
        }
      }
      valid(FoundProblems.none(), "");
    }
  }

  @Nested
  class Vocabulary {
    private final JsonNode definitions = STRICT.readTree(TEXT).get("$defs");

    private void isWhole(String definition, Object[] words) {
      assertThat(definitions.get(definition).get("enum").valueStream().map(JsonNode::asString))
          .as(definition)
          .containsExactlyElementsOf(Arrays.stream(words).map(Object::toString).toList());
    }

    @Test
    void isThatOfTheTypes() {
      isWhole("verdict", Verdict.values());
      isWhole("method", Method.values());
      isWhole("standard", Standard.values());
      isWhole("reviewPolicy", ReviewPolicy.values());
      isWhole("supposition", Supposition.values());
      isWhole("stance", Stance.values());
      isWhole("label", Label.values());
      isWhole("elementKind", Element.Kind.values());
      isWhole("quantity", VerdictRule.Quantity.values());
      isWhole("diagnosis", Diagnosis.values());
      isWhole("shortfall", Explanation.Shortfall.values());
      isWhole("obstacleKind", Obstacle.Kind.values());
      isWhole("role", Requirement.Role.values());
      isWhole("chainEnd", Chain.End.values());
      isWhole("chainLimit", Chains.Best.LeftOut.values());
      isWhole("difference", Difference.Kind.values());
      isWhole("changeLimit", VerdictChange.SearchLimit.values());
      isWhole("sensitivityLimit", Sensitivity.SearchLimit.values());
      isWhole("paragraphKind", Outline.Kind.values());
      isWhole("problemCode", ProblemCode.values());
    }

    @Test
    void namesMembersInCamelCase() {
      TreeSet<String> names = new TreeSet<>();
      List<JsonNode> open = new ArrayList<>(List.of(definitions));
      while (!open.isEmpty()) {
        JsonNode node = open.remove(open.size() - 1);
        Optional.ofNullable(node.get("properties"))
            .ifPresent(members -> names.addAll(members.propertyNames()));
        node.forEach(open::add);
      }
      assertThat(names).isNotEmpty().allMatch(name -> name.matches("[a-z]+([A-Z][a-z]+)*"));
    }
  }
}
