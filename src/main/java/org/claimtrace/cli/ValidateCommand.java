package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Fix;
import org.claimtrace.problem.FoundProblems;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.report.ResultJson;
import org.claimtrace.report.ResultJson.ValidatedFile;
import org.claimtrace.report.ResultJson.ValidatedFiles;
import org.claimtrace.wording.Isolation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace validate}: reports all problems of files, and cures those whose cure is certain if asked to. */
final class ValidateCommand implements Subcommand {

  /** How many characters of what was put in the place of a value are shown at most. */
  private static final int MOST_SHOWN = 200;

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "validate",
        "Tells everything that is wrong with claim files.",
        "Each problem is told on a line of its own, with its place, its code, what is wrong and what to write instead. With --fix"
            + " a file is replaced whole or not at all, and keeps every byte that no change touches; of standard input the document"
            + " is printed.",
        "",
        "Examples:",
        "  claimtrace validate claims/gpt-4o-retro.json",
        "  claimtrace validate claims",
        "  claimtrace validate draft.json --fix",
        "  curl -s https://example.org/graph.json | claimtrace validate -",
        "  claimtrace validate claims --format json | jq '.files[].problems[]'");
    return spec.addPositional(Folder.parameter())
        .addOption(OptionSpec.builder("--fix")
            .description(
                "make the changes that are certain, say which, and tell what is still wrong")
            .build())
        .addOption(EvaluatorOptions.option(
            "--format",
            "FORMAT",
            "text (the default) or json (for programs), which lists every file and all its problems,"
                + " with the changes that are certain"));
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    TextFormat format = TextFormat.of(arguments);
    boolean fix = arguments.hasMatchedOption("--fix");
    List<Folder> folders = Folder.named(arguments);
    boolean fixesInput = fix
        && folders.stream()
            .flatMap(folder -> folder.files().stream())
            .anyMatch(ClaimFile::isStandardInput);
    if (fixesInput && (format == TextFormat.JSON || folders.size() > 1)) {
      throw new UsageException(
          "--fix prints the document that standard input holds, and nothing beside it: name '-' alone, without --format json.");
    }
    Run run = new Run(terminal, format, fix, fixesInput);
    return run.over(folders);
  }

  /** One run over files. */
  private static final class Run {

    private final Terminal terminal;
    private final TextFormat format;
    private final boolean fix;
    private final boolean printsDocument;
    private final List<ValidatedFile> files = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private int valid;
    private int broken;
    private long problems;
    private long curable;
    private long fixed;

    Run(Terminal terminal, TextFormat format, boolean fix, boolean printsDocument) {
      this.terminal = terminal;
      this.format = format;
      this.fix = fix;
      this.printsDocument = printsDocument;
    }

    ExitStatus over(List<Folder> folders) throws IOException {
      for (Folder folder : folders) {
        for (String problem : folder.problems()) {
          unreadable.add(problem);
          tell(problem);
          broken++;
        }
        for (ClaimFile file : folder.files()) {
          validate(file);
        }
      }
      if (format == TextFormat.JSON) {
        ValidatedFiles all =
            new ValidatedFiles(ImmutableList.copyOf(files), ImmutableList.copyOf(unreadable));
        ResultJson.write(all, terminal.out());
      }
      terminal.out().flush();
      terminal.say("claimtrace: " + summary());
      return broken == 0 ? ExitStatus.FINE : ExitStatus.BAD;
    }

    private void validate(ClaimFile file) throws IOException {
      if (fix) {
        fix(file);
        return;
      }
      try {
        file.read();
        add(file, ImmutableList.of(), FoundProblems.none());
      } catch (ClaimGraphException e) {
        add(file, ImmutableList.of(), FoundProblems.of(e));
      }
    }

    private void fix(ClaimFile file) throws IOException {
      try {
        ClaimJson.Fixed after = file.fix();
        if (printsDocument) {
          terminal.out().write(after.json());
        }
        add(file, after.fixed(), after.left());
      } catch (ClaimGraphException e) {
        add(file, ImmutableList.of(), FoundProblems.of(e));
      } catch (FileSystemException e) {
        String sentence = Isolation.isolated(file.name()) + ": cannot be rewritten: "
            + (e.getReason() == null ? String.valueOf(e.getMessage()) : e.getReason())
            + ". It is left as it is.";
        unreadable.add(sentence);
        tell(sentence);
        broken++;
      }
    }

    private void add(ClaimFile file, ImmutableList<Problem> cured, FoundProblems left)
        throws IOException {
      for (Problem problem : cured) {
        tell(problem.place() + " fixed: " + problem.message() + "." + done(problem));
      }
      if (!left.isEmpty()) {
        tell(left.toString());
      }
      files.add(new ValidatedFile(file.name(), left.problems(), left.count(), cured));
      valid += left.isEmpty() ? 1 : 0;
      broken += left.isEmpty() ? 0 : 1;
      problems += left.count();
      curable += left.problems().stream().filter(Run::isCurable).count();
      fixed += cured.size();
    }

    /** A comma too many is removed, too, although no patch of a document says so: with it there is no document. */
    private static boolean isCurable(Problem problem) {
      return problem.fix().isPresent() || problem.remedy().equals("Remove the comma.");
    }

    /** Says something in the result; beside it where the result is a document. */
    private void tell(String lines) throws IOException {
      if (printsDocument) {
        terminal.say(lines);
      } else if (format == TextFormat.TEXT) {
        terminal.result(lines);
      }
    }

    private String summary() {
      StringBuilder summary = new StringBuilder();
      if (fixed > 0) {
        summary.append(fixed).append(fixed == 1 ? " problem is fixed. " : " problems are fixed. ");
      }
      summary.append(valid).append(valid == 1 ? " file is valid" : " files are valid");
      if (broken > 0) {
        summary.append(", ").append(broken).append(broken == 1 ? " is not" : " are not");
      }
      summary.append('.');
      if (problems > 0) {
        String count = problems + (problems == 1 ? " problem" : " problems");
        summary.append(
            curable == 0 || fix
                ? " " + count + "."
                : " " + count + "; --fix cures " + (curable == problems ? "all" : curable) + ".");
      }
      return summary.toString();
    }
  }

  /** Says what was done about a problem, in sentences each of which follows a space. */
  private static String done(Problem problem) {
    if (problem.fix().isEmpty()) {
      return " It is removed.";
    }
    StringBuilder done = new StringBuilder();
    for (Fix.Operation operation : problem.fix().orElseThrow().operations()) {
      if (operation instanceof Fix.Replace replace) {
        done.append(" It is now ")
            .append(
                replace.json().length() <= MOST_SHOWN
                    ? Problem.visible(replace.json())
                    : replace.json().startsWith("{") ? "an object" : "written otherwise")
            .append('.');
      } else if (operation instanceof Fix.Remove) {
        done.append(" It is removed.");
      } else if (operation.pointer().isEmpty()) {
        done.append(" The object around it is removed.");
      } else {
        done.append(" It is now called ")
            .append(Problem.quoted(last(operation.pointer())))
            .append('.');
      }
    }
    return done.toString();
  }

  private static String last(String pointer) {
    return Place.unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
  }
}
