package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence: a source bearing on a claim. Two are equal when all their members are, order included.
 *
 * <p>Stable.
 */
public final class Evidence extends LinePart implements Line {

  private final String sourceId;
  private final @Nullable String id;
  private final Stance stance;
  private final Grade strength;
  private final @Nullable ImmutableList<String> via;
  private final @Nullable ImmutableList<String> derivedFrom;
  private final boolean exhibit;
  private final @Nullable Retraction retracted;
  private final ImmutableList<String> unless;
  private final @Nullable String quote;
  private final @Nullable Text translation;
  private final @Nullable String locator;
  private final boolean againstInterest;

  private Evidence(Builder builder) {
    super(builder);
    this.sourceId = builder.sourceId;
    this.id = builder.id;
    this.stance = builder.stance;
    this.strength = Given.orOne(builder.strength);
    this.via = builder.via == null ? null : builder.via.toList();
    this.derivedFrom = builder.derivedFrom == null ? null : builder.derivedFrom.toList();
    this.exhibit = builder.exhibit;
    this.retracted = Given.value(builder.retracted);
    this.unless = builder.unless.toList();
    this.quote = builder.quote;
    this.translation = Given.value(builder.translation);
    this.locator = builder.locator;
    this.againstInterest = builder.againstInterest;
  }

  /**
   * Returns a builder of a piece of evidence.
   *
   * @param sourceId the id of the source
   */
  public static Builder builder(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return new Builder(sourceId);
  }

  /** Returns a builder with the members of this piece of evidence. */
  public Builder toBuilder() {
    Builder builder = new Builder(sourceId).like(this);
    builder.id = id;
    builder.stance = stance;
    builder.strength = strength;
    builder.via = via == null ? null : GivenList.of(via);
    builder.derivedFrom = derivedFrom == null ? null : GivenList.of(derivedFrom);
    builder.exhibit = exhibit;
    builder.retracted = retracted == null ? null : Given.part(retracted);
    builder.unless = GivenList.of(unless);
    builder.quote = quote;
    builder.translation = translation;
    builder.locator = locator;
    builder.againstInterest = againstInterest;
    return builder;
  }

  @Override
  public Element element(String claimId) {
    requireNonNull(claimId, "claimId");
    return Element.evidence(lineId(claimId));
  }

  @Override
  public String lineId(String claimId) {
    requireNonNull(claimId, "claimId");
    return id != null ? id : claimId + "/evidence/" + sourceId;
  }

  /** Returns the id of the source. */
  public String sourceId() {
    return sourceId;
  }

  /** Returns the written id; where absent, the evidence is called {@code CLAIM/evidence/SOURCE}. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** Returns how the source bears on the claim; supports where left out. */
  public Stance stance() {
    return stance;
  }

  /**
   * Returns the probability that the source bears on the claim as the stance says, given that the source is right; 1 where left
   * out.
   */
  public Grade strength() {
    return strength;
  }

  /**
   * Returns the ids of the relays through which the source was read, each of which must relay faithfully. An empty list says
   * that the source was read directly; where the list is absent, {@link Source#readIn} of the source applies.
   */
  public Optional<ImmutableList<String>> via() {
    return Optional.ofNullable(via);
  }

  /**
   * Returns the ids of the sources that this statement only passes on. An empty list says that it is the source's own reporting;
   * where the list is absent, {@link Source#derivedFrom} of the source applies.
   */
  public Optional<ImmutableList<String>> derivedFrom() {
    return Optional.ofNullable(derivedFrom);
  }

  /**
   * Returns whether the source itself is the thing shown, as a speech is for the claim that it was given: whether what it says is
   * true, where it has it from and whether it was retracted do not matter then.
   */
  public boolean isExhibit() {
    return exhibit;
  }

  /** Returns the withdrawal of this one statement of the source. */
  public Optional<Retraction> retracted() {
    return Optional.ofNullable(retracted);
  }

  /** Returns the ids of the claims each of which stops this evidence as soon as it is accepted. */
  public ImmutableList<String> unless() {
    return unless;
  }

  /** Returns the words of the source, verbatim, in the language in which they were read. */
  public Optional<String> quote() {
    return Optional.ofNullable(quote);
  }

  /** Returns the quotation in other languages. */
  public Optional<Text> translation() {
    return Optional.ofNullable(translation);
  }

