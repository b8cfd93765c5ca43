package org.claimtrace.cli;

import java.util.Arrays;

/** The entry point of the {@code claimtrace} command. */
public final class Main {

  private Main() {}

  /**
   * Runs the command, and exits with its status unless that is 0.
   *
   * @param arguments the arguments of the command line
   */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.standard(System.getenv());
    ExitStatus status = new Commands(terminal).run(RawArguments.restore(Arrays.asList(arguments)));
    // Success returns, so that a build that runs the command in its own process can continue.
    if (status != ExitStatus.FINE) {
      System.exit(status.code());
    }
  }
}
