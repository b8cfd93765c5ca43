package org.claimtrace.change;

import com.google.common.collect.ImmutableList;

/**
 * Differences that, made to the earlier side alone, give the verdict of the later one.
 *
 * @param differences the differences, in the order of {@link VerdictChange#differences}; at least one
 * @param isMinimal whether no smaller part of them would do, every one having been tried. Where it is not, too many differences
 *     take part to try every part: none of them can be left out alone, if the search came that far
 */
public record Cause(ImmutableList<Difference> differences, boolean isMinimal) {}
