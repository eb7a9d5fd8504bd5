package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.Scan;
import io.parceldesk.inquiry.ScanHistory;
import io.parceldesk.inquiry.SealedParty;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows parcels, with what may be seen of their parties. */
@ApplicationScoped
class ParcelViews {
  private final ScanHistory history;
  private final Seal seal;

  ParcelViews(ScanHistory history, Seal seal) {
    this.history = history;
    this.seal = seal;
  }

  ParcelView of(Parcel parcel) {
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
        history.of(parcel.waybill()).stream().map(this::view).toList());
  }

  private ParcelView.ScanView view(Scan scan) {
    var details = seal.open(scan.details(), Scan.Details.class);
    return new ParcelView.ScanView(
        scan.scanId(),
        scan.type(),
        scan.at(),
        scan.outlet(),
        details == null ? null : details.courier(),
        details == null ? null : details.note());
  }

  private Party.Masked masked(SealedParty party) {
    return party == null ? null : seal.open(party.sealed(), Party.class).masked();
  }
}
