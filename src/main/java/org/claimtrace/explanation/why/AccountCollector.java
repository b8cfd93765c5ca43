package org.claimtrace.explanation.why;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.Explanation.Shortfall;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Review;
import org.claimtrace.model.Search;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.Inside;

/** Collects the accounts of claims and of those below them. Iterative. Not safe for use by several threads. */
public final class AccountCollector {

  private final Evaluation evaluation;
  private final LineDrafts lineDrafts;
  private final List<String> ids = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<ImmutableList<LineDrafts.Draft>> drafts = new ArrayList<>();

  private AccountCollector(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.lineDrafts = new LineDrafts(evaluation);
  }

  /** Returns the accounts of some claims and of all below them, by claim, in depth-first order. */
  public static ImmutableMap<String, Account> accounts(
      Evaluation evaluation, Set<String> claimIds) {
    AccountCollector collector = new AccountCollector(evaluation);
    claimIds.forEach(id -> collector.follow(id, claimIds));
    return collector.accounts();
  }

  /**
   * Returns the diagnosis of every claim, in document order. It equals that of the claim's explanation, since all elements in a
   * loop with a claim lie below it.
   */
  public static ImmutableMap<String, Diagnosis> diagnoses(Evaluation evaluation) {
    AccountCollector collector = new AccountCollector(evaluation);
    evaluation.graph().claims().forEach(claim -> collector.follow(claim.id(), Set.of(claim.id())));
    Loops loops = collector.loops();
    ImmutableMap.Builder<String, Diagnosis> diagnoses = ImmutableMap.builder();
    for (Claim claim : evaluation.graph().claims()) {
      int number = collector.numbers.getOrDefault(claim.id(), 0);
      ImmutableList<LineReport> supporting = bearing(loops.lines(number), Stance.SUPPORTS);
      diagnoses.put(claim.id(), Diagnoses.ofClaim(evaluation, claim.id(), supporting));
    }
    return diagnoses.buildOrThrow();
  }

  private void follow(String root, Set<String> explained) {
    Deque<String> toTell = new ArrayDeque<>();
    toTell.push(root);
    while (!toTell.isEmpty()) {
      Cancellation.check();
      String id = toTell.pop();
      if (numbers.putIfAbsent(id, ids.size()) != null) {
        continue;
      }
      ids.add(id);
      ImmutableList<LineDrafts.Draft> lines = lineDrafts.of(id);
      drafts.add(lines);
      List<String> next = new ArrayList<>();
      for (LineDrafts.Draft each : lines) {
        next.addAll(followed(each.line(), explained.contains(id)));
      }
      Lists.reverse(next).forEach(toTell::push);
    }
  }

  /**
   * Returns the claims into which a line is followed: its premises if it holds, otherwise the claims among its obstacles. A
   * line for the claim that is explained is followed into all of its premises, so that those that are met are explained as
   * well.
   */
  public static ImmutableList<String> followed(LineReport line, boolean ofExplained) {
    ImmutableList.Builder<String> claims = ImmutableList.builder();
    for (Reading reading : line.readings()) {
      boolean told = line.holds() || (ofExplained && line.stance() == Stance.SUPPORTS);
      if (told && reading.isPremise()) {
        claims.add(reading.element().id());
      }
    }
    for (Obstacle obstacle : line.obstacles()) {
      for (Reading reading : obstacle.readings()) {
        if (reading.isClaim()) {
          claims.add(reading.element().id());
        }
      }
    }
    return claims.build();
  }

  private Loops loops() {
    return new Loops(ids, numbers, drafts, new Chances(evaluation));
  }

  private ImmutableMap<String, Account> accounts() {
    Loops loops = loops();
    ImmutableMap.Builder<String, Account> accounts =
        ImmutableMap.builderWithExpectedSize(ids.size());
    for (int number = 0; number < ids.size(); number++) {
      accounts.put(ids.get(number), account(ids.get(number), loops.lines(number)));
    }
    return accounts.buildOrThrow();
  }

  private Account account(String id, ImmutableList<LineReport> lines) {
    Claim claim = evaluation.graph().claim(id);
    ImmutableList<LineReport> supporting = bearing(lines, Stance.SUPPORTS);
    ImmutableList<LineReport> refuting = bearing(lines, Stance.REFUTES);
    Optional<Shortfall> shortfall =
        evaluation.verdict(id) == Verdict.UNVERIFIED && evaluation.supposed(id).isEmpty()
            ? Optional.of(shortfall(claim, lines))
            : Optional.empty();
    return new Account(
        Inside.KEY,
        id,
        evaluation.verdict(id),
        evaluation.belief(id),
        evaluation.closeCalls(id),
        evaluation.supposed(id),
        shortfall,
        Diagnoses.ofClaim(evaluation, id, supporting),
        supporting,
        refuting,
        bearing(lines, Stance.QUALIFIES),
        reviews(evaluation, claim));
  }

