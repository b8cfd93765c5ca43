/** How long work is stopped: by an interrupt of the thread that asked for it, or when the time it was given is up. Not exported. */
@NullMarked
package org.claimtrace.work;

import org.jspecify.annotations.NullMarked;
