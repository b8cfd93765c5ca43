package org.claimtrace;

/** The front door: a claim graph together with its evaluation. */
public final class ClaimTrace {
  private ClaimTrace() {}
}
