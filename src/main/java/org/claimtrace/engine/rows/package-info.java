/**
 * The interpretation of a circuit in many worlds at once, with a row of bits for each gate, 64 worlds a word.
 *
 * <p>Not exported. The words gate, literal, coin, segment, rank, row, lane, cone and residual circuit are defined in the
 * documentation, on the page about the architecture.
 */
@NullMarked
package org.claimtrace.engine.rows;

import org.jspecify.annotations.NullMarked;
