package io.parceldesk.inquiry.parcel;

import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.Scan;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What was told of a parcel: its terms and parties, its scans, or both.
 *
 * @param line null where only scans were told
 */
record ParcelNews(String waybill, ParcelLine line, List<Scan> scans) {
  static ParcelNews of(Scan scan) {
    return new ParcelNews(scan.waybill(), null, List.of(scan));
  }

  boolean tellsAnyOf(Set<String> scanIds) {
    return scans.stream().map(Scan::scanId).anyMatch(scanIds::contains);
  }

  UUID stream() {
    return Parcel.streamOf(waybill);
  }
}
