package io.parceldesk.inquiry.problem;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.inquiry.AccessCodes;
import io.parceldesk.inquiry.CauseClass;
import io.parceldesk.inquiry.Declarer;
import io.parceldesk.inquiry.NewProblemParcel;
import io.parceldesk.inquiry.Occasion;
import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.ParcelRepository;
import io.parceldesk.inquiry.ProblemParcel;
import io.parceldesk.inquiry.ProblemParcels;
import jakarta.enterprise.context.ApplicationScoped;

/** Declares problem parcels, for couriers and outlets and by the system itself (PRB-02). */
@ApplicationScoped
class ProblemDeclaration {
  private final ProblemParcels problems;
  private final ParcelRepository parcels;
  private final KnownOutlets outlets;
  private final Senders senders;
  private final AccessCodes codes;
  private final CurrentCaller caller;
  private final Transactions transactions;

  ProblemDeclaration(
      ProblemParcels problems,
      ParcelRepository parcels,
      KnownOutlets outlets,
      Senders senders,
      AccessCodes codes,
      CurrentCaller caller,
      Transactions transactions) {
    this.problems = problems;
    this.parcels = parcels;
    this.outlets = outlets;
    this.senders = senders;
    this.codes = codes;
    this.caller = caller;
    this.transactions = transactions;
  }

  CaseFile<ProblemParcel> declare(ProblemParcelForm form) {
    return transactions.run(
        () -> {
          var parcel = parcels.known(form.waybill());
          var outlet = outlet(form, parcel);
          var sender =
              form.sender() == null ? senders.of(parcel) : form.sender().toContact("/sender");
          var declaration =
              new NewProblemParcel(
                  form.channel(),
                  form.causeClass(),
                  form.declaredBy(),
                  form.waybill(),
                  form.urgent(),
                  tierOf(sender),
                  senders.sealed(sender),
                  form.description(),
                  null);
          return problems.open(
              OpeningRequest.byRequest(form.waybill(), form.evenIfDuplicate()),
              ticket -> new ProblemParcel(ticket, declaration, outlet, parcel != null),
              (opened, clocks) -> declared(opened));
        });
  }

  /** The system declares what nobody has declared yet; an open problem is enough. */
  void declareBySystem(Parcel parcel, CauseClass cause, Occasion occasion) {
    var sender = senders.of(parcel);
    var declaration =
        new NewProblemParcel(
            Channel.API_OUTLET,
            cause,
            Declarer.SYSTEM,
            parcel.waybill(),
            false,
            tierOf(sender),
            senders.sealed(sender),
            null,
            occasion);
    problems.openOrAttach(
        OpeningRequest.byEvent(parcel.waybill(), null),
        ticket -> new ProblemParcel(ticket, declaration, placeOf(parcel), true),
        (opened, clocks) -> declared(opened),
        (open, now) -> null);
  }

  private Change declared(ProblemParcel opened) {
    return opened.declared(codes.issue(opened.profile(), opened.openedAt()));
  }

  /** An outlet declares what lies with it, and parcels of its own only. */
  private String outlet(ProblemParcelForm form, Parcel parcel) {
    var own = caller.get();
    if (own.isOutletOnly()) {
      own.requireAccessTo(form.outlet() == null ? own.outlet() : form.outlet());
      if (parcel != null && !parcel.concerns(own.outlet())) {
        throw new DomainException(403, "other-outlet", "This parcel belongs to other outlets");
      }
      return own.outlet();
    }
    outlets.require(form.outlet());
    return form.outlet() != null || parcel == null ? form.outlet() : placeOf(parcel);
  }

  /** Where it should have been seen first, with whom it has to be delivered, or was seen last. */
  private static String placeOf(Parcel parcel) {
    var terms = parcel.terms();
    if (parcel.lastScan() == null) {
      return terms.fromOutlet() == null ? terms.toOutlet() : terms.fromOutlet();
    }
    return terms.toOutlet() == null ? parcel.lastScan().outlet() : terms.toOutlet();
  }

  private static CustomerTier tierOf(Contact sender) {
    return sender == null ? CustomerTier.ORDINARY : sender.tier();
  }
}
