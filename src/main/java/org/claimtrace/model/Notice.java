package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What was made known about a source after it was published, short of a retraction. It is told and inspected, and changes no
 * verdict. Two are equal when all their members are, order included.
 *
 * <p>Stable.
 */
public final class Notice extends NotedPart {

  private final NoticeKind kind;
  private final PartialDate date;
  private final @Nullable String url;
  private final @Nullable String by;

  private Notice(Builder builder) {
    super(builder);
    this.kind = PartBuilder.required(builder.kind);
    this.date = PartBuilder.required(Given.value(builder.date));
    this.url = builder.url;
    this.by = builder.by;
  }

  /** Returns a builder of a notice without any members yet. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a builder of a notice.
   *
   * @param kind what it makes known
   * @param date the date on which it was made known
   */
  public static Builder builder(NoticeKind kind, String date) {
    requireNonNull(kind, "kind");
    requireNonNull(date, "date");
    return builder().kind(kind).date(date);
  }

  /** Returns a builder with the members of this notice. */
  public Builder toBuilder() {
    Builder builder = new Builder().like(this);
    builder.kind = kind;
    builder.date = date;
    builder.url = url;
    builder.by = by;
    return builder;
  }

  /** Returns what the notice makes known. */
  public NoticeKind kind() {
    return kind;
  }

  /** Returns the date on which it was made known. */
  public PartialDate date() {
    return date;
  }

  /** Returns the address of the notice. */
  public Optional<String> url() {
    return Optional.ofNullable(url);
  }

  /** Returns the id of the source that made it known. */
  public Optional<String> by() {
    return Optional.ofNullable(by);
  }

  /** Returns this notice, with the texts that have no tag tagged with {@code language}. */
  Notice inLanguage(String language) {
    return isUntagged() ? toBuilder().inLanguage(language).draft() : this;
  }

  @Override
  @Nullable
  Object member(int number) {
    return switch (number) {
      case 0 -> kind;
      case 1 -> date;
      case 2 -> note;
      case 3 -> url;
      case 4 -> by;
      default -> NO_MORE;
    };
  }

  /** Returns a short description. */
  @Override
  public String toString() {
    return kind + " notice of " + date;
  }

  /**
   * Builds a notice. Each call replaces the value set before, except {@code ownMember}, which adds. Mutable, for use by one
   * thread.
   */
  public static final class Builder extends DatedPartBuilder<Notice, Builder> {

    private @Nullable NoticeKind kind;
    private @Nullable String url;
    private @Nullable String by;

    private Builder() {}

    /** Sets what the notice makes known. */
    public Builder kind(NoticeKind kind) {
      requireNonNull(kind, "kind");
      this.kind = kind;
      return this;
    }

    /** Sets the address of the notice. */
    public Builder url(String url) {
      requireNonNull(url, "url");
      this.url = url;
      return this;
    }

    /** Sets the id of the source that made it known. */
    public Builder by(String sourceId) {
      requireNonNull(sourceId, "sourceId");
      this.by = sourceId;
      return this;
    }

    @Override
    void check(Problems problems) {
      missing(
          problems,
          kind,
          "a notice has no kind",
          "Write one under 'kind', such as \"correction\" or \"concern\".");
      missing(
          problems,
          date,
          "a notice has no date",
          "Write under 'date' when it was made known, such as \"2026-02-13\".");
      Given.check(date, problems, "/date");
      Rules.url(problems, "/url", url);
      super.check(problems);
    }

    @Override
    Notice draft() {
      return new Notice(this);
    }
  }
}
