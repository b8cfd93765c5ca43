package org.claimtrace.explanation.telling;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Lists;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Paragraph.Subject;
import org.claimtrace.wording.Sentence;
import org.claimtrace.work.Cancellation;

/**
 * Renders lines and claims, each with the grounds and the obstacles below it.
 *
 * <p>Unless the style has everything, deep levels are folded: premises that hold below two levels, obstacles below five, since
 * the place where an argument breaks matters more than its other grounds. Of a long chain without branches the middle is left
 * out.
 *
 * <p>If the style has everything, every line is rendered, and each claim once. Claims below the deepest indentation are
 * rendered further down, from the margin on; claims rendered already are named by their ids, many of them in one sentence; and
 * contradicting claims that fail in the same way are grouped. The size of the text is therefore linear in the claims and lines.
 *
 * <p>Iterative: the pending steps are on an explicit stack. Not safe for use by several threads.
 */
final class LineOutline {

  /** The most sources of a claim that are named in one sentence, unless the style has everything. */
  private static final int MOST_SOURCES = 2;

  /** The deepest level at which claims are rendered in place; ten levels take three eighths of a line of 80 columns. */
  private static final int DEEPEST = 10;

  /** The least length of a row of claims in which those rendered already are named together; in a shorter row each has its mark. */
  private static final int LONG_ROW = 6;

  /** The least number of contradicting claims that fail in the same way and are grouped. */
  private static final int SEVERAL = 3;

  /** The most claims of which is found out whether each excludes each. */
  private static final int MOST_EXCLUSIVE = 100;

  private final Explanation explanation;
  private final ExplanationPhrases phrases;
  private final LinePhrases linePhrases;
  private final ObstaclePhrases obstaclePhrases;
  private final Selection selection;
  private final boolean all;
  private final Outline.Builder outline;
  private final ClaimRecord record;
  private final Deque<Runnable> pending = new ArrayDeque<>();
  private final Set<String> told;
  /** The claims still to be rendered further down, in the order in which they were met. */
  private final Set<String> furtherDown = new LinkedHashSet<>();
  /** For claims that are rendered side by side, those whose contradiction has been rendered. */
  private final Map<String, Set<String>> sideBySide = new HashMap<>();

  /**
   * Creates a renderer of lines.
   *
   * @param told the ids of the claims that are rendered already; those rendered here are added
   */
  LineOutline(
      Explanation explanation,
      ExplanationPhrases phrases,
      Selection selection,
      Outline.Builder outline,
      Set<String> told) {
    this.explanation = explanation;
    this.told = told;
    this.phrases = phrases;
    this.linePhrases = new LinePhrases(phrases);
    this.obstaclePhrases = new ObstaclePhrases(phrases, selection.isAll());
    this.selection = selection;
    this.all = selection.isAll();
    this.outline = outline;
    this.record = new ClaimRecord(phrases, outline);
    told.add(explanation.claimId());
  }

  /** Schedules steps before all pending ones. */
  void next(List<Runnable> steps) {
    Lists.reverse(steps).forEach(pending::push);
  }

  /**
   * Runs all pending steps.
   *
   * @throws CancellationException if the thread is interrupted
   */
  void finish() {
    boolean isHeaded = false;
    while (!pending.isEmpty() || !furtherDown.isEmpty()) {
      Cancellation.check();
      if (!pending.isEmpty()) {
        pending.pop().run();
        continue;
      }
      String next = furtherDown.iterator().next();
      furtherDown.remove(next);
      if (!isHeaded) {
        outline.section(phrases.say(Sentence.FURTHER_DOWN));
        isHeaded = true;
      }
      claim(next, 0, true, Budget.FULL, false);
    }
  }

  private void more(List<Runnable> steps, int size, int depth) {
    int beyond = selection.beyond(size);
    if (beyond > 0) {
      steps.add(() -> outline.item(depth, phrases.count(Sentence.MORE_LINES, beyond)));
    }
  }

  // Lines.

