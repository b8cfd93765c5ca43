/**
 * Claims, the sources they lean on, and the verdicts that follow.
 *
 * <p>Start with {@link org.claimtrace.ClaimTrace#open(java.nio.file.Path)}; the other packages are what it hands out and what it
 * is made of. Every type here is immutable and safe to share between threads.
 */
@NullMarked
package org.claimtrace;

import org.jspecify.annotations.NullMarked;
