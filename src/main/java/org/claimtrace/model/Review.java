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
  private final Verdict verdict;
  private final @Nullable Text rationale;
  private final @Nullable String url;

  private Review(Builder builder) {
    super(builder);
    this.reviewer = builder.reviewer;
    this.verdict = PartBuilder.required(builder.verdict);
    this.rationale = Given.value(builder.rationale);
    this.url = builder.url;
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
   * Returns a builder of a review without a verdict yet.
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
    builder.rationale = rationale;
    builder.url = url;
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
    return claimId + "/reviews/" + reviewer;
  }

  /** Returns the id of the source that published the verdict. */
  public String reviewer() {
    return reviewer;
  }

  /** Returns the published verdict. */
  public Verdict verdict() {
    return verdict;
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
      case 2 -> date;
      case 3 -> rationale;
      case 4 -> url;
      case 5 -> overrides;
      case 6 -> note;
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
    private @Nullable Given<Text> rationale;
    private @Nullable String url;

    private Builder(String reviewer) {
      this.reviewer = reviewer;
    }

    /** Sets the published verdict. */
    public Builder verdict(Verdict verdict) {
      requireNonNull(verdict, "verdict");
      this.verdict = verdict;
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
          verdict,
          "a review has no verdict",
          "Write one under 'verdict', such as \"supported\".");
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