  void lines(
      String claimId, ImmutableList<LineReport> lines, int depth, Setting setting, Budget budget) {
    List<Runnable> steps = new ArrayList<>();
    ImmutableList<ImmutableList<LineReport>> groups = groups(lines, this::isRefutedPart);
    for (ImmutableList<LineReport> group : selection.cut(groups)) {
      steps.add(() -> {
        if (group.size() > 1 && isRefutedPart(group.get(0))) {
          refutedParts(group, depth, budget);
        } else if (isStandOff(group.get(0))) {
          exclusions(claimId, group, depth, budget);
        } else if (group.size() == 1) {
          line(group.get(0), depth, setting, budget);
        } else {
          contradictions(Sentence.CANNOT_BOTH_BE_EITHER_WAY, group, depth, budget);
        }
      });
    }
    more(steps, groups.size(), depth);
    next(steps);
  }

  /**
   * Returns groups of lines: contradictions that fail in the same way form one at the place of the first of them, and every
   * other line its own; so do the parts of the claim that are refuted.
   */
  private static ImmutableList<ImmutableList<LineReport>> groups(
      ImmutableList<LineReport> lines, Predicate<LineReport> isRefutedPart) {
    ImmutableList<LineReport> parts =
        lines.stream().filter(isRefutedPart).collect(toImmutableList());
    ListMultimap<ImmutableList<Obstacle.Kind>, LineReport> failing = ArrayListMultimap.create();
    for (LineReport line : lines) {
      wayOfFailure(line).ifPresent(wayOfFailure -> failing.put(wayOfFailure, line));
    }
    Set<ImmutableList<Obstacle.Kind>> grouped = new HashSet<>();
    ImmutableList.Builder<ImmutableList<LineReport>> groups = ImmutableList.builder();
    for (LineReport line : lines) {
      if (isRefutedPart.test(line)) {
        if (line.equals(parts.get(0))) {
          groups.add(parts);
        }
        continue;
      }
      Optional<ImmutableList<Obstacle.Kind>> wayOfFailure = wayOfFailure(line)
          .filter(each -> isStandOff(line) || failing.get(each).size() >= SEVERAL);
      if (wayOfFailure.isEmpty()) {
        groups.add(ImmutableList.of(line));
      } else if (grouped.add(wayOfFailure.get())) {
        groups.add(ImmutableList.copyOf(failing.get(wayOfFailure.get())));
      }
    }
    return groups.build();
  }

  /** Returns whether a line is against a claim because a part of it is refuted. */
  private boolean isRefutedPart(LineReport line) {
    return line.holds()
        && line.stance() == Stance.REFUTES
        && phrases.isFromParts(line.element())
        && phrases.frequencies().line(line).isEmpty();
  }

  /** Renders the parts of a claim that are refuted in one entry. */
  private void refutedParts(ImmutableList<LineReport> lines, int depth, Budget budget) {
    ImmutableList<String> ids = lines.stream()
        .flatMap(line -> line.premises().stream())
        .map(reading -> reading.element().id())
        .collect(toImmutableList());
    boolean allTold = told.containsAll(ids);
    outline
        .about(Subject.LINE_AGAINST, Optional.empty())
        .sentence(
            depth,
            true,
            phrases.count(
                allTold ? Sentence.PARTS_AGAINST_ABOVE : Sentence.PARTS_SPEAK_AGAINST, ids.size()));
    if (!allTold) {
      claims(ids, depth + 1, true, budget.less());
    }
  }

  /** Returns the way in which a contradiction fails: in a stand-off, or because the contradicting claim is not accepted. */
  private static Optional<ImmutableList<Obstacle.Kind>> wayOfFailure(LineReport line) {
    if (!line.isContradiction() || line.holds()) {
      return Optional.empty();
    }
    ImmutableList<Obstacle.Kind> kinds =
        line.obstacles().stream().map(Obstacle::kind).collect(toImmutableList());
    boolean isPremiseAlone = line.obstacles().stream()
        .allMatch(obstacle ->
            obstacle.loop().isEmpty() && obstacle.readings().stream().anyMatch(Reading::isClaim));
    return isStandOff(line) || isPremiseAlone ? Optional.of(kinds) : Optional.empty();
  }

  /** Returns whether a line is a contradicting claim, and the two are caught in a stand-off. */
  static boolean isStandOff(LineReport line) {
    return line.isContradiction()
        && line.obstacles().size() == 1
        && line.obstacles().get(0).kind() == Obstacle.Kind.STAND_OFF;
  }

