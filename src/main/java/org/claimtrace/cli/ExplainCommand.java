package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.List;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Explanations;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimGraph.Use;
import org.claimtrace.model.Element;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace explain}: explains why claims have their verdicts, and where the argument for them breaks. */
final class ExplainCommand implements Subcommand {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "explain",
        "Tells why claims have their verdicts, and where the argument for them breaks.",
        "What is long is folded: \"… 7 more claims below it\" stands for claims that are not told. --all tells them, and so"
            + " does asking for the claim above them by its id.",
        "",
        "Examples:",
        "  claimtrace explain claims/gpt-4o-retro.json",
        "  claimtrace explain claims/gpt-4o-retro.json 4o-hazardous --lang zh",
        "  claimtrace explain claims/gpt-4o-retro.json --all | less",
        "  claimtrace explain claims/gpt-4o-retro.json --format markdown > thesis.md");
    spec.addPositional(SubcommandSpec.file())
        .addPositional(
            SubcommandSpec.any(
                1,
                "CLAIM",
                "ids of claims; unless said, those of the thesis, or where the graph has none, of the claims that nothing uses"));
    ProseOptions.addTo(spec)
        .addOption(OptionSpec.builder("--all")
            .description("tell everything, however deep and however long")
            .build());
    return EvaluatorOptions.addTo(spec);
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    ProseOptions options = ProseOptions.of(arguments, terminal);
    ClaimGraph graph = ClaimFile.named(arguments.matchedPositionalValue(0, "")).read();
    ImmutableList<String> claims = claims(graph, arguments.matchedPositionalValue(1, List.of()));
    if (claims.isEmpty()) {
      terminal.say("claimtrace: the graph has no claims to explain.");
    }
    Evaluation evaluation = EvaluatorOptions.evaluate(arguments, graph, terminal);
    Explanations explanations = Explanations.of(evaluation, claims);
    options.write(terminal, explanations);
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
      if (graph.dependents(claim.id()).stream().noneMatch(ExplainCommand::isPartOfAnArgument)) {
        claims.add(claim.id());
      }
    }
    ImmutableList<String> unused = claims.build();
    return unused.isEmpty()
        ? graph.claims().stream().limit(1).map(Claim::id).collect(ImmutableList.toImmutableList())
        : unused;
  }

  /** Returns whether a use makes a claim a part of an argument for another; a contradiction, or an answer to a question, does not. */
  private static boolean isPartOfAnArgument(Use use) {
    return (use.user().kind() == Element.Kind.INFERENCE && use.role() != Use.Role.ANSWER)
        || use.user().kind() == Element.Kind.EVIDENCE;
  }
}
