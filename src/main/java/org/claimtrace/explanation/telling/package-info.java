/**
 * What puts explanations, chains and contrasts into words, as outlines.
 *
 * <p>No part of the interface: the doors are in {@link org.claimtrace.explanation}.
 */
@NullMarked
package org.claimtrace.explanation.telling;

import org.jspecify.annotations.NullMarked;
