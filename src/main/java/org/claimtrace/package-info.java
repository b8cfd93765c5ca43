/**
 * Claims, the sources they lean on, and the verdicts that follow.
 *
 * <p>Start with {@link org.claimtrace.ClaimTrace#open(java.nio.file.Path)}; the other packages are what it hands out and what it
 * is made of. Every type here is immutable and safe to share between threads.
 *
 * <p>Whatever may take long, in this package and those below it, stops with a {@link
 * java.util.concurrent.CancellationException} when its thread is interrupted. The thread stays interrupted, so that the caller's
 * own loops see it too; clear that with {@link Thread#interrupted()} to go on. An evaluator can be given {@linkplain
 * org.claimtrace.evaluation.Evaluator.Builder#timeLimit a time} besides, which one call may take.
 */
@CheckReturnValue
@NullMarked
package org.claimtrace;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
