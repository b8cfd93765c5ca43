package org.claimtrace.explanation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.claimtrace.explanation.Reading.Role;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Search;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Sentence;

/**
 * Tells an explanation as an outline: the verdict and why, then in sections what bears on the claim, each followed down.
 *
 * <p>Unless everything is asked for, what lies deep is folded: premises that hold two steps down, what stands in the way five
 * steps down, since where an argument breaks matters more than what carries the rest. A long chain without branches is told to
 * where it is cut, and from where it ends. Iterative: what is still to be told is on a stack of its own. Not for use by several
 * threads.
 */
final class Teller {

  /** How many items of a list are told, unless all are. */
  private static final int MOST = 5;

  /** How many sources of a claim are named in one sentence, unless all are told. */
  private static final int MOST_SOURCES = 2;

  /** From how many steps on a chain is cut short. */
  private static final int LEAST_CHAIN = 3;

  private final Explanation explanation;
  private final Phrases phrases;
  private final boolean all;
  private final List<Node> nodes = new ArrayList<>();
  private final Deque<Runnable> toTell = new ArrayDeque<>();
  private final Set<String> told = new HashSet<>();

  private Teller(Explanation explanation, Style style) {
    this.explanation = explanation;
    this.phrases = new Phrases(explanation.evaluation(), style);
    this.all = style.all();
  }

  /**
   * How many steps further are told.
   *
   * @param holding into premises of lines that hold
   * @param failing into what stands in the way of lines that do not
   */
  private record Budget(int holding, int failing) {

    static final Budget FULL = new Budget(2, 5);
    static final Budget SHORT = new Budget(1, 1);
    static final Budget LEAST = new Budget(0, 1);

    Budget less() {
      return new Budget(holding - 1, failing - 1);
    }

    /** What stops a step whose premises hold is told at least one step down. */
    Budget forTheCrux() {
      return new Budget(Math.max(holding, 2), failing);
    }

    boolean allows(Line line) {
      return (line.holds() ? holding : failing) > 0;
    }
  }

  /** Where a line stands. */
  private enum Setting {
    /** Below a heading that says how it bears on the claim. */
    SECTION,
    /** Below such a heading, all of its premises told in a section before. */
    SECTION_WITHOUT_PREMISES,
    /** One of several below a claim. */
    BRANCH,
    /** The only one below a claim, and told as a part of it. */
    ONLY
  }

  static ImmutableList<Node> tell(Explanation explanation, Style style) {
    Teller teller = new Teller(explanation, style);
    teller.explained();
    while (!teller.toTell.isEmpty()) {
      if (Thread.interrupted()) {
        throw new CancellationException(
            "interrupted while telling of claim '" + explanation.claim() + "'");
      }
      teller.toTell.pop().run();
    }
    return ImmutableList.copyOf(teller.nodes);
  }

  private void next(List<Runnable> steps) {
    Lists.reverse(steps).forEach(toTell::push);
  }

  private void node(Node.Kind kind, int depth, boolean branch, String text) {
    if (!text.isEmpty()) {
      nodes.add(new Node(kind, depth, branch, Optional.empty(), text, "", false));
    }
  }

  private void sentence(int depth, boolean branch, String text) {
    node(Node.Kind.SENTENCE, depth, branch, text);
  }

  // The claim that is explained.

