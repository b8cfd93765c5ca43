package org.claimtrace.engine.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.compiled.LineKind;
import org.claimtrace.engine.rows.Row;
import org.claimtrace.engine.rows.RowInterpretation;
import org.claimtrace.engine.world.CountingPropagator;
import org.claimtrace.engine.world.WorldInterpretation;
import org.claimtrace.evaluation.AlternatingFixpoint;
import org.claimtrace.evaluation.Circuits;
import org.claimtrace.evaluation.LogicProgram;
import org.claimtrace.evaluation.LogicProgram.Truth;
import org.claimtrace.evaluation.Options;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.WorldSets;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares sweeps over three representations of sets of worlds with the logic program of each world. */
class SweepTest {

  private static final int CIRCUITS_PER_TEST = 100;
  private static final int GRAPHS_PER_TEST = 4;

  static LongStream someSeeds() {
    return LongStream.range(0, 20);
  }

  static LongStream manySeeds() {
    return LongStream.range(100, 2100);
  }

  @Nested
  class OfARandomCircuit {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.claimtrace.engine.circuit.SweepTest#someSeeds")
    void findsTheWellFoundedModelOfEachWorldInEveryRepresentation(long seed) {
      compare(seed);
    }

    @Tag("slow")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.claimtrace.engine.circuit.SweepTest#manySeeds")
    void findsTheWellFoundedModelOfEachWorldOfManyCircuits(long seed) {
      compare(seed);
    }