  /**
   * Renders claims that are caught in a stand-off with one claim side by side: what one of them has to do with the others is not
   * repeated below each.
   */
  private void exclusions(
      String claimId, ImmutableList<LineReport> lines, int depth, Budget budget) {
    Set<String> others = new LinkedHashSet<>();
    lines.forEach(line -> others.add(line.element().id()));
    Set<String> all = new LinkedHashSet<>();
    all.add(claimId);
    all.addAll(others);
    // Each of them excludes the claim itself, so that one alone need not be looked up.
    boolean isMutual = all.size() <= MOST_EXCLUSIVE
        && (others.size() == 1 || others.stream().allMatch(id -> phrases.excludes(id, others)));
    Set<String> left = isMutual || !this.all ? all : Set.of(claimId);
    lines.forEach(line -> sideBySide.putIfAbsent(line.element().id(), left));
    contradictions(
        isMutual ? Sentence.EXCLUDE_EACH_OTHER : Sentence.CANNOT_BOTH_BE_STAND_OFFS,
        lines,
        depth,
        budget);
  }

  private void contradictions(
      Sentence label, ImmutableList<LineReport> lines, int depth, Budget budget) {
    outline
        .about(Subject.LINE_AGAINST, Optional.empty())
        .sentence(depth, true, phrases.count(label, lines.size()));
    ImmutableList<String> ids =
        lines.stream().map(line -> line.element().id()).collect(toImmutableList());
    claims(ids, depth + 1, true, budget.less());
  }

  private void line(LineReport line, int depth, Setting setting, Budget budget) {
    switch (line.element().kind()) {
      case EVIDENCE -> evidence(line, depth, setting, budget);
      case REVIEW -> {
        about(line).sentence(depth, setting != Setting.ONLY, linePhrases.review(line));
        int below = setting == Setting.ONLY ? depth : depth + 1;
        // With everything, what was published on a claim below is told with the claim.
        if (setting.isInSection()) {
          record.grounds(line.element(), below, all);
        }
        next(obstacles(line, below, budget));
      }
      default -> step(line, depth, setting, budget);
    }
  }

  private void evidence(LineReport line, int depth, Setting setting, Budget budget) {
    boolean inSection = setting.isInSection();
    boolean carriesWithOthers = selection.carriesWithOthers(line);
    String words = linePhrases.evidence(line, !inSection, carriesWithOthers);
    boolean only = setting == Setting.ONLY;
    if (inSection) {
      about(line).item(depth, words);
    } else {
      about(line).sentence(depth, !only, words);
    }
    int below = only ? depth : depth + 1;
    if (inSection || all) {
      Evidence evidence = linePhrases.evidence(line);
      outline
          .about(Subject.QUOTE, Optional.of(line.element()))
          .sentence(below, false, phrases.quote(evidence));
      if (evidence.isExhibit()) {
        outline.sentence(below, false, phrases.say(Sentence.IS_EXHIBIT));
      }
      if (evidence.isAgainstInterest()) {
        outline.sentence(below, false, phrases.say(Sentence.AGAINST_ITS_INTEREST));
      }
      outline
          .about(Subject.NOTE, Optional.of(line.element()))
          .sentence(below, false, phrases.text(evidence.note()));
      record.withdrawal(evidence, below);
    }
    if (all) {
      record.dated(line.element(), below);
    }
    if (!carriesWithOthers) {
      next(obstacles(line, below, budget));
    }
  }

  private void step(LineReport line, int depth, Setting setting, Budget budget) {
    String head = linePhrases.step(line, setting, setting.isInSection() || all);
    boolean only = setting == Setting.ONLY;
    about(line).sentence(depth, !only, head);
    int below = only || head.isEmpty() ? depth : depth + 1;
    if (all && line.element().kind() == Element.Kind.INFERENCE) {
      record.step(line.element(), below);
    }
    next(line.holds() ? grounds(line, depth, below, budget) : flaws(line, below, setting, budget));
  }

