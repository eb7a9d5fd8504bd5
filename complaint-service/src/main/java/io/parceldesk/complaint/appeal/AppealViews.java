package io.parceldesk.complaint.appeal;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.complaint.Appeal;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows appeals, with what may be seen of the appellant. */
@ApplicationScoped
class AppealViews {
  private final Seal seal;

  AppealViews(Seal seal) {
    this.seal = seal;
  }

  AppealView of(CaseFile<Appeal> file) {
    return AppealView.of(
        file, MaskedContact.of(seal.open(file.subject().contact(), Contact.class)));
  }
}
