package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** A statement that can be true or false, with what bears on it. Two are equal when all their members are, order included. */
public final class Claim {
  private final String id;
  private final Text text;
  private final ClaimKind kind;
  private final @Nullable String claimant;
  private final ImmutableList<String> about;
  private final ImmutableList<Appearance> appearances;
  private final ImmutableList<Evidence> evidence;
  private final ImmutableList<Inference> inferences;
  private final ImmutableList<String> contradicts;
  private final ImmutableList<Review> reviews;
  private final ImmutableList<Search> searches;
  private final @Nullable Text note;
  private final ImmutableMap<String, String> ownMembers;

  private Claim(Builder builder) {
    this.id = builder.id;
    this.text = builder.text == null ? Text.untagged("?") : builder.text;
    this.kind = builder.kind;
    this.claimant = builder.claimant;
    this.about = builder.about;
    this.appearances = ImmutableList.copyOf(builder.appearances);
    this.evidence = ImmutableList.copyOf(builder.evidence);
    this.inferences = ImmutableList.copyOf(builder.inferences);
    this.contradicts = builder.contradicts;
    this.reviews = ImmutableList.copyOf(builder.reviews);
    this.searches = ImmutableList.copyOf(builder.searches);
    this.note = builder.note;
    this.ownMembers = ImmutableMap.copyOf(builder.ownMembers);
  }

  /** A claim with nothing but its text, in the language of the graph that it is put into. */
  public static Claim of(String id, String text) {
    return builder(id).text(text).build();
  }

  /**
   * Begins a claim.
   *
   * @param id the id, unique among claims
   */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /** Begins a claim like this one. */
  public Builder toBuilder() {
    Builder builder = new Builder(id);
    builder.text = text;
    builder.kind = kind;
    builder.claimant = claimant;
    builder.about = about;
    builder.appearances = appearances;
    builder.evidence = evidence;
    builder.inferences = inferences;
    builder.contradicts = contradicts;
    builder.reviews = reviews;
    builder.searches = searches;
    builder.note = note;
    builder.ownMembers = ownMembers;
    return builder;
  }

  /** The id, unique among claims. */
  public String id() {
    return id;
  }

  /** The statement. */
  public Text text() {
    return text;
  }

  /** What kind of statement it is; a fact, where left out. */
  public ClaimKind kind() {
    return kind;
  }

  /** Who makes the claim. */
  public Optional<String> claimant() {
    return Optional.ofNullable(claimant);
  }

  /** The persons, companies and things that the claim is about. */
  public ImmutableList<String> about() {
    return about;
  }

  /** Where the claim was made. */
  public ImmutableList<Appearance> appearances() {
    return appearances;
  }

  /** The sources bearing on the claim. */
  public ImmutableList<Evidence> evidence() {
    return evidence;
  }

  /** The steps that lead to the claim or against it. */
  public ImmutableList<Inference> inferences() {
    return inferences;
  }

  /** The ids of the claims that cannot be true together with this one; symmetric, and written on either side or both. */
  public ImmutableList<String> contradicts() {
    return contradicts;
  }

  /** The published verdicts, one a reviewer. */
  public ImmutableList<Review> reviews() {
    return reviews;
  }

  /** The searches for evidence. */
  public ImmutableList<Search> searches() {
    return searches;
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
    if (text.isUntagged() || (note != null && note.isUntagged())) {
      return true;
    }
    // Loops, since every claim that is read passes here, and streams would cost as much as reading
    // it.
    for (Evidence each : evidence) {
      if (each.isUntagged()) {
        return true;
      }
    }
    for (Inference each : inferences) {
      if (each.isUntagged()) {
        return true;
      }
    }
    for (Appearance each : appearances) {
      if (each.isUntagged()) {
        return true;
      }
    }
    for (Review each : reviews) {
      if (each.isUntagged()) {
        return true;
      }
    }
    for (Search each : searches) {
      if (each.isUntagged()) {
        return true;
      }
    }
    return false;
  }

