/** Finds the known words that misspelt ones were probably meant to be; not exported. */
@NullMarked
package org.claimtrace.problem.suggestion;

import org.jspecify.annotations.NullMarked;
