package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.LegalHold;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.deadline.DeadlineView;
import io.parceldesk.claims.compensation.OutletGround;
import io.parceldesk.claims.compensation.OutletParcel;
import io.parceldesk.contracts.Money;
import io.parceldesk.contracts.Owner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dispute as it is shown to its outlets and to headquarters; people are masked (PRV-08). */
public record DisputeView(
    String number,
    DisputeStatus status,
    OutletGround ground,
    Priority priority,
    String filingOutlet,
    String responsibleOutlet,
    String destinationOutlet,
    LocalDate dispatchedOn,
    boolean batch,
    String bagNumber,
    boolean thirdPartyTransfer,
    boolean missort,
    Money claimed,
    String contents,
    List<OutletParcel> parcels,
    Masked people,
    Instant openedAt,
    AnnouncementView announcement,
    @Schema(description = "What one side offers, or both have agreed on") Settlement settlement,
    @Schema(description = "What headquarters asks for by ground (ARB-01 to ARB-05)")
        List<EvidenceChecklist.Line> checklist,
    int returns,
    String returnReason,
    List<String> missing,
    Boolean verifiedTrue,
    @Schema(description = "The newest last; the second one follows an objection")
        List<Ruling> rulings,
    Objection objection,
    Instant closedAt,
    Instant anonymisedAt,
    LegalHold legalHold,
    Owner owner,
    List<DeadlineView> deadlines,
    List<String> withoutPolicy,
    List<CaseLink> links,
    List<String> allowedActions,
    long version) {

  /** Whom the report names. */
  public record Masked(
      MaskedContact recipient,
      String recipientAddress,
      MaskedContact sender,
      MaskedContact complaining,
      MaskedContact complained) {}

  /**
   * @param readAt the responsible outlet's receipt (AMB-14)
   * @param statement what the responsible outlet wrote
   */
  @Schema(name = "Announcement")
  public record AnnouncementView(
      Instant publishedAt,
      String recipientVerified,
      MaskedContact contact,
      Instant answerBy,
      Instant negotiateUntil,
      Instant readAt,
      DisputeAnswer answer,
      Instant answeredAt,
      String statement) {}

  static DisputeView of(
      CaseFile<Dispute> file, Masked people, AnnouncementView told, List<String> allowedActions) {
    var dispute = file.subject();
    var intake = dispute.intake();
    return new DisputeView(
        dispute.number().text(),
        dispute.status(),
        intake.category(),
        dispute.priority(),
        intake.filingOutlet(),
        intake.outlet(),
        intake.destinationOutlet(),
        intake.dispatchedOn(),
        intake.batch(),
        intake.bagNumber(),
        intake.thirdPartyTransfer(),
        intake.missort(),
        Money.cny(intake.claimed()),
        intake.contents(),
        intake.parcelList(),
        people,
        dispute.openedAt(),
        told,
        dispute.settlement(),
        dispute.checklist().lines(),
        dispute.material().returns(),
        dispute.material().returnReason(),
        dispute.material().missingItems(),
        dispute.verdict().verifiedTrue(),
        dispute.verdict().rulingList(),
        dispute.verdict().objected(),
        dispute.closedAt(),
        dispute.anonymisedAt(),
        file.hold(),
        dispute.owner(),
        file.deadlines(),
        file.withoutPolicy(),
        file.links(),
        allowedActions,
        dispute.version());
  }
}
