package org.claimtrace.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.LongStream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Options;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.explanation.AllChains.Path;
import org.claimtrace.explanation.Chain.Break;
import org.claimtrace.explanation.Chain.End;
import org.claimtrace.explanation.Chain.Step;
import org.claimtrace.explanation.Obstacle.Kind;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.work.Inside;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainsTest {

  private static Evaluation evaluate(Object... parts) {
    return Evaluator.usual().evaluate(graph(parts));
  }

  private static List<String> ids(Chain chain) {
    return chain.steps().stream().map(each -> each.element().id()).toList();
  }

  private static Chain first(Evaluation evaluation, String claim) {
    return Chains.of(evaluation, claim).iterator().next();
  }

  private static List<List<String>> all(Chains chains) {
    return chains.stream().map(ChainsTest::ids).toList();
  }

  @Nested
  class OfASmallArgument {

    private final Evaluation evaluation = evaluate(
        source("origin").reliability(.9),
        source("copy").derivedFrom("origin"),
        source("relay").reliability(.8),
        source("post"),
        claim("thesis").inference(step("a", "b").by("post").strength(.5)),
        claim("a").evidence(evidence("copy").allVia(List.of("relay"))),
        claim("b").evidence(evidence("post")));

    @Test
    void goDownToTheDeepestSource() {
      assertThat(first(evaluation, "a"))
          .isEqualTo(new Chain(
              Inside.KEY,
              "a",
              Stance.SUPPORTS,
              ImmutableList.of(
                  new Step(
                      Inside.KEY,
                      Element.evidence("a/evidence/copy"),
                      Optional.of("a"),
                      Optional.empty(),
                      Optional.empty(),
                      false,
                      .7200000000000001,
                      .7200000000000001,
                      .8),
                  new Step(
                      Inside.KEY,
                      Element.source("copy"),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      false,
                      .9,
                      .9,
                      1),
                  new Step(
                      Inside.KEY,
                      Element.source("origin"),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      false,
                      .9,
                      .9,
                      .9)),
              End.SOURCE,
              .7200000000000001,
              true,
              OptionalInt.of(0),
              Optional.empty()));
    }

    @Test
    void comeBestFirst() {
      assertThat(all(Chains.of(evaluation, "thesis")))
          .containsExactly(
              List.of("thesis/inference", "a/evidence/copy", "copy", "origin"),
              List.of("thesis/inference", "b/evidence/post", "post"));
      assertThat(first(evaluation, "thesis").chance()).isCloseTo(.36, within(1e-12));
    }

    @Test
    void reportTheCarriedChanceAndTheWeakestStep() {
      Chain chain = first(evaluation, "thesis");
      assertThat(chain.steps())
          .extracting(Step::next)
          .containsExactly(Optional.of("a"), Optional.empty(), Optional.empty(), Optional.empty());
      assertThat(chain.steps())
          .extracting(Step::by)
          .containsExactly(
              Optional.of("post"), Optional.empty(), Optional.empty(), Optional.empty());
      assertThat(chain.weakest()).hasValue(0);
      assertThat(chain.holds()).isFalse();
      assertThat(chain.firstBreak())
          .hasValue(new Break(
              Inside.KEY,
              0,
              ImmutableList.of(new Obstacle(
                  Inside.KEY, Kind.TOO_WEAK, ImmutableList.of(), ImmutableList.of(), .5))));
    }

    @Test
    void breakIfEachLinkSufficesButNotAllTogether() {
      Evaluation weak = evaluate(
          source("s").reliability(.7),
          claim("a")
              .evidence(evidence("s").strength(.7))
              .evidence(evidence("s").id("e").strength(.7)));
      Chain chain = first(weak, "a");
      assertThat(chain.chance()).isCloseTo(.49, within(1e-12));
      assertThat(chain.firstBreak().orElseThrow().obstacles())
          .extracting(Obstacle::kind)
          .containsExactly(Kind.TOO_MUCH_AT_ONCE);
    }
  }

  @Nested
  class OverEveryKindOfLine {

    private final Evaluation evaluation = evaluate(
        source("s"),
        source("checker"),
        claim("root")
            .evidence(qualifying("s").id("but"))
            .inference(
                Inference.builder().allPremises(List.of(Premise.not("false"))).id("since-not"))
            .inference(against("reviewed").id("objection"))
            .contradicts("other"),
        claim("false")
            .evidence(evidence("s").id("unused"))
            .inference(against("other").id("no")),
        claim("reviewed").review(Review.builder("checker", Verdict.SUPPORTED)),
        claim("other").evidence(evidence("s").id("yes")));

    @Test
    void followSupportingRefutingAndQualifyingLinesInDocumentOrder() {
      assertThat(all(Chains.of(evaluation, "root")))
          .containsExactly(
              List.of("since-not", "no", "yes", "s"),
              List.of("objection", "reviewed/reviews/checker", "checker"),
              List.of("other", "yes", "s"),
              List.of("but", "s"));
    }

    @Test
    void haveTheStanceOfTheirFirstLine() {
      assertThat(Chains.of(evaluation, "root").stream().map(Chain::stance))
          .containsExactly(Stance.SUPPORTS, Stance.REFUTES, Stance.REFUTES, Stance.QUALIFIES);
    }

    @Test
    void areHalfForTheClaimAndHalfOfTheRestAgainstIt() {
      assertThat(Chains.of(evaluation, "root").best(3).chains())
          .extracting(Chain::stance)
          .containsExactly(Stance.SUPPORTS, Stance.REFUTES, Stance.QUALIFIES);
      assertThat(Chains.of(evaluation, "root").best(1).chains())
          .extracting(Chain::stance)
          .containsExactly(Stance.SUPPORTS);
      assertThat(Chains.of(evaluation, "root").best(4).chains()).hasSize(4);
      assertThat(Chains.of(evaluation, "root").best(4).isComplete()).isTrue();
    }

    @Test
    void skipLinesThatDoNotCountOrDoNotExistYet() {
      Evaluation without = Evaluator.builder()
          .reviews(ReviewPolicy.EVIDENCE_ONLY)
          .build()
          .evaluate(evaluation.graph());
      Chain broken = Chains.of(without, "root").stream()
          .filter(chain -> ids(chain).equals(List.of("objection")))
          .findFirst()
          .orElseThrow();
      assertThat(broken.end()).isEqualTo(End.NOTHING);
      assertThat(broken.firstBreak().orElseThrow().obstacles())
          .extracting(Obstacle::kind)
          .containsExactly(Kind.PREMISE_UNVERIFIED);
    }
  }

  @Nested
  class ThatBreak {
    @Test
    void breakAtTheLowestStepThatFails() {
      Evaluation evaluation = evaluate(
          source("s"),
          claim("top").inference(step("middle").id("upper")),
          claim("middle")
              .inference(step("ground").allUnless(List.of("exception")).id("lower")),
          claim("ground").evidence(evidence("s").id("e")),
          claim("exception").evidence(evidence("s").id("x")));
      Chain chain = first(evaluation, "top");
      assertThat(chain.chance()).isZero();
      assertThat(chain.weakest()).hasValue(1);
      Break where = chain.firstBreak().orElseThrow();
      assertThat(where.step()).isEqualTo(1);
      assertThat(where.obstacles())
          .extracting(Obstacle::kind)
          .containsExactly(Kind.EXCEPTION_ACCEPTED);
      assertThat(chain.steps()).extracting(Step::carried).containsExactly(0., 0., 1., 1.);
    }

    @Test
    void breakAtASourceThatIsDoubtful() {
      Chain chain = first(
          evaluate(
              source("o").reliability(.2),
              source("c").derivedFrom("o"),
              claim("a").evidence(evidence("c"))),
          "a");
      Break where = chain.firstBreak().orElseThrow();
      assertThat(where.step()).isEqualTo(2);
      assertThat(where.obstacles())
          .extracting(Obstacle::kind)
          .containsExactly(Kind.SOURCE_DOUBTFUL);
    }

    @Test
    void breakAtAnOriginThatDoesNotSayIt() {
      Evaluation evaluation = evaluate(
          source("silent"),
          source("loud"),
          source("copy").derivedFrom("silent", "loud"),
          claim("a")
              .evidence(evidence("silent").allUnless(List.of("x")))
              .evidence(evidence("copy").id("passed-on")),
          claim("x").evidence(evidence("loud").id("y")));
      List<Chain> chains = Chains.of(evaluation, "a").stream().toList();
      assertThat(chains.stream().map(ChainsTest::ids))
          .containsExactly(
              List.of("passed-on", "copy", "loud"),
              List.of("a/evidence/silent", "silent"),
              List.of("passed-on", "copy", "silent"));
      Break where = chains.get(2).firstBreak().orElseThrow();
      assertThat(where.step()).isEqualTo(2);
      assertThat(where.obstacles()).extracting(Obstacle::kind).containsExactly(Kind.ONLY_A_COPY);
    }

    @Test
    void comeLastInTheOrderOfTheDocument() {
      Evaluation evaluation = evaluate(
          source("wrong").reliability(0.),
          source("right").reliability(.1),
          claim("a")
              .evidence(evidence("wrong"))
              .inference(step("nothing"))
              .evidence(evidence("right")),
          claim("nothing"));
      assertThat(all(Chains.of(evaluation, "a")))
          .containsExactly(
              List.of("a/evidence/right", "right"),
              List.of("a/evidence/wrong", "wrong"),
              List.of("a/inference"));
    }
  }

  @Nested
  class InACircle {

    private final Evaluation evaluation = evaluate(
        source("s"),
        claim("a").inference(step("b").id("a-since-b")),
        claim("b").inference(step("c", "a").id("b-since-c")).inference(step("a").id("b-since-a")),
        claim("c").evidence(evidence("s").id("e")));

    @Test
    void visitNothingTwice() {
      assertThat(all(Chains.of(evaluation, "a")))
          .containsExactly(
              List.of("a-since-b", "b-since-c", "e", "s"), List.of("a-since-b", "b-since-a"));
    }

    @Test
    void nameTheCircleTheyEndIn() {
      Chain circle = Chains.of(evaluation, "a").stream().skip(1).findFirst().orElseThrow();
      assertThat(circle.end()).isEqualTo(End.CIRCLE);
      assertThat(circle.chance()).isZero();
      assertThat(circle.steps().get(1).next()).hasValue("a");
      assertThat(circle.firstBreak())
          .hasValue(new Break(
              Inside.KEY,
              1,
              ImmutableList.of(new Obstacle(
                  Inside.KEY,
                  Kind.CIRCULAR,
                  ImmutableList.of(),
                  ImmutableList.of(
                      Element.claim("a"),
                      Element.inference("a-since-b"),
                      Element.claim("b"),
                      Element.inference("b-since-a")),
                  1))));
    }

    @Test
    void haveNoChanceThoughEveryLineFires() {
      Evaluation sound = evaluate(
          source("s"),
          claim("a").evidence(evidence("s").id("e")).inference(step("b").id("i")),
          claim("b").inference(step("a").id("j")));
      assertThat(sound.fires(Element.inference("j"))).isEqualTo(1);
      assertThat(Chains.of(sound, "a").stream().map(Chain::chance)).containsExactly(1., 0.);
    }

    @Test
    void endInACircleOfSourcesDerivedFromEachOther() {
      Chain chain = first(
          evaluate(
              source("p").derivedFrom("q"),
              source("q").derivedFrom("p"),
              claim("a").evidence(evidence("p"))),
          "a");
      assertThat(ids(chain)).containsExactly("a/evidence/p", "p", "q");
      assertThat(chain.end()).isEqualTo(End.CIRCLE);
      assertThat(chain.firstBreak().orElseThrow().obstacles().get(0).loop())
          .containsExactly(Element.source("p"), Element.source("q"));
    }
  }

  @Nested
  class WhereSomethingIsSupposed {
    @Test
    void endThere() {
      Evaluation evaluation = Evaluator.builder()
          .suppose("p", Supposition.ACCEPTED)
          .build()
          .evaluate(graph(
              source("s"), claim("a").inference(step("p")), claim("p").evidence(refuting("s"))));
      Chain chain = first(evaluation, "a");
      assertThat(ids(chain)).containsExactly("a/inference");
      assertThat(chain.end()).isEqualTo(End.SUPPOSED);
      assertThat(chain.holds()).isTrue();
    }

    @Test
    void useTheGradesOfTheScenario() {
      Evaluation base = evaluate(
          source("s").reliability(.1),
          source("t").reliability(.5),
          claim("a").evidence(evidence("t")).evidence(evidence("s")));
      Evaluation then = base.whatIf().scenario().set(Element.source("s"), .9).evaluate();
      assertThat(first(base, "a").chance()).isEqualTo(.5);
      assertThat(first(then, "a").chance()).isCloseTo(.9, within(1e-12));
    }
  }

  @Nested
  class OfOneAsserter {

    private final Evaluation evaluation = evaluate(
        source("post"),
        source("paper"),
        claim("thesis")
            .inference(step("a", "b").by("post").id("leap"))
            .inference(against("c").by("paper").id("objection"))
            .evidence(evidence("paper").id("other")),
        claim("a")
            .inference(step("c").by("post").id("because"))
            .evidence(evidence("paper").id("aside")),
        claim("b")
            .evidence(evidence("post").id("own"))
            .evidence(evidence("paper").id("also")),
        claim("c").evidence(evidence("paper").id("ground")));

    @Test
    void followItsOwnLinesForAsLongAsItHasOne() {
      assertThat(all(Chains.of(evaluation, "thesis").by("post")))
          .containsExactly(
              List.of("leap", "because", "ground", "paper"), List.of("leap", "own", "post"));
    }

    @Test
    void areNoneIfItHasNoLineOnTheClaim() {
      Chains.Best none = Chains.of(evaluation, "c").by("post").best(3);
      assertThat(none.chains()).isEmpty();
      assertThat(none.isComplete()).isTrue();
    }

    @Test
    void rejectAnUnknownSource() {
      Chains chains = Chains.of(evaluation, "c");
      assertThatThrownBy(() -> chains.by("pots"))
          .isInstanceOf(UnknownIdException.class)
          .hasMessageContaining("Did you mean 'post'?");
      assertThatThrownBy(() -> Chains.of(evaluation, "d")).isInstanceOf(UnknownIdException.class);
      assertThat(chains.by("post")).hasToString("chains of claim 'c' by source 'post'");
    }
  }

  @Nested
  class AskedFor {

    private final Evaluation evaluation = evaluate(
        source("s"), source("t"), claim("a").evidence(evidence("s")).evidence(evidence("t")));

    @Test
    void sayWhetherThereAreMore() {
      assertThat(Chains.of(evaluation, "a").best(1).isComplete()).isFalse();
      assertThat(Chains.of(evaluation, "a").best(2).isComplete()).isTrue();
      assertThat(Chains.of(evaluation, "a").best(2).isInOrder()).isTrue();
    }

    @Test
    void endWithANoSuchElementException() {
      Iterator<Chain> iterator = Chains.of(evaluation, "a").iterator();
      iterator.next();
      iterator.next();
      assertThat(iterator.hasNext()).isFalse();
      assertThatThrownBy(iterator::next)
          .isInstanceOf(NoSuchElementException.class)
          .hasMessage("there are no more chains of claim 'a'");
    }

    @Test
    void rejectANumberBelowOne() {
      Chains chains = Chains.of(evaluation, "a");
      assertThatThrownBy(() -> chains.best(0))
          .hasMessage("0 chains; at least one must be asked for");
    }

    @Test
    void stopIfTheThreadIsInterrupted() {
      Chains chains = Chains.of(evaluation, "a");
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(() -> chains.best(1)).isInstanceOf(CancellationException.class);
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(chains.best(1).chains()).hasSize(1);
    }
  }

  @Nested
  class OfRandomGraphs {

    static List<Long> tens() {
      return LongStream.range(0, 20).map(i -> i * 20).boxed().toList();
    }

    private void compare(Evaluation evaluation, String claim, Optional<String> by, String what) {
      List<Path> expected;
      try {
        expected = new ArrayList<>(AllChains.of(evaluation, claim, by));
      } catch (AllChains.TooMany e) {
        return;
      }
      Chains chains = Chains.of(evaluation, claim);
      List<Chain> found = by.map(chains::by).orElse(chains).stream().toList();
      assertThat(found).as(what).hasSameSizeAs(expected);
      int before = -1;
      double chanceBefore = 1;
      Stance stanceBefore = Stance.SUPPORTS;
      for (Chain chain : found) {
        Path path = AllChains.path(chain);
        int at = 0;
        while (at < expected.size()
            && !(expected.get(at).steps().equals(path.steps())
                && expected.get(at).stance() == path.stance()
                && expected.get(at).end() == path.end())) {
          at++;
        }
        assertThat(at).as("%s in %s", chain, what).isLessThan(expected.size());
        assertThat(chain.chance()).as(what).isCloseTo(expected.get(at).chance(), within(1e-9));
        boolean isOfAnother = chain.stance() != stanceBefore;
        if (isOfAnother) {
          assertThat(chain.stance()).as("order of %s", what).isGreaterThan(stanceBefore);
          stanceBefore = chain.stance();
          chanceBefore = 1;
          before = -1;
        }
        assertThat(chain.chance()).as("order of %s", what).isLessThan(chanceBefore + 1e-9);
        if (Math.abs(chain.chance() - chanceBefore) < 1e-12) {
          assertThat(at).as("order of %s", what).isGreaterThan(before);
        }
        before = at;
        chanceBefore = chain.chance();
        assertConsistent(chain, evaluation, what);
      }
    }

    private void assertConsistent(Chain chain, Evaluation evaluation, String what) {
      double product = 1;
      double lowest = 1;
      int firstBreak = -1;
      for (int i = chain.steps().size() - 1; i >= 0; i--) {
        Step step = chain.steps().get(i);
        product *= step.link();
        lowest = Math.min(lowest, step.link());
        if (firstBreak < 0 && step.carried() <= evaluation.standard().burden() + 1e-9) {
          firstBreak = i;
        }
      }
      assertThat(product).as(what).isCloseTo(chain.chance(), within(1e-9));
      assertThat(chain.holds()).as(what).isEqualTo(firstBreak < 0);
      assertThat(chain.firstBreak().map(Break::step).orElse(-1)).as(what).isEqualTo(firstBreak);
      assertThat(chain.weakest().isPresent()).as(what).isEqualTo(lowest < 1 - 1e-9);
      if (chain.weakest().isPresent()) {
        assertThat(chain.steps().get(chain.weakest().getAsInt()).link())
            .as(what)
            .isCloseTo(lowest, within(1e-8));
      }
    }

    @ParameterizedTest(name = "seeds {0} and the next twenty")
    @MethodSource("tens")
    void areThoseFoundByWalkingEveryPath(long first) {
      for (long seed = first; seed < first + 20; seed++) {
        ClaimGraph graph = RandomClaimGraphs.graph(seed);
        Options options =
            RandomClaimGraphs.options(graph, ReviewPolicy.values()[(int) (seed % 3)], seed);
        Evaluator.Builder evaluator = Evaluator.builder()
            .reviews(options.reviews())
            .byLogic(seed % 5 == 0)
            .worlds(200);
        if (seed % 7 == 0) {
          evaluator.nodeBudget(0);
        }
        options.asOf().ifPresent(evaluator::asOf);
        options.suppositions().forEach(evaluator::suppose);
        Evaluation evaluation = evaluator.build().evaluate(graph);
        for (Claim claim : graph.claims().stream().limit(3).toList()) {
          String what = "claim %s of graph %s, %s".formatted(claim.id(), seed, options);
          compare(evaluation, claim.id(), Optional.empty(), what);
          graph.sources().stream()
              .limit(2)
              .forEach(source -> compare(
                  evaluation, claim.id(), Optional.of(source.id()), what + " by " + source.id()));
        }
      }
    }
  }

  @Nested
  @Timeout(120)
  class OfWhichThereAreTooManyToCount {

    /** Builds a tower of two claims a storey, each of which follows from either claim of the storey below. */
    private static ClaimGraph.Builder tower(int storeys, double strength, double reliability) {
      ClaimGraph.Builder graph = ClaimGraph.builder("tower").title("Tower");
      graph.source(source("s").reliability(reliability));
      graph.claim(
          claim("top").inference(step("0-a").id("t-a")).inference(step("0-b").id("t-b")));
      for (int i = 0; i < storeys; i++) {
        for (String side : List.of("a", "b")) {
          Claim.Builder claim = claim(i + "-" + side);
          if (i == storeys - 1) {
            claim.evidence(evidence("s"));
          } else {
            claim
                .inference(
                    step((i + 1) + "-a").id("to-" + i + "-" + side + "-a").strength(strength))
                .inference(
                    step((i + 1) + "-b").id("to-" + i + "-" + side + "-b").strength(strength));
          }
          graph.claim(claim);
        }
      }
      return graph;
    }

    private void assertFindsThree(ClaimGraph graph, int length) {
      Evaluation evaluation = Evaluator.builder().nodeBudget(0).build().evaluate(graph);
      Chains.Best best = Chains.of(evaluation, "top").best(3);
      assertThat(best.chains()).hasSize(3);
      assertThat(best.chains()).allMatch(chain -> chain.steps().size() == length);
      assertThat(best.isComplete()).isFalse();
      assertThat(best.isInOrder()).isTrue();
    }

    @Test
    void giveTheFirstWhereAllHold() {
      assertFindsThree(tower(60, 1, 1).build(), 62);
    }

    @Test
    void giveTheFirstWhereAllBreak() {
      assertFindsThree(tower(60, 1, 0).build(), 62);
      assertFindsThree(tower(60, 0, 1).build(), 62);
    }

    @Test
    void giveTheFirstWhereAllAreAsLikely() {
      assertFindsThree(tower(40, .9, .9).build(), 42);
    }

    @Test
    void giveTheFirstAmongManyCircles() {
      ClaimGraph.Builder graph = ClaimGraph.builder("knot").title("Knot").source(source("s"));
      for (int i = 0; i < 14; i++) {
        Claim.Builder claim = claim("c" + i);
        for (int j = 0; j < 14; j++) {
          if (i != j) {
            claim.inference(step("c" + j).id("c" + i + "-c" + j));
          }
        }
        graph.claim(i == 1 ? claim.evidence(evidence("s")) : claim);
      }
      Chains.Best best =
          Chains.of(Evaluator.usual().evaluate(graph.build()), "c1").best(3);
      assertThat(best.chains())
          .extracting(Chain::end)
          .containsExactly(End.SOURCE, End.CIRCLE, End.CIRCLE);
      assertThat(best.isInOrder()).isTrue();
    }

    /** Each step has an exception of its own with the chance 1/2. Its coins are on no chain, so the bounds are loose. */
    @Tag("slow")
    @Test
    void giveUpTheirOrderIfTheBoundsAreTooLoose() {
      ClaimGraph.Builder graph = ClaimGraph.builder("doubtful").title("Doubtful");
      ClaimGraph tower = tower(20, 1, 1).build();
      graph.allSources(tower.sources());
      for (Claim each : tower.claims()) {
        List<Inference> doubted = new ArrayList<>();
        for (Inference inference : each.inferences()) {
          String id = inference.id().orElseThrow();
          graph.source(source("of-" + id).reliability(.5));
          graph.claim(claim("but-" + id).evidence(evidence("of-" + id)));
          doubted.add(inference.toBuilder().allUnless(List.of("but-" + id)).build());
        }
        graph.claim(each.toBuilder().allInferences(doubted).build());
      }
      Chains.Best best =
          Chains.of(Evaluator.usual().evaluate(graph.build()), "top").best(3);
      assertThat(best.chains()).hasSize(3).allMatch(chain -> chain.chance() > 0);
      assertThat(best.isInOrder()).isFalse();
    }
  }

  @Nested
  @Timeout(300)
  class OfAMillionClaims {

    private static final int MILLION = 1_000_000;

    private static Chains.Best onASmallStack(ClaimGraph graph, String claim) {
      FutureTask<Chains.Best> task = new FutureTask<>(
          () -> Chains.of(Evaluator.usual().evaluate(graph), claim).best(2));
      new Thread(null, task, "tracing", 256 * 1024).start();
      try {
        return task.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }

    @Test
    void goFromEndToEnd() {
      ClaimGraph.Builder graph = ClaimGraph.builder("great").title("Great").source(source("s"));
      graph.claim(claim("c0").evidence(evidence("s")));
      for (int i = 1; i < MILLION; i++) {
        graph.claim(claim("c" + i).inference(step("c" + (i - 1))));
      }
      Chains.Best best = onASmallStack(graph.build(), "c999999");
      assertThat(best.isComplete()).isTrue();
      Chain chain = best.chains().get(0);
      assertThat(chain.steps()).hasSize(MILLION + 1);
      assertThat(chain.holds()).isTrue();
      assertThat(best.toText()).isEqualTo("""
          c999999
          ✓ Supported  [c999999]

          1. For it: a chain that holds
            This follows from:
              ✓ c999998
            This follows from:
              ✓ c999997
            This follows from:
              ✓ c999996
            This follows from:
              ✓ c999995
            This follows from:
              ✓ c999994
            … 999,991 more steps
            This follows from:
              ✓ c2
            This follows from:
              ✓ c1
            This follows from:
              ✓ c0
            • Source: “s” [1]

          Sources
            [1] “s”
          """);
    }

    @Tag("slow")
    @Test
    void goRoundInACircle() {
      ClaimGraph.Builder graph = ClaimGraph.builder("great").title("Great");
      for (int i = 0; i < MILLION; i++) {
        graph.claim(claim("c" + i).inference(step("c" + (i + 1) % MILLION)));
      }
      Chains.Best best = onASmallStack(graph.build(), "c0");
      assertThat(best.isComplete()).isTrue();
      assertThat(best.chains().get(0).end()).isEqualTo(End.CIRCLE);
      assertThat(best.chains().get(0).steps()).hasSize(MILLION);
    }
  }
}
