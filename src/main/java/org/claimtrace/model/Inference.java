package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A step from premises to a claim: Carneades' premises, assumptions and exceptions (Gordon, Prakken and Walton, "The Carneades
 * model of argument and burden of proof", 2007). Two are equal when all their members are, order included.
 *
 * <p>Stable.
 */
public final class Inference extends LinePart implements Line {

  /** What stands in the name of the step from all parts of a claim, after the id of the claim. */
  static final String ALL_PARTS = "/parts";

  private final ImmutableList<Premise> premises;
  private final @Nullable String id;
  private final Stance stance;
  private final Grade strength;
  private final ImmutableList<String> assuming;
  private final ImmutableList<String> unless;
  private final @Nullable String by;
  private final @Nullable String scheme;
  private final ImmutableMap<String, String> answers;
  // Of a step from the parts of a claim, what stands in its name in place of "inference".
  private final @Nullable String partName;

  private Inference(Builder builder) {
    super(builder);
    this.premises = builder.premises.toList();
    this.id = builder.id;
    this.stance = builder.stance;
    this.strength = Given.orOne(builder.strength);
    this.assuming = builder.assuming.toList();
    this.unless = builder.unless.toList();
    this.by = builder.by;
    this.scheme = builder.scheme;
    this.answers = ImmutableMap.copyOf(builder.answers);
    this.partName = builder.partName;
  }

  /** Returns a builder of an inference. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a builder of an inference from claims that must be accepted.
   *
   * @param premises the ids of the claims, at least one
   */
  public static Builder builder(String... premises) {
    requireNonNull(premises, "premises");
    return builder().premises(premises);
  }

  /** Returns a builder with the members of this inference. */
  public Builder toBuilder() {
    Builder builder = new Builder().like(this);
    builder.premises = GivenList.of(premises);
    builder.id = id;
    builder.stance = stance;
    builder.strength = strength;
    builder.assuming = GivenList.of(assuming);
    builder.unless = GivenList.of(unless);
    builder.by = by;
    builder.scheme = scheme;
    builder.answers = answers;
    builder.partName = partName;
    return builder;
  }

  @Override
  public Element element(String claimId) {
    requireNonNull(claimId, "claimId");
    return Element.inference(lineId(claimId));
  }

  @Override
  public String lineId(String claimId) {
    requireNonNull(claimId, "claimId");
    if (partName != null) {
      return claimId + partName;
    }
    return id != null ? id : claimId + "/inference";
  }

  /** Returns the inferences of a claim, followed by the steps from its parts. */
  static ImmutableList<Inference> withParts(
      ImmutableList<Inference> inferences, ImmutableList<String> parts) {
    ImmutableList.Builder<Inference> steps =
        ImmutableList.builderWithExpectedSize(inferences.size() + 1 + parts.size());
    steps.addAll(inferences);
    Builder all = builder();
    parts.forEach(part -> all.premise(Premise.of(part)));
    all.partName = ALL_PARTS;
    steps.add(all.draft());
    for (String part : parts) {
      Builder against = builder().stance(Stance.REFUTES).premise(Premise.not(part));
      against.partName = ALL_PARTS + "/" + part;
      steps.add(against.draft());
    }
    return steps.build();
  }

  /**
   * Returns whether this is a step from the {@linkplain Claim#parts parts} of its claim, which nobody wrote as an inference: that
   * all parts are accepted speaks for the claim, that one is rejected against it.
   */
  public boolean isFromParts() {
    return partName != null;
  }

  /** Returns the premises: claims that must be accepted or, where negated, rejected; at least one. */
  public ImmutableList<Premise> premises() {
    return premises;
  }

  /** Returns the written id; where absent, the inference is called {@code CLAIM/inference}. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** Returns how the inference bears on the claim; supports where left out. */
  public Stance stance() {
    return stance;
  }

  /** Returns the probability that the inference holds, given its premises; 1 where left out. */
  public Grade strength() {
    return strength;
  }

  /** Returns the ids of the claims each of which is assumed until there is a case against it. */
  public ImmutableList<String> assuming() {
    return assuming;
  }

  /** Returns the ids of the claims each of which stops the inference as soon as it is accepted. */
  public ImmutableList<String> unless() {
    return unless;
  }

  /** Returns the id of the source that makes the inference. */
  public Optional<String> by() {
    return Optional.ofNullable(by);
  }

  /** Returns the argumentation scheme that the inference follows, such as {@code expert-opinion}. */
  public Optional<String> scheme() {
    return Optional.ofNullable(scheme);
  }

  /** Returns the claims that answer the critical questions of the scheme: ids of claims by question, in the author's order. */
  public ImmutableMap<String, String> answers() {
    return answers;
  }

  /** Returns this inference, with the texts that have no tag tagged with {@code language}. */
  Inference inLanguage(String language) {
    return isUntagged() ? toBuilder().inLanguage(language).draft() : this;
  }

  @Override
  @Nullable
  Object member(int number) {
    return switch (number) {
      case 0 -> premises;
      case 1 -> id;
      case 2 -> stance;
      case 3 -> strength;
      case 4 -> assuming;
      case 5 -> unless;
      case 6 -> overrides;
      case 7 -> date;
      case 8 -> by;
      case 9 -> scheme;
      case 10 -> answers.entrySet().asList();
      case 11 -> note;
      default -> NO_MORE;
    };
  }

  /** Returns a short description. */
  @Override
  public String toString() {
    return "inference from " + premises;
  }

