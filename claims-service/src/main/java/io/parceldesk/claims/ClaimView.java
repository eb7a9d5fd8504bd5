package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.deadline.DeadlineView;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.Money;
import io.parceldesk.contracts.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A claim as it is shown; the claimant is masked (REG-09). */
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
    EvidenceState evidence,
    List<DeadlineView> deadlines,
    List<String> withoutPolicy,
    List<CaseLink> links,
    List<String> allowedActions,
    long version) {

  static ClaimView of(CaseFile<Claim> file, MaskedContact claimant) {
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
        claim.returnReason(),
        claim.closedAt(),
        new EvidenceState(claim.receivedSlots()),
        file.deadlines(),
        file.withoutPolicy(),
        file.links(),
        file.allowedActions(),
        claim.version());
  }

  /** Which places of the checklist have a file; the files themselves are a resource. */
  public record EvidenceState(Set<EvidenceSlot> received) {}
}
