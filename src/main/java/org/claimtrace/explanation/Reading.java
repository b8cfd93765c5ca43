package org.claimtrace.explanation;

import java.util.Locale;
import java.util.Optional;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;

/**
 * One thing that a line reads, and whether it is as the line needs it. A line fires where all of them are met; of origins, one
 * suffices.
 *
 * @param role what the line reads it as
 * @param element the claim, the source or, of an overriding line, the line
 * @param met the chance that it is as the line needs it: of an exception that it is not accepted, of an overriding line that it
 *     does not fire
 * @param verdict the verdict, if it is a claim
 */
public record Reading(Role role, Element element, Chance met, Optional<Verdict> verdict) {

  /** What a line reads something as. */
  public enum Role {
    /** A claim that must be accepted. */
    PREMISE,
    /** A claim that must be rejected. */
    NEGATED_PREMISE,
    /** A claim that holds until there is a case against it. */
    ASSUMPTION,
    /** A claim that stops the line once accepted. */
    EXCEPTION,
    /** The source of an evidence, which must be right. */
    SOURCE,
    /** A source through which an evidence was read, which must relay faithfully. */
    RELAY,
    /** A source that the source of an evidence is derived from: one of them must say the same. */
    ORIGIN,
    /** The source of a review, which must be right. */
    REVIEWER,
    /** A line of the same claim that settles this one where it fires. */
    OVERRIDER,
    /** A claim that cannot be true together with the claim: it bears on it where accepted. */
    CONTRADICTION;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The stable word, in lower case with hyphens, such as {@code negated-premise}. */
    @Override
    public String toString() {
      return word;
    }
  }

  /** Whether it is a claim. */
  public boolean isClaim() {
    return element.kind() == Element.Kind.CLAIM;
  }

  /** Whether a line goes from it: a premise, a negated one too, or the claim that contradicts. */
  public boolean isPremise() {
    return role == Role.PREMISE || role == Role.NEGATED_PREMISE || role == Role.CONTRADICTION;
  }
}
