package io.parceldesk.claims.arbitration;

import static io.parceldesk.claims.DisputeAction.OBJECTION;
import static io.parceldesk.claims.DisputeAction.RETURN;
import static io.parceldesk.claims.DisputeAction.RULING;
import static io.parceldesk.claims.DisputeAction.SUBMISSION;
import static io.parceldesk.claims.DisputeAction.VERIFICATION;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.claims.Dispute;
import io.parceldesk.claims.DisputePayments;
import io.parceldesk.claims.Disputes;
import io.parceldesk.claims.arbitration.DisputeForms.ObjectionForm;
import io.parceldesk.claims.arbitration.DisputeForms.ReturnForm;
import io.parceldesk.claims.arbitration.DisputeForms.RulingForm;
import io.parceldesk.claims.arbitration.DisputeForms.VerificationForm;
import io.parceldesk.claims.compensation.Tariffs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What headquarters' arbitration centre does with a dispute (ARB-07 to ARB-11). */
@ApplicationScoped
class Arbitration {
  private final Disputes disputes;
  private final DisputePayments payments;
  private final Judgement judgement;
  private final Tariffs tariffs;
  private final Deadlines deadlines;
  private final Forms forms;
  private final CurrentCaller caller;

  Arbitration(
      Disputes disputes,
      DisputePayments payments,
      Judgement judgement,
      Tariffs tariffs,
      Deadlines deadlines,
      Forms forms,
      CurrentCaller caller) {
    this.disputes = disputes;
    this.payments = payments;
    this.judgement = judgement;
    this.tariffs = tariffs;
    this.deadlines = deadlines;
    this.forms = forms;
    this.caller = caller;
  }

  CaseFile<Dispute> submit(CaseNumber number, IfMatch ifMatch) {
    return disputes.change(
        number,
        ifMatch,
        SUBMISSION,
        (dispute, now) -> {
          dispute.requirePart(caller.get(), SUBMISSION);
          return dispute.submit(maxReturns(dispute), now);
        });
  }

  CaseFile<Dispute> giveBack(CaseNumber number, IfMatch ifMatch, ReturnForm form) {
    return disputes.change(
        number,
        ifMatch,
        RETURN,
        (dispute, now) -> {
          var named = forms.valid(form).missing();
          var missing =
              named == null
                  ? dispute.checklist().missing()
                  : named.stream().map(Enum::name).distinct().toList();
          return dispute.giveBack(
              form.reason(), List.copyOf(missing), form.note(), maxReturns(dispute), now);
        });
  }

  CaseFile<Dispute> verify(CaseNumber number, IfMatch ifMatch, VerificationForm form) {
    return disputes.change(
        number,
        ifMatch,
        VERIFICATION,
        (dispute, now) ->
            dispute.verify(forms.valid(form).reportTrue(), form.batch(), form.finding()));
  }

  CaseFile<Dispute> rule(CaseNumber number, IfMatch ifMatch, RulingForm form) {
    return disputes.change(
        number,
        ifMatch,
        RULING,
        (dispute, now) -> {
          var ruling = judgement.of(dispute, forms.valid(form), now);
          var objectionBy = deadlines.wouldBeDueAt(dispute.profile(), "OBJECTION", now);
          var change = dispute.rule(ruling, objectionBy == null ? now : objectionBy, now);
          payments.rule(dispute, now);
          return change;
        });
  }

  CaseFile<Dispute> object(CaseNumber number, IfMatch ifMatch, ObjectionForm form) {
    return disputes.change(
        number,
        ifMatch,
        OBJECTION,
        (dispute, now) -> {
          dispute.requirePart(caller.get(), OBJECTION);
          var by = caller.get().isOutletOnly() ? caller.get().outlet() : caller.get().name();
          return dispute.object(by, forms.valid(form).reason(), now);
        });
  }

  private int maxReturns(Dispute dispute) {
    return tariffs.forOutlets(dispute.intake().dispatchedOn()).terms().reports().maxReturns();
  }
}