  private void explained() {
    Account account = explanation.account();
    Claim claim = phrases.claimOf(account.claim());
    told.add(account.claim());
    node(Node.Kind.TITLE, 0, false, phrases.claim(account.claim()));
    nodes.add(new Node(
        Node.Kind.VERDICT,
        0,
        false,
        Optional.of(account.verdict()),
        phrases.verdict(account.claim(), account.verdict()),
        id(account.claim()),
        false));
    node(Node.Kind.LEAD, 0, false, phrases.circumstances());
    node(
        Node.Kind.LEAD,
        0,
        false,
        phrases.join(phrases.whyWithNumbers(account), phrases.diagnosis(account)));
    node(Node.Kind.LEAD, 0, false, phrases.numbers(explanation));
    account.reviews().stream()
        .filter(comparison -> comparison.derived().isPresent())
        .forEach(comparison -> node(Node.Kind.REVIEW, 0, false, phrases.comparison(comparison)));
    ImmutableList<Line> holding = shown(account, Stance.SUPPORTS, true);
    ImmutableList<Line> failing = shown(account, Stance.SUPPORTS, false);
    List<Runnable> sections = new ArrayList<>();
    if (holding.isEmpty()) {
      ImmutableSet<String> right = whatIsRight(failing);
      sections.add(() -> section(
          Sentence.GETS_RIGHT,
          right.isEmpty()
              ? List.of()
              : List.of(() -> claims(right.asList(), 0, true, Budget.SHORT))));
      sections.add(() ->
          section(Sentence.WHERE_IT_BREAKS, lines(failing, Setting.SECTION_WITHOUT_PREMISES)));
    } else {
      sections.add(() -> section(Sentence.SPEAKS_FOR, lines(holding, Setting.SECTION)));
      sections.add(() -> section(Sentence.FAILS_FOR, lines(failing, Setting.SECTION)));
    }
    both(sections, account, Stance.REFUTES, Sentence.SPEAKS_AGAINST, Sentence.FAILS_AGAINST);
    both(sections, account, Stance.QUALIFIES, Sentence.LEFT_OUT, Sentence.FAILS_TO_QUALIFY);
    sections.add(() -> section(Sentence.WHERE_SOMEBODY_LOOKED, searches(claim)));
    sections.add(() -> section(
        Sentence.NOTE,
        claim.note().isEmpty()
            ? List.of()
            : List.of(() -> sentence(0, true, phrases.text(claim.note())))));
    next(sections);
  }

  private void both(
      List<Runnable> sections, Account account, Stance stance, Sentence speaks, Sentence fails) {
    sections.add(() -> section(speaks, lines(shown(account, stance, true), Setting.SECTION)));
    sections.add(() -> section(fails, lines(shown(account, stance, false), Setting.SECTION)));
  }

  private void section(Sentence heading, List<Runnable> contents) {
    if (!contents.isEmpty()) {
      node(Node.Kind.SECTION, 0, false, phrases.say(heading));
      next(contents);
    }
  }

  /** The premises that are met of lines that do not hold. */
  private static ImmutableSet<String> whatIsRight(ImmutableList<Line> lines) {
    return lines.stream()
        .flatMap(line -> premisesMet(line).stream())
        .filter(reading -> reading.role() == Role.PREMISE)
        .map(reading -> reading.element().id())
        .collect(ImmutableSet.toImmutableSet());
  }

  private static ImmutableList<Reading> premisesMet(Line line) {
    return line.readings().stream()
        .filter(Cone::isPremise)
        .filter(reading ->
            line.obstacles().stream().noneMatch(obstacle -> obstacle.readings().contains(reading)))
        .collect(toImmutableList());
  }

  /**
   * The lines worth telling, which speak or fail to: not those published verdicts that are only compared. A line speaks if it
   * holds; or if none of its side does, it may, and it is several of them that carry the verdict.
   */
  private ImmutableList<Line> shown(Account account, Stance stance, boolean speaking) {
    boolean several = account.restsOnSeveral(stance);
    return account.side(stance).stream()
        .filter(line -> (line.holds() || (several && line.chance().yes() > 0)) == speaking)
        .filter(line -> line.counts() || line.element().kind() != Element.Kind.REVIEW)
        .filter(line ->
            all || line.holds() || !line.isContradiction() || line.chance().no() < 1)
        .collect(toImmutableList());
  }

  private List<Runnable> lines(ImmutableList<Line> lines, Setting setting) {
    List<Runnable> steps = new ArrayList<>();
    int most = all ? lines.size() : Math.min(MOST, lines.size());
    for (Line line : lines.subList(0, most)) {
      steps.add(() -> line(line, 0, setting, Budget.FULL));
    }
    if (most < lines.size()) {
      steps.add(() ->
          node(Node.Kind.ITEM, 0, true, phrases.count(Sentence.MORE_LINES, lines.size() - most)));
    }
    return steps;
  }

  private List<Runnable> searches(Claim claim) {
    List<Runnable> steps = new ArrayList<>();
    for (Search search : claim.searches()) {
      steps.add(() -> {
        node(Node.Kind.ITEM, 0, true, phrases.search(search));
        sentence(1, false, phrases.text(search.note()));
      });
    }
    return steps;
  }

  // A line.

