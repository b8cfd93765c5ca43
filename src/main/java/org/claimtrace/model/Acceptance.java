package org.claimtrace.model;

import java.util.Map;
import java.util.Optional;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** A finding of the inspection that the authors have looked at and accept. Two are equal when all their members are, order included. */
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

  /** Begins an acceptance of which nothing is said yet. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Begins an acceptance.
   *
   * @param finding the code of the finding
   * @param because why it is accepted
   */
  public static Builder builder(String finding, String because) {
    return builder().finding(finding).because(because);
  }

  /** Begins an acceptance like this one. */
  public Builder toBuilder() {
    Builder builder = new Builder().like(this);
    builder.finding = finding;
    builder.at = at;
    builder.because = because;
    return builder;
  }

  /** The code of the finding. */
  public String finding() {
    return finding;
  }

  /** The id of the element that the finding is about; absent where it is about the whole graph. */
  public Optional<String> at() {
    return Optional.ofNullable(at);
  }

  /** Why it is accepted. */
  public Text because() {
    return because;
  }

  @Override
  boolean isUntagged() {
    return isUntagged(because);
  }

  /** This acceptance, with the language given to the texts that have no tag. */
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

  /** What it is, in a few words. */
  @Override
  public String toString() {
    return "acceptance of " + finding;
  }

  /**
   * Builds an acceptance; each call replaces what was said before, but for {@code ownMember}, which adds. Not for use by
   * several threads.
   */
  public static final class Builder extends PartBuilder<Acceptance, Builder> {

    private @Nullable String finding;
    private @Nullable String at;
    private @Nullable Given<Text> because;

    private Builder() {}

    /** The code of the finding. */
    public Builder finding(String finding) {
      this.finding = finding;
      return this;
    }

    /** The id of the element that the finding is about; absent where it is about the whole graph. */
    public Builder at(String at) {
      this.at = at;
      return this;
    }

    /** Why it is accepted. */
    public Builder because(Text because) {
      this.because = because;
      return this;
    }

    /** The same, in the language of the graph. */
    public Builder because(String because) {
      this.because = Given.text(because);
      return this;
    }

    /** The same, as words by language tag. */
    public Builder because(Map<String, String> because) {
      this.because = Given.text(because);
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
