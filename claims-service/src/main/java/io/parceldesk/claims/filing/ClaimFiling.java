package io.parceldesk.claims.filing;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.chassis.directory.KnownWaybills;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.ClaimAction;
import io.parceldesk.claims.ClaimRepository;
import io.parceldesk.claims.ClaimRules;
import io.parceldesk.claims.ClaimStatus;
import io.parceldesk.claims.Claims;
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
  private final Prescription prescription;
  private final ParcelFates parcelFates;
  private final ClaimedAmounts amounts;
  private final ClaimRules rules;
  private final Forms forms;
  private final Transactions transactions;

  ClaimFiling(
      Claims claims,
      ClaimRepository filed,
      KnownOutlets outlets,
      KnownWaybills waybills,
      Prescription prescription,
      ParcelFates parcelFates,
      ClaimedAmounts amounts,
      ClaimRules rules,
      Forms forms,
      Transactions transactions) {
    this.claims = claims;
    this.filed = filed;
    this.outlets = outlets;
    this.waybills = waybills;
    this.prescription = prescription;
    this.parcelFates = parcelFates;
    this.amounts = amounts;
    this.rules = rules;
    this.forms = forms;
    this.transactions = transactions;
  }

  CaseFile<Claim> file(NewClaim claim, Handler handler, OpeningRequest request) {
    outlets.require(handler.outlet());
    return open(claim, handler, request);
  }

  /** Its right may end a year after the dispatch: the clock of that runs (SLA-16). */
  CaseFile<Claim> issue(NewClaim claim, Handler handler, OpeningRequest request) {
    outlets.require(handler.outlet());
    var waybillKnown = waybills.contains(claim.waybill());
    var terms = rules.current();
    return transactions.run(
        () -> {
          var number =
              claims
                  .open(
                      request,
                      ticket -> {
                        var form = Claim.form(ticket, claim, waybillKnown, handler);
                        form.handledBy(terms.version());
                        return form;
                      },
                      (opened, clocks) -> opened.filed())
                  .subject()
                  .number();
          claims.note(number, prescription::watch);
          return claims.file(number);
        });
  }

  CaseFile<Claim> fill(CaseNumber number, IfMatch ifMatch, FilingForm form) {
    return claims.change(
        number,
        ifMatch,
        ClaimAction.FILING,
        (claim, now) -> {
          var filled = form == null ? new FilingForm(null, null) : forms.valid(form);
          requireComplete(claim, filled);
          prescription.warn(claim, now);
          return claim.file(
              filled.claimed() == null ? null : filled.claimed().toAmount(), filled.description());
        });
  }

  /** A form that was handed out is empty; one that was returned may come back as it was. */
  private void requireComplete(Claim claim, FilingForm form) {
    var empty = claim.status() == ClaimStatus.FORM_ISSUED;
    if (empty && form.claimed() == null) {
      throw new InvalidBody("/claimed", "is required");
    }
    if (empty && form.description() == null) {
      throw new InvalidBody("/description", "is required");
    }
    if (form.claimed() != null) {
      amounts.requireSane(form.claimed());
    }
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

  private CaseFile<Claim> open(NewClaim form, Handler handler, OpeningRequest request) {
    var waybillKnown = waybills.contains(form.waybill());
    var claim = parcelFates.of(form);
    var terms = rules.current();
    return claims.openOrAttach(
        request,
        ticket -> {
          var opened = new Claim(ticket, claim, waybillKnown, handler, request.origin());
          opened.handledBy(terms.version());
          prescription.warn(opened, ticket.now());
          return opened;
        },
        (opened, clocks) -> opened.filed(),
        (found, now) -> found.attach(request.origin(), claim.contact()));
  }
}
