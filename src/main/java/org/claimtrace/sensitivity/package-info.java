/**
 * The sensitivity of verdicts to sources and grades.
 *
 * <p>{@link org.claimtrace.sensitivity.Sensitivity} is about one claim: the sources on which its verdict rests, the coins on
 * which it depends most, and the smallest changes that change it. {@link org.claimtrace.sensitivity.SourceInfluence} is about
 * the sources of a graph: the verdicts that change with each.
 *
 * <p>Every type here is immutable and safe to share between threads; the same evaluations always give the same records, and the
 * same records the same text.
 */
@CheckReturnValue
@NullMarked
package org.claimtrace.sensitivity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
