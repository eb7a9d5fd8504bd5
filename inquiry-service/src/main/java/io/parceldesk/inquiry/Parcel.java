package io.parceldesk.inquiry;

import io.parceldesk.contracts.ParcelEvent.ParcelAccepted;
import io.parceldesk.contracts.ParcelEvent.ParcelDelivered;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A parcel on its way, as the courier's own systems told it (INQ-02). It is no case. */
@Entity
public class Parcel {
  @Id private String waybill;
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

  private Instant deliveredAt;

  @ElementCollection
  @CollectionTable(name = "parcel_scan", joinColumns = @JoinColumn(name = "waybill"))
  @OrderBy("at")
  private Set<Scan> scans = new LinkedHashSet<>();

  protected Parcel() {}

  public Parcel(String waybill) {
    this.waybill = waybill;
  }

  /** The stream of a parcel's events is the same wherever and whenever it is first told of. */
  public static UUID streamOf(String waybill) {
    return UUID.nameUUIDFromBytes(("parcel:" + waybill).getBytes(StandardCharsets.UTF_8));
  }

  /** Empty when the terms were told before: being told twice is no news. */
  public Optional<ParcelAccepted> accept(
      ParcelTerms told, SealedParty toldSender, SealedParty toldRecipient) {
    sender = toldSender;
    recipient = toldRecipient;
    if (told.equals(terms)) {
      return Optional.empty();
    }
    terms = told;
    return Optional.of(
        new ParcelAccepted(
            waybill,
            told.route().name(),
            told.dispatchedOn(),
            told.promisedAt(),
            told.fromOutlet(),
            told.toOutlet(),
            told.freightMoney(),
            told.insuredMoney()));
  }

  /** Empty unless the scan is the first to tell of the delivery. */
  public Optional<ParcelDelivered> add(Scan scan) {
    scans.add(scan);
    if (scan.kind() != ScanKind.DELIVERED || isDelivered()) {
      return Optional.empty();
    }
    deliveredAt = scan.at();
    return Optional.of(new ParcelDelivered(waybill, scan.at(), scan.outlet()));
  }

  public boolean isDelivered() {
    return deliveredAt != null;
  }

  boolean isOverdue(Instant now) {
    return !isDelivered() && terms.promisedAt() != null && !now.isBefore(terms.promisedAt());
  }

  boolean hasMovedSinceDispatch() {
    return scans.stream().anyMatch(scan -> scan.kind().showsMovement());
  }

  /** Outlets see the parcels that they sent or have to deliver, and no others. */
  public boolean concerns(String outlet) {
    return outlet != null && (outlet.equals(terms.fromOutlet()) || outlet.equals(terms.toOutlet()));
  }

  public String waybill() {
    return waybill;
  }

  public ParcelTerms terms() {
    return terms;
  }

  public SealedParty sender() {
    return sender;
  }

  public SealedParty recipient() {
    return recipient;
  }

  public Instant deliveredAt() {
    return deliveredAt;
  }

  public List<Scan> scans() {
    return List.copyOf(scans);
  }
}
