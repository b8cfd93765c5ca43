/**
 * All worlds at once: of each gate a reduced ordered binary decision diagram over the open coins.
 *
 * <p>No part of the interface. The words gate, literal, coin, segment, rank, row, lane, cone and residual circuit are defined
 * in the documentation, on the page about the architecture.
 */
@NullMarked
package org.claimtrace.engine.diagrams;

import org.jspecify.annotations.NullMarked;
