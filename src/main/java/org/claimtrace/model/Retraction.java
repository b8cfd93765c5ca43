package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The withdrawal of a source, or of one of its statements, by whoever published it. Two are equal when all their members are, order included.
 *
 * <p>Stable.
 */
public final class Retraction extends NotedPart {

  private final PartialDate date;
  private final @Nullable String url;

  private Retraction(Builder builder) {
    super(builder);
    this.date = PartBuilder.required(Given.value(builder.date));
    this.url = builder.url;
  }

  /** Returns a builder of a retraction without any members yet. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a builder of a retraction.
   *
   * @param date the date on which the source was withdrawn
   */
  public static Builder builder(String date) {
    return builder().date(date);
  }

  /** Returns a builder with the members of this retraction. */
  public Builder toBuilder() {
    Builder builder = new Builder().like(this);
    builder.date = date;
    builder.url = url;
    return builder;
  }

  /** Returns the date on which the source was withdrawn. */
  public PartialDate date() {
    return date;
  }

  /** Returns the address at which the withdrawal was made known. */
  public Optional<String> url() {
    return Optional.ofNullable(url);
  }

  /** Returns this retraction, with the texts that have no tag tagged with {@code language}. */
  Retraction inLanguage(String language) {
    return isUntagged() ? toBuilder().inLanguage(language).draft() : this;
  }

  @Override
  @Nullable
  Object member(int number) {
    return switch (number) {
      case 0 -> date;
      case 1 -> note;
      case 2 -> url;
      default -> NO_MORE;
    };
  }

  /** Returns a short description. */
  @Override
  public String toString() {
    return "retraction of " + date;
  }

  /**
   * Builds a retraction. Each call replaces the value set before, except {@code ownMember}, which adds. Mutable, for use by one
   * thread.
   */
  public static final class Builder extends DatedPartBuilder<Retraction, Builder> {

    private @Nullable String url;

    private Builder() {}

    /** Sets the address at which the withdrawal was made known. */
    public Builder url(String url) {
      requireNonNull(url, "url");
      this.url = url;
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
      Rules.url(problems, "/url", url);
      super.check(problems);
    }

    @Override
    Retraction draft() {
      return new Retraction(this);
    }
  }
}
