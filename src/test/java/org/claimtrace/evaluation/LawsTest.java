package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What follows from the meaning of a graph by logic, law by law: on random graphs, and on a hard one by hand. The law on
 * frameworks of arguments that only attack each other is {@link GroundedExtensionTest}'s, that on great graphs {@link
 * GreatGraphsTest}'s.
 */
class LawsTest {

  private static final String SEEDS = "org.claimtrace.evaluation.LawsTest#seeds";
  private static final int GRAPHS_A_TEST = 150;

  static LongStream seeds() {
    return LongStream.range(0, 6).map(i -> 1_000_000_000 + i * GRAPHS_A_TEST);
  }

  /** A law, held to one graph. */
  @FunctionalInterface
  private interface Law {
    void hold(ClaimGraph graph, Options options, Random random);
  }

  /** Holds a law to random graphs, under each review policy in turn, at any date, supposing nothing. */
  private static void everywhere(long firstSeed, Law law) {
    for (long seed = firstSeed; seed < firstSeed + GRAPHS_A_TEST; seed++) {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      ReviewPolicy policy = ReviewPolicy.values()[(int) (seed % 3)];
      Options options = RandomClaimGraphs.options(graph, policy, seed).suppose(ImmutableMap.of());
      try {
        law.hold(graph, options, new Random(seed));
      } catch (AssertionError e) {
        throw new AssertionError("graph %s, %s".formatted(seed, options), e);
      }
    }
  }

  /** No evidence, no verdict. */
  @Nested
  class NoEvidenceNoVerdict {

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource(SEEDS)
    void aClaimWithoutALineThatFiresIsUnverified(long firstSeed) {
      everywhere(firstSeed, (graph, options, random) -> {
        Evaluation evaluation = options.evaluator().evaluate(graph);
        for (Claim claim : graph.claims()) {
          boolean fires =
              graph.lines(claim.id()).stream().anyMatch(line -> evaluation.fires(line) > 0)
                  || contradicting(graph, claim).stream()
                      .anyMatch(other -> isAccepted(evaluation, other));
          assertThat(fires || evaluation.verdict(claim.id()) == Verdict.UNVERIFIED)
              .isTrue();
        }
      });
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource(SEEDS)
    void aClaimThatIsSupportedOrRefutedHasAChainThatEndsInSources(long firstSeed) {
      everywhere(firstSeed, (graph, options, random) -> {
        Evaluation evaluation = options.evaluator().evaluate(graph);
        Chains chains = new Chains(evaluation);
        for (Claim claim : graph.claims()) {
          switch (evaluation.verdict(claim.id())) {
            case SUPPORTED, MISLEADING -> assertThat(chains.inFavour).contains(claim.id());
            case REFUTED -> assertThat(chains.against).contains(claim.id());
            case CONFLICTING -> {
              assertThat(evaluation.caseFor(claim.id()).no()).isZero();
              assertThat(evaluation.caseAgainst(claim.id()).no()).isZero();
              assertThat(mayFire(evaluation, claim, Stance.SUPPORTS)).isTrue();
              assertThat(mayFire(evaluation, claim, Stance.REFUTES)).isTrue();
            }
            case UNVERIFIED -> {}
          }
        }
      });
    }

    @Test
    void nothingFollowsFromARingHeldUpByItsOwnExceptions() {
      ClaimGraph graph = graph(
          claim("a").inference(step("b").unless("c")),
          claim("b").inference(step("a").unless("c")),
          claim("c").inference(step("a").unless("a")).inference(against("b").id("no")));

      assertAllUnverified(Options.DEFAULT, graph);
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
            .filter(line -> evaluation.fires(line.element()) == 1)
            .filter(line -> line.premises().stream()
                .allMatch(premise -> premise.negated()
                    ? isRejected(evaluation, premise.claim()) && against.contains(premise.claim())
                    : isAccepted(evaluation, premise.claim())
                        && inFavour.contains(premise.claim())))
            .forEach(line -> {
              if (line.bears(Stance.SUPPORTS)) {
                inFavour.add(claim.id());
              }
              if (line.bears(Stance.REFUTES)) {
                against.add(claim.id());
              }
            });
        if (contradicting(evaluation.graph(), claim).stream()
            .anyMatch(other -> isAccepted(evaluation, other) && inFavour.contains(other))) {
          against.add(claim.id());
        }
      }
    }
  }

