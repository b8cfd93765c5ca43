package org.claimtrace.explanation.telling;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.Chain;
import org.claimtrace.explanation.Chain.Break;
import org.claimtrace.explanation.Chain.End;
import org.claimtrace.explanation.Chain.Step;
import org.claimtrace.explanation.Chains;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.explanation.Style;
import org.claimtrace.explanation.why.Chances;
import org.claimtrace.model.Appearance;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Review;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Bibliography;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Paragraph.Subject;
import org.claimtrace.wording.Sentence;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * Renders chains as an outline: for each, step by step from the claim down, what is asserted, by whom and from what, and where
 * it breaks. Unless the style has everything, the middle of a long chain is left out, except for the step at which it breaks.
 * Not safe for use by several threads.
 */
public final class ChainOutline {

  /** The number of steps that are rendered at either end of a long chain. */
  private static final int AT_EITHER_END = 5;

  /** The most claims among the obstacles of a step that are rendered, unless the style has everything. */
  private static final int MOST_CLAIMS = 5;

  private final Chains.Best best;
  private final Evaluation evaluation;
  private final ClaimGraph graph;
  private final Chances chances;
  private final ExplanationPhrases phrases;
  private final LinePhrases linePhrases;
  private final ObstaclePhrases obstaclePhrases;
  private final boolean all;
  private final Outline.Builder outline;
  /** By step, the number of the first chain that contains it, and of the first that breaks at it. */
  private final Map<Element, Integer> toldIn = new HashMap<>();

  private final Map<Element, Integer> toldToBreakIn = new HashMap<>();
  private int chainNumber;

  private ChainOutline(Chains.Best best, Style style) {
    this.best = best;
    this.evaluation = best.evaluation();
    this.graph = evaluation.graph();
    this.chances = new Chances(evaluation);
    this.phrases = new ExplanationPhrases(evaluation, style);
    this.outline = phrases.outline();
    this.linePhrases = new LinePhrases(phrases);
    this.obstaclePhrases = new ObstaclePhrases(phrases, style.showsAll());
    this.all = style.showsAll();
  }

  public static Outline outline(Chains.Best best, Style style) {
    ChainOutline teller = new ChainOutline(best, style);
    teller.head();
    best.chains().forEach(teller::chain);
    teller.foot();
    Bibliography.add(teller.phrases, teller.outline, teller.evaluation.asOf(), teller.all);
    return teller.outline.build();
  }

  private void sentence(int depth, String text) {
    outline.sentence(depth, false, text);
  }

  private void claim(int depth, String id, String remark) {
    outline
        .about(Element.claim(id))
        .claim(
            depth,
            false,
            evaluation.verdict(id),
            phrases.claim(id),
            all ? (Outline.bracketed(id) + " " + remark).strip() : remark);
  }

  private void head() {
    String claim = best.claimId();
    Verdict verdict = evaluation.verdict(claim);
    outline.about(Element.claim(claim)).title(phrases.claim(claim));
    outline.verdict(verdict, phrases.verdict(claim, verdict), claim);
    outline.lead(phrases.circumstances());
    evaluation.supposed(claim).ifPresent(supposed -> outline.lead(phrases.supposed(supposed)));
    boolean none = best.chains().isEmpty();
    outline.lead(best.asserter()
        .map(id -> none ? nothingBy(id) : phrases.say(Sentence.CHAIN_TOLD_BY, phrases.source(id)))
        .orElseGet(() -> none ? phrases.say(Sentence.CHAIN_NONE) : ""));
    if (hasNumbers()
        && best.chains().stream()
            .flatMap(chain -> chain.steps().stream())
            .anyMatch(step -> step.chance() < 1)) {
      outline.lead(phrases.say(Sentence.CHAIN_NUMBERS));
    }
  }

  private String nothingBy(String source) {
    boolean saysIt = graph.claim(best.claimId()).appearances().stream()
        .anyMatch(appearance -> appearance.sourceId().equals(source));
    return phrases.say(
        saysIt ? Sentence.CHAIN_ONLY_SAID_BY : Sentence.CHAIN_NONE_BY, phrases.source(source));
  }

  private boolean hasNumbers() {
    return evaluation.method() != Method.CERTAIN;
  }

  private void foot() {
    if (!best.isInOrder()) {
      outline.section(phrases.say(Sentence.CHAIN_NOT_IN_ORDER));
    }
    if (best.method() != evaluation.method()) {
      outline.section(phrases.say(Sentence.CHAIN_SAMPLED));
    }
    best.leftOut()
        .ifPresent(reason -> outline.section(phrases.say(
            switch (reason) {
              case NUMBER -> Sentence.CHAIN_MORE;
              case STEPS -> Sentence.CHAIN_MORE_STEPS;
              case WORK -> Sentence.CHAIN_MORE_WORK;
            })));
  }

