package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.CaseDesk;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.NamedPerson;
import io.parceldesk.chassis.cases.PersonalColumns;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one way to open, read and change problem parcels. */
@Singleton
public class ProblemParcels extends Cases<ProblemParcel> {
  private final Sql sql;

  ProblemParcels(ProblemParcelRepository repository, CaseDesk desk, Sql sql) {
    super(CaseKind.PROBLEM_PARCEL, "problem_parcel", "/problem-parcels", repository, desk);
    this.sql = sql;
  }

  @Override
  public Set<String> categories() {
    return names(CauseClass.values());
  }

  /** The recipient that the sender named is another person. */
  @Override
  public PersonalColumns personal() {
    return new PersonalColumns(
        Set.of("contact", "description"),
        Set.of("access_code", "access_code_index", "new_contact", "outlet_statement"));
  }

  @Override
  public List<NamedPerson> named() {
    return List.of(new NamedPerson("NEW_RECIPIENT", "new_contact", ""));
  }

  /** The newest problem that is still open on a waybill. */
  public Optional<CaseNumber> openOn(String waybill) {
    return sql.first(
            """
            select number from problem_parcel where waybill = ? and closed_at is null
             order by opened_at desc limit 1
            """,
            row -> row.getString("number"),
            waybill)
        .map(CaseNumber::parse);
  }

  /** Why a parcel is held up, as far as an open problem tells. */
  public Optional<CauseClass> causeOn(String waybill) {
    return sql.first(
        """
        select category from problem_parcel
         where waybill = ? and closed_at is null and category <> 'UNKNOWN'
         order by opened_at desc limit 1
        """,
        row -> CauseClass.valueOf(row.getString("category")),
        waybill);
  }
}
