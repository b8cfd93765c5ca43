/**
 * Many worlds at once: of each gate a row of bits, 64 worlds a word.
 *
 * <p>No part of the interface. The words gate, literal, coin, segment, rank, row, lane, cone and residual circuit are defined
 * in the documentation, on the page about the architecture.
 */
@NullMarked
package org.claimtrace.engine.rows;

import org.jspecify.annotations.NullMarked;
