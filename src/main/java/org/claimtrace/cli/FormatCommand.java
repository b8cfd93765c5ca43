package org.claimtrace.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import org.claimtrace.json.ClaimDocument;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.wording.Isolation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace format}: rewrites files in canonical form. */
final class FormatCommand implements Subcommand {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "format",
        "Rewrites claim files in their canonical form, and names those it changed.",
        "A file is replaced whole or not at all; one with a problem is left alone, and so is one"
            + " that somebody changes meanwhile; the others are rewritten all the same.",
        "",
        "Examples:",
        "  claimtrace format claims/gpt-4o-retro.json",
        "  claimtrace format --check claims/*.json");
    return spec.addPositional(SubcommandSpec.atLeastOne(
            "FILE", "the claim files; - is standard input, whose canonical form is printed"))
        .addOption(OptionSpec.builder("--check")
            .description(
                "change nothing; name the files that are not in canonical form, and exit with 1 if there are any")
            .build());
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    boolean check = arguments.hasMatchedOption("--check");
    List<ClaimFile> files = ClaimFile.named(arguments.matchedPositionalValue(0, List.<String>of()));
    ExitStatus status = ExitStatus.FINE;
    for (ClaimFile file : files) {
      status = status.and(format(file, check, terminal));
    }
    if (status == ExitStatus.FELL_SHORT) {
      terminal.out().flush();
      terminal.say("claimtrace: not in canonical form. Rewrite with 'claimtrace format'.");
    }
    return status;
  }

  private static ExitStatus format(ClaimFile file, boolean check, Terminal terminal)
      throws IOException {
    ClaimDocument document;
    try {
      document = file.document();
    } catch (ClaimGraphException e) {
      terminal.say(String.valueOf(e.getMessage()));
      return ExitStatus.BAD;
    }
    if (file.isStandardInput() && !check) {
      terminal.out().write(ClaimJson.write(document.graph()));
      return ExitStatus.FINE;
    }
    boolean canonical;
    try {
      canonical = check
          ? document.isCanonical()
          : !ClaimJson.rewrite(document, file.path().orElseThrow());
    } catch (IOException e) {
      terminal.say(Isolation.isolated(file.name()) + ": cannot be rewritten: " + reason(e)
          + ". It is left as it is.");
      return ExitStatus.BAD;
    }
    if (canonical) {
      return ExitStatus.FINE;
    }
    terminal.result(file.name());
    return check ? ExitStatus.FELL_SHORT : ExitStatus.FINE;
  }

  /** Returns why a file cannot be written, without its name. */
  private static String reason(IOException failure) {
    String reason = failure instanceof FileSystemException refusal ? refusal.getReason() : null;
    return reason == null ? String.valueOf(failure.getMessage()) : reason;
  }
}
