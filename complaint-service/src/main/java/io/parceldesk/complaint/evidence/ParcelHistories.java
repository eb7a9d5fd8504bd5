package io.parceldesk.complaint.evidence;

import io.parceldesk.chassis.directory.ParcelMilestone;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.contracts.ParcelEvent.ParcelAccepted;
import io.parceldesk.contracts.ParcelEvent.ParcelDelivered;
import io.parceldesk.contracts.ParcelEvent.ParcelOverdue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Where the parcels of cases were, as far as inquiry-service has told; without parties. */
@ApplicationScoped
class ParcelHistories {
  private static final String ACCEPTED =
      """
      insert into parcel_history
        (waybill, route, dispatched_on, promised_at, from_outlet, to_outlet, told_at)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (waybill) do update
         set route = excluded.route, dispatched_on = excluded.dispatched_on,
             promised_at = excluded.promised_at, from_outlet = excluded.from_outlet,
             to_outlet = excluded.to_outlet
      """;

  private static final String DELIVERED =
      """
      insert into parcel_history (waybill, delivered_at, delivered_by, told_at)
      values (?, ?, ?, ?)
      on conflict (waybill) do update
         set delivered_at = excluded.delivered_at, delivered_by = excluded.delivered_by
      """;

  /** What was told first stays, however often it is said. */
  private static final String OVERDUE =
      """
      insert into parcel_history (waybill, promised_at, overdue_since, held_lost_since, told_at)
      values (?, ?, ?, ?, ?)
      on conflict (waybill) do update
         set promised_at = coalesce(parcel_history.promised_at, excluded.promised_at),
             overdue_since = coalesce(parcel_history.overdue_since, excluded.overdue_since),
             held_lost_since = coalesce(parcel_history.held_lost_since, excluded.held_lost_since)
      """;

  private final Sql sql;

  ParcelHistories(Sql sql) {
    this.sql = sql;
  }

  void keep(@Observes ParcelMilestone milestone) {
    var toldAt = milestone.toldAt();
    if (milestone.event() instanceof ParcelAccepted parcel) {
      sql.update(
          ACCEPTED,
          parcel.waybill(),
          parcel.route(),
          parcel.dispatchedOn(),
          parcel.promisedAt(),
          parcel.fromOutlet(),
          parcel.toOutlet(),
          toldAt);
    } else if (milestone.event() instanceof ParcelDelivered parcel) {
      sql.update(DELIVERED, parcel.waybill(), parcel.deliveredAt(), parcel.outlet(), toldAt);
    } else if (milestone.event() instanceof ParcelOverdue parcel) {
      keep(parcel, toldAt);
    }
  }

  private void keep(ParcelOverdue parcel, Instant toldAt) {
    sql.update(
        OVERDUE,
        parcel.waybill(),
        parcel.promisedAt(),
        toldAt,
        parcel.thorough() ? toldAt : null,
        toldAt);
  }

  List<Evidence.ParcelPart> of(Collection<String> waybills) {
    return sql.list(
        "select * from parcel_history where waybill = any(?) order by waybill",
        ParcelHistories::part,
        waybills);
  }

  private static Evidence.ParcelPart part(ResultSet row) throws SQLException {
    return new Evidence.ParcelPart(
        row.getString("waybill"),
        row.getString("route"),
        row.getString("from_outlet"),
        row.getString("to_outlet"),
        row.getObject("dispatched_on", LocalDate.class),
        SqlValue.instant(row, "promised_at"),
        SqlValue.instant(row, "overdue_since"),
        SqlValue.instant(row, "held_lost_since"),
        SqlValue.instant(row, "delivered_at"),
        row.getString("delivered_by"));
  }
}
