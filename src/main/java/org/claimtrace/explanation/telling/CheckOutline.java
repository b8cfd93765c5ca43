package org.claimtrace.explanation.telling;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.explanation.ReviewCheck.Outcome;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Element;
import org.claimtrace.wording.Bibliography;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Paragraph;
import org.claimtrace.wording.Sentence;

/**
 * Renders what is to be said of the published verdicts of a graph: by claim, how they differ, those that do not follow from the
 * evidence, and the gist of why. Verdicts that follow and agree with each other are left out. Of one claim the first verdicts are told, those that
 * disagree before the others, and how many more there are; the gist is told of the first claims.
 */
public final class CheckOutline {

  /** The most published verdicts of one claim that are told, unless the style has everything. */
  private static final int MOST_REVIEWS = 20;

  /** The most claims of which the gist is told, unless the style has everything. */
  private static final int MOST_GISTS = 50;

  private final ReviewCheck check;
  private final Function<Comparison, ImmutableList<Paragraph>> gist;
  private final ExplanationPhrases phrases;
  private final Outline.Builder outline;
  private final boolean all;
  private int gists;

  private CheckOutline(
      ReviewCheck check, Style style, Function<Comparison, ImmutableList<Paragraph>> gist) {
    this.check = check;
    this.gist = gist;
    phrases = new ExplanationPhrases(check.evaluation(), style);
    outline = phrases.outline();
    all = style.showsAll();
  }

  /**
   * Renders a check.
   *
   * @param gist the gist of why the evidence leads to another verdict than a published one, see {@link ExplanationOutline#gist}
   */
  public static Outline outline(
      ReviewCheck check, Style style, Function<Comparison, ImmutableList<Paragraph>> gist) {
    CheckOutline teller = new CheckOutline(check, style, gist);
    ImmutableListMultimap<String, Comparison> byClaim =
        Multimaps.index(check.comparisons(), Comparison::claimId);
    byClaim.keySet().forEach(claim -> teller.claim(claim, byClaim.get(claim)));
    Bibliography.add(teller.phrases, teller.outline, check.evaluation().asOf(), style.showsAll());
    return teller.outline.build();
  }

  private void claim(String claim, ImmutableList<Comparison> comparisons) {
    // The sort is stable, so that each kind stays in the order of the document.
    List<Comparison> worthTelling = comparisons.stream()
        .filter(each -> each.outcome() != Outcome.FOLLOWS)
        .sorted(Comparator.comparing(each -> !each.disagrees()))
        .toList();
    boolean differ = check.differing().contains(claim);
    if (!differ && worthTelling.isEmpty()) {
      return;
    }
    Optional<Comparison> disagreeing =
        worthTelling.stream().filter(Comparison::disagrees).findFirst();
    boolean hasGist = disagreeing.isPresent() && (all || gists < MOST_GISTS);
    outline
        .about(Element.claim(claim))
        .title(phrases.claim(claim) + (hasGist ? "" : " " + Outline.bracketed(claim)));
    if (differ) {
      outline.review(phrases.difference(comparisons));
    }
    int told = all ? worthTelling.size() : Math.min(MOST_REVIEWS, worthTelling.size());
    for (Comparison each : worthTelling.subList(0, told)) {
      outline
          .about(each.review())
          .review(
              check.leftOut().contains(claim) ? phrases.notChecked(each) : phrases.checked(each));
    }
    if (told < worthTelling.size()) {
      outline.review(phrases.count(Sentence.MORE_LINES, worthTelling.size() - told));
    }
    if (hasGist) {
      gists++;
      // All of them are compared with the one verdict that is derived.
      ImmutableList<Paragraph> ofThem = gist.apply(disagreeing.get());
      outline.add(ofThem.subList(1, ofThem.size()));
    }
  }
}
