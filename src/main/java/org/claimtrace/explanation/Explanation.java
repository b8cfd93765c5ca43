package org.claimtrace.explanation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
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
import org.claimtrace.explanation.why.Accounts;
import org.claimtrace.explanation.why.Cone;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.wording.Links;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Paragraph;
import org.claimtrace.work.Cancellation;

/**
 * Why a claim has its verdict: everything that bears on it, whether it holds, what keeps it from holding, and the same of every
 * claim below it that matters.
 *
 * <p>A line that holds is followed into its premises, one that does not into its obstacles; so an explanation ends at sources, at
 * claims on which there is nothing, and at loops, which are named and not followed round. Each claim has one {@link Account},
 * however many lines lead to it.
 */
public final class Explanation {

  /** How many paragraphs a summary has at most. */
  private static final int GIST = 10;

  private final Evaluation evaluation;
  private final String claim;
  private final Accounts accounts;

  Explanation(Evaluation evaluation, String claim, Accounts accounts) {
    this.evaluation = evaluation;
    this.claim = claim;
    this.accounts = accounts;
  }

  /**
   * Explains the verdict on a claim. Time and space are those of what is told: linear in the claims and lines of {@link
   * #accounts}, with what they read and use; and in proportion to what these depend on, where premises left to chance are to be
   * met together. Several claims are explained together by {@link Explanations}.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public static Explanation of(Evaluation evaluation, String claimId) {
    return within(
        evaluation,
        () -> new Explanation(
            evaluation, claimId, Accounts.of(Cone.accounts(evaluation, ImmutableSet.of(claimId)))));
  }

  /**
   * What the argument for each claim comes to, by claim in document order: the {@link #diagnosis} of its explanation. Time and
   * space are those of one explanation in which every claim is told.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public static ImmutableMap<String, Diagnosis> diagnoses(Evaluation evaluation) {
    return within(evaluation, () -> Cone.diagnoses(evaluation));
  }

  /** Does work within the time limit of an evaluation. */
  static <T> T within(Evaluation evaluation, Supplier<T> work) {
    return Cancellation.within(evaluation.timeLimit().orElse(null), work);
  }

  /** The evaluation that is explained. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** The id of the claim that is explained. */
  public String claim() {
    return claim;
  }

  /** The verdict on it. */
  public Verdict verdict() {
    return account().verdict();
  }

  /** The probabilities behind the verdict. */
  public Belief belief() {
    return account().belief();
  }

  /** What the argument for it comes to. */
  public Diagnosis diagnosis() {
    return account().diagnosis();
  }

  /** The account of the claim that is explained. */
  public Account account() {
    return accounts.first();
  }

  /**
   * The account of the claim that is explained, then of every claim below it that is told, in the order in which a reader comes
   * to them: line by line, each to its bottom, each claim where it is met first.
   */
  public ImmutableList<Account> accounts() {
    return accounts.inOrder();
  }

  /** The account of a claim, if it is told. */
  public Optional<Account> findAccount(String claimId) {
    return accounts.find(claimId);
  }

  /** The accounts as they were gathered. */
  Accounts gathered() {
    return accounts;
  }

  /** The explanation as text for a terminal, in the standard style. */
  public String toText() {
    return toText(Style.usual());
  }

  /**
   * The explanation as text for a terminal: the verdict and why, then in sections what bears on the claim, as a tree. Lines end
   * with a line feed, the last one too.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public String toText(Style style) {
    return within(
        evaluation,
        () ->
            ExplanationOutline.outline(this, accounts, style).text(style.width(), style.colour()));
  }

  /**
   * The gist of the explanation as text: the verdict and why, and the first things that bear on the claim, each without what lies
   * below it; published verdicts are not compared.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public String toSummary(Style style) {
    return within(evaluation, () -> summary(style));
  }

  private String summary(Style style) {
    List<Paragraph> gist = new ArrayList<>();
    int claimDepth = Integer.MAX_VALUE;
    for (Paragraph each : ExplanationOutline.outline(this, accounts, style).paragraphs()) {
      boolean isClaim =
          each.kind() == Paragraph.Kind.CLAIM || each.kind() == Paragraph.Kind.CLAIM_AGAIN;
      if (each.depth() > claimDepth || each.kind() == Paragraph.Kind.REVIEW) {
        continue;
      }
      claimDepth = isClaim ? each.depth() : Integer.MAX_VALUE;
      // Not between a label and the claim that it speaks of.
      if (gist.size() >= GIST && !isClaim) {
        break;
      }
      gist.add(each);
    }
    return Outline.of(gist).text(style.width(), style.colour());
  }

  /** The explanation as Markdown, in the standard style. */
  public String toMarkdown() {
    return toMarkdown(Style.usual());
  }

