package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows inquiries, with what may be seen of the inquirer and what helps to answer. */
@ApplicationScoped
public class InquiryViews {
  private final Seal seal;
  private final AnswerDrafts drafts;
  private final Candidates candidates;
  private final Transactions transactions;

  InquiryViews(Seal seal, AnswerDrafts drafts, Candidates candidates, Transactions transactions) {
    this.seal = seal;
    this.drafts = drafts;
    this.candidates = candidates;
    this.transactions = transactions;
  }

  public InquiryView of(CaseFile<Inquiry> file) {
    var inquiry = file.subject();
    if (inquiry.anonymisedAt() != null) {
      return row(file);
    }
    return transactions.run(
        () -> {
          var found =
              inquiry.inquiryClass() == InquiryClass.NO_WAYBILL && inquiry.reply().answer() == null
                  ? candidates.of(inquiry.intake())
                  : List.<Candidate>of();
          return view(file, drafts.of(inquiry, found.size()).orElse(null), found);
        });
  }

  /** Without what costs a look-up. */
  public InquiryView row(CaseFile<Inquiry> file) {
    return view(file, null, null);
  }

  private InquiryView view(CaseFile<Inquiry> file, String draft, List<Candidate> found) {
    var inquiry = file.subject();
    return InquiryView.of(
        file,
        new InquiryView.Found(
            seal.show(inquiry.contact(), Contact.class, Contact::masked, MaskedContact.UNREADABLE),
            seal.show(inquiry.deliveryAddress(), String.class, Masks::address, Masks.UNREADABLE),
            draft,
            found));
  }
}
