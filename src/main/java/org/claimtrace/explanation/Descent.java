package org.claimtrace.explanation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.claimtrace.explanation.Reading.Role;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Sentence;
import org.claimtrace.work.Cancellation;

/**
 * Tells lines and claims, each followed down to what it rests on and to what stands in its way.
 *
 * <p>Unless everything is asked for, what lies deep is folded: premises that hold two steps down, what stands in the way five
 * steps down, since where an argument breaks matters more than what carries the rest. A long chain without branches is told to
 * where it is cut, and from where it ends. Iterative: what is still to be told is on a stack of its own. Not for use by several
 * threads.
 */
final class Descent {

  /** How many sources of a claim are named in one sentence, unless all are told. */
  private static final int MOST_SOURCES = 2;

  private final Explanation explanation;
  private final Phrases phrases;
  private final LinePhrases linePhrases;
  private final ObstaclePhrases obstaclePhrases;
  private final Selection selection;
  private final boolean all;
  private final OutlineBuilder outline;
  private final Deque<Runnable> toTell = new ArrayDeque<>();
  private final Set<String> told = new HashSet<>();

  Descent(Explanation explanation, Phrases phrases, Selection selection, OutlineBuilder outline) {
    this.explanation = explanation;
    this.phrases = phrases;
    this.linePhrases = new LinePhrases(phrases);
    this.obstaclePhrases = new ObstaclePhrases(phrases, new Bearings(explanation.evaluation()));
    this.selection = selection;
    this.all = selection.isAll();
    this.outline = outline;
    told.add(explanation.claim());
  }

  /** Puts steps of telling before all that are still to be taken. */
  void next(List<Runnable> steps) {
    Lists.reverse(steps).forEach(toTell::push);
  }

  /**
   * Takes all steps of telling.
   *
   * @throws CancellationException if the thread is interrupted
   */
  void finish() {
    while (!toTell.isEmpty()) {
      Cancellation.check();
      toTell.pop().run();
    }
  }

  private void more(List<Runnable> steps, int size, int depth) {
    int beyond = selection.beyond(size);
    if (beyond > 0) {
      steps.add(() -> outline.item(depth, phrases.count(Sentence.MORE_LINES, beyond)));
    }
  }

  // Lines.

  void lines(ImmutableList<Line> lines, int depth, Setting setting, Budget budget) {
    List<Runnable> steps = new ArrayList<>();
    for (Line line : selection.cut(lines)) {
      steps.add(() -> line(line, depth, setting, budget));
    }
    more(steps, lines.size(), depth);
    next(steps);
  }

  private void line(Line line, int depth, Setting setting, Budget budget) {
    switch (line.element().kind()) {
      case EVIDENCE -> evidence(line, depth, setting, budget);
      case REVIEW -> {
        outline.sentence(depth, setting != Setting.ONLY, linePhrases.review(line));
        next(obstacles(line, setting == Setting.ONLY ? depth : depth + 1, budget));
      }
      default -> step(line, depth, setting, budget);
    }
  }

  private void evidence(Line line, int depth, Setting setting, Budget budget) {
    boolean inSection = setting.isInSection();
    boolean carriesWithOthers = selection.carriesWithOthers(line);
    String words = linePhrases.evidence(line, !inSection, carriesWithOthers);
    boolean only = setting == Setting.ONLY;
    if (inSection) {
      outline.item(depth, words);
    } else {
      outline.sentence(depth, !only, words);
    }
    int below = only ? depth : depth + 1;
    if (inSection || all) {
      Evidence evidence = linePhrases.evidence(line);
      outline.sentence(below, false, phrases.quote(evidence));
      if (evidence.againstInterest()) {
        outline.sentence(below, false, phrases.say(Sentence.AGAINST_ITS_INTEREST));
      }
      outline.sentence(below, false, phrases.text(evidence.note()));
    }
    if (!carriesWithOthers) {
      next(obstacles(line, below, budget));
    }
  }

