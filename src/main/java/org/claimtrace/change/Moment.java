package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Verdict;

/**
 * A point in the history of a claim, and how things stand from it on.
 *
 * @param from the day, month or year with which it begins; empty for how things stood before all dates. Where several dates begin
 *     on one day, that day
 * @param verdict the verdict from then on
 * @param belief the probabilities behind it
 * @param begins the lines that begin to exist: claim by claim, the claim itself first, each in the order of the document
 * @param retracted the ids of the sources that are retracted, in the order of the document
 * @param change why the verdict differs from that of the moment before; empty where it does not
 */
public record Moment(
    Optional<PartialDate> from,
    Verdict verdict,
    Belief belief,
    ImmutableList<Element> begins,
    ImmutableList<String> retracted,
    Optional<VerdictChange> change) {}
