package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseDesk;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.NamedPerson;
import io.parceldesk.chassis.cases.Obstacle;
import io.parceldesk.chassis.cases.PersonalColumns;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.claims.compensation.OutletGround;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The one way to open, read and change disputes. */
@Singleton
public class Disputes extends Cases<Dispute> {
  // what was awarded stays, why in somebody's words does not
  private static final String FORGET_REASONS =
      """
      update dispute set rulings = (
        select coalesce(jsonb_agg(ruling - 'reason' - 'practicalReason'), '[]')::text
          from jsonb_array_elements(rulings::jsonb) as ruling)
       where id = ?
      """;

  private final EvidenceFiles files;
  private final Sql sql;

  Disputes(DisputeRepository repository, CaseDesk desk, EvidenceFiles files, Sql sql) {
    super(CaseKind.DISPUTE, "dispute", "/outlet-disputes", repository, desk);
    this.files = files;
    this.sql = sql;
  }

  @Override
  public Set<String> categories() {
    return names(OutletGround.values());
  }

  @Override
  public PersonalColumns personal() {
    return new PersonalColumns(
        Set.of("contact"), Set.of("report", "contents", "announcement", "statement", "objection"));
  }

  /** The recipient is the customer; the account is of who is to be turned to. */
  @Override
  public List<NamedPerson> named() {
    return List.of(
        new NamedPerson("SENDER", "report", "/sender"),
        new NamedPerson("COMPLAINANT", "report", "/complaining"),
        new NamedPerson("COMPLAINED_AGAINST", "report", "/complained"),
        new NamedPerson("CONTACT", "announcement", "/contact", Set.of("bankAccount")));
  }

  @Override
  protected boolean namesAtTheOpening() {
    return true;
  }

  /** As long as a customer still claims for a parcel, the outlets' papers may be needed. */
  @Override
  public List<Obstacle> obstacles() {
    return List.of(
        new Obstacle(
            "CLAIM_OPEN",
            """
            exists (select 1 from dispute_parcel p join claim m on m.waybill = p.waybill
                     where p.dispute_id = c.id and m.closed_at is null)
            """));
  }

  @Override
  protected void clearBesides(UUID id, Instant now) {
    files.deleteAll(id, now);
    sql.update(FORGET_REASONS, id);
  }

  /** Both outlets; the other one from the announcement on. */
  @Override
  public String ofOutlet() {
    return "(c.filing_outlet = ? or (c.outlet = ? and c.announced_at is not null))";
  }
}
