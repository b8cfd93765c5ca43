package org.claimtrace.evaluation;

/** What one world came to, a byte a claim, a part and a source. */
final class WorldOutcome implements Outcome {

  private static final int CERTAIN = 1;
  private static final int POSSIBLE = 2;

  // A claim's byte holds three pairs of the two bits above.
  private static final int PRO = 0;
  private static final int CON = 2;
  private static final int QUAL = 4;

  private final byte[] claims;
  private final byte[] parts;
  private final byte[] sources;

  private WorldOutcome(byte[] claims, byte[] parts, byte[] sources) {
    this.claims = claims;
    this.parts = parts;
    this.sources = sources;
  }

  /** Reads the first world of computed rows of one word. */
  static WorldOutcome of(CompiledGraph compiled, RowSlots slots) {
    long[] certain = slots.certain();
    long[] possible = slots.possible();
    byte[] claims = new byte[compiled.proGate.length];
    for (int claim = 0; claim < claims.length; claim++) {
      int pro = compiled.proGate[claim];
      int code = sides(certain, possible, pro) << PRO | sides(certain, possible, pro + 1) << CON;
      if (compiled.has(claim, CompiledGraph.HAS_QUALIFIED)) {
        code |= sides(certain, possible, compiled.qualifiedGate(claim)) << QUAL;
      }
      claims[claim] = (byte) code;
    }
    return new WorldOutcome(
        claims,
        sides(certain, possible, compiled.partGate),
        sides(certain, possible, compiled.rightGate));
  }

  private static byte[] sides(long[] certain, long[] possible, int[] gates) {
    byte[] sides = new byte[gates.length];
    for (int i = 0; i < sides.length; i++) {
      sides[i] = (byte) sides(certain, possible, gates[i]);
    }
    return sides;
  }

  private static int sides(long[] certain, long[] possible, int gate) {
    return (int) (certain[gate] & 1) | (int) (possible[gate] & 1) << 1;
  }

  @Override
  public Belief belief(int claim) {
    boolean pro = is(claim, CERTAIN << PRO);
    boolean con = is(claim, CERTAIN << CON);
    boolean supported = pro && !is(claim, POSSIBLE << CON);
    boolean refuted = con && !is(claim, POSSIBLE << PRO);
    boolean conflicting = (pro || con) && !supported && !refuted;
    return new Belief(
        supported ? 1 : 0,
        refuted ? 1 : 0,
        conflicting ? 1 : 0,
        pro || con ? 0 : 1,
        supported && is(claim, CERTAIN << QUAL) ? 1 : 0);
  }

  private boolean is(int claim, int bit) {
    return (claims[claim] & bit) != 0;
  }

  @Override
  public Chance pro(int claim) {
    return chance(claims[claim] >> PRO);
  }

  @Override
  public Chance con(int claim) {
    return chance(claims[claim] >> CON);
  }

  @Override
  public Chance fires(int part) {
    return chance(parts[part]);
  }

  @Override
  public double right(int source) {
    return chance(sources[source]).yes();
  }

  private static Chance chance(int sides) {
    boolean certain = (sides & CERTAIN) != 0;
    return new Chance(certain ? 1 : 0, (sides & POSSIBLE) != 0 && !certain ? 1 : 0);
  }
}
