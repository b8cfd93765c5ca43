package org.claimtrace.cli;

import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The format of a result that is a table. */
enum TableFormat {
  TABLE,
  JSON;

  static OptionSpec option() {
    return EvaluatorOptions.option(
        "--format", "FORMAT", "table (for people; the default) or json (for programs)");
  }

  /**
   * Returns the format that was asked for, by default the table.
   *
   * @throws UsageException if the value is not a format
   */
  static TableFormat of(ParseResult arguments) throws UsageException {
    return new Words<>("--format", values()).find(arguments, TABLE);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
