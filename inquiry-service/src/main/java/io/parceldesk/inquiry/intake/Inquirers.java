package io.parceldesk.inquiry.intake;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.inquiry.NewInquiry;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Seals the inquirer before the inquiry is made, so that the model never holds personal data in
 * clear.
 */
@ApplicationScoped
class Inquirers {
  private final Seal seal;
  private final BlindIndex index;

  Inquirers(Seal seal, BlindIndex index) {
    this.seal = seal;
    this.index = index;
  }

  NewInquiry inquiryOf(Contact inquirer, InquiryIntakeResource.InquiryForm form) {
    return new NewInquiry(
        form.channel(),
        form.subject(),
        form.waybill(),
        form.urgent(),
        inquirer.tier(),
        seal.seal(inquirer),
        index.phone(inquirer.phone()),
        index.name(inquirer.name()),
        form.question());
  }
}
