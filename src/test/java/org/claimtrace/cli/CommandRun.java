package org.claimtrace.cli;

import java.io.StringWriter;
import java.util.List;

/**
 * One run of the command inside this process.
 *
 * @param status the exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record CommandRun(int status, String out, String err) {

  /** Runs the command at 80 columns without colour. */
  public static CommandRun of(String... arguments) {
    return in(Terminal.USUAL_COLUMNS, false, arguments);
  }

  /** Runs the command on a terminal of some width, with colour or without. */
  static CommandRun in(int columns, boolean colour, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = new Commands(new Terminal(out, err, colour, columns))
        .run(List.of(arguments))
        .code();
    return new CommandRun(status, out.toString(), err.toString());
  }
}
