package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandardTest {

  @Nested
  class AtAThreshold {

    @ParameterizedTest(name = "{0}: supported {1}, refuted {2}, conflicting {3}, qualified {4}")
    @CsvSource({
      // the burden is to be exceeded
      "PREPONDERANCE,             .5,           0,    0,   0,  UNVERIFIED",
      "PREPONDERANCE,             .5000000009,  0,    0,   0,  UNVERIFIED",
      "PREPONDERANCE,             .5000000011,  0,    0,   0,  SUPPORTED",
      "PREPONDERANCE,             0,  .5,             0,   0,  UNVERIFIED",
      "PREPONDERANCE,             0,  .5000000011,    0,   0,  REFUTED",
      "CLEAR_AND_CONVINCING,      .75,          0,    0,   0,  UNVERIFIED",
      "CLEAR_AND_CONVINCING,      .7500000011,  0,    0,   0,  SUPPORTED",
      "BEYOND_REASONABLE_DOUBT,   .95,          0,    0,   0,  UNVERIFIED",
      "BEYOND_REASONABLE_DOUBT,   .9500000011,  0,    0,   0,  SUPPORTED",
      // the doubt is not to be exceeded
      "PREPONDERANCE,             .5,           0,   .5,   0,  CONFLICTING",
      "PREPONDERANCE,             .6,          .4,    0,   0,  SUPPORTED",
      "PREPONDERANCE,             .5,          .5,    0,   0,  CONFLICTING",
      "CLEAR_AND_CONVINCING,      .76,         .24,   0,   0,  SUPPORTED",
      "CLEAR_AND_CONVINCING,      .7500000011, .2499999989, 0, 0, SUPPORTED",
      "CLEAR_AND_CONVINCING,      .49,          0,  .2500000011, 0, UNVERIFIED",
      "CLEAR_AND_CONVINCING,      .6,           0,  .2500000009, 0, SUPPORTED",
      "CLEAR_AND_CONVINCING,      .6,           0,  .2500000011, 0, CONFLICTING",
      "BEYOND_REASONABLE_DOUBT,   .91,          0,   .05,  0,  SUPPORTED",
      "BEYOND_REASONABLE_DOUBT,   .91,          0,   .06,  0,  CONFLICTING",
      "BEYOND_REASONABLE_DOUBT,   .84,          0,   .06,  0,  UNVERIFIED",
      // supported must outweigh the whole case against, conflict included
      "PREPONDERANCE,             .3,          .1,   .3,   0,  CONFLICTING",
      "PREPONDERANCE,             .4,           0,   .4,   0,  CONFLICTING",
      "PREPONDERANCE,             .4000000011,  0,   .4,   0,  SUPPORTED",
      "PREPONDERANCE,             0,           .4,   .4,   0,  CONFLICTING",
      "PREPONDERANCE,             0,  .4000000011,   .4,   0,  REFUTED",
      // a quarter is enough for a conflict, even where half would be doubted
      "PREPONDERANCE,             .26,         .26,   0,   0,  CONFLICTING",
      "PREPONDERANCE,             .25,         .26,   0,   0,  UNVERIFIED",
      "PREPONDERANCE,             .2500000011, .26,   0,   0,  CONFLICTING",
      "PREPONDERANCE,             .25,         .25,   0,   0,  UNVERIFIED",
      "PREPONDERANCE,             0,            0,   .5,   0,  UNVERIFIED",
      "PREPONDERANCE,             0,            0,  .51,   0,  CONFLICTING",
      "PREPONDERANCE,             .3,          .3,    0,   0,  CONFLICTING",
      // a qualification must hold in more than half of what is supported
      "PREPONDERANCE,             .8,           0,    0,  .4,  SUPPORTED",
      "PREPONDERANCE,             .8,           0,    0,  .4000000009, SUPPORTED",
      "PREPONDERANCE,             .8,           0,    0,  .4000000011, MISLEADING",
      "PREPONDERANCE,             1,            0,    0,   1,  MISLEADING",
      "PREPONDERANCE,             .5,           0,    0,  .5,  UNVERIFIED",
      "PREPONDERANCE,             .5,          .5,    0,  .5,  CONFLICTING",
      // what logic gives
      "BEYOND_REASONABLE_DOUBT,   1,            0,    0,   0,  SUPPORTED",
      "BEYOND_REASONABLE_DOUBT,   0,            1,    0,   0,  REFUTED",
      "BEYOND_REASONABLE_DOUBT,   0,            0,    1,   0,  CONFLICTING",
      "BEYOND_REASONABLE_DOUBT,   0,            0,    0,   0,  UNVERIFIED"
    })
    void isReadAsTheTableSays(
        Standard standard,
        double supported,
        double refuted,
        double conflicting,
        double qualified,
        Verdict verdict) {
      Belief belief = new Belief(
          supported, refuted, conflicting, 1 - supported - refuted - conflicting, qualified);

      assertThat(standard.verdict(belief)).isEqualTo(verdict);
    }
  }

  @Nested
  class OverAllBeliefsInTwentieths {

    /** In fortieths, which are exact: a threshold is met or not, and no rounding decides. */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void followsTheTable(Standard standard) {
      int burden = (int) Math.round(standard.burden() * 40);
      int doubt = (int) Math.round(standard.doubt() * 40);
      for (int supported = 0; supported <= 40; supported += 2) {
        for (int refuted = 0; supported + refuted <= 40; refuted += 2) {
          for (int conflicting = 0; supported + refuted + conflicting <= 40; conflicting += 2) {
            for (int qualified = 0; qualified <= supported; qualified += 2) {
              int unverified = 40 - supported - refuted - conflicting;
              Belief belief = new Belief(
                  supported / 40.0,
                  refuted / 40.0,
                  conflicting / 40.0,
                  unverified / 40.0,
                  qualified / 40.0);
              int favour = supported + conflicting;
              int against = refuted + conflicting;
              Verdict expected = Verdict.UNVERIFIED;
              if (40 - unverified > burden && Math.min(favour, against) > Math.min(doubt, 10)) {
                expected = Verdict.CONFLICTING;
              }
              if (against > burden && favour <= doubt && refuted > favour) {
                expected = Verdict.REFUTED;
              }
              if (favour > burden && against <= doubt && supported > against) {
                expected = 2 * qualified > supported ? Verdict.MISLEADING : Verdict.SUPPORTED;
              }
              if (standard.verdict(belief) != expected) {
                assertThat(standard.verdict(belief)).as("%s", belief).isEqualTo(expected);
              }
            }
          }
        }
      }
    }
  }

  @Nested
  class AsAWord {
    @Test
    void isLowerCaseWithHyphens() {
      assertThat(Standard.values())
          .extracting(Standard::toString)
          .containsExactly("preponderance", "clear-and-convincing", "beyond-reasonable-doubt");
    }

    @Test
    void isFoundAgain() {
      assertThat(Arrays.stream(Standard.values()).map(each -> Standard.find(each.toString())))
          .allSatisfy(found -> assertThat(found).isPresent());
      assertThat(Standard.find("clear-and-convincing")).contains(Standard.CLEAR_AND_CONVINCING);
      assertThat(Standard.find("CLEAR_AND_CONVINCING")).isEmpty();
    }
  }
}
