package org.claimtrace.sensitivity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Interval;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.evaluation.VerdictRule.Quantity;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.sensitivity.Flips.Flip;
import org.claimtrace.sensitivity.Pivots.Pivot;
import org.claimtrace.sensitivity.Sensitivity.SearchLimit;
import org.claimtrace.sensitivity.SourceDependence.TopplingSet;
import org.claimtrace.wording.Bibliography;
import org.claimtrace.wording.OutOfHundred;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.Sentence;

/** Renders the sensitivity of a verdict as an outline. */
final class SensitivityOutline {

  /** The most items of a list, unless the style has everything. */
  private static final int FEW = 10;

  /** The number of decimal places of grades. */
  private static final int PLACES = 3;

  /** The greatest number of decimal places of grades: further ones do not count. */
  private static final int MOST_PLACES = 9;

  /** The least absolute swing of a pivot that is rendered. */
  private static final double LEAST_SWING = .005;

  private final Sensitivity sensitivity;
  private final Evaluation evaluation;
  private final ClaimGraph graph;
  private final String claim;
  private final Style style;
  private final Phrasebook phrases;
  private final Outline.Builder outline;

  SensitivityOutline(Sensitivity sensitivity, Style style) {
    this.sensitivity = sensitivity;
    this.style = style;
    evaluation = sensitivity.grounds().evaluation();
    graph = evaluation.graph();
    claim = sensitivity.grounds().claimId();
    phrases = new Phrasebook(graph, graph, style.language());
    outline = phrases.outline();
  }

  Outline outline() {
    outline.about(Element.claim(claim)).title(phrases.claim(claim));
    outline.lead(
        phrases.say(Sentence.RESTS_VERDICT, verdict(sensitivity.grounds().verdict())));
    grounds(sensitivity.grounds());
    retracted(sensitivity.grounds().retracted());
    withdrawn(sensitivity.grounds().withdrawn());
    // If nothing is left to chance, the pivots are just the single changes.
    if (evaluation.method() != Method.CERTAIN) {
      pivots(sensitivity.pivots());
    }
    flips(sensitivity.flips());
    Bibliography.add(phrases, outline, evaluation.asOf(), style.showsAll());
    return outline.build();
  }

  private String verdict(Verdict verdict) {
    return phrases.verdict(claim, verdict);
  }

  /** Adds the first items of a list, or all, and the number of the others. */
  private void items(List<String> items) {
    items(items, 0);
  }

  /** Adds the first items of a list, or all, and the number of the others together with {@code further} ones that are not on it. */
  private void items(List<String> items, int further) {
    int most = style.showsAll() ? items.size() : Math.min(items.size(), FEW);
    items.stream().limit(most).forEach(outline::item);
    int more = items.size() - most + further;
    if (more > 0) {
      outline.item(phrases.count(Sentence.MORE_LINES, more));
    }
  }

  private String sources(List<String> ids) {
    return phrases.list(ids.stream().map(phrases::source).toList());
  }

  private void grounds(SourceDependence grounds) {
    outline.section(phrases.say(Sentence.RESTS_NECESSARY));
    if (grounds.sourceIds().isEmpty()) {
      outline.remark(phrases.say(noSource(grounds.retracted().size())));
      return;
    }
    if (grounds.toppling().isEmpty() && grounds.isComplete()) {
      outline.remark(phrases.say(Sentence.RESTS_WHATEVER));
      return;
    }
    boolean isEachTried = grounds.triedUpTo() > 0;
    if (grounds.necessary().isEmpty() && isEachTried) {
      outline.remark(phrases.say(Sentence.RESTS_NONE_NECESSARY));
    }
    items(grounds.necessary().stream().map(this::toppling).toList());
    if (!isEachTried) {
      outline.remark(phrases.count(
          Sentence.RESTS_CAP_SINGLE,
          grounds.tried(),
          phrases.number(grounds.sourceIds().size())));
      return;
    }
    List<String> together = grounds.toppling().stream()
        .filter(set -> set.sourceIds().size() > 1)
        .map(this::toppling)
        .toList();
    if (!together.isEmpty() || !grounds.isComplete()) {
      outline.section(phrases.say(Sentence.RESTS_TOGETHER));
      items(together);
      grounds.cap().ifPresent(cap -> outline.remark(cap(cap, grounds.triedUpTo())));
    }
    if (grounds.isComplete()) {
      enough(phrases.say(Sentence.RESTS_SUFFICIENT), grounds.sufficient(), grounds);
    } else if (grounds.toppling().stream()
        .anyMatch(set -> set.sourceIds().size() <= grounds.triedUpTo())) {
      enough(
          phrases.count(Sentence.RESTS_HOLDING, grounds.triedUpTo()), grounds.holding(), grounds);
    }
  }

