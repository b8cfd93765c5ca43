package org.claimtrace.change;

/**
 * A difference and the nodes through which it can bear on a claim.
 *
 * @param claim the number of the claim whose line differs, or of one of two contradicting claims; otherwise -1
 * @param carriers the nodes of {@link Dependencies} of which at least one must bear on the claim; empty if the difference bears
 *     on every claim
 * @param besides further nodes of which, unless empty, also at least one must bear on the claim
 */
record CarriedDifference(Difference difference, int claim, int[] carriers, int[] besides) {}
