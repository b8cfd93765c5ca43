package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A statement that can be true or false, with the lines that bear on it. Two are equal when all their members are, order
 * included.
 *
 * <p>Stable.
 */
public final class Claim extends NotedPart {

  private final String id;
  private final Text text;
  private final ClaimKind kind;
  private final ImmutableList<String> claimants;
  private final @Nullable PartialDate due;
  private final ImmutableList<String> about;
  private final ImmutableList<String> parts;
  private final ImmutableList<Appearance> appearances;
  private final ImmutableList<Evidence> evidence;
  private final ImmutableList<Inference> inferences;
  private final ImmutableList<Inference> steps;
  private final ImmutableList<String> contradicts;
  private final ImmutableList<Review> reviews;
  private final ImmutableList<Search> searches;

  private Claim(Builder builder) {
    super(builder);
    this.id = builder.id;
    this.text = PartBuilder.required(Given.value(builder.text));
    this.kind = builder.kind;
    this.claimants = builder.claimants.toList();
    this.due = Given.value(builder.due);
    this.about = builder.about.toList();
    this.parts = builder.parts.toList();
    this.appearances = builder.appearances.toList();
    this.evidence = builder.evidence.toList();
    this.inferences = builder.inferences.toList();
    this.steps = parts.isEmpty() ? inferences : Inference.withParts(inferences, parts);
    this.contradicts = builder.contradicts.toList();
    this.reviews = ReviewOrder.byReviewer(builder.reviews.toList());
    this.searches = builder.searches.toList();
  }

  /** Returns a claim with nothing but its text, in the language of the graph that it is added to. */
  public static Claim of(String id, String text) {
    requireNonNull(id, "id");
    return builder(id).text(text).build();
  }

  /**
   * Returns a builder of a claim.
   *
   * @param id the id, unique among claims
   */
  public static Builder builder(String id) {
    requireNonNull(id, "id");
    return new Builder(id);
  }

  /** Returns a builder with the members of this claim. */
  public Builder toBuilder() {
    Builder builder = new Builder(id).like(this);
    builder.text = text;
    builder.kind = kind;
    builder.claimants = GivenList.of(claimants);
    builder.due = due;
    builder.about = GivenList.of(about);
    builder.parts = GivenList.of(parts);
    builder.appearances = GivenList.of(appearances);
    builder.evidence = GivenList.of(evidence);
    builder.inferences = GivenList.of(inferences);
    builder.contradicts = GivenList.of(contradicts);
    builder.reviews = GivenList.of(reviews);
    builder.searches = GivenList.of(searches);
    return builder;
  }

  /** Returns the id, unique among claims. */
  public String id() {
    return id;
  }

  /** Returns the statement. */
  public Text text() {
    return text;
  }

  /** Returns the kind of statement; a fact where left out. */
  public ClaimKind kind() {
    return kind;
  }

  /** Returns who makes the claim, in document order. */
  public ImmutableList<String> claimants() {
    return claimants;
  }

  /** Returns the date from which it can be known whether a prediction has come true. */
  public Optional<PartialDate> due() {
    return Optional.ofNullable(due);
  }

  /** Returns the persons, companies and things that the claim is about, in document order. */
  public ImmutableList<String> about() {
    return about;
  }

  /**
   * Returns the ids of the claims that this one is made of. All of them accepted speak for it, and one of them rejected against
   * it; {@link #steps} lists these lines.
   */
  public ImmutableList<String> parts() {
    return parts;
  }

  /** Returns the places where the claim was made, in document order. */
  public ImmutableList<Appearance> appearances() {
    return appearances;
  }

  /**
   * Returns the ids of the claims that this one names: those that it contradicts, its parts, and the premises, assumptions, exceptions
   * and answers of its lines; each once.
   */
  public ImmutableSet<String> namedClaims() {
    ImmutableSet.Builder<String> named = ImmutableSet.builder();
    evidence.forEach(each -> named.addAll(each.unless()));
    for (Inference inference : inferences) {
      inference.premises().forEach(premise -> named.add(premise.claimId()));
      named.addAll(inference.assuming());
      named.addAll(inference.unless());
      named.addAll(inference.answers().values());
    }
    return named.addAll(contradicts).addAll(parts).build();
  }

