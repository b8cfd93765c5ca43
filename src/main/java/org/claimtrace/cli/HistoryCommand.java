package org.claimtrace.cli;

import java.io.IOException;
import org.claimtrace.change.History;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.ClaimGraph;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace history}: shows the verdict on a claim through time. */
final class HistoryCommand implements Subcommand {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "history",
        "Follows the verdict on a claim through time.",
        "Tells when the verdict changed, from what to what, and by what. --all tells every date at which something that the claim"
            + " depends on begins to exist or is retracted. Undated sources have always existed.",
        "",
        "Examples:",
        "  claimtrace history claims/gpt-4o-retro.json 4o-taken-to-extend-elite-lives",
        "  claimtrace history claims/gpt-4o-retro.json altman-invested-180m --lang zh");
    spec.addPositional(SubcommandSpec.file()).addPositional(SubcommandSpec.claim());
    ProseOptions.addTo(spec)
        .addOption(OptionSpec.builder("--all")
            .description("tell every date, also those that left the verdict as it was")
            .build());
    return EvaluatorOptions.addTo(spec);
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    ProseOptions options = ProseOptions.of(arguments, terminal);
    ClaimGraph graph = ClaimFile.named(arguments.matchedPositionalValue(0, "")).read();
    String claim = new ElementName(graph).claim(arguments.matchedPositionalValue(1, ""));
    Evaluation evaluation = EvaluatorOptions.evaluate(arguments, graph, terminal);
    History history = History.of(evaluation, claim);
    options.write(terminal, history);
    return ExitStatus.FINE;
  }
}
