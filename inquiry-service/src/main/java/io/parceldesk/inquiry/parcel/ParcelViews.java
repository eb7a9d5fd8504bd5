package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.Scan;
import io.parceldesk.inquiry.ScanHistory;
import io.parceldesk.inquiry.SealedParty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows parcels, with what may be seen of their parties. */
@ApplicationScoped
class ParcelViews {
  private final ScanHistory history;
  private final Seal seal;
  private final WaybillFormats formats;

  ParcelViews(ScanHistory history, Seal seal, WaybillFormats formats) {
    this.history = history;
    this.seal = seal;
    this.formats = formats;
  }

  ParcelView of(Parcel parcel) {
    return view(parcel, history.of(parcel.waybill()));
  }

  /** For lists, which would cost a look-up each. */
  ParcelView withoutScans(Parcel parcel) {
    return view(parcel, List.of());
  }

  private ParcelView view(Parcel parcel, List<Scan> scans) {
    var terms = parcel.terms();
    return new ParcelView(
        parcel.waybill(),
        parcel.status(),
        terms.route(),
        terms.dispatchedOn(),
        terms.promisedAt(),
        parcel.thoroughLimit(),
        parcel.deliveredAt(),
        terms.fromOutlet(),
        terms.toOutlet(),
        terms.product(),
        terms.deliveryMode(),
        terms.goods(),
        terms.pieces(),
        terms.weightKg(),
        terms.freightMoney(),
        terms.insuredMoney(),
        terms.codMoney(),
        masked(parcel.sender()),
        masked(parcel.recipient()),
        scans.stream().map(this::view).toList(),
        formats.of(parcel.waybill()));
  }

  private ParcelView.ScanView view(Scan scan) {
    var details =
        seal.show(
            scan.details(),
            Scan.Details.class,
            known -> known,
            new Scan.Details(Masks.UNREADABLE, null));
    return new ParcelView.ScanView(
        scan.scanId(),
        scan.type(),
        scan.at(),
        scan.outlet(),
        details == null ? null : details.courier(),
        details == null ? null : details.note());
  }

  private Party.Masked masked(SealedParty party) {
    return party == null
        ? null
        : seal.show(party.sealed(), Party.class, Party::masked, Party.Masked.UNREADABLE);
  }
}
