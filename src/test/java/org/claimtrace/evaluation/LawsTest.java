package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.evaluation.Evaluation.Judgement;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What follows from the meaning of a graph, law by law and by every method of computing it: on random graphs, and on a hard
 * one by hand. What the laws say of numbers holds of sampled ones bit for bit, since a coin is drawn by its element's name
 * whatever else is in the graph; and of exact ones to 1e-12, since they may add up in another order. The law on frameworks of
 * arguments that only attack each other is {@link GroundedExtensionTest}'s, that on great graphs {@link GreatGraphsTest}'s.
 */
class LawsTest {

  private static final String SEEDS = "org.claimtrace.evaluation.LawsTest#methodsAndSeeds";
  private static final String NAME = "{0}, seeds from {1}";
  private static final int GRAPHS_A_TEST = 150;
  private static final int MOST_COINS = 12;

  static Stream<Arguments> methodsAndSeeds() {
    return Stream.of(Method.values())
        .flatMap(method -> LongStream.range(0, method == Method.CERTAIN ? 6 : 3)
            .mapToObj(i -> Arguments.of(method, 1_000_000_000 + i * GRAPHS_A_TEST)));
  }

  /** What is asked of a graph, and by which method. */
  private record Asked(Method method, Options options) {

    /** Evaluates a graph by the method, even if nothing in it is left to chance. */
    Evaluation of(ClaimGraph graph) {
      if (method == Method.CERTAIN) {
        return options.evaluator().evaluate(graph);
      }
      // A coin that nothing reads, so that there is something to be exact about, or to sample.
      ClaimGraph.Builder open = graph.toBuilder();
      if (graph.findSource("elsewhere").isEmpty()) {
        open.source(source("elsewhere").reliability(.5));
      }
      Evaluator.Builder evaluator = options.numbers();
      if (method == Method.SAMPLED) {
        evaluator.nodeBudget(0).worlds(320).seed(99);
      }
      Evaluation evaluation = evaluator.build().evaluate(open.build());
      assertThat(evaluation.method()).isEqualTo(method);
      return evaluation;
    }

    Asked with(Options others) {
      return new Asked(method, others);
    }

    /** How much a number may differ from what it is to be. */
    double precision() {
      return method == Method.EXACT ? Findings.PRECISION : 0;
    }
  }

  /** A law, held to one graph. */
  @FunctionalInterface
  private interface Law {
    void hold(ClaimGraph graph, Asked asked, Random random);
  }

  /** Holds a law to random graphs, under each review policy in turn, at any date, supposing nothing. */
  private static void everywhere(Method method, long firstSeed, Law law) {
    for (long seed = firstSeed; seed < firstSeed + GRAPHS_A_TEST; seed++) {
      ClaimGraph graph = method == Method.CERTAIN
          ? RandomClaimGraphs.graph(seed)
          : RandomClaimGraphs.graph(seed, MOST_COINS);
      ReviewPolicy policy = ReviewPolicy.values()[(int) (seed % 3)];
      Options options = RandomClaimGraphs.options(graph, policy, seed).suppose(ImmutableMap.of());
      try {
        law.hold(graph, new Asked(method, options), new Random(seed));
      } catch (AssertionError e) {
        throw new AssertionError("%s of graph %s, %s".formatted(method, seed, options), e);
      }
    }
  }

  /** No evidence, no verdict. */
  @Nested
  class NoEvidenceNoVerdict {

    @ParameterizedTest(name = NAME)
    @MethodSource(SEEDS)
    void aClaimWithoutALineThatFiresIsUnverified(Method method, long firstSeed) {
      everywhere(method, firstSeed, (graph, asked, random) -> {
        Evaluation evaluation = asked.of(graph);
        for (Claim claim : graph.claims()) {
          boolean fires =
              graph.lines(claim.id()).stream().anyMatch(line -> evaluation.fires(line) > 0)
                  || contradicting(graph, claim).stream()
                      .anyMatch(other -> mayBeAccepted(evaluation, other));
          assertThat(fires || evaluation.verdict(claim.id()) == Verdict.UNVERIFIED)
              .isTrue();
        }
      });
    }

    @ParameterizedTest(name = NAME)
    @MethodSource(SEEDS)
    void aClaimThatIsSupportedOrRefutedHasAChainThatEndsInSources(Method method, long firstSeed) {
      everywhere(method, firstSeed, (graph, asked, random) -> {
        Evaluation evaluation = asked.of(graph);
        Chains chains = new Chains(evaluation);
        for (Claim claim : graph.claims()) {
          switch (evaluation.verdict(claim.id())) {
            case SUPPORTED, MISLEADING -> assertThat(chains.inFavour).contains(claim.id());
            case REFUTED -> assertThat(chains.against).contains(claim.id());
            case CONFLICTING -> {
              assertThat(evaluation.caseFor(claim.id()).no()).isLessThan(1);
              assertThat(evaluation.caseAgainst(claim.id()).no()).isLessThan(1);
              assertThat(mayFire(evaluation, claim, Stance.SUPPORTS)).isTrue();
              assertThat(mayFire(evaluation, claim, Stance.REFUTES)).isTrue();
            }
            case UNVERIFIED -> {}
          }
        }
      });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Method.class)
    void nothingFollowsFromARingHeldUpByItsOwnExceptions(Method method) {
      ClaimGraph graph = graph(
          claim("a").inference(step("b").unless("c").strength(.9)),
          claim("b").inference(step("a").unless("c").strength(.8)),
          claim("c")
              .inference(step("a").unless("a").strength(.7))
              .inference(against("b").id("no")));

      assertAllUnverified(new Asked(method, Options.DEFAULT), graph);
    }

