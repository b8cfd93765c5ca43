package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds all ways of computing a label to its definition, whatever the cases for and against a claim and what qualifies it are. */
class LabelsTest {

  private static final Belief NOTHING = new Belief(0, 0, 0, 1, 0);

  private enum Truth {
    TRUE,
    UNDEFINED,
    FALSE
  }

  /**
   * What decides the labels of a claim in one world.
   *
   * @param pro the case for it
   * @param con the case against it
   * @param qual what qualifies it
   */
  private record Cases(Truth pro, Truth con, Truth qual) {

    /** The belief if that world were the only one, as the definition has it. */
    Belief belief() {
      boolean supported = pro == Truth.TRUE && con == Truth.FALSE;
      boolean refuted = con == Truth.TRUE && pro == Truth.FALSE;
      boolean conflicting =
          (pro == Truth.TRUE && con != Truth.FALSE) || (con == Truth.TRUE && pro != Truth.FALSE);
      boolean unverified = !supported && !refuted && !conflicting;
      return new Belief(
          supported ? 1 : 0,
          refuted ? 1 : 0,
          conflicting ? 1 : 0,
          unverified ? 1 : 0,
          supported && qual == Truth.TRUE ? 1 : 0);
    }

    /**
     * The belief in claim "c" of {@link #graph} where its source is right in a share of the worlds: in the others nothing is said.
     */
    Belief belief(double right) {
      Belief said = belief();
      return new Belief(
          right * said.supported(),
          right * said.refuted(),
          right * said.conflicting(),
          1 - right + right * said.unverified(),
          right * said.qualified());
    }

    /** A claim "c" of which a source says all of it. Of claim "odd" it is undefined whether it is accepted. */
    ClaimGraph graph(double reliability) {
      Claim.Builder claim = Claim.builder("c").text("c");
      add(claim, Stance.SUPPORTS, pro);
      add(claim, Stance.REFUTES, con);
      add(claim, Stance.QUALIFIES, qual);
      return ClaimGraph.builder("labels")
          .title("labels")
          .source(
              Source.builder("s").title("s").reliability(Grade.of(reliability)).build())
          .source(Source.builder("t").title("t").build())
          .claim(Claim.builder("odd")
              .text("odd")
              .evidence(Evidence.builder("t").unless("odd").build())
              .build())
          .claim(claim.build())
          .build();
    }

    private static void add(Claim.Builder claim, Stance stance, Truth truth) {
      Evidence.Builder evidence = Evidence.builder("s").id(stance.toString()).stance(stance);
      switch (truth) {
        case TRUE -> claim.evidence(evidence.build());
        case UNDEFINED -> claim.evidence(evidence.unless("odd").build());
        case FALSE -> {}
      }
    }
  }

  static List<Cases> all() {
    List<Cases> all = new ArrayList<>();
    for (Truth pro : Truth.values()) {
      for (Truth con : Truth.values()) {
        for (Truth qual : Truth.values()) {
          all.add(new Cases(pro, con, qual));
        }
      }
    }
    return all;
  }

  private static long certain(Truth truth) {
    return truth == Truth.TRUE ? 1 : 0;
  }

  private static long possible(Truth truth) {
    return truth == Truth.FALSE ? 0 : 1;
  }

  private static int diagram(long so) {
    return so == 0 ? Diagrams.FALSE : Diagrams.TRUE;
  }

  @Test
  void areThoseOfEachWorldOfAWord() {
    List<Cases> all = all();
    long pro = 0;
    long proPossible = 0;
    long con = 0;
    long conPossible = 0;
    long qualifying = 0;
    for (int world = 0; world < all.size(); world++) {
      pro |= certain(all.get(world).pro()) << world;
      proPossible |= possible(all.get(world).pro()) << world;
      con |= certain(all.get(world).con()) << world;
      conPossible |= possible(all.get(world).con()) << world;
      qualifying |= certain(all.get(world).qual()) << world;
    }

    Labels labels = Labels.ofWords(pro, proPossible, con, conPossible, qualifying);

    for (int world = 0; world < all.size(); world++) {
      Belief expected = all.get(world).belief();
      assertThat(labels.belief(world)).isEqualTo(expected);
      for (Label label : Label.values()) {
        assertThat(labels.where(label) >>> world & 1).isEqualTo((long) expected.of(label));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void areThoseOfDiagrams(Cases cases) {
    Labels labels = Labels.ofDiagrams(
        new Diagrams(16, 16),
        diagram(certain(cases.pro())),
        diagram(possible(cases.pro())),
        diagram(certain(cases.con())),
        diagram(possible(cases.con())),
        diagram(certain(cases.qual())));

    for (Label label : Label.values()) {
      assertThat(labels.where(label)).isEqualTo(diagram((long) cases.belief().of(label)));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void areThoseOfTheOnlyWorld(Cases cases) {
    Evaluation evaluation = Evaluator.usual().evaluate(cases.graph(1));

    assertThat(evaluation.method()).isEqualTo(Method.CERTAIN);
    assertThat(evaluation.belief("c")).isEqualTo(cases.belief());
    assertChanges(evaluation, cases);
    assertThat(evaluation.verdictsWithout(List.of("s")).get(0).containsKey("c"))
        .isEqualTo(!cases.belief().equals(NOTHING));
  }

  @ParameterizedTest
  @MethodSource("all")
  void areThoseOfAnExactEvaluation(Cases cases) {
    Evaluation evaluation = Evaluator.usual().evaluate(cases.graph(.5));

    assertThat(evaluation.method()).isEqualTo(Method.EXACT);
    assertThat(evaluation.belief("c")).isEqualTo(cases.belief(.5));
    assertChanges(evaluation, cases);
  }

  @ParameterizedTest
  @MethodSource("all")
  void areThoseOfASampledEvaluation(Cases cases) {
    Evaluation evaluation =
        Evaluator.builder().nodeBudget(0).worlds(64).build().evaluate(cases.graph(.5));

    assertThat(evaluation.method()).isEqualTo(Method.SAMPLED);
    assertThat(evaluation.belief("c")).isEqualTo(cases.belief(evaluation.right("s")));
    assertChanges(evaluation, cases);
  }

  /** Where the source is right nothing is left to chance, and where it is wrong nothing is said. */
  private static void assertChanges(Evaluation evaluation, Cases cases) {
    Element source = Element.source("s");
    assertThat(evaluation.whatIf().scenario().set(source, 1).evaluate().belief("c"))
        .isEqualTo(cases.belief());
    assertThat(evaluation.whatIf().scenario().discredit("s").evaluate().belief("c"))
        .isEqualTo(NOTHING);
    Dependence dependence = evaluation.dependence("c");
    assertThat(
            dependence.beliefs(List.of(ImmutableMap.of(source, 1.0), ImmutableMap.of(source, 0.0))))
        .isEqualTo(ImmutableList.of(cases.belief(), NOTHING));
    for (Label label : Label.values()) {
      assertThat(dependence.effects(List.of(source), label).get(0).difference())
          .isEqualTo(cases.belief().of(label) - NOTHING.of(label));
    }
  }
}
