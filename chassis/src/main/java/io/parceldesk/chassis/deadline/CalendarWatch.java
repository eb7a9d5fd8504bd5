package io.parceldesk.chassis.deadline;

import io.micrometer.core.instrument.Tags;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.watch.Sample;
import io.parceldesk.chassis.watch.Sample.Point;
import io.parceldesk.chassis.watch.Sampled;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Says when the company's calendar lacks the holidays of a year that is needed: the present one,
 * and from 1 December on the next (REG-13). Due times are answered all the same, marked incomplete;
 * so the service stays ready.
 */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "parceldesk.cases.enabled", stringValue = "true")
class CalendarWatch implements HealthCheck, Sampled {
  private static final Logger LOG = Logger.getLogger(CalendarWatch.class);

  private final Rulebooks rulebooks;
  private final Sql sql;

  CalendarWatch(Rulebooks rulebooks, Sql sql) {
    this.rulebooks = rulebooks;
    this.sql = sql;
  }

  @Override
  public List<Sample> samples() {
    return List.of(
        new Sample(
            "parceldesk.calendar.missing.years",
            "Years that the company's calendar needs and lacks",
            Duration.ofMinutes(1),
            () -> List.of(new Point(Tags.empty(), missingOn(today()).size()))));
  }

  @Scheduled(cron = "0 0 9 * * ?", timeZone = "Asia/Shanghai")
  void warnDaily() {
    warning(today()).ifPresent(LOG::warn);
  }

  Optional<String> warning(LocalDate today) {
    var missing = missingOn(today);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ("The company's calendar has no announced holidays for %s: due times in it are guessed."
                    + " PUT /api/v1/calendars/company/years/%d")
                .formatted(missing, missing.first()));
  }

  @Override
  public HealthCheckResponse call() {
    return answer(today());
  }

  HealthCheckResponse answer(LocalDate today) {
    var missing = missingOn(today);
    return HealthCheckResponse.named("calendar")
        .up()
        .withData("complete", missing.isEmpty())
        .withData("missingYears", missing.toString())
        .build();
  }

  SortedSet<Integer> missingOn(LocalDate today) {
    var needed = new TreeSet<Integer>();
    needed.add(today.getYear());
    if (today.getMonth() == Month.DECEMBER) {
      needed.add(today.getYear() + 1);
    }
    needed.removeAll(rulebooks.current().calendars().ofOutlet(null).years());
    return needed;
  }

  private LocalDate today() {
    return sql.first("select clock_timestamp() as now", row -> SqlValue.instant(row, "now"))
        .orElseThrow()
        .atZone(WorkingCalendar.ZONE)
        .toLocalDate();
  }
}
