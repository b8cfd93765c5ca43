package org.claimtrace.explanation;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.BitSet;
import java.util.Collection;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.telling.ExplanationOutline;
import org.claimtrace.explanation.why.AccountCollector;
import org.claimtrace.explanation.why.Accounts;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimGraph.Use;
import org.claimtrace.model.Element;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result;

/**
 * Explanations of several claims in one document. The account of a claim that lies below several of them is computed once; if
 * the style has {@link Style#showsAll}, it is rendered below the first of them and referred to after that, so that the document
 * grows with the graph and not with the product of the claims and their cones. Immutable.
 *
 * <p>Stable.
 */
public final class Explanations implements Prose, Result {

  /** The most claims that are explained of a graph without a thesis, unless they are named. */
  public static final int MOST_UNNAMED = 20;

  /** The most claims of one document of which the verdict when they were said is found out: each takes an evaluation. */
  public static final int MOST_WHEN_SAID = 20;

  private final Evaluation evaluation;
  private final ImmutableSet<String> claims;
  private final Accounts.Drawn accounts;
  private final int leftOut;

  private Explanations(
      Evaluation evaluation, ImmutableSet<String> claims, Accounts.Drawn accounts, int leftOut) {
    this.evaluation = evaluation;
    this.claims = claims;
    this.accounts = accounts;
    this.leftOut = leftOut;
  }

  /**
   * Explains the verdicts on the claims that a graph is about: those of its thesis; or if it has none, those that no other claim
   * uses, at most {@value #MOST_UNNAMED} of them in the order of the document, the others being counted by {@link #leftOut}; or
   * if every claim is used, the first one. A contradiction is no use, nor is an answer to a question.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public static Explanations of(Evaluation evaluation) {
    requireNonNull(evaluation, "evaluation");
    ClaimGraph graph = evaluation.graph();
    if (!graph.thesis().isEmpty()) {
      return of(evaluation, graph.thesis());
    }
    ImmutableList<String> unused = graph.claims().stream()
        .map(Claim::id)
        .filter(id -> graph.dependents(id).stream().noneMatch(Explanations::isPartOfAnArgument))
        .collect(toImmutableList());
    if (unused.isEmpty()) {
      return of(
          evaluation, graph.claims().stream().limit(1).map(Claim::id).collect(toImmutableList()));
    }
    int explained = Math.min(MOST_UNNAMED, unused.size());
    return of(
        evaluation, ImmutableSet.copyOf(unused.subList(0, explained)), unused.size() - explained);
  }

  /** Returns whether a use makes a claim a part of an argument for another. */
  private static boolean isPartOfAnArgument(Use use) {
    return (use.user().kind() == Element.Kind.INFERENCE && use.role() != Use.Role.ANSWER)
        || use.user().kind() == Element.Kind.EVIDENCE;
  }

  /**
   * Explains the verdicts on some claims. Time and space are those of the accounts, each of which is computed once.
   *
   * @param claimIds the ids of the claims, in the order in which they are explained; repeats are ignored
   * @throws UnknownIdException if the graph lacks one of them
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public static Explanations of(Evaluation evaluation, Collection<String> claimIds) {
    requireNonNull(evaluation, "evaluation");
    requireNonNull(claimIds, "claimIds");
    return of(evaluation, ImmutableSet.copyOf(claimIds), 0);
  }

  private static Explanations of(Evaluation evaluation, ImmutableSet<String> claims, int leftOut) {
    return Explanation.within(
        evaluation,
        () -> new Explanations(
            evaluation,
            claims,
            new Accounts.Drawn(AccountCollector.accounts(evaluation, claims)),
            leftOut));
  }

  /** Returns the evaluation that is explained. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Returns the ids of the claims that are explained, in the order in which they were given. */
  public ImmutableSet<String> claimIds() {
    return claims;
  }

  /** Returns how many claims that no other claim uses are left out; 0 unless {@link #of(Evaluation)} found too many of them. */
  public int leftOut() {
    return leftOut;
  }

  /**
   * Returns the explanation of one of the claims, in time linear in its accounts.
   *
   * @throws IllegalArgumentException if the claim is not one of them
   */
  public Explanation explanation(String claimId) {
    requireNonNull(claimId, "claimId");
    if (!claims.contains(claimId)) {
      throw new IllegalArgumentException("claim '" + claimId + "' is not explained here");
    }
    return new Explanation(evaluation, claimId, accounts.of(claimId));
  }

  /**
   * Returns, by claim in the order in which they were given, the accounts that no earlier explanation has: always that of the
   * claim itself, then those below it in the order of {@link Explanation#accounts}. Takes time linear in all accounts.
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
   * Returns the explanations one below the other, the number of the claims that are left out, and one list of the sources that
   * are named. If the style has {@link Style#showsAll}, each refers to what an earlier one contains; otherwise each is complete, but long words of the graph are
   * abbreviated from their second use on.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  @Override
  public Outline outline(Style style) {
    requireNonNull(style, "style");
    return Explanation.within(evaluation, () -> {
      ExplanationOutline.Document document = new ExplanationOutline.Document(evaluation, style);
      for (String claim : claims) {
        Explanation next = explanation(claim);
        document.add(next, next.gathered());
      }
      document.leftOut(leftOut);
      return Outline.of(document.outline(), evaluation.graph());
    });
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "explanations of " + claims.size() + " claims";
  }
}
