package org.claimtrace.explanation.why;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Requirement;
import org.claimtrace.explanation.ReviewCheck.Overtaken;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.Inside;

/**
 * Finds out whether a published verdict that does not follow now did so on its own date, and since when and by what it has been
 * overtaken. Evaluates the graph as of the date of the review, and then as of the dates of what bears on the claim, from the
 * latest back, until the published verdict follows. Not safe for use by several threads.
 */
public final class Overtaking {

  private final Evaluation evaluation;
  private final ClaimGraph graph;
  private final long costOfOne;
  private final Map<PartialDate, Evaluation> byDate = new HashMap<>();
  private long work;

  /**
   * Creates a search.
   *
   * @param costOfOne the work of one evaluation
   * @param mostWork the work that may be begun
   */
  public Overtaking(Evaluation evaluation, long costOfOne, long mostWork) {
    this.evaluation = evaluation;
    this.graph = evaluation.graph();
    this.costOfOne = costOfOne;
    this.work = mostWork;
  }

  /**
   * Returns since when and by what a published verdict has been overtaken; empty if it did not follow on its own date either, or
   * that is not known, because it has no date or the work is used up.
   */
  public Optional<Overtaken> of(Claim claim, Review review) {
    Optional<PartialDate> published = evaluation.begin(review);
    // What would have followed in a scenario is no record of what did.
    if (published.isEmpty()
        || review.verdict().isEmpty()
        || !evaluation.changedGrades().isEmpty()
        || !follows(claim, review.verdict().get(), published.get())) {
      return Optional.empty();
    }
    NavigableMap<LocalDate, Moment> moments = moments(claim.id());
    NavigableMap<LocalDate, Moment> later = moments.tailMap(published.get().lastDay(), false);
    Optional<Moment> since = Optional.empty();
    for (Moment moment : later.descendingMap().values()) {
      Cancellation.check();
      if (follows(claim, review.verdict().get(), PartialDate.of(moment.day))) {
        break;
      }
      since = Optional.of(moment);
    }
    return since.map(moment -> new Overtaken(
        Inside.KEY, published.get(), moment.date(), moment.causes(graph, claim.id())));
  }

  /** Returns whether a verdict on a claim follows at the end of a date; if the work is used up, false. */
  private boolean follows(Claim claim, Verdict verdict, PartialDate date) {
    Evaluation then = byDate.get(date);
    if (then == null) {
      if (work < costOfOne) {
        return false;
      }
      work -= costOfOne;
      then = evaluation.evaluatedAsOf(date);
      byDate.put(date, then);
    }
    if (then.reviewsCount(claim.id())) {
      if (work < costOfOne) {
        return false;
      }
      work -= costOfOne;
      then = then.withoutReviewsOf(claim.id());
    }
    return then.verdict(claim.id()) == verdict;
  }

  /** What begins or is retracted on one day. */
  private static final class Moment {
    private final LocalDate day;
    private final Set<PartialDate> written = new LinkedHashSet<>();
    private final Set<Element> elements = new LinkedHashSet<>();

    Moment(LocalDate day) {
      this.day = day;
    }

    /** Returns the date as the document has it, if it has it in one form; otherwise the day. */
    PartialDate date() {
      return written.size() == 1 ? written.iterator().next() : PartialDate.of(day);
    }

    /** Returns the elements, only those of the claim itself if there are any, without reviews of it. */
    ImmutableList<Element> causes(ClaimGraph graph, String claim) {
      ImmutableList<Element> all = elements.stream()
          .filter(element -> element.kind() != Element.Kind.REVIEW
              || !graph.claimOf(element.id()).id().equals(claim))
          .collect(toImmutableList());
      ImmutableList<Element> own = all.stream()
          .filter(element ->
              element.kind().isLine() && graph.claimOf(element.id()).id().equals(claim))
          .collect(toImmutableList());
      return own.isEmpty() ? all : own;
    }
  }

  /** Returns what bears on a claim and has a date, by its first day, up to the date of the evaluation. */
  private NavigableMap<LocalDate, Moment> moments(String root) {
    NavigableMap<LocalDate, Moment> moments = new TreeMap<>();
    Set<String> claims = new LinkedHashSet<>();
    Set<String> sources = new LinkedHashSet<>();
    Deque<String> toFollow = new ArrayDeque<>();
    toFollow.add(root);
    claims.add(root);
    while (!toFollow.isEmpty()) {
      Cancellation.check();
      String id = toFollow.remove();
      List<String> read = new ArrayList<>(evaluation.contradicting(id));
      for (Element line : graph.lines(id)) {
        evaluation.begin(graph.line(line.id())).ifPresent(date -> add(moments, date, line));
        graph
            .findEvidence(line.id())
            .filter(evidence -> line.kind() == Element.Kind.EVIDENCE)
            .flatMap(Evidence::retracted)
            .ifPresent(retraction -> add(moments, retraction.date(), line));
      }
      for (Requirement requirement : evaluation.requirements(id).values()) {
        switch (requirement.element().kind()) {
          case CLAIM -> read.add(requirement.element().id());
          case SOURCE -> sources(requirement.element().id(), sources);
          default -> {
            // An overriding line is of this claim, or of one that contradicts it.
          }
        }
      }
      for (String each : read) {
        if (claims.add(each)) {
          toFollow.add(each);
        }
      }
    }
    for (String id : sources) {
      Source source = graph.source(id);
      source
          .retracted()
          .ifPresent(retraction -> add(moments, retraction.date(), Element.source(id)));
    }
    return moments;
  }

  private void add(NavigableMap<LocalDate, Moment> moments, PartialDate date, Element element) {
    if (evaluation.asOf().isEmpty() || date.beginsBy(evaluation.asOf().get())) {
      Moment moment = moments.computeIfAbsent(date.firstDay(), Moment::new);
      moment.written.add(date);
      moment.elements.add(element);
    }
  }

  /** Adds a source and its origins. */
  private void sources(String first, Set<String> found) {
    Deque<String> toFollow = new ArrayDeque<>();
    toFollow.add(first);
    while (!toFollow.isEmpty()) {
      String id = toFollow.remove();
      if (found.add(id)) {
        toFollow.addAll(evaluation.origins(id));
      }
    }
  }
}
