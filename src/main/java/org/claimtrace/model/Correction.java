package org.claimtrace.model;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** A correction that was made to a published graph. Two are equal when all their members are, order included. */
public final class Correction {
  private final PartialDate date;
  private final Text note;
  private final ImmutableMap<String, String> ownMembers;

  private Correction(Builder builder) {
    this.date = builder.date == null ? PartialDate.parsed("0001") : builder.date;
    this.note = builder.note == null ? Text.untagged("?") : builder.note;
    this.ownMembers = ImmutableMap.copyOf(builder.ownMembers);
  }

  /**
   * Begins a correction.
   *
   * @param date when it was made
   * @param note what was corrected
   */
  public static Builder builder(String date, String note) {
    return new Builder().date(date).note(note);
  }

  /** Begins a correction like this one. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.date = date;
    builder.note = note;
    builder.ownMembers = ownMembers;
    return builder;
  }

  /** When it was made. */
  public PartialDate date() {
    return date;
  }

  /** What was corrected. */
  public Text note() {
    return note;
  }

  /** The author's own members, whose names begin with {@code _}: minified JSON text by name, in the author's order. */
  public ImmutableMap<String, String> ownMembers() {
    return ownMembers;
  }

  boolean isUntagged() {
    return note.isUntagged();
  }

  /** This correction, with the language given to the texts that have no tag. */
  Correction inLanguage(String language) {
    if (!isUntagged()) {
      return this;
    }
    Builder builder = toBuilder();
    builder.note = note.inLanguage(language);
    return new Correction(builder);
  }

  private Object[] state() {
    return new Object[] {date, note, ownMembers.entrySet().asList()};
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Correction that && Arrays.equals(state(), that.state()));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  /** What it is, in a few words. */
  @Override
  public String toString() {
    return "correction of " + date;
  }

  /** Builds a correction; each call replaces what was said before, but for {@code ownMember}, which adds. Not for use by several threads. */
  public static final class Builder {
    private @Nullable PartialDate date;
    private @Nullable Text note;
    private Map<String, String> ownMembers = ImmutableMap.of();
    private final Problems problems = new Problems();

    private Builder() {}

    /** When it was made. */
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

    /** What was corrected. */
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
     * Builds the correction.
     *
     * @throws ClaimGraphException with everything that is wrong in it, pointers relative to it
     */
    public Correction build() {
      flaws().throwIfAny();
      return unchecked();
    }

    /** What is wrong, pointers relative to the part. */
    Problems flaws() {
      return problems;
    }

    /** What is built whatever is wrong, so that what it is a part of can tell all problems at once. */
    Correction unchecked() {
      return new Correction(this);
    }
  }
}
