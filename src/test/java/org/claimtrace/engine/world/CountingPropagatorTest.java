package org.claimtrace.engine.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.Sweep;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.evaluation.Circuits;
import org.claimtrace.evaluation.ClaimGraphs;
import org.claimtrace.evaluation.LogicProgram;
import org.claimtrace.evaluation.LogicProgram.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares counting propagators, on cycles in which nothing supports itself, with the well-founded model of the same logic
 * program.
 */
class CountingPropagatorTest {

  private static final int CIRCUITS_PER_TEST = 500;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsTheWellFoundedModelOfACircuitInWhichNothingSupportsItself(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < CIRCUITS_PER_TEST; i++) {
      Circuit circuit = circuit(random);
      WorldInterpretation interpretation = new WorldInterpretation(circuit, circuit.kinds());
      Sweep.run(circuit, interpretation);

      LogicProgram.Model model = Circuits.program(circuit, circuit.kinds()).wellFoundedModel();
      List<Truth> expected = new ArrayList<>();
      List<Truth> found = new ArrayList<>();
      for (int gate = 0; gate < circuit.gates(); gate++) {
        expected.add(model.of("gate " + gate));
        found.add(
            switch (CountingPropagator.value(circuit, interpretation.values(), gate)) {
              case WorldInterpretation.TRUE -> Truth.TRUE;
              case WorldInterpretation.FALSE -> Truth.FALSE;
              default -> Truth.UNDEFINED;
            });
      }
      assertThat(found).as("seed %s, circuit %s", seed, i).isEqualTo(expected);
    }
  }

  @Test
  void hasOneNodeForEachArgumentInARingOfAttacks() {
    GraphCircuit compiled = GraphCircuit.of(ClaimGraphs.attackRing(5, 1));

    WorldInterpretation interpretation =
        new WorldInterpretation(compiled.circuit, compiled.circuit.kinds());
    Sweep.run(compiled.circuit, interpretation);

    List<Integer> nodes = new ArrayList<>();
    for (int gate = compiled.sourceGates; gate < compiled.circuit.gates(); gate++) {
      if (interpretation.values()[gate] != CountingPropagator.DERIVED) {
        nodes.add(gate);
      }
    }
    assertThat(nodes)
        .containsExactlyElementsOf(LongStream.range(0, 5)
            .mapToObj(claim -> compiled.acceptedGate((int) claim))
            .sorted()
            .toList());
  }

  /**
   * A few segments whose gates read positively only gates before them, and negated any gate up to the end of a cyclic segment;
   * many gates have a single literal, and many disjunctions a single reader.
   */
  private static Circuit circuit(SplittableRandom random) {
    int segments = 1 + random.nextInt(4);
    int[] ends = new int[segments];
    boolean[] cyclic = new boolean[segments];
    List<Byte> kinds = new ArrayList<>();
    List<int[]> reads = new ArrayList<>();
    int most = 1 + random.nextInt(4);
    for (int segment = 0; segment < segments; segment++) {
      cyclic[segment] = random.nextInt(5) > 0;
      ends[segment] = kinds.size() + 1 + random.nextInt(12);
      int begin = kinds.size();
      int near = random.nextBoolean() ? 0 : begin;
      while (kinds.size() < ends[segment]) {
        int gate = kinds.size();
        boolean conjunction = random.nextInt(5) > 1;
        int[] literals =
            new int[random.nextInt(6) == 0 ? random.nextInt(2) : 1 + random.nextInt(most)];
        for (int i = 0; i < literals.length; i++) {
          boolean isNegated = conjunction && (gate == 0 || random.nextBoolean());
          int bound = isNegated && cyclic[segment] ? ends[segment] : gate;
          if (bound == 0 || (bound <= near && !isNegated)) {
            literals = new int[0];
            break;
          }
          int least = Math.min(near, bound - 1);
          int read = least + random.nextInt(bound - least);
          literals[i] = isNegated ? Circuit.negated(read) : Circuit.literal(read);
        }
        kinds.add(conjunction ? Circuit.AND : Circuit.OR);
        reads.add(literals);
      }
    }
    return Circuits.of(kinds, reads, ends, cyclic);
  }
}
