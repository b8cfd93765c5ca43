package org.claimtrace.query;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.function.Function;
import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.Label;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.result.Result.WithoutJson;

/**
 * A condition on claims, which may be applied to any graph: {@link ClaimTrace#find} finds the claims that meet it.
 *
 * <pre>{@code
 * import static org.claimtrace.query.ClaimCondition.*;
 *
 * ClaimCondition condition = verdict(Verdict.REFUTED).and(not(uses("x-post")));
 * condition.description(); // claims that are refuted and do not use source 'x-post'
 * trace.find(condition).map(FoundClaim::explain).forEach(why -> System.out.println(why.toText()));
 * }</pre>
 *
 * <p>Texts and names are compared without regard to case, width, accents and the shapes of quotation marks and dashes, in every
 * script; simplified and traditional Chinese are different. Immutable; two conditions are equal if they are composed in the
 * same way.
 *
 * <p>Stable.
 */
public final class ClaimCondition implements WithoutJson {

  private final Criterion criterion;

  private ClaimCondition(Criterion criterion) {
    this.criterion = criterion;
  }

  /** Returns the condition that the verdict on a claim is one of the given ones. */
  public static ClaimCondition verdict(Verdict verdict, Verdict... others) {
    requireNonNull(verdict, "verdict");
    requireNonNull(others, "others");
    return oneOf(Criterion.HasVerdict::new, verdict, others);
  }

  /**
   * Returns the condition that the probability of a label exceeds a threshold by more than 1e-9.
   *
   * @param threshold from 0 to 1
   * @throws IllegalArgumentException if the threshold is outside this range
   */
  public static ClaimCondition beliefAbove(Label label, double threshold) {
    requireNonNull(label, "label");
    return believed(label, true, threshold);
  }

  /**
   * Returns the condition that the probability of a label is below a threshold by more than 1e-9.
   *
   * @param threshold from 0 to 1
   * @throws IllegalArgumentException if the threshold is outside this range
   */
  public static ClaimCondition beliefBelow(Label label, double threshold) {
    requireNonNull(label, "label");
    return believed(label, false, threshold);
  }

  private static ClaimCondition believed(Label label, boolean above, double threshold) {
    checkArgument(
        threshold >= 0 && threshold <= 1, "a probability of %s; it is from 0 to 1", threshold);
    // Adding 0 turns -0 into 0.
    return new ClaimCondition(new Criterion.BelievedBeyond(label, above, threshold + 0.0));
  }

  /**
   * Returns the condition that the text of a claim, in any of its languages, contains the given words.
   *
   * @throws IllegalArgumentException if the words are blank
   */
  public static ClaimCondition says(String words) {
    requireNonNull(words, "words");
    return new ClaimCondition(new Criterion.Says(written(words)));
  }

  /**
   * Returns the condition that a claim is about a person or thing: that a name under {@code about} is the given one or has its
   * words in a row. {@code Altman} finds Sam Altman, but {@code GPT-4} does not find GPT-4o.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public static ClaimCondition about(String name) {
    requireNonNull(name, "name");
    return new ClaimCondition(new Criterion.IsAbout(written(name)));
  }

  /**
   * Returns the condition that a claim has a claimant with the given name, or with its words in a row in its name.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public static ClaimCondition claimedBy(String name) {
    requireNonNull(name, "name");
    return new ClaimCondition(new Criterion.ClaimedBy(written(name)));
  }

  private static String written(String words) {
    checkArgument(!FoldedText.of(words).isEmpty(), "there are no letters in '%s'", words);
    return words;
  }

  /** Returns the condition that a claim is of one of the given kinds. */
  public static ClaimCondition kind(ClaimKind kind, ClaimKind... others) {
    requireNonNull(kind, "kind");
    requireNonNull(others, "others");
    return oneOf(Criterion.IsKind::new, kind, others);
  }

  /**
   * Returns the condition that the evaluation of a claim reads a source, whether or not the source matters: a piece of evidence
   * or a review of the claim is by the source or by one derived from it, directly or indirectly, or a piece of evidence was
   * relayed by it; or this is true of a claim on which the claim {@linkplain #dependsOn depends}. It does not suffice that the
   * claim appears in the source, that an inference is made by it, or that another source cites it.
   */
  public static ClaimCondition uses(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return new ClaimCondition(new Criterion.Uses(sourceId));
  }

  /**
   * Returns the condition that a source is necessary for the verdict: the verdict changes if the coin of the source alone is
   * set to no. A claim that rests on a source {@linkplain #uses uses} it.
   */
  public static ClaimCondition restsOn(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return new ClaimCondition(new Criterion.RestsOn(sourceId));
  }

  /**
   * Returns the condition that the evaluation of a claim reads the given one: as a premise, an assumption or an exception of
   * one of its lines, as one of its parts, or as one that contradicts it; or that of a claim on which it depends does. No claim depends on itself.
   */
  public static ClaimCondition dependsOn(String claimId) {
    requireNonNull(claimId, "claimId");
    return new ClaimCondition(new Criterion.DependsOn(claimId));
  }

