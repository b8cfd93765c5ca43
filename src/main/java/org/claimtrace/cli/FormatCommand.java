package org.claimtrace.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.problem.ClaimGraphException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace format}: files in canonical form. */
final class FormatCommand implements Subcommand {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "format",
        "Rewrites claim files in their canonical form, and names those it changed.",
        "A file is replaced whole or not at all; one with a problem is left alone, and the others are rewritten all the same.",
        "",
        "Examples:",
        "  claimtrace format claims/gpt-4o-retro.json",
        "  claimtrace format --check claims/*.json");
    return spec.addPositional(SubcommandSpec.atLeastOne("FILE", "the claim files"))
        .addOption(OptionSpec.builder("--check")
            .description(
                "change nothing; name the files that are not in canonical form, and exit with 1 if there are any")
            .build());
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    boolean check = arguments.hasMatchedOption("--check");
    ExitStatus status = ExitStatus.FINE;
    for (String name : arguments.matchedPositionalValue(0, List.<String>of())) {
      status = status.and(format(ClaimFile.named(name), check, terminal));
    }
    if (status == ExitStatus.FELL_SHORT) {
      terminal.out().flush();
      terminal.say("claimtrace: not in canonical form. Rewrite with 'claimtrace format'.");
    }
    return status;
  }

  private static ExitStatus format(ClaimFile file, boolean check, Terminal terminal)
      throws IOException {
    ClaimGraph graph;
    try {
      graph = file.read();
    } catch (ClaimGraphException e) {
      terminal.say(String.valueOf(e.getMessage()));
      return ExitStatus.BAD;
    }
    try {
      byte[] canonical = ClaimJson.write(graph).getBytes(StandardCharsets.UTF_8);
      if (Arrays.equals(Files.readAllBytes(file.path()), canonical)) {
        return ExitStatus.FINE;
      }
      if (!check) {
        ClaimJson.write(graph, file.path());
      }
    } catch (IOException e) {
      terminal.say(file.name() + ": cannot be rewritten: " + e.getMessage() + ". It is as it was.");
      return ExitStatus.BAD;
    }
    terminal.result(file.name());
    return check ? ExitStatus.FELL_SHORT : ExitStatus.FINE;
  }
}
