package org.claimtrace.cli;

import java.io.IOException;
import org.claimtrace.problem.ClaimGraphException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace validate}: reports all problems of files. */
final class ValidateCommand implements Subcommand {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "validate",
        "Tells everything that is wrong with claim files.",
        "Each problem is told on a line of its own, with its place, its code, what is wrong and what to write instead.",
        "",
        "Examples:",
        "  claimtrace validate claims/gpt-4o-retro.json",
        "  claimtrace validate claims");
    return spec.addPositional(Folder.parameter());
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    int valid = 0;
    int broken = 0;
    for (Folder folder : Folder.named(arguments)) {
      for (String problem : folder.problems()) {
        terminal.result(problem);
        broken++;
      }
      for (ClaimFile file : folder.files()) {
        try {
          file.read();
          valid++;
        } catch (ClaimGraphException e) {
          terminal.result(String.valueOf(e.getMessage()));
          broken++;
        }
      }
    }
    terminal.out().flush();
    terminal.say("claimtrace: " + summary(valid, broken));
    return broken == 0 ? ExitStatus.FINE : ExitStatus.BAD;
  }

  private static String summary(int valid, int broken) {
    String good = valid + (valid == 1 ? " file is valid" : " files are valid");
    String bad = broken + (broken == 1 ? " is not" : " are not");
    return broken == 0 ? good + "." : good + ", " + bad + ".";
  }
}
