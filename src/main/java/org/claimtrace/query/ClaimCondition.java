package org.claimtrace.query;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

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

/**
 * What claims are looked for, to be asked of any graph: {@link ClaimTrace#claims} finds those that meet it.
 *
 * <pre>{@code
 * import static org.claimtrace.query.ClaimCondition.*;
 *
 * ClaimCondition condition = verdict(Verdict.REFUTED).and(not(uses("x-post")));
 * condition.description(); // claims that are refuted and do not use source 'x-post'
 * trace.claims(condition).map(FoundClaim::explain).forEach(why -> System.out.println(why.toText()));
 * }</pre>
 *
 * <p>Texts and names are compared without regard to case, width, accents and the shapes of quotation marks and dashes, in every
 * script; simplified and traditional Chinese are different. Immutable; two are equal when they are put together in the same way.
 */
public final class ClaimCondition {

  private final Criterion criterion;

  private ClaimCondition(Criterion criterion) {
    this.criterion = criterion;
  }

  /** That the verdict on a claim is this one, or one of these. */
  public static ClaimCondition verdict(Verdict verdict, Verdict... others) {
    return oneOf(Criterion.HasVerdict::new, verdict, others);
  }

  /**
   * That the probability of a label is greater than a number, by more than 1e-9.
   *
   * @param threshold from 0 to 1
   */
  public static ClaimCondition beliefAbove(Label label, double threshold) {
    return believed(label, true, threshold);
  }

  /**
   * That the probability of a label is less than a number, by more than 1e-9.
   *
   * @param threshold from 0 to 1
   */
  public static ClaimCondition beliefBelow(Label label, double threshold) {
    return believed(label, false, threshold);
  }

  private static ClaimCondition believed(Label label, boolean above, double threshold) {
    checkArgument(
        threshold >= 0 && threshold <= 1, "a probability of %s; it is from 0 to 1", threshold);
    // Adding zero makes 0 of -0.
    return new ClaimCondition(new Criterion.BelievedBeyond(label, above, threshold + 0.0));
  }

  /**
   * That the text of a claim, in whatever language it is written, contains these words.
   *
   * @throws IllegalArgumentException if they are blank
   */
  public static ClaimCondition says(String words) {
    return new ClaimCondition(new Criterion.Says(written(words)));
  }

  /**
   * That a claim is about somebody or something: that a name under {@code about} is this one, or has these words in a row. {@code
   * Altman} finds Sam Altman, and {@code GPT-4} does not find GPT-4o.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public static ClaimCondition about(String name) {
    return new ClaimCondition(new Criterion.IsAbout(written(name)));
  }

  /**
   * That a claim has a claimant of this name, or with these words in a row in its name.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public static ClaimCondition claimedBy(String name) {
    return new ClaimCondition(new Criterion.ClaimedBy(written(name)));
  }

  private static String written(String words) {
    checkArgument(!FoldedText.of(words).isEmpty(), "there are no letters in '%s'", words);
    return words;
  }

  /** That a claim is of this kind, or one of these. */
  public static ClaimCondition kind(ClaimKind kind, ClaimKind... others) {
    return oneOf(Criterion.IsKind::new, kind, others);
  }

  /**
   * That a source is among what the evaluation of a claim reads, whether it matters or not: that a piece of evidence or a review of the
   * claim is by it or by a source derived from it, at whatever remove, or a piece of evidence was relayed by it; or that this is so of
   * a claim which the claim {@linkplain #dependsOn depends on}. That a claim appears in the source, that an inference is
   * made by it or another source cites it, is no use.
   */
  public static ClaimCondition uses(String sourceId) {
    return new ClaimCondition(new Criterion.Uses(sourceId));
  }

  /**
   * That a source is necessary for the verdict: with its coin set to no, all else as it is, the verdict is another one. A claim
   * that rests on a source {@linkplain #uses uses} it.
   */
  public static ClaimCondition restsOn(String sourceId) {
    return new ClaimCondition(new Criterion.RestsOn(sourceId));
  }

  /**
   * That a claim is among what the evaluation of another reads: as a premise, an assumption or an exception of one of its lines,
   * or as contradicted by it or contradicting it; or so of a claim that it depends on. No claim is said to depend on itself.
   */
  public static ClaimCondition dependsOn(String claimId) {
    return new ClaimCondition(new Criterion.DependsOn(claimId));
  }

  /** That a source asserts a claim: that the claim appears in it, or that an inference for the claim is made by it. */
  public static ClaimCondition assertedBy(String sourceId) {
    return new ClaimCondition(new Criterion.AssertedBy(sourceId));
  }

  /**
   * That a claim has an appearance which begins in some days. Its date is its own, else the day on which the source in which it
   * stands was published; one without either is passed over.
   */
  public static ClaimCondition appeared(DateRange when) {
    return new ClaimCondition(new Criterion.Appeared(when));
  }

  /**
   * That a claim has a piece of evidence, of whatever stance, which begins in some days. Its date is its own, else the latest on which
   * its source and its relays were published; one without any is passed over.
   */
  public static ClaimCondition hasEvidenceFrom(DateRange when) {
    return new ClaimCondition(new Criterion.HasEvidenceFrom(when));
  }

  /** That the argument for a claim comes to this, or one of these: the {@link Explanation#diagnosis} of its explanation. */
  public static ClaimCondition diagnosis(Diagnosis diagnosis, Diagnosis... others) {
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

  /** That a condition is not met. */
  public static ClaimCondition not(ClaimCondition condition) {
    return new ClaimCondition(
        condition.criterion instanceof Criterion.Not not
            ? not.criterion()
            : new Criterion.Not(condition.criterion));
  }

  /** That both this condition and another are met. */
  public ClaimCondition and(ClaimCondition other) {
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

  /** That this condition or another is met, or both. */
  public ClaimCondition or(ClaimCondition other) {
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

  /** The sources and claims that it names, each once, in the order in which it does. */
  public ImmutableSet<Element> elements() {
    return criterion.elements().collect(toImmutableSet());
  }

  /** What it asks for, in English: {@code claims that are refuted and use source 'x-post'}. */
  public String description() {
    return description("en");
  }

  /**
   * What it asks for, in a language.
   *
   * @param languageTag a BCP 47 tag; Chinese is told in Chinese, everything else in English
   */
  public String description(String languageTag) {
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

  /** What it asks for, in English. */
  @Override
  public String toString() {
    return description();
  }
}
