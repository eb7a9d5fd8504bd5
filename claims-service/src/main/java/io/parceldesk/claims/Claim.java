package io.parceldesk.claims;

import static io.parceldesk.claims.ClaimStatus.ACCEPTED;
import static io.parceldesk.claims.ClaimStatus.FILED;
import static io.parceldesk.claims.ClaimStatus.RETURNED;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ClaimsEvent.ClaimAccepted;
import io.parceldesk.contracts.ClaimsEvent.ClaimFiled;
import io.parceldesk.contracts.ClaimsEvent.ClaimReturned;
import io.parceldesk.contracts.Money;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a customer wants to be compensated for (CLM-01). What outlets owe each other is a dispute,
 * and never mixed with this.
 */
@Entity
public class Claim implements Case {
  @Id private UUID id;
  private String number;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private ClaimStatus status;

  @Embedded private NewClaim intake;
  @Embedded private Origin origin;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  private boolean waybillKnown;
  private Instant openedAt;
  private Instant closedAt;
  @Embedded private Handler handler;
  private Instant offerBy;
  private String returnReason;

  @Convert(converter = EvidenceSlotsJson.class)
  private Set<EvidenceSlot> receivedSlots = EnumSet.noneOf(EvidenceSlot.class);

  protected Claim() {
    // for the persistence provider
  }

  /**
   * Files a claim (CLM-02).
   *
   * @param from the case that it comes from, or null
   */
  public Claim(Ticket ticket, NewClaim claim, boolean waybillKnown, Handler handler, CaseRef from) {
    id = UuidCreator.getTimeOrderedEpoch();
    number = ticket.number().text();
    status = FILED;
    intake = claim;
    origin = Origin.of(from);
    priority = Priority.of(claim.urgent(), claim.tier(), ticket.repeatedContact());
    this.waybillKnown = waybillKnown;
    openedAt = ticket.now();
    this.handler = handler;
  }

  /** What its filing announces. */
  public Change filed() {
    return Change.of("filing", null, status).announces(announcement(origin(), contact()));
  }

  /**
   * Another case on the same parcel is about the same matter: it, and whoever complained there,
   * learns this claim's number.
   */
  public Change attach(CaseRef other, String theirContact) {
    origin = origin == null ? Origin.of(other) : origin;
    return Change.of("attachment", status, status)
        .noting(other.number())
        .announces(announcement(other, theirContact));
  }

  /**
   * The sender is answered and told the handling limit (CLM-03, CLM-04).
   *
   * @param proposalBy by when there will be an offer or a refusal
   */
  public Change accept(Instant proposalBy) {
    var change = become(ACCEPTED, "acceptance");
    offerBy = proposalBy;
    return change
        .meets("REPLY")
        .starts("PROPOSAL")
        .announces(new ClaimAccepted(facts(), origin(), proposalBy, contact()));
  }

  /** Something is missing: the form goes back, which is a reply too (CLM-03). */
  public Change giveBack(String reasonCode, String note) {
    var change = become(RETURNED, "return");
    returnReason = reasonCode;
    return change
        .noting(note)
        .meets("REPLY")
        .announces(new ClaimReturned(facts(), origin(), reasonCode, contact()));
  }

  /** A file came in, which is a sign from the claimant. */
  public Change receive(EvidenceSlot slot) {
    receivedSlots = EnumSet.copyOf(receivedSlots);
    receivedSlots.add(slot);
    return Change.of("evidence", status, status).noting(slot.name()).hearsFromCustomer();
  }

  @Override
  public CaseFacts facts() {
    return new CaseFacts(
        number,
        CaseKind.CLAIM.name(),
        status.name(),
        priority.name(),
        intake.tier().name(),
        intake.waybill(),
        openedAt,
        owner().outlet(),
        owner().department());
  }

  /** Policies tell claims apart by their route (SLA-12). */
  @Override
  public CaseProfile profile() {
    return new CaseProfile(
        id,
        CaseKind.CLAIM,
        intake.route().name(),
        null,
        intake.tier(),
        intake.urgent(),
        intake.channel(),
        owner().outlet());
  }

  @Override
  public List<ClaimAction> possibleActions() {
    return Arrays.stream(ClaimAction.values())
        .filter(action -> action.isPossibleIn(status))
        .toList();
  }

  private ClaimFiled announcement(CaseRef from, String sealed) {
    return new ClaimFiled(
        facts(), intake.category().name(), intake.route().name(), claimed(), from, sealed);
  }

  private Change become(ClaimStatus next, String action) {
    if (!status.leadsTo(next)) {
      throw new IllegalTransition(status, next);
    }
    var change = Change.of(action, status, next);
    status = next;
    return change;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public CaseNumber number() {
    return CaseNumber.parse(number);
  }

  @Override
  public String statusName() {
    return status.name();
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public Owner owner() {
    return handler == null
        ? new Owner(null, null, null)
        : new Owner(handler.outlet(), handler.department(), handler.assignee());
  }

  @Override
  public String contact() {
    return intake.contact();
  }

  public ClaimStatus status() {
    return status;
  }

  public NewClaim intake() {
    return intake;
  }

  /** 0.00 while no amount was named. */
  public Money claimed() {
    return Money.cny(intake.claimed() == null ? BigDecimal.ZERO : intake.claimed());
  }

  public CaseRef origin() {
    return Origin.ref(origin);
  }

  public Priority priority() {
    return priority;
  }

  public boolean waybillKnown() {
    return waybillKnown;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant closedAt() {
    return closedAt;
  }

  public Instant offerBy() {
    return offerBy;
  }

  public String returnReason() {
    return returnReason;
  }

  public Set<EvidenceSlot> receivedSlots() {
    return receivedSlots;
  }
}
