package org.claimtrace.engine.compiled;

import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;

/**
 * What a gate that belongs to a claim stands for, packed into a byte: a line of the claim and how it bears on it, or an
 * intermediate step.
 */
public final class LineKind {

  public static final byte EVIDENCE = 1;
  public static final byte INFERENCE = 2;
  public static final byte REVIEW = 3;

  /** Not a line: what an origin says, for the copies that pass it on. */
  static final byte SAYING = 0;

  private static final int KIND = 3;
  private static final int PRO = 4;
  private static final int CON = 8;
  private static final int QUAL = 16;

  private LineKind() {}

  static byte line(byte kind, Stance stance) {
    return (byte) (kind
        | switch (stance) {
          case SUPPORTS -> PRO;
          case REFUTES -> CON;
          case QUALIFIES -> QUAL;
        });
  }

  static byte review(Verdict verdict) {
    byte kind = REVIEW;
    for (Stance stance : verdict.stances()) {
      kind = line(kind, stance);
    }
    return kind;
  }

  public static int kind(byte part) {
    return part & KIND;
  }

  public static boolean isLine(byte part) {
    return kind(part) != SAYING;
  }

  static boolean supports(byte part) {
    return (part & PRO) != 0;
  }

  static boolean refutes(byte part) {
    return (part & CON) != 0;
  }

  static boolean qualifies(byte part) {
    return (part & QUAL) != 0;
  }

  /** Whether it is a piece of evidence or inference that speaks for or against its claim. */
  public static boolean isGround(byte part) {
    return kind(part) != REVIEW && isLine(part) && (supports(part) || refutes(part));
  }
}