  /** Returns the place in the source: a page, a paragraph, a time. */
  public Optional<String> locator() {
    return Optional.ofNullable(locator);
  }

  /** Returns whether the source says this against its own interest. */
  public boolean isAgainstInterest() {
    return againstInterest;
  }

  @Override
  boolean isUntagged() {
    return isUntagged(translation)
        || (retracted != null && retracted.isUntagged())
        || super.isUntagged();
  }

  /** Returns this evidence, with the texts that have no tag tagged with {@code language}. */
  Evidence inLanguage(String language) {
    return isUntagged() ? toBuilder().inLanguage(language).draft() : this;
  }

  @Override
  @Nullable
  Object member(int number) {
    return switch (number) {
      case 0 -> sourceId;
      case 1 -> id;
      case 2 -> stance;
      case 3 -> strength;
      case 4 -> via;
      case 5 -> derivedFrom;
      case 6 -> exhibit;
      case 7 -> retracted;
      case 8 -> unless;
      case 9 -> overrides;
      case 10 -> date;
      case 11 -> quote;
      case 12 -> translation;
      case 13 -> locator;
      case 14 -> againstInterest;
      case 15 -> note;
      default -> NO_MORE;
    };
  }

  /** Returns a short description. */
  @Override
  public String toString() {
    return "evidence of " + sourceId;
  }

  /**
   * Builds a piece of evidence. A method for a list adds to it, except {@code all…}, which replaces the list; every other method replaces
   * the value set before. Mutable, for use by one thread.
   */
  public static final class Builder extends LineBuilder<Evidence, Builder> {

    private String sourceId;
    private @Nullable String id;
    private Stance stance = Stance.SUPPORTS;
    private @Nullable Given<Grade> strength;
    private @Nullable GivenList<String> via;
    private @Nullable GivenList<String> derivedFrom;
    private boolean exhibit;
    private @Nullable Given<Retraction> retracted;
    private GivenList<String> unless = GivenList.empty();
    private @Nullable String quote;
    private @Nullable Given<Text> translation;
    private @Nullable String locator;
    private boolean againstInterest;

    private Builder(String sourceId) {
      this.sourceId = sourceId;
    }

    /** Sets the id of the source. */
    public Builder sourceId(String sourceId) {
      requireNonNull(sourceId, "sourceId");
      this.sourceId = sourceId;
      return this;
    }

    /** Sets the written id; where absent, the evidence is called {@code CLAIM/evidence/SOURCE}. */
    public Builder id(String id) {
      requireNonNull(id, "id");
      this.id = id;
      return this;
    }

    /** Sets how the source bears on the claim; supports where left out. */
    public Builder stance(Stance stance) {
      requireNonNull(stance, "stance");
      this.stance = stance;
      return this;
    }

    /**
     * Sets the probability that the source bears on the claim as the stance says, given that the source is right; 1 where left
     * out.
     */
    public Builder strength(Grade strength) {
      requireNonNull(strength, "strength");
      this.strength = strength;
      return this;
    }

    /** Sets the probability that the source bears on the claim as the stance says, as a number from 0 to 1. */
    public Builder strength(double strength) {
      this.strength = Given.grade("strength", strength);
      return this;
    }

    /** Sets the probability that the source bears on the claim as the stance says, as an IPCC likelihood term. */
    public Builder strength(String strength) {
      requireNonNull(strength, "strength");
      this.strength = Given.strength(strength);
      return this;
    }

    /**
     * Adds the ids of the relays through which the source was read, each of which must relay faithfully. Without any, the
     * source was read directly; where no method of this name is called, {@link Source#readIn} of the source applies.
     */
    public Builder via(String... via) {
      requireNonNull(via, "via");
      this.via = (this.via == null ? GivenList.<String>empty() : this.via).withAll(via);
      return this;
    }

    /** Replaces the ids of the relays through which the source was read by those of an iterable, in its order. */
    public Builder allVia(Iterable<String> via) {
      requireNonNull(via, "via");
      this.via = GivenList.of(via);
      return this;
    }

