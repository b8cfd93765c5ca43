package org.claimtrace.cli;

/** The entry point of the {@code claimtrace} command. */
public final class Main {
  private Main() {}

  /**
   * Runs the command.
   *
   * @param arguments the arguments of the command line
   */
  public static void main(String[] arguments) {
    System.out.println("claimtrace " + String.join(" ", arguments));
  }
}
