package org.claimtrace.cli;

import java.io.IOException;
import java.util.Locale;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.report.HistoryJson;
import org.claimtrace.sensitivity.History;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace history}: the verdict on a claim through time. */
final class HistoryCommand implements Subcommand {

  private enum Format {
    TEXT,
    MARKDOWN,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("history");
    spec.usageMessage()
        .sortOptions(false)
        .sortSynopsis(false)
        .synopsisHeading("%nUsage: ")
        .header("Follows the verdict on a claim through time.")
        .description(
            "",
            "Tells every date at which something that the claim depends on begins to exist or is retracted, the verdict from then on, and why it changed. Undated sources have always existed.",
            "")
        .footer(
            "",
            "Examples:",
            "  claimtrace history claims/gpt-4o-retro.json 4o-taken-to-extend-elite-lives",
            "  claimtrace history claims/gpt-4o-retro.json altman-invested-180m --lang zh");
    spec.addPositional(PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity("1")
            .index("0")
            .type(String.class)
            .required(true)
            .description("the claim file")
            .build())
        .addPositional(PositionalParamSpec.builder()
            .paramLabel("CLAIM")
            .arity("1")
            .index("1")
            .type(String.class)
            .required(true)
            .description("the id of the claim")
            .build())
        .addOption(EvaluatorOptions.option(
            "--format", "FORMAT", "text (the default), markdown or json (for programs)"))
        .addOption(EvaluatorOptions.option(
            "--lang",
            "TAG",
            "the language, en or zh; the graph's own unless said, if that is English or Chinese"))
        .addOption(EvaluatorOptions.option(
            "--width",
            "COLUMNS",
            "how wide a line of text may be; as wide as the terminal unless said, or 80"));
    return EvaluatorOptions.addTo(spec);
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    Format format = new Words<>("--format", Format.values()).find(arguments, Format.TEXT);
    Style style = DiffCommand.style(arguments, terminal, format == Format.TEXT);

    ClaimGraph graph;
    try {
      graph = ClaimFile.named(arguments.matchedPositionalValue(0, "")).read();
    } catch (ClaimGraphException e) {
      terminal.say(String.valueOf(e.getMessage()));
      return ExitStatus.BAD;
    }
    String claim = new ElementName(graph).claim(arguments.matchedPositionalValue(1, ""));
    Evaluation evaluation = EvaluatorOptions.evaluator(arguments).evaluate(graph);
    EvaluatorOptions.note(evaluation).ifPresent(terminal::say);
    History history = History.of(evaluation, claim);
    switch (format) {
      case JSON -> HistoryJson.write(history, terminal.out());
      case MARKDOWN -> terminal.out().write(history.toMarkdown(style));
      case TEXT -> terminal.out().write(history.toText(style));
    }
    return ExitStatus.FINE;
  }
}
