/**
 * What verdicts hang on, and why they change.
 *
 * <p>Start with {@link org.claimtrace.sensitivity.Changes#between}, which tells why verdicts differ between two evaluations: of
 * two versions of a graph, at two dates, by two standards. {@link org.claimtrace.sensitivity.History} follows one verdict
 * through time, and {@link org.claimtrace.sensitivity.Contrast} tells why a claim has its verdict and not another. Every type
 * here is immutable and safe to share between threads; the same evaluations always give the same records, and the same records
 * the same text.
 */
@NullMarked
package org.claimtrace.sensitivity;

import org.jspecify.annotations.NullMarked;
