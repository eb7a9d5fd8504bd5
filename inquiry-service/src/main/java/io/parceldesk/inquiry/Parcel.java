package io.parceldesk.inquiry;

import io.parceldesk.contracts.ParcelEvent;
import io.parceldesk.contracts.ParcelEvent.ParcelAccepted;
import io.parceldesk.contracts.ParcelEvent.ParcelCorrected;
import io.parceldesk.contracts.ParcelEvent.ParcelDelivered;
import io.parceldesk.contracts.ParcelEvent.ParcelOverdue;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A parcel on its way, as the courier's own systems told it (INQ-02). It is no case. What follows
 * from its scans is only ever a maximum or a minimum of them, so that neither their order nor a
 * scan that is told twice makes a difference.
 */
@Entity
public class Parcel {
  @Id private String waybill;
  private UUID id;
  @Version private long version;
  @Embedded private ParcelTerms terms;

  @Embedded
  @AttributeOverride(name = "sealed", column = @Column(name = "sender"))
  @AttributeOverride(name = "phoneIndex", column = @Column(name = "sender_phone_index"))
  @AttributeOverride(name = "nameIndex", column = @Column(name = "sender_name_index"))
  private SealedParty sender;

  @Embedded
  @AttributeOverride(name = "sealed", column = @Column(name = "recipient"))
  @AttributeOverride(name = "phoneIndex", column = @Column(name = "recipient_phone_index"))
  @AttributeOverride(name = "nameIndex", column = @Column(name = "recipient_name_index"))
  private SealedParty recipient;

