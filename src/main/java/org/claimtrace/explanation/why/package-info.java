/**
 * What makes out why a claim has its verdict: the accounts of claims, their lines and what stands in the way of these. It knows no words.
 *
 * <p>No part of the interface: the doors are in {@link org.claimtrace.explanation}.
 */
@NullMarked
package org.claimtrace.explanation.why;

import org.jspecify.annotations.NullMarked;
