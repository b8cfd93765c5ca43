/**
 * The search for the chains of a claim, best first. It is independent of their wording.
 *
 * <p>Not exported: the entry points are in {@link org.claimtrace.explanation}.
 */
@NullMarked
package org.claimtrace.explanation.chains;

import org.jspecify.annotations.NullMarked;
