/**
 * Support for tests of programs that embed the library, and of claim files: AssertJ assertions about evaluations, and JUnit
 * tests of published verdicts.
 *
 * <p>Start with {@link org.claimtrace.testing.ClaimTraceAssertions#assertThat} and {@link
 * org.claimtrace.testing.ReviewTests#of}. The assertions need AssertJ and the tests JUnit Jupiter; the library depends on
 * neither, and a module that uses them requires {@code org.assertj.core} or {@code org.junit.jupiter.api} itself. Stable: what
 * is here stays.
 */
@NullMarked
package org.claimtrace.testing;

import org.jspecify.annotations.NullMarked;
