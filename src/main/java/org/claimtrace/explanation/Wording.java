package org.claimtrace.explanation;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Locale;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.wording.Language;
import org.claimtrace.wording.Marks;
import org.claimtrace.wording.Sentence;
import org.claimtrace.wording.Sentences;

/**
 * The words in which this library speaks of verdicts, diagnoses, obstacles and the like, for whoever draws results in another way
 * than as text or Markdown: labels without a full stop, unless said otherwise. Immutable.
 *
 * <p>Experimental.
 */
@CheckReturnValue
@SuppressWarnings("exports")
public final class Wording implements WithoutJson {

  private final Language language;
  private final Sentences sentences;

  private Wording(Language language) {
    this.language = language;
    this.sentences = Sentences.of(language);
  }

  /**
   * Returns the words of a language: Chinese for any Chinese, English for everything else.
   *
   * @param language a BCP 47 tag, such as {@code zh-Hans-CN}
   */
  public static Wording of(String language) {
    requireNonNull(language, "language");
    return new Wording(Language.of(language));
  }

  /** Returns the tag of the language, {@code en} or {@code zh}. */
  public String language() {
    return language.tag();
  }

  private String word(String prefix, Enum<?> value) {
    return sentences.say(Sentence.valueOf(prefix + value.name()));
  }

  /** Returns a verdict on a statement of fact, such as "True, but missing context". */
  public String verdict(Verdict verdict) {
    requireNonNull(verdict, "verdict");
    return word("", verdict);
  }

  /** Returns a verdict on a claim of a kind; opinions and predictions are not called true or false. */
  public String verdict(Verdict verdict, ClaimKind kind) {
    requireNonNull(verdict, "verdict");
    requireNonNull(kind, "kind");
    return sentences.say(Sentence.of(verdict, kind));
  }

  /** Returns the mark of a verdict, one character that is legible without colour. */
  public String mark(Verdict verdict) {
    requireNonNull(verdict, "verdict");
    return Marks.of(verdict);
  }

  /** Returns a diagnosis of the argument for a claim, as a sentence. */
  public String diagnosis(Diagnosis diagnosis) {
    requireNonNull(diagnosis, "diagnosis");
    return sentences.say(
        Sentence.valueOf("ARGUMENT_" + diagnosis.name()), sentences.say(Sentence.THE_ARGUMENT));
  }

  /** Returns why a claim is unverified, as a sentence. */
  public String shortfall(Explanation.Shortfall shortfall) {
    requireNonNull(shortfall, "shortfall");
    return word("WHY_", shortfall);
  }

  /** Returns an obstacle, such as "a premise is refuted". */
  public String obstacle(Obstacle.Kind obstacle) {
    requireNonNull(obstacle, "obstacle");
    return word("WORD_OBSTACLE_", obstacle);
  }

  /** Returns how a line bears on a claim, such as "supports". */
  public String stance(Stance stance) {
    requireNonNull(stance, "stance");
    return word("WORD_STANCE_", stance);
  }

  /** Returns the kind of a claim, such as "opinion". */
  public String kind(ClaimKind kind) {
    requireNonNull(kind, "kind");
    return word("WORD_KIND_", kind);
  }

  /** Returns the kind of an element, such as "source". */
  public String kind(Element.Kind kind) {
    requireNonNull(kind, "kind");
    return word("WORD_ELEMENT_", kind);
  }

  /** Returns a standard of proof, such as "more likely than not". */
  public String standard(Standard standard) {
    requireNonNull(standard, "standard");
    return word("CHANGE_", standard);
  }

  /** Returns what published verdicts count for, such as "evidence first". */
  public String reviews(ReviewPolicy policy) {
    requireNonNull(policy, "policy");
    return word("WORD_REVIEWS_", policy);
  }

  /** Returns the method of an evaluation, such as "sampled". */
  public String method(Method method) {
    requireNonNull(method, "method");
    return word("WORD_METHOD_", method);
  }

  /** Returns what a claim is supposed to be, such as "accepted". */
  public String supposition(Supposition supposition) {
    requireNonNull(supposition, "supposition");
    return word("WORD_SUPPOSED_", supposition);
  }

  /** Returns a date in words, at its precision, such as "13 February 2026". */
  public String date(PartialDate date) {
    requireNonNull(date, "date");
    return sentences.date(date);
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "words of " + Locale.forLanguageTag(language.tag()).getDisplayLanguage(Locale.ROOT);
  }
}
