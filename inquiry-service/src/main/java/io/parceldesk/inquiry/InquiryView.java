package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.deadline.DeadlineView;
import io.parceldesk.contracts.Owner;
import java.time.Instant;
import java.util.List;

/** An inquiry as it is shown; the inquirer is masked (REG-09). */
public record InquiryView(
    String number,
    InquiryStatus status,
    Subject subject,
    InquiryClass inquiryClass,
    Priority priority,
    CustomerTier tier,
    Channel channel,
    boolean urgent,
    String waybill,
    boolean waybillKnown,
    MaskedContact inquirer,
    Owner owner,
    String question,
    Instant openedAt,
    Instant promisedReplyAt,
    String answer,
    Instant answeredAt,
    Instant closedAt,
    List<DeadlineView> deadlines,
    List<String> withoutPolicy,
    List<CaseLink> links,
    List<String> allowedActions,
    long version) {

  static InquiryView of(CaseFile<Inquiry> file, MaskedContact inquirer) {
    var inquiry = file.subject();
    var intake = inquiry.intake();
    return new InquiryView(
        inquiry.number().text(),
        inquiry.status(),
        intake.category(),
        inquiry.inquiryClass(),
        inquiry.priority(),
        intake.tier(),
        intake.channel(),
        intake.urgent(),
        intake.waybill(),
        inquiry.waybillKnown(),
        inquirer,
        inquiry.owner(),
        intake.question(),
        inquiry.openedAt(),
        inquiry.promisedReplyAt(),
        inquiry.answer(),
        inquiry.answeredAt(),
        inquiry.closedAt(),
        file.deadlines(),
        file.withoutPolicy(),
        file.links(),
        file.allowedActions(),
        inquiry.version());
  }
}
