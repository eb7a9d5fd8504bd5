package io.parceldesk.claims.filing;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.chassis.directory.KnownWaybills;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.ClaimRepository;
import io.parceldesk.claims.Claims;
import io.parceldesk.claims.Handler;
import io.parceldesk.claims.NewClaim;
import io.parceldesk.contracts.CaseRef;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts claims on file, from people and from complaints that ended in money (CLM-02, CMP-17). */
@ApplicationScoped
class ClaimFiling {
  private final Claims claims;
  private final ClaimRepository filed;
  private final KnownOutlets outlets;
  private final KnownWaybills waybills;

  ClaimFiling(Claims claims, ClaimRepository filed, KnownOutlets outlets, KnownWaybills waybills) {
    this.claims = claims;
    this.filed = filed;
    this.outlets = outlets;
    this.waybills = waybills;
  }

  CaseFile<Claim> file(NewClaim claim, Handler handler, OpeningRequest request) {
    outlets.require(handler.outlet());
    return open(claim, handler, request);
  }

  /**
   * A case is referred once however often it is said; an open claim on the parcel takes it up. What
   * an event tells is not refused: this service may only not know the outlet yet.
   */
  void refer(NewClaim claim, Handler handler, CaseRef origin) {
    if (filed.isOpenFrom(origin.number())) {
      return;
    }
    open(claim, handler, OpeningRequest.byEvent(claim.waybill(), origin));
  }

  private CaseFile<Claim> open(NewClaim claim, Handler handler, OpeningRequest request) {
    var waybillKnown = waybills.contains(claim.waybill());
    return claims.openOrAttach(
        request,
        ticket -> new Claim(ticket, claim, waybillKnown, handler, request.origin()),
        (opened, clocks) -> opened.filed(),
        (found, now) -> found.attach(request.origin(), claim.contact()));
  }
}