  /** This claim, with the language given to the texts that have no tag. */
  Claim inLanguage(String language) {
    if (!isUntagged()) {
      return this;
    }
    Builder builder = toBuilder();
    builder.text = text.inLanguage(language);
    builder.appearances = appearances.stream()
        .map(each -> each.inLanguage(language))
        .collect(ImmutableList.toImmutableList());
    builder.evidence = evidence.stream()
        .map(each -> each.inLanguage(language))
        .collect(ImmutableList.toImmutableList());
    builder.inferences = inferences.stream()
        .map(each -> each.inLanguage(language))
        .collect(ImmutableList.toImmutableList());
    builder.reviews = reviews.stream()
        .map(each -> each.inLanguage(language))
        .collect(ImmutableList.toImmutableList());
    builder.searches = searches.stream()
        .map(each -> each.inLanguage(language))
        .collect(ImmutableList.toImmutableList());
    builder.note = note == null ? null : note.inLanguage(language);
    return new Claim(builder);
  }

  private Object[] state() {
    return new Object[] {
      id,
      text,
      kind,
      claimant,
      about,
      appearances,
      evidence,
      inferences,
      contradicts,
      reviews,
      searches,
      note,
      ownMembers.entrySet().asList()
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Claim that && Arrays.equals(state(), that.state()));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  /** What it is, in a few words. */
  @Override
  public String toString() {
    return "claim " + id;
  }

  /** Builds a claim; each call replaces what was said before, but for {@code appearance}, {@code evidence}, {@code inference}, {@code review}, {@code search} and {@code ownMember}, which add. Not for use by several threads. */
  public static final class Builder {
    private final String id;
    private @Nullable Text text;
    private ClaimKind kind = ClaimKind.FACT;
    private @Nullable String claimant;
    private ImmutableList<String> about = ImmutableList.of();
    private List<Appearance> appearances = ImmutableList.of();
    private List<Evidence> evidence = ImmutableList.of();
    private List<Inference> inferences = ImmutableList.of();
    private ImmutableList<String> contradicts = ImmutableList.of();
    private List<Review> reviews = ImmutableList.of();
    private List<Search> searches = ImmutableList.of();
    private @Nullable Text note;
    private Map<String, String> ownMembers = ImmutableMap.of();
    private final Problems problems = new Problems();

    private Builder(String id) {
      this.id = id;
      Rules.id(problems, "", id);
    }

    /** The statement. */
    public Builder text(Text text) {
      problems.forget("/text");
      this.text = text;
      return this;
    }

    /** The same, in the language of the graph. */
    public Builder text(String text) {
      problems.forget("/text");
      Rules.words(problems, "/text", text);
      this.text = Text.untagged(text);
      return this;
    }

    /** The same, as words by language tag. */
    public Builder text(Map<String, String> text) {
      problems.forget("/text");
      Rules.languages(problems, "/text", text);
      this.text = text.isEmpty() ? Text.untagged("?") : Text.tagged(text);
      return this;
    }

    /** What kind of statement it is; a fact, where left out. */
    public Builder kind(ClaimKind kind) {
      problems.forget("/kind");
      this.kind = kind;
      return this;
    }

    /** Who makes the claim. */
    public Builder claimant(String claimant) {
      problems.forget("/claimant");
      Rules.words(problems, "/claimant", claimant);
      this.claimant = claimant;
      return this;
    }

    /** The persons, companies and things that the claim is about. */
    public Builder about(String... about) {
      return about(Arrays.asList(about));
    }

    /** The same, in the order of an iterable. */
    public Builder about(Iterable<String> about) {
      problems.forget("/about");
      this.about = ImmutableList.copyOf(about);
      for (int i = 0; i < this.about.size(); i++) {
        Rules.words(problems, "/about/" + i, this.about.get(i));
      }
      return this;
    }

    /** Adds one: where the claim was made. */
    public Builder appearance(Appearance appearance) {
      this.appearances = Rules.with(this.appearances, appearance);
      return this;
    }

    /** Adds one that is not built yet; what is wrong with it is reported together with the rest. */
    public Builder appearance(Appearance.Builder appearance) {
      Problems flaws = appearance.flaws();
      if (!flaws.isEmpty()) {
        problems.addAll("/appearances/" + this.appearances.size(), flaws);
      }
      return appearance(appearance.unchecked());
    }

    /** Replaces all. Where the claim was made. */
    public Builder appearances(Iterable<Appearance> appearances) {
      problems.forget("/appearances");
      this.appearances = ImmutableList.copyOf(appearances);
      return this;
    }

    /** Adds one: the sources bearing on the claim. */
    public Builder evidence(Evidence evidence) {
      this.evidence = Rules.with(this.evidence, evidence);
      return this;
    }

    /** Adds one that is not built yet; what is wrong with it is reported together with the rest. */
    public Builder evidence(Evidence.Builder evidence) {
      Problems flaws = evidence.flaws();
      if (!flaws.isEmpty()) {
        problems.addAll("/evidence/" + this.evidence.size(), flaws);
      }
      return evidence(evidence.unchecked());
    }

    /** Replaces all. The sources bearing on the claim. */
    public Builder evidence(Iterable<Evidence> evidence) {
      problems.forget("/evidence");
      this.evidence = ImmutableList.copyOf(evidence);
      return this;
    }

    /** Adds one: the steps that lead to the claim or against it. */
    public Builder inference(Inference inference) {
      this.inferences = Rules.with(this.inferences, inference);
      return this;
    }

    /** Adds one that is not built yet; what is wrong with it is reported together with the rest. */
    public Builder inference(Inference.Builder inference) {
      Problems flaws = inference.flaws();
      if (!flaws.isEmpty()) {
        problems.addAll("/inferences/" + this.inferences.size(), flaws);
      }
      return inference(inference.unchecked());
    }

    /** Replaces all. The steps that lead to the claim or against it. */
    public Builder inferences(Iterable<Inference> inferences) {
      problems.forget("/inferences");
      this.inferences = ImmutableList.copyOf(inferences);
      return this;
    }

    /** The ids of the claims that cannot be true together with this one; symmetric, and written on either side or both. */
    public Builder contradicts(String... contradicts) {
      return contradicts(Arrays.asList(contradicts));
    }

    /** The same, in the order of an iterable. */
    public Builder contradicts(Iterable<String> contradicts) {
      problems.forget("/contradicts");
      this.contradicts = ImmutableList.copyOf(contradicts);
      Rules.ids(problems, "/contradicts", this.contradicts);
      return this;
    }

    /** Adds one: the published verdicts, one a reviewer. */
    public Builder review(Review review) {
      this.reviews = Rules.with(this.reviews, review);
      return this;
    }

    /** Adds one that is not built yet; what is wrong with it is reported together with the rest. */
    public Builder review(Review.Builder review) {
      Problems flaws = review.flaws();
      if (!flaws.isEmpty()) {
        problems.addAll("/reviews/" + review.reviewerPointer(), flaws);
      }
      return review(review.unchecked());
    }

    /** Replaces all. The published verdicts, one a reviewer. */
    public Builder reviews(Iterable<Review> reviews) {
      problems.forget("/reviews");
      this.reviews = ImmutableList.copyOf(reviews);
      return this;
    }

    /** Adds one: the searches for evidence. */
    public Builder search(Search search) {
      this.searches = Rules.with(this.searches, search);
      return this;
    }

    /** Adds one that is not built yet; what is wrong with it is reported together with the rest. */
    public Builder search(Search.Builder search) {
      Problems flaws = search.flaws();
      if (!flaws.isEmpty()) {
        problems.addAll("/searches/" + this.searches.size(), flaws);
      }
      return search(search.unchecked());
    }

    /** Replaces all. The searches for evidence. */
    public Builder searches(Iterable<Search> searches) {
      problems.forget("/searches");
      this.searches = ImmutableList.copyOf(searches);
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
     * Builds the claim.
     *
     * @throws ClaimGraphException with everything that is wrong in it, pointers relative to it
     */
    public Claim build() {
      flaws().throwIfAny();
      return unchecked();
    }

    /** What is wrong, pointers relative to the part. */
    Problems flaws() {
      if (text == null) {
        return problems.and(Problem.at(
            "",
            ProblemCode.MISSING_MEMBER,
            "claim '" + id + "'" + " has no text",
            "Write what it states under 'text'."));
      }
      return problems;
    }

    /** What is built whatever is wrong, so that what it is a part of can tell all problems at once. */
    Claim unchecked() {
      return new Claim(this);
    }

    String id() {
      return id;
    }
  }
}