  /** Returns steps that render the grounds of an inference that holds. */
  private List<Runnable> grounds(LineReport line, int depth, int below, Budget budget) {
    ImmutableList<Reading> assumptions = line.readings(Role.ASSUMPTION);
    ImmutableList<Reading> exceptions = all ? line.readings(Role.EXCEPTION) : ImmutableList.of();
    boolean goesOn = !assumptions.isEmpty() || !exceptions.isEmpty();
    boolean apart = line.premises().size() > 1 || below == depth || goesOn;
    List<Runnable> steps = new ArrayList<>();
    steps.add(() -> premises(line.premises(), below, apart, budget.less()));
    group(steps, Sentence.TAKES_FOR_GRANTED, assumptions, below, budget);
    group(steps, Sentence.UNLESS, exceptions, below, budget);
    return steps;
  }

  /** Returns steps that render the premises that are met and the obstacles of an inference that does not hold. */
  private List<Runnable> flaws(LineReport line, int below, Setting setting, Budget budget) {
    List<Runnable> steps = new ArrayList<>();
    if (setting != Setting.SECTION_WITHOUT_PREMISES && !line.isContradiction()) {
      ImmutableList<Reading> met = line.premisesMet();
      Sentence label = phrases.isFromParts(line.element())
          ? Sentence.THESE_PARTS_HOLD
          : met.size() == line.premises().size()
              ? Sentence.PREMISES_HOLD
              : Sentence.THESE_PREMISES_HOLD;
      group(steps, label, met, below, Budget.LEAST);
    }
    steps.addAll(obstacles(line, below, budget));
    return steps;
  }

  private void premises(ImmutableList<Reading> premises, int depth, boolean branch, Budget budget) {
    boolean allNegated = LinePhrases.areAllNegated(premises);
    List<Runnable> steps = new ArrayList<>();
    Again again = new Again(premises.size());
    for (Reading premise : selection.cut(premises)) {
      boolean denied = premise.role() == Role.NEGATED_PREMISE && !allNegated;
      String id = premise.element().id();
      steps.add(() -> {
        if (denied || !again.takes(id)) {
          claim(id, depth, branch, budget, denied);
        }
      });
    }
    again.tell(steps, depth);
    more(steps, premises.size(), depth);
    next(steps);
  }

  // Obstacles.

  private List<Runnable> obstacles(LineReport line, int depth, Budget budget) {
    List<Runnable> steps = new ArrayList<>();
    for (Obstacle obstacle : line.obstacles()) {
      if (obstacle.loop().isEmpty()) {
        obstacle(steps, line, obstacle, depth, budget);
      } else {
        steps.add(() -> loop(line, obstacle, depth, budget));
      }
    }
    return steps;
  }

  private void obstacle(
      List<Runnable> steps, LineReport line, Obstacle obstacle, int depth, Budget budget) {
    // What was told above is known only once this is rendered.
    steps.add(() -> obstaclePhrases
        .sentences(obstacle, line.element())
        .forEach(sentence -> about(obstacle).sentence(depth, false, sentence)));
    Budget further =
        obstacle.kind() == Obstacle.Kind.EXCEPTION_ACCEPTED ? budget.forTheCrux() : budget;
    obstaclePhrases
        .introduced(obstacle, line.element())
        .asMap()
        .forEach((label, claims) -> group(steps, Subject.OBSTACLE, label, claims, depth, further));
    if (obstacle.kind() == Obstacle.Kind.TOO_MUCH_AT_ONCE && obstacle.readings().isEmpty()) {
      obstaclePhrases
          .doubted(line)
          .asMap()
          .forEach((label, claims) ->
              group(steps, Subject.OBSTACLE, label, claims, depth, Budget.LEAST));
    }
  }

  private void loop(LineReport line, Obstacle obstacle, int depth, Budget budget) {
    ImmutableList<String> untold = obstacle.readings().stream()
        .filter(Reading::isClaim)
        .map(reading -> reading.element().id())
        .filter(id -> !told.contains(id))
        .collect(toImmutableList());
    for (String sentence : obstaclePhrases.sentences(obstacle, line.element())) {
      about(obstacle).sentence(depth, !untold.isEmpty(), sentence);
    }
    claims(untold, depth + 1, untold.size() > 1, budget.less());
  }

