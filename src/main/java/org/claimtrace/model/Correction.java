package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A correction that was made to a published graph. Two are equal when all their members are, order included.
 *
 * <p>Stable.
 */
public final class Correction extends Part {

  private final PartialDate date;
  private final Text note;

  private Correction(Builder builder) {
    super(builder);
    this.date = PartBuilder.required(Given.value(builder.date));
    this.note = PartBuilder.required(Given.value(builder.note));
  }

  /** Returns a builder of a correction without any members yet. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a builder of a correction.
   *
   * @param date the date of the correction
   * @param note what was corrected
   */
  public static Builder builder(String date, String note) {
    requireNonNull(note, "note");
    return builder().date(date).note(note);
  }

  /** Returns a builder with the members of this correction. */
  public Builder toBuilder() {
    Builder builder = new Builder().like(this);
    builder.date = date;
    builder.note = note;
    return builder;
  }

  /** Returns the date of the correction. */
  public PartialDate date() {
    return date;
  }

  /** Returns what was corrected. */
  public Text note() {
    return note;
  }

  @Override
  boolean isUntagged() {
    return isUntagged(note);
  }

  /** Returns this correction, with the texts that have no tag tagged with {@code language}. */
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

  /** Returns a short description. */
  @Override
  public String toString() {
    return "correction of " + date;
  }

  /**
   * Builds a correction. Each call replaces the value set before, except {@code ownMember}, which adds. Mutable, for use by one
   * thread.
   */
  public static final class Builder extends DatedPartBuilder<Correction, Builder> {

    private Builder() {}

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
