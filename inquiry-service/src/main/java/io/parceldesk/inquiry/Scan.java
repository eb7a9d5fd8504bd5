package io.parceldesk.inquiry;

import java.time.Instant;

/**
 * One scan of a parcel, kept as it came: tracking is neither hidden nor invented (REG-02).
 *
 * @param scanId by which the courier's systems name it; told twice it is the same scan
 * @param outlet where it was scanned, or null where that was not told
 * @param details who scanned and what was noted, sealed; null where neither was told
 */
public record Scan(
    String scanId, String waybill, ScanType type, Instant at, String outlet, String details) {

  /** Free text and a person's name; stored only sealed. */
  public record Details(String courier, String note) {}

  Milestone milestone() {
    return new Milestone(at, type, outlet, scanId);
  }

  /** Whether it tells the same; the seal of the same words is never the same. */
  boolean tellsTheSameAs(Scan other) {
    return waybill.equals(other.waybill) && milestone().equals(other.milestone());
  }
}
