package org.claimtrace.testing;

import org.assertj.core.api.SoftAssertions;

/**
 * AssertJ's soft assertions, with those about evaluations besides: failures are collected, and reported all at once by {@link
 * #assertAll}.
 *
 * <pre>{@code
 * ClaimTraceSoftAssertions softly = new ClaimTraceSoftAssertions();
 * softly.assertThat(trace).verdictOf("flat-earth").isRefuted().restsOn("voyage-1522");
 * softly.assertThat(trace).verdictOf("round-earth").isSupported();
 * softly.assertAll();
 * }</pre>
 *
 * <p>AssertJ's extension for JUnit makes and asserts it: {@code @InjectSoftAssertions ClaimTraceSoftAssertions softly}. AssertJ makes
 * soft assertions by subclasses at run time, which it can for classes on the class path, and not for those of modules.
 *
 * <p>Stable.
 */
@SuppressWarnings("exports")
public class ClaimTraceSoftAssertions extends SoftAssertions
    implements ClaimTraceSoftAssertionsProvider {

  /** Creates soft assertions that have collected nothing. */
  public ClaimTraceSoftAssertions() {}
}
