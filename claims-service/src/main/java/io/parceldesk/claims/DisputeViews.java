package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.contact.OutletStatement;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.identity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Shows disputes, with what may be seen of people, and what the caller's side may do. */
@ApplicationScoped
public class DisputeViews {
  private final Seal seal;
  private final CurrentCaller caller;

  DisputeViews(Seal seal, CurrentCaller caller) {
    this.seal = seal;
    this.caller = caller;
  }

  public DisputeView of(CaseFile<Dispute> file) {
    var dispute = file.subject();
    return DisputeView.of(file, people(dispute), announcement(dispute), allowed(file));
  }

  private DisputeView.Masked people(Dispute dispute) {
    var recipient =
        seal.show(dispute.contact(), Contact.class, Contact::masked, MaskedContact.UNREADABLE);
    return seal.show(
        dispute.intake().report(),
        ReportedPeople.class,
        report -> people(recipient, report),
        new DisputeView.Masked(recipient, Masks.UNREADABLE, null, null, null));
  }

  private static DisputeView.Masked people(MaskedContact recipient, ReportedPeople report) {
    return new DisputeView.Masked(
        recipient,
        Masks.address(report.recipientAddress()),
        MaskedContact.of(report.sender()),
        MaskedContact.of(report.complaining()),
        MaskedContact.of(report.complained()));
  }

  private DisputeView.AnnouncementView announcement(Dispute dispute) {
    var told = dispute.publication();
    if (told == null) {
      return null;
    }
    var answered = dispute.answered();
    return new DisputeView.AnnouncementView(
        told.announcedAt(),
        told.recipientVerified(),
        seal.show(
            told.announcement(),
            Announcement.class,
            announced -> MaskedContact.of(announced.contact()),
            MaskedContact.UNREADABLE),
        told.answerBy(),
        told.negotiateUntil(),
        told.readAt(),
        answered.answer(),
        answered.answeredAt(),
        seal.show(
            answered.statement(), OutletStatement.class, OutletStatement::text, Masks.UNREADABLE));
  }

  private List<String> allowed(CaseFile<Dispute> file) {
    var asking = caller.get();
    return asking.isOutletOnly()
        ? file.allowedActions().stream()
            .filter(
                noun ->
                    DisputeAction.valueOf(noun.toUpperCase(Locale.ROOT).replace('-', '_'))
                        .isFor(file.subject(), asking.outlet()))
            .toList()
        : file.allowedActions();
  }
}
