package org.claimtrace.cli;

import java.io.IOException;
import java.util.Locale;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.report.FoundationsJson;
import org.claimtrace.sensitivity.Foundations;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace rests-on}: the verdicts that fall with a source, or how many fall with each. */
final class RestsOnCommand implements Subcommand {

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
    CommandSpec spec = CommandSpec.create().name("rests-on");
    spec.usageMessage()
        .sortOptions(false)
        .sortSynopsis(false)
        .synopsisHeading("%nUsage: ")
        .header("Tells which verdicts rest on a source, or how many rest on each.")
        .description(
            "",
            "A verdict rests on a source if it would be another without it, everything else being as it is. Without SOURCE, the"
                + " sources are told by how many verdicts each of them alone holds up.",
            "")
        .footer(
            "",
            "Examples:",
            "  claimtrace rests-on claims/gpt-4o-retro.json",
            "  claimtrace rests-on claims/gpt-4o-retro.json netease-article",
            "  claimtrace rests-on claims/gpt-4o-retro.json --logic --format json");
    spec.addPositional(PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity("1")
            .index("0")
            .type(String.class)
            .required(true)
            .description("the claim file")
            .build())
        .addPositional(PositionalParamSpec.builder()
            .paramLabel("SOURCE")
            .arity("0..1")
            .index("1")
            .type(String.class)
            .description("the id of a source; every one unless said")
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
    String name = arguments.matchedPositionalValue(1, "");
    String source = name.isEmpty() ? "" : new ElementName(graph).source(name);
    Evaluation evaluation = EvaluatorOptions.evaluator(arguments).evaluate(graph);
    EvaluatorOptions.note(evaluation).ifPresent(terminal::say);
    Foundations foundations =
        source.isEmpty() ? Foundations.of(evaluation) : Foundations.of(evaluation, source);
    switch (format) {
      case JSON -> FoundationsJson.write(foundations, terminal.out());
      case MARKDOWN -> terminal.out().write(foundations.toMarkdown(style));
      case TEXT -> terminal.out().write(foundations.toText(style));
    }
    return ExitStatus.FINE;
  }
}