  // One chain.

  private void chain(Chain chain) {
    Cancellation.check();
    chainNumber++;
    String bearing = phrases.count(
        switch (chain.stance()) {
          case SUPPORTS -> Sentence.CHAIN_FOR;
          case REFUTES -> Sentence.CHAIN_AGAINST;
          case QUALIFIES -> Sentence.CHAIN_QUALIFYING;
        },
        chainNumber,
        result(chain));
    outline.section(bearing);
    int breaksAt = chain.firstBreak().map(Break::step).orElse(-1);
    int size = chain.steps().size();
    int leftOut = 0;
    for (int i = 0; i < size; i++) {
      boolean isTold = all
          || i < AT_EITHER_END
          || i >= size - AT_EITHER_END
          || Math.abs(i - breaksAt) <= 1
          || size <= 2 * AT_EITHER_END + 1;
      if (!isTold) {
        leftOut++;
        continue;
      }
      if (leftOut > 0) {
        sentence(0, phrases.count(Sentence.CHAIN_LEFT_OUT, leftOut));
        leftOut = 0;
      }
      boolean breaksHere = i == breaksAt;
      boolean isStep = chain.steps().get(i).element().kind() == Element.Kind.INFERENCE;
      boolean breaksFirst = breaksHere && isStep && !endsInNothing(chain, i);
      step(chain, i, breaksFirst);
      if (breaksHere && !breaksFirst) {
        breaksHere(chain, "");
      }
    }
    ending(chain);
    weakest(chain);
  }

  private String result(Chain chain) {
    if (chain.chance() == 0 || chain.chance() == 1) {
      return phrases.say(chain.holds() ? Sentence.CHAIN_HOLDS : Sentence.CHAIN_BREAKS);
    }
    return phrases.say(
        chain.holds() ? Sentence.CHAIN_HOLDS_WITH : Sentence.CHAIN_BREAKS_WITH,
        worlds(chain.chance()));
  }

  private String worlds(double chance) {
    return phrases.frequencies().number(chance);
  }

  private String withChance(Step step, String text) {
    return hasNumbers() && step.chance() < 1
        ? phrases.say(Sentence.CHAIN_STEP_IN_WORLDS, worlds(step.chance()), text)
        : text;
  }

  /** Renders a step; if the chain breaks at it, the reason comes before the premise. */
  private void step(Chain chain, int number, boolean breaksHere) {
    Step step = chain.steps().get(number);
    if (leavesAsserter(chain, number)) {
      best.asserter()
          .ifPresent(id -> sentence(0, phrases.say(Sentence.CHAIN_SO_FAR, phrases.source(id))));
    }
    switch (step.element().kind()) {
      case EVIDENCE -> evidence(step);
      case REVIEW -> review(step, chain.steps().get(number + 1));
      case SOURCE -> {
        // The source of a line is rendered with the line.
        if (number > 0 && chain.steps().get(number - 1).element().kind() == Element.Kind.SOURCE) {
          outline
              .about(Subject.SOURCE, Optional.of(step.element()))
              .item(
                  0,
                  withChance(
                      step,
                      phrases.say(
                          Sentence.CHAIN_FROM, phrases.source(step.element().id()))));
        }
      }
      case INFERENCE -> inference(chain, step, breaksHere);
      case CLAIM -> {
        outline.about(Subject.LINE_AGAINST, Optional.of(step.element()));
        sentence(
            0,
            withChance(
                step,
                phrases.say(
                    holds(step) ? Sentence.CANNOT_BOTH_BE : Sentence.CHAIN_COULD_NOT_BOTH_BE)));
        claim(1, step.element().id(), "");
      }
    }
  }

  /** Returns whether a step is the first that the asserter of the chains does not make itself. */
  private boolean leavesAsserter(Chain chain, int number) {
    // A source belongs to the line above it, so it is never the first such step.
    if (number == 0
        || chain.steps().get(number).element().kind() == Element.Kind.SOURCE
        || isOwn(chain, number)) {
      return false;
    }
    int before = number - 1;
    while (before > 0 && chain.steps().get(before).element().kind() == Element.Kind.SOURCE) {
      before--;
    }
    return isOwn(chain, before);
  }

