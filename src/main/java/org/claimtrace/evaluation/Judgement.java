package org.claimtrace.evaluation;

import org.claimtrace.model.Verdict;

/**
 * What an evaluation says of one claim.
 *
 * @param claim the id of the claim
 * @param verdict the verdict
 * @param belief the probabilities behind it
 */
public record Judgement(String claim, Verdict verdict, Belief belief) {}
