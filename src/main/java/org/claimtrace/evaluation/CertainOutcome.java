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
    byte pro = value(compiled.proGate[claim]);
    byte con = value(compiled.conGate(claim));
    boolean supported = pro == WorldInterpretation.TRUE && con == WorldInterpretation.FALSE;
    boolean refuted = con == WorldInterpretation.TRUE && pro == WorldInterpretation.FALSE;
    boolean unverified = pro != WorldInterpretation.TRUE && con != WorldInterpretation.TRUE;
    boolean qualified = supported
        && compiled.has(claim, GraphCircuit.HAS_QUALIFIED)
        && value(compiled.qualifiedGate(claim)) == WorldInterpretation.TRUE;
    return new Belief(
        supported ? 1 : 0,
        refuted ? 1 : 0,
        supported || refuted || unverified ? 0 : 1,
        unverified ? 1 : 0,
        qualified ? 1 : 0);
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
    return WorldSet.OfOne.where(value(gate) == WorldInterpretation.TRUE);
  }

  @Override
  public WorldSet possible(int gate) {
    return WorldSet.OfOne.where(value(gate) != WorldInterpretation.FALSE);
  }

  private Chance chance(int gate) {
    return new Chance(
        value(gate) == WorldInterpretation.TRUE ? 1 : 0,
        value(gate) == WorldInterpretation.UNDEFINED ? 1 : 0);
  }
}