    /** Whether a line of a stance fires or is undecided. */
    private static boolean mayFire(Evaluation evaluation, Claim claim, Stance stance) {
      return lines(claim)
              .anyMatch(line -> line.bears(stance)
                  && evaluation.fires(line.element()) + evaluation.undecided(line.element()) > 0)
          || (stance == Stance.REFUTES
              && contradicting(evaluation.graph(), claim).stream()
                  .anyMatch(other -> evaluation.caseFor(other).no() < 1
                      && evaluation.caseAgainst(other).yes() < 1));
    }

    /** The claims for and against which there is a case that goes back to sources through lines that fire, and ends. */
    private static final class Chains {

      private final Evaluation evaluation;
      private final Set<String> inFavour = new HashSet<>();
      private final Set<String> against = new HashSet<>();

      Chains(Evaluation evaluation) {
        this.evaluation = evaluation;
        int before = -1;
        while (inFavour.size() + against.size() > before) {
          before = inFavour.size() + against.size();
          evaluation.graph().claims().forEach(this::extend);
        }
      }

      private void extend(Claim claim) {
        lines(claim)
            .filter(line -> evaluation.fires(line.element()) > 0)
            .filter(line -> line.premises().stream()
                .allMatch(premise -> premise.isNegated()
                    ? mayBeRejected(evaluation, premise.claimId())
                        && against.contains(premise.claimId())
                    : mayBeAccepted(evaluation, premise.claimId())
                        && inFavour.contains(premise.claimId())))
            .forEach(line -> {
              if (line.bears(Stance.SUPPORTS)) {
                inFavour.add(claim.id());
              }
              if (line.bears(Stance.REFUTES)) {
                against.add(claim.id());
              }
            });
        if (contradicting(evaluation.graph(), claim).stream()
            .anyMatch(other -> mayBeAccepted(evaluation, other) && inFavour.contains(other))) {
          against.add(claim.id());
        }
      }
    }
  }

  /** Copies are worth nothing; independent support helps. */
  @Nested
  class CopiesAreWorthNothing {

    @ParameterizedTest(name = NAME)
    @MethodSource(SEEDS)
    void aCopyOfSourcesThatSayTheSameChangesNothing(Method method, long firstSeed) {
      int[] copies = new int[1];
      everywhere(method, firstSeed, (graph, asked, random) -> {
        // At a date, the evidence of the origins might not exist yet.
        Asked always = asked.with(Options.of(asked.options().reviews()));
        for (Claim claim : graph.claims()) {
          for (Stance stance : Stance.values()) {
            List<String> origins = claim.evidence().stream()
                .filter(each -> each.stance() == stance)
                .map(Evidence::sourceId)
                .distinct()
                .toList();
            if (origins.isEmpty()) {
              continue;
            }
            copies[0]++;
            ClaimGraph more = withCopy(graph, claim, stance, origins, random);
            Evaluation without = always.of(graph);
            Findings.assertSame(
                always.of(more),
                without,
                "the graph with a copy",
                Findings.of(without).keySet());
          }
        }
      });
      assertThat(copies[0]).isGreaterThan(GRAPHS_A_TEST);
    }

    private static ClaimGraph withCopy(
        ClaimGraph graph, Claim claim, Stance stance, List<String> origins, Random random) {
      List<String> some = new ArrayList<>(origins);
      Collections.shuffle(some, random);
      Evidence.Builder copied =
          evidence("copy").id("copied").stance(stance).strength(random.nextDouble());
      if (random.nextInt(4) == 0) {
        copied.unless(graph.claims().get(random.nextInt(graph.claims().size())).id());
      }
      if (random.nextInt(4) == 0) {
        copied.via(graph.sources().get(random.nextInt(graph.sources().size())).id());
      }
      return with(
          graph,
          source("copy")
              .reliability(random.nextDouble())
              .allDerivedFrom(some.subList(0, 1 + random.nextInt(some.size()))),
          claim,
          copied);
    }

    private static ClaimGraph with(
        ClaimGraph graph, Source.Builder source, Claim claim, Evidence.Builder evidence) {
      return edited(
          graph.toBuilder().source(source).build(),
          each -> each.equals(claim) ? each.toBuilder().evidence(evidence).build() : each);
    }

