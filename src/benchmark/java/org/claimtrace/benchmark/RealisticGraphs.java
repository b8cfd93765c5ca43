package org.claimtrace.benchmark;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.SourceType;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;

/**
 * Graphs like those that an archive of fact-checks would grow into: many arguments side by side, 3 to 8 steps deep, with 1 to
 * 6 lines a claim of which 5 to 30 in a hundred refute, and a few premises from other arguments; sources of which most are
 * origins of their own and some are copied many times (as Zipf's law has it), the copies standing beside each other in
 * evidence; here and there a cycle, an override, an exception, an assumption, a negated premise, a contradiction, a review, a
 * date. The document's order and the order of ids have nothing to do with each other, nor with what leads to what.
 */
final class RealisticGraphs {

  private static final int MOST_LINES = 6;
  private static final int MOST_COPIES = 100;

  private final SplittableRandom random;
  private final List<Claim> claims = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  /** Where the sources of each origin begin: the origin, then its copies. */
  private final List<Integer> families = new ArrayList<>();

  private final int openReliabilities;
  private final int openStrengths;
  private final int openInferences;

  private RealisticGraphs(int openReliabilities, int openStrengths, int openInferences, long seed) {
    this.openReliabilities = openReliabilities;
    this.openStrengths = openStrengths;
    this.openInferences = openInferences;
    random = new SplittableRandom(seed);
  }

  /**
   * Makes a graph.
   *
   * @param claims how many claims it has
   * @param seed what every random choice follows from
   */
  static ClaimGraph of(int claims, long seed) {
    return new RealisticGraphs(300, 100, 0, seed).graph(claims);
  }

  /**
   * Makes a graph of whose coins some are open.
   *
   * @param claims how many claims it has
   * @param perThousand of how many in a thousand sources, evidence and inferences the grade is neither 0 nor 1
   * @param seed what every random choice follows from
   */
  static ClaimGraph open(int claims, int perThousand, long seed) {
    return new RealisticGraphs(perThousand, perThousand, perThousand, seed).graph(claims);
  }

  private ClaimGraph graph(int count) {
    while (sources.size() < count / 2 + 10) {
      family();
    }
    while (claims.size() < count) {
      int size =
          Math.min(count - claims.size(), 8 + random.nextInt(random.nextInt(10) == 0 ? 400 : 60));
      argument(claims.size(), size, 3 + random.nextInt(6), 5 + random.nextInt(26));
    }
    ImmutableList.Builder<Claim> shuffledClaims = ImmutableList.builderWithExpectedSize(count);
    for (int claim : Order.shuffled(count, random)) {
      shuffledClaims.add(claims.get(claim));
    }
    ImmutableList.Builder<Source> shuffledSources = ImmutableList.builder();
    for (int source : Order.shuffled(sources.size(), random)) {
      shuffledSources.add(sources.get(source));
    }
    return ClaimGraph.builder("realistic")
        .title("An archive of fact-checks")
        .allSources(shuffledSources.build())
        .allClaims(shuffledClaims.build())
        .build();
  }

  private boolean perThousand(int chance) {
    return random.nextInt(1000) < chance;
  }

  // Sources.

  /** Adds an origin and its copies: k sources or more with a chance of one in k. */
  private void family() {
    int begin = sources.size();
    families.add(begin);
    int members = (int) Math.min(MOST_COPIES, 1 / (1 - random.nextDouble()));
    boolean ring = members > 1 && perThousand(10);
    for (int i = 0; i < members; i++) {
      Source.Builder source = Source.builder(Words.id(begin + i))
          .title(Words.sentence(random, 6))
          .type(SourceType.values()[random.nextInt(SourceType.values().length)])
          .publisher(Words.sentence(random, 2))
          .url("https://example.org/" + Words.id(begin + i));
      if (perThousand(800)) {
        source.published(date());
      }
      if (openReliabilities > 0 && perThousand(openReliabilities)) {
        source.reliability(perThousand(500) ? "B" : "D");
      }
      if (i > 0) {
        source.derivedFrom(Words.id(begin + (perThousand(800) ? 0 : random.nextInt(i))));
      } else if (ring) {
        source.derivedFrom(Words.id(begin + members - 1));
      }
      if (begin > 0 && perThousand(50)) {
        source.readIn(Words.id(random.nextInt(begin)));
      }
      sources.add(source.build());
    }
  }

