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
    var recipient = seal.open(dispute.contact(), Contact.class);
    var report = seal.open(dispute.intake().report(), ReportedPeople.class);
    return new DisputeView.Masked(
        recipient.masked(),
        Masks.address(report.recipientAddress()),
        masked(report.sender()),
        masked(report.complaining()),
        masked(report.complained()));
  }

  private DisputeView.AnnouncementView announcement(Dispute dispute) {
    var told = dispute.publication();
    if (told == null || told.announcement() == null) {
      return null;
    }
    var answered = dispute.answered();
    return new DisputeView.AnnouncementView(
        told.announcedAt(),
        told.recipientVerified(),
        masked(seal.open(told.announcement(), Announcement.class).contact()),
        told.answerBy(),
        told.negotiateUntil(),
        told.readAt(),
        answered.answer(),
        answered.answeredAt(),
        answered.statement() == null
            ? null
            : seal.open(answered.statement(), OutletStatement.class).text());
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

  private static MaskedContact masked(Contact contact) {
    return contact == null ? null : contact.masked();
  }
}
