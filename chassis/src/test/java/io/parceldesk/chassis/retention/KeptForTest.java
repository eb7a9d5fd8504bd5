package io.parceldesk.chassis.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptForTest {

  @ParameterizedTest(name = "{0} closed {1}, on {2}: due {3}, because {4}")
  @CsvSource({
    "P3Y, 2023-11-25T09:00:00+08:00, 2026-11-25, false, the last day belongs to the period",
    "P3Y, 2023-11-25T09:00:00+08:00, 2026-11-26, true, the period is over",
    "P3Y, 2023-11-25T23:59:59+08:00, 2026-11-26, true, the hour of the closing does not matter",
    "P3Y, 2023-11-25T16:00:00Z, 2026-11-26, false, in Shanghai it is the 26th already",
    "P3Y, 2024-02-29T09:00:00+08:00, 2027-02-28, false, 29 February becomes 28 February",
    "P3Y, 2024-02-29T09:00:00+08:00, 2027-03-01, true, 29 February becomes 28 February",
    "P1M, 2026-01-31T09:00:00+08:00, 2026-02-28, false, a short month ends with its last day",
    "P1M, 2026-01-31T09:00:00+08:00, 2026-03-01, true, a short month ends with its last day",
    "P1M, 2026-01-28T09:00:00+08:00, 2026-03-01, true, as many days of January end there",
    "P30D, 2026-10-26T00:00:00+08:00, 2026-11-25, false, the day of the closing is not counted",
    "P30D, 2026-10-26T00:00:00+08:00, 2026-11-26, true, thirty days have passed"
  })
  void countsWholeDaysOfTheCompany(
      Period period, String closedAt, LocalDate day, boolean due, String because) {
    var closed = OffsetDateTime.parse(closedAt).toInstant();
    var kept = new KeptFor(period);

    assertThat(closed.isBefore(kept.closedBefore(day))).as(because).isEqualTo(due);
    assertThat(!day.isBefore(kept.until(closed))).as(because).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({"P3Y", "P1M", "P6M", "P30D", "P1Y2M3D"})
  void saysTheSameFromBothSidesOnEveryDay(Period period) {
    var kept = new KeptFor(period);
    for (var day = LocalDate.of(2027, 1, 1); day.getYear() < 2029; day = day.plusDays(1)) {
      var boundary = kept.closedBefore(day);
      assertThat(kept.until(boundary)).isAfter(day);
      assertThat(kept.until(boundary.minusMillis(1))).isBeforeOrEqualTo(day);
    }
  }
}
