/**
 * Cancellation of long work, by an interrupt of the thread that asked for it or when its time limit is up, and work shared
 * among threads; and what makes classes of results as convenient as records. Not exported.
 */
@NullMarked
package org.claimtrace.work;

import org.jspecify.annotations.NullMarked;
