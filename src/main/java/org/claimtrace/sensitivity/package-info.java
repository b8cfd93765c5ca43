/**
 * How firmly verdicts stand.
 *
 * <p>{@link org.claimtrace.sensitivity.Sensitivity} answers for one claim: by the sources that it rests on, the coins that it turns
 * on, and the changes that would change it. {@link org.claimtrace.sensitivity.SourceInfluence} tells what rests on each source of a
 * graph.
 *
 * <p>Every type here is immutable and safe to share between threads; the same evaluations always give the same records, and the
 * same records the same text.
 */
@NullMarked
package org.claimtrace.sensitivity;

import org.jspecify.annotations.NullMarked;
