package org.claimtrace.explanation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluation.CloseCall;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.explanation.telling.ExplanationOutline;
import org.claimtrace.explanation.why.AccountCollector;
import org.claimtrace.explanation.why.Accounts;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.wording.References;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.Inside;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * An explanation of why a claim has its verdict: every line that bears on it, whether it holds and what keeps it from holding,
 * and the same for every relevant claim below it.
 *
 * <p>A line that holds is followed into its premises, one that does not into its obstacles. An explanation therefore ends at
 * sources, at claims without lines, and at loops, which are named but not followed. Each claim has one {@link Account}, however
 * many lines lead to it.
 *
 * <p>Stable.
 */
public final class Explanation implements Prose, Result {

  private final Evaluation evaluation;
  private final String claim;
  private final Accounts accounts;

  Explanation(Evaluation evaluation, String claim, Accounts accounts) {
    this.evaluation = evaluation;
    this.claim = claim;
    this.accounts = accounts;
  }

  /**
   * Explains the verdict on a claim. Time and space are linear in the claims and lines of {@link #accounts} and what they read;
   * if premises left to chance have to be met together, also in the cones of these. For several claims use {@link
   * Explanations}, which shares the work.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public static Explanation of(Evaluation evaluation, String claimId) {
    requireNonNull(evaluation, "evaluation");
    requireNonNull(claimId, "claimId");
    return within(
        evaluation,
        () -> new Explanation(
            evaluation,
            claimId,
            Accounts.of(AccountCollector.accounts(evaluation, ImmutableSet.of(claimId)))));
  }

  /**
   * Returns the {@link #diagnosis} of every claim, by id in document order. Time and space are those of one explanation with an
   * account of every claim.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public static ImmutableMap<String, Diagnosis> diagnoses(Evaluation evaluation) {
    requireNonNull(evaluation, "evaluation");
    return within(evaluation, () -> AccountCollector.diagnoses(evaluation));
  }

  /** Computes something within the time limit of an evaluation. */
  static <T> T within(Evaluation evaluation, Supplier<T> work) {
    return Cancellation.within(evaluation.timeLimit().orElse(null), work);
  }

  /** Returns the evaluation that is explained. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Returns the id of the claim that is explained. */
  public String claimId() {
    return claim;
  }

  /** Returns the verdict on the claim. */
  public Verdict verdict() {
    return account().verdict();
  }

  /** Returns the probabilities behind the verdict. */
  public Belief belief() {
    return account().belief();
  }

  /** Returns the diagnosis of the argument for the claim. */
  public Diagnosis diagnosis() {
    return account().diagnosis();
  }

  /** Returns the lines for the claim, see {@link Account#supporting}. */
  public ImmutableList<LineReport> supporting() {
    return account().supporting();
  }

  /** Returns the lines against the claim, see {@link Account#refuting}. */
  public ImmutableList<LineReport> refuting() {
    return account().refuting();
  }

  /** Returns the lines that qualify the claim, see {@link Account#qualifying}. */
  public ImmutableList<LineReport> qualifying() {
    return account().qualifying();
  }

  /** Returns the account of the claim that is explained. */
  public Account account() {
    return accounts.first();
  }

  /**
   * Returns the account of the claim that is explained and of every claim below it, in depth-first order of their lines, each
   * claim where it is met first.
   */
  public ImmutableList<Account> accounts() {
    return accounts.inOrder();
  }

  /** Returns the account of a claim, or empty if the explanation has none. */
  public Optional<Account> findAccount(String claimId) {
    requireNonNull(claimId, "claimId");
    return accounts.find(claimId);
  }

  /** Returns the accounts in the form in which they were collected. */
  Accounts gathered() {
    return accounts;
  }

  @Override
  public Outline outline(Style style) {
    requireNonNull(style, "style");
    return within(
        evaluation,
        () -> Outline.of(ExplanationOutline.outline(this, accounts, style), evaluation.graph()));
  }

  /**
   * Returns a summary of the explanation as text: the verdict and its reason, and the first lines that bear on the claim, each
   * without what lies below it; published verdicts are not compared.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public String toSummary(Style style) {
    requireNonNull(style, "style");
    return within(evaluation, () -> summary(style));
  }

  private String summary(Style style) {
    org.claimtrace.wording.Outline.Builder outline =
        org.claimtrace.wording.Outline.builder(References.none());
    outline.add(ExplanationOutline.gist(this, accounts, style));
    return outline.build().text(style.width(), style.hasColour());
  }

  /** Equal are explanations of one claim in the same evaluation. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Explanation that
        && evaluation == that.evaluation
        && claim.equals(that.claim);
  }

  @Override
  public int hashCode() {
    return claim.hashCode();
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "explanation of claim '" + claim + "': " + verdict();
  }

  /** The reason why a claim is unverified. */
  public enum Shortfall {
    /** The graph has no line that bears on it, and no search or published verdict which shows that anybody looked. */
    NOBODY_LOOKED,
    /** The graph has no line that bears on it, but a search, or a published verdict that it is unverified, so somebody looked. */
    NOTHING_FOUND,
    /** The graph has no line for or against it, only lines that qualify it. */
    ONLY_QUALIFIED,
    /** The graph has lines that bear on it, or published verdicts, but none of them counts by the policy for reviews. */
    NOTHING_COUNTS,
    /** The graph has lines for or against it, but each of them comes from sources that cannot be judged. */
    NOT_JUDGED,
    /** The graph has lines for or against it, but none of them can fire. */
    NOTHING_HOLDS,
    /** It is undecided whether its lines fire, because they, or something that they read, depend on themselves. */
    UNDECIDED,
    /** Lines fire, but the chance that they do is too small for the standard. */
    NOT_ENOUGH;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns the stable word, in lower case with hyphens, such as {@code nobody-looked}. */
    @JsonValue
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * The lines that bear on one claim, and the verdict that follows from them.
   */
  public static final class Account implements WithoutJson {

