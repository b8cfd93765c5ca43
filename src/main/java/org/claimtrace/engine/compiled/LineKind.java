package org.claimtrace.engine.compiled;

import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;

/** What a part of a claim is, packed into a byte: a line of the claim, with how it bears on the claim, or testimony. */
public final class LineKind {

  public static final byte EVIDENCE = 1;
  public static final byte INFERENCE = 2;
  public static final byte REVIEW = 3;

  /** Not a line: the testimony of an origin, or a step towards it, for the copies that pass it on. */
  static final byte TESTIMONY = 0;

  private static final int KIND = 3;
  private static final int PRO = 4;
  private static final int CON = 8;
  private static final int QUAL = 16;

  /** A review whose published words nobody has mapped to a verdict: it counts for nothing. */
  static final byte UNMAPPED_REVIEW = REVIEW | 32;

  private LineKind() {}

  /** Returns the kind of a piece of evidence or an inference that has a stance. */
  static byte line(byte kind, Stance stance) {
    return (byte) (kind
        | switch (stance) {
          case SUPPORTS -> PRO;
          case REFUTES -> CON;
          case QUALIFIES -> QUAL;
        });
  }

  /** Returns the kind of a review that published a verdict. */
  static byte review(Verdict verdict) {
    byte kind = REVIEW;
    for (Stance stance : verdict.stances()) {
      kind = line(kind, stance);
    }
    return kind;
  }

  /** Returns {@link #EVIDENCE}, {@link #INFERENCE} or {@link #REVIEW}; 0 for testimony. */
  public static int kind(byte part) {
    return part & KIND;
  }

  /** Returns whether a part is a line, rather than testimony. */
  public static boolean isLine(byte part) {
    return kind(part) != TESTIMONY;
  }

  /** Returns whether a part is a review that nobody has mapped to a verdict. */
  public static boolean isUnmappedReview(byte part) {
    return part == UNMAPPED_REVIEW;
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

  /** Returns whether a part is a piece of evidence or an inference that supports or refutes its claim. */
  public static boolean isGround(byte part) {
    return kind(part) != REVIEW && isLine(part) && (supports(part) || refutes(part));
  }
}