    @ParameterizedTest(name = NAME)
    @MethodSource(SEEDS)
    void aFurtherLineHelpsItsSideWhereTheOthersAreAsTheyWere(Method method, long firstSeed) {
      int[] held = new int[1];
      int[] helped = new int[1];
      everywhere(method, firstSeed, (graph, asked, random) -> {
        Evaluation before = asked.of(graph);
        for (Claim claim : graph.claims()) {
          if (asked.options().reviews() == ReviewPolicy.EVIDENCE_FIRST
              && !claim.reviews().isEmpty()) {
            continue;
          }
          // By logic the other lines are seen to be as they were; with numbers that must be so in
          // every world.
          if (asked.method() != Method.CERTAIN && readsItself(graph, claim)) {
            continue;
          }
          for (Stance stance : List.of(Stance.SUPPORTS, Stance.REFUTES)) {
            ClaimGraph more = with(
                graph,
                source("further").reliability(random.nextDouble(.5, 1)),
                claim,
                evidence("further").stance(stance).strength(random.nextDouble(.5, 1)));
            Evaluation after = asked.of(more);
            if (asked.method() == Method.CERTAIN
                && !otherLines(before, claim).equals(otherLines(after, claim))) {
              continue;
            }
            double less = asked.precision();
            held[0]++;
            Belief was = before.belief(claim.id());
            Belief is = after.belief(claim.id());
            boolean supports = stance == Stance.SUPPORTS;
            double thisSide = supports ? was.supported() : was.refuted();
            double thisSideThen = supports ? is.supported() : is.refuted();
            double otherSide = supports ? was.refuted() : was.supported();
            double otherSideThen = supports ? is.refuted() : is.supported();
            assertThat(thisSideThen).isGreaterThanOrEqualTo(thisSide - less);
            assertThat(thisSideThen + is.conflicting())
                .isGreaterThanOrEqualTo(thisSide + was.conflicting() - 2 * less);
            assertThat(otherSideThen).isLessThanOrEqualTo(otherSide + less);
            helped[0] += thisSideThen > thisSide ? 1 : 0;
          }
        }
      });
      assertThat(held[0]).isGreaterThan(GRAPHS_A_TEST);
      assertThat(helped[0]).isGreaterThan(GRAPHS_A_TEST / 2);
    }

    /** Whether what bears on a claim may depend on the claim. */
    private static boolean readsItself(ClaimGraph graph, Claim claim) {
      Set<String> read = new LinkedHashSet<>(read(graph, claim));
      for (List<String> more = List.copyOf(read); !more.isEmpty(); ) {
        Set<String> further = new LinkedHashSet<>();
        more.forEach(id -> further.addAll(read(graph, graph.claim(id))));
        further.removeAll(read);
        read.addAll(further);
        more = List.copyOf(further);
      }
      return read.contains(claim.id());
    }

    private static Set<String> read(ClaimGraph graph, Claim claim) {
      Set<String> read = new LinkedHashSet<>(contradicting(graph, claim));
      claim.evidence().forEach(each -> read.addAll(each.unless()));
      for (Inference each : claim.inferences()) {
        each.premises().forEach(premise -> read.add(premise.claimId()));
        read.addAll(each.assuming());
        read.addAll(each.unless());
      }
      return read;
    }

    private static List<Object> otherLines(Evaluation evaluation, Claim claim) {
      List<Object> all = new ArrayList<>();
      for (Element line : evaluation.graph().lines(claim.id())) {
        if (!line.equals(Element.evidence(claim.id() + "/evidence/further"))) {
          all.add(List.of(line, evaluation.fires(line), evaluation.undecided(line)));
        }
      }
      for (String other : contradicting(evaluation.graph(), claim)) {
        all.add(List.of(evaluation.caseFor(other), evaluation.caseAgainst(other)));
      }
      return all;
    }

