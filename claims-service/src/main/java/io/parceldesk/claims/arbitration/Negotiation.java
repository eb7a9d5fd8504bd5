package io.parceldesk.claims.arbitration;

import static io.parceldesk.claims.DisputeAction.ANNOUNCEMENT;
import static io.parceldesk.claims.DisputeAction.REPLY;
import static io.parceldesk.claims.DisputeAction.SETTLEMENT;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Contact.Role;
import io.parceldesk.chassis.contact.OutletStatement;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.limit.RevealLimit;
import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.claims.Announcement;
import io.parceldesk.claims.Dispute;
import io.parceldesk.claims.DisputePayments;
import io.parceldesk.claims.DisputeStatus;
import io.parceldesk.claims.Disputes;
import io.parceldesk.claims.ReportedPeople;
import io.parceldesk.claims.Settlement;
import io.parceldesk.claims.arbitration.DisputeForms.AnnouncementForm;
import io.parceldesk.claims.arbitration.DisputeForms.ReplyForm;
import io.parceldesk.claims.arbitration.DisputeForms.SettlementForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What the two outlets do before headquarters is asked (ARB-06 to ARB-08). */
@ApplicationScoped
class Negotiation {
  private final Disputes disputes;
  private final DisputePayments payments;
  private final Demands demands;
  private final Deadlines deadlines;
  private final Seal seal;
  private final Forms forms;
  private final CurrentCaller caller;
  private final RevealLimit reveals;

  Negotiation(
      Disputes disputes,
      DisputePayments payments,
      Demands demands,
      Deadlines deadlines,
      Seal seal,
      Forms forms,
      CurrentCaller caller,
      RevealLimit reveals) {
    this.disputes = disputes;
    this.payments = payments;
    this.demands = demands;
    this.deadlines = deadlines;
    this.seal = seal;
    this.forms = forms;
    this.caller = caller;
    this.reveals = reveals;
  }

  CaseFile<Dispute> announce(CaseNumber number, IfMatch ifMatch, AnnouncementForm form) {
    return disputes.change(
        number,
        ifMatch,
        ANNOUNCEMENT,
        (dispute, now) -> {
          dispute.requirePart(caller.get(), ANNOUNCEMENT);
          var verified = forms.valid(form).recipientVerified().name();
          return dispute.announce(sealed(dispute, form), verified, limits(dispute, now), now);
        });
  }

  private String sealed(Dispute dispute, AnnouncementForm form) {
    var report = seal.open(dispute.intake().report(), ReportedPeople.class);
    return seal.seal(
        new Announcement(
            seal.open(dispute.contact(), Contact.class),
            report.recipientAddress(),
            form.contact().toContact(Role.OTHER, "/contact"),
            form.bankAccount()));
  }

  /** Where no policy sets a limit, nothing has to be waited for. */
  private Dispute.Limits limits(Dispute dispute, Instant now) {
    var answerBy = deadlines.wouldBeDueAt(dispute.profile(), "ANSWER", now);
    var until = deadlines.wouldBeDueAt(dispute.profile(), "NEGOTIATION", now);
    return new Dispute.Limits(answerBy == null ? now : answerBy, until == null ? now : until);
  }

  CaseFile<Dispute> reply(CaseNumber number, IfMatch ifMatch, ReplyForm form) {
    return disputes.change(
        number,
        ifMatch,
        REPLY,
        (dispute, now) -> {
          dispute.requirePart(caller.get(), REPLY);
          var reason = forms.valid(form).reason();
          var sealed = reason == null ? null : seal.seal(new OutletStatement(reason, null, null));
          return dispute.reply(form.answer(), sealed, now);
        });
  }

  CaseFile<Dispute> settle(CaseNumber number, IfMatch ifMatch, SettlementForm form) {
    return disputes.change(
        number,
        ifMatch,
        SETTLEMENT,
        (dispute, now) -> {
          dispute.requirePart(caller.get(), SETTLEMENT);
          var amount = new Amount(forms.valid(form).amount().toAmount());
          demands.requireWithinDemand(amount, dispute);
          var by = caller.get().isOutletOnly() ? caller.get().outlet() : null;
          var change = dispute.settle(new Settlement(amount, form.way(), by), now);
          if (dispute.status() == DisputeStatus.SETTLED) {
            payments.settle(dispute);
          }
          return change;
        });
  }

  /** The announcement in clear; the timeline remembers who asked and why (PRV-08). */
  Announcement reveal(CaseNumber number, String reason) {
    var asked = disputes.file(number).subject(); // refuses who may not see the case
    asked.requireNotAnonymised();
    var told = asked.publication();
    if (told == null || told.announcement() == null) {
      throw DomainException.notFound("An announcement of case " + number);
    }
    reveals.take();
    disputes.note(
        number,
        (dispute, now) ->
            Change.within("announcement-reveal", dispute.statusName()).noting(reason));
    return seal.open(told.announcement(), Announcement.class);
  }
}
