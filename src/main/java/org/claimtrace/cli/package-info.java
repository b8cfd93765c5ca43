/** The {@code claimtrace} command. */
@NullMarked
package org.claimtrace.cli;

import org.jspecify.annotations.NullMarked;
