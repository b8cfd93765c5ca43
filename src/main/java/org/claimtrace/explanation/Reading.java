package org.claimtrace.explanation;

import java.util.Optional;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Requirement;
import org.claimtrace.evaluation.Requirement.Role;
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
public record Reading(
    Requirement.Role role, Element element, Chance met, Optional<Verdict> verdict) {

  /** Whether it is a claim. */
  public boolean isClaim() {
    return element.kind() == Element.Kind.CLAIM;
  }

  /** Whether a line goes from it: a premise, a negated one too, or the claim that contradicts. */
  public boolean isPremise() {
    return role == Role.PREMISE || role == Role.NEGATED_PREMISE || role == Role.CONTRADICTION;
  }
}