  /**
   * The explanation as Markdown, with the words and the order of the text: headings, paragraphs and nested lists. What the graph
   * says is escaped, so that none of it is taken for markup; a source without a title is a link. Lines end with a line feed,
   * the last one too.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public String toMarkdown(Style style) {
    return within(
        evaluation,
        () -> ExplanationOutline.outline(this, accounts, style)
            .markdown(Links.in(evaluation.graph())));
  }

  /** What it is of, in a few words. */
  @Override
  public String toString() {
    return "explanation of claim '" + claim + "': " + verdict();
  }

  /** Why a claim is unverified. */
  public enum Shortfall {
    /** Nothing is entered for or against it, and neither a search nor a published verdict says that anybody looked. */
    NOBODY_LOOKED,
    /** Somebody looked, as searches or published verdicts say, and there is nothing for or against it. */
    NOTHING_FOUND,
    /** There are lines for or against it, and none of them can fire. */
    NOTHING_HOLDS,
    /** It is undecided whether its lines fire: they, or something that they read, hang on themselves, and nothing decides. */
    UNDECIDED,
    /** Lines fire, but the chance that they do is too small for the standard. */
    NOT_ENOUGH;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The stable word, in lower case with hyphens, such as {@code nobody-looked}. */
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * What bears on one claim, and what comes of it.
   *
   * @param claim the id of the claim
   * @param verdict the verdict
   * @param belief the probabilities behind it
   * @param closeCalls what makes the verdict close, as {@link org.claimtrace.evaluation.Evaluation#closeCalls} tells; empty where it
   *     is not
   * @param supposed what the claim was supposed to be, whatever bears on it; empty where nothing was supposed
   * @param shortfall why the claim is unverified; empty where it is not, or was supposed to be something
   * @param diagnosis what the argument for it comes to
   * @param supporting the lines for it: evidence, inferences, reviews, each in the order of the document
   * @param refuting the lines against it, in the same order, then the claims that contradict it
   * @param qualifying the lines that add what it leaves out, in the same order
   * @param reviews the published verdicts that exist, in the order of the document, compared with the derived one
   */
  public record Account(
      String claim,
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

    /** Whether the verdict is close: another would follow if a quantity that decides it lay a little otherwise. */
    public boolean close() {
      return !closeCalls.isEmpty();
    }

    /**
     * Whether the verdict follows from lines with a stance none of which holds: too improbable each, and not all of them together.
     */
    public boolean restsOnSeveral(Stance stance) {
      boolean counts = switch (stance) {
        case SUPPORTS -> verdict != Verdict.REFUTED && verdict != Verdict.UNVERIFIED;
        case REFUTES -> verdict == Verdict.REFUTED || verdict == Verdict.CONFLICTING;
        case QUALIFIES -> verdict == Verdict.MISLEADING;
      };
      return counts && supposed.isEmpty() && side(stance).stream().noneMatch(LineReport::holds);
    }

    /** The lines with one stance. */
    public ImmutableList<LineReport> side(Stance stance) {
      return switch (stance) {
        case SUPPORTS -> supporting;
        case REFUTES -> refuting;
        case QUALIFIES -> qualifying;
      };
    }

    /** The lines for the claim that decide the diagnosis: those diagnosed best. */
    public ImmutableList<LineReport> best() {
      Diagnosis best = supporting.stream()
          .map(LineReport::diagnosis)
          .min(Diagnosis::compareTo)
          .orElse(Diagnosis.NO_ARGUMENT);
      return supporting.stream()
          .filter(line -> line.counts() && line.diagnosis() == best)
          .collect(ImmutableList.toImmutableList());
    }
  }
}