  /** Returns a sentence on why no source is among the grounds. */
  private Sentence noSource(int retracted) {
    if (sensitivity.grounds().hasExhibits()
        || !sensitivity.grounds().withdrawn().isEmpty()) {
      return Sentence.RESTS_NO_SOURCE_TOPPLES;
    }
    long tooLow = sensitivity.flips().standings().stream()
            .filter(each -> each.element().kind() == Element.Kind.SOURCE)
            .count()
        - retracted;
    if (tooLow > 0) {
      return Sentence.RESTS_NO_SOURCE_COUNTS;
    }
    return retracted > 0 ? Sentence.RESTS_ALL_RETRACTED : Sentence.RESTS_NO_SOURCE_BEARS;
  }

  private void retracted(List<RetractedSource> retracted) {
    if (!retracted.isEmpty()) {
      outline.section(phrases.say(Sentence.RESTS_RETRACTED));
      items(retracted.stream().map(this::retracted).toList());
    }
  }

  private void withdrawn(List<WithdrawnStatement> withdrawn) {
    if (!withdrawn.isEmpty()) {
      outline.section(phrases.say(Sentence.RESTS_WITHDRAWN));
      items(withdrawn.stream().map(this::withdrawn).toList());
    }
  }

  private String withdrawn(WithdrawnStatement statement) {
    return phrases.join(
        phrases.say(
            Sentence.RESTS_STATEMENT_WITHDRAWN,
            name(Element.evidence(statement.evidenceId())),
            phrases.when(statement.date())),
        statement
            .lifted()
            .map(then -> then == sensitivity.grounds().verdict()
                ? phrases.say(Sentence.RESTS_STATEMENT_IF_LIFTED_SAME)
                : phrases.say(Sentence.RESTS_STATEMENT_IF_LIFTED, verdict(then)))
            .orElse(""));
  }

  private String retracted(RetractedSource source) {
    List<String> said = new ArrayList<>();
    said.add(phrases.say(
        Sentence.SOURCE_RETRACTED, phrases.source(source.sourceId()), phrases.when(source.date())));
    if (source.before().isPresent() && source.beforeWithout().isPresent()) {
      Verdict before = source.before().get();
      Verdict without = source.beforeWithout().get();
      said.add(
          before == without
              ? phrases.say(Sentence.RESTS_NOT_HELD_BEFORE, verdict(before))
              : phrases.say(Sentence.RESTS_HELD_BEFORE, verdict(before), verdict(without)));
    }
    source
        .lifted()
        .ifPresent(then -> said.add(
            then == sensitivity.grounds().verdict()
                ? phrases.say(Sentence.RESTS_IF_LIFTED_SAME)
                : phrases.say(Sentence.RESTS_IF_LIFTED, verdict(then))));
    return phrases.join(said);
  }

  private void enough(String title, List<ImmutableList<String>> sets, SourceDependence grounds) {
    outline.section(title);
    items(sets.stream().map(this::sources).toList());
    if (!grounds.hasAllSufficient()) {
      outline.remark(phrases.say(Sentence.RESTS_CAP_SUFFICIENT));
    }
  }

  private String toppling(TopplingSet set) {
    return phrases.say(Sentence.RESTS_WITHOUT, sources(set.sourceIds()), verdict(set.verdict()));
  }

