/**
 * What claimtrace is measured by: {@link org.claimtrace.benchmark.Ratios} runs every benchmark and prints its ratio to what
 * it is compared with, beside the target. Both sides of a comparison take turns in one JVM.
 */
@NullMarked
package org.claimtrace.benchmark;

import org.jspecify.annotations.NullMarked;