  /** Adds a sentence that ends in a colon, and the claims to which it refers. */
  private void group(
      List<Runnable> steps,
      Sentence label,
      Collection<Reading> readings,
      int depth,
      Budget budget) {
    group(steps, Subject.AS_ITS_KIND, label, readings, depth, budget);
  }

  private void group(
      List<Runnable> steps,
      Subject subject,
      Sentence label,
      Collection<Reading> readings,
      int depth,
      Budget budget) {
    ImmutableList<String> ids =
        readings.stream().map(reading -> reading.element().id()).collect(toImmutableList());
    if (!ids.isEmpty()) {
      steps.add(() -> {
        outline
            .about(subject, Optional.empty())
            .sentence(depth, true, phrases.count(label, ids.size()));
        claims(ids, depth + 1, ids.size() > 1, budget.less());
      });
    }
  }

  // What paragraphs are about.

  private Outline.Builder about(LineReport line) {
    return outline.about(Subject.line(line.stance()), Optional.of(line.element()));
  }

  /** Says that the next paragraph is about an obstacle; about one element, if only one is in the way. */
  private Outline.Builder about(Obstacle obstacle) {
    return outline.about(
        Subject.OBSTACLE,
        obstacle.readings().size() == 1
            ? Optional.of(obstacle.readings().get(0).element())
            : Optional.empty());
  }

  private Outline.Builder about(String claimId) {
    return outline.about(Element.claim(claimId));
  }

  // Claims.

  void claims(ImmutableList<String> ids, int depth, boolean branch, Budget budget) {
    List<Runnable> steps = new ArrayList<>();
    Again again = new Again(ids.size());
    for (String id : selection.cut(ids)) {
      steps.add(() -> {
        if (!again.takes(id)) {
          claim(id, depth, branch, budget, false);
        }
      });
    }
    again.tell(steps, depth);
    more(steps, ids.size(), depth);
    next(steps);
  }

  /** The claims of a row that are rendered elsewhere; if the style has everything, they are named by their ids in one sentence. */
  private final class Again {

    private final boolean isLong;
    private final List<String> above = new ArrayList<>();
    private final List<String> below = new ArrayList<>();

    Again(int size) {
      isLong = all && size >= LONG_ROW;
    }

    /** Returns whether a claim is only to be named here, and not rendered in its row. */
    boolean takes(String id) {
      if (!isLong) {
        return false;
      }
      if (told.contains(id)) {
        return above.add(id);
      }
      return furtherDown.contains(id) && below.add(id);
    }

    void tell(List<Runnable> steps, int depth) {
      if (isLong) {
        steps.add(() -> {
          ids(Sentence.TOLD_ABOVE, above, depth);
          ids(Sentence.TOLD_BELOW, below, depth);
        });
      }
    }

    private void ids(Sentence sentence, List<String> ids, int depth) {
      if (!ids.isEmpty()) {
        outline.sentence(depth, true, phrases.say(sentence, phrases.ids(ids)));
      }
    }
  }

  private void claim(String id, int depth, boolean branch, Budget budget, boolean denied) {
    Optional<Account> account = explanation.findAccount(id);
    Verdict verdict = explanation.evaluation().verdict(id);
    String text = denied ? phrases.say(Sentence.NOT_SO, phrases.claim(id)) : phrases.claim(id);
    if (told.contains(id)) {
      about(id).claimAgain(depth, branch, verdict, text, phrases.say(Sentence.ABOVE));
      return;
    }
    if (all && account.isPresent() && (depth > DEEPEST || furtherDown.contains(id)) && depth > 0) {
      furtherDown.add(id);
      String below = Outline.bracketed(id) + " " + phrases.say(Sentence.BELOW);
      about(id).claimAgain(depth, branch, verdict, text, below);
      return;
    }
    String words = phrases.frequencies().beside(text, id);
    if (account.isEmpty()) {
      about(id).claim(depth, branch, verdict, words, all ? Outline.bracketed(id) : "");
    } else {
      claim(account.get(), words, depth, branch, budget);
    }
  }