    /** The origin speaks for the claim in .5 * .6 of all worlds, and nobody who copies it does in any other. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(Method.class)
    void aRingOfCopiesOfOneDoubtfulOriginIsWorthTheOrigin(Method method) {
      Claim.Builder claim = claim("c").evidence(evidence("origin").strength(.6));
      Asked asked = new Asked(method, Options.DEFAULT);
      Source.Builder origin = source("origin").reliability(.5);
      Evaluation alone = asked.of(graph(claim, origin));
      ClaimGraph graph = graph(
          claim("c")
              .evidence(evidence("origin").strength(.6))
              .evidence(evidence("first").strength(.9))
              .evidence(evidence("second").via("relay"))
              .evidence(evidence("third")),
          origin,
          source("first").derivedFrom("origin", "third").reliability(.9),
          source("second").derivedFrom("first", "origin").reliability(.8),
          source("third").derivedFrom("second", "first"),
          source("relay").reliability(.7));

      Evaluation copied = asked.of(graph);

      Findings.assertSame(copied, alone, "copied", Set.of(Element.claim("c")));
      if (method == Method.EXACT) {
        assertThat(copied.belief("c").supported()).isCloseTo(.3, within(Findings.PRECISION));
      }
    }

    @Test
    void aCopyOfACopyInsideARingThatIsOnlyUndecidedIsUndecided() {
      ClaimGraph graph = graph(
          claim("c")
              .evidence(evidence("o").unless("paradox"))
              .evidence(evidence("first"))
              .evidence(evidence("second")),
          claim("paradox").inference(step("true").unless("paradox")),
          claim("true").evidence(evidence("o")),
          source("o"),
          source("between").derivedFrom("o"),
          source("first").derivedFrom("between", "second"),
          source("second").derivedFrom("first"));

      Evaluation evaluation = Options.DEFAULT.evaluator().evaluate(graph);

      assertThat(evaluation.right("second")).isEqualTo(1);
      assertThat(graph.lines("c"))
          .allSatisfy(line -> assertThat(evaluation.undecided(line)).isEqualTo(1));
    }
  }

  /** Circles are worth nothing. */
  @Nested
  class CirclesAreWorthNothing {

    @ParameterizedTest(name = NAME)
    @MethodSource(SEEDS)
    void sourcesDerivedFromEachOtherAloneLeaveEverythingUnverified(Method method, long firstSeed) {
      everywhere(method, firstSeed, (graph, asked, random) -> {
        ClaimGraph.Builder circular = graph.toBuilder().source(source("last"));
        List<Source> sources = circular.build().sources();
        List<Source> derived = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
          Source each = sources.get(i);
          derived.add(
              each.derivedFrom().isEmpty()
                  ? each.toBuilder()
                      .allDerivedFrom(
                          List.of(sources.get((i + 1) % sources.size()).id()))
                      .build()
                  : each);
        }
        assertAllUnverified(
            asked,
            edited(
                circular.allSources(derived).build(),
                each -> each.toBuilder().allEvidence(withoutGround(each)).build()));
      });
    }

    @ParameterizedTest(name = NAME)
    @MethodSource(SEEDS)
    void claimsWithoutGroundOutsideOfThemAreAllUnverified(Method method, long firstSeed) {
      everywhere(
          method,
          firstSeed,
          (graph, asked, random) -> assertAllUnverified(
              asked,
              edited(
                  graph,
                  each -> each.toBuilder()
                      .allEvidence(List.of())
                      .allReviews(List.of())
                      .allInferences(withoutOverrides(each))
                      .build())));
    }

    /** The evidence of a claim, but for what needs no source to be right: exhibits, and a source's own reporting. */
    private static List<Evidence> withoutGround(Claim claim) {
      return claim.evidence().stream()
          .map(each -> each.derivedFrom().filter(List::isEmpty).isPresent()
              ? withoutDerivation(each)
              : each.toBuilder().exhibit(false).build())
          .toList();
    }

    private static Evidence withoutDerivation(Evidence evidence) {
      Evidence.Builder plain = Evidence.builder(evidence.sourceId())
          .stance(evidence.stance())
          .strength(evidence.strength())
          .allUnless(evidence.unless())
          .allOverrides(evidence.overrides());
      evidence.id().ifPresent(plain::id);
      evidence.via().ifPresent(plain::allVia);
      evidence.date().ifPresent(plain::date);
      return plain.build();
    }

    private static List<Inference> withoutOverrides(Claim claim) {
      return claim.inferences().stream()
          .map(each -> each.toBuilder().allOverrides(List.of()).build())
          .toList();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Method.class)
    void aRingOfSourcesIsWorthNothingThoughAWrongOneStandsOutside(Method method) {
      assertAllUnverified(
          new Asked(method, Options.DEFAULT),
          graph(
              claim("c").evidence(evidence("a")).evidence(refuting("b")),
              claim("d").inference(step("c")).inference(against("c").id("other-way")),
              source("a").derivedFrom("b", "wrong").reliability(.9),
              source("b").derivedFrom("a").reliability(.6),
              source("wrong").reliability(0)));
    }
  }

  /** A refuted premise breaks a step; it does not refute the conclusion. */
  @Nested
  class ARefutedPremiseBreaksAStep {

    @ParameterizedTest(name = NAME)
    @MethodSource(SEEDS)
    void aStepFromARejectedPremiseDoesNotFire(Method method, long firstSeed) {
      everywhere(method, firstSeed, (graph, asked, random) -> {
        for (Claim premise : graph.claims()) {
          Evaluation evaluation = asked
              .with(asked.options().suppose(Map.of(premise.id(), Supposition.REJECTED)))
              .of(graph);
          for (Claim claim : graph.claims()) {
            for (Inference step : claim.inferences()) {
              if (step.premises().contains(Premise.of(premise.id()))) {
                Element line = Element.inference(step.lineId(claim.id()));
                assertThat(evaluation.fires(line) + evaluation.undecided(line)).isZero();
              }
            }
          }
        }
      });
    }

