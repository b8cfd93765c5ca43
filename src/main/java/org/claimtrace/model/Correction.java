package org.claimtrace.model;

import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** A correction that was made to a published graph. Two are equal when all their members are, order included. */
public final class Correction extends Part {

  private final PartialDate date;
  private final Text note;

  private Correction(Builder builder) {
    super(builder);
    this.date = PartBuilder.required(Given.value(builder.date));
    this.note = PartBuilder.required(Given.value(builder.note));
  }

  /** Begins a correction of which nothing is said yet. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Begins a correction.
   *
   * @param date when it was made
   * @param note what was corrected
   */
  public static Builder builder(String date, String note) {
    return builder().date(date).note(note);
  }

  /** Begins a correction like this one. */
  public Builder toBuilder() {
    Builder builder = new Builder().like(this);
    builder.date = date;
    builder.note = note;
    return builder;
  }

  /** When it was made. */
  public PartialDate date() {
    return date;
  }

  /** What was corrected. */
  public Text note() {
    return note;
  }

  @Override
  boolean isUntagged() {
    return isUntagged(note);
  }

  /** This correction, with the language given to the texts that have no tag. */
  Correction inLanguage(String language) {
    return isUntagged() ? toBuilder().inLanguage(language).draft() : this;
  }

  @Override
  @Nullable
  Object member(int number) {
    return switch (number) {
      case 0 -> date;
      case 1 -> note;
      default -> NO_MORE;
    };
  }

  /** What it is, in a few words. */
  @Override
  public String toString() {
    return "correction of " + date;
  }

  /**
   * Builds a correction; each call replaces what was said before, but for {@code ownMember}, which adds. Not for use by several
   * threads.
   */
  public static final class Builder extends NotedPartBuilder<Correction, Builder> {

    private @Nullable Given<PartialDate> date;

    private Builder() {}

    /** When it was made. */
    public Builder date(PartialDate date) {
      this.date = date;
      return this;
    }

    /** The same, written {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
    public Builder date(String date) {
      this.date = Given.date(date);
      return this;
    }

    @Override
    void check(Problems problems) {
      missing(
          problems,
          date,
          "a correction has no date",
          "Write under 'date' when it was made, such as \"2026-02-13\".");
      Given.check(date, problems, "/date");
      missing(problems, note, "a correction has no note", "Write under 'note' what was corrected.");
      super.check(problems);
    }

    @Override
    Correction draft() {
      return new Correction(this);
    }
  }
}