  @Embedded
  @AttributeOverride(name = "nearAt", column = @Column(name = "thorough_near_at"))
  @AttributeOverride(name = "at", column = @Column(name = "thorough_at"))
  @AttributeOverride(name = "policy", column = @Column(name = "thorough_policy"))
  private ThoroughLimit thoroughLimit;

  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "last_scan_at"))
  @AttributeOverride(name = "type", column = @Column(name = "last_scan_type"))
  @AttributeOverride(name = "outlet", column = @Column(name = "last_scan_outlet"))
  @AttributeOverride(name = "scanId", column = @Column(name = "last_scan_id"))
  private Milestone lastScan;

  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "ending_at"))
  @AttributeOverride(name = "type", column = @Column(name = "ending_type"))
  @AttributeOverride(name = "outlet", column = @Column(name = "ending_outlet"))
  @AttributeOverride(name = "scanId", column = @Column(name = "ending_scan_id"))
  private Milestone ending;

  private Instant deliveredAt;
  private boolean moved;
  private boolean overdueTold;
  private boolean thoroughTold;
  private boolean thoroughNearTold;
  private Instant nextDueAt;

  protected Parcel() {}

  public Parcel(String waybill) {
    this.waybill = waybill;
    this.id = streamOf(waybill);
  }

  /** The stream of a parcel's events is the same wherever and whenever it is first told of. */
  public static UUID streamOf(String waybill) {
    return UUID.nameUUIDFromBytes(("parcel:" + waybill).getBytes(StandardCharsets.UTF_8));
  }

  /** Its acceptance is announced once; terms told differently later correct it. */
  public List<ParcelEvent> accept(
      ParcelTerms told, SealedParty toldSender, SealedParty toldRecipient, ThoroughLimit limit) {
    sender = toldSender;
    recipient = toldRecipient;
    var events = new ArrayList<ParcelEvent>();
    if (!told.equals(terms)) {
      events.add(terms == null ? accepted(told) : corrected(told));
      terms = told;
      thoroughLimit = limit;
      thoroughNearTold = limit == null || limit.nearAt() == null;
    }
    tellOfLateDelivery(events);
    scheduleNext();
    return events;
  }

  /** Announces its delivery once, when the first scan tells of it. */
  public List<ParcelEvent> follow(Collection<Scan> scans) {
    var events = new ArrayList<ParcelEvent>();
    var known = deliveredAt;
    scans.stream().map(Scan::milestone).forEach(this::follow);
    if (known == null && deliveredAt != null) {
      tellOfLateDelivery(events);
      events.add(new ParcelDelivered(waybill, deliveredAt, ending.outlet()));
    }
    scheduleNext();
    return events;
  }

  private void follow(Milestone scan) {
    lastScan = Milestone.later(lastScan, scan);
    moved |= scan.type().showsMovement();
    if (scan.type().endsJourney()) {
      ending = Milestone.later(ending, scan);
    }
    if (scan.type() == ScanType.DELIVERED
        && (deliveredAt == null || scan.at().isBefore(deliveredAt))) {
      deliveredAt = scan.at();
    }
  }

  /** What its times say now that one of them may have come; each is told once (REG-07). */
  public List<ParcelEvent> fallDue(Instant now) {
    var events = new ArrayList<ParcelEvent>();
    if (!overdueTold && isOverdue(now)) {
      overdueTold = true;
      events.add(overdue(false));
    }
    if (!thoroughTold && isThoroughlyDelayed(now)) {
      thoroughTold = true;
      events.add(overdue(true));
    }
    scheduleNext();
    return events;
  }

  /** Whether it has come near its thorough-delay limit undelivered; true once (PRB-02). */
  public boolean nearsLimit(Instant now) {
    var nears = !thoroughNearTold && !hasEnded() && hasPassed(thoroughNearAt(), now);
    thoroughNearTold |= nears;
    scheduleNext();
    return nears;
  }

  /** The limit itself where it was written before anybody asked when it is near. */
  private Instant thoroughNearAt() {
    var nearAt = thoroughLimit == null ? null : thoroughLimit.nearAt();
    return nearAt == null ? thoroughAt() : nearAt;
  }

  /** Delivered after all, before anybody noticed that it was late: that is a delay (AMB-13). */
  private void tellOfLateDelivery(List<ParcelEvent> events) {
    var promisedAt = terms().promisedAt();
    if (!overdueTold
        && promisedAt != null
        && deliveredAt != null
        && !deliveredAt.isBefore(promisedAt)) {
      overdueTold = true;
      events.add(overdue(false));
    }
  }

  private void scheduleNext() {
    nextDueAt =
        Stream.of(
                overdueTold ? null : terms().promisedAt(),
                thoroughNearTold ? null : thoroughNearAt(),
                thoroughTold ? null : thoroughAt())
            .filter(at -> at != null && !hasEnded())
            .min(Instant::compareTo)
            .orElse(null);
  }

  private ParcelOverdue overdue(boolean thorough) {
    return new ParcelOverdue(waybill, terms.promisedAt(), thorough);
  }

  private ParcelAccepted accepted(ParcelTerms told) {
    return new ParcelAccepted(
        waybill,
        told.route().name(),
        told.dispatchedOn(),
        told.promisedAt(),
        told.fromOutlet(),
        told.toOutlet(),
        told.freightMoney(),
        told.insuredMoney());
  }

  private ParcelCorrected corrected(ParcelTerms told) {
    return new ParcelCorrected(
        waybill,
        told.route().name(),
        told.dispatchedOn(),
        told.promisedAt(),
        told.fromOutlet(),
        told.toOutlet(),
        told.freightMoney(),
        told.insuredMoney());
  }

  /** The last scan tells, but nothing that scanners add undoes a delivery or a return. */
  public ParcelStatus status() {
    var telling = ending == null ? lastScan : ending;
    return telling == null ? ParcelStatus.REGISTERED : ParcelStatus.after(telling.type());
  }

  public boolean hasEnded() {
    return ending != null;
  }

  public boolean isOverdue(Instant now) {
    return !hasEnded() && hasPassed(terms().promisedAt(), now);
  }

  /** Still undelivered when the thorough-delay limit has passed: it may be held lost (CLM-10). */
  public boolean isThoroughlyDelayed(Instant now) {
    return !hasEnded() && hasPassed(thoroughAt(), now);
  }

  private static boolean hasPassed(Instant limit, Instant now) {
    return limit != null && !now.isBefore(limit);
  }

  /** Whether anything was seen of it after it left its first outlet (INQ-13). */
  public boolean hasMovedSinceDispatch() {
    return moved;
  }

  /** Outlets see the parcels that they sent or have to deliver, and no others. */
  public boolean concerns(String outlet) {
    return outlet != null
        && (outlet.equals(terms().fromOutlet()) || outlet.equals(terms().toOutlet()));
  }

  public UUID id() {
    return id;
  }

  public String waybill() {
    return waybill;
  }

  /** Never null; nothing in it is known where only scans have told of the parcel. */
  public ParcelTerms terms() {
    return terms == null ? ParcelTerms.UNKNOWN : terms;
  }

  /** Null, as the recipient, until the parcel's terms were told. */
  public SealedParty sender() {
    return sender;
  }

  public SealedParty recipient() {
    return recipient;
  }

  /** Null where no delivery time was promised, or no policy sets a limit. */
  public ThoroughLimit thoroughLimit() {
    return thoroughLimit;
  }

  public Instant thoroughAt() {
    return thoroughLimit == null ? null : thoroughLimit.at();
  }

  /** Null where it was never scanned. */
  public Milestone lastScan() {
    return lastScan;
  }

  public Instant deliveredAt() {
    return deliveredAt;
  }
}
