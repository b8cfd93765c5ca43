package org.claimtrace.cli;

import java.io.IOException;
import java.util.Optional;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.sensitivity.SourceInfluence;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace rests-on}: shows the verdicts that change without a source, or their number for each source. */
final class RestsOnCommand implements Subcommand {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "rests-on",
        "Tells which verdicts rest on a source, or how many rest on each.",
        "A verdict rests on a source if it would be another without it, everything else being as it is. Without SOURCE, the"
            + " sources are told by how many verdicts each of them alone holds up.",
        "",
        "Examples:",
        "  claimtrace rests-on claims/gpt-4o-retro.json",
        "  claimtrace rests-on claims/gpt-4o-retro.json netease-article",
        "  claimtrace rests-on claims/gpt-4o-retro.json --logic --format json");
    spec.addPositional(SubcommandSpec.file())
        .addPositional(
            SubcommandSpec.optional(1, "SOURCE", "the id of a source; every one unless said"));
    ProseOptions.addTo(spec);
    return EvaluatorOptions.addTo(spec);
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    ProseOptions options = ProseOptions.of(arguments, terminal);
    ClaimGraph graph = ClaimFile.named(arguments.matchedPositionalValue(0, "")).read();
    Optional<String> source = arguments.hasMatchedPositional(1)
        ? Optional.of(new ElementName(graph).source(arguments.matchedPositionalValue(1, "")))
        : Optional.empty();
    Evaluation evaluation = EvaluatorOptions.evaluate(arguments, graph, terminal);
    SourceInfluence influence = source.isPresent()
        ? SourceInfluence.of(evaluation, source.get())
        : SourceInfluence.of(evaluation);
    options.write(terminal, influence);
    return ExitStatus.FINE;
  }
}
