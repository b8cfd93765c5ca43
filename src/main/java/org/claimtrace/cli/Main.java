package org.claimtrace.cli;

import java.util.Arrays;

/** The entry point of the {@code claimtrace} command. */
public final class Main {

  private Main() {}

  /**
   * Runs the command, and ends the process unless all is fine.
   *
   * @param arguments the arguments of the command line
   */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.standard(System.getenv());
    ExitStatus status = new Commands(terminal).run(RawArguments.restore(Arrays.asList(arguments)));
    // Fine returns: whoever runs the command inside a build goes on.
    if (status != ExitStatus.FINE) {
      System.exit(status.code());
    }
  }
}