  private String cap(SearchLimit cap, int triedUpTo) {
    return switch (cap) {
      case SIZE -> phrases.count(Sentence.RESTS_CAP_SIZE, triedUpTo);
      case TRIALS -> phrases.count(Sentence.RESTS_CAP_TRIALS, triedUpTo);
      case SETS -> phrases.say(Sentence.RESTS_CAP_SETS);
      case WORK -> phrases.count(Sentence.RESTS_CAP_WORK, triedUpTo);
    };
  }

  private void pivots(Pivots pivots) {
    outline.section(phrases.say(Sentence.PIVOT_SECTION));
    List<Pivot> told = pivots.pivots().stream()
        .filter(pivot -> Math.abs(pivot.swing()) >= LEAST_SWING)
        .toList();
    if (!told.isEmpty()) {
      int most = style.showsAll() ? told.size() : Math.min(told.size(), FEW);
      Map<Quantity, List<Pivot>> byQuantity = told.stream()
          .limit(most)
          .collect(groupingBy(Pivot::quantity, LinkedHashMap::new, toList()));
      byQuantity.forEach((quantity, some) -> {
        outline.remark(phrases.say(lead(quantity)));
        some.forEach(pivot -> outline.item(pivot(pivot)));
      });
      if (most < told.size()) {
        outline.item(phrases.count(Sentence.MORE_LINES, told.size() - most));
      }
    } else if (pivots.isComplete()) {
      boolean moves =
          pivots.pivots().stream().anyMatch(pivot -> !VerdictRule.areEqual(pivot.swing(), 0));
      outline.remark(phrases.say(
          moves
              ? Sentence.PIVOT_SLIGHT
              : sensitivity.grounds().withdrawn().isEmpty()
                  ? Sentence.PIVOT_NONE
                  : Sentence.PIVOT_NO_GRADE));
    }
    untried(pivots.untried());
  }

  private void untried(int untried) {
    if (untried > 0) {
      outline.remark(phrases.count(Sentence.SENSITIVITY_UNTRIED, untried));
    }
  }

  private static Sentence lead(Quantity quantity) {
    return switch (quantity) {
      case FOR -> Sentence.PIVOT_FOR;
      case AGAINST -> Sentence.PIVOT_AGAINST;
      case SUPPORTED -> Sentence.PIVOT_SUPPORTED;
      case REFUTED -> Sentence.PIVOT_REFUTED;
      case QUALIFIED -> Sentence.PIVOT_QUALIFIED;
      case DECIDED, WEAKER_SIDE -> Sentence.PIVOT_DECIDED;
    };
  }

  private String pivot(Pivot pivot) {
    String name = name(pivot.element());
    String yes = OutOfHundred.of(pivot.effect().yes()).percent();
    String no = OutOfHundred.of(pivot.effect().no()).percent();
    Interval interval = pivot.effect().interval();
    return evaluation.method() == Method.SAMPLED
        ? phrases.say(
            Sentence.PIVOT_ITEM_SAMPLED,
            name,
            yes,
            no,
            points(interval.low(), RoundingMode.FLOOR),
            points(interval.high(), RoundingMode.CEILING))
        : phrases.say(Sentence.PIVOT_ITEM, name, yes, no);
  }

  private static String points(double difference, RoundingMode outward) {
    return BigDecimal.valueOf(difference * 100).setScale(0, outward).toPlainString();
  }

  /** Returns a source, or a line with its stance, for the middle of a sentence. */
  private String name(Element element) {
    return element.kind() == Element.Kind.SOURCE
        ? phrases.source(element.id())
        : phrases.line(graph, element, graph.claimOf(element.id()).id(), claim);
  }

