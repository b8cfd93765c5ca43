/**
 * Claims, the sources on which they rest, and the verdicts that follow.
 *
 * <p>Start with {@link org.claimtrace.ClaimTrace#open(java.nio.file.Path)}; the other packages have the types that it returns
 * and uses. Every type here is immutable and safe to share between threads.
 *
 * <p>Methods that may take long, in this package and those below it, throw a {@link java.util.concurrent.CancellationException}
 * when their thread is interrupted. The thread stays interrupted, so that the caller's own loops notice it too; clear the flag
 * with {@link Thread#interrupted()} to continue. An evaluator may also have {@linkplain
 * org.claimtrace.evaluation.Evaluator.Builder#timeLimit a time limit} for each call; what takes longer throws a {@link
 * org.claimtrace.problem.TimeLimitException}, which is such an exception too.
 *
 * <p>A null argument is refused by a {@link NullPointerException} whose message is the name of the parameter, a bad argument by an
 * {@link IllegalArgumentException}, a bad document by a {@link org.claimtrace.problem.ClaimGraphException} with all its problems.
 */
@CheckReturnValue
@NullMarked
package org.claimtrace;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
