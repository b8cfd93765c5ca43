package org.claimtrace.cli;

import java.io.IOException;
import java.util.Optional;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Verdict;
import org.claimtrace.sensitivity.Sensitivity;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace sensitivity}: shows the sources on which a verdict rests, its pivots, and the smallest changes that change it. */
final class SensitivityCommand implements Subcommand {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "sensitivity",
        "Tells what a verdict rests on, what it turns on, and what would change it.",
        "It names the sources without which the verdict would be another, alone or together; how much hangs on each source and"
            + " step; and the smallest changes to what is entered that change the verdict.",
        "",
        "Examples:",
        "  claimtrace sensitivity claims/gpt-4o-retro.json 4o-taken-to-extend-elite-lives",
        "  claimtrace sensitivity claims/gpt-4o-retro.json 4o-hazardous --to unverified",
        "  claimtrace sensitivity claims/gpt-4o-retro.json 4o-hazardous --logic --format json");
    spec.addPositional(SubcommandSpec.file())
        .addPositional(SubcommandSpec.claim())
        .addOption(EvaluatorOptions.option(
            "--to",
            "VERDICT",
            "tell what it would take for this verdict; unless said, for any other"))
        .addOption(
            OptionSpec.builder("--all").description("tell long lists whole").build());
    ProseOptions.addTo(spec);
    return EvaluatorOptions.addTo(spec);
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    ProseOptions options = ProseOptions.of(arguments, terminal);
    Optional<Verdict> wanted = arguments.hasMatchedOption("--to")
        ? Optional.of(new Words<>("--to", Verdict.values()).find(arguments, Verdict.SUPPORTED))
        : Optional.empty();
    ClaimGraph graph = ClaimFile.named(arguments.matchedPositionalValue(0, "")).read();
    String claim = new ElementName(graph).claim(arguments.matchedPositionalValue(1, ""));
    Evaluation evaluation = EvaluatorOptions.evaluate(arguments, graph, terminal);
    if (wanted.filter(evaluation.verdict(claim)::equals).isPresent()) {
      throw new UsageException(
          "Claim '" + claim + "' is " + wanted.get() + " already: ask for another verdict.");
    }
    Sensitivity sensitivity = wanted.isPresent()
        ? Sensitivity.of(evaluation, claim, wanted.get())
        : Sensitivity.of(evaluation, claim);
    options.write(terminal, sensitivity);
    return ExitStatus.FINE;
  }
}
