package org.claimtrace.explanation.telling;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.why.AccountCollector;
import org.claimtrace.model.Appearance;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Review;
import org.claimtrace.model.Search;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Paragraph.Subject;
import org.claimtrace.wording.Sentence;

/**
 * Renders what the graph records of a claim beside the lines that bear on it: who claims it, where it appeared, what was published
 * on it, and who looked for evidence. What is dated after the date at which the graph is looked at is left out. Not safe for use by
 * several threads.
 */
final class ClaimRecord {

  private final ExplanationPhrases phrases;
  private final Evaluation evaluation;
  private final Outline.Builder outline;

  ClaimRecord(ExplanationPhrases phrases, Outline.Builder outline) {
    this.phrases = phrases;
    this.evaluation = phrases.evaluation();
    this.outline = outline;
  }

  // The claim that is explained.

  /** Returns who makes a claim, where it appeared first as far as is known, and what it is about. */
  String claimed(Claim claim, boolean all) {
    List<String> said = new ArrayList<>();
    if (!claim.claimants().isEmpty()) {
      said.add(phrases.say(Sentence.CLAIMED_BY, phrases.allNames(claim.claimants())));
    }
    ImmutableList<Appearance> appearances = appearances(claim);
    if (!appearances.isEmpty()) {
      String first = where(appearances.get(0));
      said.add(
          appearances.size() == 1
              ? phrases.say(Sentence.APPEARED, first)
              : phrases.count(Sentence.APPEARED_FIRST, appearances.size() - 1, first));
    }
    claim.due().ifPresent(date -> said.add(phrases.say(Sentence.CLAIM_DUE, phrases.date(date))));
    if (all && !claim.about().isEmpty()) {
      said.add(phrases.say(Sentence.CLAIM_ABOUT, phrases.list(claim.about())));
    }
    return phrases.join(said);
  }

  /** Returns the appearances of a claim until then: those with a date by their dates, then the others. */
  private ImmutableList<Appearance> appearances(Claim claim) {
    return claim.appearances().stream()
        .filter(each -> isPast(each.date()))
        .sorted(Comparator.comparing(
            each -> each.date().map(date -> date.firstDay().toEpochDay()).orElse(Long.MAX_VALUE)))
        .collect(toImmutableList());
  }

  private boolean isPast(Optional<PartialDate> date) {
    return date.isEmpty()
        || evaluation.asOf().isEmpty()
        || date.get().beginsBy(evaluation.asOf().get());
  }

  private String where(Appearance appearance) {
    String source = phrases.source(appearance.sourceId());
    return appearance
        .date()
        .map(date -> phrases.say(Sentence.APPEARANCE, source, phrases.date(date)))
        .orElse(source);
  }

  /** Returns steps that render each appearance of a claim with its words. */
  List<Runnable> appearances(Claim claim, int depth) {
    List<Runnable> steps = new ArrayList<>();
    for (Appearance appearance : appearances(claim)) {
      steps.add(() -> {
        outline
            .about(Subject.SOURCE, Optional.of(Element.source(appearance.sourceId())))
            .item(depth, where(appearance));
        words(appearance.quote(), appearance.locator(), depth + 1);
        note(phrases.text(appearance.note()), depth + 1);
      });
    }
    return steps;
  }

  /** Returns steps that render each search for evidence on a claim. */
  List<Runnable> searches(Claim claim, int depth) {
    List<Runnable> steps = new ArrayList<>();
    for (Search search : AccountCollector.searches(evaluation, claim)) {
      steps.add(() -> {
        outline.about(Subject.SEARCH, Optional.empty()).item(depth, phrases.search(search));
        words(search.quote(), search.locator(), depth + 1);
        note(phrases.text(search.note()), depth + 1);
      });
    }
    return steps;
  }

  private void words(Optional<String> quote, Optional<String> locator, int depth) {
    outline
        .about(Subject.QUOTE, Optional.empty())
        .sentence(depth, false, phrases.quoteAt(quote, locator.stream().toList()));
  }

  private void note(String note, int depth) {
    outline.about(Subject.NOTE, Optional.empty()).sentence(depth, false, note);
  }

  // What was published on it.

