/**
 * What can be wrong with a claim graph, and where.
 *
 * <p>A {@link org.claimtrace.problem.Problem} is structure first: a stable code, a place, what is wrong and what to write
 * instead. {@link org.claimtrace.problem.ClaimGraphException} carries all problems of a graph at once, {@link
 * org.claimtrace.problem.InvalidValueException} those of a single value that Java code gives. Every type here is immutable and
 * safe to share between threads, except {@link org.claimtrace.problem.Problems}, which collects.
 */
@CheckReturnValue
@NullMarked
package org.claimtrace.problem;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
