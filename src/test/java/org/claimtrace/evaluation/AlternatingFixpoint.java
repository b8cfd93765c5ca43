package org.claimtrace.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.claimtrace.evaluation.LogicProgram.Truth;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;

/** The {@linkplain Meaning meaning} of a claim graph in each of some worlds, computed by the alternating fixpoint. */
public final class AlternatingFixpoint {

  private final Worlds worlds;
  private final LogicProgram.Model model;

  private AlternatingFixpoint(ClaimGraph graph, Options options, Worlds worlds) {
    this.worlds = worlds;
    Meaning meaning = new Meaning(graph, options);
    Map<String, long[]> facts = new HashMap<>();
    meaning.coins().forEach(coin -> facts.put(Meaning.coin(coin), worlds.yes(coin)));
    model = meaning.program().wellFoundedModel(facts, worlds.words());
  }

  /** The one world of logic alone: a coin is yes where its grade is above one half. */
  public static AlternatingFixpoint of(ClaimGraph graph, Options options) {
    Map<Element, Double> grades = ClaimGraphs.grades(graph);
    return of(graph, options, element -> grades.get(element) > .5);
  }

  /** A world in which every source, evidence and inference has the coin that is given. */
  public static AlternatingFixpoint of(ClaimGraph graph, Options options, Predicate<Element> coin) {
    return new AlternatingFixpoint(graph, options, Worlds.one(graph, coin));
  }

  /** Many worlds. */
  public static AlternatingFixpoint of(ClaimGraph graph, Options options, Worlds worlds) {
    return new AlternatingFixpoint(graph, options, worlds);
  }

  /** Whether a source is right in the one world. */
  boolean right(String sourceId) {
    return model.of(Meaning.isRight(sourceId)) == Truth.TRUE;
  }

  /** Whether a line fires in the one world. */
  Truth fires(Element line) {
    return model.of(Meaning.fires(line.id()));
  }

  /** Whether there is a case for a claim in the one world. */
  public Truth caseFor(String claimId) {
    return model.of(Meaning.pro(claimId));
  }

  /** Whether there is a case against a claim in the one world. */
  public Truth caseAgainst(String claimId) {
    return model.of(Meaning.con(claimId));
  }

  /** The probability that a source is right. */
  double chanceRight(String sourceId) {
    return worlds.probability(model.certain(Meaning.isRight(sourceId)));
  }

  /** The probability that a line fires, and that it is undecided. */
  Chance chanceToFire(Element line) {
    return chance(Meaning.fires(line.id()));
  }

  /** The probability that there is a case for a claim, and that it is undecided. */
  Chance chanceFor(String claimId) {
    return chance(Meaning.pro(claimId));
  }

  /** The probability that there is a case against a claim, and that it is undecided. */
  Chance chanceAgainst(String claimId) {
    return chance(Meaning.con(claimId));
  }

  private Chance chance(String atom) {
    long[] certain = model.certain(atom);
    return new Chance(
        worlds.probability(certain),
        worlds.probability(each(word -> model.possible(atom)[word] & ~certain[word])));
  }

  private long[] each(IntToLongFunction word) {
    return IntStream.range(0, worlds.words()).mapToLong(word).toArray();
  }

  /** The probability of each label of a claim; in one world, a belief that is certain of it. */
  Belief belief(String claimId) {
    long[] pro = model.certain(Meaning.pro(claimId));
    long[] con = model.certain(Meaning.con(claimId));
    long[] maybePro = model.possible(Meaning.pro(claimId));
    long[] maybeCon = model.possible(Meaning.con(claimId));
    long[] qual = model.certain(Meaning.qual(claimId));
    long[] supported = each(word -> pro[word] & ~maybeCon[word]);
    long[] refuted = each(word -> con[word] & ~maybePro[word]);
    long[] conflicting = each(word -> (pro[word] & maybeCon[word]) | (con[word] & maybePro[word]));
    return new Belief(
        worlds.probability(supported),
        worlds.probability(refuted),
        worlds.probability(conflicting),
        worlds.probability(each(word -> ~(supported[word] | refuted[word] | conflicting[word]))),
        worlds.probability(each(word -> supported[word] & qual[word])));
  }

  /** The verdict on a claim in the one world, which is its label; supported with a qualification is misleading. */
  Verdict verdict(String claimId) {
    Belief belief = belief(claimId);
    if (belief.supported() == 1) {
      return belief.qualified() == 1 ? Verdict.MISLEADING : Verdict.SUPPORTED;
    }
    if (belief.refuted() == 1) {
      return Verdict.REFUTED;
    }
    return belief.conflicting() == 1 ? Verdict.CONFLICTING : Verdict.UNVERIFIED;
  }
}