  private void step(Line line, int depth, Setting setting, Budget budget) {
    String head = linePhrases.step(line, setting, setting.isInSection() || all);
    boolean only = setting == Setting.ONLY;
    outline.sentence(depth, !only, head);
    int below = only || head.isEmpty() ? depth : depth + 1;
    next(line.holds() ? grounds(line, depth, below, budget) : flaws(line, below, setting, budget));
  }

  /** What a step that holds rests on. */
  private List<Runnable> grounds(Line line, int depth, int below, Budget budget) {
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

  /** What a step that does not hold gets right, and what stands in its way. */
  private List<Runnable> flaws(Line line, int below, Setting setting, Budget budget) {
    List<Runnable> steps = new ArrayList<>();
    if (setting != Setting.SECTION_WITHOUT_PREMISES && !line.isContradiction()) {
      ImmutableList<Reading> met = line.premisesMet();
      Sentence label = met.size() == line.premises().size()
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
    for (Reading premise : selection.cut(premises)) {
      boolean denied = premise.role() == Role.NEGATED_PREMISE && !allNegated;
      steps.add(() -> claim(premise.element().id(), depth, branch, budget, denied));
    }
    more(steps, premises.size(), depth);
    next(steps);
  }

  // What stands in the way of a line.

  private List<Runnable> obstacles(Line line, int depth, Budget budget) {
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
      List<Runnable> steps, Line line, Obstacle obstacle, int depth, Budget budget) {
    for (String sentence : obstaclePhrases.sentences(obstacle, line.element())) {
      steps.add(() -> outline.sentence(depth, false, sentence));
    }
    Budget further =
        obstacle.kind() == Obstacle.Kind.EXCEPTION_ACCEPTED ? budget.forTheCrux() : budget;
    ObstaclePhrases.introduced(obstacle)
        .asMap()
        .forEach((label, claims) -> group(steps, label, claims, depth, further));
    if (obstacle.kind() == Obstacle.Kind.TOO_MUCH_AT_ONCE && obstacle.readings().isEmpty()) {
      group(
          steps,
          Sentence.ASSUMPTION_CONTESTED,
          doubted(line, Role.ASSUMPTION),
          depth,
          Budget.LEAST);
      group(steps, Sentence.EXCEPTION_LIKELY, doubted(line, Role.EXCEPTION), depth, Budget.LEAST);
    }
  }

  /** What a line reads as something, and in some worlds is not as it needs it. */
  private static ImmutableList<Reading> doubted(Line line, Role role) {
    return line.readings(role).stream()
        .filter(reading -> reading.met().yes() < 1)
        .collect(toImmutableList());
  }

  private void loop(Line line, Obstacle obstacle, int depth, Budget budget) {
    ImmutableList<String> untold = obstacle.readings().stream()
        .filter(Reading::isClaim)
        .map(reading -> reading.element().id())
        .filter(id -> !told.contains(id))
        .collect(toImmutableList());
    for (String sentence : obstaclePhrases.sentences(obstacle, line.element())) {
      outline.sentence(depth, !untold.isEmpty(), sentence);
    }
    claims(untold, depth + 1, untold.size() > 1, budget.less());
  }

  /** A sentence that ends in a colon, and the claims it speaks of. */
  private void group(
      List<Runnable> steps,
      Sentence label,
      Collection<Reading> readings,
      int depth,
      Budget budget) {
    ImmutableList<String> ids =
        readings.stream().map(reading -> reading.element().id()).collect(toImmutableList());
    if (!ids.isEmpty()) {
      steps.add(() -> {
        outline.sentence(depth, true, phrases.count(label, ids.size()));
        claims(ids, depth + 1, ids.size() > 1, budget.less());
      });
    }
  }

  // Claims.

  void claims(ImmutableList<String> ids, int depth, boolean branch, Budget budget) {
    List<Runnable> steps = new ArrayList<>();
    for (String id : selection.cut(ids)) {
      steps.add(() -> claim(id, depth, branch, budget, false));
    }
    more(steps, ids.size(), depth);
    next(steps);
  }

  private void claim(String id, int depth, boolean branch, Budget budget, boolean denied) {
    Optional<Account> account = explanation.findAccount(id);
    Verdict verdict = explanation.evaluation().verdict(id);
    String text = denied ? phrases.say(Sentence.NOT_SO, phrases.claim(id)) : phrases.claim(id);
    if (told.contains(id)) {
      outline.claimAgain(depth, branch, verdict, text, phrases.say(Sentence.ABOVE));
      return;
    }
    String words = phrases.frequencies().beside(text, id);
    if (account.isEmpty()) {
      outline.claim(depth, branch, verdict, words, all ? OutlineBuilder.id(id) : "");
    } else {
      claim(account.get(), words, depth, branch, budget);
    }
  }

  private void claim(Account account, String words, int depth, boolean branch, Budget budget) {
    ImmutableList<Line> lines = selection.decisive(account);
    ImmutableList<Line> apart = lines.stream()
        .filter(line -> all || !line.holds() || line.element().kind() != Element.Kind.EVIDENCE)
        .collect(toImmutableList());
    ImmutableList<Line> folded = apart.stream()
        .filter(line -> !all && !budget.allows(line) && Selection.leadsOn(line))
        .collect(toImmutableList());
    ImmutableList<Account> chain =
        folded.isEmpty() ? ImmutableList.of() : selection.chain(account, told);
    int hidden = folded.isEmpty() || !chain.isEmpty() ? 0 : selection.countBelow(account, told);
    String shownId = all || !folded.isEmpty() ? OutlineBuilder.id(account.claim()) : "";
    String more = hidden > 0 ? phrases.count(Sentence.MORE_CLAIMS, hidden) : "";
    outline.claim(depth, branch, account.verdict(), words, (shownId + " " + more).strip());
    outline.sentence(depth + 1, false, phrases.whyBelow(account));
    if (!all) {
      for (Stance stance : Stance.values()) {
        sources(lines, stance, depth + 1, budget.holding() > 0 ? MOST_SOURCES : 1);
      }
    }
    if (folded.isEmpty()) {
      told.add(account.claim());
    }
    ImmutableList<Line> open =
        apart.stream().filter(line -> !folded.contains(line)).collect(toImmutableList());
    Setting setting = open.size() == 1 ? Setting.ONLY : Setting.BRANCH;
    List<Runnable> steps = new ArrayList<>();
    steps.add(() -> lines(open, depth + 1, setting, budget));
    if (!chain.isEmpty()) {
      steps.add(() -> chainCutShort(account, chain, depth + 1));
    }
    next(steps);
  }

  /** The evidence that holds, its sources in one sentence. */
  private void sources(ImmutableList<Line> lines, Stance stance, int depth, int most) {
    ImmutableList<String> names = lines.stream()
        .filter(line -> line.holds()
            && line.stance() == stance
            && line.element().kind() == Element.Kind.EVIDENCE)
        .map(line -> phrases.sourceOf(linePhrases.evidence(line)))
        .collect(toImmutableList());
    if (names.isEmpty()) {
      return;
    }
    String list = phrases.list(names.subList(0, Math.min(most, names.size())));
    outline.sentence(
        depth,
        false,
        linePhrases.sources(
            stance,
            names.size(),
            names.size() > most
                ? phrases.count(Sentence.MORE_SOURCES, names.size() - most, list)
                : list));
  }

  /** How many steps of a chain are left out, and where it ends. */
  private void chainCutShort(Account account, ImmutableList<Account> chain, int depth) {
    int last = chain.size() - 1;
    told.add(account.claim());
    int leftOut = 0;
    for (Account step : chain.subList(0, last)) {
      // A line told meanwhile may have led to some of them.
      if (told.add(step.claim())) {
        leftOut++;
      }
    }
    if (leftOut > 0) {
      outline.sentence(depth, false, phrases.count(Sentence.MORE_STEPS, leftOut));
    }
    claim(chain.get(last).claim(), depth, true, Budget.SHORT, false);
  }
}
