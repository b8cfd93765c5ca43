package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.claimtrace.problem.ClaimGraphException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace validate}: everything that is wrong with files. */
final class ValidateCommand implements Subcommand {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("validate");
    spec.usageMessage()
        .sortOptions(false)
        .sortSynopsis(false)
        .synopsisHeading("%nUsage: ")
        .header("Tells everything that is wrong with claim files.")
        .description(
            "",
            "Each problem is told on a line of its own, with its place, its code, what is wrong and what to write instead.",
            "")
        .footer(
            "",
            "Examples:",
            "  claimtrace validate claims/gpt-4o-retro.json",
            "  claimtrace validate claims");
    return spec.addPositional(PositionalParamSpec.builder()
        .paramLabel("PATH")
        .arity("1..*")
        .index("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .required(true)
        .description(
            "claim files, and folders in which, at any depth, every file that ends in .json is one; what is hidden is passed over")
        .build());
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    ImmutableList.Builder<ClaimFile> named = ImmutableList.builder();
    for (String name : arguments.matchedPositionalValue(0, List.<String>of())) {
      named.add(ClaimFile.named(name));
    }
    int valid = 0;
    int broken = 0;
    for (ClaimFile path : named.build()) {
      Folder folder = Files.isDirectory(path.path()) ? Folder.walk(path) : Folder.of(path);
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
