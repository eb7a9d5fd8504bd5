package io.parceldesk.complaint.appeal;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.chassis.transaction.DatabaseFailure;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.complaint.Appeal;
import io.parceldesk.complaint.AppealAction;
import io.parceldesk.complaint.Appeals;
import io.parceldesk.complaint.Category;
import io.parceldesk.complaint.Complaint;
import io.parceldesk.complaint.Complaints;
import io.parceldesk.complaint.NewAppeal;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes appeals in and answers them (REG-08). */
@ApplicationScoped
class AppealHandling {
  private final Appeals appeals;
  private final Complaints complaints;
  private final KnownOutlets outlets;
  private final Seal seal;
  private final Forms forms;
  private final Transactions transactions;

  AppealHandling(
      Appeals appeals,
      Complaints complaints,
      KnownOutlets outlets,
      Seal seal,
      Forms forms,
      Transactions transactions) {
    this.appeals = appeals;
    this.complaints = complaints;
    this.outlets = outlets;
    this.seal = seal;
    this.forms = forms;
    this.transactions = transactions;
  }

  /** The complaint and the appeal know each other's number from the same transaction on. */
  CaseFile<Appeal> receive(AppealForm form) {
    try {
      return transactions.run(
          () -> form.complaint() == null ? open(form) : openAbout(form.complaint(), form));
    } catch (RuntimeException e) {
      throw DatabaseFailure.isConstraint(e) ? refusal(form.authorityReference(), e) : e;
    }
  }

  /** Naming the appeal that has the reference; another constraint is another matter. */
  private RuntimeException refusal(String reference, RuntimeException failure) {
    return transactions
        .run(() -> appeals.withReference(reference))
        .<RuntimeException>map(
            received ->
                new DomainException(
                        409, "duplicate-case", "An appeal with this reference was received already")
                    .with("number", received.number().text()))
        .orElse(failure);
  }

  private CaseFile<Appeal> openAbout(CaseNumber number, AppealForm form) {
    var complaint = complaints.file(number).subject();
    var about = number.reference();
    var opened =
        open(
            about(complaint, form),
            handler(complaint),
            OpeningRequest.byRequest(complaint.intake().waybill(), true).from(about));
    var appeal = opened.subject().reference();
    complaints.link(number, appeal, CaseLink.Relation.SUCCESSOR);
    complaints.note(number, (found, now) -> found.noteAppeal(appeal));
    return opened;
  }

  private CaseFile<Appeal> open(AppealForm form) {
    outlets.require(form.handler().outlet());
    var appellant = form.appellant().toContact("/appellant");
    return open(
        appealOf(appellant, seal.seal(appellant), form),
        form.handler(),
        OpeningRequest.byRequest(form.waybill(), true));
  }

  private CaseFile<Appeal> open(NewAppeal appeal, Handler handler, OpeningRequest request) {
    return appeals.open(
        request,
        ticket -> new Appeal(ticket, appeal, handler),
        (opened, clocks) -> opened.received());
  }

  private static NewAppeal about(Complaint complaint, AppealForm form) {
    var intake = complaint.intake();
    return new NewAppeal(
        Channel.AUTHORITY_12305,
        form.category() == null ? intake.category() : form.category(),
        intake.tier(),
        intake.waybill(),
        intake.contact(),
        complaint.number().text(),
        form.authorityReference(),
        form.demand());
  }

  private static NewAppeal appealOf(Contact appellant, String sealed, AppealForm form) {
    return new NewAppeal(
        Channel.AUTHORITY_12305,
        form.category() == null ? Category.OTHER : form.category(),
        appellant.tier() == null ? CustomerTier.ORDINARY : appellant.tier(),
        form.waybill(),
        sealed,
        null,
        form.authorityReference(),
        form.demand());
  }

  private static Handler handler(Complaint complaint) {
    var owner = complaint.owner();
    return new Handler(owner.outlet(), owner.department(), owner.assignee());
  }

  CaseFile<Appeal> reply(CaseNumber number, IfMatch ifMatch, AppealReplyForm form) {
    return appeals.change(
        number,
        ifMatch,
        AppealAction.REPLY,
        (appeal, now) -> appeal.reply(forms.valid(form).conclusion(), form.text(), now));
  }

  CaseFile<Appeal> close(CaseNumber number, IfMatch ifMatch, AppealClosureForm form) {
    return appeals.change(
        number,
        ifMatch,
        AppealAction.CLOSURE,
        (appeal, now) -> appeal.close(forms.valid(form).opinion(), now));
  }
}
