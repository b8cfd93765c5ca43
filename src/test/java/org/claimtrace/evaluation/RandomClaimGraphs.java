package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.claimtrace.model.Appearance;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;

/**
 * Small graphs by seed, in which everything that enters an evaluation occurs. Each graph has appetites of its own: some have
 * no dates, some hardly anything but exceptions, some nothing at all. Most are dense, and in one knot; the {@link #loose} ones
 * are drawn out, so that what bears on one claim need not bear on all. Which features met is counted by {@link Feature}.
 */
public final class RandomClaimGraphs {

  /** Some begin or end on one day, some lie within another. */
  private static final List<String> DATES = List.of(
      "2020", "2020-06", "2020-06-30", "2021", "2021-01-01", "2021-02", "2021-02-28", "2022-12-31");

  private static final List<Grade> GRADES = List.of(
      Grade.of(0),
      Grade.of(.3),
      Grade.of(.5),
      Grade.of(.5000001),
      Grade.of(.9),
      Grade.findReliability("F").orElseThrow(),
      Grade.findStrength("more likely than not").orElseThrow());

  /** A source that is right whatever happens. */
  private static final String GROUND = "ground";

  private final SplittableRandom random;
  /** Draws what is told and does not enter an evaluation. */
  private final SplittableRandom telling;
  /** Draws what the format took in later, so that the rest of each graph stays what it was. */
  private final SplittableRandom later;

  private final boolean isLoose;
  private final List<String> claims;
  /** The claims that the one being made may name. */
  private List<String> near;

  private final List<String> sources;
  private final double grounding;
  private final double derivation;
  private final double relays;
  private final double retraction;
  private final double grades;
  private final double dates;
  private final double evidence;
  private final double inferences;
  private final double exceptions;
  private final double assumptions;
  private final double overriding;
  private final double contradictions;
  private final double reviews;
  private final double refuting;
  private final double exhibits;
  private final double ownDerivation;
  private final double withdrawals;
  private final double parts;
  private final double unmapped;
  private final double replaced;
  private final double foreignOverrides;
  private int lines;

  private RandomClaimGraphs(long seed, boolean isLoose) {
    random = new SplittableRandom(isLoose ? seed ^ 0x10053 : seed);
    telling = new SplittableRandom(seed ^ 0x7e11);
    later = new SplittableRandom(seed ^ 0x1a7e4);
    exhibits = laterAppetite(.3);
    ownDerivation = laterAppetite(.4);
    withdrawals = laterAppetite(.2);
    parts = laterAppetite(.5);
    unmapped = laterAppetite(.5);
    replaced = laterAppetite(.8);
    foreignOverrides = laterAppetite(.8);
    this.isLoose = isLoose;
    claims = isLoose
        ? names("claim", 3 + random.nextInt(9))
        : names("claim", random.nextInt(30) == 0 ? 0 : 1 + random.nextInt(8));
    near = claims;
    sources = names("source", random.nextInt(30) == 0 ? 0 : 1 + random.nextInt(6));
    grounding = appetite(1.2);
    derivation = appetite(.6);
    relays = appetite(.3);
    retraction = appetite(.2);
    grades = appetite(.3);
    dates = appetite(.4);
    evidence = appetite(2);
    inferences = isLoose ? .3 + random.nextDouble(1) : appetite(2.5);
    exceptions = appetite(.8);
    assumptions = appetite(.6);
    overriding = appetite(.8);
    contradictions = appetite(.7);
    reviews = appetite(isLoose ? 2 : .6);
    refuting = random.nextDouble(.7);
  }

  /** The graph of a seed. */
  public static ClaimGraph graph(long seed) {
    return new RandomClaimGraphs(seed, false).graph();
  }

  /**
   * A loose graph by seed: claims name such as were named before them, but for one in ten. So most have several layers, and a
   * change somewhere leaves much as it is.
   */
  public static ClaimGraph loose(long seed) {
    return new RandomClaimGraphs(seed, true).graph();
  }

