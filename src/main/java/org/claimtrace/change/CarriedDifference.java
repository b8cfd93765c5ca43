package org.claimtrace.change;

/**
 * A difference and what must bear on a claim for it to do so.
 *
 * @param claim the claim whose line differs, by number; of a contradiction one of the two; else -1
 * @param carriers the nodes of {@link Dependencies} one of which must bear on the claim; none where it always does
 * @param besides the nodes one of which must too, if there are any
 */
record CarriedDifference(Difference difference, int claim, int[] carriers, int[] besides) {}
