package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;

/**
 * What rests on one source.
 *
 * @param source the id of the source
 * @param falls the verdicts that change if its coin is set to no, all else as it is, in document order
 */
public record Foundation(String source, ImmutableList<Fall> falls) {}
