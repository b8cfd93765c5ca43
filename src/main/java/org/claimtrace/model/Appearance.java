package org.claimtrace.model;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** A place where somebody makes a claim. It is told, and is evidence for nothing. Two are equal when all their members are, order included. */
public final class Appearance {
  private final String source;
  private final @Nullable String quote;
  private final @Nullable String locator;
  private final @Nullable PartialDate date;
  private final @Nullable Text note;
  private final ImmutableMap<String, String> ownMembers;

  private Appearance(Builder builder) {
    this.source = builder.source;
    this.quote = builder.quote;
    this.locator = builder.locator;
    this.date = builder.date;
    this.note = builder.note;
    this.ownMembers = ImmutableMap.copyOf(builder.ownMembers);
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
    Builder builder = new Builder(source);
    builder.quote = quote;
    builder.locator = locator;
    builder.date = date;
    builder.note = note;
    builder.ownMembers = ownMembers;
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

  /** What the authors of the graph say about it. */
  public Optional<Text> note() {
    return Optional.ofNullable(note);
  }

  /** The author's own members, whose names begin with {@code _}: minified JSON text by name, in the author's order. */
  public ImmutableMap<String, String> ownMembers() {
    return ownMembers;
  }

  boolean isUntagged() {
    return (note != null && note.isUntagged());
  }

  /** This appearance, with the language given to the texts that have no tag. */
  Appearance inLanguage(String language) {
    if (!isUntagged()) {
      return this;
    }
    Builder builder = toBuilder();
    builder.note = note == null ? null : note.inLanguage(language);
    return new Appearance(builder);
  }

  private Object[] state() {
    return new Object[] {
      source, quote, locator, date, note, ownMembers.entrySet().asList()
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Appearance that && Arrays.equals(state(), that.state()));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  /** What it is, in a few words. */
  @Override
  public String toString() {
    return "appearance in " + source;
  }

  /** Builds an appearance; each call replaces what was said before, but for {@code ownMember}, which adds. Not for use by several threads. */
  public static final class Builder {
    private String source;
    private @Nullable String quote;
    private @Nullable String locator;
    private @Nullable PartialDate date;
    private @Nullable Text note;
    private Map<String, String> ownMembers = ImmutableMap.of();
    private final Problems problems = new Problems();

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
      problems.forget("/quote");
      Rules.words(problems, "/quote", quote);
      this.quote = quote;
      return this;
    }

    /** Where in the source: a page, a paragraph, a time. */
    public Builder locator(String locator) {
      problems.forget("/locator");
      Rules.words(problems, "/locator", locator);
      this.locator = locator;
      return this;
    }

    /** When the claim was made there. */
    public Builder date(PartialDate date) {
      problems.forget("/date");
      this.date = date;
      return this;
    }

    /** The same, written {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
    public Builder date(String date) {
      problems.forget("/date");
      Optional<Problem> problem = PartialDate.problem("/date", date);
      problem.ifPresent(problems::add);
      this.date = PartialDate.parsed(problem.isPresent() ? "0001" : date);
      return this;
    }

    /** What the authors of the graph say about it. */
    public Builder note(Text note) {
      problems.forget("/note");
      this.note = note;
      return this;
    }

    /** The same, in the language of the graph. */
    public Builder note(String note) {
      problems.forget("/note");
      Rules.words(problems, "/note", note);
      this.note = Text.untagged(note);
      return this;
    }

    /** The same, as words by language tag. */
    public Builder note(Map<String, String> note) {
      problems.forget("/note");
      Rules.languages(problems, "/note", note);
      this.note = note.isEmpty() ? Text.untagged("?") : Text.tagged(note);
      return this;
    }

    /**
     * Adds a member of the author's own, which is kept and never read.
     *
     * @param name its name, which begins with {@code _}
     * @param json its value as JSON text; kept minified
     */
    public Builder ownMember(String name, String json) {
      ownMembers = OwnMembers.with(ownMembers, problems, name, json);
      return this;
    }

    /**
     * Builds the appearance.
     *
     * @throws ClaimGraphException with everything that is wrong in it, pointers relative to it
     */
    public Appearance build() {
      flaws().throwIfAny();
      return unchecked();
    }

    /** What is wrong, pointers relative to the part. */
    Problems flaws() {
      return problems;
    }

    /** What is built whatever is wrong, so that what it is a part of can tell all problems at once. */
    Appearance unchecked() {
      return new Appearance(this);
    }
  }
}
