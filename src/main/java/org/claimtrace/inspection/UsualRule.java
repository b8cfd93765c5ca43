package org.claimtrace.inspection;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Text;
import org.claimtrace.wording.Language;
import org.claimtrace.wording.Sentence;
import org.claimtrace.wording.Sentences;

/**
 * A rule of this library. Its sentences are named after its code: those of {@code circular-sourcing} begin with {@code
 * FINDING_CIRCULAR_SOURCING}, and are the message, what the rule looks for ({@code _ABOUT}), why that matters ({@code _WHY}) and what
 * to do ({@code _REMEDY}). Its two examples are its tests.
 */
abstract class UsualRule implements InspectionRule {

  private final String code;
  private final Severity severity;
  /** Made once, not for each finding; not for rules that find nothing. */
  private final Supplier<Text> remedy = Suppliers.memoize(() -> text("_REMEDY"));

  UsualRule(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  @Override
  public final String code() {
    return code;
  }

  @Override
  public final Severity severity() {
    return severity;
  }

  private Sentence sentence(String part) {
    return Sentence.valueOf("FINDING_" + Ascii.toUpperCase(code).replace('-', '_') + part);
  }

  private Text text(String part) {
    Sentence sentence = sentence(part);
    return Text.of(
        "en",
        Sentences.of(Language.ENGLISH).say(sentence),
        "zh",
        Sentences.of(Language.CHINESE).say(sentence));
  }

  @Override
  public final Text description() {
    return text("_ABOUT");
  }

  @Override
  public final Text reason() {
    return text("_WHY");
  }

  @Override
  public final Optional<ClaimGraph> badExample() {
    return Optional.of(ClaimJson.read(bad()));
  }

  @Override
  public final Optional<ClaimGraph> goodExample() {
    return Optional.of(ClaimJson.read(good()));
  }

  @Override
  public final Stream<Finding> findings(Evaluation evaluation) {
    requireNonNull(evaluation, "evaluation");
    List<Finding> found = new ArrayList<>();
    find(new InspectedGraph(evaluation), found::add);
    return found.stream();
  }

  /** Begins a finding, with a message that is made in both languages when it is first asked for. */
  final Finding.Builder finding(
      InspectedGraph inspected, Function<FindingPhrases, String> message, Element... elements) {
    return finding(inspected, message, List.of(elements));
  }

  /** Begins a finding, with a message that is made in both languages when it is first asked for. */
  final Finding.Builder finding(
      InspectedGraph inspected, Function<FindingPhrases, String> message, List<Element> elements) {
    return Finding.builder(this)
        .elements(elements)
        .message(() -> Text.of(
            "en", message.apply(inspected.english()), "zh", message.apply(inspected.chinese())))
        .remedy(remedy.get());
  }

  /** Returns, as JSON, a graph in which the rule finds something. */
  abstract String bad();

  /** Returns, as JSON, a graph like the other in which the rule finds nothing. */
  abstract String good();

  /** Finds what there is to find, in any order. */
  abstract void find(InspectedGraph inspected, Consumer<Finding> found);

  @Override
  public final String toString() {
    return "rule " + code;
  }
}
