package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A search for evidence, reported so that readers know where somebody looked. Two are equal when all their members are, order
 * included.
 *
 * <p>Stable.
 */
public final class Search extends NotedPart {

  private final @Nullable String where;
  private final @Nullable String sourceId;
  private final @Nullable String query;
  private final @Nullable PartialDate date;
  private final @Nullable String quote;
  private final @Nullable String locator;

  private Search(Builder builder) {
    super(builder);
    this.where = builder.where;
    this.sourceId = builder.sourceId;
    this.query = builder.query;
    this.date = Given.value(builder.date);
    this.quote = builder.quote;
    this.locator = builder.locator;
  }

  /** Returns a builder of a search without any members yet. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a builder of a search.
   *
   * @param where the place that was searched: a database, an archive, an engine
   */
  public static Builder builder(String where) {
    return builder().where(where);
  }

  /** Returns a builder with the members of this search. */
  public Builder toBuilder() {
    Builder builder = new Builder().like(this);
    builder.where = where;
    builder.sourceId = sourceId;
    builder.query = query;
    builder.date = date;
    builder.quote = quote;
    builder.locator = locator;
    return builder;
  }

  /** Returns the place that was searched: a database, an archive, an engine; a search names a place or a source or both. */
  public Optional<String> where() {
    return Optional.ofNullable(where);
  }

  /** Returns the id of the source that was searched. */
  public Optional<String> sourceId() {
    return Optional.ofNullable(sourceId);
  }

  /** Returns what was searched for. */
  public Optional<String> query() {
    return Optional.ofNullable(query);
  }

  /** Returns the date of the search. */
  public Optional<PartialDate> date() {
    return Optional.ofNullable(date);
  }

  /** Returns the words that were found, verbatim. */
  public Optional<String> quote() {
    return Optional.ofNullable(quote);
  }

  /** Returns the place in what was searched: a page, a paragraph, a time. */
  public Optional<String> locator() {
    return Optional.ofNullable(locator);
  }

  /** Returns this search, with the texts that have no tag tagged with {@code language}. */
  Search inLanguage(String language) {
    return isUntagged() ? toBuilder().inLanguage(language).draft() : this;
  }

  @Override
  @Nullable
  Object member(int number) {
    return switch (number) {
      case 0 -> where;
      case 1 -> sourceId;
      case 2 -> query;
      case 3 -> date;
      case 4 -> quote;
      case 5 -> locator;
      case 6 -> note;
      default -> NO_MORE;
    };
  }

  /** Returns a short description. */
  @Override
  public String toString() {
    return "search in " + (where != null ? where : sourceId);
  }

  /**
   * Builds a search. Each call replaces the value set before, except {@code ownMember}, which adds. Mutable, for use by one
   * thread.
   */
  public static final class Builder extends DatedPartBuilder<Search, Builder> {

    private @Nullable String where;
    private @Nullable String sourceId;
    private @Nullable String quote;
    private @Nullable String locator;
    private @Nullable String query;

    private Builder() {}

    /** Sets the place that was searched: a database, an archive, an engine. */
    public Builder where(String where) {
      requireNonNull(where, "where");
      this.where = where;
      return this;
    }

    /** Sets the id of the source that was searched. */
    public Builder sourceId(String sourceId) {
      requireNonNull(sourceId, "sourceId");
      this.sourceId = sourceId;
      return this;
    }

    /** Sets what was searched for. */
    public Builder query(String query) {
      requireNonNull(query, "query");
      this.query = query;
      return this;
    }

    /** Sets the words that were found, verbatim. */
    public Builder quote(String quote) {
      requireNonNull(quote, "quote");
      this.quote = quote;
      return this;
    }

    /** Sets the place in what was searched: a page, a paragraph, a time. */
    public Builder locator(String locator) {
      requireNonNull(locator, "locator");
      this.locator = locator;
      return this;
    }

    @Override
    void check(Problems problems) {
      missing(
          problems,
          where == null ? sourceId : where,
          "a search does not say where",
          "Write under 'where' what was searched, or the id of a source under 'source'.");
      Rules.words(problems, "/where", where);
      Rules.words(problems, "/query", query);
      Given.check(date, problems, "/date");
      Rules.words(problems, "/quote", quote);
      Rules.words(problems, "/locator", locator);
      super.check(problems);
    }

    @Override
    Search draft() {
      return new Search(this);
    }
  }
}