  /**
   * Returns the ids of the sources that this claim names: of its appearances, its evidence with its relays and origins, its steps, its
   * reviews and its searches; each once.
   */
  public ImmutableSet<String> namedSources() {
    ImmutableSet.Builder<String> named = ImmutableSet.builder();
    appearances.forEach(each -> named.add(each.sourceId()));
    for (Evidence each : evidence) {
      named.add(each.sourceId());
      each.via().ifPresent(named::addAll);
      each.derivedFrom().ifPresent(named::addAll);
    }
    inferences.forEach(each -> each.by().ifPresent(named::add));
    reviews.forEach(each -> named.add(each.reviewer()));
    searches.forEach(each -> each.sourceId().ifPresent(named::add));
    return named.build();
  }

  /** Returns the earliest date of an appearance; empty where none has a date. Dates are compared by their first days. */
  public Optional<PartialDate> firstSaid() {
    return appearances.stream()
        .flatMap(appearance -> appearance.date().stream())
        .min(Comparator.comparing(PartialDate::firstDay));
  }

  /** Returns the pieces of evidence that bear on the claim, in document order. */
  public ImmutableList<Evidence> evidence() {
    return evidence;
  }

  /** Returns the inferences for the claim or against it, in document order. */
  public ImmutableList<Inference> inferences() {
    return inferences;
  }

  /**
   * Returns the inferences and, where the claim has {@linkplain #parts parts}, the steps from these: one for it, named {@code
   * CLAIM/parts}, with all parts as premises, and one against it for each part, named {@code CLAIM/parts/PART}, with the part
   * rejected as its premise. In document order, inferences first.
   */
  public ImmutableList<Inference> steps() {
    return steps;
  }

  /**
   * Returns the ids of the claims that cannot be true together with this one. The relation is symmetric; it may be written on
   * either side or on both.
   */
  public ImmutableList<String> contradicts() {
    return contradicts;
  }

  /**
   * Returns the published verdicts, in document order; those of one reviewer together, in the order of their dates. The last of
   * them takes the place of the others.
   */
  public ImmutableList<Review> reviews() {
    return reviews;
  }

  /** Returns the searches for evidence, in document order. */
  public ImmutableList<Search> searches() {
    return searches;
  }

  @Override
  boolean isUntagged() {
    return isUntagged(text)
        || super.isUntagged()
        || isAnyUntagged(evidence)
        || isAnyUntagged(inferences)
        || isAnyUntagged(appearances)
        || isAnyUntagged(reviews)
        || isAnyUntagged(searches);
  }

  /** Returns this claim, with the texts that have no tag tagged with {@code language}. */
  Claim inLanguage(String language) {
    return isUntagged() ? toBuilder().inLanguage(language).draft() : this;
  }

  @Override
  @Nullable
  Object member(int number) {
    return switch (number) {
      case 0 -> id;
      case 1 -> text;
      case 2 -> kind;
      case 3 -> claimants;
      case 4 -> due;
      case 5 -> about;
      case 6 -> parts;
      case 7 -> appearances;
      case 8 -> evidence;
      case 9 -> inferences;
      case 10 -> contradicts;
      case 11 -> reviews;
      case 12 -> searches;
      case 13 -> note;
      default -> NO_MORE;
    };
  }

  /** Returns a short description. */
  @Override
  public String toString() {
    return "claim " + id;
  }

  /**
   * Builds a claim. A method for a list adds to it, except {@code all…}, which replaces the list; every other method replaces
   * the value set before. Mutable, for use by one thread.
   */
  public static final class Builder extends NotedPartBuilder<Claim, Builder> {

    private final String id;
    private @Nullable Given<Text> text;
    private ClaimKind kind = ClaimKind.FACT;
    private GivenList<String> claimants = GivenList.empty();
    private @Nullable Given<PartialDate> due;
    private GivenList<String> about = GivenList.empty();
    private GivenList<String> parts = GivenList.empty();
    private GivenList<Appearance> appearances = GivenList.empty();
    private GivenList<Evidence> evidence = GivenList.empty();
    private GivenList<Inference> inferences = GivenList.empty();
    private GivenList<String> contradicts = GivenList.empty();
    private GivenList<Review> reviews = GivenList.empty();
    private GivenList<Search> searches = GivenList.empty();

    private Builder(String id) {
      this.id = id;
    }

    /** Sets the statement. */
    public Builder text(Text text) {
      requireNonNull(text, "text");
      this.text = text;
      return this;
    }

    /** Sets the statement, in the language of the graph. */
    public Builder text(String text) {
      requireNonNull(text, "text");
      this.text = Given.text(text);
      return this;
    }

