package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.model.Grade;
import org.claimtrace.model.PartialDate;

/**
 * A source with the values that count in an evaluation.
 *
 * @param reliability the grade of a scenario or, without one, that of the document
 * @param derivedFrom the ids of the sources from which it is derived
 * @param readIn the ids of the sources in which it was read
 * @param retracted the date of its retraction, if that is not after the date of the evaluation
 */
record CountedSource(
    Grade reliability,
    ImmutableList<String> derivedFrom,
    ImmutableList<String> readIn,
    Optional<PartialDate> retracted) {}
