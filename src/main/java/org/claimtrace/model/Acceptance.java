package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A finding of the inspection that the authors have considered and accept. Two are equal when all their members are, order
 * included.
 *
 * <p>Stable.
 */
public final class Acceptance extends Part {

  private final String finding;
  private final @Nullable String at;
  private final Text because;

  private Acceptance(Builder builder) {
    super(builder);
    this.finding = PartBuilder.required(builder.finding);
    this.at = builder.at;
    this.because = PartBuilder.required(Given.value(builder.because));
  }

  /** Returns a builder of an acceptance without any members yet. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a builder of an acceptance.
   *
   * @param finding the code of the finding
   * @param because the reason why it is accepted
   */
  public static Builder builder(String finding, String because) {
    return builder().finding(finding).because(because);
  }

  /** Returns a builder with the members of this acceptance. */
  public Builder toBuilder() {
    Builder builder = new Builder().like(this);
    builder.finding = finding;
    builder.at = at;
    builder.because = because;
    return builder;
  }

  /** Returns the code of the finding. */
  public String finding() {
    return finding;
  }

  /** Returns the id of the element that the finding is about; absent where it is about the whole graph. */
  public Optional<String> at() {
    return Optional.ofNullable(at);
  }

  /** Returns the reason why the finding is accepted. */
  public Text because() {
    return because;
  }

  @Override
  boolean isUntagged() {
    return isUntagged(because);
  }

  /** Returns this acceptance, with the texts that have no tag tagged with {@code language}. */
  Acceptance inLanguage(String language) {
    return isUntagged() ? toBuilder().inLanguage(language).draft() : this;
  }

  @Override
  @Nullable
  Object member(int number) {
    return switch (number) {
      case 0 -> finding;
      case 1 -> at;
      case 2 -> because;
      default -> NO_MORE;
    };
  }

  /** Returns a short description. */
  @Override
  public String toString() {
    return "acceptance of " + finding;
  }

  /**
   * Builds an acceptance. Each call replaces the value set before, except {@code ownMember}, which adds. Mutable, for use by
   * one thread.
   */
  public static final class Builder extends PartBuilder<Acceptance, Builder> {

    private @Nullable String finding;
    private @Nullable String at;
    private @Nullable Given<Text> because;

    private Builder() {}

    /** Sets the code of the finding. */
    public Builder finding(String finding) {
      requireNonNull(finding, "finding");
      this.finding = finding;
      return this;
    }

    /** Sets the id of the element that the finding is about; absent where it is about the whole graph. */
    public Builder at(String at) {
      requireNonNull(at, "at");
      this.at = at;
      return this;
    }

    /** Sets the reason why the finding is accepted. */
    public Builder because(Text because) {
      requireNonNull(because, "because");
      this.because = because;
      return this;
    }

    /** Sets the reason why the finding is accepted, in the language of the graph. */
    public Builder because(String because) {
      requireNonNull(because, "because");
      this.because = Given.text(because);
      return this;
    }

    /**
     * Sets the reason why the finding is accepted, in one language or several.
     *
     * @param tag a BCP 47 language tag
     * @param words the words in that language
     * @param more further tags, each followed by its words
     * @throws IllegalArgumentException if the last tag has no words
     */
    public Builder because(String tag, String words, String... more) {
      requireNonNull(tag, "tag");
      requireNonNull(words, "words");
      requireNonNull(more, "more");
      this.because = Given.text(tag, words, more);
      return this;
    }

    Builder inLanguage(String language) {
      because = Given.inLanguage(because, language);
      return this;
    }

    @Override
    void check(Problems problems) {
      missing(
          problems,
          finding,
          "an accepted finding has no code",
          "Write it under 'finding', as the inspection prints it.");
      Rules.findingCode(problems, "/finding", finding);
      Rules.words(problems, "/at", at);
      missing(
          problems,
          because,
          "an accepted finding has no reason",
          "Write under 'because' why it may stand.");
      Given.check(because, problems, "/because");
      super.check(problems);
    }

    @Override
    Acceptance draft() {
      return new Acceptance(this);
    }
  }
}
