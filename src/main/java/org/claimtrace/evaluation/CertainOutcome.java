package org.claimtrace.evaluation;

import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.world.CountingPropagator;
import org.claimtrace.engine.world.WorldInterpretation;

/** What the only world came to: the value of every gate. */
final class CertainOutcome implements Outcome, GateWorlds {

  private final GraphCircuit compiled;
  private final byte[] values;

  CertainOutcome(GraphCircuit compiled, WorldInterpretation slots) {
    this.compiled = compiled;
    values = slots.values();
  }

  @Override
  public Belief belief(int claim) {
    int pro = compiled.proGate[claim];
    int con = compiled.conGate(claim);
    int qualified = compiled.qualifiedGate(claim);
    return Labels.ofWords(
            isCertain(pro),
            isPossible(pro),
            isCertain(con),
            isPossible(con),
            qualified < 0 ? 0 : isCertain(qualified))
        .belief(0);
  }

  private long isCertain(int gate) {
    return value(gate) == WorldInterpretation.TRUE ? 1 : 0;
  }

  private long isPossible(int gate) {
    return value(gate) != WorldInterpretation.FALSE ? 1 : 0;
  }

  @Override
  public Chance pro(int claim) {
    return chance(compiled.proGate[claim]);
  }

  @Override
  public Chance con(int claim) {
    return chance(compiled.conGate(claim));
  }

  @Override
  public Chance fires(int part) {
    return chance(compiled.partGate[part]);
  }

  @Override
  public double right(int source) {
    return chance(compiled.rightGate[source]).yes();
  }

  private byte value(int gate) {
    return CountingPropagator.value(compiled.circuit, values, gate);
  }

  @Override
  public WorldSet all() {
    return WorldSet.OfOne.ALL;
  }

  @Override
  public WorldSet certain(int gate) {
    return WorldSet.OfOne.where(isCertain(gate) == 1);
  }

  @Override
  public WorldSet possible(int gate) {
    return WorldSet.OfOne.where(isPossible(gate) == 1);
  }

  private Chance chance(int gate) {
    return new Chance(
        value(gate) == WorldInterpretation.TRUE ? 1 : 0,
        value(gate) == WorldInterpretation.UNDEFINED ? 1 : 0);
  }
}
