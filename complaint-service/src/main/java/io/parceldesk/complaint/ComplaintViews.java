package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.OutletStatement;
import io.parceldesk.chassis.contact.Seal;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows complaints, with what may be seen of the complainant. */
@ApplicationScoped
public class ComplaintViews {
  private final Seal seal;

  ComplaintViews(Seal seal) {
    this.seal = seal;
  }

  public ComplaintView of(CaseFile<Complaint> file) {
    var complaint = file.subject();
    var statement = complaint.outletStatement();
    return ComplaintView.of(
        file,
        seal.open(complaint.contact(), Contact.class).masked(),
        statement == null ? null : seal.open(statement, OutletStatement.class).text());
  }
}
