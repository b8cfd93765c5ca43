package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.report.ResultJson;
import org.claimtrace.report.ResultJson.ValidatedFile;
import org.claimtrace.report.ResultJson.ValidatedFiles;
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
        "  claimtrace validate claims",
        "  claimtrace validate claims --format json | jq '.files[].problems[]'");
    return spec.addPositional(Folder.parameter())
        .addOption(
            EvaluatorOptions.option(
                "--format",
                "FORMAT",
                "text (the default) or json (for programs), which lists every file and all its problems"));
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    TextFormat format = TextFormat.of(arguments);
    List<ValidatedFile> files = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    int valid = 0;
    int broken = 0;
    for (Folder folder : Folder.named(arguments)) {
      for (String problem : folder.problems()) {
        unreadable.add(problem);
        if (format == TextFormat.TEXT) {
          terminal.result(problem);
        }
        broken++;
      }
      for (ClaimFile file : folder.files()) {
        try {
          file.read();
          files.add(new ValidatedFile(file.name(), ImmutableList.of(), 0));
          valid++;
        } catch (ClaimGraphException e) {
          if (format == TextFormat.TEXT) {
            terminal.result(String.valueOf(e.getMessage()));
          } else {
            files.add(new ValidatedFile(file.name(), e.problems(), e.count()));
          }
          broken++;
        }
      }
    }
    if (format == TextFormat.JSON) {
      ValidatedFiles all =
          new ValidatedFiles(ImmutableList.copyOf(files), ImmutableList.copyOf(unreadable));
      ResultJson.write(all, terminal.out());
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
