package io.parceldesk.contracts;

/** The Kafka topics of the platform: 12 partitions each, never created by a service. */
public final class Topics {
  public static final String INQUIRY = "parceldesk.inquiry";
  public static final String COMPLAINT = "parceldesk.complaint";
  public static final String CLAIMS = "parceldesk.claims";

  /** What outlets told us; key, subject and sequence are the outlet's. */
  public static final String OUTLET = "parceldesk.outlet";

  /** Compacted, key outlet code: the newest facts of every outlet. */
  public static final String DIRECTORY = "parceldesk.directory";

  /** Key waybill: milestones of parcels, without parties. */
  public static final String PARCEL = "parceldesk.parcel";

  /** Key case number: what became of the messages that were sent about a case. */
  public static final String NOTIFICATION = "parceldesk.notification";

  /** Inbound: the scans of the courier company's own systems. */
  public static final String COURIER_PARCEL_SCANS = "courier.parcel-scans";

  private Topics() {}
}
