package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Source;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.logicng.knowledgecompilation.bdds.BDD;

/** Exact evaluations of graphs with more coins than worlds could be counted for, against LogicNG's decision diagrams. */
class AcyclicGraphsTest {

  private static final double PRECISION = 1e-9;
  private static final int GRAPHS_A_TEST = 20;

  static LongStream someSeeds() {
    return LongStream.range(0, 15).map(i -> i * GRAPHS_A_TEST);
  }

  static LongStream manySeeds() {
    return LongStream.range(100, 600).map(i -> i * GRAPHS_A_TEST);
  }

  @Nested
  class AnExactEvaluation {

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("org.claimtrace.evaluation.AcyclicGraphsTest#someSeeds")
    void findsTheProbabilitiesOfTheFormulas(long firstSeed) {
      compare(firstSeed);
    }

    @Tag("slow")
    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("org.claimtrace.evaluation.AcyclicGraphsTest#manySeeds")
    void findsTheProbabilitiesOfTheFormulasOfVeryManyGraphs(long firstSeed) {
      compare(firstSeed);
    }
  }

  /** A number that an evaluation gives, and the formula whose probability it is. */
  private record Told(String what, double probability, BDD formula) {}

  private static void compare(long firstSeed) {
    int many = 0;
    for (long seed = firstSeed; seed < firstSeed + GRAPHS_A_TEST; seed++) {
      ClaimGraph graph = AcyclicClaimGraphs.graph(seed);
      Options options =
          Options.of(ReviewPolicy.values()[(int) (seed % 3)]).ignoringDerivation(seed % 7 == 0);
      Completion completion = new Completion(graph, options);
      Evaluation evaluation = options.numbers().build().evaluate(graph);
      assertThat(evaluation.method()).as("graph %s", seed).isEqualTo(Method.EXACT);
      // Everything is made before anything is weighed.
      for (Told told : told(evaluation, completion)) {
        double expected = completion.probability(told.formula());
        if (!(Math.abs(told.probability() - expected) <= PRECISION)) {
          assertThat(told.probability())
              .as("%s in graph %s, %s", told.what(), seed, options)
              .isEqualTo(expected);
        }
      }
      many += completion.open() > 30 ? 1 : 0;
    }
    assertThat(many)
        .as("graphs with more than 30 open coins")
        .isGreaterThanOrEqualTo(GRAPHS_A_TEST / 5);
  }

  private static List<Told> told(Evaluation evaluation, Completion completion) {
    List<Told> all = new ArrayList<>();
    for (Claim claim : evaluation.graph().claims()) {
      String id = claim.id();
      BDD pro = completion.formula(Meaning.pro(id));
      BDD con = completion.formula(Meaning.con(id));
      BDD supported = pro.and(con.negate());
      Belief belief = evaluation.belief(id);
      all.add(new Told(id + " supported", belief.supported(), supported));
      all.add(new Told(id + " refuted", belief.refuted(), con.and(pro.negate())));
      all.add(new Told(id + " conflicting", belief.conflicting(), pro.and(con)));
      all.add(new Told(id + " unverified", belief.unverified(), pro.or(con).negate()));
      all.add(new Told(
          id + " qualified",
          belief.qualified(),
          supported.and(completion.formula(Meaning.qual(id)))));
      all.add(new Told("case for " + id, evaluation.caseFor(id).yes(), pro));
      all.add(new Told("case against " + id, evaluation.caseAgainst(id).yes(), con));
      BDD never = pro.and(pro.negate());
      all.add(new Told("undecided for " + id, evaluation.caseFor(id).undecided(), never));
      for (Element line : evaluation.graph().lines(id)) {
        all.add(new Told(
            line.toString(), evaluation.fires(line), completion.formula(Meaning.fires(line.id()))));
      }
    }
    for (Source source : evaluation.graph().sources()) {
      all.add(new Told(
          source.toString(),
          evaluation.right(source.id()),
          completion.formula(Meaning.isRight(source.id()))));
    }
    return all;
  }
}
