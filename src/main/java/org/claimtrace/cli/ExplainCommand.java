package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.claimtrace.ClaimTrace;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Use;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.report.ExplanationJson;
import org.claimtrace.wording.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace explain}: why claims have their verdicts, and where the argument for them breaks. */
final class ExplainCommand implements Subcommand {

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
    CommandSpec spec = CommandSpec.create().name("explain");
    spec.usageMessage()
        .sortOptions(false)
        .sortSynopsis(false)
        .synopsisHeading("%nUsage: ")
        .header("Tells why claims have their verdicts, and where the argument for them breaks.")
        .description(
            "",
            "What is long is folded: \"… 7 more claims below it\" stands for claims that are not told. --all tells them, and so"
                + " does asking for the claim above them by its id.",
            "")
        .footer(
            "",
            "Examples:",
            "  claimtrace explain claims/gpt-4o-retro.json",
            "  claimtrace explain claims/gpt-4o-retro.json 4o-hazardous --lang zh",
            "  claimtrace explain claims/gpt-4o-retro.json --all | less",
            "  claimtrace explain claims/gpt-4o-retro.json --format markdown > thesis.md");
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
            .arity("0..*")
            .index("1..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "ids of claims; unless said, those of the thesis, or where the graph has none, of the claims that nothing uses")
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
            "how wide a line of text may be; as wide as the terminal unless said, or 80"))
        .addOption(OptionSpec.builder("--all")
            .description("tell everything, however deep and however long")
            .build());
    return EvaluatorOptions.addTo(spec);
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    Format format = new Words<>("--format", Format.values()).find(arguments, Format.TEXT);
    Style.Builder style = Style.builder()
        .width(LayoutOptions.width(arguments, terminal))
        .all(arguments.hasMatchedOption("--all"))
        .colour(terminal.colour() && format == Format.TEXT);
    String wanted = LayoutOptions.language(arguments);
    if (!wanted.isEmpty()) {
      style.language(Language.of(wanted).tag());
    }
    ClaimFile file = ClaimFile.named(arguments.matchedPositionalValue(0, ""));
    ClaimTrace trace;
    try {
      trace = ClaimTrace.of(file.read(), EvaluatorOptions.evaluator(arguments));
    } catch (ClaimGraphException e) {
      terminal.say(String.valueOf(e.getMessage()));
      return ExitStatus.BAD;
    }
    ImmutableList<String> claims =
        claims(trace.graph(), arguments.matchedPositionalValue(1, List.of()));
    if (claims.isEmpty()) {
      terminal.say("claimtrace: the graph has no claims to explain.");
    }
    EvaluatorOptions.note(trace.evaluation()).ifPresent(terminal::say);
    if (format == Format.JSON) {
      ImmutableList.Builder<Explanation> explanations = ImmutableList.builder();
      claims.forEach(id -> explanations.add(trace.explain(id)));
      ExplanationJson.write(trace.evaluation(), explanations.build(), terminal.out());
      return ExitStatus.FINE;
    }
    String between = "";
    for (String id : claims) {
      Explanation explanation = trace.explain(id);
      terminal.out().write(between);
      terminal
          .out()
          .write(
              format == Format.TEXT
                  ? explanation.toText(style.build())
                  : explanation.toMarkdown(style.build()));
      between = format == Format.TEXT ? "\n\n" : "\n";
    }
    return ExitStatus.FINE;
  }

  private static ImmutableList<String> claims(ClaimGraph graph, List<String> asked)
      throws UsageException {
    ImmutableList.Builder<String> claims = ImmutableList.builder();
    if (!asked.isEmpty()) {
      ElementName names = new ElementName(graph);
      for (String name : asked) {
        claims.add(names.claim(name));
      }
      return claims.build();
    }
    if (!graph.thesis().isEmpty()) {
      return graph.thesis();
    }
    for (Claim claim : graph.claims()) {
      if (graph.dependents(claim.id()).stream().noneMatch(ExplainCommand::carriesOn)) {
        claims.add(claim.id());
      }
    }
    ImmutableList<String> unused = claims.build();
    return unused.isEmpty()
        ? graph.claims().stream().limit(1).map(Claim::id).collect(ImmutableList.toImmutableList())
        : unused;
  }

  /** Whether a use makes a claim a part of another argument: that a claim contradicts it, or answers a question, does not. */
  private static boolean carriesOn(Use use) {
    return (use.user().kind() == Element.Kind.INFERENCE && use.role() != Use.Role.ANSWER)
        || use.user().kind() == Element.Kind.EVIDENCE;
  }
}
