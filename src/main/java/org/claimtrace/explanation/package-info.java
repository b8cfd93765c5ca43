/**
 * Explanations of why a claim has its verdict, and where the argument for it breaks.
 *
 * <p>Start with {@link org.claimtrace.explanation.Explanation#of}: it explains a claim and everything below it, as records and
 * as text in English and Chinese. {@link org.claimtrace.explanation.ReviewCheck} compares published verdicts with the derived
 * ones. Every type here is immutable and safe to share between threads; the same evaluation always gives the same explanation,
 * and the same explanation the same text.
 */
@CheckReturnValue
@NullMarked
package org.claimtrace.explanation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
