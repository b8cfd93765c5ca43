package org.claimtrace.explanation.telling;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.explanation.Style;
import org.claimtrace.explanation.why.Accounts;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Review;
import org.claimtrace.model.Stance;
import org.claimtrace.wording.Bibliography;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Paragraph;
import org.claimtrace.wording.Paragraph.Subject;
import org.claimtrace.wording.References;
import org.claimtrace.wording.Sentence;

/**
 * Renders an explanation as an outline: the verdict and its reason, then in sections the lines that bear on the claim, each
 * with what lies below it. Not safe for use by several threads.
 */
public final class ExplanationOutline {

  /** The number of paragraphs after which a gist ends. */
  private static final int GIST = 10;

  private final Accounts accounts;
  private final Account account;
  private final ExplanationPhrases phrases;
  private final Selection selection;
  private final boolean all;
  private final Outline.Builder outline = Outline.builder(References.later());
  private final ClaimRecord record;
  private final LineOutline descent;

  private ExplanationOutline(
      Explanation explanation,
      Accounts accounts,
      Style style,
      ExplanationPhrases phrases,
      Selection.Looks looks,
      Set<String> told) {
    this.accounts = accounts;
    this.account = accounts.first();
    this.phrases = phrases;
    this.all = style.showsAll();
    this.record = new ClaimRecord(phrases, outline);
    this.selection = new Selection(explanation, all, looks);
    this.descent = new LineOutline(explanation, phrases, selection, outline, told);
  }

  /**
   * Renders an explanation by itself.
   *
   * @param accounts the accounts of the explanation
   */
  public static Outline outline(Explanation explanation, Accounts accounts, Style style) {
    Document document = new Document(explanation.evaluation(), style);
    document.add(explanation, accounts);
    return document.outline();
  }

  /**
   * Returns the gist of an explanation: the claim, the verdict and its reason, and the first lines that bear on the claim, each without what
   * lies below it; published verdicts are not compared. For an outline that numbers the sources, or leaves their marks out.
   *
   * @param accounts the accounts of the explanation
   */
  public static ImmutableList<Paragraph> gist(
      Explanation explanation, Accounts accounts, Style style) {
    ExplanationOutline whole = new ExplanationOutline(
        explanation,
        accounts,
        style,
        new ExplanationPhrases(explanation.evaluation(), style).withoutReferringBack(),
        new Selection.Looks(),
        new HashSet<>());
    whole.title();
    whole.verdict();
    whole.sections();
    whole.descent.finish();
    List<Paragraph> gist = new ArrayList<>();
    int claimDepth = Integer.MAX_VALUE;
    for (Paragraph each : whole.outline.build().paragraphs()) {
      boolean isClaim =
          each.kind() == Paragraph.Kind.CLAIM || each.kind() == Paragraph.Kind.CLAIM_AGAIN;
      if (each.depth() > claimDepth) {
        continue;
      }
      claimDepth = isClaim ? each.depth() : Integer.MAX_VALUE;
      // A label is not separated from the claim to which it refers.
      if (gist.size() >= GIST && !isClaim) {
        break;
      }
      gist.add(each);
    }
    // A heading is not separated from what it heads.
    while (gist.get(gist.size() - 1).kind() == Paragraph.Kind.SECTION) {
      gist.remove(gist.size() - 1);
    }
    return ImmutableList.copyOf(gist);
  }

  /**
   * Explanations in one document: it begins with what the graph says about itself, and ends with the sources that any of them names.
   * If the style has everything, later ones refer to what earlier ones contain. Not safe for use by several threads.
   */
  public static final class Document {

    private final Evaluation evaluation;
    private final Style style;
    private final ExplanationPhrases phrases;
    private final Selection.Looks looks = new Selection.Looks();
    private final Set<String> told = new HashSet<>();
    private final Outline.Builder outline;
    private boolean isEmpty = true;

    public Document(Evaluation evaluation, Style style) {
      this.evaluation = evaluation;
      this.style = style;
      phrases = new ExplanationPhrases(evaluation, style);
      outline = phrases.outline();
    }

    /** Adds an explanation in the same evaluation. */
    public void add(Explanation explanation, Accounts accounts) {
      if (isEmpty) {
        Masthead.add(phrases, outline, evaluation.asOf(), style.showsAll());
        isEmpty = false;
      }
      Set<String> before = style.showsAll() ? told : new HashSet<>();
      ExplanationOutline next =
          new ExplanationOutline(explanation, accounts, style, phrases, looks, before);
      next.head();
      next.sections();
      next.descent.finish();
      outline.add(next.outline.build().paragraphs());
    }

    /** Adds how many claims that nothing uses are not explained; nothing if all are. */
    public void leftOut(int claims) {
      if (claims > 0) {
        outline.section(phrases.say(Sentence.NOT_EXPLAINED));
        outline.sentence(0, true, phrases.count(Sentence.NOT_EXPLAINED_CLAIMS, claims));
      }
    }

    /** Returns the whole document; nothing is added after that. */
    public Outline outline() {
      Bibliography.add(phrases, outline, evaluation.asOf(), style.showsAll());
      return outline.build();
    }
  }

  private void head() {
    Claim claim = phrases.claimOf(account.claimId());
    title();
    outline.lead(record.claimed(claim, all));
    verdict();
    outline.lead(phrases.whenSaid(claim.id(), account.verdict()));
    reviews(claim);
  }

  private void title() {
    outline.about(Element.claim(account.claimId())).title(phrases.claim(account.claimId()));
  }

  private void verdict() {
    outline.verdict(
        account.verdict(),
        phrases.verdict(account.claimId(), account.verdict()),
        account.claimId());
    outline.lead(phrases.circumstances());
    outline.lead(phrases.join(phrases.whyWithNumbers(account), phrases.diagnosis(account)));
    outline.lead(phrases.numbers(accounts));
  }

