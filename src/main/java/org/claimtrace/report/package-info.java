/**
 * Results for other programs: {@link org.claimtrace.report.ResultJson} writes each as JSON.
 *
 * <p>Every type here is immutable and safe to share between threads; the same result is always written to the same bytes.
 */
@CheckReturnValue
@NullMarked
package org.claimtrace.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
