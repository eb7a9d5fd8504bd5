package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.contact.OutletStatement;
import io.parceldesk.chassis.contact.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows complaints, with what may be seen of the complainant. */
@ApplicationScoped
public class ComplaintViews {
  private final Seal seal;
  private final DefaultHandlers defaults;
  private final JointPartyViews jointParties;

  ComplaintViews(Seal seal, DefaultHandlers defaults, JointPartyViews jointParties) {
    this.seal = seal;
    this.defaults = defaults;
    this.jointParties = jointParties;
  }

  public ComplaintView of(CaseFile<Complaint> file) {
    return of(List.of(file)).get(0);
  }

  public List<ComplaintView> of(List<CaseFile<Complaint>> files) {
    var suggested = defaults.of(files.stream().map(CaseFile::subject).toList());
    return files.stream().map(file -> of(file, suggested.get(file.subject().id()))).toList();
  }

  private ComplaintView of(CaseFile<Complaint> file, Handler suggested) {
    var complaint = file.subject();
    var statement = complaint.resolution().outletStatement();
    return ComplaintView.of(
        file,
        new ComplaintView.Opened(
            seal.show(
                complaint.contact(), Contact.class, Contact::masked, MaskedContact.UNREADABLE),
            suggested,
            seal.show(statement, OutletStatement.class, OutletStatement::text, Masks.UNREADABLE),
            jointParties.of(file),
            !jointParties.isAsked(complaint)));
  }
}