    @ParameterizedTest(name = NAME)
    @MethodSource(SEEDS)
    void aRejectedPremiseDoesNoMoreThanAnOpenOne(Method method, long firstSeed) {
      everywhere(method, firstSeed, (graph, asked, random) -> {
        for (Claim premise : graph.claims()) {
          boolean onlySteppedFrom = graph.claims().stream()
              .flatMap(each -> each.steps().stream())
              .noneMatch(each -> each.assuming().contains(premise.id())
                  || each.premises().contains(Premise.not(premise.id())));
          if (onlySteppedFrom) {
            Evaluation rejected = supposing(graph, asked, premise, Supposition.REJECTED);
            Set<Element> others = new LinkedHashSet<>(Findings.of(rejected).keySet());
            others.remove(Element.claim(premise.id()));
            Findings.assertSame(
                rejected,
                supposing(graph, asked, premise, Supposition.OPEN),
                "the graph with %s rejected".formatted(premise),
                others);
          }
        }
      });
    }

    private static Evaluation supposing(
        ClaimGraph graph, Asked asked, Claim claim, Supposition supposition) {
      return asked
          .with(asked.options().suppose(Map.of(claim.id(), supposition)))
          .of(graph);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Method.class)
    void aConclusionWhoseEveryStepIsBrokenIsUnverified(Method method) {
      ClaimGraph graph = graph(
          claim("p").evidence(refuting("s")),
          claim("q").inference(step("p").strength(.9)).inference(step("p", "r").id("also")),
          claim("r").evidence(evidence("s")),
          source("s"));

      Evaluation evaluation = new Asked(method, Options.DEFAULT).of(graph);

      assertThat(evaluation.verdict("p")).isEqualTo(Verdict.REFUTED);
      assertThat(evaluation.verdict("q")).isEqualTo(Verdict.UNVERIFIED);
      assertThat(evaluation.caseAgainst("q")).isEqualTo(new Chance(0, 0));
    }
  }

  /** Order is worth nothing. */
  @Nested
  class OrderIsWorthNothing {

    @ParameterizedTest(name = NAME)
    @MethodSource(SEEDS)
    void aPermutedGraphCompilesToTheSameCircuitAndEvaluatesTheSame(Method method, long firstSeed) {
      everywhere(method, firstSeed, (graph, asked, random) -> {
        GraphCircuit compiled = GraphCircuit.of(graph);
        GraphCircuit permuted = GraphCircuit.of(permuted(graph, random));
        assertThat(permuted.circuit.kinds()).isEqualTo(compiled.circuit.kinds());
        assertThat(permuted.circuit.first()).isEqualTo(compiled.circuit.first());
        assertThat(permuted.circuit.literals()).isEqualTo(compiled.circuit.literals());
        assertThat(Findings.of(asked.of(permuted.graph)))
            .isEqualTo(Findings.of(asked.of(compiled.graph)));
      });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Method.class)
    void aPermutedKnotIsTheSameKnot(Method method) {
      ClaimGraph graph = graph(
          claim("a").evidence(evidence("s").strength(.7)).contradicts("b", "c"),
          claim("b").evidence(evidence("t").unless("c", "a")),
          claim("c").inference(step("a", "b").unless("c").assuming("b", "a").strength(.6)),
          source("s").derivedFrom("t", "u").reliability(.8),
          source("t").derivedFrom("u", "s"),
          source("u").reliability(.9));
      Asked asked = new Asked(method, Options.DEFAULT);
      Map<Element, List<Double>> findings = Findings.of(asked.of(graph));

      for (int seed = 0; seed < 50; seed++) {
        ClaimGraph permuted = permuted(graph, new Random(seed));
        assertThat(Findings.of(asked.of(permuted))).isEqualTo(findings);
      }
    }

    private static ClaimGraph permuted(ClaimGraph graph, Random random) {
      return graph.toBuilder()
          .allClaims(shuffled(
              graph.claims().stream().map(each -> permuted(graph, each, random)).toList(), random))
          .allSources(shuffled(
              graph.sources().stream()
                  .map(each -> each.toBuilder()
                      .allDerivedFrom(shuffled(each.derivedFrom(), random))
                      .allReadIn(shuffled(each.readIn(), random))
                      .build())
                  .toList(),
              random))
          .build();
    }

