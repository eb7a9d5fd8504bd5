package io.parceldesk.chassis.months;

import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/**
 * A month of the timeline is needed while it tells of a case that is open, has not been closed for
 * as long as months are kept (REG-11), however long ago the entry itself was written, or is under a
 * legal hold.
 */
@ApplicationScoped
class TimelineMonths implements MonthlyRows {
  private static final String NEEDED =
      """
      select 1 from %1$s m join %2$s c on c.id = m.case_id
       where c.closed_at is null
          or c.closed_at > now() - (select keep from monthly_table where name = 'timeline')
       limit 1
      """;

  private static final String HELD =
      """
      select 1 from %1$s m
       where exists (select 1 from legal_hold h
                      where h.released_at is null and (h.case_id = m.case_id or h.subjects is not null))
       limit 1
      """;

  private final Sql sql;
  private final Instance<Cases<?>> cases;

  TimelineMonths(Sql sql, @Any Instance<Cases<?>> cases) {
    this.sql = sql;
    this.cases = cases;
  }

  @Override
  public String table() {
    return "timeline";
  }

  @Override
  public boolean areNeeded(String month) {
    return cases.stream().anyMatch(some -> finds(NEEDED.formatted(month, some.table())))
        || isHeld(month);
  }

  /**
   * A hold on a person keeps all months: whose cases these are is known only while they are named.
   */
  private boolean isHeld(String month) {
    return finds(HELD.formatted(month));
  }

  private boolean finds(String query) {
    return sql.first(query, row -> 1).isPresent();
  }
}
