package io.parceldesk.inquiry;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.LegalHold;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.deadline.DeadlineView;
import io.parceldesk.contracts.Owner;
import java.time.Instant;
import java.util.List;

/**
 * An inquiry as it is shown; the inquirer is masked (REG-09). What has to be looked up for it,
 * draft and candidates, is null in lists.
 */
public record InquiryView(
    String number,
    InquiryStatus status,
    Subject subject,
    @JsonProperty("class") InquiryClass inquiryClass,
    Priority priority,
    CustomerTier tier,
    Channel channel,
    boolean urgent,
    String waybill,
    boolean waybillKnown,
    MaskedContact inquirer,
    Owner owner,
    String question,
    String deliveryAddress,
    Instant validUntil,
    boolean pastValidity,
    String draftAnswer,
    List<Candidate> candidates,
    Instant openedAt,
    Instant promisedReplyAt,
    String answer,
    Instant answeredAt,
    Instant answerReadAt,
    Instant closedAt,
    Instant anonymisedAt,
    LegalHold legalHold,
    List<DeadlineView> deadlines,
    List<String> withoutPolicy,
    List<CaseLink> links,
    List<String> allowedActions,
    long version) {

  /** What is sealed, as it may be shown, and what was looked up. */
  record Found(
      MaskedContact inquirer, String deliveryAddress, String draft, List<Candidate> candidates) {}

  static InquiryView of(CaseFile<Inquiry> file, Found found) {
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
        found.inquirer(),
        inquiry.owner(),
        intake.question(),
        found.deliveryAddress(),
        inquiry.validUntil(),
        inquiry.isPastValidity(),
        found.draft(),
        found.candidates(),
        inquiry.openedAt(),
        inquiry.reply().promisedReplyAt(),
        inquiry.reply().answer(),
        inquiry.reply().answeredAt(),
        inquiry.reply().answerReadAt(),
        inquiry.closedAt(),
        inquiry.anonymisedAt(),
        file.hold(),
        file.deadlines(),
        file.withoutPolicy(),
        file.links(),
        file.allowedActions(),
        inquiry.version());
  }
}
