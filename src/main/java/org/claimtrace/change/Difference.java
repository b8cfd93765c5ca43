package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import org.claimtrace.model.Element;

/**
 * One thing in which two evaluations differ: what the cause of a changed verdict consists of.
 *
 * <p>A claim that only one of them has is no difference by itself: with everything that bears on it, it comes and goes with the
 * lines that lean on it, since without them it bears on nothing. The same is true of a source. A date at which a graph is looked
 * at is none either: what begins to exist or is retracted between two dates is.
 *
 * @param kind what differs
 * @param element the line or source that differs; of a contradiction one of the two claims, of a supposition the claim; empty for
 *     an option of the evaluation
 * @param claim the id of the claim that a line bears on; empty where it is no line
 * @param before what it was: ids, words and grades as a claim file has them, in the order of the document; empty where it was
 *     nothing, or is a line
 * @param after what it is, in the same manner; of a line that began or does not exist yet the date from which on it exists, if it
 *     has one
 */
public record Difference(
    Kind kind,
    Optional<Element> element,
    Optional<String> claim,
    ImmutableList<String> before,
    ImmutableList<String> after) {

  /** What may differ. */
  public enum Kind {
    /** A line is there that was not. */
    ADDED,
    /** A line is gone. */
    REMOVED,
    /** A line that both have exists at the later date, and did not at the earlier. */
    BEGAN,
    /** A line that both have does not exist at the date at which the graph is looked at now, and did before. */
    NOT_YET,
    /** An evidence names another source. */
    SOURCE,
    /** A line bears on its claim in another way. */
    STANCE,
    /** The strength of a line. */
    STRENGTH,
    /** The sources through which an evidence was read. */
    RELAYS,
    /** The premises of an inference; a negated one is written {@code not ID}. */
    PREMISES,
    /** What an inference takes for granted. */
    ASSUMING,
    /** The exceptions of a line. */
    UNLESS,
    /** The lines that a line settles. */
    OVERRIDES,
    /** The verdict that a review publishes. */
    PUBLISHED_VERDICT,
    /** The reliability of a source. */
    RELIABILITY,
    /** The sources that a source is derived from. */
    DERIVED_FROM,
    /** The sources that a source was read in. */
    READ_IN,
    /** A source is retracted, on the day that it is {@code after}; or no longer is, or not yet. */
    RETRACTED,
    /** Two claims are said to contradict each other, or no longer are: the element and the one named. */
    CONTRADICTS,
    /** What a claim is supposed to be. */
    SUPPOSED,
    /** The standard. */
    STANDARD,
    /** What published verdicts count for. */
    REVIEWS,
    /** Whether grades are read by logic alone. */
    BY_LOGIC,
    /** Whether sources are taken for originals. */
    IGNORES_DERIVATION,
    /** Whether worlds are sampled, how many, and with which seed. */
    SAMPLING;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The stable word, in lower case with hyphens, such as {@code derived-from}. */
    @Override
    public String toString() {
      return word;
    }
  }

  /** Whether it is an option of the evaluation, and nothing in the graph. */
  public boolean isOption() {
    return switch (kind) {
      case SUPPOSED, STANDARD, REVIEWS, BY_LOGIC, IGNORES_DERIVATION, SAMPLING -> true;
      default -> false;
    };
  }
}
