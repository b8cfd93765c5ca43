package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** A step from premises to a claim: Carneades' premises, assumptions and exceptions (Gordon, Prakken and Walton, "The Carneades model of argument and burden of proof", 2007). Two are equal when all their members are, order included. */
public final class Inference {
  private final ImmutableList<Premise> premises;
  private final @Nullable String id;
  private final Stance stance;
  private final Grade strength;
  private final ImmutableList<String> assuming;
  private final ImmutableList<String> unless;
  private final ImmutableList<String> overrides;
  private final @Nullable PartialDate date;
  private final @Nullable String by;
  private final @Nullable String scheme;
  private final ImmutableMap<String, String> answers;
  private final @Nullable Text note;
  private final ImmutableMap<String, String> ownMembers;

  private Inference(Builder builder) {
    this.premises = builder.premises;
    this.id = builder.id;
    this.stance = builder.stance;
    this.strength = builder.strength;
    this.assuming = builder.assuming;
    this.unless = builder.unless;
    this.overrides = builder.overrides;
    this.date = builder.date;
    this.by = builder.by;
    this.scheme = builder.scheme;
    this.answers = builder.answers;
    this.note = builder.note;
    this.ownMembers = ImmutableMap.copyOf(builder.ownMembers);
  }

  /**
   * Begins an inference.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Begins an inference from claims that must be accepted.
   *
   * @param premises their ids, at least one
   */
  public static Builder builder(String... premises) {
    return builder()
        .premises(
            Arrays.stream(premises).map(Premise::of).collect(ImmutableList.toImmutableList()));
  }

  /** Begins an inference like this one. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.premises = premises;
    builder.id = id;
    builder.stance = stance;
    builder.strength = strength;
    builder.assuming = assuming;
    builder.unless = unless;
    builder.overrides = overrides;
    builder.date = date;
    builder.by = by;
    builder.scheme = scheme;
    builder.answers = answers;
    builder.note = note;
    builder.ownMembers = ownMembers;
    return builder;
  }

  /** The id of this line on a claim: the written one, else {@code CLAIM/inference}. */
  public String lineId(String claimId) {
    return id != null ? id : claimId + "/inference";
  }

  /** What must be accepted, or where negated rejected; at least one. */
  public ImmutableList<Premise> premises() {
    return premises;
  }

  /** The written id; where absent, the inference is called {@code CLAIM/inference}. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** How the step bears on the claim; supports, where left out. */
  public Stance stance() {
    return stance;
  }

  /** How surely the step holds, granted its premises; 1 where left out. */
  public Grade strength() {
    return strength;
  }

  /** The ids of the claims each of which holds until there is a case against it. */
  public ImmutableList<String> assuming() {
    return assuming;
  }

  /** The ids of the claims each of which stops the step once accepted. */
  public ImmutableList<String> unless() {
    return unless;
  }

  /** The ids of the lines of the same claim that this step settles: where it fires, they do not. */
  public ImmutableList<String> overrides() {
    return overrides;
  }

  /** From when on the inference exists. */
  public Optional<PartialDate> date() {
    return Optional.ofNullable(date);
  }

  /** The id of the source that makes the step. */
  public Optional<String> by() {
    return Optional.ofNullable(by);
  }

  /** The argumentation scheme that the step follows, such as {@code expert-opinion}. */
  public Optional<String> scheme() {
    return Optional.ofNullable(scheme);
  }

  /** Which claims answer the critical questions of the scheme: ids of claims by question, in the author's order. */
  public ImmutableMap<String, String> answers() {
    return answers;
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
    return (note != null && note.isUntagged());
  }

  /** This inference, with the language given to the texts that have no tag. */
  Inference inLanguage(String language) {
    if (!isUntagged()) {
      return this;
    }
    Builder builder = toBuilder();
    builder.note = note == null ? null : note.inLanguage(language);
    return new Inference(builder);
  }