    private final String claimId;
    private final Verdict verdict;
    private final Belief belief;
    private final ImmutableList<CloseCall> closeCalls;
    private final Optional<Supposition> supposed;
    private final Optional<Shortfall> shortfall;
    private final Diagnosis diagnosis;
    private final ImmutableList<LineReport> supporting;
    private final ImmutableList<LineReport> refuting;
    private final ImmutableList<LineReport> qualifying;
    private final ImmutableList<Comparison> reviews;

    /** For the inner rooms of this library alone. */
    @SuppressWarnings("exports")
    public Account(
        Inside inside,
        String claimId,
        Verdict verdict,
        Belief belief,
        ImmutableList<CloseCall> closeCalls,
        Optional<Supposition> supposed,
        Optional<Shortfall> shortfall,
        Diagnosis diagnosis,
        ImmutableList<LineReport> supporting,
        ImmutableList<LineReport> refuting,
        ImmutableList<LineReport> qualifying,
        ImmutableList<Comparison> reviews) {
      requireNonNull(inside, "inside");
      this.claimId = claimId;
      this.verdict = verdict;
      this.belief = belief;
      this.closeCalls = closeCalls;
      this.supposed = supposed;
      this.shortfall = shortfall;
      this.diagnosis = diagnosis;
      this.supporting = supporting;
      this.refuting = refuting;
      this.qualifying = qualifying;
      this.reviews = reviews;
    }

    /** Returns the id of the claim. */
    public String claimId() {
      return claimId;
    }

    /** Returns the verdict on the claim. */
    public Verdict verdict() {
      return verdict;
    }

    /** Returns the probabilities behind the verdict. */
    public Belief belief() {
      return belief;
    }

    /**
     * Returns the reasons why the verdict is close, as in {@link org.claimtrace.evaluation.Evaluation#closeCalls};
     * empty if it is not.
     */
    public ImmutableList<CloseCall> closeCalls() {
      return closeCalls;
    }

    /** Returns the supposition about the claim, which overrules its lines; empty if there is none. */
    public Optional<Supposition> supposed() {
      return supposed;
    }

    /** Returns the reason why the claim is unverified; empty if it is not, or if it has a supposition. */
    public Optional<Shortfall> shortfall() {
      return shortfall;
    }

    /** Returns the diagnosis of the argument for the claim. */
    public Diagnosis diagnosis() {
      return diagnosis;
    }

    /** Returns the lines for the claim: evidence, inferences, reviews, each in the order of the document. */
    public ImmutableList<LineReport> supporting() {
      return supporting;
    }

    /** Returns the lines against the claim, in the same order, then the claims that contradict it. */
    public ImmutableList<LineReport> refuting() {
      return refuting;
    }

    /** Returns the lines that qualify the claim, in the same order. */
    public ImmutableList<LineReport> qualifying() {
      return qualifying;
    }

    /** Returns the published verdicts that exist, in the order of the document, compared with the derived one. */
    public ImmutableList<Comparison> reviews() {
      return reviews;
    }

    /** Returns whether the verdict is close: a small change of a quantity that decides it would change it. */
    public boolean isClose() {
      return !closeCalls.isEmpty();
    }

    /** Returns whether the verdict follows from several lines with a stance each of which is too improbable to hold by itself. */
    public boolean restsOnSeveral(Stance stance) {
      requireNonNull(stance, "stance");
      boolean counts = switch (stance) {
        case SUPPORTS -> verdict != Verdict.REFUTED && verdict != Verdict.UNVERIFIED;
        case REFUTES -> verdict == Verdict.REFUTED || verdict == Verdict.CONFLICTING;
        case QUALIFIES -> verdict == Verdict.MISLEADING;
      };
      return counts && supposed.isEmpty() && side(stance).stream().noneMatch(LineReport::holds);
    }

    /** Returns the lines with a stance, in document order. */
    public ImmutableList<LineReport> side(Stance stance) {
      requireNonNull(stance, "stance");
      return switch (stance) {
        case SUPPORTS -> supporting;
        case REFUTES -> refuting;
        case QUALIFIES -> qualifying;
      };
    }

    /**
     * Returns the supporting lines with the best diagnosis, which is that of the argument, as far as they {@linkplain
     * LineReport#counts count}; empty if there is none.
     */
    public ImmutableList<LineReport> best() {
      Diagnosis best = supporting.stream()
          .map(LineReport::diagnosis)
          .min(Diagnosis::compareTo)
          .orElse(Diagnosis.NO_ARGUMENT);
      return supporting.stream()
          .filter(line -> line.counts() && line.diagnosis() == best)
          .collect(ImmutableList.toImmutableList());
    }

    private ResultComponents components() {
      return ResultComponents.of("Account")
          .and("claimId", claimId)
          .and("verdict", verdict)
          .and("belief", belief)
          .and("closeCalls", closeCalls)
          .and("supposed", supposed)
          .and("shortfall", shortfall)
          .and("diagnosis", diagnosis)
          .and("supporting", supporting)
          .and("refuting", refuting)
          .and("qualifying", qualifying)
          .and("reviews", reviews);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Account that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
    }

    @Override
    public String toString() {
      return components().toString();
    }
  }
}
