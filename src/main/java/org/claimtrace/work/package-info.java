/**
 * Cancellation of long work, by an interrupt of the thread that asked for it or when its time limit is up, and work shared
 * among threads. Not exported.
 */
@NullMarked
package org.claimtrace.work;

import org.jspecify.annotations.NullMarked;
