/**
 * Results of evaluations, written for other programs and for readers.
 *
 * <p>{@link org.claimtrace.report.EvaluationJson} writes one as JSON. Every type here is immutable and safe to share between
 * threads; the same result is always written to the same bytes.
 */
@NullMarked
package org.claimtrace.report;

import org.jspecify.annotations.NullMarked;
