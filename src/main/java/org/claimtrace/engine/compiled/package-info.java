/**
 * The compiler from a claim graph to a circuit: the gates of its elements, the testimony of origins, the coins with their
 * grades, and the residual circuit.
 *
 * <p>Not exported. The words gate, literal, coin, segment, rank, row, lane, cone and residual circuit are defined in the
 * documentation, on the page about the architecture.
 */
@NullMarked
package org.claimtrace.engine.compiled;

import org.jspecify.annotations.NullMarked;
