package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Seal;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows inquiries, with what may be seen of the inquirer. */
@ApplicationScoped
public class InquiryViews {
  private final Seal seal;

  InquiryViews(Seal seal) {
    this.seal = seal;
  }

  public InquiryView of(CaseFile<Inquiry> file) {
    return InquiryView.of(file, seal.open(file.subject().contact(), Contact.class).masked());
  }
}
