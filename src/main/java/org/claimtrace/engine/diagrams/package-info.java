/**
 * The interpretation of a circuit in all worlds at once, with a reduced ordered binary decision diagram over the open coins for
 * each gate.
 *
 * <p>Not exported. The words gate, literal, coin, segment, rank, row, lane, cone and residual circuit are defined in the
 * documentation, on the page about the architecture.
 */
@NullMarked
package org.claimtrace.engine.diagrams;

import org.jspecify.annotations.NullMarked;