  private void line(Line line, int depth, Setting setting, Budget budget) {
    switch (line.element().kind()) {
      case EVIDENCE -> evidence(line, depth, setting, budget);
      case REVIEW -> review(line, depth, setting, budget);
      default -> step(line, depth, setting, budget);
    }
  }

  private void evidence(Line line, int depth, Setting setting, Budget budget) {
    Evidence evidence = phrases.graph().findEvidence(line.element().id()).orElseThrow();
    boolean inSection = isInSection(setting);
    String source = phrases.sourceOf(evidence);
    String named = inSection ? source : phrases.count(sourceSentence(line.stance()), 1, source);
    boolean only = setting == Setting.ONLY;
    String words = saysHowOften(line) && !carriesWithOthers(line)
        ? named
        : phrases.frequencies().besideLine(named, line);
    node(inSection ? Node.Kind.ITEM : Node.Kind.SENTENCE, depth, !only, words);
    int below = only ? depth : depth + 1;
    if (inSection || all) {
      sentence(below, false, phrases.quote(evidence));
      if (evidence.againstInterest()) {
        sentence(below, false, phrases.say(Sentence.AGAINST_ITS_INTEREST));
      }
      sentence(below, false, phrases.text(evidence.note()));
    }
    next(carriesWithOthers(line) ? List.of() : obstacles(line, below, budget));
  }

  /** Whether what stands in the way of a line is one thing only, told with how often it does, which is as often as the line fails. */
  private boolean saysHowOften(Line line) {
    if (line.obstacles().size() != 1) {
      return false;
    }
    Obstacle only = line.obstacles().get(0);
    boolean isItsOwn = only.kind() == Obstacle.Kind.TOO_WEAK
        || (only.kind() == Obstacle.Kind.SOURCE_DOUBTFUL
            && only.readings().size() == 1
            && phrases
                .graph()
                .source(only.readings().get(0).element().id())
                .derivedFrom()
                .isEmpty()
            && only.readings().get(0).role() != Role.ORIGIN);
    return isItsOwn && Math.abs(1 - only.cost() - line.chance().yes()) < 1e-9;
  }

  /** Whether a line that does not hold is one of several that carry a verdict together: then nothing is in its way but the odds. */
  private boolean carriesWithOthers(Line line) {
    return !line.holds()
        && line.chance().yes() > 0
        && explanation
            .findAccount(claimOf(line))
            .filter(account -> account.restsOnSeveral(line.stance()))
            .isPresent();
  }

  private String claimOf(Line line) {
    return phrases.graph().claimOf(line.element().id()).id();
  }

  private static boolean isInSection(Setting setting) {
    return setting == Setting.SECTION || setting == Setting.SECTION_WITHOUT_PREMISES;
  }

  private static Sentence sourceSentence(Stance stance) {
    return switch (stance) {
      case SUPPORTS -> Sentence.SOURCES;
      case REFUTES -> Sentence.SOURCES_AGAINST;
      case QUALIFIES -> Sentence.SOURCES_QUALIFYING;
    };
  }

  private void review(Line line, int depth, Setting setting, Budget budget) {
    Sentence sentence = switch (line.stance()) {
      case SUPPORTS -> Sentence.PUBLISHED_FOR;
      case REFUTES -> Sentence.PUBLISHED_AGAINST;
      case QUALIFIES -> Sentence.PUBLISHED_QUALIFYING;
    };
    String words = phrases.frequencies().besideLine(phrases.standIn(line, sentence), line);
    sentence(depth, setting != Setting.ONLY, words);
    next(obstacles(line, setting == Setting.ONLY ? depth : depth + 1, budget));
  }