  /** Returns the condition that a claim is a part of the given one, which is made of it and others. */
  public static ClaimCondition partOf(String claimId) {
    requireNonNull(claimId, "claimId");
    return new ClaimCondition(new Criterion.PartOf(claimId));
  }

  /** Returns the condition that a claim is made of parts, one of which is the given one. */
  public static ClaimCondition madeOf(String claimId) {
    requireNonNull(claimId, "claimId");
    return new ClaimCondition(new Criterion.MadeOf(claimId));
  }

  /**
   * Returns the condition that a claim has a review, the latest of its reviewer, whose published words are not entered as any
   * verdict.
   */
  public static ClaimCondition reviewedWithoutVerdict() {
    return new ClaimCondition(new Criterion.ReviewedWithoutVerdict());
  }

  /** Returns the condition that a source asserts a claim: the claim appears in it, or it makes an inference for the claim. */
  public static ClaimCondition assertedBy(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return new ClaimCondition(new Criterion.AssertedBy(sourceId));
  }

  /**
   * Returns the condition that a claim has an appearance whose date begins in a range. The date is that of the appearance or,
   * without one, that on which its source was published; an appearance without either is ignored.
   */
  public static ClaimCondition appeared(DateRange when) {
    requireNonNull(when, "when");
    return new ClaimCondition(new Criterion.Appeared(when));
  }

  /**
   * Returns the condition that a claim has a piece of evidence, of any stance, whose date begins in a range. The date is that
   * of the evidence or, without one, the latest on which its source and its relays were published; evidence without any date is
   * ignored.
   */
  public static ClaimCondition hasEvidenceFrom(DateRange when) {
    requireNonNull(when, "when");
    return new ClaimCondition(new Criterion.HasEvidenceFrom(when));
  }

  /** Returns the condition that the {@link Explanation#diagnosis} of a claim is one of the given ones. */
  public static ClaimCondition diagnosis(Diagnosis diagnosis, Diagnosis... others) {
    requireNonNull(diagnosis, "diagnosis");
    requireNonNull(others, "others");
    return oneOf(Criterion.Diagnosed::new, diagnosis, others);
  }

  @SafeVarargs
  private static <T> ClaimCondition oneOf(Function<T, Criterion> criterion, T first, T... others) {
    ClaimCondition condition = new ClaimCondition(criterion.apply(first));
    for (T other : others) {
      condition = condition.or(new ClaimCondition(criterion.apply(other)));
    }
    return condition;
  }

  /** Returns the condition that another is not met. */
  public static ClaimCondition not(ClaimCondition condition) {
    requireNonNull(condition, "condition");
    return new ClaimCondition(
        condition.criterion instanceof Criterion.Not not
            ? not.criterion()
            : new Criterion.Not(condition.criterion));
  }

  /** Returns the condition that both this one and another are met. */
  public ClaimCondition and(ClaimCondition other) {
    requireNonNull(other, "other");
    ImmutableList.Builder<Criterion> criteria = ImmutableList.builder();
    for (ClaimCondition each : Arrays.asList(this, other)) {
      if (each.criterion instanceof Criterion.AllOf all) {
        criteria.addAll(all.criteria());
      } else {
        criteria.add(each.criterion);
      }
    }
    return new ClaimCondition(new Criterion.AllOf(criteria.build()));
  }

  /** Returns the condition that this one or another is met, or both. */
  public ClaimCondition or(ClaimCondition other) {
    requireNonNull(other, "other");
    ImmutableList.Builder<Criterion> criteria = ImmutableList.builder();
    for (ClaimCondition each : Arrays.asList(this, other)) {
      if (each.criterion instanceof Criterion.AnyOf any) {
        criteria.addAll(any.criteria());
      } else {
        criteria.add(each.criterion);
      }
    }
    return new ClaimCondition(new Criterion.AnyOf(criteria.build()));
  }

  /** Returns the sources and claims that it names, without repetition, in the order in which it names them. */
  public ImmutableSet<Element> elements() {
    return criterion.elements().collect(toImmutableSet());
  }

  /** Returns a description in English: {@code claims that are refuted and use source 'x-post'}. */
  public String description() {
    return description("en");
  }

  /**
   * Returns a description in a language.
   *
   * @param languageTag a BCP 47 tag; the description is in Chinese for any Chinese, and in English for everything else
   */
  public String description(String languageTag) {
    requireNonNull(languageTag, "languageTag");
    return ConditionPhrases.of(languageTag).describe(criterion);
  }

  Criterion criterion() {
    return criterion;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClaimCondition that && criterion.equals(that.criterion);
  }

  @Override
  public int hashCode() {
    return criterion.hashCode();
  }

  /** Returns the description in English. */
  @Override
  public String toString() {
    return description();
  }
}
