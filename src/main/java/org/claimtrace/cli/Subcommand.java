package org.claimtrace.cli;

import java.io.IOException;
import org.claimtrace.problem.ClaimGraphException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A subcommand of the command, such as {@code evaluate}. */
interface Subcommand {

  /** Returns its name, its options and its help. */
  CommandSpec spec();

  /**
   * Runs it.
   *
   * @throws UsageException if an option has an invalid value
   * @throws ClaimGraphException if its only file has problems
   * @throws IOException if the result cannot be written
   */
  ExitStatus run(ParseResult arguments, Terminal terminal) throws UsageException, IOException;
}