  private void flips(Flips flips) {
    Optional<String> wanted = flips.wanted().map(this::verdict);
    outline.section(wanted
        .map(other -> phrases.say(Sentence.FLIP_SECTION_TO, other))
        .orElseGet(() -> phrases.say(Sentence.FLIP_SECTION)));
    List<String> lifts = lifts(flips);
    if (!lifts.isEmpty() && !flips.isSingle()) {
      // Since one change suffices, pairs are not told.
      items(lifts);
      untried(flips.untried() + liftsUntried());
      return;
    }
    if (flips.flips().isEmpty()) {
      outline.remark(none(flips));
      return;
    }
    if (!flips.isSingle()) {
      outline.remark(
          phrases.say(wanted.isPresent() ? Sentence.FLIP_PAIRS_LEAD_TO : Sentence.FLIP_PAIRS_LEAD));
    }
    List<String> told = new ArrayList<>(lifts);
    flips.flips().forEach(flip -> told.add(flip(flip)));
    items(told, flips.further());
    untried(flips.untried() + liftsUntried());
    if (!flips.isSingle() && flips.pairedPivots() > 0 && !flips.isComplete()) {
      outline.remark(
          phrases.say(Sentence.FLIP_PAIRS_OF_BEST, phrases.number(flips.pairedPivots())));
    }
  }

  /** Returns the withdrawals of statements that lead to a verdict that is asked for once they are lifted. */
  private List<String> lifts(Flips flips) {
    return sensitivity.grounds().withdrawn().stream()
        .filter(each -> each.lifted()
            .filter(then -> flips
                .wanted()
                .map(then::equals)
                .orElse(then != sensitivity.grounds().verdict()))
            .isPresent())
        .map(each -> phrases.say(
            Sentence.FLIP_STATEMENT_LIFTED,
            name(Element.evidence(each.evidenceId())),
            verdict(each.lifted().orElseThrow())))
        .toList();
  }

  private int liftsUntried() {
    return (int) sensitivity.grounds().withdrawn().stream()
        .filter(each -> each.lifted().isEmpty())
        .count();
  }

  private String none(Flips flips) {
    boolean isWanted = flips.wanted().isPresent();
    int withdrawn = sensitivity.grounds().withdrawn().size();
    int untried = flips.untried() + liftsUntried();
    if (untried > 0) {
      int entered = flips.standings().size() + flips.untried() + withdrawn;
      return phrases.count(
          isWanted ? Sentence.FLIP_NONE_OF_TRIED_TO : Sentence.FLIP_NONE_OF_TRIED,
          entered - untried,
          phrases.number(entered));
    }
    if (flips.standings().isEmpty() && withdrawn == 0) {
      return phrases.say(Sentence.FLIP_NOTHING_ENTERED);
    }
    if (withdrawn > 0) {
      // Withdrawals are lifted alone, not two at a time.
      return phrases.say(isWanted ? Sentence.FLIP_NONE_SINGLE_TO : Sentence.FLIP_NONE_SINGLE);
    }
    if (flips.isComplete()) {
      return phrases.say(isWanted ? Sentence.FLIP_NONE_TO : Sentence.FLIP_NONE);
    }
    if (flips.pairedPivots() == 0) {
      return phrases.say(isWanted ? Sentence.FLIP_NONE_ALONE_TO : Sentence.FLIP_NONE_ALONE);
    }
    return phrases.say(
        isWanted ? Sentence.FLIP_NONE_OF_BEST_TO : Sentence.FLIP_NONE_OF_BEST,
        phrases.number(flips.pairedPivots()));
  }

