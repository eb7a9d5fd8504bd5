package io.parceldesk.inquiry.tracking;

import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.Scan;
import io.parceldesk.inquiry.tracking.TrackingView.Fee;
import io.parceldesk.inquiry.tracking.TrackingView.Goods;
import io.parceldesk.inquiry.tracking.TrackingView.MilestoneView;
import io.parceldesk.inquiry.tracking.TrackingView.Parties;
import io.parceldesk.inquiry.tracking.TrackingView.Promise;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts tracked parcels into the reader's words. */
@ApplicationScoped
class TrackingViews {
  private final TrackingTexts texts;

  TrackingViews(TrackingTexts texts) {
    this.texts = texts;
  }

  TrackingView of(TrackedParcel tracked, String language) {
    var parcel = tracked.parcel();
    var terms = parcel.terms();
    return new TrackingView(
        parcel.waybill(),
        parcel.status(),
        texts.text(language, parcel.status()),
        parcel.deliveredAt(),
        tracked.scans().stream().map(scan -> milestone(scan, language)).toList(),
        new Promise(
            terms.product(),
            terms.dispatchedOn(),
            terms.promisedAt(),
            terms.deliveryMode(),
            texts.text(language, terms.deliveryMode())),
        new Goods(terms.goods(), terms.pieces(), terms.weightKg()),
        new Fee(terms.freightMoney(), terms.insuredMoney(), terms.codMoney()),
        parties(tracked.parties()),
        texts.text(language, "personalData"),
        texts.text(language, "disputeResolution"));
  }

  private MilestoneView milestone(Scan scan, String language) {
    return new MilestoneView(
        scan.type(), texts.text(language, scan.type()), scan.at(), scan.outlet());
  }

  private static Parties parties(List<Party> parties) {
    return parties.isEmpty() ? null : new Parties(parties.get(0).masked(), parties.get(1).masked());
  }
}