  private static ImmutableList<LineReport> bearing(ImmutableList<LineReport> lines, Stance stance) {
    return lines.stream().filter(line -> line.stance() == stance).collect(toImmutableList());
  }

  private Shortfall shortfall(Claim claim, ImmutableList<LineReport> lines) {
    ImmutableList<LineReport> bearing = lines.stream()
        .filter(line -> line.stance() != Stance.QUALIFIES && bears(line))
        .collect(toImmutableList());
    if (bearing.isEmpty()) {
      return withoutBearing(claim, lines);
    }
    Chance inFavour = evaluation.caseFor(claim.id());
    Chance against = evaluation.caseAgainst(claim.id());
    if (inFavour.yes() > 0 || against.yes() > 0) {
      return Shortfall.NOT_ENOUGH;
    }
    if (inFavour.undecided() > 0 || against.undecided() > 0) {
      return Shortfall.UNDECIDED;
    }
    return bearing.stream().allMatch(this::cannotBeJudged)
        ? Shortfall.NOT_JUDGED
        : Shortfall.NOTHING_HOLDS;
  }

  private Shortfall withoutBearing(Claim claim, ImmutableList<LineReport> lines) {
    if (lines.stream().anyMatch(line -> line.stance() == Stance.QUALIFIES && line.counts())) {
      return Shortfall.ONLY_QUALIFIED;
    }
    boolean somebodyFoundNothing = reviews(evaluation, claim).stream()
        .anyMatch(each -> each.published() == Verdict.UNVERIFIED);
    if (somebodyFoundNothing || !searches(evaluation, claim).isEmpty()) {
      return Shortfall.NOTHING_FOUND;
    }
    boolean isAnyLeftOut = lines.stream()
        .anyMatch(line -> !line.isContradiction()
            && line.obstacles().stream().noneMatch(each -> each.kind() == Obstacle.Kind.NOT_YET));
    boolean isAnyUnmapped = evaluation.reviewsOf(claim.id()).stream()
        .anyMatch(
            review -> review.verdict().isEmpty() && evaluation.exists(review.element(claim.id())));
    return isAnyLeftOut || isAnyUnmapped ? Shortfall.NOTHING_COUNTS : Shortfall.NOBODY_LOOKED;
  }

  /** Returns whether a line does not hold because nobody can judge its sources. */
  private boolean cannotBeJudged(LineReport line) {
    return line.obstacles().stream()
        .anyMatch(obstacle -> obstacle.kind() == Obstacle.Kind.SOURCE_NOT_JUDGED);
  }

  /** Returns whether a line counts as brought forward; a contradicting claim does not, unless it may be accepted. */
  private static boolean bears(LineReport line) {
    return line.counts() && !(line.isContradiction() && line.chance().no() == 1);
  }

  /** Returns the searches for evidence on a claim that had been made at the date of the evaluation. */
  public static ImmutableList<Search> searches(Evaluation evaluation, Claim claim) {
    return claim.searches().stream()
        .filter(search -> search.date().isEmpty()
            || evaluation.asOf().isEmpty()
            || search.date().get().beginsBy(evaluation.asOf().get()))
        .collect(toImmutableList());
  }

  /** Returns the published verdicts on a claim that exist; they are compared with nothing if they count themselves. */
  public static ImmutableList<Comparison> reviews(Evaluation evaluation, Claim claim) {
    ImmutableList<Review> reviews = evaluation.reviewsOf(claim.id());
    if (reviews.isEmpty()) {
      return ImmutableList.of();
    }
    Optional<Verdict> derived = evaluation.reviewsCount(claim.id())
        ? Optional.empty()
        : Optional.of(evaluation.verdict(claim.id()));
    ImmutableList.Builder<Comparison> comparisons = ImmutableList.builder();
    for (Review review : reviews) {
      Element element = review.element(claim.id());
      // What nobody has mapped to a verdict is compared with nothing.
      if (evaluation.exists(element) && review.verdict().isPresent()) {
        comparisons.add(new Comparison(
            Inside.KEY, element, claim.id(), review.reviewer(), review.verdict().get(), derived));
      }
    }
    return comparisons.build();
  }
}
