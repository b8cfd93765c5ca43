/**
 * Conditions on the claims of an evaluated graph, and the search for the claims that meet them.
 *
 * <p>Start with {@link org.claimtrace.query.ClaimSearch#in}, or with {@link org.claimtrace.ClaimTrace#find}. Every type here
 * is immutable and safe to share between threads.
 */
@CheckReturnValue
@NullMarked
package org.claimtrace.query;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
