package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A place where somebody makes a claim. It is reported to readers, and is not evidence. Two are equal when all their members
 * are, order included.
 *
 * <p>Stable.
 */
public final class Appearance extends NotedPart {

  private final String sourceId;
  private final @Nullable String quote;
  private final @Nullable String locator;
  private final @Nullable PartialDate date;

  private Appearance(Builder builder) {
    super(builder);
    this.sourceId = builder.sourceId;
    this.quote = builder.quote;
    this.locator = builder.locator;
    this.date = Given.value(builder.date);
  }

  /**
   * Returns a builder of an appearance.
   *
   * @param sourceId the id of the source that makes the claim
   */
  public static Builder builder(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return new Builder(sourceId);
  }

  /** Returns a builder with the members of this appearance. */
  public Builder toBuilder() {
    Builder builder = new Builder(sourceId).like(this);
    builder.quote = quote;
    builder.locator = locator;
    builder.date = date;
    return builder;
  }

  /** Returns the id of the source that makes the claim. */
  public String sourceId() {
    return sourceId;
  }

  /** Returns the words of the source, verbatim, in the language in which they were read. */
  public Optional<String> quote() {
    return Optional.ofNullable(quote);
  }

  /** Returns the place in the source: a page, a paragraph, a time. */
  public Optional<String> locator() {
    return Optional.ofNullable(locator);
  }

  /** Returns the date on which the claim was made there. */
  public Optional<PartialDate> date() {
    return Optional.ofNullable(date);
  }

  /** Returns this appearance, with the texts that have no tag tagged with {@code language}. */
  Appearance inLanguage(String language) {
    return isUntagged() ? toBuilder().inLanguage(language).draft() : this;
  }

  @Override
  @Nullable
  Object member(int number) {
    return switch (number) {
      case 0 -> sourceId;
      case 1 -> quote;
      case 2 -> locator;
      case 3 -> date;
      case 4 -> note;
      default -> NO_MORE;
    };
  }

  /** Returns a short description. */
  @Override
  public String toString() {
    return "appearance in " + sourceId;
  }

  /**
   * Builds an appearance. Each call replaces the value set before, except {@code ownMember}, which adds. Mutable, for use by
   * one thread.
   */
  public static final class Builder extends DatedPartBuilder<Appearance, Builder> {

    private String sourceId;
    private @Nullable String quote;
    private @Nullable String locator;

    private Builder(String sourceId) {
      this.sourceId = sourceId;
    }

    /** Sets the id of the source that makes the claim. */
    public Builder sourceId(String sourceId) {
      requireNonNull(sourceId, "sourceId");
      this.sourceId = sourceId;
      return this;
    }

    /** Sets the words of the source, verbatim, in the language in which they were read. */
    public Builder quote(String quote) {
      requireNonNull(quote, "quote");
      this.quote = quote;
      return this;
    }

    /** Sets the place in the source: a page, a paragraph, a time. */
    public Builder locator(String locator) {
      requireNonNull(locator, "locator");
      this.locator = locator;
      return this;
    }

    @Override
    void check(Problems problems) {
      Rules.words(problems, "/quote", quote);
      Rules.words(problems, "/locator", locator);
      Given.check(date, problems, "/date");
      super.check(problems);
    }

    @Override
    Appearance draft() {
      return new Appearance(this);
    }
  }
}
