/**
 * Changes of verdicts between two evaluations, and their causes.
 *
 * <p>Start with {@link org.claimtrace.change.Changes#between}, which compares two versions of a graph, two dates or two
 * standards. {@link org.claimtrace.change.History} follows one verdict through time.
 *
 * <p>Every type here is immutable and safe to share between threads; the same evaluations always give the same records, and the
 * same records the same text.
 */
@CheckReturnValue
@NullMarked
package org.claimtrace.change;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
