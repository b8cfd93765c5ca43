/**
 * What claimtrace is measured by: {@link org.claimtrace.benchmark.Ratios} runs every benchmark and prints its ratio to what
 * it is compared with, or its own figure, beside the target. Both sides of a comparison take turns in one JVM. {@link
 * org.claimtrace.benchmark.NodeBudget} tells what an exact evaluation needs, {@link org.claimtrace.benchmark.Growth} how every
 * question grows with the file over all families of graphs.
 */
@NullMarked
package org.claimtrace.benchmark;

import org.jspecify.annotations.NullMarked;
