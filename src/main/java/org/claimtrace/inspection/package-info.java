/**
 * What a careful editor would notice about a claim graph: circles, copies dressed up as many sources, verdicts that do not follow.
 *
 * <p>Start with {@link org.claimtrace.inspection.Inspector#usual}: it inspects an evaluated graph by every {@link
 * org.claimtrace.inspection.InspectionRule} of this library, and returns its {@linkplain org.claimtrace.inspection.Finding
 * findings}. Every type here except builders is immutable and safe to share between threads; the same evaluation always gives the
 * same findings in the same order.
 */
@CheckReturnValue
@NullMarked
package org.claimtrace.inspection;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