  /**
   * Returns what a published verdict says beside its words: when it was published, why, and where it can be read.
   *
   * @param all whether the rating and the note are included
   */
  String published(Review review, boolean all) {
    List<String> said = new ArrayList<>();
    review
        .date()
        .ifPresent(date -> said.add(phrases.say(Sentence.REVIEW_DATED, phrases.when(date))));
    String rationale = phrases.text(review.rationale());
    if (!rationale.isEmpty()) {
      said.add(phrases.say(Sentence.REVIEW_RATIONALE, rationale));
    }
    if (all) {
      review
          .rating()
          .ifPresent(rating -> said.add(phrases.say(Sentence.REVIEW_RATING, rating.toString())));
      said.add(phrases.text(review.note()));
    }
    return phrases.join(said);
  }

  /** Adds what a published verdict that counts says beside its words. */
  void grounds(Element line, int depth, boolean all) {
    Review review = phrases.graph().findReview(line.id()).orElseThrow();
    outline.about(line).sentence(depth, false, published(review, all));
    review.url().ifPresent(url -> see(url, depth));
  }

  private void see(String url, int depth) {
    outline.address(depth, phrases.say(Sentence.BIBLIOGRAPHY_SEE), url);
  }

  /** Returns whether anything is to be added to the words of a published verdict. */
  boolean hasGrounds(Review review, boolean all) {
    return review.rationale().isPresent()
        || review.url().isPresent()
        || (all
            && (review.date().isPresent()
                || review.rating().isPresent()
                || review.note().isPresent()));
  }

  /** Returns the published verdicts on a claim that are on record until then and are not compared with anything, in their order. */
  ImmutableList<Review> notCompared(Claim claim, boolean all) {
    ImmutableSet<Review> inForce = ImmutableSet.copyOf(evaluation.reviewsOf(claim.id()));
    return claim.reviews().stream()
        .filter(review -> isPast(review.date()))
        .filter(review -> inForce.contains(review) ? review.verdict().isEmpty() : all)
        .collect(toImmutableList());
  }

  // Claims below.

  /** Returns steps that render all that is recorded of a claim below the one that is explained. */
  List<Runnable> below(Claim claim, int depth) {
    List<Runnable> steps = new ArrayList<>();
    steps.add(() -> outline.sentence(depth, false, claimed(claim, true)));
    if (claim.appearances().stream()
            .anyMatch(each -> each.quote().isPresent()
                || each.locator().isPresent()
                || each.note().isPresent())
        || claim.appearances().size() > 1) {
      steps.addAll(appearances(claim, depth));
    }
    for (Review review : claim.reviews()) {
      if (isPast(review.date())) {
        steps.add(() -> review(claim, review, depth));
      }
    }
    steps.addAll(searches(claim, depth));
    steps.add(() -> note(phrases.text(claim.note()), depth));
    return steps;
  }

  private void review(Claim claim, Review review, int depth) {
    outline
        .about(review.element(claim.id()))
        .sentence(
            depth,
            false,
            phrases.join(phrases.reviewed(claim.id(), review), published(review, true)));
    review.url().ifPresent(url -> see(url, depth));
  }

  // Lines.

  /** Adds where the withdrawal of a statement can be read; what keeps the statement from counting says the rest. */
  void withdrawal(Evidence evidence, int depth) {
    evidence
        .retracted()
        .filter(each -> isPast(Optional.of(each.date())))
        .flatMap(Retraction::url)
        .ifPresent(url -> see(url, depth));
  }

  /** Adds the date that the graph gives a line. */
  void dated(Element line, int depth) {
    phrases
        .graph()
        .line(line.id())
        .date()
        .ifPresent(date ->
            outline.sentence(depth, false, phrases.say(Sentence.LINE_DATED, phrases.date(date))));
  }

  /** Adds the scheme of a step, the answers to its critical questions, and its date. */
  void step(Element line, int depth) {
    Inference inference = phrases.graph().findInference(line.id()).orElseThrow();
    inference
        .scheme()
        .ifPresent(
            scheme -> outline.sentence(depth, false, phrases.say(Sentence.STEP_SCHEME, scheme)));
    inference
        .answers()
        .forEach((question, claim) -> outline.sentence(
            depth, false, phrases.say(Sentence.STEP_ANSWER, question, phrases.quoted(claim))));
    dated(line, depth);
  }
}