  private void step(Line line, int depth, Setting setting, Budget budget) {
    Optional<Inference> inference = phrases
        .graph()
        .findInference(line.element().id())
        .filter(each -> line.element().kind() == Element.Kind.INFERENCE);
    String note = phrases.text(inference.flatMap(Inference::note));
    boolean inSection = isInSection(setting);
    ImmutableList<Reading> premises =
        line.readings().stream().filter(Cone::isPremise).collect(toImmutableList());
    String label = line.holds() ? label(line, premises) : failure(line, setting);
    boolean saysItself = inSection && !note.isEmpty() && !line.isContradiction();
    String by = inference
        .flatMap(Inference::by)
        .filter(each -> inSection || all)
        .map(each -> phrases.say(Sentence.STEP_BY, phrases.source(each)))
        .orElse("");
    String chance = chance(line, inSection);
    String head = line.holds()
        ? phrases.join(note, by, chance, saysItself ? "" : label)
        : phrases.join(note, by, label, chance);
    boolean only = setting == Setting.ONLY;
    sentence(depth, !only, head);
    int below = only || head.isEmpty() ? depth : depth + 1;
    List<Runnable> steps = new ArrayList<>();
    if (line.holds()) {
      boolean allNegated = allNegated(premises);
      boolean apart = premises.size() > 1 || below == depth || goesOn(line);
      steps.add(() -> premises(premises, allNegated, below, apart, budget.less()));
      group(steps, Sentence.TAKES_FOR_GRANTED, readings(line, Role.ASSUMPTION), below, budget);
      if (all) {
        group(steps, Sentence.UNLESS, readings(line, Role.EXCEPTION), below, budget);
      }
    } else {
      ImmutableList<Reading> met = premisesMet(line);
      if (setting != Setting.SECTION_WITHOUT_PREMISES && !line.isContradiction()) {
        group(
            steps,
            met.size() == premises.size() ? Sentence.PREMISES_HOLD : Sentence.THESE_PREMISES_HOLD,
            met,
            below,
            Budget.LEAST);
      }
      steps.addAll(obstacles(line, below, budget));
    }
    next(steps);
  }

  private String chance(Line line, boolean inSection) {
    if (line.isContradiction()) {
      return "";
    }
    return inSection
        ? phrases.frequencies().line(line)
        : phrases.frequencies().lineBelow(line, claimOf(line));
  }

  /** Whether more is told of a line that holds than its premises. */
  private boolean goesOn(Line line) {
    return !readings(line, Role.ASSUMPTION).isEmpty()
        || (all && !readings(line, Role.EXCEPTION).isEmpty());
  }

  private static boolean allNegated(List<Reading> premises) {
    return premises.stream().allMatch(reading -> reading.role() == Role.NEGATED_PREMISE);
  }

  private String label(Line line, ImmutableList<Reading> premises) {
    if (line.isContradiction()) {
      return phrases.say(Sentence.CANNOT_BOTH_BE);
    }
    boolean negated = allNegated(premises);
    return switch (line.stance()) {
      case SUPPORTS ->
        phrases.count(
            negated ? Sentence.FOLLOWS_FROM_FALSE : Sentence.FOLLOWS_FROM, premises.size());
      case REFUTES ->
        phrases.count(negated ? Sentence.AGAINST_IT_FALSE : Sentence.AGAINST_IT, premises.size());
      case QUALIFIES -> phrases.say(Sentence.WHAT_IS_MISSING);
    };
  }

  private String failure(Line line, Setting setting) {
    if (line.isContradiction()) {
      return line.obstacles().stream().anyMatch(obstacle -> !obstacle.loop().isEmpty())
          ? phrases.say(
              Sentence.CANNOT_BOTH_BE_OTHERWISE, phrases.claim(line.element().id()))
          : "";
    }
    if (setting != Setting.BRANCH) {
      return "";
    }
    return phrases.say(
        switch (line.stance()) {
          case SUPPORTS -> Sentence.STEP_FAILS;
          case REFUTES -> Sentence.STEP_AGAINST_FAILS;
          case QUALIFIES -> Sentence.STEP_QUALIFYING_FAILS;
        });
  }

  private static ImmutableList<Reading> readings(Line line, Role role) {
    return line.readings().stream()
        .filter(reading -> reading.role() == role)
        .collect(toImmutableList());
  }

  private void premises(
      ImmutableList<Reading> premises,
      boolean allNegated,
      int depth,
      boolean branch,
      Budget budget) {
    List<Runnable> steps = new ArrayList<>();
    for (Reading premise : cut(premises)) {
      boolean denied = premise.role() == Role.NEGATED_PREMISE && !allNegated;
      steps.add(() -> claim(premise.element().id(), depth, branch, budget, denied));
    }
    more(steps, premises.size(), depth);
    next(steps);
  }

  private <T> List<T> cut(ImmutableList<T> items) {
    return all || items.size() <= MOST ? items : items.subList(0, MOST);
  }

  private void more(List<Runnable> steps, int size, int depth) {
    if (!all && size > MOST) {
      steps.add(
          () -> node(Node.Kind.ITEM, depth, true, phrases.count(Sentence.MORE_LINES, size - MOST)));
    }
  }

