package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  /**
   * The examples are those of Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods",
   * Statistics in Medicine 17, 1998, by the score method without correction for continuity.
   */
  @Nested
  class OfWilson {

    @ParameterizedTest(name = "of {0} in {1}")
    @CsvSource({
      "81, 263, .2553, .3662",
      "15, 148, .0624, .1605",
      " 0,  20, .0000, .1611",
      " 1,  29, .0061, .1718"
    })
    void isThePublishedOne(double successes, double trials, double low, double high) {
      Interval interval = Interval.wilson(successes, trials);

      assertThat(interval.low()).isCloseTo(low, within(.00005));
      assertThat(interval.high()).isCloseTo(high, within(.00005));
    }

    /** What lies at either end is as far from the share as its own standard error, 1.96 times: that is how Wilson found it. */
    @ParameterizedTest(name = "of {0} in {1}")
    @CsvSource({"1, 10", "5, 10", "81, 263", "2048, 4096", "1, 4096", "4095, 4096", "3, 4"})
    void endsWhereTheShareWouldBeAtTheEdgeOfNineteenInTwenty(double successes, double trials) {
      Interval interval = Interval.wilson(successes, trials);
      double share = successes / trials;

      for (double end : new double[] {interval.low(), interval.high()}) {
        assertThat(Math.abs(share - end) / Math.sqrt(end * (1 - end) / trials))
            .isCloseTo(1.959963984540054, within(1e-9));
      }
    }

    @Test
    void isEverythingWhereNothingWasTried() {
      assertThat(Interval.wilson(0, 0)).isEqualTo(new Interval(0, 1));
    }

    /** Of none in n the upper end is z²/(n + z²). */
    @Test
    void endsAtNothingOrAllWhereThatIsTheShare() {
      double square = 1.959963984540054 * 1.959963984540054;

      assertThat(Interval.wilson(0, 4096).low()).isZero();
      assertThat(Interval.wilson(0, 4096).high())
          .isCloseTo(square / (4096 + square), within(1e-15));
      assertThat(Interval.wilson(4096, 4096).high()).isEqualTo(1);
      assertThat(Interval.wilson(4096, 4096).low())
          .isCloseTo(4096 / (4096 + square), within(1e-15));
    }

    @Test
    void holdsBothOfItsEnds() {
      Interval interval = new Interval(.25, .5);

      assertThat(interval.contains(.25)).isTrue();
      assertThat(interval.contains(.5)).isTrue();
      assertThat(interval.contains(Math.nextDown(.25))).isFalse();
      assertThat(interval.contains(Math.nextUp(.5))).isFalse();
    }
  }

  /** The definition is that of method 10, with its correction for continuity. */
  @Nested
  class OfAPairedDifference {

    /** The example is that of Bentur et al., 2009, in Fagerland, Lydersen and Laake, "Statistical Analysis of Contingency Tables", 2017. */
    @Test
    void isThePublishedOne() {
      Interval interval = Interval.ofPairedDifference(1, 1, 7, 21);

      assertThat(interval.low()).isCloseTo(-.507, within(.0005));
      assertThat(interval.high()).isCloseTo(-.026, within(.0005));
    }

    @Test
    void turnsRoundWithItsProportions() {
      Interval one = Interval.ofPairedDifference(10, 30, 5, 100);
      Interval other = Interval.ofPairedDifference(10, 5, 30, 100);

      assertThat(other.low()).isCloseTo(-one.high(), within(1e-15));
      assertThat(other.high()).isCloseTo(-one.low(), within(1e-15));
    }

    @ParameterizedTest(name = "both {0}, first {1}, second {2}, of {3}")
    @CsvSource({
      "0, 0, 0, 10",
      "10, 0, 0, 10",
      "0, 10, 0, 10",
      "0, 0, 10, 10",
      "5, 0, 0, 10",
      "5, 5, 0, 10"
    })
    void holdsTheDifference(double both, double first, double second, double trials) {
      Interval interval = Interval.ofPairedDifference(both, first, second, trials);

      assertThat(interval.contains((first - second) / trials)).isTrue();
      assertThat(interval.low()).isGreaterThanOrEqualTo(-1);
      assertThat(interval.high()).isLessThanOrEqualTo(1);
    }
  }
}
