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
  private final JointPartyViews jointParties;

  ComplaintViews(Seal seal, JointPartyViews jointParties) {
    this.seal = seal;
    this.jointParties = jointParties;
  }

  public ComplaintView of(CaseFile<Complaint> file) {
    var complaint = file.subject();
    var statement = complaint.outletStatement();
    return ComplaintView.of(
        file,
        new ComplaintView.Opened(
            seal.open(complaint.contact(), Contact.class).masked(),
            statement == null ? null : seal.open(statement, OutletStatement.class).text(),
            jointParties.of(file),
            !jointParties.isAsked(complaint)));
  }
}