    /**
     * Sets the statement, in one language or several.
     *
     * @param tag a BCP 47 language tag
     * @param words the words in that language
     * @param more further tags, each followed by its words
     * @throws IllegalArgumentException if the last tag has no words
     */
    public Builder text(String tag, String words, String... more) {
      requireNonNull(tag, "tag");
      requireNonNull(words, "words");
      requireNonNull(more, "more");
      this.text = Given.text(tag, words, more);
      return this;
    }

    /** Sets the kind of statement; a fact where left out. */
    public Builder kind(ClaimKind kind) {
      requireNonNull(kind, "kind");
      this.kind = kind;
      return this;
    }

    /** Adds who makes the claim. */
    public Builder claimant(String... claimants) {
      requireNonNull(claimants, "claimants");
      this.claimants = this.claimants.withAll(claimants);
      return this;
    }

    /** Replaces who makes the claim by those of an iterable, in its order. */
    public Builder allClaimants(Iterable<String> claimants) {
      requireNonNull(claimants, "claimants");
      this.claimants = GivenList.of(claimants);
      return this;
    }

    /** Sets the date from which it can be known whether a prediction has come true. */
    public Builder due(PartialDate due) {
      requireNonNull(due, "due");
      this.due = due;
      return this;
    }

    /** Sets the date on which a prediction is due, written as {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
    public Builder due(String due) {
      requireNonNull(due, "due");
      this.due = Given.date(due);
      return this;
    }

    /** Sets the date on which a prediction is due, as a day. */
    public Builder due(LocalDate due) {
      requireNonNull(due, "due");
      this.due = Given.date(due);
      return this;
    }

    /** Adds the persons, companies and things that the claim is about. */
    public Builder about(String... about) {
      requireNonNull(about, "about");
      this.about = this.about.withAll(about);
      return this;
    }

    /** Replaces the persons, companies and things that the claim is about by those of an iterable, in its order. */
    public Builder allAbout(Iterable<String> about) {
      requireNonNull(about, "about");
      this.about = GivenList.of(about);
      return this;
    }

    /** Adds the ids of the claims that this one is made of: it holds if all of them do. */
    public Builder parts(String... parts) {
      requireNonNull(parts, "parts");
      this.parts = this.parts.withAll(parts);
      return this;
    }

    /** Replaces the ids of the claims that this one is made of by those of an iterable, in its order. */
    public Builder allParts(Iterable<String> parts) {
      requireNonNull(parts, "parts");
      this.parts = GivenList.of(parts);
      return this;
    }

    /** Adds a place where the claim was made. */
    public Builder appearance(Appearance appearance) {
      requireNonNull(appearance, "appearance");
      this.appearances = this.appearances.with(appearance);
      return this;
    }

    /** Adds an appearance that is not built yet; its problems are reported together with those of the claim. */
    public Builder appearance(Appearance.Builder appearance) {
      requireNonNull(appearance, "appearance");
      this.appearances = this.appearances.with(appearance);
      return this;
    }

    /** Adds a source in which the claim was made. */
    public Builder appearance(String sourceId) {
      return appearance(Appearance.builder(sourceId));
    }

    /** Replaces all appearances. */
    public Builder allAppearances(Iterable<Appearance> appearances) {
      requireNonNull(appearances, "appearances");
      this.appearances = GivenList.of(appearances);
      return this;
    }

    /** Adds a piece of evidence. */
    public Builder evidence(Evidence evidence) {
      requireNonNull(evidence, "evidence");
      this.evidence = this.evidence.with(evidence);
      return this;
    }

    /** Adds a piece of evidence that is not built yet; its problems are reported together with those of the claim. */
    public Builder evidence(Evidence.Builder evidence) {
      requireNonNull(evidence, "evidence");
      this.evidence = this.evidence.with(evidence);
      return this;
    }

    /** Adds a source that supports the claim. */
    public Builder evidence(String sourceId) {
      return evidence(Evidence.builder(sourceId));
    }

    /** Adds a source that bears on the claim. */
    public Builder evidence(String sourceId, Stance stance) {
      return evidence(Evidence.builder(sourceId).stance(stance));
    }

    /** Replaces all evidence. */
    public Builder allEvidence(Iterable<Evidence> evidence) {
      requireNonNull(evidence, "evidence");
      this.evidence = GivenList.of(evidence);
      return this;
    }

    /** Adds an inference for the claim or against it. */
    public Builder inference(Inference inference) {
      requireNonNull(inference, "inference");
      this.inferences = this.inferences.with(inference);
      return this;
    }