  /** Adds the published verdicts: the one derived compared with them, those that agree in one sentence, then the others. */
  private void reviews(Claim claim) {
    ImmutableList<Comparison> compared = account.reviews().stream()
        .filter(comparison -> comparison.derived().isPresent())
        .collect(toImmutableList());
    ImmutableList<Comparison> agreeing =
        compared.stream().filter(each -> !each.disagrees()).collect(toImmutableList());
    if (agreeing.size() > 1) {
      outline.review(phrases.agreeing(agreeing));
    }
    for (Comparison each : selection.cut(compared)) {
      Review review = phrases.graph().findReview(each.review().id()).orElseThrow();
      boolean isSaid = agreeing.size() > 1 && !each.disagrees();
      review(
          claim,
          review,
          isSaid
              ? record.hasGrounds(review, all)
                  ? phrases.say(Sentence.REVIEW_BY, phrases.source(review.reviewer()))
                  : ""
              : phrases.comparison(each));
    }
    int beyond = selection.beyond(compared.size());
    if (beyond > 0) {
      outline.review(phrases.count(Sentence.MORE_LINES, beyond));
    }
    ImmutableList<Review> others = record.notCompared(claim, all);
    for (Review each : selection.cut(others)) {
      review(claim, each, phrases.reviewed(claim.id(), each));
    }
    if (selection.beyond(others.size()) > 0) {
      outline.review(phrases.count(Sentence.MORE_LINES, selection.beyond(others.size())));
    }
  }

  private void review(Claim claim, Review review, String sentence) {
    if (sentence.isEmpty()) {
      return;
    }
    outline
        .about(review.element(claim.id()))
        .review(phrases.join(sentence, record.published(review, all)));
    review
        .url()
        .ifPresent(url -> outline
            .about(review.element(claim.id()))
            .reviewAddress(phrases.say(Sentence.BIBLIOGRAPHY_SEE), url));
  }

  private void sections() {
    Claim claim = phrases.claimOf(account.claimId());
    List<Runnable> sections = new ArrayList<>();
    ImmutableList<LineReport> holding = selection.lines(account, Stance.SUPPORTS, true);
    ImmutableList<LineReport> failing = selection.lines(account, Stance.SUPPORTS, false);
    if (holding.isEmpty()) {
      section(sections, Sentence.GETS_RIGHT, whatIsRight(failing));
      section(sections, Sentence.WHERE_IT_BREAKS, lines(failing, Setting.SECTION_WITHOUT_PREMISES));
    } else {
      section(sections, Sentence.SPEAKS_FOR, lines(holding, Setting.SECTION));
      failing(sections, failing, Sentence.UNDECIDED_FOR, Sentence.FAILS_FOR);
    }
    section(
        sections,
        Sentence.SPEAKS_AGAINST,
        lines(selection.lines(account, Stance.REFUTES, true), Setting.SECTION));
    failing(
        sections,
        selection.lines(account, Stance.REFUTES, false),
        Sentence.UNDECIDED_AGAINST,
        Sentence.FAILS_AGAINST);
    section(
        sections,
        ExplanationPhrases.isAccepted(account.verdict())
            ? Sentence.LEFT_OUT
            : Sentence.QUALIFIES_IT,
        lines(selection.lines(account, Stance.QUALIFIES, true), Setting.SECTION));
    section(
        sections,
        Sentence.FAILS_TO_QUALIFY,
        lines(selection.lines(account, Stance.QUALIFIES, false), Setting.SECTION));
    section(sections, Sentence.WHERE_SOMEBODY_LOOKED, record.searches(claim, 0));
    if (all) {
      section(sections, Sentence.WHERE_IT_APPEARED, record.appearances(claim, 0));
    }
    String note = phrases.text(claim.note());
    section(
        sections,
        Sentence.NOTE,
        note.isEmpty()
            ? List.of()
            : List.of(() -> outline.about(Subject.NOTE, Optional.empty()).sentence(0, true, note)));
    descent.next(sections);
  }

  /** Adds the lines that are undecided, and those that fail. */
  private void failing(
      List<Runnable> sections,
      ImmutableList<LineReport> lines,
      Sentence undecided,
      Sentence fails) {
    Map<Boolean, List<LineReport>> byOpenness =
        lines.stream().collect(Collectors.partitioningBy(phrases::isUndecided));
    section(
        sections,
        undecided,
        lines(ImmutableList.copyOf(byOpenness.getOrDefault(true, List.of())), Setting.SECTION));
    section(
        sections,
        fails,
        lines(ImmutableList.copyOf(byOpenness.getOrDefault(false, List.of())), Setting.SECTION));
  }

  private void section(List<Runnable> sections, Sentence heading, List<Runnable> contents) {
    if (!contents.isEmpty()) {
      sections.add(() -> outline.section(phrases.say(heading)));
      sections.addAll(contents);
    }
  }

  /** Returns steps that render the premises that are met of lines that do not hold. */
  private List<Runnable> whatIsRight(ImmutableList<LineReport> lines) {
    ImmutableSet<String> premises = lines.stream()
        .flatMap(line -> line.premisesMet().stream())
        .filter(reading -> reading.role() == Role.PREMISE)
        .map(reading -> reading.element().id())
        .collect(ImmutableSet.toImmutableSet());
    return premises.isEmpty()
        ? List.of()
        : List.of(() -> descent.claims(premises.asList(), 0, true, Budget.SHORT));
  }

  private List<Runnable> lines(ImmutableList<LineReport> lines, Setting setting) {
    return lines.isEmpty()
        ? List.of()
        : List.of(() -> descent.lines(account.claimId(), lines, 0, setting, Budget.FULL));
  }
}
