package org.claimtrace.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.Chains;
import org.claimtrace.model.ClaimGraph;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace trace}: shows the chains from a claim down to its deepest sources, and where they break. */
final class TraceCommand implements Subcommand {

  private static final int DEFAULT_MOST = 5;

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "trace",
        "Traces a claim to its deepest sources, chain by chain, and tells where chains break.",
        "The chains that are most likely to hold come first, those that break last. --by shows an argument as one source tells"
            + " it, apart from what others say.",
        "",
        "Examples:",
        "  claimtrace trace claims/gpt-4o-retro.json 4b-micro-is-separate-model",
        "  claimtrace trace claims/gpt-4o-retro.json 4o-taken-to-extend-elite-lives --by x-post",
        "  claimtrace trace claims/gpt-4o-retro.json 4o-hazardous --most 20 --format json");
    spec.addPositional(SubcommandSpec.file())
        .addPositional(SubcommandSpec.claim())
        .addOption(
            EvaluatorOptions.option(
                "--by",
                "SOURCE",
                "only the chains that begin with lines of one source, as it tells them, down to what they rest on"))
        .addOption(EvaluatorOptions.option(
            "--most", "NUMBER", "how many chains at most; " + DEFAULT_MOST + " unless said"))
        .addOption(EvaluatorOptions.option(
            "--steps",
            "NUMBER",
            String.format(
                Locale.ROOT,
                "how many steps all of them may have together; %,d unless said",
                Chains.MOST_STEPS)));
    ProseOptions.addTo(spec)
        .addOption(OptionSpec.builder("--all")
            .description(
                "tell every step of a long chain, with the notes on it and the ids of claims")
            .build());
    return EvaluatorOptions.addTo(spec);
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    ProseOptions options = ProseOptions.of(arguments, terminal);
    int most = number(arguments, "--most", DEFAULT_MOST, "how many chains to tell, such as 20");
    int steps =
        number(arguments, "--steps", Chains.MOST_STEPS, "how many steps to tell, such as 100000");
    Evaluator evaluator = EvaluatorOptions.evaluator(arguments);
    ClaimGraph graph = ClaimFile.named(arguments.matchedPositionalValue(0, "")).read();
    ElementName names = new ElementName(graph);
    String claim = names.claim(arguments.matchedPositionalValue(1, ""));
    Optional<String> asserter = arguments.hasMatchedOption("--by")
        ? Optional.of(names.source(arguments.matchedOptionValue("--by", "")))
        : Optional.empty();
    Evaluation evaluation = EvaluatorOptions.evaluate(evaluator, graph, terminal);
    Chains chains = Chains.of(evaluation, claim).mostSteps(steps);
    Chains.Best best = asserter.map(chains::by).orElse(chains).best(most);
    options.write(terminal, best);
    return ExitStatus.FINE;
  }

  private static int number(ParseResult arguments, String option, int defaultValue, String what)
      throws UsageException {
    if (!arguments.hasMatchedOption(option)) {
      return defaultValue;
    }
    String text = arguments.matchedOptionValue(option, "");
    if (!text.matches("[1-9][0-9]{0,6}")) {
      throw new UsageException(
          option + ": '" + text + "' is not a number from 1 to 9999999. Write " + what + ".");
    }
    return Integer.parseInt(text);
  }
}
