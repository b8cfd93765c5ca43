package org.claimtrace.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.report.ChangesJson;
import org.claimtrace.sensitivity.Changes;
import org.claimtrace.wording.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace diff}: which verdicts differ between two files, or in one between two dates, and why. */
final class DiffCommand implements Subcommand {

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
    CommandSpec spec = CommandSpec.create().name("diff");
    spec.usageMessage()
        .sortOptions(false)
        .sortSynopsis(false)
        .synopsisHeading("%nUsage: ")
        .header(
            "Tells which verdicts differ between two versions of a file, or between two dates, and why.")
        .description(
            "",
            "A cause is the fewest changes that, made to OLD alone, give the verdict of NEW. As Markdown the result is a note of"
                + " corrections that can be published as it is.",
            "")
        .footer(
            "",
            "Examples:",
            "  claimtrace diff yesterday.json today.json",
            "  claimtrace diff claims/gpt-4o-retro.json --from 2025-01 --to 2026-02",
            "  claimtrace diff yesterday.json today.json --format markdown > corrections.md",
            "  git show HEAD~1:claims/gpt-4o-retro.json > old.json; claimtrace diff old.json claims/gpt-4o-retro.json",
            "",
            "Exit status: 0 whether verdicts differ or not, unless --exit-code asks; 2 bad input or usage.");
    spec.addPositional(PositionalParamSpec.builder()
            .paramLabel("OLD")
            .arity("1")
            .index("0")
            .type(String.class)
            .required(true)
            .description("the claim file as it was; or the one file, with --from")
            .build())
        .addPositional(PositionalParamSpec.builder()
            .paramLabel("NEW")
            .arity("0..1")
            .index("1")
            .type(String.class)
            .description("the claim file as it is")
            .build())
        .addOption(EvaluatorOptions.option(
            "--from", "DATE", "look at OLD as it stood at the end of a day, a month or a year"))
        .addOption(EvaluatorOptions.option(
            "--to", "DATE", "look at NEW as it stood then; unless said, everything in it counts"))
        .addOption(EvaluatorOptions.option(
            "--format",
            "FORMAT",
            "text (the default), markdown (to publish) or json (for programs)"))
        .addOption(EvaluatorOptions.option(
            "--lang",
            "TAG",
            "the language, en or zh; that of NEW unless said, if that is English or Chinese"))
        .addOption(EvaluatorOptions.option(
            "--width",
            "COLUMNS",
            "how wide a line of text may be; as wide as the terminal unless said, or 80"))
        .addOption(OptionSpec.builder("--exit-code")
            .description("end with 1 if a verdict differs")
            .build());
    return EvaluatorOptions.addTo(spec);
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    Format format = new Words<>("--format", Format.values()).find(arguments, Format.TEXT);
    Style style = style(arguments, terminal, format == Format.TEXT);
    String old = arguments.matchedPositionalValue(0, "");
    String current = arguments.matchedPositionalValue(1, "");
    if (current.isEmpty() && !arguments.hasMatchedOption("--from")) {
      throw new UsageException(
          "diff compares two files, OLD and NEW, or one with itself at an earlier date: --from DATE.");
    }
    if (arguments.hasMatchedOption("--as-of")
        && (arguments.hasMatchedOption("--from") || arguments.hasMatchedOption("--to"))) {
      throw new UsageException(
          "--as-of gives both sides one date, --from and --to each its own. Write one or the other.");
    }
    Evaluator.Builder before = EvaluatorOptions.builder(arguments);
    Evaluator.Builder after = EvaluatorOptions.builder(arguments);
    if (arguments.hasMatchedOption("--from")) {
      before.asOf(EvaluatorOptions.date(arguments, "--from"));
    }
    if (arguments.hasMatchedOption("--to")) {
      after.asOf(EvaluatorOptions.date(arguments, "--to"));
    }
    List<ClaimGraph> graphs;
    try {
      ClaimGraph was = ClaimFile.named(old).read();
      graphs = List.of(was, current.isEmpty() ? was : ClaimFile.named(current).read());
    } catch (ClaimGraphException e) {
      terminal.say(String.valueOf(e.getMessage()));
      return ExitStatus.BAD;
    }
    Evaluation then = before.build().evaluate(graphs.get(0));
    Evaluation now = after.build().evaluate(graphs.get(1));
    EvaluatorOptions.note(now).ifPresent(terminal::say);
    Changes changes = Changes.between(then, now);
    switch (format) {
      case JSON -> ChangesJson.write(changes, terminal.out());
      case MARKDOWN -> terminal.out().write(changes.toMarkdown(style));
      case TEXT -> terminal.out().write(changes.toText(style));
    }
    return arguments.hasMatchedOption("--exit-code") && !changes.changed().isEmpty()
        ? ExitStatus.FELL_SHORT
        : ExitStatus.FINE;
  }

  /** How a result is told that knows only English and Chinese. */
  static Style style(ParseResult arguments, Terminal terminal, boolean isText)
      throws UsageException {
    Style.Builder style = Style.builder()
        .width(LayoutOptions.width(arguments, terminal))
        .all(arguments.hasMatchedOption("--all"))
        .colour(terminal.colour() && isText);
    String wanted = LayoutOptions.language(arguments);
    if (!wanted.isEmpty()) {
      style.language(Language.of(wanted).tag());
    }
    return style.build();
  }
}
