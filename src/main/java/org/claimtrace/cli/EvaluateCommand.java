package org.claimtrace.cli;

import java.io.IOException;
import java.util.Locale;
import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.report.EvaluationJson;
import org.claimtrace.wording.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace evaluate}: the verdict on every claim of a file. */
final class EvaluateCommand implements Subcommand {

  private enum Format {
    TABLE,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("evaluate");
    spec.usageMessage()
        .sortOptions(false)
        .sortSynopsis(false)
        .synopsisHeading("%nUsage: ")
        .header("Derives the verdict on every claim of a file.")
        .description(
            "",
            "Nothing is looked up: a verdict follows from the evidence and the steps in the file, by rules that give anybody the"
                + " same one.",
            "")
        .footer(
            "",
            "Examples:",
            "  claimtrace evaluate claims/gpt-4o-retro.json",
            "  claimtrace evaluate claims/gpt-4o-retro.json --lang zh",
            "  claimtrace evaluate claims/gpt-4o-retro.json --as-of 2025-01",
            "  claimtrace evaluate claims/gpt-4o-retro.json --format json | jq .claims");
    spec.addPositional(PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity("1")
            .index("0")
            .type(String.class)
            .required(true)
            .description("the claim file")
            .build())
        .addOption(EvaluatorOptions.option(
            "--format", "FORMAT", "table (for people; the default) or json (for programs)"))
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
    Format format = new Words<>("--format", Format.values()).find(arguments, Format.TABLE);
    Evaluator evaluator = EvaluatorOptions.evaluator(arguments);
    int width = LayoutOptions.width(arguments, terminal);
    String wanted = LayoutOptions.language(arguments);
    ClaimFile file = ClaimFile.named(arguments.matchedPositionalValue(0, ""));
    ClaimTrace trace;
    try {
      trace = ClaimTrace.of(file.read(), evaluator);
    } catch (ClaimGraphException e) {
      terminal.say(String.valueOf(e.getMessage()));
      return ExitStatus.BAD;
    }
    EvaluatorOptions.note(trace.evaluation()).ifPresent(terminal::say);
    if (format == Format.JSON) {
      EvaluationJson.write(trace.evaluation(), terminal.out());
    } else {
      String language = wanted.isEmpty() ? Language.of(trace.graph().language()).tag() : wanted;
      new VerdictTable(trace.evaluation(), language, width, terminal.colour())
          .write(terminal.out());
    }
    return ExitStatus.FINE;
  }
}
