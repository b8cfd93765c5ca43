package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Somebody's published verdict on a claim, as in schema.org's ClaimReview; its reviewer is a source. Two are equal when all their members are, order included. */
public final class Review {
  private final String reviewer;
  private final Verdict verdict;
  private final @Nullable PartialDate date;
  private final @Nullable Text rationale;
  private final @Nullable String url;
  private final ImmutableList<String> overrides;
  private final @Nullable Text note;
  private final ImmutableMap<String, String> ownMembers;

  private Review(Builder builder) {
    this.reviewer = builder.reviewer;
    this.verdict = builder.verdict == null ? Verdict.UNVERIFIED : builder.verdict;
    this.date = builder.date;
    this.rationale = builder.rationale;
    this.url = builder.url;
    this.overrides = builder.overrides;
    this.note = builder.note;
    this.ownMembers = ImmutableMap.copyOf(builder.ownMembers);
  }

  /**
   * Begins a review.
   *
   * @param reviewer the id of the source that published the verdict
   * @param verdict the published verdict
   */
  public static Builder builder(String reviewer, Verdict verdict) {
    return new Builder(reviewer).verdict(verdict);
  }

  /** Begins a review like this one. */
  public Builder toBuilder() {
    Builder builder = new Builder(reviewer);
    builder.verdict = verdict;
    builder.date = date;
    builder.rationale = rationale;
    builder.url = url;
    builder.overrides = overrides;
    builder.note = note;
    builder.ownMembers = ownMembers;
    return builder;
  }

  /** The id of this line on a claim: {@code CLAIM/reviews/SOURCE}. */
  public String lineId(String claimId) {
    return claimId + "/reviews/" + reviewer;
  }

  /** The id of the source that published the verdict. */
  public String reviewer() {
    return reviewer;
  }

  /** The published verdict. */
  public Verdict verdict() {
    return verdict;
  }

  /** When the verdict was published; where absent, the date of the reviewer serves. */
  public Optional<PartialDate> date() {
    return Optional.ofNullable(date);
  }

  /** The reviewer's reasons. */
  public Optional<Text> rationale() {
    return Optional.ofNullable(rationale);
  }

  /** Where the verdict was published. */
  public Optional<String> url() {
    return Optional.ofNullable(url);
  }

  /** The ids of the lines of the same claim that this review settles: where it fires, they do not. */
  public ImmutableList<String> overrides() {
    return overrides;
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
    return (rationale != null && rationale.isUntagged()) || (note != null && note.isUntagged());
  }

  /** This review, with the language given to the texts that have no tag. */
  Review inLanguage(String language) {
    if (!isUntagged()) {
      return this;
    }
    Builder builder = toBuilder();
    builder.rationale = rationale == null ? null : rationale.inLanguage(language);
    builder.note = note == null ? null : note.inLanguage(language);
    return new Review(builder);
  }

  private Object[] state() {
    return new Object[] {
      reviewer,
      verdict,
      date,
      rationale,
      url,
      overrides,
      note,
      ownMembers.entrySet().asList()
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Review that && Arrays.equals(state(), that.state()));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  /** What it is, in a few words. */
  @Override
  public String toString() {
    return "review by " + reviewer;
  }

  /** Builds a review; each call replaces what was said before, but for {@code ownMember}, which adds. Not for use by several threads. */
  public static final class Builder {
    private final String reviewer;
    private @Nullable Verdict verdict;
    private @Nullable PartialDate date;
    private @Nullable Text rationale;
    private @Nullable String url;
    private ImmutableList<String> overrides = ImmutableList.of();
    private @Nullable Text note;
    private Map<String, String> ownMembers = ImmutableMap.of();
    private final Problems problems = new Problems();

    private Builder(String reviewer) {
      this.reviewer = reviewer;
    }

    /** The published verdict. */
    public Builder verdict(Verdict verdict) {
      problems.forget("/verdict");
      this.verdict = verdict;
      return this;
    }

    /** When the verdict was published; where absent, the date of the reviewer serves. */
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

    /** The reviewer's reasons. */
    public Builder rationale(Text rationale) {
      problems.forget("/rationale");
      this.rationale = rationale;
      return this;
    }

    /** The same, in the language of the graph. */
    public Builder rationale(String rationale) {
      problems.forget("/rationale");
      Rules.words(problems, "/rationale", rationale);
      this.rationale = Text.untagged(rationale);
      return this;
    }

    /** The same, as words by language tag. */
    public Builder rationale(Map<String, String> rationale) {
      problems.forget("/rationale");
      Rules.languages(problems, "/rationale", rationale);
      this.rationale = rationale.isEmpty() ? Text.untagged("?") : Text.tagged(rationale);
      return this;
    }

    /** Where the verdict was published. */
    public Builder url(String url) {
      problems.forget("/url");
      Rules.url(problems, "/url", url);
      this.url = url;
      return this;
    }

    /** The ids of the lines of the same claim that this review settles: where it fires, they do not. */
    public Builder overrides(String... overrides) {
      return overrides(Arrays.asList(overrides));
    }

    /** The same, in the order of an iterable. */
    public Builder overrides(Iterable<String> overrides) {
      problems.forget("/overrides");
      this.overrides = ImmutableList.copyOf(overrides);
      Rules.ids(problems, "/overrides", this.overrides);
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
     * Builds the review.
     *
     * @throws ClaimGraphException with everything that is wrong in it, pointers relative to it
     */
    public Review build() {
      flaws().throwIfAny();
      return unchecked();
    }

    /** What is wrong, pointers relative to the part. */
    Problems flaws() {
      return problems;
    }

    /** What is built whatever is wrong, so that what it is a part of can tell all problems at once. */
    Review unchecked() {
      return new Review(this);
    }

    String reviewerPointer() {
      return Place.escape(reviewer);
    }
  }
}