  private String date() {
    return "20%02d-%02d-%02d"
        .formatted(random.nextInt(27), 1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  /** A few sources of one origin, which is one of a few that everybody quotes more often than any other. */
  private Set<Integer> quoted(int most) {
    double skewed = random.nextDouble();
    int family = (int) (families.size() * skewed * skewed * skewed);
    int begin = families.get(family);
    int size = (family + 1 < families.size() ? families.get(family + 1) : sources.size()) - begin;
    Set<Integer> chosen = new LinkedHashSet<>();
    chosen.add(begin + random.nextInt(size));
    while (chosen.size() < Math.min(most, size) && perThousand(600)) {
      chosen.add(begin + random.nextInt(size));
    }
    return chosen;
  }

  // Claims.

  /** Adds an argument: claims on levels, each of which rests on the levels below, with more of them the lower the level. */
  private void argument(int begin, int size, int depth, int refutingPercent) {
    int level = 0;
    int levelBegin = begin;
    int levelEnd = begin + Math.max(1, size / 2);
    int belowBegin = begin;
    for (int claim = begin; claim < begin + size; claim++) {
      if (claim == levelEnd && level + 1 < depth) {
        level++;
        belowBegin = levelBegin;
        levelBegin = claim;
        levelEnd =
            level + 1 == depth ? begin + size : claim + Math.max(1, (begin + size - claim) / 2);
      }
      claims.add(claim(claim, level, begin, size, belowBegin, levelBegin, refutingPercent));
    }
  }

  private Claim claim(
      int number,
      int level,
      int begin,
      int size,
      int belowBegin,
      int levelBegin,
      int refutingPercent) {
    String id = Words.id(number);
    Claim.Builder claim = Claim.builder(id).text(Words.sentence(random, 8 + random.nextInt(12)));
    int lines = 1 + Math.min(MOST_LINES - 1, (int) (random.nextDouble() * random.nextDouble() * 7));
    int inferences = level == 0 ? 0 : 1 + random.nextInt(2);
    List<String> lineIds = new ArrayList<>();
    for (int i = 0; i < Math.min(lines, inferences); i++) {
      Inference.Builder inference = Inference.builder()
          .allPremises(premises(number, begin, size, belowBegin, levelBegin))
          .stance(stance(refutingPercent));
      String lineId = inferences == 1 ? id + "/inference" : "step-" + i + "." + id;
      if (inferences > 1) {
        inference.id(lineId);
      }
      if (openInferences > 0 && perThousand(openInferences)) {
        inference.strength("very likely");
      }
      if (perThousand(60)) {
        inference.assuming(other(number, begin, size));
      }
      if (perThousand(60)) {
        inference.unless(other(number, begin, size));
      }
      if (!lineIds.isEmpty() && perThousand(30)) {
        inference.overrides(lineIds.get(0));
      }
      lineIds.add(lineId);
      claim.inference(inference);
    }
    Set<Integer> used = new LinkedHashSet<>();
    while (inferences + used.size() < lines) {
      Stance stance = stance(refutingPercent);
      for (int source : quoted(lines - inferences - used.size())) {
        if (used.add(source)) {
          claim.evidence(evidence(source, stance, number, begin, size, lineIds));
          lineIds.add(id + "/evidence/" + Words.id(source));
        }
      }
    }
    if (number > begin && perThousand(10)) {
      claim.contradicts(Words.id(begin + random.nextInt(number - begin)));
    }
    if (perThousand(50)) {
      claim.review(Review.builder(
          Words.id(random.nextInt(sources.size())),
          Verdict.values()[random.nextInt(Verdict.values().length)]));
    }
    return claim.build();
  }

  private Evidence.Builder evidence(
      int source, Stance stance, int claim, int begin, int size, List<String> lineIds) {
    Evidence.Builder evidence = Evidence.builder(Words.id(source)).stance(stance);
    if (perThousand(500)) {
      evidence.quote(Words.sentence(random, 10 + random.nextInt(20))).locator("paragraph 6");
    }
    if (openStrengths > 0 && perThousand(openStrengths)) {
      evidence.strength("likely");
    }
    if (perThousand(20)) {
      evidence.unless(other(claim, begin, size));
    }
    if (!lineIds.isEmpty() && perThousand(20)) {
      evidence.overrides(lineIds.get(0));
    }
    return evidence;
  }

  private Stance stance(int refutingPercent) {
    int drawn = random.nextInt(100);
    if (drawn < refutingPercent) {
      return Stance.REFUTES;
    }
    return drawn >= 97 ? Stance.QUALIFIES : Stance.SUPPORTS;
  }

  private ImmutableList<Premise> premises(
      int claim, int begin, int size, int belowBegin, int levelBegin) {
    Set<Premise> premises = new LinkedHashSet<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String premise = Words.id(belowBegin + random.nextInt(levelBegin - belowBegin));
      if (perThousand(20) && begin > 0) {
        premise = Words.id(random.nextInt(begin));
      } else if (perThousand(5)) {
        premise = other(claim, begin, size);
      }
      premises.add(perThousand(30) ? Premise.not(premise) : Premise.of(premise));
    }
    return ImmutableList.copyOf(premises);
  }

  /** Another claim of the same argument, below or above. */
  private String other(int claim, int begin, int size) {
    int other = begin + random.nextInt(size - 1);
    return Words.id(other < claim ? other : other + 1);
  }
}
