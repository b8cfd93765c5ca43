package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A published verdict on a claim, as in schema.org's ClaimReview; its reviewer is a source. Two are equal when all their
 * members are, order included.
 *
 * <p>Stable.
 */
public final class Review extends LinePart implements Line {

  private final String reviewer;
  private final @Nullable Verdict verdict;
  private final @Nullable String label;
  private final @Nullable Rating rating;
  private final @Nullable Text rationale;
  private final @Nullable String url;
  private final boolean superseded;

  private Review(Builder builder) {
    super(builder);
    this.reviewer = builder.reviewer;
    this.verdict = builder.verdict;
    this.label = builder.label;
    this.rating = Given.value(builder.rating);
    this.rationale = Given.value(builder.rationale);
    this.url = builder.url;
    this.superseded = builder.superseded;
  }

  /**
   * Returns a builder of a review.
   *
   * @param reviewer the id of the source that published the verdict
   * @param verdict the published verdict
   */
  public static Builder builder(String reviewer, Verdict verdict) {
    return builder(reviewer).verdict(verdict);
  }

  /**
   * Returns a builder of a review, without a verdict or label yet.
   *
   * @param reviewer the id of the source that published the verdict
   */
  public static Builder builder(String reviewer) {
    requireNonNull(reviewer, "reviewer");
    return new Builder(reviewer);
  }

  /** Returns a builder with the members of this review. */
  public Builder toBuilder() {
    Builder builder = new Builder(reviewer).like(this);
    builder.verdict = verdict;
    builder.label = label;
    builder.rating = rating == null ? null : Given.part(rating);
    builder.rationale = rationale;
    builder.url = url;
    builder.superseded = superseded;
    return builder;
  }

  @Override
  public Element element(String claimId) {
    requireNonNull(claimId, "claimId");
    return Element.review(lineId(claimId));
  }

  @Override
  public String lineId(String claimId) {
    requireNonNull(claimId, "claimId");
    String latest = claimId + "/reviews/" + reviewer;
    return superseded ? latest + "/" + date : latest;
  }

  /** Returns the id of the source that published the verdict. */
  public String reviewer() {
    return reviewer;
  }

  /**
   * Returns the verdict that the published words were entered as; a review has a verdict or a {@linkplain #label label} or both.
   * Without one, it counts for nothing.
   */
  public Optional<Verdict> verdict() {
    return Optional.ofNullable(verdict);
  }

  /** Returns the words that were published as the verdict, in their language. */
  public Optional<String> label() {
    return Optional.ofNullable(label);
  }

  /** Returns the verdict as a number on the reviewer's scale. */
  public Optional<Rating> rating() {
    return Optional.ofNullable(rating);
  }

  /**
   * Returns whether a later review of the same reviewer takes the place of this one, from its date on. Only the claim that holds
   * both knows it; it is no part of equality.
   */
  public boolean isSuperseded() {
    return superseded;
  }

  /** Returns this review, superseded by a later one of its reviewer or not. */
  Review superseded(boolean superseded) {
    if (superseded == this.superseded) {
      return this;
    }
    Builder builder = toBuilder();
    builder.superseded = superseded;
    return builder.draft();
  }

  /** Returns the reviewer's reasons. */
  public Optional<Text> rationale() {
    return Optional.ofNullable(rationale);
  }

  /** Returns the address at which the verdict was published. */
  public Optional<String> url() {
    return Optional.ofNullable(url);
  }

  @Override
  boolean isUntagged() {
    return isUntagged(rationale) || super.isUntagged();
  }

  /** Returns this review, with the texts that have no tag tagged with {@code language}. */
  Review inLanguage(String language) {
    return isUntagged() ? toBuilder().inLanguage(language).draft() : this;
  }

  @Override
  @Nullable
  Object member(int number) {
    return switch (number) {
      case 0 -> reviewer;
      case 1 -> verdict;
      case 2 -> label;
      case 3 -> rating;
      case 4 -> date;
      case 5 -> rationale;
      case 6 -> url;
      case 7 -> overrides;
      case 8 -> note;
      default -> NO_MORE;
    };
  }

  /** Returns a short description. */
  @Override
  public String toString() {
    return "review by " + reviewer;
  }

  /**
   * Builds a review. A method for a list adds to it, except {@code all…}, which replaces the list; every other method replaces
   * the value set before. Mutable, for use by one thread.
   */
  public static final class Builder extends LineBuilder<Review, Builder> {

    private final String reviewer;
    private @Nullable Verdict verdict;
    private @Nullable String label;
    private @Nullable Given<Rating> rating;
    private @Nullable Given<Text> rationale;
    private @Nullable String url;
    private boolean superseded;

    private Builder(String reviewer) {
      this.reviewer = reviewer;
    }

    /** Sets the verdict that the published words are entered as. */
    public Builder verdict(Verdict verdict) {
      requireNonNull(verdict, "verdict");
      this.verdict = verdict;
      return this;
    }

    /** Sets the words that were published as the verdict, in their language. */
    public Builder label(String label) {
      requireNonNull(label, "label");
      this.label = label;
      return this;
    }

    /** Sets the verdict as a number on the reviewer's scale. */
    public Builder rating(Rating rating) {
      requireNonNull(rating, "rating");
      this.rating = Given.part(rating);
      return this;
    }

    /** Sets the verdict as a number on the reviewer's scale, from a builder. */
    public Builder rating(Rating.Builder rating) {
      requireNonNull(rating, "rating");
      this.rating = Given.part(rating);
      return this;
    }

    /** Sets the reviewer's reasons. */
    public Builder rationale(Text rationale) {
      requireNonNull(rationale, "rationale");
      this.rationale = rationale;
      return this;
    }

    /** Sets the reviewer's reasons, in the language of the graph. */
    public Builder rationale(String rationale) {
      requireNonNull(rationale, "rationale");
      this.rationale = Given.text(rationale);
      return this;
    }

    /**
     * Sets the reviewer's reasons, in one language or several.
     *
     * @param tag a BCP 47 language tag
     * @param words the words in that language
     * @param more further tags, each followed by its words
     * @throws IllegalArgumentException if the last tag has no words
     */
    public Builder rationale(String tag, String words, String... more) {
      requireNonNull(tag, "tag");
      requireNonNull(words, "words");
      requireNonNull(more, "more");
      this.rationale = Given.text(tag, words, more);
      return this;
    }

    /** Sets the address at which the verdict was published. */
    public Builder url(String url) {
      requireNonNull(url, "url");
      this.url = url;
      return this;
    }

    @Override
    Builder inLanguage(String language) {
      rationale = Given.inLanguage(rationale, language);
      return super.inLanguage(language);
    }

    @Override
    void check(Problems problems) {
      missing(
          problems,
          verdict == null ? label : verdict,
          "a review has neither a verdict nor a label",
          "Write one under 'verdict', such as \"supported\", or the published words under 'label'.");
      Rules.words(problems, "/label", label);
      Given.check(rating, problems, "/rating");
      Given.check(rationale, problems, "/rationale");
      Rules.url(problems, "/url", url);
      super.check(problems);
    }

    @Override
    Review draft() {
      return new Review(this);
    }

    String reviewer() {
      return reviewer;
    }
  }
}
