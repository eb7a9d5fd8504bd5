package io.parceldesk.complaint.appeal;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.LegalHold;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.deadline.DeadlineView;
import io.parceldesk.complaint.Appeal;
import io.parceldesk.complaint.AppealStatus;
import io.parceldesk.complaint.Category;
import io.parceldesk.complaint.Conclusion;
import io.parceldesk.contracts.Owner;
import java.time.Instant;
import java.util.List;

/** An appeal as it is shown; the appellant is masked (REG-09). */
record AppealView(
    String number,
    AppealStatus status,
    String authorityReference,
    String complaint,
    Category category,
    Priority priority,
    CustomerTier tier,
    Channel channel,
    String waybill,
    MaskedContact appellant,
    Owner owner,
    String demand,
    Instant openedAt,
    Conclusion conclusion,
    String reply,
    Instant repliedAt,
    String opinion,
    Instant closedAt,
    Instant anonymisedAt,
    LegalHold legalHold,
    List<DeadlineView> deadlines,
    List<CaseLink> links,
    List<String> allowedActions,
    long version) {

  static AppealView of(CaseFile<Appeal> file, MaskedContact appellant) {
    var appeal = file.subject();
    var intake = appeal.intake();
    return new AppealView(
        appeal.number().text(),
        appeal.status(),
        intake.authorityReference(),
        intake.complaint(),
        intake.category(),
        appeal.priority(),
        intake.tier(),
        intake.channel(),
        intake.waybill(),
        appellant,
        appeal.owner(),
        intake.demand(),
        appeal.openedAt(),
        appeal.conclusion(),
        appeal.reply(),
        appeal.repliedAt(),
        appeal.opinion(),
        appeal.closedAt(),
        appeal.anonymisedAt(),
        file.hold(),
        file.deadlines(),
        file.links(),
        file.allowedActions(),
        appeal.version());
  }
}
