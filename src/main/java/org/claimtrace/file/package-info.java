/** Files that are replaced whole or not at all. Not exported. */
@NullMarked
package org.claimtrace.file;

import org.jspecify.annotations.NullMarked;
