package io.parceldesk.notification.delivery;

import io.parceldesk.chassis.months.MonthlyRows;
import io.parceldesk.chassis.retention.RetentionPeriods;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * A month of deliveries, with their attempts, parts and receipts, is needed until the period of the
 * log of messages is over for the last of them (REG-11), and while one of them is still to be sent,
 * settled or followed by an e-mail, is to be told by a digest that is open, or went to somebody
 * under a legal hold.
 */
@ApplicationScoped
class DeliveryMonths implements MonthlyRows {
  private static final String YOUNG =
      "select 1 where month_bound('%s'::regclass, 'TO') > ?::timestamptz";

  /** Each walks an index that has hardly anything in it. */
  private static final List<String> OPEN =
      List.of(
          "select 1 from %s where status in ('PENDING', 'UNKNOWN') and next_attempt_at < 'infinity'"
              + " limit 1",
          "select 1 from %s where status = 'SENDING' limit 1",
          "select 1 from %s where fallback is not null and status in ('UNDELIVERED', 'FAILED')"
              + " limit 1",
          "select 1 from digest where closed_at is null"
              + " and uuid_extract_timestamp(id) < month_bound('%s'::regclass, 'TO') limit 1");

  private static final String HELD = "select 1 from %s d where " + MessageTexts.HELD + " limit 1";

  private final Sql sql;
  private final RetentionPeriods periods;

  DeliveryMonths(Sql sql, RetentionPeriods periods) {
    this.sql = sql;
    this.periods = periods;
  }

  @Override
  public String table() {
    return "delivery";
  }

  @Override
  public boolean areNeeded(String month) {
    return finds(YOUNG.formatted(month), periods.closedBefore(MessageLog.NAME))
        || OPEN.stream().anyMatch(query -> finds(query.formatted(month)))
        || finds("select 1 from legal_hold where subjects is not null and released_at is null")
            && finds(HELD.formatted(month));
  }

  private boolean finds(String query, Object... parameters) {
    return sql.first(query, row -> 1, parameters).isPresent();
  }
}
