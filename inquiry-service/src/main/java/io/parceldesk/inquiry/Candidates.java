package io.parceldesk.inquiry;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * Parcels of somebody who has no waybill, by phone, else by name (INQ-16): the newest first, as
 * many as one can ask about on the phone.
 */
@ApplicationScoped
class Candidates {
  private static final String FIND =
      """
      select p.waybill, p.dispatched_on, p.from_outlet, p.to_outlet,
             p.last_scan_type, p.last_scan_at,
             case when p.sender_%1$s = ? then 'SENDER' else 'RECIPIENT' end as role
        from parcel p
       where p.sender_%1$s = ? or p.recipient_%1$s = ?
       order by p.dispatched_on desc nulls last, p.waybill limit 10
      """;

  private final Sql sql;

  Candidates(Sql sql) {
    this.sql = sql;
  }

  List<Candidate> of(NewInquiry inquiry) {
    var byPhone = find("phone_index", inquiry.phoneIndex());
    return byPhone.isEmpty() ? find("name_index", inquiry.nameIndex()) : byPhone;
  }

  private List<Candidate> find(String column, String index) {
    return index == null
        ? List.of()
        : sql.list(FIND.formatted(column), Candidates::candidate, index, index, index);
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    var last = row.getString("last_scan_type");
    return new Candidate(
        row.getString("waybill"),
        row.getString("role"),
        row.getObject("dispatched_on", LocalDate.class),
        row.getString("from_outlet"),
        row.getString("to_outlet"),
        last == null ? null : ScanType.valueOf(last),
        SqlValue.instant(row, "last_scan_at"));
  }
}
