package org.claimtrace.evaluation;

/** What one world came to, a byte a claim, a part and a source. */
final class Outcome {

  private static final int SUPPORTED = 1;
  private static final int REFUTED = 2;
  private static final int CONFLICTING = 4;
  private static final int QUALIFIED = 8;

  private static final int CERTAIN = 1;
  private static final int UNDECIDED = 2;

  private final byte[] claims;
  private final byte[] parts;
  private final byte[] sources;

  private Outcome(byte[] claims, byte[] parts, byte[] sources) {
    this.claims = claims;
    this.parts = parts;
    this.sources = sources;
  }

  /** Reads the first world of computed rows of one word. */
  static Outcome of(CompiledGraph compiled, RowSlots slots) {
    long[] certain = slots.certain();
    long[] possible = slots.possible();
    byte[] claims = new byte[compiled.proGate.length];
    for (int claim = 0; claim < claims.length; claim++) {
      int pro = compiled.proGate[claim];
      int con = pro + 1;
      claims[claim] = (byte) label(
          (certain[pro] & 1) != 0,
          (possible[pro] & 1) != 0,
          (certain[con] & 1) != 0,
          (possible[con] & 1) != 0);
      if (claims[claim] == SUPPORTED
          && compiled.has(claim, CompiledGraph.HAS_QUALIFIED)
          && (certain[compiled.qualifiedGate(claim)] & 1) != 0) {
        claims[claim] |= QUALIFIED;
      }
    }
    byte[] parts = new byte[compiled.partGate.length];
    for (int part = 0; part < parts.length; part++) {
      parts[part] = side(certain, possible, compiled.partGate[part]);
    }
    byte[] sources = new byte[compiled.rightGate.length];
    for (int source = 0; source < sources.length; source++) {
      sources[source] = side(certain, possible, compiled.rightGate[source]);
    }
    return new Outcome(claims, parts, sources);
  }

  private static byte side(long[] certain, long[] possible, int gate) {
    long certainly = certain[gate] & 1;
    return (byte) (certainly | ((possible[gate] & 1) ^ certainly) << 1);
  }

  private static int label(boolean pro, boolean proPossible, boolean con, boolean conPossible) {
    if (pro) {
      return conPossible ? CONFLICTING : SUPPORTED;
    }
    if (con) {
      return proPossible ? CONFLICTING : REFUTED;
    }
    return 0;
  }

  Belief belief(int claim) {
    int label = claims[claim];
    return new Belief(
        (label & SUPPORTED) != 0 ? 1 : 0,
        (label & REFUTED) != 0 ? 1 : 0,
        (label & CONFLICTING) != 0 ? 1 : 0,
        label == 0 ? 1 : 0,
        (label & QUALIFIED) != 0 ? 1 : 0);
  }

  double fires(int part) {
    return parts[part] == CERTAIN ? 1 : 0;
  }

  double undecided(int part) {
    return parts[part] == UNDECIDED ? 1 : 0;
  }

  double right(int source) {
    return sources[source] == CERTAIN ? 1 : 0;
  }
}
