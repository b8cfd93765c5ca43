package org.claimtrace.model;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** A finding of the inspection that the authors have looked at and accept. Two are equal when all their members are, order included. */
public final class Acceptance {
  private final String finding;
  private final @Nullable String at;
  private final Text because;
  private final ImmutableMap<String, String> ownMembers;

  private Acceptance(Builder builder) {
    this.finding = builder.finding == null ? "?" : builder.finding;
    this.at = builder.at;
    this.because = builder.because == null ? Text.untagged("?") : builder.because;
    this.ownMembers = ImmutableMap.copyOf(builder.ownMembers);
  }

  /**
   * Begins an acceptance.
   *
   * @param finding the code of the finding
   * @param because why it is accepted
   */
  public static Builder builder(String finding, String because) {
    return new Builder().finding(finding).because(because);
  }

  /** Begins an acceptance like this one. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.finding = finding;
    builder.at = at;
    builder.because = because;
    builder.ownMembers = ownMembers;
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

  /** The author's own members, whose names begin with {@code _}: minified JSON text by name, in the author's order. */
  public ImmutableMap<String, String> ownMembers() {
    return ownMembers;
  }

  boolean isUntagged() {
    return because.isUntagged();
  }

  /** This acceptance, with the language given to the texts that have no tag. */
  Acceptance inLanguage(String language) {
    if (!isUntagged()) {
      return this;
    }
    Builder builder = toBuilder();
    builder.because = because.inLanguage(language);
    return new Acceptance(builder);
  }

  private Object[] state() {
    return new Object[] {finding, at, because, ownMembers.entrySet().asList()};
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Acceptance that && Arrays.equals(state(), that.state()));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  /** What it is, in a few words. */
  @Override
  public String toString() {
    return "acceptance of " + finding;
  }

  /** Builds an acceptance; each call replaces what was said before, but for {@code ownMember}, which adds. Not for use by several threads. */
  public static final class Builder {
    private @Nullable String finding;
    private @Nullable String at;
    private @Nullable Text because;
    private Map<String, String> ownMembers = ImmutableMap.of();
    private final Problems problems = new Problems();

    private Builder() {}

    /** The code of the finding. */
    public Builder finding(String finding) {
      problems.forget("/finding");
      Rules.findingCode(problems, "/finding", finding);
      this.finding = finding;
      return this;
    }

    /** The id of the element that the finding is about; absent where it is about the whole graph. */
    public Builder at(String at) {
      problems.forget("/at");
      Rules.words(problems, "/at", at);
      this.at = at;
      return this;
    }

    /** Why it is accepted. */
    public Builder because(Text because) {
      problems.forget("/because");
      this.because = because;
      return this;
    }

    /** The same, in the language of the graph. */
    public Builder because(String because) {
      problems.forget("/because");
      Rules.words(problems, "/because", because);
      this.because = Text.untagged(because);
      return this;
    }

    /** The same, as words by language tag. */
    public Builder because(Map<String, String> because) {
      problems.forget("/because");
      Rules.languages(problems, "/because", because);
      this.because = because.isEmpty() ? Text.untagged("?") : Text.tagged(because);
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
     * Builds the acceptance.
     *
     * @throws ClaimGraphException with everything that is wrong in it, pointers relative to it
     */
    public Acceptance build() {
      flaws().throwIfAny();
      return unchecked();
    }

    /** What is wrong, pointers relative to the part. */
    Problems flaws() {
      return problems;
    }

    /** What is built whatever is wrong, so that what it is a part of can tell all problems at once. */
    Acceptance unchecked() {
      return new Acceptance(this);
    }
  }
}