    /** Adds an inference that is not built yet; its problems are reported together with those of the claim. */
    public Builder inference(Inference.Builder inference) {
      requireNonNull(inference, "inference");
      this.inferences = this.inferences.with(inference);
      return this;
    }

    /** Adds an inference for the claim from claims that must be accepted, at least one. */
    public Builder inference(String... premises) {
      requireNonNull(premises, "premises");
      return inference(Inference.builder(premises));
    }

    /** Replaces all inferences. */
    public Builder allInferences(Iterable<Inference> inferences) {
      requireNonNull(inferences, "inferences");
      this.inferences = GivenList.of(inferences);
      return this;
    }

    /**
     * Adds the ids of the claims that cannot be true together with this one. The relation is symmetric; it may be written on
     * either side or on both.
     */
    public Builder contradicts(String... contradicts) {
      requireNonNull(contradicts, "contradicts");
      this.contradicts = this.contradicts.withAll(contradicts);
      return this;
    }

    /** Replaces the ids of the claims that cannot be true together with this one by those of an iterable, in its order. */
    public Builder allContradicts(Iterable<String> contradicts) {
      requireNonNull(contradicts, "contradicts");
      this.contradicts = GivenList.of(contradicts);
      return this;
    }

    /** Adds a published verdict; several by one reviewer have dates, and are added in their order. */
    public Builder review(Review review) {
      requireNonNull(review, "review");
      this.reviews = this.reviews.with(review);
      return this;
    }

    /** Adds a review that is not built yet; its problems are reported together with those of the claim. */
    public Builder review(Review.Builder review) {
      requireNonNull(review, "review");
      this.reviews = this.reviews.with(review, review.reviewer());
      return this;
    }

    /**
     * Adds what one reviewer published, the oldest first, not built yet; their problems are reported together with those of the
     * claim.
     */
    public Builder reviews(Review.Builder... reviews) {
      requireNonNull(reviews, "reviews");
      for (int i = 0; i < reviews.length; i++) {
        this.reviews = this.reviews.with(reviews[i], reviews[i].reviewer(), i);
      }
      return this;
    }

    /** Adds the verdict that a source published. */
    public Builder review(String reviewer, Verdict verdict) {
      return review(Review.builder(reviewer, verdict));
    }

    /** Replaces all reviews. */
    public Builder allReviews(Iterable<Review> reviews) {
      requireNonNull(reviews, "reviews");
      this.reviews = GivenList.of(reviews);
      return this;
    }

    /** Adds a search for evidence. */
    public Builder search(Search search) {
      requireNonNull(search, "search");
      this.searches = this.searches.with(search);
      return this;
    }

    /** Adds a search that is not built yet; its problems are reported together with those of the claim. */
    public Builder search(Search.Builder search) {
      requireNonNull(search, "search");
      this.searches = this.searches.with(search);
      return this;
    }

    /** Adds a search for evidence, of which only is known where it was made. */
    public Builder search(String where) {
      return search(Search.builder(where));
    }

    /** Replaces all searches. */
    public Builder allSearches(Iterable<Search> searches) {
      requireNonNull(searches, "searches");
      this.searches = GivenList.of(searches);
      return this;
    }

    @Override
    Builder inLanguage(String language) {
      text = Given.inLanguage(text, language);
      appearances = appearances.map(each -> each.inLanguage(language));
      evidence = evidence.map(each -> each.inLanguage(language));
      inferences = inferences.map(each -> each.inLanguage(language));
      reviews = reviews.map(each -> each.inLanguage(language));
      searches = searches.map(each -> each.inLanguage(language));
      return super.inLanguage(language);
    }

    @Override
    void check(Problems problems) {
      Rules.id(problems, "", id);
      Given.check(text, problems, "/text");
      Rules.oneOrMore(problems, "/claimant", claimants.values());
      Given.check(due, problems, "/due");
      Rules.allWords(problems, "/about", about.values());
      Rules.ids(problems, "/parts", parts.values());
      appearances.check(problems, "/appearances");
      evidence.check(problems, "/evidence");
      inferences.check(problems, "/inferences");
      Rules.ids(problems, "/contradicts", contradicts.values());
      reviews.check(problems, "/reviews");
      ReviewOrder.check(problems, reviews.values());
      searches.check(problems, "/searches");
      super.check(problems);
      missing(
          problems, text, "claim '" + id + "' has no text", "Write what it states under 'text'.");
    }

    @Override
    Claim draft() {
      return new Claim(this);
    }

    @Override
    String subject() {
      return "claim " + Problem.visible(id);
    }

    String id() {
      return id;
    }
  }
}