    /**
     * Adds the ids of the sources that this statement only passes on. Without any, it is the source's own reporting; where no
     * method of this name is called, {@link Source#derivedFrom} of the source applies.
     */
    public Builder derivedFrom(String... derivedFrom) {
      requireNonNull(derivedFrom, "derivedFrom");
      this.derivedFrom = (this.derivedFrom == null ? GivenList.<String>empty() : this.derivedFrom)
          .withAll(derivedFrom);
      return this;
    }

    /** Replaces the ids of the sources that this statement only passes on by those of an iterable, in its order. */
    public Builder allDerivedFrom(Iterable<String> derivedFrom) {
      requireNonNull(derivedFrom, "derivedFrom");
      this.derivedFrom = GivenList.of(derivedFrom);
      return this;
    }

    /** Sets whether the source itself is the thing shown, whether or not what it says is true. */
    public Builder exhibit(boolean exhibit) {
      this.exhibit = exhibit;
      return this;
    }

    /** Sets the withdrawal of this one statement of the source. */
    public Builder retracted(Retraction retracted) {
      requireNonNull(retracted, "retracted");
      this.retracted = Given.part(retracted);
      return this;
    }

    /** Sets the withdrawal of this one statement of the source, from a builder. */
    public Builder retracted(Retraction.Builder retracted) {
      requireNonNull(retracted, "retracted");
      this.retracted = Given.part(retracted);
      return this;
    }

    /** Sets the withdrawal of this one statement to a date, written as {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
    public Builder retracted(String date) {
      requireNonNull(date, "date");
      return retracted(Retraction.builder(date));
    }

    /** Adds the ids of the claims each of which stops this evidence as soon as it is accepted. */
    public Builder unless(String... unless) {
      requireNonNull(unless, "unless");
      this.unless = this.unless.withAll(unless);
      return this;
    }

    /** Replaces the ids of the claims each of which stops this evidence as soon as it is accepted by those of an iterable, in its order. */
    public Builder allUnless(Iterable<String> unless) {
      requireNonNull(unless, "unless");
      this.unless = GivenList.of(unless);
      return this;
    }

    /** Sets the words of the source, verbatim, in the language in which they were read. */
    public Builder quote(String quote) {
      requireNonNull(quote, "quote");
      this.quote = quote;
      return this;
    }

    /** Sets the quotation in other languages. */
    public Builder translation(Text translation) {
      requireNonNull(translation, "translation");
      this.translation = translation;
      return this;
    }

    /** Sets the quotation in other languages, in the language of the graph. */
    public Builder translation(String translation) {
      requireNonNull(translation, "translation");
      this.translation = Given.text(translation);
      return this;
    }

    /**
     * Sets the quotation in other languages, in one language or several.
     *
     * @param tag a BCP 47 language tag
     * @param words the words in that language
     * @param more further tags, each followed by its words
     * @throws IllegalArgumentException if the last tag has no words
     */
    public Builder translation(String tag, String words, String... more) {
      requireNonNull(tag, "tag");
      requireNonNull(words, "words");
      requireNonNull(more, "more");
      this.translation = Given.text(tag, words, more);
      return this;
    }

    /** Sets the place in the source: a page, a paragraph, a time. */
    public Builder locator(String locator) {
      requireNonNull(locator, "locator");
      this.locator = locator;
      return this;
    }

    /** Sets whether the source says this against its own interest. */
    public Builder againstInterest(boolean againstInterest) {
      this.againstInterest = againstInterest;
      return this;
    }

    @Override
    Builder inLanguage(String language) {
      translation = Given.inLanguage(translation, language);
      Retraction withdrawal = Given.value(retracted);
      retracted = withdrawal == null ? null : Given.part(withdrawal.inLanguage(language));
      return super.inLanguage(language);
    }

    @Override
    void check(Problems problems) {
      Rules.id(problems, "/id", id);
      Given.check(strength, problems, "/strength");
      Rules.ids(problems, "/via", via == null ? null : via.values());
      Rules.ids(problems, "/derivedFrom", derivedFrom == null ? null : derivedFrom.values());
      Given.check(retracted, problems, "/retracted");
      Rules.ids(problems, "/unless", unless.values());
      Rules.words(problems, "/quote", quote);
      Given.check(translation, problems, "/translation");
      Rules.words(problems, "/locator", locator);
      super.check(problems);
    }

    @Override
    Evidence draft() {
      return new Evidence(this);
    }
  }
}
