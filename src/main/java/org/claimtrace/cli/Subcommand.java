package org.claimtrace.cli;

import java.io.IOException;
import org.claimtrace.problem.ClaimGraphException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One of the things that the command can do. */
interface Subcommand {

  /** Its name, its options and its help. */
  CommandSpec spec();

  /**
   * Does it.
   *
   * @throws UsageException if an option has a value that it does not know
   * @throws ClaimGraphException if the one file that it is about has problems
   * @throws IOException if the result cannot be written
   */
  ExitStatus run(ParseResult arguments, Terminal terminal) throws UsageException, IOException;
}
