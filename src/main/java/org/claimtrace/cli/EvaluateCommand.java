package org.claimtrace.cli;

import java.io.IOException;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.stream.Stream;
import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.PartialDate;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.claimtrace.report.EvaluationJson;
import org.claimtrace.wording.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
    return spec.addPositional(PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity("1")
            .index("0")
            .type(String.class)
            .required(true)
            .description("the claim file")
            .build())
        .addOption(
            option("--format", "FORMAT", "table (for people; the default) or json (for programs)"))
        .addOption(OptionSpec.builder("--logic")
            .description(
                "read grades by logic alone: above one half is yes, all others are no. This is so today with and without the"
                    + " option; with it, it stays so when numbers come to count")
            .build())
        .addOption(
            option(
                "--standard",
                "STANDARD",
                "how much a verdict takes: preponderance (the default), clear-and-convincing or beyond-reasonable-doubt"))
        .addOption(option(
            "--reviews",
            "POLICY",
            "what published verdicts count for: evidence-first (the default: they stand in where a claim has no evidence),"
                + " reviews-first or evidence-only"))
        .addOption(
            option(
                "--as-of",
                "DATE",
                "evaluate the graph as it stood at the end of a day, a month or a year, such as 2026-02-13, 2026-02 or 2026"))
        .addOption(
            option(
                "--lang",
                "TAG",
                "the language of the table, such as en or zh; the graph's own unless said, if that is English or Chinese"))
        .addOption(option(
            "--width",
            "COLUMNS",
            "how wide the table may be; as wide as the terminal unless said, or 80"));
  }

  private static OptionSpec option(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(String.class)
        .description(description)
        .build();
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    Format format = new Words<>("--format", Format.values()).find(arguments, Format.TABLE);
    Evaluator evaluator = evaluator(arguments);
    int width = width(arguments, terminal);
    String wanted = language(arguments);
    ClaimFile file = ClaimFile.named(arguments.matchedPositionalValue(0, ""));
    ClaimTrace trace;
    try {
      trace = ClaimTrace.of(file.read(), evaluator);
    } catch (ClaimGraphException e) {
      terminal.say(String.valueOf(e.getMessage()));
      return ExitStatus.BAD;
    }
    if (hasNumbers(trace.graph())) {
      terminal.say(
          "claimtrace: grades are read by logic alone: above one half is yes, all others are no.");
    }
    if (format == Format.JSON) {
      EvaluationJson.write(trace.evaluation(), terminal.out());
    } else {
      String language = wanted.isEmpty() ? Language.of(trace.graph().language()).tag() : wanted;
      new VerdictTable(trace.evaluation(), language, width, terminal.colour())
          .write(terminal.out());
    }
    return ExitStatus.FINE;
  }

  private static Evaluator evaluator(ParseResult arguments) throws UsageException {
    Evaluator.Builder evaluator = Evaluator.builder()
        .standard(
            new Words<>("--standard", Standard.values()).find(arguments, Standard.PREPONDERANCE))
        .reviews(new Words<>("--reviews", ReviewPolicy.values())
            .find(arguments, ReviewPolicy.EVIDENCE_FIRST));
    if (arguments.hasMatchedOption("--as-of")) {
      evaluator.asOf(date(arguments.matchedOptionValue("--as-of", "")));
    }
    return evaluator.build();
  }

  private static PartialDate date(String text) throws UsageException {
    try {
      return PartialDate.parse(text);
    } catch (ClaimGraphException e) {
      Problem problem = e.problems().get(0);
      throw new UsageException(
          "--as-of: " + problem.message() + ". " + problem.remedy().replace("\"", ""));
    }
  }

  private static int width(ParseResult arguments, Terminal terminal) throws UsageException {
    if (!arguments.hasMatchedOption("--width")) {
      return terminal.columns();
    }
    String text = arguments.matchedOptionValue("--width", "");
    if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < Terminal.FEWEST_COLUMNS) {
      throw new UsageException(
          "--width: '" + text + "' is no width. Write a number of columns from "
              + Terminal.FEWEST_COLUMNS + " on, such as 100.");
    }
    return Integer.parseInt(text);
  }

  private static String language(ParseResult arguments) throws UsageException {
    String tag = arguments.matchedOptionValue("--lang", "");
    if (arguments.hasMatchedOption("--lang")) {
      try {
        if (!new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty()) {
          return tag;
        }
      } catch (IllformedLocaleException e) {
        // The same remedy as for a tag without a language.
      }
      throw new UsageException(
          "--lang: '" + tag + "' is no language tag. Write one such as en, zh or zh-Hant.");
    }
    return tag;
  }

  /** Whether a grade of a graph lies between yes and no. */
  private static boolean hasNumbers(ClaimGraph graph) {
    return Stream.concat(
            graph.sources().stream().map(source -> source.reliability()),
            graph.claims().stream()
                .flatMap(claim -> Stream.concat(
                    claim.evidence().stream().map(evidence -> evidence.strength()),
                    claim.inferences().stream().map(inference -> inference.strength()))))
        .anyMatch(grade -> !grade.isCertain());
  }
}