  // What stands in the way of a line.

  private List<Runnable> obstacles(Line line, int depth, Budget budget) {
    List<Runnable> steps = new ArrayList<>();
    for (Obstacle obstacle : line.obstacles()) {
      obstacle(steps, line, obstacle, depth, budget);
    }
    return steps;
  }

  private void obstacle(
      List<Runnable> steps, Line line, Obstacle obstacle, int depth, Budget budget) {
    switch (obstacle.kind()) {
      case PREMISE_REFUTED ->
        premises(
            steps,
            obstacle,
            Sentence.PREMISE_REFUTED,
            Sentence.NEGATED_PREMISE_SUPPORTED,
            depth,
            budget);
      case PREMISE_CONTESTED -> contestedPremises(steps, obstacle, depth, budget);
      case PREMISE_UNVERIFIED ->
        premises(
            steps,
            obstacle,
            Sentence.PREMISE_UNVERIFIED,
            Sentence.NEGATED_PREMISE_UNVERIFIED,
            depth,
            budget);
      case ASSUMPTION_CONTESTED ->
        byVerdict(
            steps,
            obstacle,
            verdict -> verdict == Verdict.REFUTED,
            Sentence.ASSUMPTION_REFUTED,
            Sentence.ASSUMPTION_CONTESTED,
            depth,
            budget);
      case EXCEPTION_ACCEPTED ->
        byVerdict(
            steps,
            obstacle,
            verdict -> verdict == Verdict.SUPPORTED || verdict == Verdict.MISLEADING,
            Sentence.EXCEPTION_ACCEPTED,
            obstacle.readings().stream().anyMatch(reading -> reading.met().undecided() > 0)
                ? Sentence.EXCEPTION_UNDECIDED
                : Sentence.EXCEPTION_LIKELY,
            depth,
            budget.forTheCrux());
      case TOO_MUCH_AT_ONCE -> tooMuchAtOnce(steps, line, obstacle, depth, budget);
      case STAND_OFF, CIRCULAR -> loop(steps, obstacle, depth, budget);
      default ->
        leaf(line, obstacle).forEach(text -> steps.add(() -> sentence(depth, false, text)));
    }
  }

  private ImmutableList<String> leaf(Line line, Obstacle obstacle) {
    ImmutableList<String> ids = obstacle.readings().stream()
        .map(reading -> reading.element().id())
        .collect(toImmutableList());
    return switch (obstacle.kind()) {
      case SOURCE_RETRACTED -> ids.stream().map(phrases::retracted).collect(toImmutableList());
      case SOURCE_DOUBTFUL -> ids.stream().map(phrases::doubtful).collect(toImmutableList());
      case ONLY_A_COPY ->
        ImmutableList.of(phrases.say(
            Sentence.ONLY_A_COPY,
            phrases.source(line.readings().get(0).element().id()),
            phrases.sources(ids, Sentence.NAME_SEPARATOR)));
      case TOO_WEAK -> ImmutableList.of(phrases.tooWeak(strength(line)));
      case OVERRIDDEN ->
        obstacle.readings().stream()
            .map(reading -> phrases.say(Sentence.OVERRIDDEN, phrases.line(reading.element())))
            .collect(toImmutableList());
      case NOT_YET -> ImmutableList.of(phrases.say(Sentence.NOT_YET, begin(line)));
      case DOES_NOT_COUNT -> ImmutableList.of(phrases.say(Sentence.DOES_NOT_COUNT));
      default -> ImmutableList.of();
    };
  }

  private Grade strength(Line line) {
    return phrases
        .graph()
        .findEvidence(line.element().id())
        .map(Evidence::strength)
        .or(() -> phrases.graph().findInference(line.element().id()).map(Inference::strength))
        .orElse(Grade.ONE);
  }

  private String begin(Line line) {
    return new Bearings(explanation.evaluation())
        .begin(line.element())
        .map(phrases::date)
        .orElse("");
  }

