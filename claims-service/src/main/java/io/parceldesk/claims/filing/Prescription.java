package io.parceldesk.claims.filing;

import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.ClaimRules;
import io.parceldesk.claims.ParcelBook;
import io.parceldesk.claims.ParcelFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The year after the dispatch in which there has to be an inquiry or a claim (CLM-13 c, AMB-20). It
 * warns people and refuses nobody: it is a rule of contract, not of law (REG-05).
 */
@ApplicationScoped
class Prescription {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final ParcelBook parcels;
  private final ClaimRules rules;
  private final Deadlines deadlines;

  Prescription(ParcelBook parcels, ClaimRules rules, Deadlines deadlines) {
    this.parcels = parcels;
    this.rules = rules;
    this.deadlines = deadlines;
  }

  void warn(Claim claim, Instant now) {
    var parcel = parcels.of(claim.intake().waybill());
    if (parcel.dispatchedOn() != null
        && rules.of(claim).isPrescribed(parcel.dispatchedOn(), firstContactOn(parcel, now))) {
      claim.warnOfPrescription();
    }
  }

  private static LocalDate firstContactOn(ParcelFacts parcel, Instant now) {
    var inquired = parcel.inquiredAt();
    var first = inquired != null && inquired.isBefore(now) ? inquired : now;
    return first.atZone(ZONE).toLocalDate();
  }

  /** A form was handed out and nobody has asked before: null where there is nothing to watch. */
  Change watch(Claim claim, Instant now) {
    var parcel = parcels.of(claim.intake().waybill());
    if (parcel.dispatchedOn() == null || parcel.inquiredAt() != null) {
      return null;
    }
    var dispatched = parcel.dispatchedOn().atStartOfDay(ZONE).toInstant();
    deadlines.attach(claim, "PRESCRIPTION", dispatched, now);
    return Change.within("prescription-watch", claim.statusName());
  }
}
