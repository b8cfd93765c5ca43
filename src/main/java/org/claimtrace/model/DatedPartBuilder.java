package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The common base of the builders of parts with a date; what the date is of, the part says. */
abstract class DatedPartBuilder<P, B> extends NotedPartBuilder<P, B> {

  @Nullable
  Given<PartialDate> date;

  /** Sets the date. */
  public B date(PartialDate date) {
    requireNonNull(date, "date");
    this.date = date;
    return self();
  }

  /** Sets the date, written as {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
  public B date(String date) {
    requireNonNull(date, "date");
    this.date = Given.date(date);
    return self();
  }

  /** Sets the date, as a day. */
  public B date(LocalDate date) {
    requireNonNull(date, "date");
    this.date = Given.date(date);
    return self();
  }
}
