package io.parceldesk.inquiry;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Fingerprints;
import io.parceldesk.chassis.contact.Seal;
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
             case when %1$s then 'SENDER' else 'RECIPIENT' end as role
        from parcel p
       where %1$s or %2$s
       order by p.dispatched_on desc nulls last, p.waybill limit 10
      """;

  private final Sql sql;
  private final Seal seal;
  private final BlindIndex index;

  Candidates(Sql sql, Seal seal, BlindIndex index) {
    this.sql = sql;
    this.seal = seal;
    this.index = index;
  }

  /** Opened, as parcel and inquiry may bear fingerprints of different keys. */
  List<Candidate> of(NewInquiry inquiry) {
    return seal.show(inquiry.contact(), Contact.class, this::of, List.of());
  }

  private List<Candidate> of(Contact inquirer) {
    var byPhone = find("phone_index", index.anyPhone(inquirer.phone()));
    return byPhone.isEmpty() ? find("name_index", index.anyName(inquirer.name())) : byPhone;
  }

  private List<Candidate> find(String column, Fingerprints wanted) {
    if (wanted == null) {
      return List.of();
    }
    var value = wanted.value();
    return sql.list(
        FIND.formatted(wanted.in("p.sender_" + column), wanted.in("p.recipient_" + column)),
        Candidates::candidate,
        value,
        value,
        value);
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
