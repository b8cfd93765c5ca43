/** Claims, the sources they lean on, and the verdicts that follow. */
@NullMarked
package org.claimtrace;

import org.jspecify.annotations.NullMarked;
