/**
 * The analysis of why a claim has its verdict: accounts of claims, their lines and the obstacles of these. It is independent of
 * their wording.
 *
 * <p>Not exported: the entry points are in {@link org.claimtrace.explanation}.
 */
@NullMarked
package org.claimtrace.explanation.why;

import org.jspecify.annotations.NullMarked;