  private String flip(Flip flip) {
    String then = verdict(flip.verdict());
    if (flip.changes().size() == 2) {
      return pair(flip.changes().get(0), flip.changes().get(1), then);
    }
    Flip.Change change = flip.changes().get(0);
    if (isRetracted(change)) {
      return lifted(change, then);
    }
    boolean reachesNo = change.from() == 0 && isAt(0, change.element(), flip.verdict());
    boolean reachesYes = change.to() == 1 && isAt(1, change.element(), flip.verdict());
    boolean isAllOrNothing = change.to() == 0
        || change.from() == 1
        || (evaluation.method() == Method.CERTAIN && (reachesNo || reachesYes));
    if (isAllOrNothing) {
      return phrases.say(
          reachesNo || change.to() == 0 ? Sentence.FLIP_WITHOUT : Sentence.FLIP_WITH,
          name(change.element()),
          then);
    }
    boolean isSource = change.element().kind() == Element.Kind.SOURCE;
    String number = phrases.say(
        isSource ? Sentence.FLIP_RELIABILITY : Sentence.FLIP_STRENGTH, name(change.element()));
    String now = grade(change.grade(), RoundingMode.HALF_EVEN);
    String from = grade(change.from(), RoundingMode.CEILING);
    String to = grade(change.to(), RoundingMode.FLOOR);
    if (change.from() == change.to()) {
      return phrases.say(Sentence.FLIP_EXACTLY, number, exactly(change.from()), now, then);
    }
    if (reachesNo) {
      return phrases.say(Sentence.FLIP_BELOW, number, to, now, then);
    }
    if (reachesYes) {
      return phrases.say(Sentence.FLIP_ABOVE, number, from, now, then);
    }
    return change.from() == 0 || change.to() == 1
        ? phrases.say(Sentence.FLIP_INSIDE, number, from, to, now, then)
        : phrases.say(Sentence.FLIP_BETWEEN, number, from, to, now, then);
  }

  /** Returns the change of a retracted source, whose retraction is lifted. */
  private String lifted(Flip.Change change, String then) {
    double entered = evaluation.grade(change.element());
    boolean isWithItsGrade = change.from() <= entered && entered <= change.to();
    return isWithItsGrade || evaluation.isByLogic()
        ? phrases.say(Sentence.FLIP_LIFTED, name(change.element()), then)
        : phrases.say(
            Sentence.FLIP_LIFTED_BETWEEN,
            name(change.element()),
            then,
            grade(change.from(), RoundingMode.CEILING),
            grade(change.to(), RoundingMode.FLOOR));
  }

  private boolean isRetracted(Flip.Change change) {
    return change.element().kind() == Element.Kind.SOURCE
        && evaluation.isRetracted(change.element().id());
  }

  /** Returns whether a verdict holds at the grade 0 or 1 of an element. */
  private boolean isAt(int grade, Element element, Verdict verdict) {
    return sensitivity.flips().standings().stream()
        .filter(each -> each.element().equals(element))
        .map(GradeRanges::ranges)
        .map(ranges -> ranges.get(grade == 0 ? 0 : ranges.size() - 1))
        .anyMatch(range -> range.verdict() == verdict);
  }

  private String pair(Flip.Change one, Flip.Change other, String then) {
    return isTakenAway(one) && isTakenAway(other)
        ? phrases.say(Sentence.FLIP_PAIR_WITHOUT, name(one.element()), name(other.element()), then)
        : phrases.say(Sentence.FLIP_PAIR, part(one), part(other), then);
  }

  private static boolean isTakenAway(Flip.Change change) {
    return change.to() == 0;
  }

  private String part(Flip.Change change) {
    return phrases.say(
        isTakenAway(change)
            ? Sentence.FLIP_CHANGE_WITHOUT
            : isRetracted(change) ? Sentence.FLIP_CHANGE_LIFTED : Sentence.FLIP_CHANGE_WITH,
        name(change.element()));
  }

  /**
   * Returns a grade, rounded in a direction in which the statement about it holds, to as few places as keep it apart from 0 and
   * 1; a grade within 1e-9 of a short number is that number.
   */
  private static String grade(double grade, RoundingMode rounding) {
    BigDecimal exact = BigDecimal.valueOf(grade).setScale(MOST_PLACES, RoundingMode.HALF_EVEN);
    BigDecimal rounded = exact.setScale(PLACES, rounding);
    for (int places = PLACES + 1; places <= MOST_PLACES && isWhole(rounded); places++) {
      rounded = exact.setScale(places, rounding);
    }
    return shortest(rounded);
  }

  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.compareTo(BigDecimal.ONE) == 0;
  }

  /** Returns a grade to within the difference that does not count. */
  private static String exactly(double grade) {
    return shortest(BigDecimal.valueOf(grade).setScale(MOST_PLACES, RoundingMode.HALF_EVEN));
  }

  private static String shortest(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
