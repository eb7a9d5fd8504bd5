package io.parceldesk.claims.arbitration;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.contact.Contact.Role;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.claims.Dispute;
import io.parceldesk.claims.DisputeJson;
import io.parceldesk.claims.Disputes;
import io.parceldesk.claims.NewDispute;
import io.parceldesk.claims.ReportedPeople;
import io.parceldesk.claims.compensation.Filing;
import io.parceldesk.claims.compensation.OutletCase;
import io.parceldesk.claims.compensation.OutletParcel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes in what one outlet reports of another (ARB-01). */
@ApplicationScoped
class DisputeOpening {
  private final Disputes disputes;
  private final KnownOutlets outlets;
  private final Demands demands;
  private final Seal seal;
  private final CurrentCaller caller;
  private final Transactions transactions;
  private final Sql sql;

  DisputeOpening(
      Disputes disputes,
      KnownOutlets outlets,
      Demands demands,
      Seal seal,
      CurrentCaller caller,
      Transactions transactions,
      Sql sql) {
    this.disputes = disputes;
    this.outlets = outlets;
    this.demands = demands;
    this.seal = seal;
    this.caller = caller;
    this.transactions = transactions;
    this.sql = sql;
  }

  CaseFile<Dispute> open(DisputeForm form) {
    var report = report(form);
    var waybills = report.parcelList().stream().map(OutletParcel::waybill).toList();
    return transactions.run(
        () -> {
          if (!form.evenIfDuplicate()) {
            requireNoneOpenOn(waybills);
          }
          var file =
              disputes.open(
                  OpeningRequest.byRequest(report.waybill(), form.evenIfDuplicate()),
                  ticket -> new Dispute(ticket, report),
                  (dispute, clocks) -> dispute.opened());
          sql.update(
              "insert into dispute_parcel select unnest(?::text[]), ?",
              waybills,
              file.subject().id());
          return file;
        });
  }

  /** Any parcel of a bag may be in another dispute already. */
  private void requireNoneOpenOn(List<String> waybills) {
    sql.first(
            """
            select d.number from dispute_parcel p join dispute d on d.id = p.dispute_id
             where p.waybill = any(?) and d.closed_at is null limit 1
            """,
            row -> row.getString("number"),
            waybills)
        .ifPresent(
            open -> {
              throw new DomainException(
                      409, "duplicate-case", "A dispute is already open for a waybill")
                  .with("number", open);
            });
  }

  private NewDispute report(DisputeForm form) {
    var filing = filingOutlet(form);
    requireOutlets(filing, form);
    var parcels = form.parcels().stream().map(DisputedParcelForm::toParcel).toList();
    requireOneMatter(form, parcels);
    return new NewDispute(
        caller.get().isOutletOnly() ? Channel.API_OUTLET : null,
        form.ground(),
        parcels.get(0).waybill(),
        filing,
        form.responsibleOutlet(),
        form.destinationOutlet(),
        form.dispatchedOn(),
        form.batch(),
        form.bagNumber(),
        form.thirdPartyTransfer(),
        form.missort(),
        form.claimed().toAmount(),
        form.contents(),
        CustomerTier.ORDINARY,
        DisputeJson.write(parcels),
        seal.seal(form.recipient().toContact(Role.RECIPIENT, "/recipient")),
        seal.seal(people(form)));
  }

  private String filingOutlet(DisputeForm form) {
    var asking = caller.get();
    if (!asking.isOutletOnly()) {
      if (form.filingOutlet() == null) {
        throw new InvalidBody("/filingOutlet", "is required");
      }
      return form.filingOutlet();
    }
    asking.requireAccessTo(form.filingOutlet() == null ? asking.outlet() : form.filingOutlet());
    return asking.outlet();
  }

  private void requireOutlets(String filing, DisputeForm form) {
    outlets.require(filing);
    outlets.require(form.responsibleOutlet());
    outlets.require(form.destinationOutlet());
    if (filing.equals(form.responsibleOutlet())) {
      throw DomainException.refusedByRule(
          "ARB-08", "outlet-against-itself", "An outlet does not report itself");
    }
    demands.requireSane(form);
  }

  /** Refuses what no ruling could ever judge. */
  private static void requireOneMatter(DisputeForm form, List<OutletParcel> parcels) {
    if (parcels.stream().anyMatch(parcel -> parcel.practical() != null)) {
      throw DomainException.refusedByRule(
          "AMB-05", "practical-is-ruled", "Whether goods are practical the arbitrator says");
    }
    new OutletCase(
        form.ground(),
        false,
        form.batch(),
        true,
        form.thirdPartyTransfer(),
        Filing.complete(),
        parcels);
  }

  private static ReportedPeople people(DisputeForm form) {
    return new ReportedPeople(
        form.recipientAddress(),
        form.sender().toContact(Role.SENDER, "/sender"),
        form.complainingContact().toContact(Role.OTHER, "/complainingContact"),
        form.complainedContact() == null
            ? null
            : form.complainedContact().toContact(Role.OTHER, "/complainedContact"));
  }
}
