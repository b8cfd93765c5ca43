package org.claimtrace.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Verdict;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace whynot}: explains why a claim does not have another verdict. */
final class WhyNotCommand implements Subcommand {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "whynot",
        "Tells why a claim has its verdict, and not another one.",
        "The verdict asked about is supported, misleading, refuted, conflicting or unverified.",
        "",
        "Examples:",
        "  claimtrace whynot claims/gpt-4o-retro.json 4o-taken-to-extend-elite-lives supported",
        "  claimtrace whynot claims/gpt-4o-retro.json 4o-hazardous refuted --standard beyond-reasonable-doubt");
    spec.addPositional(SubcommandSpec.file())
        .addPositional(SubcommandSpec.claim())
        .addPositional(SubcommandSpec.required(2, "VERDICT", "the verdict that it does not have"));
    ProseOptions.addTo(spec);
    return EvaluatorOptions.addTo(spec);
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    ProseOptions options = ProseOptions.of(arguments, terminal);
    Verdict other = verdict(arguments.matchedPositionalValue(2, ""));
    ClaimGraph graph = ClaimFile.named(arguments.matchedPositionalValue(0, "")).read();
    String claim = new ElementName(graph).claim(arguments.matchedPositionalValue(1, ""));
    Evaluation evaluation = EvaluatorOptions.evaluate(arguments, graph, terminal);
    if (evaluation.verdict(claim) == other) {
      throw new UsageException(
          "Claim '" + claim + "' is " + other + ": ask about another verdict.");
    }
    Contrast contrast = Contrast.of(evaluation, claim, other);
    options.write(terminal, contrast);
    return ExitStatus.FINE;
  }

  private static Verdict verdict(String word) throws UsageException {
    ImmutableList<String> known =
        Stream.of(Verdict.values()).map(Verdict::toString).collect(toImmutableList());
    return Verdict.find(word)
        .orElseThrow(() -> new UsageException(
            "whynot knows no verdict '" + word + "'. " + Words.suggestion(word, known)));
  }
}
