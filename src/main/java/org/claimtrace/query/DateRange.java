package org.claimtrace.query;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.claimtrace.model.PartialDate;

/**
 * A range of days for a condition, from the first day of one date to the last day of another. A date is in the range if its
 * first day is.
 *
 * <p>Stable.
 *
 * @param from the date with whose first day the range begins; empty for a range without a beginning
 * @param to the date with whose last day the range ends; empty for a range without an end
 */
public record DateRange(Optional<PartialDate> from, Optional<PartialDate> to) {

  public DateRange {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    checkArgument(from.isPresent() || to.isPresent(), "a range needs a beginning or an end");
    checkArgument(
        from.isEmpty() || to.isEmpty() || from.get().beginsBy(to.get()),
        "a range from %s to %s ends before it begins",
        from.map(PartialDate::toString).orElse(""),
        to.map(PartialDate::toString).orElse(""));
  }

  /** Returns the range of a day, a month or a year. */
  public static DateRange during(PartialDate date) {
    requireNonNull(date, "date");
    return between(date, date);
  }

  /** Returns the range from one date to another, both inclusive. */
  public static DateRange between(PartialDate from, PartialDate to) {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    return new DateRange(Optional.of(from), Optional.of(to));
  }

  /** Returns the range from a date on, inclusive. */
  public static DateRange since(PartialDate from) {
    requireNonNull(from, "from");
    return new DateRange(Optional.of(from), Optional.empty());
  }

  /** Returns the range up to a date, inclusive. */
  public static DateRange until(PartialDate to) {
    requireNonNull(to, "to");
    return new DateRange(Optional.empty(), Optional.of(to));
  }

  /** Returns whether the first day of a date is in the range. */
  public boolean contains(PartialDate date) {
    requireNonNull(date, "date");
    return (from.isEmpty() || !date.firstDay().isBefore(from.get().firstDay()))
        && (to.isEmpty() || date.beginsBy(to.get()));
  }

  /** Returns the range as it is written on the command line: {@code 2026-02}, {@code 2025..2026-02}, {@code 2025..} or {@code ..2026}. */
  @Override
  public String toString() {
    return from.equals(to)
        ? from.map(PartialDate::toString).orElse("")
        : from.map(PartialDate::toString).orElse("")
            + ".."
            + to.map(PartialDate::toString).orElse("");
  }
}
