/**
 * Boolean circuits with cycles and negation, and the sweep that computes their well-founded models in any representation of
 * worlds. The package knows nothing of claims.
 *
 * <p>Not exported. The words gate, literal, coin, segment, rank, row, lane, cone and residual circuit are defined in the
 * documentation, on the page about the architecture.
 */
@NullMarked
package org.claimtrace.engine.circuit;

import org.jspecify.annotations.NullMarked;
