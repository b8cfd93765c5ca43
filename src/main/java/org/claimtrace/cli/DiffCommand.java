package org.claimtrace.cli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.claimtrace.change.Changes;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.model.ClaimGraph;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code claimtrace diff}: shows which verdicts differ between two files, or between two dates, standards or policies for one
 * file, and why.
 */
final class DiffCommand implements Subcommand {

  private static final String FROM = "--from";
  private static final String TO = "--to";
  private static final String NEW_STANDARD = "--new-standard";
  private static final String NEW_REVIEWS = "--new-reviews";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "diff",
        "Tells which verdicts differ between two versions of a file, or between two dates, standards or policies, and why.",
        "A cause is the fewest changes that, made to OLD alone, give the verdict of NEW. As Markdown the result is a note of"
            + " corrections that can be published as it is.",
        "",
        "Examples:",
        "  claimtrace diff yesterday.json today.json",
        "  claimtrace diff claims/gpt-4o-retro.json --from 2025-01 --to 2026-02",
        "  claimtrace diff claims/gpt-4o-retro.json --new-standard beyond-reasonable-doubt",
        "  claimtrace diff yesterday.json today.json --format markdown > corrections.md",
        "  git show HEAD~1:claims/gpt-4o-retro.json | claimtrace diff - claims/gpt-4o-retro.json",
        "",
        "Exit status: 0 whether verdicts differ or not, unless --exit-code asks; 2 bad input or usage.");
    spec.addPositional(SubcommandSpec.required(
            0,
            "OLD",
            "the claim file as it was; or the one file, with an option that tells its sides apart; - is"
                + " standard input"))
        .addPositional(SubcommandSpec.optional(1, "NEW", "the claim file as it is"))
        .addOption(EvaluatorOptions.option(
            FROM, "DATE", "look at OLD as it stood at the end of a day, a month or a year"))
        .addOption(EvaluatorOptions.option(
            TO, "DATE", "look at NEW as it stood then; unless said, everything in it counts"))
        .addOption(EvaluatorOptions.option(
            NEW_STANDARD,
            "STANDARD",
            "judge NEW by another standard than --standard, by which OLD is"))
        .addOption(
            EvaluatorOptions.option(
                NEW_REVIEWS,
                "POLICY",
                "let published verdicts count in NEW by another policy than --reviews, by which they do in OLD"));
    ProseOptions.addTo(
            spec,
            "text (the default), markdown (to publish) or json (for programs)",
            "the language, en or zh; that of NEW unless said, if that is English or Chinese")
        .addOption(OptionSpec.builder("--exit-code")
            .description("end with 1 if a verdict differs")
            .build());
    return EvaluatorOptions.addTo(spec);
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    ProseOptions options = ProseOptions.of(arguments, terminal);
    String old = arguments.matchedPositionalValue(0, "");
    boolean one = !arguments.hasMatchedPositional(1);
    if (one && Stream.of(FROM, NEW_STANDARD, NEW_REVIEWS).noneMatch(arguments::hasMatchedOption)) {
      throw new UsageException(
          "diff compares two files, OLD and NEW; or one with itself: at an earlier date with --from DATE, by another"
              + " standard with --new-standard STANDARD, under another policy with --new-reviews POLICY.");
    }
    if (arguments.hasMatchedOption("--as-of")
        && (arguments.hasMatchedOption(FROM) || arguments.hasMatchedOption(TO))) {
      throw new UsageException(
          "--as-of gives both sides one date, --from and --to each its own. Write one or the other.");
    }
    Evaluator.Builder before = EvaluatorOptions.builder(arguments);
    if (arguments.hasMatchedOption(FROM)) {
      before.asOf(EvaluatorOptions.date(arguments, FROM));
    }
    Evaluator.Builder after = after(arguments);
    String next = one ? "" : arguments.matchedPositionalValue(1, "");
    List<ClaimFile> files = ClaimFile.named(one ? List.of(old) : List.of(old, next));
    ClaimGraph was = files.get(0).read();
    ClaimGraph is = one ? was : files.get(1).read();
    Evaluation then = before.build().evaluate(was);
    Evaluation now = after.build().evaluate(is);
    EvaluatorOptions.note(now).ifPresent(terminal::say);
    Changes changes = Changes.between(then, now);
    options.write(terminal, changes);
    return arguments.hasMatchedOption("--exit-code") && !changes.changed().isEmpty()
        ? ExitStatus.FELL_SHORT
        : ExitStatus.FINE;
  }

  private static Evaluator.Builder after(ParseResult arguments) throws UsageException {
    Evaluator.Builder after = EvaluatorOptions.builder(arguments);
    if (arguments.hasMatchedOption(TO)) {
      after.asOf(EvaluatorOptions.date(arguments, TO));
    }
    if (arguments.hasMatchedOption(NEW_STANDARD)) {
      after.standard(new Words<>(NEW_STANDARD, Standard.values())
          .find(arguments.matchedOptionValue(NEW_STANDARD, "")));
    }
    if (arguments.hasMatchedOption(NEW_REVIEWS)) {
      after.reviews(new Words<>(NEW_REVIEWS, ReviewPolicy.values())
          .find(arguments.matchedOptionValue(NEW_REVIEWS, "")));
    }
    return after;
  }
}
