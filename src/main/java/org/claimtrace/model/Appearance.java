package org.claimtrace.model;

import java.util.Optional;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A place where somebody makes a claim. It is told, and is evidence for nothing. Two are equal when all their members are,
 * order included.
 */
public final class Appearance extends NotedPart {

  private final String source;
  private final @Nullable String quote;
  private final @Nullable String locator;
  private final @Nullable PartialDate date;

  private Appearance(Builder builder) {
    super(builder);
    this.source = builder.source;
    this.quote = builder.quote;
    this.locator = builder.locator;
    this.date = Given.value(builder.date);
  }

  /**
   * Begins an appearance.
   *
   * @param source the id of the source that makes the claim
   */
  public static Builder builder(String source) {
    return new Builder(source);
  }

  /** Begins an appearance like this one. */
  public Builder toBuilder() {
    Builder builder = new Builder(source).like(this);
    builder.quote = quote;
    builder.locator = locator;
    builder.date = date;
    return builder;
  }

  /** The id of the source that makes the claim. */
  public String source() {
    return source;
  }

  /** The words of the source, verbatim, in the language in which they were read. */
  public Optional<String> quote() {
    return Optional.ofNullable(quote);
  }

  /** Where in the source: a page, a paragraph, a time. */
  public Optional<String> locator() {
    return Optional.ofNullable(locator);
  }

  /** When the claim was made there. */
  public Optional<PartialDate> date() {
    return Optional.ofNullable(date);
  }

  /** This appearance, with the language given to the texts that have no tag. */
  Appearance inLanguage(String language) {
    return isUntagged() ? toBuilder().inLanguage(language).draft() : this;
  }

  @Override
  @Nullable
  Object member(int number) {
    return switch (number) {
      case 0 -> source;
      case 1 -> quote;
      case 2 -> locator;
      case 3 -> date;
      case 4 -> note;
      default -> NO_MORE;
    };
  }

  /** What it is, in a few words. */
  @Override
  public String toString() {
    return "appearance in " + source;
  }

  /**
   * Builds an appearance; each call replaces what was said before, but for {@code ownMember}, which adds. Not for use by
   * several threads.
   */
  public static final class Builder extends NotedPartBuilder<Appearance, Builder> {

    private String source;
    private @Nullable String quote;
    private @Nullable String locator;
    private @Nullable Given<PartialDate> date;

    private Builder(String source) {
      this.source = source;
    }

    /** The id of the source that makes the claim. */
    public Builder source(String source) {
      this.source = source;
      return this;
    }

    /** The words of the source, verbatim, in the language in which they were read. */
    public Builder quote(String quote) {
      this.quote = quote;
      return this;
    }

    /** Where in the source: a page, a paragraph, a time. */
    public Builder locator(String locator) {
      this.locator = locator;
      return this;
    }

    /** When the claim was made there. */
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
