/**
 * From a claim graph to a circuit: what each gate stands for, what origins say for their copies, the coins and their grades, and
 * what of the circuit is left to chance.
 *
 * <p>No part of the interface. The words gate, literal, coin, segment, rank, row, lane, cone and residual circuit are defined
 * in the documentation, on the page about the architecture.
 */
@NullMarked
package org.claimtrace.engine.compiled;

import org.jspecify.annotations.NullMarked;
