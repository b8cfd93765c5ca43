package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** A source bearing on a claim. Two are equal when all their members are, order included. */
public final class Evidence extends LinePart implements Line {

  private final String source;
  private final @Nullable String id;
  private final Stance stance;
  private final Grade strength;
  private final @Nullable ImmutableList<String> via;
  private final ImmutableList<String> unless;
  private final @Nullable String quote;
  private final @Nullable Text translation;
  private final @Nullable String locator;
  private final boolean againstInterest;

  private Evidence(Builder builder) {
    super(builder);
    this.source = builder.source;
    this.id = builder.id;
    this.stance = builder.stance;
    this.strength = Given.orOne(builder.strength);
    this.via = builder.via;
    this.unless = builder.unless;
    this.quote = builder.quote;
    this.translation = Given.value(builder.translation);
    this.locator = builder.locator;
    this.againstInterest = builder.againstInterest;
  }

  /**
   * Begins a piece of evidence.
   *
   * @param source the id of the source
   */
  public static Builder builder(String source) {
    return new Builder(source);
  }

  /** Begins a piece of evidence like this one. */
  public Builder toBuilder() {
    Builder builder = new Builder(source).like(this);
    builder.id = id;
    builder.stance = stance;
    builder.strength = strength;
    builder.via = via;
    builder.unless = unless;
    builder.quote = quote;
    builder.translation = translation;
    builder.locator = locator;
    builder.againstInterest = againstInterest;
    return builder;
  }

  @Override
  public Element element(String claimId) {
    return Element.evidence(lineId(claimId));
  }

  @Override
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

  /**
   * The ids of the relays through which the source was read, each of which must relay faithfully. Present and empty, the source
   * was read directly; absent, its {@link Source#readIn} serves.
   */
  public Optional<ImmutableList<String>> via() {
    return Optional.ofNullable(via);
  }

  /** The ids of the claims each of which stops this evidence once accepted. */
  public ImmutableList<String> unless() {
    return unless;
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

  @Override
  boolean isUntagged() {
    return isUntagged(translation) || super.isUntagged();
  }

  /** This evidence, with the language given to the texts that have no tag. */
  Evidence inLanguage(String language) {
    return isUntagged() ? toBuilder().inLanguage(language).draft() : this;
  }

  @Override
  @Nullable
  Object member(int number) {
    return switch (number) {
      case 0 -> source;
      case 1 -> id;
      case 2 -> stance;
      case 3 -> strength;
      case 4 -> via;
      case 5 -> unless;
      case 6 -> overrides;
      case 7 -> date;
      case 8 -> quote;
      case 9 -> translation;
      case 10 -> locator;
      case 11 -> againstInterest;
      case 12 -> note;
      default -> NO_MORE;
    };
  }

  /** What it is, in a few words. */
  @Override
  public String toString() {
    return "evidence of " + source;
  }

  /**
   * Builds a piece of evidence; each call replaces what was said before, but for {@code ownMember}, which adds. Not for use by
   * several threads.
   */
  public static final class Builder extends LineBuilder<Evidence, Builder> {

    private String source;
    private @Nullable String id;
    private Stance stance = Stance.SUPPORTS;
    private @Nullable Given<Grade> strength;
    private @Nullable ImmutableList<String> via;
    private ImmutableList<String> unless = ImmutableList.of();
    private @Nullable String quote;
    private @Nullable Given<Text> translation;
    private @Nullable String locator;
    private boolean againstInterest;

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
      this.id = id;
      return this;
    }

    /** How the source bears on the claim; supports, where left out. */
    public Builder stance(Stance stance) {
      this.stance = stance;
      return this;
    }

    /** How surely the source bears on the claim so, granted that it is right; 1 where left out. */
    public Builder strength(Grade strength) {
      this.strength = strength;
      return this;
    }

    /** The same, as a number from 0 to 1. */
    public Builder strength(double strength) {
      this.strength = Given.grade("strength", strength);
      return this;
    }

    /** The same, as an IPCC likelihood term. */
    public Builder strength(String strength) {
      this.strength = Given.strength(strength);
      return this;
    }

    /**
     * The ids of the relays through which the source was read, each of which must relay faithfully. Present and empty, the
     * source was read directly; absent, its {@link Source#readIn} serves.
     */
    public Builder via(String... via) {
      return via(Arrays.asList(via));
    }

    /** The same, in the order of an iterable. */
    public Builder via(Iterable<String> via) {
      this.via = ImmutableList.copyOf(via);
      return this;
    }

    /** The ids of the claims each of which stops this evidence once accepted. */
    public Builder unless(String... unless) {
      return unless(Arrays.asList(unless));
    }

    /** The same, in the order of an iterable. */
    public Builder unless(Iterable<String> unless) {
      this.unless = ImmutableList.copyOf(unless);
      return this;
    }

    /** The words of the source, verbatim, in the language in which they were read. */
    public Builder quote(String quote) {
      this.quote = quote;
      return this;
    }

    /** The quotation in other languages. */
    public Builder translation(Text translation) {
      this.translation = translation;
      return this;
    }

    /** The same, in the language of the graph. */
    public Builder translation(String translation) {
      this.translation = Given.text(translation);
      return this;
    }

    /** The same, as words by language tag. */
    public Builder translation(Map<String, String> translation) {
      this.translation = Given.text(translation);
      return this;
    }

    /** Where in the source: a page, a paragraph, a time. */
    public Builder locator(String locator) {
      this.locator = locator;
      return this;
    }

    /** Whether the source says this against its own interest. */
    public Builder againstInterest(boolean againstInterest) {
      this.againstInterest = againstInterest;
      return this;
    }

    @Override
    Builder inLanguage(String language) {
      translation = Given.inLanguage(translation, language);
      return super.inLanguage(language);
    }

    @Override
    void check(Problems problems) {
      Rules.id(problems, "/id", id);
      Given.check(strength, problems, "/strength");
      Rules.ids(problems, "/via", via);
      Rules.ids(problems, "/unless", unless);
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
