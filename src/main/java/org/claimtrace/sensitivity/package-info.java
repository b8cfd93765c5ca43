/**
 * What verdicts hang on, and why they change.
 *
 * <p>Start with {@link org.claimtrace.sensitivity.Changes#between}, which tells why verdicts differ between two evaluations: of
 * two versions of a graph, at two dates, by two standards. {@link org.claimtrace.sensitivity.History} follows one verdict
 * through time, and {@link org.claimtrace.sensitivity.Contrast} tells why a claim has its verdict and not another.
 *
 * <p>How firmly a verdict stands is told by {@link org.claimtrace.sensitivity.Sensitivity}: by the sources that it rests on, the
 * coins that it turns on, and the changes that would change it. {@link org.claimtrace.sensitivity.SourceInfluence} tells what rests on
 * each source of a graph.
 *
 * <p>Every type here is immutable and safe to share between threads; the same evaluations always give the same records, and the
 * same records the same text.
 */
@NullMarked
package org.claimtrace.sensitivity;

import org.jspecify.annotations.NullMarked;
