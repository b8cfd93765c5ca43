package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.model.Grade;
import org.claimtrace.model.PartialDate;

/**
 * What of a source enters an evaluation.
 *
 * @param reliability what it counts with: what a scenario set, else what is written
 * @param derivedFrom the ids of the sources that it is derived from
 * @param readIn the ids of the sources that it was read in
 * @param retracted when it was retracted, if it was by the date of the evaluation
 */
record CountedSource(
    Grade reliability,
    ImmutableList<String> derivedFrom,
    ImmutableList<String> readIn,
    Optional<PartialDate> retracted) {}
