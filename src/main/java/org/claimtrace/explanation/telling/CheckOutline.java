package org.claimtrace.explanation.telling;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
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

/**
 * Renders what is to be said of the published verdicts of a graph: by claim, how they differ, those that do not follow from the
 * evidence, and the gist of why. Verdicts that follow and agree with each other are left out.
 */
public final class CheckOutline {

  private final ReviewCheck check;
  private final Function<Comparison, ImmutableList<Paragraph>> gist;
  private final ExplanationPhrases phrases;
  private final Outline.Builder outline;

  private CheckOutline(
      ReviewCheck check, Style style, Function<Comparison, ImmutableList<Paragraph>> gist) {
    this.check = check;
    this.gist = gist;
    phrases = new ExplanationPhrases(check.evaluation(), style);
    outline = phrases.outline();
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
    List<Comparison> worthTelling =
        comparisons.stream().filter(each -> each.outcome() != Outcome.FOLLOWS).toList();
    boolean differ = check.differing().contains(claim);
    if (!differ && worthTelling.isEmpty()) {
      return;
    }
    Optional<Comparison> disagreeing =
        comparisons.stream().filter(Comparison::disagrees).findFirst();
    outline
        .about(Element.claim(claim))
        .title(
            phrases.claim(claim) + (disagreeing.isPresent() ? "" : " " + Outline.bracketed(claim)));
    if (differ) {
      outline.review(phrases.difference(comparisons));
    }
    for (Comparison each : worthTelling) {
      outline
          .about(each.review())
          .review(
              check.leftOut().contains(claim) ? phrases.notChecked(each) : phrases.checked(each));
    }
    // All of them are compared with the one verdict that is derived.
    disagreeing.ifPresent(each -> {
      ImmutableList<Paragraph> told = gist.apply(each);
      outline.add(told.subList(1, told.size()));
    });
  }
}
