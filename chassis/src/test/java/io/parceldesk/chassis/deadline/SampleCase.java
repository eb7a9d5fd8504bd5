package io.parceldesk.chassis.deadline;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseAction;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The least that a case can be. */
@Entity
@Table(name = "sample_case")
class SampleCase implements Case {
  enum Status {
    OPEN
  }

  @Id private UUID id;
  private String number;
  @Version private long version;
  private String status;
  private String waybill;
  private Instant openedAt;
  private Instant closedAt;
  private String outlet;
  private String assignee;
  private String tier;
  private String category;
  private int stars;
  private int level;

  protected SampleCase() {
    // for the persistence provider
  }

  SampleCase(Ticket ticket, String waybill, String category, int stars) {
    this.id = UuidCreator.getTimeOrderedEpoch();
    this.number = ticket.number().text();
    this.status = Status.OPEN.name();
    this.openedAt = ticket.now();
    this.tier = CustomerTier.ORDINARY.name();
    this.waybill = waybill;
    this.category = category;
    this.stars = stars;
  }

  SampleCase at(String itsOutlet) {
    outlet = itsOutlet;
    return this;
  }

  Change changeStars(int newStars) {
    stars = newStars;
    return Change.of("assessment", Status.OPEN, Status.OPEN);
  }

  Change escalate(int newLevel) {
    level = newLevel;
    return Change.of("escalation", Status.OPEN, Status.OPEN);
  }

  int level() {
    return level;
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
    return status;
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public CaseFacts facts() {
    return new CaseFacts(
        number, CaseKind.COMPLAINT.name(), status, "NORMAL", tier, waybill, openedAt, outlet, null);
  }

  @Override
  public Owner owner() {
    return new Owner(outlet, null, assignee);
  }

  /** A clock about an outlet is that outlet's. */
  @Override
  public Owner ownerOf(String about) {
    return about == null ? owner() : new Owner(about, null, null);
  }

  @Override
  public String contact() {
    return null;
  }

  @Override
  public CaseProfile profile() {
    return new CaseProfile(
        id,
        CaseKind.COMPLAINT,
        category,
        stars,
        CustomerTier.valueOf(tier),
        false,
        Channel.PHONE,
        outlet);
  }

  @Override
  public List<? extends CaseAction> possibleActions() {
    return List.of();
  }
}
