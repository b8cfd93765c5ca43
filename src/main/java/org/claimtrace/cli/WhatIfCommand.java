package org.claimtrace.cli;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.claimtrace.change.Consequences;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Scenario;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.problem.UnknownIdException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace whatif}: shows which verdicts change in a scenario. */
final class WhatIfCommand implements Subcommand {

  /** Applies the value of an option to a scenario. */
  private interface Change {
    Scenario make(Scenario scenario, ElementName names, String value) throws UsageException;
  }

  private static final ImmutableMap<String, Change> CHANGES = ImmutableMap.<String, Change>builder()
      .put("--discredit", (scenario, names, name) -> scenario.discredit(names.source(name)))
      .put("--discredit-author", (scenario, names, name) -> all(scenario::discreditAuthor, name))
      .put(
          "--discredit-publisher",
          (scenario, names, name) -> all(scenario::discreditPublisher, name))
      .put("--vindicate", (scenario, names, name) -> scenario.vindicate(names.source(name)))
      .put("--set", WhatIfCommand::set)
      .put("--strike", WhatIfCommand::strike)
      .put("--suppose", WhatIfCommand::suppose)
      .buildOrThrow();

  private static final Words<Supposition> SUPPOSITIONS =
      new Words<>("--suppose", Supposition.values());

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "whatif",
        "Tells which verdicts change if something is otherwise.",
        "The file stays as it is. All changes that are given are made together; of several to one thing the last counts.",
        "",
        "Examples:",
        "  claimtrace whatif claims/gpt-4o-retro.json --discredit netease-article",
        "  claimtrace whatif claims/gpt-4o-retro.json --set netease-article=0.4 --lang zh",
        "  claimtrace whatif claims/gpt-4o-retro.json --suppose 4b-micro-is-separate-model=rejected",
        "",
        "An id that names both a source and a claim or line is written source:ID, claim:ID or line:ID.");
    spec.addPositional(SubcommandSpec.file())
        .addOption(change(
            "--discredit", "SOURCE", "take a source to be wrong, and not to relay faithfully"))
        .addOption(
            change("--discredit-author", "NAME", "discredit every source that has this author"))
        .addOption(change(
            "--discredit-publisher", "NAME", "discredit every source that has this publisher"))
        .addOption(change(
            "--vindicate",
            "SOURCE",
            "take a source to be right, if what it is derived from is, and lift its retraction"))
        .addOption(change(
            "--set",
            "ID=GRADE",
            "give a source another reliability, or a piece of evidence or an inference another strength: a number, or a letter"
                + " or term as in the file, such as x-post=B or the-leap='very likely'"))
        .addOption(change(
            "--strike", "ID", "take a piece of evidence, an inference or a review not to fire"))
        .addOption(change(
            "--suppose",
            "CLAIM=WORD",
            "suppose a claim accepted, rejected or open, whatever bears on it"));
    ProseOptions.addTo(spec);
    return EvaluatorOptions.addTo(spec);
  }

  private static OptionSpec change(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description + "; may be given several times")
        .build();
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    if (CHANGES.keySet().stream().noneMatch(arguments::hasMatchedOption)) {
      throw new UsageException(
          "whatif needs to know what is otherwise: " + String.join(", ", CHANGES.keySet()) + ".");
    }
    ProseOptions options = ProseOptions.of(arguments, terminal);
    Evaluator evaluator = EvaluatorOptions.evaluator(arguments);
    ClaimGraph graph = ClaimFile.named(arguments.matchedPositionalValue(0, "")).read();
    Evaluation before = evaluator.evaluate(graph);
    Scenario scenario = scenario(arguments, before);
    EvaluatorOptions.note(before).ifPresent(terminal::say);
    options.write(terminal, Consequences.of(scenario));
    return ExitStatus.FINE;
  }

  /** Returns the scenario with all changes, in the order of the command line. */
  private static Scenario scenario(ParseResult arguments, Evaluation before) throws UsageException {
    ElementName names = new ElementName(before.graph());
    Scenario scenario = before.whatIf().scenario();
    Map<String, Integer> taken = new HashMap<>();
    // An option that is given several times is listed as many times, in the order of the command
    // line.
    for (OptionSpec option : arguments.matchedOptions()) {
      Change change = CHANGES.get(option.longestName());
      if (change != null) {
        int number = taken.merge(option.longestName(), 1, Integer::sum) - 1;
        scenario = change.make(scenario, names, option.stringValues().get(number));
      }
    }
    return scenario;
  }

  private static Scenario all(Function<String, Scenario> change, String name)
      throws UsageException {
    try {
      return change.apply(name);
    } catch (UnknownIdException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static Scenario set(Scenario scenario, ElementName names, String change)
      throws UsageException {
    Assignment assignment = Assignment.of("--set", change, "ID=GRADE");
    Element element = names.find(assignment.name());
    try {
      return scenario.set(element, GradeValue.of("--set", element, assignment.value()));
    } catch (InvalidValueException e) {
      throw new UsageException(
          "--set: " + e.problems().get(0).message() + ". " + e.problems().get(0).remedy());
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--set: " + e.getMessage() + ". Sources, evidence and inferences have one.");
    }
  }

  private static Scenario strike(Scenario scenario, ElementName names, String name)
      throws UsageException {
    Element element = names.find(name);
    if (!element.kind().isLine()) {
      throw new UsageException(
          "--strike: " + element + " is no line. Evidence, inferences and reviews are lines.");
    }
    return scenario.strike(element);
  }

  private static Scenario suppose(Scenario scenario, ElementName names, String change)
      throws UsageException {
    Assignment assignment =
        Assignment.of("--suppose", change, "CLAIM=accepted, CLAIM=rejected or CLAIM=open");
    return scenario.suppose(names.claim(assignment.name()), SUPPOSITIONS.find(assignment.value()));
  }

  /**
   * An assignment of a value to a name.
   *
   * @param name the text before the equals sign
   * @param value the text after the equals sign
   */
  private record Assignment(String name, String value) {

    static Assignment of(String option, String text, String form) throws UsageException {
      int equals = text.lastIndexOf('=');
      if (equals <= 0) {
        throw new UsageException(option + ": '" + text + "' has no "
            + (equals < 0 ? "equals sign" : "id before the equals sign") + ". Write " + form + ".");
      }
      return new Assignment(text.substring(0, equals), text.substring(equals + 1));
    }
  }
}
