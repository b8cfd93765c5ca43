package org.claimtrace.evaluation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.claimtrace.model.Element;

/**
 * One thing that a line waits for. A line fires where each of them is as the line requires it, and its own coin is yes; of origins,
 * one suffices.
 *
 * <p>Stable.
 *
 * @param role what the line requires it as
 * @param element the claim, the source or, of an overriding line, the line
 */
public record Requirement(Role role, Element element) {
  public Requirement {
    requireNonNull(role, "role");
    requireNonNull(element, "element");
  }

  /** What a line requires something as. */
  public enum Role {
    /** A claim that must be accepted. */
    PREMISE,
    /** A claim that must be rejected. */
    NEGATED_PREMISE,
    /** A claim that holds until there is a case against it. */
    ASSUMPTION,
    /** A claim that stops the line once accepted. */
    EXCEPTION,
    /** The source of a piece of evidence, which must be right. */
    SOURCE,
    /** A source through which a piece of evidence was read, which must relay faithfully. */
    RELAY,
    /** A source that the source of a piece of evidence is derived from: one of them must say the same. */
    ORIGIN,
    /** The source of a review, which must be right. */
    REVIEWER,
    /** A line of the same claim, or of one that contradicts it, that settles this one where it fires. */
    OVERRIDER,
    /** A claim that cannot be true together with the claim: it bears on it where accepted. */
    CONTRADICTION;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns the stable word, in lower case with hyphens, such as {@code negated-premise}. */
    @JsonValue
    @Override
    public String toString() {
      return word;
    }
  }
}