  /** Premises that are disputed, and those whose verdict does not say so but that are in too many worlds. */
  private void contestedPremises(
      List<Runnable> steps, Obstacle obstacle, int depth, Budget budget) {
    Predicate<Reading> isDisputed = reading -> reading.role() == Role.CONTRADICTION
        || reading.verdict().orElse(Verdict.CONFLICTING) == Verdict.CONFLICTING;
    premises(
        steps,
        only(obstacle, isDisputed),
        Sentence.PREMISE_CONTESTED,
        Sentence.NEGATED_PREMISE_CONTESTED,
        depth,
        budget);
    premises(
        steps,
        only(obstacle, isDisputed.negate()),
        Sentence.PREMISE_TOO_SELDOM,
        Sentence.NEGATED_PREMISE_TOO_SELDOM,
        depth,
        budget);
  }

  private static Obstacle only(Obstacle obstacle, Predicate<Reading> which) {
    return new Obstacle(
        obstacle.kind(),
        obstacle.readings().stream().filter(which).collect(toImmutableList()),
        obstacle.loop(),
        obstacle.cost());
  }

  private void tooMuchAtOnce(
      List<Runnable> steps, Line line, Obstacle obstacle, int depth, Budget budget) {
    ImmutableList<Reading> premises =
        obstacle.readings().stream().filter(Reading::isClaim).collect(toImmutableList());
    if (!premises.isEmpty()) {
      group(steps, Sentence.PREMISES_TOO_MUCH, premises, depth, budget);
      return;
    }
    if (!obstacle.readings().isEmpty()) {
      steps.add(() -> sentence(depth, false, phrases.say(Sentence.SOURCES_TOO_MUCH)));
      return;
    }
    steps.add(() -> sentence(depth, false, phrases.say(Sentence.TOO_MUCH_AT_ONCE)));
    steps.add(() -> sentence(depth, false, phrases.stepItself(strength(line))));
    group(
        steps, Sentence.ASSUMPTION_CONTESTED, doubted(line, Role.ASSUMPTION), depth, Budget.LEAST);
    group(steps, Sentence.EXCEPTION_LIKELY, doubted(line, Role.EXCEPTION), depth, Budget.LEAST);
  }

  /** What a line reads as something, and in some worlds is not as it needs it. */
  private static ImmutableList<Reading> doubted(Line line, Role role) {
    return readings(line, role).stream()
        .filter(reading -> reading.met().yes() < 1)
        .collect(toImmutableList());
  }

  private void premises(
      List<Runnable> steps,
      Obstacle obstacle,
      Sentence plain,
      Sentence negated,
      int depth,
      Budget budget) {
    group(steps, plain, with(obstacle, Role.PREMISE), depth, budget);
    group(steps, negated, with(obstacle, Role.NEGATED_PREMISE), depth, budget);
    group(
        steps,
        Sentence.CONTRADICTION_NOT_ACCEPTED,
        with(obstacle, Role.CONTRADICTION),
        depth,
        budget);
  }

  private static ImmutableList<Reading> with(Obstacle obstacle, Role role) {
    return obstacle.readings().stream()
        .filter(reading -> reading.role() == role)
        .collect(toImmutableList());
  }

  private void byVerdict(
      List<Runnable> steps,
      Obstacle obstacle,
      Predicate<Verdict> decided,
      Sentence ifDecided,
      Sentence otherwise,
      int depth,
      Budget budget) {
    Predicate<Reading> isDecided =
        reading -> decided.test(reading.verdict().orElse(Verdict.UNVERIFIED));
    group(
        steps,
        ifDecided,
        obstacle.readings().stream().filter(isDecided).collect(toImmutableList()),
        depth,
        budget);
    group(
        steps,
        otherwise,
        obstacle.readings().stream().filter(isDecided.negate()).collect(toImmutableList()),
        depth,
        budget);
  }

  /** A sentence that ends in a colon, and the claims it speaks of. */
  private void group(
      List<Runnable> steps,
      Sentence label,
      ImmutableList<Reading> readings,
      int depth,
      Budget budget) {
    if (readings.isEmpty()) {
      return;
    }
    steps.add(() -> {
      sentence(depth, true, phrases.count(label, readings.size()));
      boolean several = readings.size() > 1;
      List<Runnable> claims = new ArrayList<>();
      for (Reading reading : cut(readings)) {
        claims.add(() -> claim(reading.element().id(), depth + 1, several, budget.less(), false));
      }
      more(claims, readings.size(), depth + 1);
      next(claims);
    });
  }

