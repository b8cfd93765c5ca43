/**
 * Claim graphs: claims, the sources they lean on, and the inferences between them, as immutable values.
 *
 * <p>Start with {@link org.claimtrace.model.ClaimGraph#builder}. The parts of a graph can be built on their own; whether
 * they fit together is checked when the graph is built, all at once. Every type here is immutable and safe to share between
 * threads; builders are neither.
 */
@NullMarked
package org.claimtrace.model;

import org.jspecify.annotations.NullMarked;