    /** With its contradictions written on the other side. */
    private static Claim permuted(ClaimGraph graph, Claim claim, Random random) {
      return claim.toBuilder()
          .allContradicts(shuffled(
              graph.claims().stream()
                  .filter(other -> other.contradicts().contains(claim.id()))
                  .map(Claim::id)
                  .toList(),
              random))
          .allEvidence(shuffled(
              claim.evidence().stream()
                  .map(each -> {
                    Evidence.Builder builder = each.toBuilder()
                        .allUnless(shuffled(each.unless(), random))
                        .allOverrides(shuffled(each.overrides(), random));
                    each.via().ifPresent(via -> builder.allVia(shuffled(via, random)));
                    each.derivedFrom()
                        .ifPresent(own -> builder.allDerivedFrom(shuffled(own, random)));
                    return builder.build();
                  })
                  .toList(),
              random))
          .allInferences(shuffled(
              claim.inferences().stream()
                  .map(each -> each.toBuilder()
                      .allPremises(shuffled(each.premises(), random))
                      .allAssuming(shuffled(each.assuming(), random))
                      .allUnless(shuffled(each.unless(), random))
                      .allOverrides(shuffled(each.overrides(), random))
                      .build())
                  .toList(),
              random))
          .allParts(shuffled(claim.parts(), random))
          .allReviews(inOrderOfReviewers(
              shuffled(claim.reviews().stream().map(Review::reviewer).distinct().toList(), random),
              claim.reviews().stream()
                  .map(each -> each.toBuilder()
                      .allOverrides(shuffled(each.overrides(), random))
                      .build())
                  .toList()))
          .build();
    }

    /** The order of one reviewer's reviews is that of their dates, and has a meaning. */
    private static List<Review> inOrderOfReviewers(List<String> reviewers, List<Review> reviews) {
      return reviewers.stream()
          .flatMap(
              reviewer -> reviews.stream().filter(review -> review.reviewer().equals(reviewer)))
          .toList();
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
      List<T> shuffled = new ArrayList<>(list);
      Collections.shuffle(shuffled, random);
      return shuffled;
    }
  }

  /** Swapping supports and refutes throughout a graph of evidence swaps supported and refuted. */
  @Nested
  class SwappedStancesSwapTheVerdicts {

    @ParameterizedTest(name = NAME)
    @MethodSource(SEEDS)
    void swappedEvidenceSwapsTheVerdicts(Method method, long firstSeed) {
      everywhere(method, firstSeed, (graph, asked, random) -> {
        ClaimGraph evidence = edited(graph, each -> of(each, each.evidence()));
        ClaimGraph swapped = edited(
            graph,
            each -> of(
                each,
                each.evidence().stream()
                    .map(one -> one.toBuilder().stance(swapped(one.stance())).build())
                    .toList()));
        Evaluation one = asked.of(evidence);
        Evaluation other = asked.of(swapped);
        for (Claim claim : graph.claims()) {
          Belief belief = one.belief(claim.id());
          Belief mirrored = other.belief(claim.id());
          assertClose(mirrored.supported(), belief.refuted(), asked);
          assertClose(mirrored.refuted(), belief.supported(), asked);
          assertClose(mirrored.conflicting(), belief.conflicting(), asked);
          assertClose(mirrored.unverified(), belief.unverified(), asked);
        }
      });
    }

    private static void assertClose(double actual, double expected, Asked asked) {
      assertThat(actual).isCloseTo(expected, within(asked.precision()));
    }

    private static Claim of(Claim claim, List<Evidence> evidence) {
      return claim.toBuilder()
          .allEvidence(evidence.stream()
              .map(each ->
                  each.toBuilder().allUnless(List.of()).allOverrides(List.of()).build())
              .toList())
          .allInferences(List.of())
          .allReviews(List.of())
          .allContradicts(List.of())
          .allParts(List.of())
          .build();
    }

    private static Stance swapped(Stance stance) {
      return switch (stance) {
        case SUPPORTS -> Stance.REFUTES;
        case REFUTES -> Stance.SUPPORTS;
        case QUALIFIES -> Stance.QUALIFIES;
      };
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Method.class)
    void aCopyThatTwistsItsOriginTwistsItBothWays(Method method) {
      Source.Builder origin = source("s");
      Source.Builder copy = source("t").derivedFrom("s").reliability(.8);
      Asked asked = new Asked(method, Options.DEFAULT);

      Evaluation one = asked.of(graph(
          claim("c").evidence(evidence("s").strength(0)).evidence(refuting("t")), origin, copy));
      Evaluation other = asked.of(graph(
          claim("c").evidence(refuting("s").strength(0)).evidence(evidence("t")), origin, copy));

      assertThat(one.verdict("c")).isEqualTo(Verdict.REFUTED);
      assertThat(other.verdict("c")).isEqualTo(Verdict.SUPPORTED);
      assertThat(other.belief("c").supported()).isEqualTo(one.belief("c").refuted());
    }
  }

  /** With no grade strictly between 0 and 1 there is one world. */
  @Nested
  class CertainGradesMakeOneWorld {

