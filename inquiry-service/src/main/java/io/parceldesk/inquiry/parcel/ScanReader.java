package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.inquiry.Scan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes scans of what was told, with what may be personal in it sealed. */
@ApplicationScoped
class ScanReader {
  private final Seal seal;

  ScanReader(Seal seal) {
    this.seal = seal;
  }

  ParcelNews news(ParcelLine line) {
    var waybill = line.form().waybill();
    return new ParcelNews(waybill, line, scans(waybill, line.form().scansOrNone()));
  }

  Scan scan(String waybill, ScanForm form) {
    return new Scan(
        form.scanId(),
        waybill,
        form.type(),
        form.at().truncatedTo(ChronoUnit.MILLIS),
        form.outlet(),
        seal.seal(details(form)));
  }

  private List<Scan> scans(String waybill, List<ScanForm> forms) {
    return forms.stream().map(form -> scan(waybill, form)).toList();
  }

  private static Scan.Details details(ScanForm form) {
    return form.courier() == null && form.note() == null
        ? null
        : new Scan.Details(form.courier(), form.note());
  }
}