  /**
   * Builds an inference. A method for a list adds to it, except {@code all…}, which replaces the list; every other method replaces
   * the value set before. Mutable, for use by one thread.
   */
  public static final class Builder extends LineBuilder<Inference, Builder> {

    private GivenList<Premise> premises = GivenList.empty();
    private @Nullable String id;
    private Stance stance = Stance.SUPPORTS;
    private @Nullable Given<Grade> strength;
    private GivenList<String> assuming = GivenList.empty();
    private GivenList<String> unless = GivenList.empty();
    private @Nullable String by;
    private @Nullable String scheme;
    private Map<String, String> answers = ImmutableMap.of();
    private @Nullable String partName;

    private Builder() {}

    /** Adds premises: claims that must be accepted. */
    public Builder premises(String... claimIds) {
      requireNonNull(claimIds, "claimIds");
      for (String claimId : claimIds) {
        premise(claimId);
      }
      return this;
    }

    /** Adds a premise: a claim that must be accepted. */
    public Builder premise(String claimId) {
      return premise(Premise.of(claimId));
    }

    /** Adds a negated premise: a claim that must be rejected. */
    public Builder notPremise(String claimId) {
      requireNonNull(claimId, "claimId");
      return premise(Premise.not(claimId));
    }

    /** Adds a premise: a claim that must be accepted or, where negated, rejected. */
    public Builder premise(Premise premise) {
      requireNonNull(premise, "premise");
      this.premises = this.premises.with(premise);
      return this;
    }

    /** Replaces all premises, of which an inference has at least one. */
    public Builder allPremises(Iterable<Premise> premises) {
      requireNonNull(premises, "premises");
      this.premises = GivenList.of(premises);
      return this;
    }

    /** Sets the written id; where absent, the inference is called {@code CLAIM/inference}. */
    public Builder id(String id) {
      requireNonNull(id, "id");
      this.id = id;
      return this;
    }

    /** Sets how the inference bears on the claim; supports where left out. */
    public Builder stance(Stance stance) {
      requireNonNull(stance, "stance");
      this.stance = stance;
      return this;
    }

    /** Sets the probability that the inference holds, given its premises; 1 where left out. */
    public Builder strength(Grade strength) {
      requireNonNull(strength, "strength");
      this.strength = strength;
      return this;
    }

    /** Sets the probability that the inference holds, as a number from 0 to 1. */
    public Builder strength(double strength) {
      this.strength = Given.grade("strength", strength);
      return this;
    }

    /** Sets the probability that the inference holds, as an IPCC likelihood term. */
    public Builder strength(String strength) {
      requireNonNull(strength, "strength");
      this.strength = Given.strength(strength);
      return this;
    }

    /** Adds the ids of the claims each of which is assumed until there is a case against it. */
    public Builder assuming(String... assuming) {
      requireNonNull(assuming, "assuming");
      this.assuming = this.assuming.withAll(assuming);
      return this;
    }

    /** Replaces the ids of the claims each of which is assumed until there is a case against it by those of an iterable, in its order. */
    public Builder allAssuming(Iterable<String> assuming) {
      requireNonNull(assuming, "assuming");
      this.assuming = GivenList.of(assuming);
      return this;
    }

    /** Adds the ids of the claims each of which stops the inference as soon as it is accepted. */
    public Builder unless(String... unless) {
      requireNonNull(unless, "unless");
      this.unless = this.unless.withAll(unless);
      return this;
    }

    /** Replaces the ids of the claims each of which stops the inference as soon as it is accepted by those of an iterable, in its order. */
    public Builder allUnless(Iterable<String> unless) {
      requireNonNull(unless, "unless");
      this.unless = GivenList.of(unless);
      return this;
    }

    /** Sets the id of the source that makes the inference. */
    public Builder by(String by) {
      requireNonNull(by, "by");
      this.by = by;
      return this;
    }

    /** Sets the argumentation scheme that the inference follows, such as {@code expert-opinion}. */
    public Builder scheme(String scheme) {
      requireNonNull(scheme, "scheme");
      this.scheme = scheme;
      return this;
    }

    /** Adds the claim that answers a critical question of the scheme, in place of any other that answers it. */
    public Builder answer(String question, String claimId) {
      requireNonNull(question, "question");
      requireNonNull(claimId, "claimId");
      if (answers instanceof ImmutableMap) {
        answers = new LinkedHashMap<>(answers);
      }
      answers.put(question, claimId);
      return this;
    }

    /** Replaces all claims that answer critical questions of the scheme: ids of claims by question, in the author's order. */
    public Builder allAnswers(ImmutableMap<String, String> answers) {
      requireNonNull(answers, "answers");
      this.answers = answers;
      return this;
    }

    @Override
    void check(Problems problems) {
      Rules.premises(problems, "/premises", premises.values());
      Rules.id(problems, "/id", id);
      Given.check(strength, problems, "/strength");
      Rules.ids(problems, "/assuming", assuming.values());
      Rules.ids(problems, "/unless", unless.values());
      Rules.words(problems, "/by", by);
      Rules.words(problems, "/scheme", scheme);
      if (!answers.isEmpty()) {
        answers.forEach((question, claim) ->
            Rules.words(problems, "/answers/" + Place.escape(question), question));
      }
      super.check(problems);
      if (premises.values().isEmpty()) {
        problems.add(Problem.at(
            "/premises",
            ProblemCode.EMPTY,
            "the inference has no premises",
            "Name at least one claim that must be accepted."));
      }
    }

    @Override
    Inference draft() {
      return new Inference(this);
    }
  }
}
