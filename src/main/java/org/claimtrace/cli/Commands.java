package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.suggestion.DidYouMean;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command as a whole: parses a command line, runs the subcommand, and turns every failure into a message and an exit status. */
final class Commands {

  private static final String NAME = "claimtrace";

  private final Terminal terminal;
  private final ImmutableMap<String, Subcommand> subcommands;
  private final CommandLine commandLine;

  Commands(Terminal terminal) {
    this.terminal = terminal;
    subcommands = ImmutableMap.<String, Subcommand>builder()
        .put("evaluate", new EvaluateCommand())
        .put("explain", new ExplainCommand())
        .put("trace", new TraceCommand())
        .put("check", new CheckCommand())
        .put("query", new QueryCommand())
        .put("whatif", new WhatIfCommand())
        .put("diff", new DiffCommand())
        .put("history", new HistoryCommand())
        .put("whynot", new WhyNotCommand())
        .put("rests-on", new RestsOnCommand())
        .put("sensitivity", new SensitivityCommand())
        .put("lines", new LinesCommand())
        .put("format", new FormatCommand())
        .put("validate", new ValidateCommand())
        .buildOrThrow();
    CommandSpec spec = CommandSpec.create()
        .name(NAME)
        .addOption(help())
        .addOption(OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("print the version and exit")
            .build());
    spec.usageMessage()
        .sortOptions(false)
        .sortSynopsis(false)
        .synopsisHeading("%nUsage: ")
        .header("Evaluates arguments as graphs of claims, sources and verdicts.")
        .synopsisSubcommandLabel("COMMAND")
        .commandListHeading("%nCommands:%n")
        .footer(
            "",
            "Examples:",
            "  claimtrace evaluate claims/gpt-4o-retro.json",
            "  claimtrace explain claims/gpt-4o-retro.json",
            "  claimtrace check claims",
            "  claimtrace explain --help",
            "",
            "Exit status: 0 fine, 1 a check fell short, 2 bad input or usage.");
    subcommands.forEach(
        (name, subcommand) -> spec.addSubcommand(name, subcommand.spec().addOption(help())));
    commandLine = new CommandLine(spec)
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setUsageHelpLongOptionsMaxWidth(24);
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("print this help and exit")
        .build();
  }

  /** Runs a command line to its end; never throws. */
  ExitStatus run(List<String> arguments) {
    try {
      ExitStatus status = runParsed(arguments);
      terminal.out().flush();
      return status;
    } catch (IOException e) {
      return unwritten(e);
    } catch (CancellationException e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      return failed("not enough memory. Give Java more, such as java -Xmx8g -jar claimtrace.jar …");
    } catch (RuntimeException | StackOverflowError e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return failed(
          "this is a fault of claimtrace itself. Please report it, with what follows.\n" + trace);
    }
  }

  private ExitStatus runParsed(List<String> arguments) throws IOException {
    ParseResult parsed;
    try {
      parsed = commandLine.parseArgs(withoutHelpCommand(arguments).toArray(new String[0]));
    } catch (ParameterException e) {
      return misused(message(e), e.getCommandLine().getCommandSpec());
    }
    ParseResult innermost = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    CommandSpec spec = innermost.commandSpec();
    if (innermost.isUsageHelpRequested()) {
      terminal.out().write(usage(spec));
      return ExitStatus.FINE;
    }
    if (parsed.isVersionHelpRequested()) {
      terminal.result(NAME + " " + version());
      return ExitStatus.FINE;
    }
    Subcommand subcommand = subcommands.get(spec.name());
    if (subcommand == null) {
      terminal.say(usage(spec).stripTrailing());
      return ExitStatus.BAD;
    }
    try {
      LayoutOptions.note(innermost).ifPresent(terminal::say);
      return inTime(subcommand, innermost);
    } catch (UsageException e) {
      return misused(String.valueOf(e.getMessage()), spec);
    } catch (ClaimGraphException e) {
      terminal.say(String.valueOf(e.getMessage()));
      return ExitStatus.BAD;
    }
  }

  /** Runs a subcommand within its time limit, if its arguments have one. */
  private ExitStatus inTime(Subcommand subcommand, ParseResult arguments)
      throws UsageException, IOException {
    Result result = Cancellation.within(EvaluatorOptions.timeLimit(arguments).orElse(null), () -> {
      try {
        return new Result(subcommand.run(arguments, terminal), null, null);
      } catch (UsageException e) {
        return new Result(ExitStatus.BAD, e, null);
      } catch (IOException e) {
        return new Result(ExitStatus.BAD, null, e);
      }
    });
    if (result.misuse() != null) {
      throw result.misuse();
    }
    if (result.unwritten() != null) {
      throw result.unwritten();
    }
    return result.status();
  }

  /** The exit status of a subcommand, or the exception that it threw. */
  private record Result(
      ExitStatus status,
      @Nullable UsageException misuse,
      @Nullable IOException unwritten) {}

  /** Rewrites {@code help evaluate}, which many users try first, to {@code evaluate --help}. */
  private static List<String> withoutHelpCommand(List<String> arguments) {
    return arguments.isEmpty() || !arguments.get(0).equals("help")
        ? arguments
        : ImmutableList.<String>builder()
            .addAll(arguments.subList(1, arguments.size()))
            .add("--help")
            .build();
  }

  private static String version() {
    String version = Commands.class.getPackage().getImplementationVersion();
    return version == null ? "(built from its sources)" : version;
  }

  private String usage(CommandSpec spec) {
    return spec.commandLine().getUsageMessage(terminal.colour() ? Ansi.ON : Ansi.OFF);
  }

  private ExitStatus misused(String message, CommandSpec spec) {
    return failed(message + "\nRun '" + spec.qualifiedName() + " --help' to see what there is.");
  }

  private static String message(ParameterException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched.getUnmatched().get(0), spec);
    }
    if (e instanceof MissingParameterException missing) {
      ArgSpec argument = missing.getMissing().get(0);
      return argument instanceof OptionSpec option
          ? option.longestName() + " needs a value: " + option.paramLabel() + "."
          : spec.name() + " needs a " + argument.paramLabel() + ".";
    }
    if (e instanceof OverwrittenOptionException overwritten
        && overwritten.getOverwritten() instanceof OptionSpec option) {
      return option.longestName() + " is given twice.";
    }
    return e.getMessage() + ".";
  }

  private static String unknown(String argument, CommandSpec spec) {
    if (argument.startsWith("-") && argument.length() > 1) {
      String name = argument.split("=", 2)[0];
      return "There is no option '" + name + "'. "
          + new DidYouMean(spec.optionsMap().keySet())
              .orElse(name, "The options are: " + String.join(", ", longest(spec)) + ".");
    }
    if (!spec.subcommands().isEmpty()) {
      Set<String> names = spec.subcommands().keySet();
      return "There is no command '" + argument + "'. "
          + new DidYouMean(names)
              .orElse(argument, "The commands are: " + String.join(", ", names) + ".");
    }
    return spec.name() + " takes one " + spec.positionalParameters().get(0).paramLabel() + "; '"
        + argument + "' is one too many.";
  }

  private static ImmutableList<String> longest(CommandSpec spec) {
    return spec.options().stream()
        .map(OptionSpec::longestName)
        .collect(ImmutableList.toImmutableList());
  }

  private ExitStatus unwritten(IOException e) {
    return Terminal.isClosedPipe(e)
        ? ExitStatus.FINE
        : failed("the result cannot be written: " + e.getMessage());
  }

  private ExitStatus failed(String message) {
    terminal.say(NAME + ": " + message);
    return ExitStatus.BAD;
  }
}