    @ParameterizedTest(name = NAME)
    @MethodSource(SEEDS)
    void certainGradesAreTheirOwnLogic(Method method, long firstSeed) {
      everywhere(method, firstSeed, (graph, asked, random) -> {
        Map<Element, Double> grades = ClaimGraphs.grades(graph);
        grades.replaceAll((coin, grade) -> grade > .5 ? 1.0 : 0.0);
        ClaimGraph certain = ClaimGraphs.graded(graph, grades);
        Map<Element, List<Double>> byLogic =
            Findings.of(asked.options().evaluator().evaluate(graph));

        Evaluation numbers = asked.options().numbers().build().evaluate(certain);

        assertThat(numbers.method()).isEqualTo(Method.CERTAIN);
        assertThat(Findings.of(numbers)).isEqualTo(byLogic);
        assertThat(Findings.of(asked.of(certain))).containsAllEntriesOf(byLogic);
      });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Standard.class)
    void noStandardChangesAVerdict(Standard standard) {
      ClaimGraph graph = RandomClaimGraphs.graph(4);

      assertThat(Evaluator.builder()
              .byLogic(true)
              .standard(standard)
              .build()
              .evaluate(graph)
              .judgements())
          .containsExactlyElementsOf(
              Options.DEFAULT.evaluator().evaluate(graph).judgements().toList());
    }
  }

  /** Every graph has an answer. */
  @Nested
  class EveryGraphHasAnAnswer {

    @ParameterizedTest(name = "{0}")
    @EnumSource(Method.class)
    void anEmptyGraphHasNone(Method method) {
      assertThat(new Asked(method, Options.DEFAULT).of(graph()).judgements()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Method.class)
    void aClaimThatSpeaksAgainstItselfIsConflicting(Method method) {
      assertVerdicts(
          method,
          graph(claim("a").evidence(evidence("s")).inference(against("a")), source("s")),
          Verdict.CONFLICTING);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Method.class)
    void anOddLoopIsConflictingAndAnEvenOneToo(Method method) {
      assertVerdicts(
          method,
          graph(
              claim("a").evidence(evidence("s")).inference(against("c")),
              claim("b").evidence(evidence("s")).inference(against("a")),
              claim("c").evidence(evidence("s")).inference(against("b")),
              claim("x").evidence(evidence("s")).inference(against("y")),
              claim("y").evidence(evidence("s")).inference(against("x")),
              source("s")),
          Verdict.CONFLICTING,
          Verdict.CONFLICTING,
          Verdict.CONFLICTING,
          Verdict.CONFLICTING,
          Verdict.CONFLICTING);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Method.class)
    void linesThatOverrideEachOtherAreUndecided(Method method) {
      ClaimGraph graph = graph(
          claim("a")
              .evidence(evidence("s").overrides("a/evidence/t"))
              .evidence(refuting("t").overrides("a/evidence/s")),
          source("s"),
          source("t"));

      Evaluation evaluation = new Asked(method, Options.DEFAULT).of(graph);

      assertThat(evaluation.verdict("a")).isEqualTo(Verdict.UNVERIFIED);
      assertThat(evaluation.undecided(Element.evidence("a/evidence/s"))).isEqualTo(1);
      assertThat(evaluation.undecided(Element.evidence("a/evidence/t"))).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Method.class)
    void aPremiseBesideItsNegationNeverHolds(Method method) {
      assertVerdicts(
          method,
          graph(
              claim("p").evidence(evidence("s")),
              claim("q").inference(Inference.builder().premise("p").notPremise("p")),
              source("s")),
          Verdict.SUPPORTED,
          Verdict.UNVERIFIED);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Method.class)
    void anAssumptionOfItselfHoldsUntilSomethingSpeaksAgainstIt(Method method) {
      assertVerdicts(
          method,
          graph(
              claim("p").evidence(evidence("s")),
              claim("good").inference(step("p").assuming("good")),
              claim("bad").inference(step("p").assuming("bad")).evidence(refuting("s")),
              claim("odd").inference(against("p").assuming("odd")),
              source("s")),
          Verdict.SUPPORTED,
          Verdict.SUPPORTED,
          Verdict.REFUTED,
          Verdict.UNVERIFIED);
    }

    private static void assertVerdicts(Method method, ClaimGraph graph, Verdict... verdicts) {
      assertThat(new Asked(method, Options.DEFAULT).of(graph).judgements())
          .extracting(Judgement::verdict)
          .containsExactly(verdicts);
    }
  }

  /** Of two claims that contradict each other at most one is supported. */
  @Nested
  class ContradictingClaimsAreNotBothSupported {

    @ParameterizedTest(name = NAME)
    @MethodSource(SEEDS)
    void contradictingClaimsAreNotBothSupported(Method method, long firstSeed) {
      everywhere(method, firstSeed, (graph, asked, random) -> {
        if (asked.options().reviews() == ReviewPolicy.REVIEWS_FIRST) {
          return;
        }
        Evaluation evaluation = asked.of(graph);
        for (Claim claim : graph.claims()) {
          for (String other : claim.contradicts()) {
            Belief one = evaluation.belief(claim.id());
            Belief two = evaluation.belief(other);
            assertThat(one.supported() + two.supported())
                .isLessThanOrEqualTo(1 + 2 * asked.precision());
            for (Standard standard : Standard.values()) {
              assertThat(isDecidedlyTrue(standard.verdict(one))
                      && isDecidedlyTrue(standard.verdict(two)))
                  .isFalse();
            }
          }
        }
      });
    }

