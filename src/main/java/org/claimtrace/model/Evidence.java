package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** A source bearing on a claim. Two are equal when all their members are, order included. */
public final class Evidence {
  private final String source;
  private final @Nullable String id;
  private final Stance stance;
  private final Grade strength;
  private final @Nullable ImmutableList<String> via;
  private final ImmutableList<String> unless;
  private final ImmutableList<String> overrides;
  private final @Nullable PartialDate date;
  private final @Nullable String quote;
  private final @Nullable Text translation;
  private final @Nullable String locator;
  private final boolean againstInterest;
  private final @Nullable Text note;
  private final ImmutableMap<String, String> ownMembers;

  private Evidence(Builder builder) {
    this.source = builder.source;
    this.id = builder.id;
    this.stance = builder.stance;
    this.strength = builder.strength;
    this.via = builder.via;
    this.unless = builder.unless;
    this.overrides = builder.overrides;
    this.date = builder.date;
    this.quote = builder.quote;
    this.translation = builder.translation;
    this.locator = builder.locator;
    this.againstInterest = builder.againstInterest;
    this.note = builder.note;
    this.ownMembers = ImmutableMap.copyOf(builder.ownMembers);
  }

  /**
   * Begins an evidence.
   *
   * @param source the id of the source
   */
  public static Builder builder(String source) {
    return new Builder(source);
  }

  /** Begins an evidence like this one. */
  public Builder toBuilder() {
    Builder builder = new Builder(source);
    builder.id = id;
    builder.stance = stance;
    builder.strength = strength;
    builder.via = via;
    builder.unless = unless;
    builder.overrides = overrides;
    builder.date = date;
    builder.quote = quote;
    builder.translation = translation;
    builder.locator = locator;
    builder.againstInterest = againstInterest;
    builder.note = note;
    builder.ownMembers = ownMembers;
    return builder;
  }

  /** The id of this line on a claim: the written one, else {@code CLAIM/evidence/SOURCE}. */
  public String lineId(String claimId) {
    return id != null ? id : claimId + "/evidence/" + source;
  }

  /** The id of the source. */
  public String source() {
    return source;
  }

  /** The written id; where absent, the evidence is called {@code CLAIM/evidence/SOURCE}. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** How the source bears on the claim; supports, where left out. */
  public Stance stance() {
    return stance;
  }

  /** How surely the source bears on the claim so, granted that it is right; 1 where left out. */
  public Grade strength() {
    return strength;
  }

  /** The ids of the relays through which the source was read, each of which must relay faithfully. Present and empty, the source was read directly; absent, its {@link Source#readIn} serves. */
  public Optional<ImmutableList<String>> via() {
    return Optional.ofNullable(via);
  }

  /** The ids of the claims each of which stops this evidence once accepted. */
  public ImmutableList<String> unless() {
    return unless;
  }

  /** The ids of the lines of the same claim that this evidence settles: where it fires, they do not. */
  public ImmutableList<String> overrides() {
    return overrides;
  }

  /** From when on the evidence exists; where absent, the latest date of its source and relays. */
  public Optional<PartialDate> date() {
    return Optional.ofNullable(date);
  }

  /** The words of the source, verbatim, in the language in which they were read. */
  public Optional<String> quote() {
    return Optional.ofNullable(quote);
  }

  /** The quotation in other languages. */
  public Optional<Text> translation() {
    return Optional.ofNullable(translation);
  }

  /** Where in the source: a page, a paragraph, a time. */
  public Optional<String> locator() {
    return Optional.ofNullable(locator);
  }

  /** Whether the source says this against its own interest. */
  public boolean againstInterest() {
    return againstInterest;
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
    return (translation != null && translation.isUntagged()) || (note != null && note.isUntagged());
  }

  /** This evidence, with the language given to the texts that have no tag. */
  Evidence inLanguage(String language) {
    if (!isUntagged()) {
      return this;
    }
    Builder builder = toBuilder();
    builder.translation = translation == null ? null : translation.inLanguage(language);
    builder.note = note == null ? null : note.inLanguage(language);
    return new Evidence(builder);
  }

