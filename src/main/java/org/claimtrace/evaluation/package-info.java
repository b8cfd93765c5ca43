/**
 * Verdicts of claim graphs.
 *
 * <p>Start with {@link org.claimtrace.evaluation.Evaluator}; what it hands out is an {@link
 * org.claimtrace.evaluation.Evaluation}. Whoever evaluates a graph more than once compiles it first, to a {@link
 * org.claimtrace.evaluation.CompiledGraph}. Every type here is immutable and safe to share between threads, but for builders.
 */
@CheckReturnValue
@NullMarked
package org.claimtrace.evaluation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
