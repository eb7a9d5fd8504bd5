package io.parceldesk.complaint.evidence;

import io.parceldesk.complaint.evidence.Evidence.ParcelPart;
import io.parceldesk.complaint.evidence.EvidencePage.Section;
import io.parceldesk.complaint.evidence.EvidencePage.Table;
import java.util.List;
import java.util.stream.Stream;

/** The parcels' way on paper. */
final class ParcelSection {
  private final EvidenceWords words;

  ParcelSection(EvidenceWords words) {
    this.words = words;
  }

  Section of(List<ParcelPart> parcels) {
    return EvidencePrint.section(
        words.text("parcels"),
        new Table(
            words.text("tracking"),
            List.of(
                words.text("column.waybill"),
                words.text("column.milestone"),
                words.text("column.at"),
                words.text("column.outlet")),
            parcels.stream().flatMap(this::rows).toList(),
            words.text("none")));
  }

  private Stream<List<String>> rows(ParcelPart parcel) {
    return Stream.of(
            row(parcel, "accepted", words.date(parcel.dispatchedOn()), parcel.fromOutlet()),
            row(parcel, "promised", words.time(parcel.promisedAt()), parcel.toOutlet()),
            row(parcel, "overdue", words.time(parcel.overdueSince()), null),
            row(parcel, "heldLost", words.time(parcel.heldLostSince()), null),
            row(parcel, "delivered", words.time(parcel.deliveredAt()), parcel.deliveredBy()))
        .filter(row -> !row.get(2).isEmpty());
  }

  private List<String> row(ParcelPart parcel, String milestone, String at, String outlet) {
    return List.of(
        parcel.waybill(), words.text("milestone." + milestone), at, outlet == null ? "" : outlet);
  }
}