  private Object[] state() {
    return new Object[] {
      source,
      id,
      stance,
      strength,
      via,
      unless,
      overrides,
      date,
      quote,
      translation,
      locator,
      againstInterest,
      note,
      ownMembers.entrySet().asList()
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Evidence that && Arrays.equals(state(), that.state()));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  /** What it is, in a few words. */
  @Override
  public String toString() {
    return "evidence of " + source;
  }

  /** Builds an evidence; each call replaces what was said before, but for {@code ownMember}, which adds. Not for use by several threads. */
  public static final class Builder {
    private String source;
    private @Nullable String id;
    private Stance stance = Stance.SUPPORTS;
    private Grade strength = Grade.ONE;
    private @Nullable ImmutableList<String> via;
    private ImmutableList<String> unless = ImmutableList.of();
    private ImmutableList<String> overrides = ImmutableList.of();
    private @Nullable PartialDate date;
    private @Nullable String quote;
    private @Nullable Text translation;
    private @Nullable String locator;
    private boolean againstInterest;
    private @Nullable Text note;
    private Map<String, String> ownMembers = ImmutableMap.of();
    private final Problems problems = new Problems();

    private Builder(String source) {
      this.source = source;
    }

    /** The id of the source. */
    public Builder source(String source) {
      this.source = source;
      return this;
    }

    /** The written id; where absent, the evidence is called {@code CLAIM/evidence/SOURCE}. */
    public Builder id(String id) {
      problems.forget("/id");
      Rules.id(problems, "/id", id);
      this.id = id;
      return this;
    }

    /** How the source bears on the claim; supports, where left out. */
    public Builder stance(Stance stance) {
      problems.forget("/stance");
      this.stance = stance;
      return this;
    }

    /** How surely the source bears on the claim so, granted that it is right; 1 where left out. */
    public Builder strength(Grade strength) {
      problems.forget("/strength");
      this.strength = strength;
      return this;
    }

    /** The same, as a number from 0 to 1. */
    public Builder strength(double strength) {
      problems.forget("/strength");
      Optional<Problem> problem = Grade.problem("/strength", "strength", strength);
      problem.ifPresent(problems::add);
      this.strength = problem.isPresent() ? Grade.ONE : Grade.ofChecked(strength);
      return this;
    }

    /** The same, as an IPCC likelihood term. */
    public Builder strength(String strength) {
      problems.forget("/strength");
      Optional<Grade> grade = Grade.findStrength(strength);
      if (grade.isEmpty()) {
        problems.add(Grade.unknownStrength("/strength", strength));
      }
      this.strength = grade.orElse(Grade.ONE);
      return this;
    }

    /** The ids of the relays through which the source was read, each of which must relay faithfully. Present and empty, the source was read directly; absent, its {@link Source#readIn} serves. */
    public Builder via(String... via) {
      return via(Arrays.asList(via));
    }

    /** The same, in the order of an iterable. */
    public Builder via(Iterable<String> via) {
      problems.forget("/via");
      this.via = ImmutableList.copyOf(via);
      Rules.ids(problems, "/via", this.via);
      return this;
    }

    /** The ids of the claims each of which stops this evidence once accepted. */
    public Builder unless(String... unless) {
      return unless(Arrays.asList(unless));
    }

    /** The same, in the order of an iterable. */
    public Builder unless(Iterable<String> unless) {
      problems.forget("/unless");
      this.unless = ImmutableList.copyOf(unless);
      Rules.ids(problems, "/unless", this.unless);
      return this;
    }

    /** The ids of the lines of the same claim that this evidence settles: where it fires, they do not. */
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

    /** From when on the evidence exists; where absent, the latest date of its source and relays. */
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

    /** The words of the source, verbatim, in the language in which they were read. */
    public Builder quote(String quote) {
      problems.forget("/quote");
      Rules.words(problems, "/quote", quote);
      this.quote = quote;
      return this;
    }

    /** The quotation in other languages. */
    public Builder translation(Text translation) {
      problems.forget("/translation");
      this.translation = translation;
      return this;
    }

    /** The same, in the language of the graph. */
    public Builder translation(String translation) {
      problems.forget("/translation");
      Rules.words(problems, "/translation", translation);
      this.translation = Text.untagged(translation);
      return this;
    }

    /** The same, as words by language tag. */
    public Builder translation(Map<String, String> translation) {
      problems.forget("/translation");
      Rules.languages(problems, "/translation", translation);
      this.translation = translation.isEmpty() ? Text.untagged("?") : Text.tagged(translation);
      return this;
    }

    /** Where in the source: a page, a paragraph, a time. */
    public Builder locator(String locator) {
      problems.forget("/locator");
      Rules.words(problems, "/locator", locator);
      this.locator = locator;
      return this;
    }

    /** Whether the source says this against its own interest. */
    public Builder againstInterest(boolean againstInterest) {
      this.againstInterest = againstInterest;
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
     * Builds the evidence.
     *
     * @throws ClaimGraphException with everything that is wrong in it, pointers relative to it
     */
    public Evidence build() {
      flaws().throwIfAny();
      return unchecked();
    }

    /** What is wrong, pointers relative to the part. */
    Problems flaws() {
      return problems;
    }

    /** What is built whatever is wrong, so that what it is a part of can tell all problems at once. */
    Evidence unchecked() {
      return new Evidence(this);
    }
  }
}
