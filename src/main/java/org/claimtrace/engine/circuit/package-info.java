/**
 * Gates, and how their least models are computed, whatever represents the worlds. It knows no claims.
 *
 * <p>No part of the interface. The words gate, literal, coin, segment, rank, row, lane, cone and residual circuit are defined
 * in the documentation, on the page about the architecture.
 */
@NullMarked
package org.claimtrace.engine.circuit;

import org.jspecify.annotations.NullMarked;
