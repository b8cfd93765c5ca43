package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.claimtrace.model.Element;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which two evaluations differ: what the cause of a changed verdict consists of.
 *
 * <p>A claim that only one of them has is no difference by itself: with everything that bears on it, it comes and goes with the
 * lines that lean on it, since without them it bears on nothing. The same is true of a source. A date at which a graph is looked
 * at is none either: what begins to exist or is retracted between two dates is.
 *
 * <p>What it was and what it is are of a type that the kind determines; programs read both as text. Two differences are equal when
 * all that can be read of them is.
 */
public abstract sealed class Difference
    permits LinePresence, AttributeChange, ContradictionChange, SuppositionChange {

  private final Kind kind;
  private final Optional<Element> element;
  private final Optional<String> claim;

  Difference(Kind kind, Optional<Element> element, Optional<String> claim) {
    this.kind = kind;
    this.element = element;
    this.claim = claim;
  }

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
    /** A piece of evidence names another source. */
    SOURCE,
    /** A line bears on its claim in another way. */
    STANCE,
    /** The strength of a line. */
    STRENGTH,
    /** The sources through which a piece of evidence was read. */
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

  /** What differs. */
  public final Kind kind() {
    return kind;
  }

  /**
   * The line or source that differs; of a contradiction one of the two claims, of a supposition the claim; empty for an option of
   * the evaluation.
   */
  public final Optional<Element> element() {
    return element;
  }

  /** The id of the claim that a line bears on; empty where it is no line. */
  public final Optional<String> claim() {
    return claim;
  }

  /**
   * What it was: ids, words and grades as a claim file has them, in the order of the document; empty where it was nothing, or is a
   * line.
   */
  public abstract ImmutableList<String> before();

  /**
   * What it is, in the same manner; of a line that began or does not exist yet the date from which on it exists, if it has one.
   */
  public abstract ImmutableList<String> after();

  /** What it is in words, as a sentence under a claim on which it bears. */
  abstract String sentence(ChangePhrases phrases, String root);

  /** Whether it is an option of the evaluation, and nothing in the graph. */
  public final boolean isOption() {
    return switch (kind) {
      case SUPPOSED, STANDARD, REVIEWS, BY_LOGIC, IGNORES_DERIVATION, SAMPLING -> true;
      default -> false;
    };
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Difference that
        && kind == that.kind
        && element.equals(that.element)
        && claim.equals(that.claim)
        && before().equals(that.before())
        && after().equals(that.after());
  }

  @Override
  public final int hashCode() {
    return Objects.hash(kind, element, claim, before(), after());
  }

  /** The kind, the element and what it was and is. */
  @Override
  public final String toString() {
    return kind + element.map(each -> " of " + each).orElse("") + ": " + before() + ", now "
        + after();
  }
}