    private static void compare(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < CIRCUITS_PER_TEST; i++) {
        Circuit circuit = circuit(random);
        byte[] kinds = kinds(circuit, random);
        int words = random.nextInt(8) == 0 ? 9 : 1 + random.nextInt(3);
        long[][] coins = coins(kinds, words, random);
        List<byte[]> worlds = worlds(kinds, coins, words);

        RowInterpretation rows = new RowInterpretation(
            circuit,
            kinds,
            words,
            (gate, row, at) -> System.arraycopy(coins[gate], 0, row, at, words));
        Sweep.run(circuit, rows);
        WorldSets sets = new WorldSets(circuit, worlds);
        Sweep.run(circuit, sets);

        for (int world = 0; world < worlds.size(); world++) {
          LogicProgram.Model model =
              Circuits.program(circuit, worlds.get(world)).wellFoundedModel();
          WorldInterpretation only = new WorldInterpretation(circuit, worlds.get(world));
          Sweep.run(circuit, only);
          for (int gate = 0; gate < circuit.gates(); gate++) {
            Truth expected = model.of("gate " + gate);
            Truth inRows =
                truth(isSet(rows.certain(gate), world), isSet(rows.possible(gate), world));
            Truth inSets = truth(sets.isCertain(gate, world), sets.isPossible(gate, world));
            byte value = CountingPropagator.value(circuit, only.values(), gate);
            Truth byItself =
                truth(value == WorldInterpretation.TRUE, value != WorldInterpretation.FALSE);
            if (inRows != expected || inSets != expected || byItself != expected) {
              assertThat(List.of(inRows, inSets, byItself))
                  .as("seed %s, circuit %s, gate %s, world %s", seed, i, gate, world)
                  .containsExactly(expected, expected, expected);
            }
          }
        }
      }
    }
  }

  @Nested
  class OfAClaimGraphWithOpenCoins {

    private static final int WORDS = 2;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.claimtrace.engine.circuit.SweepTest#someSeeds")
    void findsTheCasesThatTheRulesGiveInEachWorld(long seed) {
      for (int i = 0; i < GRAPHS_PER_TEST; i++) {
        compare(seed * GRAPHS_PER_TEST + i);
      }
    }

    private static void compare(long seed) {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      ReviewPolicy policy = ReviewPolicy.values()[(int) (seed % 3)];
      Options options = RandomClaimGraphs.options(graph, policy, seed);
      GraphCircuit compiled = GraphCircuit.of(graph);
      byte[] kinds = options.kinds(compiled);
      SplittableRandom random = new SplittableRandom(seed);
      for (int gate = 0; gate < kinds.length; gate++) {
        if (kinds[gate] == Circuit.AND && isCoin(compiled, gate) && random.nextInt(3) == 0) {
          kinds[gate] = Circuit.OPEN;
        }
      }
      long[][] coins = coins(kinds, WORDS, random);
      RowInterpretation rows = new RowInterpretation(
          compiled.circuit,
          kinds,
          WORDS,
          (gate, row, at) -> System.arraycopy(coins[gate], 0, row, at, WORDS));
      Sweep.run(compiled.circuit, rows);

      List<byte[]> worlds = worlds(kinds, coins, WORDS);
      for (int world = 0; world < worlds.size(); world++) {
        byte[] kindsHere = worlds.get(world);
        Predicate<Element> coin = element -> kindsHere[gate(compiled, element)] != Circuit.OFF;
        AlternatingFixpoint model = AlternatingFixpoint.of(graph, options, coin);
        for (Claim claim : graph.claims()) {
          int pro = compiled.proGate[compiled.claimRank(claim.id())];
          List<Truth> found = new ArrayList<>();
          for (int gate = pro; gate < pro + 2; gate++) {
            found.add(truth(isSet(rows.certain(gate), world), isSet(rows.possible(gate), world)));
          }
          assertThat(found)
              .as("graph %s, %s, %s, world %s", seed, options, claim, world)
              .containsExactly(model.caseFor(claim.id()), model.caseAgainst(claim.id()));
        }
      }
    }

    private static boolean isCoin(GraphCircuit compiled, int gate) {
      int coin = compiled.coinOfGate()[gate];
      if (coin < 0) {
        return false;
      }
      int part = coin - compiled.coinGate.length;
      // A step from parts has no grade; that it does not hold cannot be said in a graph.
      if (part >= 0
          && LineKind.kind(compiled.partKinds[part]) == LineKind.INFERENCE
          && compiled.elementOfCoin(coin).id().contains("/parts")) {
        return false;
      }
      return part < 0
          || LineKind.kind(compiled.partKinds[part]) == LineKind.EVIDENCE
          || LineKind.kind(compiled.partKinds[part]) == LineKind.INFERENCE;
    }

    private static int gate(GraphCircuit compiled, Element element) {
      return element.kind() == Element.Kind.SOURCE
          ? compiled.coinGate[compiled.sourceRank(element.id())]
          : compiled.partGate[compiled.linePart(element)];
    }
  }

  /** A few segments of a few gates; the gates of a cyclic segment read any gate up to its end. */
  private static Circuit circuit(SplittableRandom random) {
    int segments = 1 + random.nextInt(4);
    int[] ends = new int[segments];
    boolean[] cyclic = new boolean[segments];
    List<Byte> kinds = new ArrayList<>();
    List<int[]> reads = new ArrayList<>();
    double negated = random.nextDouble();
    // Wide gates take in each change by itself.
    int most = random.nextInt(8) > 0 ? 4 : random.nextInt(8) > 0 ? 14 : 90;
    for (int segment = 0; segment < segments; segment++) {
      cyclic[segment] = random.nextInt(4) > 0;
      ends[segment] = kinds.size() + 1 + random.nextInt(10);
      while (kinds.size() < ends[segment]) {
        boolean conjunction = random.nextInt(5) > 1;
        int bound = cyclic[segment] ? ends[segment] : kinds.size();
        int[] literals = new int[bound == 0 ? 0 : random.nextInt(most)];
        for (int i = 0; i < literals.length; i++) {
          int gate = random.nextInt(bound);
          literals[i] = conjunction && random.nextDouble() < negated
              ? Circuit.negated(gate)
              : Circuit.literal(gate);
        }
        kinds.add(conjunction ? Circuit.AND : Circuit.OR);
        reads.add(literals);
      }
    }
    return Circuits.of(kinds, reads, ends, cyclic);
  }

  /** The kinds of a circuit, with some gates switched off, on or open. */
  private static byte[] kinds(Circuit circuit, SplittableRandom random) {
    byte[] kinds = circuit.kinds();
    for (int gate = 0; gate < kinds.length; gate++) {
      int chance = random.nextInt(20);
      if (chance < 2) {
        kinds[gate] = chance == 0 ? Circuit.OFF : Circuit.ON;
      } else if (chance < 9 && kinds[gate] == Circuit.AND) {
        kinds[gate] = Circuit.OPEN;
      }
    }
    return kinds;
  }

  /** By gate, the worlds in which its coin is yes; meaningless where it has none. */
  private static long[][] coins(byte[] kinds, int words, SplittableRandom random) {
    long[][] coins = new long[kinds.length][words];
    for (long[] row : coins) {
      for (int w = 0; w < words; w++) {
        row[w] = random.nextLong();
      }
    }
    return coins;
  }

  private static List<byte[]> worlds(byte[] kinds, long[][] coins, int words) {
    List<byte[]> worlds = new ArrayList<>();
    for (int world = 0; world < 64 * words; world++) {
      byte[] here = kinds.clone();
      for (int gate = 0; gate < here.length; gate++) {
        if (here[gate] == Circuit.OPEN) {
          here[gate] = isSet(new Row(coins[gate], 0), world) ? Circuit.AND : Circuit.OFF;
        }
      }
      worlds.add(here);
    }
    return worlds;
  }

  private static boolean isSet(Row row, int world) {
    return ((row.words()[row.at() + world / 64] >>> (world % 64)) & 1) == 1;
  }

  private static Truth truth(boolean certain, boolean possible) {
    assertThat(possible || !certain).as("what is certain is possible").isTrue();
    if (certain) {
      return Truth.TRUE;
    }
    return possible ? Truth.UNDEFINED : Truth.FALSE;
  }
}
