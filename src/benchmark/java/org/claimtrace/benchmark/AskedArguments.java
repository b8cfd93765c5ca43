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
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;

/**
 * Arguments of {@value #CLAIMS} claims each, all of which the first depends on, that read nothing beside themselves: what is asked
 * about one of them has the same answer in every graph, however large, that has them among its claims.
 *
 * <p>A claim with others below it is concluded from two, three or four of them by one step or two, each other claim has one to
 * three pieces of evidence; of the sources half are copies of another.
 */
final class AskedArguments {

  /** How many claims an argument has. */
  static final int CLAIMS = 100;

  private static final int SOURCES = 40;

  private final int perThousand;
  private final List<Claim> claims = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<String> theses = new ArrayList<>();

  /**
   * Makes arguments.
   *
   * @param count how many
   * @param perThousand of how many in a thousand sources, evidence and inferences the grade is neither 0 nor 1
   */
  AskedArguments(int count, int perThousand) {
    this.perThousand = perThousand;
    for (int i = 0; i < count; i++) {
      argument("asked-" + i + "-", new SplittableRandom(i));
    }
  }

  /** The claim of each argument that depends on all of its others. */
  List<String> theses() {
    return theses;
  }

  /** A source that each argument uses, and nothing else. */
  static String sourceOf(String thesis) {
    return thesis.replaceFirst("claim", "source");
  }

  /** A claim at the bottom of the argument for a claim. */
  static String deepest(String thesis) {
    return thesis + (CLAIMS - 1);
  }

  /** A graph of another graph's claims, and strewn among them, in the order in which they were made, those of these arguments. */
  ClaimGraph among(ClaimGraph others, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return ClaimGraph.builder("asked")
        .title("What is asked, among other claims")
        .allSources(mixed(sources, others.sources(), random))
        .allClaims(mixed(claims, others.claims(), random))
        .build();
  }

  private static <T> ImmutableList<T> mixed(
      List<T> some, ImmutableList<T> others, SplittableRandom random) {
    ImmutableList.Builder<T> all =
        ImmutableList.builderWithExpectedSize(some.size() + others.size());
    int next = 0;
    for (int i : Order.shuffled(some.size() + others.size(), random)) {
      all.add(i < some.size() ? some.get(next++) : others.get(i - some.size()));
    }
    return all.build();
  }

  private void argument(String prefix, SplittableRandom random) {
    String thesis = prefix + "claim-";
    theses.add(thesis);
    for (int i = 0; i < SOURCES; i++) {
      Source.Builder source = Source.builder(source(prefix, i)).title(Words.sentence(random, 6));
      if (isOpen(random)) {
        source.reliability(random.nextBoolean() ? "B" : "A");
      }
      if (i % 2 == 1) {
        source.derivedFrom(source(prefix, random.nextInt(i)));
      }
      sources.add(source.published("2026-01").build());
    }
    for (int i = 0; i < CLAIMS; i++) {
      Claim.Builder claim = Claim.builder(id(prefix, i)).text(Words.sentence(random, 12));
      if (2 * i + 1 < CLAIMS) {
        steps(claim, prefix, i, random);
      } else {
        evidence(claim, prefix, i, random);
      }
      claims.add(claim.build());
    }
  }

  private static String id(String prefix, int claim) {
    return prefix + "claim-" + (claim == 0 ? "" : claim);
  }

  private static String source(String prefix, int source) {
    return prefix + "source-" + (source == 0 ? "" : source);
  }

  private boolean isOpen(SplittableRandom random) {
    return random.nextInt(1000) < perThousand;
  }

  private void steps(Claim.Builder claim, String prefix, int number, SplittableRandom random) {
    Set<Integer> below = new LinkedHashSet<>();
    below.add(2 * number + 1);
    below.add(Math.min(2 * number + 2, CLAIMS - 1));
    while (random.nextInt(3) == 0 && below.size() < CLAIMS - number - 1) {
      below.add(number + 1 + random.nextInt(CLAIMS - number - 1));
    }
    List<Premise> premises =
        below.stream().map(each -> Premise.of(id(prefix, each))).toList();
    int first = random.nextBoolean() ? premises.size() : 1;
    step(claim, id(prefix, number) + ".step-1", premises.subList(0, first), random);
    if (first < premises.size()) {
      step(claim, id(prefix, number) + ".step-2", premises.subList(first, premises.size()), random);
    }
  }

  private void step(
      Claim.Builder claim, String id, List<Premise> premises, SplittableRandom random) {
    Inference.Builder step = Inference.builder().id(id).allPremises(premises);
    if (isOpen(random)) {
      step.strength("very likely");
    }
    claim.inference(step);
  }

  private void evidence(Claim.Builder claim, String prefix, int number, SplittableRandom random) {
    Set<Integer> used = new LinkedHashSet<>();
    used.add(number == CLAIMS - 1 ? 0 : random.nextInt(SOURCES));
    while (random.nextBoolean() && used.size() < 3) {
      used.add(random.nextInt(SOURCES));
    }
    for (int source : used) {
      boolean isContrary = random.nextInt(12) == 0;
      Evidence.Builder evidence = Evidence.builder(source(prefix, source))
          .stance(isContrary ? Stance.REFUTES : Stance.SUPPORTS);
      if (isOpen(random)) {
        evidence.strength("likely");
      }
      if (random.nextInt(10) == 0) {
        evidence.via(source(prefix, random.nextInt(SOURCES)));
      }
      if (random.nextInt(20) == 0 && number + 1 < CLAIMS) {
        evidence.unless(id(prefix, number + 1 + random.nextInt(CLAIMS - number - 1)));
      }
      claim.evidence(evidence);
    }
  }
}
