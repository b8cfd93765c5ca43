/**
 * The wording of explanations, chains and contrasts, as outlines.
 *
 * <p>Not exported: the entry points are in {@link org.claimtrace.explanation}.
 */
@NullMarked
package org.claimtrace.explanation.telling;

import org.jspecify.annotations.NullMarked;
