/**
 * What searches the chains of a claim, best first. It knows no words.
 *
 * <p>No part of the interface: the doors are in {@link org.claimtrace.explanation}.
 */
@NullMarked
package org.claimtrace.explanation.chains;

import org.jspecify.annotations.NullMarked;