  /** Copies are worth nothing; independent support helps. */
  @Nested
  class CopiesAreWorthNothing {

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource(SEEDS)
    void aCopyOfSourcesThatSayTheSameChangesNothing(long firstSeed) {
      int[] copies = new int[1];
      everywhere(firstSeed, (graph, options, random) -> {
        // At a date, the evidence of the origins might not exist yet.
        Options always = Options.of(options.reviews());
        for (Claim claim : graph.claims()) {
          for (Stance stance : Stance.values()) {
            List<String> origins = claim.evidence().stream()
                .filter(each -> each.stance() == stance)
                .map(Evidence::source)
                .distinct()
                .toList();
            if (origins.isEmpty()) {
              continue;
            }
            copies[0]++;
            ClaimGraph more = withCopy(graph, claim, stance, origins, random);
            Map<Element, Object> after = findings(always.evaluator().evaluate(more));
            after.remove(Element.source("copy"));
            after.remove(Element.evidence("copied"));
            assertThat(after).isEqualTo(findings(always.evaluator().evaluate(graph)));
          }
        }
      });
      assertThat(copies[0]).isGreaterThan(GRAPHS_A_TEST);
    }

    private static ClaimGraph withCopy(
        ClaimGraph graph, Claim claim, Stance stance, List<String> origins, Random random) {
      List<String> some = new ArrayList<>(origins);
      Collections.shuffle(some, random);
      Evidence.Builder copied = evidence("copy").id("copied").stance(stance);
      if (random.nextInt(4) == 0) {
        copied.unless(graph.claims().get(random.nextInt(graph.claims().size())).id());
      }
      if (random.nextInt(4) == 0) {
        copied.via(graph.sources().get(random.nextInt(graph.sources().size())).id());
      }
      return with(
          graph,
          source("copy").derivedFrom(some.subList(0, 1 + random.nextInt(some.size()))),
          claim,
          copied);
    }

