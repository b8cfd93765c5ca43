/**
 * Claim graphs as immutable values: claims, the sources that they rest on, and the inferences between them.
 *
 * <p>Start with {@link org.claimtrace.model.ClaimGraph#builder}. A builder accepts any value, and reports all problems at once
 * when it builds. The parts of a graph can be built on their own; whether they fit together is checked when the graph is built.
 * Every type here is immutable and safe to share between threads; builders are neither. A value that no graph can hold, such as
 * a grade of 2, is rejected at once where it is created on its own, by an {@link org.claimtrace.problem.InvalidValueException}.
 *
 * <p>The parts are classes rather than records because most of their members may be absent. A record would have to store an
 * {@code Optional} for each of them, which a graph of a million claims cannot afford, or return null from an accessor where all
 * others return an {@code Optional}. Its constructor would also be public, grow with the format, and be unable to report all
 * problems at once. Types without absent members are records: {@link org.claimtrace.model.Premise}, {@link
 * org.claimtrace.model.Element}, {@link org.claimtrace.model.ClaimGraph.Use}.
 */
@NullMarked
package org.claimtrace.model;

import org.jspecify.annotations.NullMarked;