  /** The loose graph of a seed, graded anew as {@link #graph(long, int)} is. */
  public static ClaimGraph loose(long seed, int mostOpen) {
    return graded(loose(seed), seed, mostOpen);
  }

  /**
   * The graph of a seed, graded anew: from none to so many of its coins are open, each with a grade of its own, from the
   * nearly impossible to the nearly certain; of the others, some are no, and most are yes.
   */
  public static ClaimGraph graph(long seed, int mostOpen) {
    return graded(graph(seed), seed, mostOpen);
  }

  private static ClaimGraph graded(ClaimGraph graph, long seed, int mostOpen) {
    SplittableRandom random = new SplittableRandom(Long.reverse(seed));
    Map<Element, Double> grades = ClaimGraphs.grades(graph);
    List<Element> coins = new ArrayList<>(grades.keySet());
    Collections.shuffle(coins, new Random(random.nextLong()));
    int open = random.nextInt(5) == 0 ? mostOpen : random.nextInt(mostOpen);
    for (int i = 0; i < coins.size(); i++) {
      grades.put(coins.get(i), i < open ? openGrade(random) : random.nextInt(12) == 0 ? 0.0 : 1.0);
    }
    return ClaimGraphs.graded(graph, grades);
  }

  private static double openGrade(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> .5;
      case 1 -> random.nextDouble(1e-9, 1e-3);
      case 2 -> 1 - random.nextDouble(1e-9, 1e-3);
      default -> random.nextDouble(.001, .999);
    };
  }

  /** What to ask of a graph: any date or none, and suppositions about some of its claims or none. */
  public static Options options(ClaimGraph graph, ReviewPolicy reviews, long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    Optional<PartialDate> asOf = random.nextBoolean()
        ? Optional.empty()
        : Optional.of(PartialDate.parse(DATES.get(random.nextInt(DATES.size()))));
    ImmutableMap.Builder<String, Supposition> suppositions = ImmutableMap.builder();
    if (random.nextInt(3) == 0) {
      for (Claim claim : graph.claims()) {
        if (random.nextInt(4) == 0) {
          suppositions.put(claim.id(), Supposition.values()[random.nextInt(3)]);
        }
      }
    }
    return new Options(reviews, asOf, suppositions.buildOrThrow(), false);
  }

  /** A date that dates of graphs may equal, or hold, or lie in. */
  static String oneDate(SplittableRandom random) {
    return DATES.get(random.nextInt(DATES.size()));
  }

  /** Names in an order that is not that of the alphabet. */
  private List<String> names(String kind, int count) {
    List<String> names = new ArrayList<>();
    for (int i : shuffled(count)) {
      names.add(kind + "-" + i);
    }
    return names;
  }

  private int[] shuffled(int count) {
    int[] numbers = IntStream.range(0, count).toArray();
    for (int i = count - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = swapped;
    }
    return numbers;
  }

  private double appetite(double most) {
    return random.nextInt(4) == 0 ? 0 : random.nextDouble(most);
  }

  private double laterAppetite(double most) {
    return later.nextInt(3) == 0 ? 0 : later.nextDouble(most);
  }

  private boolean happensLater(double chance) {
    return later.nextDouble() < chance;
  }

  /** Some of a list, as many as {@code chance} makes likely, drawn apart. */
  private List<String> someLater(List<String> from, double chance, String except) {
    return from.stream()
        .filter(each -> !each.equals(except) && happensLater(chance))
        .toList();
  }

  private boolean happens(double chance) {
    return random.nextDouble() < chance;
  }

  /** A number whose mean is as given, from 0 to twice that. */
  private int about(double mean) {
    double number = random.nextDouble(2 * mean + 1e-9);
    return (int) number + (happens(number - (int) number) ? 1 : 0);
  }

  private Set<String> some(List<String> from, double mean) {
    Set<String> some = new LinkedHashSet<>();
    for (int i = from.isEmpty() ? 0 : about(mean); i > 0; i--) {
      some.add(one(from));
    }
    return some;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void date(Consumer<String> date) {
    if (happens(dates)) {
      date.accept(one(DATES));
    }
  }

  private Grade grade() {
    return happens(grades) ? one(GRADES) : Grade.ONE;
  }

  private Stance stance() {
    if (happens(refuting)) {
      return Stance.REFUTES;
    }
    return happens(.15) ? Stance.QUALIFIES : Stance.SUPPORTS;
  }

  private ClaimGraph graph() {
    ClaimGraph.Builder graph = ClaimGraph.builder("random").title("Random");
    graph.source(Source.builder(GROUND).title("The ground"));
    for (String source : sources) {
      graph.source(source(source));
    }
    for (int i = 0; i < claims.size(); i++) {
      near = isLoose && i > 0 && !happens(.1) ? claims.subList(0, i) : claims;
      graph.claim(claim(claims.get(i)));
    }
    return overridingWhatContradictsThem(graph.build());
  }

  /** The graph, with some lines that override lines of claims that contradict their own. */
  private ClaimGraph overridingWhatContradictsThem(ClaimGraph graph) {
    if (foreignOverrides == 0) {
      return graph;
    }
    return graph.toBuilder()
        .allClaims(
            graph.claims().stream().map(claim -> overridingOthers(graph, claim)).toList())
        .build();
  }

  private Claim overridingOthers(ClaimGraph graph, Claim claim) {
    List<String> targets = graph.claims().stream()
        .filter(other ->
            other.contradicts().contains(claim.id()) || claim.contradicts().contains(other.id()))
        .flatMap(other -> graph.lines(other.id()).stream().map(Element::id))
        .toList();
    if (targets.isEmpty()) {
      return claim;
    }
    return claim.toBuilder()
        .allEvidence(claim.evidence().stream()
            .map(each -> each.toBuilder()
                .allOverrides(withOthers(each.overrides(), targets))
                .build())
            .toList())
        .allInferences(claim.inferences().stream()
            .map(each -> each.toBuilder()
                .allOverrides(withOthers(each.overrides(), targets))
                .build())
            .toList())
        .allReviews(claim.reviews().stream()
            .map(each -> each.toBuilder()
                .allOverrides(withOthers(each.overrides(), targets))
                .build())
            .toList())
        .build();
  }

  private Set<String> withOthers(List<String> overrides, List<String> targets) {
    Set<String> all = new LinkedHashSet<>(overrides);
    if (happensLater(foreignOverrides)) {
      all.add(targets.get(later.nextInt(targets.size())));
    }
    return all;
  }

  private Source source(String id) {
    Source.Builder source = Source.builder(id).title(id).reliability(grade());
    Set<String> origins = some(sources, derivation);
    origins.remove(id);
    source.allDerivedFrom(origins).allReadIn(some(sources, relays));
    if (happens(retraction)) {
      source.retracted(Retraction.builder(one(DATES)));
    }
    date(source::published);
    if (isTold()) {
      source.allCites(told(sources).filter(each -> !each.equals(id)).stream().toList());
    }
    return source.build();
  }

  private Claim claim(String id) {
    List<Evidence.Builder> supporting = evidence(id);
    List<Inference.Builder> steps = inferences(id);
    List<Review.Builder> published = reviews();
    List<String> lineIds = new ArrayList<>();
    supporting.forEach(each -> lineIds.add(each.build().lineId(id)));
    steps.forEach(each -> lineIds.add(each.build().lineId(id)));
    published.forEach(each -> lineIds.add(each.build().lineId(id)));

    Claim.Builder claim = Claim.builder(id).text(id);
    for (Evidence.Builder each : supporting) {
      claim.evidence(each.allOverrides(others(lineIds, each.build().lineId(id))));
    }
    for (Inference.Builder each : steps) {
      claim.inference(each.allOverrides(others(lineIds, each.build().lineId(id))));
    }
    for (Review.Builder each : published) {
      claim.review(each.allOverrides(others(lineIds, each.build().lineId(id))));
    }
    Set<String> contradicted = some(near, contradictions);
    contradicted.remove(id);
    if (isTold()) {
      told(sources).ifPresent(source -> claim.appearance(Appearance.builder(source)));
    }
    if (happensLater(parts)) {
      claim.allParts(someLater(near, .4, id));
    }
    return claim.allContradicts(contradicted).build();
  }

  private boolean isTold() {
    return telling.nextInt(4) == 0;
  }

  private Optional<String> told(List<String> from) {
    return from.isEmpty() ? Optional.empty() : Optional.of(from.get(telling.nextInt(from.size())));
  }

  private Set<String> others(List<String> lineIds, String except) {
    Set<String> others = some(lineIds, overriding);
    others.remove(except);
    return others;
  }

  private List<Evidence.Builder> evidence(String claimId) {
    List<Evidence.Builder> all = new ArrayList<>();
    if (happens(grounding)) {
      all.add(Evidence.builder(GROUND));
    }
    Set<String> unnamed = new LinkedHashSet<>();
    for (int i = sources.isEmpty() ? 0 : about(evidence); i > 0; i--) {
      String source = one(sources);
      Evidence.Builder one = Evidence.builder(source)
          .stance(stance())
          .strength(grade())
          .allUnless(some(near, exceptions / 2));
      if (random.nextBoolean() || !unnamed.add(source)) {
        one.id(lineId(claimId));
      }
      if (happens(relays)) {
        one.allVia(some(sources, 1));
      }
      date(one::date);
      one.exhibit(happensLater(exhibits));
      if (happensLater(ownDerivation)) {
        one.allDerivedFrom(someLater(sources, .4, source));
      }
      if (happensLater(withdrawals)) {
        one.retracted(Retraction.builder(DATES.get(later.nextInt(DATES.size()))));
      }
      all.add(one);
    }
    return all;
  }

  private List<Inference.Builder> inferences(String claimId) {
    List<Inference.Builder> all = new ArrayList<>();
    for (int i = about(inferences); i > 0; i--) {
      Set<Premise> premises = new LinkedHashSet<>();
      for (int j = 1 + about(.2); j > 0; j--) {
        premises.add(new Premise(one(near), happens(.2)));
      }
      Inference.Builder one = Inference.builder()
          .allPremises(premises)
          .stance(stance())
          .strength(grade())
          .allAssuming(some(near, assumptions))
          .allUnless(some(near, exceptions));
      if (i > 1 || random.nextBoolean()) {
        one.id(lineId(claimId));
      }
      date(one::date);
      if (isTold()) {
        told(sources).ifPresent(one::by);
      }
      if (isTold()) {
        told(claims).ifPresent(claim -> one.answer("question", claim));
      }
      all.add(one);
    }
    return all;
  }

  /** An id that may come before or after those that lines have by themselves. */
  private String lineId(String claimId) {
    lines++;
    return random.nextBoolean() ? "a-line-" + lines : claimId + "-line-" + lines;
  }

  private List<Review.Builder> reviews() {
    List<Review.Builder> all = new ArrayList<>();
    for (String reviewer : some(sources, reviews)) {
      Review.Builder one = Review.builder(reviewer, one(List.of(Verdict.values())));
      date(one::date);
      if (happensLater(replaced)) {
        all.add(Review.builder(reviewer, Verdict.values()[later.nextInt(5)]).date("2019"));
        all.add(one.date("2020-06"));
        one = Review.builder(reviewer, Verdict.values()[later.nextInt(5)]).date("2021-02");
      }
      all.add(happensLater(unmapped) ? unmapped(one.build()) : one);
    }
    return all;
  }

  private static Review.Builder unmapped(Review review) {
    Review.Builder unmapped = Review.builder(review.reviewer()).label("Pants on fire");
    review.date().ifPresent(unmapped::date);
    return unmapped;
  }
}
