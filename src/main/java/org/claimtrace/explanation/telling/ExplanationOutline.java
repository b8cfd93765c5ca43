package org.claimtrace.explanation.telling;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.explanation.Style;
import org.claimtrace.explanation.why.Accounts;
import org.claimtrace.explanation.why.Cone;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Search;
import org.claimtrace.model.Stance;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Paragraph.Subject;
import org.claimtrace.wording.Sentence;

/**
 * Renders an explanation as an outline: the verdict and its reason, then in sections the lines that bear on the claim, each
 * with what lies below it. Not safe for use by several threads.
 */
public final class ExplanationOutline {

  private final Explanation explanation;
  private final Accounts accounts;
  private final Account account;
  private final ExplanationPhrases phrases;
  private final Selection selection;
  private final Outline.Builder outline = Outline.builder();
  private final LineOutline descent;

  private ExplanationOutline(
      Explanation explanation,
      Accounts accounts,
      Style style,
      ExplanationPhrases phrases,
      Selection.Looks looks,
      Set<String> told) {
    this.explanation = explanation;
    this.accounts = accounts;
    this.account = accounts.first();
    this.phrases = phrases;
    this.selection = new Selection(explanation, style.showsAll(), looks);
    this.descent = new LineOutline(explanation, phrases, selection, outline, told);
  }

  /**
   * Renders an explanation by itself.
   *
   * @param accounts the accounts of the explanation
   */
  public static Outline outline(Explanation explanation, Accounts accounts, Style style) {
    return outline(
        explanation,
        accounts,
        style,
        new ExplanationPhrases(explanation.evaluation(), style),
        new Selection.Looks(),
        new HashSet<>());
  }

  /**
   * Renders an explanation that may come after others in one document.
   *
   * @param accounts the accounts of the explanation
   * @param phrases the phrases with which the earlier ones were rendered
   * @param looks the claims visited to render the earlier ones
   * @param told the ids of the claims that the earlier ones contain; those of this one are added
   */
  public static Outline outline(
      Explanation explanation,
      Accounts accounts,
      Style style,
      ExplanationPhrases phrases,
      Selection.Looks looks,
      Set<String> told) {
    ExplanationOutline teller =
        new ExplanationOutline(explanation, accounts, style, phrases, looks, told);
    teller.head();
    teller.sections();
    teller.descent.finish();
    return teller.outline.build();
  }

  private void head() {
    outline.about(Element.claim(account.claimId())).title(phrases.claim(account.claimId()));
    outline.verdict(
        account.verdict(),
        phrases.verdict(account.claimId(), account.verdict()),
        account.claimId());
    outline.lead(phrases.circumstances());
    outline.lead(phrases.join(phrases.whyWithNumbers(account), phrases.diagnosis(account)));
    outline.lead(phrases.numbers(accounts));
    ImmutableList<Comparison> compared = account.reviews().stream()
        .filter(comparison -> comparison.derived().isPresent())
        .collect(ImmutableList.toImmutableList());
    selection
        .cut(compared)
        .forEach(each -> outline.about(each.review()).review(phrases.comparison(each)));
    int beyond = selection.beyond(compared.size());
    if (beyond > 0) {
      outline.review(phrases.count(Sentence.MORE_LINES, beyond));
    }
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
    section(sections, Sentence.WHERE_SOMEBODY_LOOKED, searches(claim));
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

  private List<Runnable> searches(Claim claim) {
    List<Runnable> steps = new ArrayList<>();
    for (Search search : Cone.searches(explanation.evaluation(), claim)) {
      steps.add(() -> {
        outline.about(Subject.SEARCH, Optional.empty()).item(0, phrases.search(search));
        outline
            .about(Subject.NOTE, Optional.empty())
            .sentence(1, false, phrases.text(search.note()));
      });
    }
    return steps;
  }
}
