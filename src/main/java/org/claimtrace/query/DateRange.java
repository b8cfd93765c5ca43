package org.claimtrace.query;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;
import org.claimtrace.model.PartialDate;

/**
 * Days in a row, from the first of one date to the last of another, in which a condition asks for something. A
 * date lies in it that begins in it.
 *
 * @param from the date with whose first day it begins; empty for one without a beginning
 * @param to the date with whose last day it ends; empty for one without an end
 */
public record DateRange(Optional<PartialDate> from, Optional<PartialDate> to) {

  public DateRange {
    checkArgument(from.isPresent() || to.isPresent(), "a range needs a beginning or an end");
    checkArgument(
        from.isEmpty() || to.isEmpty() || from.get().beginsBy(to.get()),
        "a range from %s to %s ends before it begins",
        from.map(PartialDate::toString).orElse(""),
        to.map(PartialDate::toString).orElse(""));
  }

  /** A day, or all of a month or a year. */
  public static DateRange during(PartialDate date) {
    return between(date, date);
  }

  /** From one date to another, both included. */
  public static DateRange between(PartialDate from, PartialDate to) {
    return new DateRange(Optional.of(from), Optional.of(to));
  }

  /** From a date on. */
  public static DateRange since(PartialDate from) {
    return new DateRange(Optional.of(from), Optional.empty());
  }

  /** Up to a date, which is included. */
  public static DateRange until(PartialDate to) {
    return new DateRange(Optional.empty(), Optional.of(to));
  }

  /** Whether a date begins in it. */
  public boolean contains(PartialDate date) {
    return (from.isEmpty() || !date.firstDay().isBefore(from.get().firstDay()))
        && (to.isEmpty() || date.beginsBy(to.get()));
  }

  /** As on the command line: {@code 2026-02}, {@code 2025..2026-02}, {@code 2025..} or {@code ..2026}. */
  @Override
  public String toString() {
    return from.equals(to)
        ? from.map(PartialDate::toString).orElse("")
        : from.map(PartialDate::toString).orElse("")
            + ".."
            + to.map(PartialDate::toString).orElse("");
  }
}
