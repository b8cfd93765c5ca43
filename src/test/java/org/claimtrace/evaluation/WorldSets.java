package org.claimtrace.evaluation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.Interpretation;
import org.claimtrace.engine.circuit.Propagation;

/**
 * Represents sets of worlds by their numbers and computes every step anew from all that it reads: the plainest implementation
 * of {@link Interpretation}.
 */
public final class WorldSets implements Interpretation, Propagation.Steps {

  private final Circuit circuit;
  private final int[] first;
  private final int[] literals;
  /** By world, the kinds of all gates: no coin is open in a world. */
  private final List<byte[]> kinds;

  private final BitSet[] certain;
  private final BitSet[] possible;
  private final BitSet[] founded;
  private final BitSet inQuestion = new BitSet();
  private Propagation propagation;

  public WorldSets(Circuit circuit, List<byte[]> kinds) {
    this.circuit = circuit;
    this.first = circuit.first();
    this.literals = circuit.literals();
    this.kinds = kinds;
    certain = sets(circuit.gates());
    possible = sets(circuit.gates());
    founded = sets(circuit.gates());
    propagation = new Propagation(circuit, Circuit.Segment.NONE, this);
  }

  private static BitSet[] sets(int gates) {
    BitSet[] sets = new BitSet[gates];
    Arrays.setAll(sets, gate -> new BitSet());
    return sets;
  }

  public boolean isCertain(int gate, int world) {
    return certain[gate].get(world);
  }

  public boolean isPossible(int gate, int world) {
    return possible[gate].get(world);
  }

  @Override
  public void compute(int from, int to) {
    for (int gate = from; gate < to; gate++) {
      certain[gate] = computed(gate, this::certainly);
      possible[gate] = computed(gate, this::possibly);
    }
  }

  @Override
  public void open(Circuit.Segment segment) {
    for (int gate = segment.from(); gate < segment.to(); gate++) {
      certain[gate].clear();
      possible[gate].set(0, kinds.size());
    }
    propagation = new Propagation(circuit, segment, this);
    propagation.settle();
  }

  @Override
  public boolean falsifyUnfounded(int[] gates) {
    return propagation.falsifyUnfounded(gates);
  }

  @Override
  public boolean settle(int gate) {
    boolean more = add(certain[gate], computed(gate, this::certainly));
    return keep(possible[gate], computed(gate, this::possibly)) || more;
  }

  @Override
  public boolean update(int gate, int changed) {
    return settle(gate);
  }

  @Override
  public boolean isUndecided(int gate) {
    return !certain[gate].equals(possible[gate]);
  }

  @Override
  public void beginFoundedness(int gate) {
    inQuestion.set(gate);
    founded[gate] = (BitSet) certain[gate].clone();
  }

  @Override
  public boolean addFounded(int gate) {
    BitSet further = computed(gate, this::foundedly);
    further.and(possible[gate]);
    return add(founded[gate], further);
  }

  @Override
  public boolean extendFounded(int gate, int changed) {
    return addFounded(gate);
  }

  @Override
  public boolean retainFounded(int gate) {
    inQuestion.clear(gate);
    return keep(possible[gate], founded[gate]);
  }

  @Override
  public void close() {}

  private BitSet computed(int gate, IntFunction<BitSet> side) {
    BitSet worlds = new BitSet();
    for (int world = 0; world < kinds.size(); world++) {
      byte kind = kinds.get(world)[gate];
      boolean holds = kind == Circuit.ON || kind == Circuit.AND;
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        boolean read = side.apply(literals[at]).get(world);
        holds = switch (kind) {
          case Circuit.AND -> holds && read;
          case Circuit.OR -> holds || read;
          default -> holds;
        };
      }
      worlds.set(world, holds);
    }
    return worlds;
  }

  private BitSet certainly(int literal) {
    return (literal & 1) == 0 ? certain[literal >> 1] : others(possible[literal >> 1]);
  }

  private BitSet possibly(int literal) {
    return (literal & 1) == 0 ? possible[literal >> 1] : others(certain[literal >> 1]);
  }

  private BitSet foundedly(int literal) {
    return (literal & 1) == 0 && inQuestion.get(literal >> 1)
        ? founded[literal >> 1]
        : possibly(literal);
  }

  private BitSet others(BitSet worlds) {
    BitSet others = (BitSet) worlds.clone();
    others.flip(0, kinds.size());
    return others;
  }

  private static boolean add(BitSet worlds, BitSet more) {
    int before = worlds.cardinality();
    worlds.or(more);
    return worlds.cardinality() > before;
  }

  private static boolean keep(BitSet worlds, BitSet only) {
    int before = worlds.cardinality();
    worlds.and(only);
    return worlds.cardinality() < before;
  }
}
