package io.parceldesk.chassis.directory;

import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The waybills that inquiry-service has accepted, as far as its events have told. */
@ApplicationScoped
public class KnownWaybills {
  private final Sql sql;

  KnownWaybills(Sql sql) {
    this.sql = sql;
  }

  /** An unknown waybill is not refused, only flagged: the parcel's data may come later. */
  public boolean contains(String waybill) {
    return waybill != null
        && sql.first("select 1 from known_waybill where waybill = ?", row -> true, waybill)
            .isPresent();
  }

  void keep(String waybill, String fromOutlet, String toOutlet, LocalDate dispatchedOn) {
    sql.update(
        """
        insert into known_waybill (waybill, from_outlet, to_outlet, dispatched_on)
        values (?, ?, ?, ?)
        on conflict (waybill) do update
          set from_outlet = excluded.from_outlet, to_outlet = excluded.to_outlet,
              dispatched_on = excluded.dispatched_on
        """,
        waybill,
        fromOutlet,
        toOutlet,
        dispatchedOn);
  }
}
