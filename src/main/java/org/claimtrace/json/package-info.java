/**
 * Reads and writes the JSON format of claim graphs, version 1.
 *
 * <p>Start with {@link org.claimtrace.json.ClaimJson}. A {@link org.claimtrace.json.ClaimDocument} is a graph together with the
 * places of its parts in the file. Every type here is immutable and safe to share between threads, except the builder.
 */
@NullMarked
package org.claimtrace.json;

import org.jspecify.annotations.NullMarked;
