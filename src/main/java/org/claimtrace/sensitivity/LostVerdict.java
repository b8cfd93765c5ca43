package org.claimtrace.sensitivity;

import org.claimtrace.model.Verdict;

/**
 * A verdict that changes if a source falls.
 *
 * @param claim the id of the claim
 * @param before its verdict as it is
 * @param after its verdict without the source
 */
public record LostVerdict(String claim, Verdict before, Verdict after) {}
