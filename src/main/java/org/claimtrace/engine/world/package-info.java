/**
 * The interpretation of a circuit in a single world, in which each gate is true, undecided or false.
 *
 * <p>Not exported. The words gate, literal, coin, segment, rank, row, lane, cone and residual circuit are defined in the
 * documentation, on the page about the architecture.
 */
@NullMarked
package org.claimtrace.engine.world;

import org.jspecify.annotations.NullMarked;
