package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.claimtrace.change.Difference.Kind;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.model.Grade;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Stance;

/**
 * An attribute of a line, a source or an evaluation that may differ between two sides: how its value is set in a draft, its
 * text for programs, and the sentence about its change. Immutable.
 *
 * <p>A new attribute needs a constant here, a {@link Kind}, a setter of its draft, a sentence of {@link ChangePhrases}, and a
 * line in {@link GraphComparison}, which compares it.
 *
 * @param <D> the type of the draft that has the attribute
 * @param <T> the type of its values
 */
final class Attribute<D, T> {

  static final Attribute<LineDraft, String> SOURCE =
      ofOne(Kind.SOURCE, LineDraft::source, ChangePhrases::source);

  static final Attribute<LineDraft, Stance> STANCE =
      ofOne(Kind.STANCE, LineDraft::stance, ChangePhrases::stance);

  /** A review itself, of which only the verdict counts; the phrase needs the words that were published. */
  static final Attribute<LineDraft, Review> PUBLISHED_VERDICT = new Attribute<>(
      Kind.PUBLISHED_VERDICT,
      (draft, review) -> draft.verdict(review.verdict()),
      review -> textIfPresent(review.verdict()),
      ChangePhrases::publishedVerdict);

  static final Attribute<LineDraft, Boolean> EXHIBIT =
      ofOne(Kind.EXHIBIT, LineDraft::exhibit, ChangePhrases::exhibit);

  static final Attribute<LineDraft, StatementOrigins> STATEMENT_ORIGINS = new Attribute<>(
      Kind.DERIVED_FROM,
      (draft, origins) -> draft.origins(origins.own()),
      StatementOrigins::effective,
      ChangePhrases::statementOrigins);

  static final Attribute<LineDraft, Optional<PartialDate>> WITHDRAWN = new Attribute<>(
      Kind.RETRACTED, LineDraft::withdrawn, Attribute::textIfPresent, ChangePhrases::withdrawal);

  /** The parts of a claim, which are the premises of one step from them; the other steps come and go with them. */
  static final Attribute<LineDraft, ImmutableList<String>> PARTS = ofIds(
      Kind.PARTS,
      (draft, parts) ->
          draft.premises(parts.stream().map(Premise::of).collect(ImmutableList.toImmutableList())),
      ChangePhrases::parts);

  static final Attribute<LineDraft, Grade> STRENGTH =
      ofOne(Kind.STRENGTH, LineDraft::strength, ChangePhrases::strength);

  static final Attribute<LineDraft, ImmutableList<String>> RELAYS =
      ofIds(Kind.RELAYS, LineDraft::relays, ChangePhrases::relays);

  static final Attribute<LineDraft, ImmutableList<Premise>> PREMISES = new Attribute<>(
      Kind.PREMISES,
      LineDraft::premises,
      premises -> premises.stream().map(Premise::toString).collect(ImmutableList.toImmutableList()),
      ChangePhrases::premises);

  static final Attribute<LineDraft, ImmutableList<String>> ASSUMING =
      ofIds(Kind.ASSUMING, LineDraft::assuming, ChangePhrases::assuming);

  static final Attribute<LineDraft, ImmutableList<String>> UNLESS =
      ofIds(Kind.UNLESS, LineDraft::unless, ChangePhrases::unless);

  static final Attribute<LineDraft, ImmutableList<String>> OVERRIDES =
      ofIds(Kind.OVERRIDES, LineDraft::overrides, ChangePhrases::overrides);

  static final Attribute<SourceDraft, Grade> RELIABILITY =
      ofOne(Kind.RELIABILITY, SourceDraft::reliability, ChangePhrases::reliability);

  static final Attribute<SourceDraft, ImmutableList<String>> DERIVED_FROM =
      ofIds(Kind.DERIVED_FROM, SourceDraft::derivedFrom, ChangePhrases::derivedFrom);

  static final Attribute<SourceDraft, ImmutableList<String>> READ_IN =
      ofIds(Kind.READ_IN, SourceDraft::readIn, ChangePhrases::relays);

  static final Attribute<SourceDraft, Optional<PartialDate>> RETRACTED = new Attribute<>(
      Kind.RETRACTED, SourceDraft::retracted, Attribute::textIfPresent, ChangePhrases::retraction);

  static final Attribute<EvaluatorDraft, Standard> STANDARD =
      ofOne(Kind.STANDARD, EvaluatorDraft::standard, ChangePhrases::standard);

  static final Attribute<EvaluatorDraft, ReviewPolicy> REVIEWS =
      ofOne(Kind.REVIEWS, EvaluatorDraft::reviews, ChangePhrases::reviews);

  static final Attribute<EvaluatorDraft, Boolean> BY_LOGIC =
      ofOne(Kind.BY_LOGIC, EvaluatorDraft::byLogic, ChangePhrases::byLogic);

  static final Attribute<EvaluatorDraft, Boolean> IGNORES_DERIVATION = ofOne(
      Kind.IGNORES_DERIVATION, EvaluatorDraft::ignoresDerivation, ChangePhrases::ignoresDerivation);

  static final Attribute<EvaluatorDraft, Sampling> SAMPLING =
      ofOne(Kind.SAMPLING, EvaluatorDraft::sampling, ChangePhrases::sampling);

  private final Kind kind;
  private final BiConsumer<D, T> setter;
  private final Function<T, ImmutableList<String>> text;
  private final Phrase<T> phrase;

  /** Renders the change of a value as a sentence. */
  @FunctionalInterface
  private interface Phrase<T> {

    /**
     * Returns the sentence.
     *
     * @param root the id of the claim under which the sentence is rendered
     */
    String sentence(ChangePhrases phrases, AttributeChange<?, T> change, String root);
  }

  private Attribute(
      Kind kind,
      BiConsumer<D, T> setter,
      Function<T, ImmutableList<String>> text,
      Phrase<T> phrase) {
    this.kind = kind;
    this.setter = setter;
    this.text = text;
    this.phrase = phrase;
  }

  private static <D, T> Attribute<D, T> ofOne(
      Kind kind, BiConsumer<D, T> setter, Phrase<T> phrase) {
    return new Attribute<>(kind, setter, value -> ImmutableList.of(value.toString()), phrase);
  }

  private static ImmutableList<String> textIfPresent(Optional<?> value) {
    return value.map(each -> ImmutableList.of(each.toString())).orElse(ImmutableList.of());
  }

  private static <D> Attribute<D, ImmutableList<String>> ofIds(
      Kind kind,
      BiConsumer<D, ImmutableList<String>> setter,
      Phrase<ImmutableList<String>> phrase) {
    return new Attribute<>(kind, setter, ids -> ids, phrase);
  }

  Kind kind() {
    return kind;
  }

  void set(D draft, T value) {
    setter.accept(draft, value);
  }

  /** Returns the text of a value for programs. */
  ImmutableList<String> text(T value) {
    return text.apply(value);
  }

  String sentence(ChangePhrases phrases, AttributeChange<?, T> change, String root) {
    return phrase.sentence(phrases, change, root);
  }
}
