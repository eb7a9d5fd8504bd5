package io.parceldesk.inquiry.tracking;

import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.Scan;
import io.parceldesk.inquiry.tracking.TrackingAttempts.Outcome;
import java.util.List;

/** A parcel, and its sender and recipient where they may be shown; else none. */
record TrackedParcel(Parcel parcel, List<Scan> scans, List<Party> parties) {
  Outcome outcome() {
    return parties.isEmpty() ? Outcome.SHOWN : Outcome.SHOWN_WITH_PARTIES;
  }
}
