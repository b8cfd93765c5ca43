package org.claimtrace.explanation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.telling.ExplanationOutline;
import org.claimtrace.explanation.telling.ExplanationPhrases;
import org.claimtrace.explanation.telling.Selection;
import org.claimtrace.explanation.why.Accounts;
import org.claimtrace.explanation.why.Cone;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.wording.Links;
import org.claimtrace.wording.Outline;

/**
 * Explanations of several claims in one document. The account of a claim that lies below several of them is drawn up once; and
 * where everything is told, it is told below the first of them and referred to after, so that the document grows with the graph
 * and not with the number of claims times what lies below each. Immutable.
 */
public final class Explanations {

  private final Evaluation evaluation;
  private final ImmutableSet<String> claims;
  private final Accounts.Drawn accounts;

  private Explanations(
      Evaluation evaluation, ImmutableSet<String> claims, Accounts.Drawn accounts) {
    this.evaluation = evaluation;
    this.claims = claims;
    this.accounts = accounts;
  }

  /**
   * Explains the verdicts on some claims. Time and space are those of the accounts, each drawn up once.
   *
   * @param claimIds the claims, in the order in which they are explained; one named twice is explained once
   * @throws UnknownIdException if the graph lacks one of them
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public static Explanations of(Evaluation evaluation, Collection<String> claimIds) {
    ImmutableSet<String> claims = ImmutableSet.copyOf(claimIds);
    return Explanation.within(
        evaluation,
        () -> new Explanations(
            evaluation, claims, new Accounts.Drawn(Cone.accounts(evaluation, claims))));
  }

  /** The evaluation that is explained. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** The ids of the claims that are explained, in their order. */
  public ImmutableSet<String> claims() {
    return claims;
  }

  /**
   * The explanation of one of the claims, put together from the accounts in time linear in those that it has.
   *
   * @throws IllegalArgumentException if the claim is not one of them
   */
  public Explanation explanation(String claimId) {
    if (!claims.contains(claimId)) {
      throw new IllegalArgumentException("claim '" + claimId + "' is not explained here");
    }
    return new Explanation(evaluation, claimId, accounts.of(claimId));
  }

  /**
   * What each explanation tells that none before it does: the account of its claim first, in any case, then of those claims below
   * it that no explanation of a claim before has, in the order in which a reader comes to them. Linear in all accounts.
   */
  public ImmutableMap<String, ImmutableList<Account>> accountsOnce() {
    BitSet told = new BitSet();
    ImmutableMap.Builder<String, ImmutableList<Account>> byClaim = ImmutableMap.builder();
    for (String claim : claims) {
      byClaim.put(claim, accounts.below(claim, told));
    }
    return byClaim.buildOrThrow();
  }

  /**
   * The explanations as text for a terminal, one below the other. Where everything is told, what one before has told is referred
   * to; else each stands for itself, but for long words of the graph, which are cut short when they come again.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public String toText(Style style) {
    return Explanation.within(
        evaluation,
        () -> told(style, "\n\n", outline -> outline.text(style.width(), style.colour())));
  }

  /**
   * The explanations as Markdown, one below the other, with the words and the order of the text.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public String toMarkdown(Style style) {
    Links links = Links.in(evaluation.graph());
    return Explanation.within(
        evaluation, () -> told(style, "\n", outline -> outline.markdown(links)));
  }

  private String told(Style style, String between, Function<Outline, String> layout) {
    StringBuilder text = new StringBuilder();
    ExplanationPhrases phrases = new ExplanationPhrases(evaluation, style);
    Selection.Looks looks = new Selection.Looks();
    Set<String> told = new HashSet<>();
    for (String claim : claims) {
      text.append(text.isEmpty() ? "" : between);
      Set<String> before = style.all() ? told : new HashSet<>();
      Explanation next = explanation(claim);
      text.append(layout.apply(
          ExplanationOutline.outline(next, next.gathered(), style, phrases, looks, before)));
    }
    return text.toString();
  }

  /** What they are of, in a few words. */
  @Override
  public String toString() {
    return "explanations of " + claims.size() + " claims";
  }
}
