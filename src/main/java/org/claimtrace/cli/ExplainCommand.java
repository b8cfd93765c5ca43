package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.List;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Explanations;
import org.claimtrace.model.ClaimGraph;
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
                "ids of claims; unless said, those of the thesis, or where the graph has none, of the first 20 claims that nothing uses"));
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
    ImmutableList<String> asked = asked(graph, arguments.matchedPositionalValue(1, List.of()));
    Evaluation evaluation = EvaluatorOptions.evaluate(arguments, graph, terminal);
    Explanations explanations =
        asked.isEmpty() ? Explanations.of(evaluation) : Explanations.of(evaluation, asked);
    if (explanations.claimIds().isEmpty()) {
      terminal.say("claimtrace: the graph has no claims to explain.");
    }
    options.write(terminal, explanations);
    return ExitStatus.FINE;
  }

  private static ImmutableList<String> asked(ClaimGraph graph, List<String> names)
      throws UsageException {
    ImmutableList.Builder<String> claims = ImmutableList.builder();
    if (!names.isEmpty()) {
      ElementName elements = new ElementName(graph);
      for (String name : names) {
        claims.add(elements.claim(name));
      }
    }
    return claims.build();
  }
}