    private static ClaimGraph with(
        ClaimGraph graph, Source.Builder source, Claim claim, Evidence.Builder evidence) {
      return edited(
          graph.toBuilder().source(source).build(),
          each -> each.equals(claim) ? each.toBuilder().evidence(evidence).build() : each);
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource(SEEDS)
    void aFurtherLineHelpsItsSideWhereTheOthersAreAsTheyWere(long firstSeed) {
      int[] held = new int[1];
      everywhere(firstSeed, (graph, options, random) -> {
        Evaluation before = options.evaluator().evaluate(graph);
        for (Claim claim : graph.claims()) {
          if (options.reviews() == ReviewPolicy.EVIDENCE_FIRST
              && !claim.reviews().isEmpty()) {
            continue;
          }
          for (Stance stance : List.of(Stance.SUPPORTS, Stance.REFUTES)) {
            ClaimGraph more =
                with(graph, source("further"), claim, evidence("further").stance(stance));
            Evaluation after = options.evaluator().evaluate(more);
            if (!otherLines(before, claim).equals(otherLines(after, claim))) {
              continue;
            }
            held[0]++;
            Belief was = before.belief(claim.id());
            Belief is = after.belief(claim.id());
            if (stance == Stance.SUPPORTS) {
              assertThat(is.supported()).isGreaterThanOrEqualTo(was.supported());
              assertThat(is.supported() + is.conflicting())
                  .isGreaterThanOrEqualTo(was.supported() + was.conflicting());
              assertThat(is.refuted()).isLessThanOrEqualTo(was.refuted());
            } else {
              assertThat(is.refuted()).isGreaterThanOrEqualTo(was.refuted());
              assertThat(is.refuted() + is.conflicting())
                  .isGreaterThanOrEqualTo(was.refuted() + was.conflicting());
              assertThat(is.supported()).isLessThanOrEqualTo(was.supported());
            }
          }
        }
      });
      assertThat(held[0]).isGreaterThan(GRAPHS_A_TEST);
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

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource(SEEDS)
    void sourcesDerivedFromEachOtherAloneLeaveEverythingUnverified(long firstSeed) {
      everywhere(firstSeed, (graph, options, random) -> {
        ClaimGraph.Builder circular = graph.toBuilder().source(source("last"));
        List<Source> sources = circular.build().sources();
        List<Source> derived = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
          Source each = sources.get(i);
          derived.add(
              each.derivedFrom().isEmpty()
                  ? each.toBuilder()
                      .derivedFrom(sources.get((i + 1) % sources.size()).id())
                      .build()
                  : each);
        }
        assertAllUnverified(options, circular.sources(derived).build());
      });
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource(SEEDS)
    void claimsWithoutGroundOutsideOfThemAreAllUnverified(long firstSeed) {
      everywhere(
          firstSeed,
          (graph, options, random) -> assertAllUnverified(
              options,
              edited(
                  graph,
                  each -> each.toBuilder()
                      .evidence(List.of())
                      .reviews(List.of())
                      .inferences(withoutOverrides(each))
                      .build())));
    }

    private static List<Inference> withoutOverrides(Claim claim) {
      return claim.inferences().stream()
          .map(each -> each.toBuilder().overrides().build())
          .toList();
    }

    @Test
    void aRingOfSourcesIsWorthNothingThoughAWrongOneStandsOutside() {
      assertAllUnverified(
          Options.DEFAULT,
          graph(
              claim("c").evidence(evidence("a")).evidence(refuting("b")),
              claim("d").inference(step("c")).inference(against("c").id("other-way")),
              source("a").derivedFrom("b", "wrong"),
              source("b").derivedFrom("a"),
              source("wrong").reliability(0)));
    }
  }

  /** A refuted premise breaks a step; it does not refute the conclusion. */
  @Nested
  class ARefutedPremiseBreaksAStep {

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource(SEEDS)
    void aStepFromARejectedPremiseDoesNotFire(long firstSeed) {
      everywhere(firstSeed, (graph, options, random) -> {
        for (Claim premise : graph.claims()) {
          Evaluation evaluation = options
              .suppose(Map.of(premise.id(), Supposition.REJECTED))
              .evaluator()
              .evaluate(graph);
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

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource(SEEDS)
    void aRejectedPremiseDoesNoMoreThanAnOpenOne(long firstSeed) {
      everywhere(firstSeed, (graph, options, random) -> {
        for (Claim premise : graph.claims()) {
          boolean onlySteppedFrom = graph.claims().stream()
              .flatMap(each -> each.inferences().stream())
              .noneMatch(each -> each.assuming().contains(premise.id())
                  || each.premises().contains(Premise.not(premise.id())));
          if (onlySteppedFrom) {
            assertThat(supposing(graph, options, premise, Supposition.REJECTED))
                .isEqualTo(supposing(graph, options, premise, Supposition.OPEN));
          }
        }
      });
    }

    private static Map<Element, Object> supposing(
        ClaimGraph graph, Options options, Claim claim, Supposition supposition) {
      Map<Element, Object> findings =
          findings(options.suppose(Map.of(claim.id(), supposition)).evaluator().evaluate(graph));
      findings.remove(Element.claim(claim.id()));
      return findings;
    }

    @Test
    void aConclusionWhoseEveryStepIsBrokenIsUnverified() {
      ClaimGraph graph = graph(
          claim("p").evidence(refuting("s")),
          claim("q").inference(step("p")).inference(step("p", "r").id("also")),
          claim("r").evidence(evidence("s")),
          source("s"));

      Evaluation evaluation = Evaluator.standard().evaluate(graph);

      assertThat(evaluation.verdict("p")).isEqualTo(Verdict.REFUTED);
      assertThat(evaluation.verdict("q")).isEqualTo(Verdict.UNVERIFIED);
      assertThat(evaluation.caseAgainst("q")).isEqualTo(new Chance(0, 0));
    }
  }

  /** Order is worth nothing. */
  @Nested
  class OrderIsWorthNothing {

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource(SEEDS)
    void aPermutedGraphCompilesToTheSameCircuitAndEvaluatesTheSame(long firstSeed) {
      everywhere(firstSeed, (graph, options, random) -> {
        CompiledGraph compiled = CompiledGraph.of(graph);
        CompiledGraph permuted = CompiledGraph.of(permuted(graph, random));
        assertThat(permuted.circuit.kinds()).isEqualTo(compiled.circuit.kinds());
        assertThat(permuted.circuit.first()).isEqualTo(compiled.circuit.first());
        assertThat(permuted.circuit.literals()).isEqualTo(compiled.circuit.literals());
        assertThat(findings(options.evaluator().evaluate(permuted)))
            .isEqualTo(findings(options.evaluator().evaluate(compiled)));
      });
    }

    @Test
    void aPermutedKnotIsTheSameKnot() {
      ClaimGraph graph = graph(
          claim("a").evidence(evidence("s")).contradicts("b", "c"),
          claim("b").evidence(evidence("t").unless("c", "a")),
          claim("c").inference(step("a", "b").unless("c").assuming("b", "a")),
          source("s").derivedFrom("t", "u"),
          source("t").derivedFrom("u", "s"),
          source("u"));
      Map<Element, Object> findings = findings(Options.DEFAULT.evaluator().evaluate(graph));

      for (int seed = 0; seed < 50; seed++) {
        ClaimGraph permuted = permuted(graph, new Random(seed));
        assertThat(findings(Options.DEFAULT.evaluator().evaluate(permuted))).isEqualTo(findings);
      }
    }

    private static ClaimGraph permuted(ClaimGraph graph, Random random) {
      return graph.toBuilder()
          .claims(shuffled(
              graph.claims().stream().map(each -> permuted(graph, each, random)).toList(), random))
          .sources(shuffled(
              graph.sources().stream()
                  .map(each -> each.toBuilder()
                      .derivedFrom(shuffled(each.derivedFrom(), random))
                      .readIn(shuffled(each.readIn(), random))
                      .build())
                  .toList(),
              random))
          .build();
    }

    /** With its contradictions written on the other side. */
    private static Claim permuted(ClaimGraph graph, Claim claim, Random random) {
      return claim.toBuilder()
          .contradicts(shuffled(
              graph.claims().stream()
                  .filter(other -> other.contradicts().contains(claim.id()))
                  .map(Claim::id)
                  .toList(),
              random))
          .evidence(shuffled(
              claim.evidence().stream()
                  .map(each -> {
                    Evidence.Builder builder = each.toBuilder()
                        .unless(shuffled(each.unless(), random))
                        .overrides(shuffled(each.overrides(), random));
                    each.via().ifPresent(via -> builder.via(shuffled(via, random)));
                    return builder.build();
                  })
                  .toList(),
              random))
          .inferences(shuffled(
              claim.inferences().stream()
                  .map(each -> each.toBuilder()
                      .premises(shuffled(each.premises(), random))
                      .assuming(shuffled(each.assuming(), random))
                      .unless(shuffled(each.unless(), random))
                      .overrides(shuffled(each.overrides(), random))
                      .build())
                  .toList(),
              random))
          .reviews(shuffled(
              claim.reviews().stream()
                  .map(each -> each.toBuilder()
                      .overrides(shuffled(each.overrides(), random))
                      .build())
                  .toList(),
              random))
          .build();
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

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource(SEEDS)
    void swappedEvidenceSwapsTheVerdicts(long firstSeed) {
      everywhere(firstSeed, (graph, options, random) -> {
        ClaimGraph evidence = edited(graph, each -> of(each, each.evidence()));
        ClaimGraph swapped = edited(
            graph,
            each -> of(
                each,
                each.evidence().stream()
                    .map(one -> one.toBuilder().stance(swapped(one.stance())).build())
                    .toList()));
        Evaluation one = options.evaluator().evaluate(evidence);
        Evaluation other = options.evaluator().evaluate(swapped);
        for (Claim claim : graph.claims()) {
          Belief belief = one.belief(claim.id());
          Belief mirrored = other.belief(claim.id());
          assertThat(mirrored.supported()).isEqualTo(belief.refuted());
          assertThat(mirrored.refuted()).isEqualTo(belief.supported());
          assertThat(mirrored.conflicting()).isEqualTo(belief.conflicting());
          assertThat(mirrored.unverified()).isEqualTo(belief.unverified());
        }
      });
    }

    private static Claim of(Claim claim, List<Evidence> evidence) {
      return claim.toBuilder()
          .evidence(evidence.stream()
              .map(each -> each.toBuilder().unless().overrides().build())
              .toList())
          .inferences(List.of())
          .reviews(List.of())
          .contradicts()
          .build();
    }

    private static Stance swapped(Stance stance) {
      return switch (stance) {
        case SUPPORTS -> Stance.REFUTES;
        case REFUTES -> Stance.SUPPORTS;
        case QUALIFIES -> Stance.QUALIFIES;
      };
    }

    @Test
    void aCopyThatTwistsItsOriginTwistsItBothWays() {
      Source.Builder origin = source("s");
      Source.Builder copy = source("t").derivedFrom("s");

      assertThat(Evaluator.standard()
              .evaluate(graph(
                  claim("c").evidence(evidence("s").strength(0)).evidence(refuting("t")),
                  origin,
                  copy))
              .verdict("c"))
          .isEqualTo(Verdict.REFUTED);
      assertThat(Evaluator.standard()
              .evaluate(graph(
                  claim("c").evidence(refuting("s").strength(0)).evidence(evidence("t")),
                  origin,
                  copy))
              .verdict("c"))
          .isEqualTo(Verdict.SUPPORTED);
    }
  }

  /** With no grade strictly between 0 and 1 there is one world. */
  @Nested
  class CertainGradesMakeOneWorld {

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource(SEEDS)
    void certainGradesAreTheirOwnLogic(long firstSeed) {
      everywhere(firstSeed, (graph, options, random) -> {
        ClaimGraph certain = edited(
                graph,
                each -> each.toBuilder()
                    .evidence(each.evidence().stream()
                        .map(one ->
                            one.toBuilder().strength(certain(one.strength())).build())
                        .toList())
                    .inferences(each.inferences().stream()
                        .map(one ->
                            one.toBuilder().strength(certain(one.strength())).build())
                        .toList())
                    .build())
            .toBuilder()
            .sources(graph.sources().stream()
                .map(each ->
                    each.toBuilder().reliability(certain(each.reliability())).build())
                .toList())
            .build();
        Evaluator.Builder numbers = Evaluator.builder().reviews(options.reviews());
        options.asOf().ifPresent(numbers::asOf);

        Evaluation evaluation = numbers.build().evaluate(certain);

        assertThat(evaluation.method()).isEqualTo(Method.CERTAIN);
        assertThat(findings(evaluation)).isEqualTo(findings(options.evaluator().evaluate(graph)));
      });
    }

    private static Grade certain(Grade grade) {
      return Grade.of(grade.value() > .5 ? 1 : 0);
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

    @Test
    void anEmptyGraphHasNone() {
      assertThat(Evaluator.standard().evaluate(graph()).judgements()).isEmpty();
    }

    @Test
    void aClaimThatSpeaksAgainstItselfIsConflicting() {
      assertVerdicts(
          graph(claim("a").evidence(evidence("s")).inference(against("a")), source("s")),
          Verdict.CONFLICTING);
    }

    @Test
    void anOddLoopIsConflictingAndAnEvenOneToo() {
      assertVerdicts(
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

    @Test
    void linesThatOverrideEachOtherAreUndecided() {
      ClaimGraph graph = graph(
          claim("a")
              .evidence(evidence("s").overrides("a/evidence/t"))
              .evidence(refuting("t").overrides("a/evidence/s")),
          source("s"),
          source("t"));

      Evaluation evaluation = Evaluator.standard().evaluate(graph);

      assertThat(evaluation.verdict("a")).isEqualTo(Verdict.UNVERIFIED);
      assertThat(evaluation.undecided(Element.evidence("a/evidence/s"))).isEqualTo(1);
      assertThat(evaluation.undecided(Element.evidence("a/evidence/t"))).isEqualTo(1);
    }

    @Test
    void aPremiseBesideItsNegationNeverHolds() {
      assertVerdicts(
          graph(
              claim("p").evidence(evidence("s")),
              claim("q").inference(Inference.builder().premises(Premise.of("p"), Premise.not("p"))),
              source("s")),
          Verdict.SUPPORTED,
          Verdict.UNVERIFIED);
    }

    @Test
    void anAssumptionOfItselfHoldsUntilSomethingSpeaksAgainstIt() {
      assertVerdicts(
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

    private static void assertVerdicts(ClaimGraph graph, Verdict... verdicts) {
      assertThat(Evaluator.standard().evaluate(graph).judgements())
          .extracting(Judgement::verdict)
          .containsExactly(verdicts);
    }
  }

  /** Of two claims that contradict each other at most one is supported. */
  @Nested
  class ContradictingClaimsAreNotBothSupported {

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource(SEEDS)
    void contradictingClaimsAreNotBothSupported(long firstSeed) {
      everywhere(firstSeed, (graph, options, random) -> {
        if (options.reviews() == ReviewPolicy.REVIEWS_FIRST) {
          return;
        }
        Evaluation evaluation = options.evaluator().evaluate(graph);
        for (Claim claim : graph.claims()) {
          for (String other : claim.contradicts()) {
            assertThat(isAccepted(evaluation, claim.id()) && isAccepted(evaluation, other))
                .isFalse();
          }
        }
      });
    }

    @Test
    void theOneThatIsItselfRefutedDoesNotCountAgainstTheOther() {
      ClaimGraph graph = graph(
          claim("a").evidence(evidence("s")).evidence(qualifying("s").id("but")).contradicts("b"),
          claim("b").evidence(evidence("s")).evidence(refuting("t")).contradicts("a"),
          source("s"),
          source("t"));

      Evaluation evaluation = Evaluator.standard().evaluate(graph);

      assertThat(evaluation.verdict("a")).isEqualTo(Verdict.MISLEADING);
      assertThat(evaluation.verdict("b")).isEqualTo(Verdict.CONFLICTING);
    }
  }

  private static boolean isAccepted(Evaluation evaluation, String claim) {
    return evaluation.belief(claim).supported() == 1;
  }

  private static boolean isRejected(Evaluation evaluation, String claim) {
    return evaluation.belief(claim).refuted() == 1;
  }

  private static void assertAllUnverified(Options options, ClaimGraph graph) {
    Evaluation evaluation = options.evaluator().evaluate(graph);
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
            claim.inferences().stream()
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
    return switch (review.verdict()) {
      case SUPPORTED -> Set.of(Stance.SUPPORTS);
      case MISLEADING -> Set.of(Stance.SUPPORTS, Stance.QUALIFIES);
      case REFUTED -> Set.of(Stance.REFUTES);
      case CONFLICTING -> Set.of(Stance.SUPPORTS, Stance.REFUTES);
      case UNVERIFIED -> Set.of();
    };
  }

  private static ClaimGraph edited(ClaimGraph graph, UnaryOperator<Claim> edit) {
    return graph.toBuilder().claims(graph.claims().stream().map(edit).toList()).build();
  }

  /** Everything that an evaluation says, by element. */
  private static Map<Element, Object> findings(Evaluation evaluation) {
    Map<Element, Object> findings = new LinkedHashMap<>();
    for (Claim claim : evaluation.graph().claims()) {
      String id = claim.id();
      findings.put(
          Element.claim(id),
          List.of(
              evaluation.verdict(id),
              evaluation.belief(id),
              evaluation.caseFor(id),
              evaluation.caseAgainst(id)));
      findings.putAll(Maps.toMap(
          evaluation.graph().lines(id),
          line -> new Chance(evaluation.fires(line), evaluation.undecided(line))));
    }
    for (Source source : evaluation.graph().sources()) {
      findings.put(Element.source(source.id()), evaluation.right(source.id()));
    }
    return findings;
  }
}
