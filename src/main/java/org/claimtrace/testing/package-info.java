/**
 * For the tests of those who embed the library or keep claim files: AssertJ assertions about evaluations, and JUnit tests of
 * published verdicts.
 *
 * <p>Start with {@link org.claimtrace.testing.ClaimTraceAssertions#assertThat} and {@link
 * org.claimtrace.testing.ReviewTests#of}. The one needs AssertJ and the other JUnit Jupiter; the library brings neither, since
 * whoever tests has them. A module that uses them requires {@code org.assertj.core} or {@code org.junit.jupiter.api} itself.
 * Stable: what is here stays.
 */
@NullMarked
package org.claimtrace.testing;

import org.jspecify.annotations.NullMarked;