  /** Returns whether a step is a line of the asserter of the chains. */
  private boolean isOwn(Chain chain, int number) {
    Step step = chain.steps().get(number);
    return switch (step.element().kind()) {
      case INFERENCE -> step.by().isPresent() && step.by().equals(best.asserter());
      case EVIDENCE, REVIEW ->
        best.asserter().isPresent()
            && chain
                .steps()
                .get(number + 1)
                .element()
                .id()
                .equals(best.asserter().get());
      case CLAIM, SOURCE -> false;
    };
  }

  private boolean holds(Step step) {
    return VerdictRule.exceeds(step.chance(), chances.burden());
  }

  private void evidence(Step step) {
    Evidence evidence = graph.findEvidence(step.element().id()).orElseThrow();
    String named = phrases.withRelays(evidence, phrases.source(evidence.sourceId()));
    outline
        .about(Subject.line(evidence.stance()), Optional.of(step.element()))
        .item(
            0, withChance(step, linePhrases.sources(step.element(), evidence.stance(), 1, named)));
    outline.about(Subject.QUOTE, Optional.of(step.element()));
    sentence(1, phrases.quote(evidence));
    if (all) {
      outline.about(Subject.NOTE, Optional.of(step.element()));
      sentence(1, phrases.text(evidence.note()));
    }
  }

  private void review(Step step, Step reviewer) {
    Review review = graph.findReview(step.element().id()).orElseThrow();
    String text = phrases.say(
        Sentence.PUBLISHED_FOR,
        phrases.source(reviewer.element().id()),
        phrases.reviewWords(graph.claimOf(step.element().id()).id(), review));
    outline.about(step.element()).item(0, withChance(step, text));
  }

  private void inference(Chain chain, Step step, boolean breaksHere) {
    Inference inference = graph.findInference(step.element().id()).orElseThrow();
    String next = step.next().orElseThrow();
    int premises = inference.premises().size();
    String by = linePhrases.madeBy(Optional.of(inference));
    @Nullable Integer before = toldIn.putIfAbsent(step.element(), chainNumber);
    String label = inference.isFromParts()
        ? part(inference, holds(step))
        : holds(step)
            ? linePhrases.follows(step.element(), inference.stance(), step.isNextNegated(), 1)
            : phrases.say(wouldFollow(inference.stance(), step.isNextNegated()));
    String head = before != null && !all
        ? phrases.count(Sentence.CHAIN_SAME_STEP, before)
        : phrases.join(phrases.text(inference.note()), by);
    if (breaksHere) {
      breaksHere(chain, withChance(step, head));
      sentence(0, label);
    } else {
      outline.about(Subject.line(inference.stance()), Optional.of(step.element()));
      sentence(0, withChance(step, phrases.join(head, label)));
    }
    claim(
        1,
        next,
        premises == 1 || inference.isFromParts()
            ? ""
            : phrases.count(Sentence.CHAIN_ONE_PREMISE, premises));
  }

  /** Returns the introduction to a part of a claim. */
  private String part(Inference step, boolean holds) {
    return step.stance() == Stance.REFUTES
        ? phrases.say(holds ? Sentence.PART_SPEAKS_AGAINST : Sentence.NEGATED_PART)
        : phrases.count(Sentence.CHAIN_PART, step.premises().size());
  }

  private static Sentence wouldFollow(Stance stance, boolean negated) {
    return switch (stance) {
      case SUPPORTS -> negated ? Sentence.CHAIN_WOULD_FOLLOW_FALSE : Sentence.CHAIN_WOULD_FOLLOW;
      case REFUTES -> negated ? Sentence.CHAIN_WOULD_FALL_WITH : Sentence.CHAIN_WOULD_BE_AGAINST;
      case QUALIFIES -> Sentence.CHAIN_WOULD_BE_MISSING;
    };
  }

  private void ending(Chain chain) {
    Step last = chain.steps().get(chain.steps().size() - 1);
    if (chain.end() == End.SUPPOSED) {
      last.next()
          .flatMap(evaluation::supposed)
          .ifPresent(supposed -> sentence(1, phrases.supposed(supposed)));
    }
  }

  private void weakest(Chain chain) {
    if (chain.weakest().isEmpty() || !hasNumbers()) {
      return;
    }
    int number = chain.weakest().getAsInt();
    Step step = chain.steps().get(number);
    if (step.link() == 0) {
      return;
    }
    String name = switch (step.element().kind()) {
      case SOURCE -> phrases.source(step.element().id());
      case EVIDENCE -> {
        Evidence evidence = graph.findEvidence(step.element().id()).orElseThrow();
        // The loss between a source and its evidence is due to the relays.
        ImmutableList<String> relays = graph.relays(evidence);
        yield relays.isEmpty()
            ? phrases.source(evidence.sourceId())
            : phrases.sources(relays, Sentence.NAME_SEPARATOR);
      }
      case CLAIM -> phrases.claim(step.element().id());
      case INFERENCE ->
        phrases.isFromParts(step.element())
            ? phrases.say(Sentence.CHAIN_STEP_FROM_PARTS)
            : phrases.say(
                Sentence.CHAIN_STEP,
                phrases.step(graph, graph.findInference(step.element().id()).orElseThrow()));
      case REVIEW -> phrases.source(chain.steps().get(number + 1).element().id());
    };
    sentence(0, phrases.say(Sentence.CHAIN_WEAKEST, name, worlds(step.link())));
  }

