package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimtrace.change.Changes;
import org.claimtrace.change.History;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Interval;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.explanation.Chains;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Explanations;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.explanation.Style;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Grade;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Text;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.FoundProblems;
import org.claimtrace.query.ClaimCondition;
import org.claimtrace.report.ResultJson;
import org.claimtrace.result.Result;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.sensitivity.Sensitivity;
import org.claimtrace.sensitivity.SourceInfluence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What Jackson, 2 and 3, makes of what a handler returns. */
class JacksonTest {

  private static final ObjectMapper TWO = new ObjectMapper();
  private static final JsonMapper THREE = new JsonMapper();

  private static final ClaimTrace TRACE = ClaimTrace.open(Path.of("claims/gpt-4o-retro.json"));
  private static final Evaluation EVALUATION = TRACE.evaluation();
  private static final String THESIS = "4o-taken-to-extend-elite-lives";

  private static String byTwo(Object value) {
    try {
      return TWO.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String byThree(Object value) {
    return THREE.writeValueAsString(value);
  }

  private static ClaimGraphException broken() {
    try {
      ClaimJson.read("{\"id\": 7}");
      throw new AssertionError("valid");
    } catch (ClaimGraphException e) {
      return e;
    }
  }

  static Stream<Result> results() {
    return Stream.of(
        EVALUATION,
        Explanation.of(EVALUATION, THESIS),
        Explanations.of(EVALUATION, List.of(THESIS)),
        Chains.of(EVALUATION, THESIS).best(2),
        Contrast.of(EVALUATION, THESIS, Verdict.SUPPORTED),
        Sensitivity.of(EVALUATION, THESIS),
        SourceInfluence.of(EVALUATION),
        History.of(EVALUATION, THESIS),
        Changes.between(
            EVALUATION,
            Evaluator.builder()
                .standard(Standard.CLEAR_AND_CONVINCING)
                .build()
                .evaluate(TRACE.graph())),
        ReviewCheck.of(TRACE.graph(), Evaluator.usual()),
        TRACE.find(ClaimCondition.verdict(Verdict.REFUTED)).findFirst().orElseThrow(),
        new ResultJson.ValidatedFiles(ImmutableList.of(), ImmutableList.of()),
        FoundProblems.none(),
        broken());
  }

  @ParameterizedTest
  @MethodSource("results")
  void aResultIsTheSameJson(Result result) {
    String json = ResultJson.write(result);
    assertThat(byTwo(result)).isEqualTo(json);
    assertThat(byThree(result)).isEqualTo(json);
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("id", 7);
    response.put("result", result);
    assertThat(byTwo(response)).isEqualTo("{\"id\":7,\"result\":" + json + "}");
    assertThat(byThree(response)).isEqualTo("{\"id\":7,\"result\":" + json + "}");
  }

  @Test
  void theFrontDoorIsItsEvaluation() {
    assertThat(byTwo(TRACE)).isEqualTo(EVALUATION.toJson());
    assertThat(byThree(TRACE)).isEqualTo(EVALUATION.toJson());
    assertThat(TRACE.toJson("zh")).isEqualTo(EVALUATION.toJson("zh"));
  }

  @Test
  void aGraphIsItsFile() {
    assertThat(byTwo(TRACE.graph())).isEqualTo(ClaimJson.write(TRACE.graph()));
    assertThat(byThree(TRACE.graph())).isEqualTo(ClaimJson.write(TRACE.graph()));
  }

  record Answer(Verdict verdict, Diagnosis diagnosis, Text text, PartialDate date, Grade grade) {}

  @Test
  void wordsTextsDatesAndGradesAreThoseOfAFile() {
    Answer answer = new Answer(
        Verdict.SUPPORTED,
        Diagnosis.BROKEN_LEAP,
        Text.of("en", "Water is wet"),
        PartialDate.parse("2026-02"),
        Grade.of(.25));
    String json =
        "{\"verdict\":\"supported\",\"diagnosis\":\"broken-leap\",\"text\":{\"en\":\"Water is wet\"},"
            + "\"date\":\"2026-02\",\"grade\":0.25}";
    assertThat(byTwo(answer)).isEqualTo(json);
    assertThat(byThree(answer)).isEqualTo(json);
    assertThat(byThree(Grade.findReliability("B"))).isEqualTo("\"B\"");
    assertThat(THREE.readValue("\"refuted\"", Verdict.class)).isEqualTo(Verdict.REFUTED);
  }

  /** Other numbers than in the results would be odd beside these. */
  @Test
  void beliefsAndIntervalsHaveTheNumbersOfTheResults() {
    Belief belief = new Belief(0.19999999999999996, .7, 0, 0.1 + 1e-16, 0.30000000000000004 / 3);
    String json =
        "{\"supported\":0.2,\"refuted\":0.7,\"conflicting\":0.0,\"unverified\":0.1,\"qualified\":0.1}";
    assertThat(byTwo(belief)).isEqualTo(json);
    assertThat(byThree(belief)).isEqualTo(json);
    Interval interval = new Interval(0.30000000000000004, 1);
    assertThat(byTwo(interval)).isEqualTo("{\"low\":0.3,\"high\":1.0}");
    assertThat(byThree(interval)).isEqualTo("{\"low\":0.3,\"high\":1.0}");
    assertThat(THREE.readValue(json, Belief.class)).isEqualTo(new Belief(.2, .7, 0, .1, .1));
  }

  static Stream<Object> noResults() {
    return Stream.of(
        TRACE.graph().claims().get(0),
        TRACE.graph().sources().get(0),
        TRACE.graph().claims().get(0).toBuilder().build(),
        Evaluator.usual(),
        EVALUATION.options(),
        EVALUATION.whatIf(),
        EVALUATION.whatIf().scenario(),
        EVALUATION.compiled(),
        Chains.of(EVALUATION, THESIS),
        EVALUATION.judgements().findFirst().orElseThrow(),
        Explanation.of(EVALUATION, THESIS).account(),
        Style.usual());
  }

  @ParameterizedTest
  @MethodSource("noResults")
  void whatIsNoResultIsAnErrorThatSaysWhatToCall(Object noResult) {
    String message =
        noResult.getClass().getSimpleName() + " has no JSON of its own. Return a result";
    assertThatThrownBy(() -> byTwo(noResult)).hasMessageContaining(message);
    assertThatThrownBy(() -> byThree(noResult)).hasMessageContaining(message);
  }

  static Stream<Class<?>> publicTypes() throws IOException {
    String module = Files.readString(Path.of("src/main/java/module-info.java"));
    Path root = Path.of(
        ClaimGraph.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('/', '.'))
          .filter(name -> name.startsWith("org.claimtrace.") && name.endsWith(".class"))
          .filter(name -> !name.endsWith("-info.class") && !name.matches(".*\\$\\d+\\.class"))
          .<Class<?>>map(name -> type(name.replaceFirst("\\.class$", "")))
          .filter(type -> module.contains("exports " + type.getPackageName() + ";"))
          .filter(JacksonTest::canBeReturned)
          .toList()
          .stream();
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, ClaimGraph.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether a program can hold an object of a type that is not a builder: somewhere a public method returns one. */
  private static boolean canBeReturned(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (!Modifier.isPublic(each.getModifiers())) {
        return false;
      }
    }
    boolean hasMembers = Stream.of(type.getDeclaredMethods())
        .anyMatch(method ->
            Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()));
    return hasMembers
        && !type.isInterface()
        && !type.getSimpleName().endsWith("Builder")
        && !type.getPackageName().endsWith(".testing");
  }

  @ParameterizedTest
  @MethodSource("publicTypes")
  void isSaidOfEveryType(Class<?> type) {
    boolean isData = type.isRecord() || Throwable.class.isAssignableFrom(type);
    assertThat(isData
            || Stream.of(type.getMethods()).anyMatch(JacksonTest::isAnnotated)
            || type.getName().endsWith("JointChances$Condition$Kind")
            || type.getName().endsWith("ClaimGraph$Use$Role"))
        .as("Jackson would write %s as it likes, such as {}", type)
        .isTrue();
  }

  private static boolean isAnnotated(Method method) {
    if (method.isAnnotationPresent(JsonValue.class)) {
      return true;
    }
    return Stream.of(Result.class, WithoutJson.class)
        .anyMatch(each -> each.isAssignableFrom(method.getDeclaringClass())
            && method.getName().equals("toJson"));
  }
}
