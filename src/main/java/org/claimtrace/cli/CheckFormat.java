package org.claimtrace.cli;

import java.util.Locale;
import picocli.CommandLine.ParseResult;

/** The format of what a check prints. */
enum CheckFormat {
  TEXT,
  JSON,
  GITHUB;

  /**
   * Returns the format that was asked for, by default text.
   *
   * @throws UsageException if the value is not a format
   */
  static CheckFormat of(ParseResult arguments) throws UsageException {
    return new Words<>("--format", values()).find(arguments, TEXT);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