  private Object[] state() {
    return new Object[] {
      premises,
      id,
      stance,
      strength,
      assuming,
      unless,
      overrides,
      date,
      by,
      scheme,
      answers.entrySet().asList(),
      note,
      ownMembers.entrySet().asList()
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Inference that && Arrays.equals(state(), that.state()));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  /** What it is, in a few words. */
  @Override
  public String toString() {
    return "inference from " + premises;
  }

  /** Builds an inference; each call replaces what was said before, but for {@code ownMember}, which adds. Not for use by several threads. */
  public static final class Builder {
    private ImmutableList<Premise> premises = ImmutableList.of();
    private @Nullable String id;
    private Stance stance = Stance.SUPPORTS;
    private Grade strength = Grade.ONE;
    private ImmutableList<String> assuming = ImmutableList.of();
    private ImmutableList<String> unless = ImmutableList.of();
    private ImmutableList<String> overrides = ImmutableList.of();
    private @Nullable PartialDate date;
    private @Nullable String by;
    private @Nullable String scheme;
    private ImmutableMap<String, String> answers = ImmutableMap.of();
    private @Nullable Text note;
    private Map<String, String> ownMembers = ImmutableMap.of();
    private final Problems problems = new Problems();

    private Builder() {}

    /** What must be accepted, or where negated rejected; at least one. */
    public Builder premises(Premise... premises) {
      return premises(Arrays.asList(premises));
    }

    /** The same, in the order of an iterable. */
    public Builder premises(Iterable<Premise> premises) {
      problems.forget("/premises");
      this.premises = ImmutableList.copyOf(premises);
      Rules.premises(problems, "/premises", this.premises);
      return this;
    }

    /** The written id; where absent, the inference is called {@code CLAIM/inference}. */
    public Builder id(String id) {
      problems.forget("/id");
      Rules.id(problems, "/id", id);
      this.id = id;
      return this;
    }

    /** How the step bears on the claim; supports, where left out. */
    public Builder stance(Stance stance) {
      problems.forget("/stance");
      this.stance = stance;
      return this;
    }

    /** How surely the step holds, granted its premises; 1 where left out. */
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

    /** The ids of the claims each of which holds until there is a case against it. */
    public Builder assuming(String... assuming) {
      return assuming(Arrays.asList(assuming));
    }

    /** The same, in the order of an iterable. */
    public Builder assuming(Iterable<String> assuming) {
      problems.forget("/assuming");
      this.assuming = ImmutableList.copyOf(assuming);
      Rules.ids(problems, "/assuming", this.assuming);
      return this;
    }

    /** The ids of the claims each of which stops the step once accepted. */
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

    /** The ids of the lines of the same claim that this step settles: where it fires, they do not. */
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

    /** From when on the inference exists. */
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

    /** The id of the source that makes the step. */
    public Builder by(String by) {
      problems.forget("/by");
      Rules.words(problems, "/by", by);
      this.by = by;
      return this;
    }

    /** The argumentation scheme that the step follows, such as {@code expert-opinion}. */
    public Builder scheme(String scheme) {
      problems.forget("/scheme");
      Rules.words(problems, "/scheme", scheme);
      this.scheme = scheme;
      return this;
    }

    /** Which claims answer the critical questions of the scheme: ids of claims by question, in the author's order. */
    public Builder answers(Map<String, String> answers) {
      problems.forget("/answers");
      answers.keySet().forEach(key -> Rules.words(problems, "/answers/" + Place.escape(key), key));
      this.answers = ImmutableMap.copyOf(answers);
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
     * Builds the inference.
     *
     * @throws ClaimGraphException with everything that is wrong in it, pointers relative to it
     */
    public Inference build() {
      flaws().throwIfAny();
      return unchecked();
    }

    /** What is wrong, pointers relative to the part. */
    Problems flaws() {
      if (premises.isEmpty()) {
        return problems.and(Problem.at(
            "/premises",
            ProblemCode.EMPTY,
            "the inference has no premises",
            "Name at least one claim that must be accepted."));
      }
      return problems;
    }

    /** What is built whatever is wrong, so that what it is a part of can tell all problems at once. */
    Inference unchecked() {
      return new Inference(this);
    }
  }
}