  private void claim(Account account, String words, int depth, boolean branch, Budget budget) {
    Set<String> excluded = sideBySide.getOrDefault(account.claimId(), Set.of());
    ImmutableList<LineReport> lines = selection.decisive(account).stream()
        .filter(
            line -> !line.isContradiction() || !excluded.contains(line.element().id()))
        .collect(toImmutableList());
    ImmutableList<LineReport> apart = lines.stream()
        .filter(line -> all || !line.holds() || line.element().kind() != Element.Kind.EVIDENCE)
        .collect(toImmutableList());
    ImmutableList<LineReport> folded = apart.stream()
        .filter(line -> !all && !budget.allows(line) && Selection.leadsOn(line))
        .collect(toImmutableList());
    ImmutableList<Account> chain =
        folded.isEmpty() ? ImmutableList.of() : selection.chain(account, told);
    int hidden = folded.isEmpty() || !chain.isEmpty() ? 0 : selection.countBelow(account, told);
    String shownId = all || !folded.isEmpty() ? Outline.bracketed(account.claimId()) : "";
    String more = hidden > 0
        ? phrases.count(Sentence.MORE_CLAIMS, hidden)
        : hidden < 0 ? phrases.say(Sentence.MORE_CLAIMS_UNCOUNTED) : "";
    about(account.claimId())
        .claim(depth, branch, account.verdict(), words, (shownId + " " + more).strip());
    // The diagnosis is not given without the line that it is of.
    boolean showsBest = folded.isEmpty() || Collections.disjoint(folded, account.best());
    if (excluded.isEmpty() || account.verdict() != Verdict.CONFLICTING) {
      outline.sentence(depth + 1, false, phrases.whyBelow(account, showsBest));
    }
    if (all) {
      next(record.below(phrases.claimOf(account.claimId()), depth + 1));
    } else {
      for (Stance stance : Stance.values()) {
        sources(lines, stance, false, depth + 1, budget.holding() > 0 ? MOST_SOURCES : 1);
        sources(lines, stance, true, depth + 1, budget.holding() > 0 ? MOST_SOURCES : 1);
      }
    }
    if (folded.isEmpty()) {
      told.add(account.claimId());
    }
    ImmutableList<LineReport> open =
        apart.stream().filter(line -> !folded.contains(line)).collect(toImmutableList());
    Setting setting = open.size() == 1 ? Setting.ONLY : Setting.BRANCH;
    List<Runnable> steps = new ArrayList<>();
    steps.add(() -> lines(account.claimId(), open, depth + 1, setting, budget));
    if (!chain.isEmpty()) {
      steps.add(() -> chainCutShort(account, chain, depth + 1));
    }
    next(steps);
  }

  /** Adds one sentence with the sources of the evidence that holds: of exhibits, or of all other evidence. */
  private void sources(
      ImmutableList<LineReport> lines, Stance stance, boolean shown, int depth, int most) {
    ImmutableList<LineReport> holding = lines.stream()
        .filter(line -> line.holds()
            && line.stance() == stance
            && line.element().kind() == Element.Kind.EVIDENCE
            && linePhrases.evidence(line).isExhibit() == shown)
        .collect(toImmutableList());
    if (holding.isEmpty()) {
      return;
    }
    ImmutableList<String> names = holding.stream()
        .map(line -> phrases.sourceOf(linePhrases.evidence(line)))
        .collect(toImmutableList());
    String list = phrases.list(names.subList(0, Math.min(most, names.size())));
    outline
        .about(Subject.line(stance), Optional.empty())
        .sentence(
            depth,
            false,
            linePhrases.sources(
                holding.get(0).element(),
                stance,
                names.size(),
                names.size() > most
                    ? phrases.count(Sentence.MORE_SOURCES, names.size() - most, list)
                    : list));
  }

  /** Adds the number of steps of a chain that are left out, and its end. */
  private void chainCutShort(Account account, ImmutableList<Account> chain, int depth) {
    int last = chain.size() - 1;
    told.add(account.claimId());
    int leftOut = 0;
    for (Account step : chain.subList(0, last)) {
      // A line rendered meanwhile may have led to some of them.
      if (told.add(step.claimId())) {
        leftOut++;
      }
    }
    if (leftOut > 0) {
      outline.sentence(depth, false, phrases.count(Sentence.MORE_STEPS, leftOut));
    }
    claim(chain.get(last).claimId(), depth, true, Budget.SHORT, false);
  }
}
