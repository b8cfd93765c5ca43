package org.claimtrace.cli;

import java.util.Locale;
import java.util.Optional;
import org.claimtrace.inspection.Finding.Severity;
import picocli.CommandLine.ParseResult;

/** How grave a finding has to be for a check to fail. */
enum FailOn {
  ERROR(Optional.of(Severity.ERROR)),
  WARNING(Optional.of(Severity.WARNING)),
  NOTE(Optional.of(Severity.NOTE)),
  NEVER(Optional.empty());

  private final Optional<Severity> least;

  FailOn(Optional<Severity> least) {
    this.least = least;
  }

  /**
   * Returns what was asked for, by default errors.
   *
   * @throws UsageException if the value is not one of these
   */
  static FailOn of(ParseResult arguments) throws UsageException {
    return new Words<>("--fail-on", values()).find(arguments, ERROR);
  }

  /** Returns whether a finding of a severity makes a check fail. */
  boolean failsOn(Severity severity) {
    return least.filter(each -> severity.compareTo(each) <= 0).isPresent();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