  private void loop(List<Runnable> steps, Obstacle obstacle, int depth, Budget budget) {
    steps.add(() -> {
      ImmutableList<String> untold = obstacle.readings().stream()
          .filter(Reading::isClaim)
          .map(reading -> reading.element().id())
          .filter(id -> !told.contains(id))
          .collect(toImmutableList());
      sentence(
          depth,
          !untold.isEmpty(),
          phrases.say(phrases.loopSentence(obstacle), phrases.loop(obstacle)));
      claims(untold, depth + 1, untold.size() > 1, budget.less());
    });
  }

  // A claim below the one explained.

  private void claims(ImmutableList<String> ids, int depth, boolean branch, Budget budget) {
    List<Runnable> steps = new ArrayList<>();
    for (String id : cut(ids)) {
      steps.add(() -> claim(id, depth, branch, budget, false));
    }
    more(steps, ids.size(), depth);
    next(steps);
  }

  private void claim(String id, int depth, boolean branch, Budget budget, boolean denied) {
    Optional<Account> account = explanation.findAccount(id);
    Verdict verdict = explanation.evaluation().verdict(id);
    String text = denied ? phrases.say(Sentence.NOT_SO, phrases.claim(id)) : phrases.claim(id);
    if (account.isEmpty() || told.contains(id)) {
      boolean known = told.contains(id);
      String suffix = known ? phrases.say(Sentence.ABOVE) : all ? id(id) : "";
      String words = known ? text : phrases.frequencies().beside(text, id);
      claimNode(depth, branch, verdict, words, suffix, known);
      return;
    }
    ImmutableList<Line> lines = worthTelling(account.get());
    ImmutableList<Line> apart = lines.stream()
        .filter(line -> all || !line.holds() || line.element().kind() != Element.Kind.EVIDENCE)
        .collect(toImmutableList());
    ImmutableList<Line> folded = apart.stream()
        .filter(line -> !all && !budget.allows(line) && leadsOn(line))
        .collect(toImmutableList());
    boolean showsId = all || !folded.isEmpty();
    Optional<Account> chainEnd = folded.isEmpty() ? Optional.empty() : chainEnd(account.get());
    int hidden = folded.isEmpty() || chainEnd.isPresent() ? 0 : untoldBelow(account.get());
    String more = hidden > 0 ? phrases.count(Sentence.MORE_CLAIMS, hidden) : "";
    String suffix = ((showsId ? id(id) : "") + " " + more).strip();
    claimNode(depth, branch, verdict, phrases.frequencies().beside(text, id), suffix, false);
    sentence(depth + 1, false, why(account.get()));
    for (Stance stance : Stance.values()) {
      sources(lines, stance, depth + 1, budget.holding() > 0 ? MOST_SOURCES : 1);
    }
    if (folded.isEmpty()) {
      told.add(id);
    }
    ImmutableList<Line> open =
        apart.stream().filter(line -> !folded.contains(line)).collect(toImmutableList());
    List<Runnable> steps = new ArrayList<>();
    boolean only = open.size() == 1;
    for (Line line : cut(open)) {
      steps.add(() -> line(line, depth + 1, only ? Setting.ONLY : Setting.BRANCH, budget));
    }
    more(steps, open.size(), depth + 1);
    chainEnd.ifPresent(end -> steps.add(() -> chain(account.get(), end, depth + 1)));
    next(steps);
  }

  private static String id(String id) {
    return "[" + id + "]";
  }

  private void claimNode(
      int depth, boolean branch, Verdict verdict, String text, String suffix, boolean brief) {
    nodes.add(new Node(Node.Kind.CLAIM, depth, branch, Optional.of(verdict), text, suffix, brief));
  }

  private String why(Account account) {
    boolean needsToBeSaid = account.supposed().isPresent()
        || account.verdict() == Verdict.UNVERIFIED
        || account.verdict() == Verdict.CONFLICTING;
    boolean isWeakSource =
        account.shortfall().filter(Shortfall.NOT_ENOUGH::equals).isPresent()
            && account.diagnosis() == Diagnosis.DOUBTFUL_SOURCE;
    if (isWeakSource) {
      // How often the claim comes out supported is told beside it, and how often the source is
      // right below.
      return "";
    }
    String why = needsToBeSaid ? phrases.why(account) : "";
    boolean accepted =
        account.verdict() == Verdict.SUPPORTED || account.verdict() == Verdict.MISLEADING;
    return phrases.join(why, accepted ? "" : phrases.diagnosis(account));
  }

