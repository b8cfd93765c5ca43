package org.claimtrace.model;

import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** The withdrawal of a source by whoever published it. Two are equal when all their members are, order included. */
public final class Retraction extends NotedPart {

  private final PartialDate date;

  private Retraction(Builder builder) {
    super(builder);
    this.date = PartBuilder.required(Given.value(builder.date));
  }

  /** Begins a retraction of which nothing is said yet. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Begins a retraction.
   *
   * @param date when it was withdrawn
   */
  public static Builder builder(String date) {
    return builder().date(date);
  }

  /** Begins a retraction like this one. */
  public Builder toBuilder() {
    Builder builder = new Builder().like(this);
    builder.date = date;
    return builder;
  }

  /** When it was withdrawn. */
  public PartialDate date() {
    return date;
  }

  /** This retraction, with the language given to the texts that have no tag. */
  Retraction inLanguage(String language) {
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
    return "retraction of " + date;
  }

  /**
   * Builds a retraction; each call replaces what was said before, but for {@code ownMember}, which adds. Not for use by several
   * threads.
   */
  public static final class Builder extends NotedPartBuilder<Retraction, Builder> {

    private @Nullable Given<PartialDate> date;

    private Builder() {}

    /** When it was withdrawn. */
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
          "a retraction has no date",
          "Write under 'date' when it was made, such as \"2026-02-13\".");
      Given.check(date, problems, "/date");
      super.check(problems);
    }

    @Override
    Retraction draft() {
      return new Retraction(this);
    }
  }
}
