/**
 * Claim graphs: claims, the sources they lean on, and the inferences between them, as immutable values.
 *
 * <p>Start with {@link org.claimtrace.model.ClaimGraph#builder}. A builder takes what it is given; what is wrong with it is told
 * when it builds, all at once. The parts of a graph can be built on their own; whether they fit together is checked when the graph
 * is built. Every type here is immutable and safe to share between threads; builders are neither. A value that no graph can hold,
 * such as a grade of 2, is refused at once where it is made as a value of its own, by an {@link
 * org.claimtrace.problem.InvalidValueException}.
 *
 * <p>The parts are classes and no records. Most of their members may be absent: a record would have to store an {@code Optional}
 * for each of them, which a graph of a million claims cannot afford, or to show null in an accessor that answers an {@code
 * Optional} everywhere else; and a record's constructor would be public, grow with the format, and let nobody say everything that
 * is wrong at once. What has no absent member is a record here: {@link org.claimtrace.model.Premise}, {@link
 * org.claimtrace.model.Element}, {@link org.claimtrace.model.ClaimGraph.Use}.
 */
@NullMarked
package org.claimtrace.model;

import org.jspecify.annotations.NullMarked;
