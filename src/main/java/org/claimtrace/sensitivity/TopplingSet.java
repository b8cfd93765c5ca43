package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import org.claimtrace.model.Verdict;

/**
 * Sources that together hold a verdict up: set to no, all of them, they change it, while no proper subset of them does.
 *
 * @param sources the ids of the sources, in document order
 * @param verdict the verdict without them
 */
public record TopplingSet(ImmutableList<String> sources, Verdict verdict) {}
