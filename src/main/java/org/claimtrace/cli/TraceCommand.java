package org.claimtrace.cli;

import java.io.IOException;
import java.util.Locale;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.BestChains;
import org.claimtrace.explanation.Chains;
import org.claimtrace.explanation.Style;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.report.ChainJson;
import org.claimtrace.wording.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace trace}: the chains from a claim down to its deepest sources, and where they break. */
final class TraceCommand implements Subcommand {

  private static final int MOST_UNLESS_SAID = 5;

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
    CommandSpec spec = CommandSpec.create().name("trace");
    spec.usageMessage()
        .sortOptions(false)
        .sortSynopsis(false)
        .synopsisHeading("%nUsage: ")
        .header(
            "Traces a claim to its deepest sources, chain by chain, and tells where chains break.")
        .description(
            "",
            "The chains that are most likely to hold come first, those that break last. --by shows an argument as one source tells"
                + " it, apart from what others say.",
            "")
        .footer(
            "",
            "Examples:",
            "  claimtrace trace claims/gpt-4o-retro.json 4b-micro-is-separate-model",
            "  claimtrace trace claims/gpt-4o-retro.json 4o-taken-to-extend-elite-lives --by x-post",
            "  claimtrace trace claims/gpt-4o-retro.json 4o-hazardous --most 20 --format json");
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
        .addOption(
            EvaluatorOptions.option(
                "--by",
                "SOURCE",
                "only the chains that begin with lines of one source, as it tells them, down to what they rest on"))
        .addOption(EvaluatorOptions.option(
            "--most", "NUMBER", "how many chains at most; " + MOST_UNLESS_SAID + " unless said"))
        .addOption(EvaluatorOptions.option(
            "--format", "FORMAT", "text (the default), markdown or json (for programs)"))
        .addOption(EvaluatorOptions.option(
            "--lang",
            "TAG",
            "the language, en or zh; the graph's own unless said, if that is English or Chinese"))
        .addOption(EvaluatorOptions.option(
            "--width",
            "COLUMNS",
            "how wide a line of text may be; as wide as the terminal unless said, or 80"))
        .addOption(OptionSpec.builder("--all")
            .description(
                "tell every step of a long chain, with the notes on it and the ids of claims")
            .build());
    return EvaluatorOptions.addTo(spec);
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    Format format = new Words<>("--format", Format.values()).find(arguments, Format.TEXT);
    int most = most(arguments);
    Style.Builder style = Style.builder()
        .width(LayoutOptions.width(arguments, terminal))
        .all(arguments.hasMatchedOption("--all"))
        .colour(terminal.colour() && format == Format.TEXT);
    String wanted = LayoutOptions.language(arguments);
    if (!wanted.isEmpty()) {
      style.language(Language.of(wanted).tag());
    }
    ClaimFile file = ClaimFile.named(arguments.matchedPositionalValue(0, ""));
    Evaluation evaluation;
    try {
      evaluation = EvaluatorOptions.evaluator(arguments).evaluate(file.read());
    } catch (ClaimGraphException e) {
      terminal.say(String.valueOf(e.getMessage()));
      return ExitStatus.BAD;
    }
    ElementName names = new ElementName(evaluation.graph());
    Chains chains = Chains.of(evaluation, names.claim(arguments.matchedPositionalValue(1, "")));
    if (arguments.hasMatchedOption("--by")) {
      chains = chains.by(names.source(arguments.matchedOptionValue("--by", "")));
    }
    EvaluatorOptions.note(evaluation).ifPresent(terminal::say);
    BestChains best = chains.best(most);
    switch (format) {
      case TEXT -> terminal.out().write(best.toText(style.build()));
      case MARKDOWN -> terminal.out().write(best.toMarkdown(style.build()));
      case JSON -> ChainJson.write(best, terminal.out());
    }
    return ExitStatus.FINE;
  }

  private static int most(ParseResult arguments) throws UsageException {
    if (!arguments.hasMatchedOption("--most")) {
      return MOST_UNLESS_SAID;
    }
    String text = arguments.matchedOptionValue("--most", "");
    if (!text.matches("[1-9][0-9]{0,6}")) {
      throw new UsageException(
          "--most: '" + text + "' does not do. Write how many chains to tell, such as 20.");
    }
    return Integer.parseInt(text);
  }
}