  // The place where a chain breaks.

  /** Returns whether a chain ends at a step because nothing below it is on record. */
  private static boolean endsInNothing(Chain chain, int number) {
    return chain.end() == End.NOTHING && number == chain.steps().size() - 1;
  }

  private void breaksHere(Chain chain, String head) {
    Break where = chain.firstBreak().orElseThrow();
    Step step = chain.steps().get(where.step());
    boolean endsHere = endsInNothing(chain, where.step());
    outline.about(Subject.OBSTACLE, Optional.of(step.element()));
    @Nullable
    Integer before = endsHere || !step.element().kind().isLine()
        ? null
        : toldToBreakIn.putIfAbsent(step.element(), chainNumber);
    if (before != null && !all) {
      sentence(0, phrases.join(head, phrases.count(Sentence.CHAIN_BREAKS_AS_BEFORE, before)));
      return;
    }
    Map<Sentence, List<String>> claims = new LinkedHashMap<>();
    List<String> said = new ArrayList<>();
    said.add(head);
    said.add(phrases.say(Sentence.CHAIN_BREAKS_HERE));
    if (endsHere) {
      said.add(nothingOn(step));
    }
    for (Obstacle obstacle : where.obstacles()) {
      for (Reading reading : obstacle.readings()) {
        boolean isTold = (endsHere || reading.role() == Role.CONTRADICTION)
            && step.next().equals(Optional.of(reading.element().id()));
        if (reading.isClaim() && !isTold && obstacle.loop().isEmpty()) {
          claims
              .computeIfAbsent(
                  obstaclePhrases.introducing(obstacle, reading, step.element()),
                  absent -> new ArrayList<>())
              .add(reading.element().id());
        }
      }
      said.addAll(besidesClaims(chain, where.step(), obstacle));
    }
    String soFar = phrases.join(said);
    for (Map.Entry<Sentence, List<String>> each : claims.entrySet()) {
      sentence(
          0, phrases.join(soFar, phrases.count(each.getKey(), each.getValue().size())));
      List<String> ids = each.getValue();
      int told = all || ids.size() <= MOST_CLAIMS + 1 ? ids.size() : MOST_CLAIMS;
      ids.subList(0, told).forEach(id -> claim(1, id, ""));
      if (told < ids.size()) {
        outline.item(1, phrases.count(Sentence.MORE_LINES, ids.size() - told));
      }
      soFar = "";
    }
    sentence(0, soFar);
  }

  /** Returns a sentence that nothing is on record, and who asserts the claim nevertheless. */
  private String nothingOn(Step step) {
    String claim = step.next().orElse(best.claimId());
    ImmutableList<String> saidIn = graph.claim(claim).appearances().stream()
        .map(Appearance::sourceId)
        .distinct()
        .collect(toImmutableList());
    return phrases.join(
        phrases.say(
            step.isNextNegated() ? Sentence.CHAIN_NOTHING_AGAINST : Sentence.CHAIN_NOTHING_FOR),
        step.isNextNegated() || saidIn.isEmpty()
            ? ""
            : phrases.say(
                Sentence.CHAIN_SAID_IN, phrases.sources(saidIn, Sentence.NAME_SEPARATOR)));
  }

  /** Returns sentences for those causes of a break that are not claims. */
  private ImmutableList<String> besidesClaims(Chain chain, int number, Obstacle obstacle) {
    Step step = chain.steps().get(number);
    if (obstacle.kind() == Obstacle.Kind.TOO_MUCH_AT_ONCE && obstacle.readings().isEmpty()) {
      return ImmutableList.of(
          phrases.say(Sentence.CHAIN_TOO_MUCH, worlds(step.carried()), worlds(chances.burden())));
    }
    // An origin that does not say the same stops the source that is derived from it, which is one
    // step above.
    boolean stopsOneAbove = obstacle.kind() == Obstacle.Kind.ONLY_A_COPY
        && step.element().kind() == Element.Kind.SOURCE;
    return obstaclePhrases.sentences(
        obstacle, stopsOneAbove ? chain.steps().get(number - 1).element() : step.element());
  }
}
