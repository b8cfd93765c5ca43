package org.claimtrace.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.claimtrace.model.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {

  private static PartialDate date(String date) {
    return PartialDate.parse(date);
  }

  @ParameterizedTest(name = "{0} from {1} to {2}: {3}")
  @CsvSource({
    "2026-02-01, 2026-02, 2026-02, true",
    "2026-02-28, 2026-02, 2026-02, true",
    "2026-01-31, 2026-02, 2026-02, false",
    "2026-03, 2026-02, 2026-02, false",
    // A year begins with its first day, which is in January.
    "2026, 2026-02, 2026-02, false",
    "2026, 2026-01, 2026-02, true",
    "2026-12-31, 2025, 2026, true",
    "2027, 2025, 2026, false",
    "2026-02-13, 2026-02-13, 2026-02-13, true",
  })
  void containsDatesThatBeginInIt(String date, String from, String to, boolean contains) {
    assertThat(DateRange.between(date(from), date(to)).contains(date(date))).isEqualTo(contains);
  }

  @Test
  void mayBeOpenAtOneEnd() {
    assertThat(DateRange.since(date("2026-02")).contains(date("9999"))).isTrue();
    assertThat(DateRange.since(date("2026-02")).contains(date("2026"))).isFalse();
    assertThat(DateRange.until(date("2026-02")).contains(date("0001"))).isTrue();
    assertThat(DateRange.until(date("2026-02")).contains(date("2026-03"))).isFalse();
  }

  @Test
  void readsAsOnTheCommandLine() {
    assertThat(DateRange.during(date("2026-02"))).hasToString("2026-02");
    assertThat(DateRange.between(date("2025"), date("2026-02"))).hasToString("2025..2026-02");
    assertThat(DateRange.since(date("2025"))).hasToString("2025..");
    assertThat(DateRange.until(date("2026"))).hasToString("..2026");
  }

  @Test
  void rejectsAnEndBeforeTheBeginning() {
    assertThatThrownBy(() -> DateRange.between(date("2026-02-02"), date("2026-02-01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a range from 2026-02-02 to 2026-02-01 ends before it begins");
    assertThatThrownBy(() -> new DateRange(Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a range needs a beginning or an end");
  }
}
