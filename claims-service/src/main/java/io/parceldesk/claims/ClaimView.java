package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.LegalHold;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.deadline.DeadlineView;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.Money;
import io.parceldesk.contracts.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A claim as it is shown; the claimant is masked (REG-09).
 *
 * @param handling the version of the company's terms that it keeps, such as claim-handling@1
 */
public record ClaimView(
    String number,
    ClaimStatus status,
    Ground ground,
    Route route,
    Money claimed,
    Priority priority,
    CustomerTier tier,
    Channel channel,
    boolean urgent,
    String waybill,
    boolean waybillKnown,
    MaskedContact claimant,
    Owner owner,
    CaseRef origin,
    String description,
    Instant openedAt,
    Instant offerBy,
    String returnReason,
    Instant closedAt,
    Instant anonymisedAt,
    LegalHold legalHold,
    boolean fastLane,
    boolean mayBePrescribed,
    Instant deliveredAfterLossAt,
    ChecklistView evidence,
    OfferView offer,
    DisputeWay disputeWay,
    PayeeView payee,
    PaymentState payment,
    String refusalRule,
    String handling,
    List<DeadlineView> deadlines,
    List<String> withoutPolicy,
    List<CaseLink> links,
    List<String> allowedActions,
    long version) {

  static ClaimView of(
      CaseFile<Claim> file, MaskedContact claimant, PayeeView payee, ChecklistView evidence) {
    var claim = file.subject();
    var intake = claim.intake();
    return new ClaimView(
        claim.number().text(),
        claim.status(),
        intake.category(),
        intake.route(),
        claim.claimed(),
        claim.priority(),
        intake.tier(),
        intake.channel(),
        intake.urgent(),
        intake.waybill(),
        claim.waybillKnown(),
        claimant,
        claim.owner(),
        claim.origin(),
        intake.description(),
        claim.openedAt(),
        claim.offerBy(),
        claim.papers().returnReason(),
        claim.closedAt(),
        claim.anonymisedAt(),
        file.hold(),
        claim.fastLane(),
        claim.mayBePrescribed(),
        claim.deliveredAfterLossAt(),
        evidence,
        OfferView.of(claim),
        claim.disputeWay(),
        payee,
        claim.paymentState(),
        claim.refusalRule(),
        ClaimTermsVersion.reference(claim.handling()),
        file.deadlines(),
        file.withoutPolicy(),
        file.links(),
        file.allowedActions(),
        claim.version());
  }

  /**
   * The offer and how it came about.
   *
   * @param deviation how it stands to what the tariff gives
   * @param reason for the deviation
   * @param steps the rules that made the quote
   */
  public record OfferView(
      Money amount,
      Money quoted,
      Offer.Deviation deviation,
      String reason,
      String tariff,
      List<OfferStep> steps,
      String offeredBy,
      Instant offeredAt) {

    static OfferView of(Claim claim) {
      var offer = claim.offer();
      return offer == null
          ? null
          : new OfferView(
              offer.amount(),
              Money.cny(offer.quoted()),
              offer.deviation(),
              offer.offerReason(),
              offer.tariff(),
              claim.offerSteps(),
              offer.offeredBy(),
              offer.offeredAt());
    }
  }

  /** Who is paid; the name is masked (REG-09). */
  public record PayeeView(Payee.PayeeRole role, String name) {}

  /**
   * The places of the checklist; the files themselves are a resource.
   *
   * @param requested what the claimant was asked for; its deadline is EVIDENCE
   * @param missing mandatory places without a file, each one of several papers
   */
  public record ChecklistView(
      Set<EvidenceSlot> received,
      Set<EvidenceSlot> requested,
      List<ClaimTerms.Requirement> missing) {}
}
