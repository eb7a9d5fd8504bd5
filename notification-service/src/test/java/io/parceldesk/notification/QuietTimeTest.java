package io.parceldesk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.contracts.DirectoryEvent.QuietHours;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTimeTest {
  @ParameterizedTest(name = "{0} in {1}, quiet {2} to {3}: {4}, as {5}")
  @CsvSource({
    "2026-11-22T21:59:59, Asia/Shanghai, 22:00, 08:00, 2026-11-22T21:59:59, it is still evening",
    "2026-11-22T22:00, Asia/Shanghai, 22:00, 08:00, 2026-11-23T08:00, the night begins",
    "2026-11-23T02:00, Asia/Shanghai, 22:00, 08:00, 2026-11-23T08:00, after midnight",
    "2026-11-23T08:00, Asia/Shanghai, 22:00, 08:00, 2026-11-23T08:00, the night is over",
    "2026-11-23T12:30, Asia/Shanghai, 12:00, 13:30, 2026-11-23T13:30, a rest at noon",
    "2026-11-23T14:00, Asia/Shanghai, 12:00, 13:30, 2026-11-23T14:00, after the rest",
    "2026-11-23T03:00, Asia/Shanghai, 00:00, 00:00, 2026-11-23T03:00, equal times mean none",
    "2026-10-25T01:00, Europe/Berlin, 22:00, 08:00, 2026-10-25T08:00, the clock goes back that"
        + " night",
    "2026-03-29T01:00, Europe/Berlin, 22:00, 02:30, 2026-03-29T03:30, its end is skipped by the"
        + " clock"
  })
  void isLeftAt(
      LocalDateTime wished,
      String zone,
      LocalTime from,
      LocalTime to,
      LocalDateTime expected,
      String because) {
    var id = ZoneId.of(zone);
    var quiet = new QuietTime(new QuietHours(from, to), id);

    assertThat(quiet.firstMomentFrom(wished.atZone(id).toInstant()))
        .as(because)
        .isEqualTo(expected.atZone(id).toInstant());
  }

  @ParameterizedTest(name = "{0}, quiet {1} to {2}: {3}, as {4}")
  @CsvSource({
    "2026-11-22T12:00, 22:00, 08:00, 2026-11-22T12:00, it is noon",
    "2026-11-22T21:00, 22:00, 08:00, 2026-11-23T08:00, the law's evening begins earlier",
    "2026-11-22T07:30, 00:00, 00:00, 2026-11-22T08:00, the law asks for the morning of all",
    "2026-11-22T21:30, 22:00, 09:30, 2026-11-23T09:30, a late riser has longer",
    "2026-11-22T07:00, 12:00, 14:00, 2026-11-22T08:00, before the rest at noon"
  })
  void isLeftAtByCommercialMessages(
      LocalDateTime wished, LocalTime from, LocalTime to, LocalDateTime expected, String because) {
    var id = ZoneId.of("Asia/Shanghai");
    var quiet = new QuietTime(new QuietHours(from, to), id);

    assertThat(quiet.firstCommercialMomentFrom(wished.atZone(id).toInstant()))
        .as(because)
        .isEqualTo(expected.atZone(id).toInstant());
  }
}
