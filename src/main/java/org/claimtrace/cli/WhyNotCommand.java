package org.claimtrace.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.DidYouMean;
import org.claimtrace.report.ContrastJson;
import org.claimtrace.sensitivity.Contrast;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace whynot}: why a claim has its verdict, and not another one. */
final class WhyNotCommand implements Subcommand {

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
    CommandSpec spec = CommandSpec.create().name("whynot");
    spec.usageMessage()
        .sortOptions(false)
        .sortSynopsis(false)
        .synopsisHeading("%nUsage: ")
        .header("Tells why a claim has its verdict, and not another one.")
        .description(
            "",
            "The verdict asked about is supported, misleading, refuted, conflicting or unverified.",
            "")
        .footer(
            "",
            "Examples:",
            "  claimtrace whynot claims/gpt-4o-retro.json 4o-taken-to-extend-elite-lives supported",
            "  claimtrace whynot claims/gpt-4o-retro.json 4o-hazardous refuted --standard beyond-reasonable-doubt");
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
        .addPositional(PositionalParamSpec.builder()
            .paramLabel("VERDICT")
            .arity("1")
            .index("2")
            .type(String.class)
            .required(true)
            .description("the verdict that it does not have")
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
    Verdict other = verdict(arguments.matchedPositionalValue(2, ""));
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
    if (evaluation.verdict(claim) == other) {
      throw new UsageException(
          "Claim '" + claim + "' is " + other + ": ask about another verdict.");
    }
    Contrast contrast = Contrast.of(evaluation, claim, other);
    switch (format) {
      case JSON -> ContrastJson.write(contrast, terminal.out());
      case MARKDOWN -> terminal.out().write(contrast.toMarkdown(style));
      case TEXT -> terminal.out().write(contrast.toText(style));
    }
    return ExitStatus.FINE;
  }

  private static Verdict verdict(String word) throws UsageException {
    List<String> known =
        List.of(Verdict.values()).stream().map(Verdict::toString).toList();
    return Verdict.find(word)
        .orElseThrow(() -> new UsageException("whynot knows no verdict '" + word + "'. "
            + new DidYouMean(known).orElse(word, "It knows: " + String.join(", ", known) + ".")));
  }
}
