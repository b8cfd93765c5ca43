package org.claimtrace.evaluation;

/** What the only world came to: the value of every gate. */
final class WorldOutcome implements Outcome {

  private final CompiledGraph compiled;
  private final byte[] values;

  WorldOutcome(CompiledGraph compiled, WorldSlots slots) {
    this.compiled = compiled;
    values = slots.values();
  }

  @Override
  public Belief belief(int claim) {
    byte pro = value(compiled.proGate[claim]);
    byte con = value(compiled.conGate(claim));
    boolean supported = pro == WorldSlots.TRUE && con == WorldSlots.FALSE;
    boolean refuted = con == WorldSlots.TRUE && pro == WorldSlots.FALSE;
    boolean unverified = pro != WorldSlots.TRUE && con != WorldSlots.TRUE;
    boolean qualified = supported
        && compiled.has(claim, CompiledGraph.HAS_QUALIFIED)
        && value(compiled.qualifiedGate(claim)) == WorldSlots.TRUE;
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
    return Countdown.value(compiled.circuit, values, gate);
  }

  /** Whether a gate is certainly so. */
  boolean isCertain(int gate) {
    return value(gate) == WorldSlots.TRUE;
  }

  /** Whether a gate is so or undecided. */
  boolean isPossible(int gate) {
    return value(gate) != WorldSlots.FALSE;
  }

  private Chance chance(int gate) {
    return new Chance(
        value(gate) == WorldSlots.TRUE ? 1 : 0, value(gate) == WorldSlots.UNDEFINED ? 1 : 0);
  }
}
