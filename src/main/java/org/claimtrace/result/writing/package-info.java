/** The service by which results are written without knowing the room that writes them; not exported. */
@NullMarked
package org.claimtrace.result.writing;

import org.jspecify.annotations.NullMarked;
