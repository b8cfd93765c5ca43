package org.claimtrace.cli;

import java.io.IOException;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.report.ResultJson;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace evaluate}: shows the verdict on every claim of a file. */
final class EvaluateCommand implements Subcommand {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "evaluate",
        "Derives the verdict on every claim of a file.",
        "Nothing is looked up: a verdict follows from the evidence and the steps in the file, by rules that give anybody the"
            + " same one.",
        "",
        "Examples:",
        "  claimtrace evaluate claims/gpt-4o-retro.json",
        "  claimtrace evaluate claims/gpt-4o-retro.json --lang zh",
        "  claimtrace evaluate claims/gpt-4o-retro.json --as-of 2025-01",
        "  claimtrace evaluate claims/gpt-4o-retro.json --format json | jq .claims");
    spec.addPositional(SubcommandSpec.file())
        .addOption(TableFormat.option())
        .addOption(
            EvaluatorOptions.option(
                "--lang",
                "TAG",
                "the language of the table, such as en or zh; the graph's own unless said, if that is English or Chinese"))
        .addOption(EvaluatorOptions.option(
            "--width",
            "COLUMNS",
            "how wide the table may be; as wide as the terminal unless said, or 80"));
    return EvaluatorOptions.addTo(spec);
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    TableFormat format = TableFormat.of(arguments);
    int width = LayoutOptions.width(arguments, terminal);
    String wanted = LayoutOptions.language(arguments);
    Evaluator evaluator = EvaluatorOptions.evaluator(arguments);
    ClaimGraph graph = ClaimFile.named(arguments.matchedPositionalValue(0, "")).read();
    Evaluation evaluation = EvaluatorOptions.evaluate(evaluator, graph, terminal);
    if (format == TableFormat.JSON) {
      ResultJson.write(evaluation, wanted, terminal.out());
    } else {
      String language = LayoutOptions.language(wanted, graph);
      new VerdictTable(evaluation, language, width, terminal.colour()).write(terminal.out());
    }
    return ExitStatus.FINE;
  }
}