  /** The lines from which the verdict follows, or for want of which it does. */
  private ImmutableList<Line> worthTelling(Account account) {
    ImmutableList.Builder<Line> lines = ImmutableList.builder();
    Verdict verdict = account.verdict();
    boolean accepted = verdict == Verdict.SUPPORTED || verdict == Verdict.MISLEADING;
    lines.addAll(shown(account, Stance.SUPPORTS, true));
    if (all || !accepted) {
      lines.addAll(shown(account, Stance.SUPPORTS, false));
    }
    lines.addAll(shown(account, Stance.REFUTES, true));
    if (all || verdict == Verdict.CONFLICTING || verdict == Verdict.UNVERIFIED) {
      lines.addAll(shown(account, Stance.REFUTES, false));
    }
    if (all || accepted) {
      lines.addAll(shown(account, Stance.QUALIFIES, true));
    }
    if (all) {
      lines.addAll(shown(account, Stance.QUALIFIES, false));
    }
    return lines.build();
  }

  private static boolean leadsOn(Line line) {
    return line.readings().stream().anyMatch(Reading::isClaim);
  }

  /** The evidence that holds, its sources in one sentence. */
  private void sources(ImmutableList<Line> lines, Stance stance, int depth, int most) {
    if (all) {
      return;
    }
    ImmutableList<String> names = lines.stream()
        .filter(line -> line.holds()
            && line.stance() == stance
            && line.element().kind() == Element.Kind.EVIDENCE)
        .map(line -> phrases.graph().findEvidence(line.element().id()).orElseThrow())
        .map(phrases::sourceOf)
        .collect(toImmutableList());
    if (names.isEmpty()) {
      return;
    }
    String list = phrases.list(names.subList(0, Math.min(most, names.size())));
    sentence(
        depth,
        false,
        phrases.count(
            sourceSentence(stance),
            names.size(),
            names.size() > most
                ? phrases.count(Sentence.MORE_SOURCES, names.size() - most, list)
                : list));
  }

  // What is not told.

  /** Where a chain below a claim ends, if it is one, and long enough to be cut short. */
  private Optional<Account> chainEnd(Account account) {
    Set<String> chain = new HashSet<>();
    Account end = account;
    for (Optional<Account> at = nextInChain(account, chain);
        at.isPresent();
        at = nextInChain(at.get(), chain)) {
      end = at.get();
    }
    return chain.size() > LEAST_CHAIN + 1 ? Optional.of(end) : Optional.empty();
  }

  private void chain(Account account, Account end, int depth) {
    Set<String> chain = new HashSet<>();
    Optional<Account> at = nextInChain(account, chain);
    while (at.isPresent() && !at.get().claim().equals(end.claim())) {
      told.add(at.get().claim());
      at = nextInChain(at.get(), chain);
    }
    told.add(account.claim());
    sentence(depth, false, phrases.count(Sentence.MORE_STEPS, chain.size() - 1));
    claim(end.claim(), depth, true, Budget.SHORT, false);
  }

  /** The one claim that a claim is followed into, if it is the only one, not told yet and of the same verdict. */
  private Optional<Account> nextInChain(Account account, Set<String> chain) {
    chain.add(account.claim());
    ImmutableSet<String> below = followed(account);
    if (below.size() != 1) {
      return Optional.empty();
    }
    return explanation
        .findAccount(below.asList().get(0))
        .filter(next -> next.verdict() == account.verdict()
            && !told.contains(next.claim())
            && !chain.contains(next.claim()));
  }

  private ImmutableSet<String> followed(Account account) {
    ImmutableSet.Builder<String> claims = ImmutableSet.builder();
    for (Line line : worthTelling(account)) {
      claims.addAll(Cone.followed(line, false));
    }
    return claims.build();
  }

  private int untoldBelow(Account account) {
    Set<String> seen = new HashSet<>();
    Deque<Account> toFollow = new ArrayDeque<>();
    toFollow.push(account);
    seen.add(account.claim());
    int count = 0;
    while (!toFollow.isEmpty()) {
      for (String id : followed(toFollow.pop())) {
        if (seen.add(id) && !told.contains(id)) {
          count++;
          explanation.findAccount(id).ifPresent(toFollow::push);
        }
      }
    }
    return count;
  }
}
