package org.claimtrace.change;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.claimtrace.model.Element;
import org.claimtrace.result.Result.WithoutJson;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two evaluations; the causes of changed verdicts consist of these.
 *
 * <p>A claim that only one side has is not a difference by itself: it comes and goes with the lines that read it, since without
 * them it bears on nothing. The same is true of a source. The date of an evaluation is not a difference either, but every line
 * that begins to exist and every source that is retracted between two dates is.
 *
 * <p>The values before and after are available as text. Two differences are equal if their kind, element, claim and values are.
 *
 * <p>Stable.
 */
public abstract sealed class Difference implements WithoutJson
    permits LinePresence, AttributeChange, ContradictionChange, SuppositionChange {

  private final Kind kind;
  private final Optional<Element> element;
  private final Optional<String> claim;

  Difference(Kind kind, Optional<Element> element, Optional<String> claim) {
    this.kind = kind;
    this.element = element;
    this.claim = claim;
  }

  /** The kind of a difference. */
  public enum Kind {
    /** A line was added. */
    ADDED,
    /** A line was removed. */
    REMOVED,
    /** A line of both graphs exists at the date after, but did not at the date before. */
    BEGAN,
    /** A line of both graphs existed at the date before, but does not at the date after. */
    NOT_YET,
    /** A piece of evidence names another source. */
    SOURCE,
    /** Whether a piece of evidence is an exhibit, in which only the source itself is shown. */
    EXHIBIT,
    /** A line has another stance. */
    STANCE,
    /** The strength of a line. */
    STRENGTH,
    /** The sources through which a piece of evidence was read. */
    RELAYS,
    /** The premises of an inference; a negated one is written {@code not ID}. */
    PREMISES,
    /** The assumptions of an inference. */
    ASSUMING,
    /** The exceptions of a line. */
    UNLESS,
    /** The lines that a line overrides. */
    OVERRIDES,
    /** The claims that a claim is made of. */
    PARTS,
    /** The verdict that a reviewer has published last, as it was entered; nothing if nobody has entered it as one. */
    PUBLISHED_VERDICT,
    /** The reliability of a source. */
    RELIABILITY,
    /** The sources from which a source, or what it says of one claim, is derived. */
    DERIVED_FROM,
    /** The sources in which a source was read. */
    READ_IN,
    /** The retraction of a source or of one of its statements: its date, or nothing if it is not retracted or not yet. */
    RETRACTED,
    /** A contradiction between two claims: the element, and the claim that is the value. */
    CONTRADICTS,
    /** The supposition about a claim. */
    SUPPOSED,
    /** The standard of the evaluation. */
    STANDARD,
    /** The policy for published verdicts. */
    REVIEWS,
    /** Whether grades are read by logic alone, as yes or no. */
    BY_LOGIC,
    /** Whether the derivation of sources is ignored. */
    IGNORES_DERIVATION,
    /** Whether worlds are sampled, and if so their number and seed. */
    SAMPLING;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns the stable word, in lower case with hyphens, such as {@code derived-from}. */
    @JsonValue
    @Override
    public String toString() {
      return word;
    }
  }

  /** Returns the kind of the difference. */
  public final Kind kind() {
    return kind;
  }

  /**
   * Returns the line or source that differs; for a contradiction one of the two claims, for parts or a supposition the claim;
   * empty for an option of the evaluation.
   */
  public final Optional<Element> element() {
    return element;
  }

  /** Returns the id of the claim on which a line bears, or whose parts differ; otherwise empty. */
  public final Optional<String> claimId() {
    return claim;
  }

  /**
   * Returns the value before as text: ids, words and grades as in a claim file, in the order of the document; empty if there
   * was none, or if a line was added or removed.
   */
  public abstract ImmutableList<String> before();

  /**
   * Returns the value after as text, in the same form; for a line that began or does not exist yet the date from which it
   * exists, if it has one.
   */
  public abstract ImmutableList<String> after();

  /** Returns a sentence about the difference, for the claim {@code root} on which it bears. */
  abstract String sentence(ChangePhrases phrases, String root);

  /** Returns whether it is an option of the evaluation and not a part of the graph. */
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

  /** Returns the kind, the element and the values before and after, in no stable format. */
  @Override
  public final String toString() {
    return kind + element.map(each -> " of " + each).orElse("") + ": " + before() + ", now "
        + after();
  }
}