    private static boolean isDecidedlyTrue(Verdict verdict) {
      return verdict == Verdict.SUPPORTED || verdict == Verdict.MISLEADING;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Method.class)
    void theOneThatIsItselfRefutedDoesNotCountAgainstTheOther(Method method) {
      ClaimGraph graph = graph(
          claim("a").evidence(evidence("s")).evidence(qualifying("s").id("but")).contradicts("b"),
          claim("b").evidence(evidence("s")).evidence(refuting("t")).contradicts("a"),
          source("s"),
          source("t"));

      Evaluation evaluation = new Asked(method, Options.DEFAULT).of(graph);

      assertThat(evaluation.verdict("a")).isEqualTo(Verdict.MISLEADING);
      assertThat(evaluation.verdict("b")).isEqualTo(Verdict.CONFLICTING);
    }

    /** Where one of three has evidence it is accepted, and where two have, these two are disputed. */
    @Test
    void ofThreeThatContradictEachOtherEachIsSupportedWhereTheOthersHaveNothing() {
      ClaimGraph graph = graph(
          claim("a").evidence(evidence("s")).contradicts("b", "c"),
          claim("b").evidence(evidence("t")).contradicts("c"),
          claim("c").evidence(evidence("u")),
          source("s").reliability(.9),
          source("t").reliability(.3),
          source("u").reliability(.2));

      Evaluation evaluation = new Asked(Method.EXACT, Options.DEFAULT).of(graph);

      Belief belief = evaluation.belief("a");
      assertThat(belief.supported()).isCloseTo(.9 * .7 * .8, within(Findings.PRECISION));
      assertThat(belief.conflicting()).isCloseTo(.9 * (1 - .7 * .8), within(Findings.PRECISION));
      assertThat(belief.refuted()).isCloseTo(.1 * (.3 * .8 + .7 * .2), within(Findings.PRECISION));
      assertThat(evaluation.verdict("a")).isEqualTo(Verdict.SUPPORTED);
      assertThat(evaluation.verdict("b")).isEqualTo(Verdict.REFUTED);
    }
  }

  /** Whether a claim is accepted in some world. */
  private static boolean mayBeAccepted(Evaluation evaluation, String claim) {
    return evaluation.belief(claim).supported() > 0;
  }

  /** Whether a claim is rejected in some world. */
  private static boolean mayBeRejected(Evaluation evaluation, String claim) {
    return evaluation.belief(claim).refuted() > 0;
  }

  private static void assertAllUnverified(Asked asked, ClaimGraph graph) {
    Evaluation evaluation = asked.of(graph);
    for (Claim claim : graph.claims()) {
      assertThat(evaluation.verdict(claim.id())).isEqualTo(Verdict.UNVERIFIED);
      assertThat(evaluation.caseFor(claim.id())).isEqualTo(new Chance(0, 0));
      assertThat(evaluation.caseAgainst(claim.id())).isEqualTo(new Chance(0, 0));
    }
  }

  private static Set<String> contradicting(ClaimGraph graph, Claim claim) {
    Set<String> others = new LinkedHashSet<>(claim.contradicts());
    graph.claims().stream()
        .filter(other -> other.contradicts().contains(claim.id()))
        .forEach(other -> others.add(other.id()));
    return others;
  }

  /** A line of a claim, how it bears on it, and what it rests on besides a source. */
  private record Line(Element element, Set<Stance> stances, List<Premise> premises) {
    boolean bears(Stance stance) {
      return stances.contains(stance);
    }
  }

  private static Stream<Line> lines(Claim claim) {
    return Stream.of(
            claim.evidence().stream()
                .map(each -> new Line(
                    Element.evidence(each.lineId(claim.id())), Set.of(each.stance()), List.of())),
            claim.steps().stream()
                .map(each -> new Line(
                    Element.inference(each.lineId(claim.id())),
                    Set.of(each.stance()),
                    each.premises())),
            claim.reviews().stream()
                .map(each ->
                    new Line(Element.review(each.lineId(claim.id())), stances(each), List.of())))
        .flatMap(lines -> lines);
  }

  private static Set<Stance> stances(Review review) {
    if (review.verdict().isEmpty()) {
      return Set.of();
    }
    return switch (review.verdict().get()) {
      case SUPPORTED -> Set.of(Stance.SUPPORTS);
      case MISLEADING -> Set.of(Stance.SUPPORTS, Stance.QUALIFIES);
      case REFUTED -> Set.of(Stance.REFUTES);
      case CONFLICTING -> Set.of(Stance.SUPPORTS, Stance.REFUTES);
      case UNVERIFIED -> Set.of();
    };
  }

  private static ClaimGraph edited(ClaimGraph graph, UnaryOperator<Claim> edit) {
    return graph.toBuilder()
        .allClaims(graph.claims().stream().map(edit).toList())
        .build();
  }
}
