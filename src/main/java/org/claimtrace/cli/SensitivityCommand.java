package org.claimtrace.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.report.SensitivityJson;
import org.claimtrace.sensitivity.Sensitivity;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace sensitivity}: what a verdict rests on, what it turns on, and what would change it. */
final class SensitivityCommand implements Subcommand {

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
    CommandSpec spec = CommandSpec.create().name("sensitivity");
    spec.usageMessage()
        .sortOptions(false)
        .sortSynopsis(false)
        .synopsisHeading("%nUsage: ")
        .header("Tells what a verdict rests on, what it turns on, and what would change it.")
        .description(
            "",
            "It names the sources without which the verdict would be another, alone or together; how much hangs on each source and"
                + " step; and the smallest changes to what is entered that change the verdict.",
            "")
        .footer(
            "",
            "Examples:",
            "  claimtrace sensitivity claims/gpt-4o-retro.json 4o-taken-to-extend-elite-lives",
            "  claimtrace sensitivity claims/gpt-4o-retro.json 4o-hazardous --to unverified",
            "  claimtrace sensitivity claims/gpt-4o-retro.json 4o-hazardous --logic --format json");
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
            "--to",
            "VERDICT",
            "tell what it would take for this verdict; unless said, for any other"))
        .addOption(
            OptionSpec.builder("--all").description("tell long lists whole").build())
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
    Optional<Verdict> wanted = arguments.hasMatchedOption("--to")
        ? Optional.of(new Words<>("--to", Verdict.values()).find(arguments, Verdict.SUPPORTED))
        : Optional.empty();
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
    if (wanted.filter(evaluation.verdict(claim)::equals).isPresent()) {
      throw new UsageException(
          "Claim '" + claim + "' is " + wanted.get() + " already: ask for another verdict.");
    }
    Sensitivity sensitivity = wanted.isPresent()
        ? Sensitivity.of(evaluation, claim, wanted.get())
        : Sensitivity.of(evaluation, claim);
    switch (format) {
      case JSON -> SensitivityJson.write(sensitivity, terminal.out());
      case MARKDOWN -> terminal.out().write(sensitivity.toMarkdown(style));
      case TEXT -> terminal.out().write(sensitivity.toText(style));
    }
    return ExitStatus.FINE;
  }
}
