package io.parceldesk.complaint.evidence;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.contact.OutletStatement;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.deadline.DeadlineExplanation;
import io.parceldesk.chassis.deadline.DeadlineView;
import io.parceldesk.chassis.deadline.Explanations;
import io.parceldesk.chassis.timeline.Timeline;
import io.parceldesk.chassis.timeline.TimelineEntry;
import io.parceldesk.complaint.Accountability;
import io.parceldesk.complaint.Appeal;
import io.parceldesk.complaint.CallBack;
import io.parceldesk.complaint.Complaint;
import io.parceldesk.complaint.ComplaintView.PlanView;
import io.parceldesk.complaint.Investigation;
import io.parceldesk.complaint.Plan;
import io.parceldesk.complaint.evidence.Evidence.AccountabilityPart;
import io.parceldesk.complaint.evidence.Evidence.AppealPart;
import io.parceldesk.complaint.evidence.Evidence.ComplaintPart;
import io.parceldesk.complaint.evidence.Evidence.DeadlinePart;
import io.parceldesk.complaint.evidence.Evidence.EarlierDeadline;
import io.parceldesk.complaint.evidence.Evidence.InvestigationPart;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Says of a case what evidence of it says, with nobody's name in full. */
@ApplicationScoped
class EvidenceParts {
  private final Timeline timeline;
  private final Explanations explanations;
  private final Seal seal;

  EvidenceParts(Timeline timeline, Explanations explanations, Seal seal) {
    this.timeline = timeline;
    this.explanations = explanations;
    this.seal = seal;
  }

  AppealPart of(CaseFile<Appeal> file, List<Locale> languages) {
    var appeal = file.subject();
    var intake = appeal.intake();
    var appellant = seal.open(intake.contact(), Contact.class);
    var redaction = new Redaction(appellant, Stream.empty());
    var history = history(appeal.id(), redaction);
    return new AppealPart(
        appeal.number().text(),
        intake.authorityReference(),
        appeal.status(),
        intake.category(),
        intake.waybill(),
        appellant.masked(),
        appeal.owner(),
        redaction.of(intake.demand()),
        appeal.openedAt(),
        appeal.conclusion(),
        redaction.of(appeal.reply()),
        appeal.repliedAt(),
        redaction.of(appeal.opinion()),
        appeal.closedAt(),
        file.links(),
        Decisions.ofAppeals().in(history),
        deadlines(appeal.id(), languages),
        history);
  }

  ComplaintPart ofComplaint(CaseFile<Complaint> file, List<Locale> languages) {
    var complaint = file.subject();
    var intake = complaint.intake();
    var complainant = seal.open(intake.contact(), Contact.class);
    var redaction = new Redaction(complainant, staff(complaint));
    var history = history(complaint.id(), redaction);
    return new ComplaintPart(
        complaint.number().text(),
        complaint.status(),
        intake.category(),
        complaint.stars(),
        complaint.priority(),
        intake.channel(),
        intake.urgent(),
        complaint.isRepeated(),
        complaint.escalation().escalationLevel(),
        intake.waybill(),
        complainant.masked(),
        complaint.owner(),
        redaction.of(intake.description()),
        redaction.of(intake.demand()),
        complaint.openedAt(),
        complaint.resolution().promisedReplyAt(),
        complaint.resolution().founded(),
        redaction.of(complaint.resolution().explanation()),
        investigation(complaint.resolution().investigation(), redaction),
        redaction.of(statement(complaint.resolution().outletStatement())),
        plan(complaint.resolution().plan(), redaction),
        complaint.resolution().customerToldAt(),
        complaint.resolution().accountability().stream()
            .map(EvidenceParts::accountability)
            .toList(),
        complaint.resolution().claimOutcome(),
        callBack(complaint.satisfaction().callBack(), redaction),
        redaction.of(complaint.satisfaction().customerPoints()),
        complaint.closedAt(),
        redaction.of(complaint.summary()),
        redaction.of(complaint.satisfaction().unsatisfiedReason()),
        file.links(),
        Decisions.of(complaint, redaction).in(history),
        deadlines(complaint.id(), languages),
        history);
  }

  private static Stream<String> staff(Complaint complaint) {
    var found = complaint.resolution().investigation();
    return Stream.concat(
        Stream.of(
                complaint.intake().againstPerson(),
                found == null ? null : found.responsiblePerson())
            .filter(Objects::nonNull),
        complaint.resolution().accountability().stream().map(Accountability::person));
  }

  private List<TimelineEntry> history(UUID caseId, Redaction redaction) {
    return timeline.of(caseId).stream().map(redaction::of).toList();
  }

  private String statement(String sealed) {
    return sealed == null ? null : seal.open(sealed, OutletStatement.class).text();
  }

  private static InvestigationPart investigation(Investigation found, Redaction redaction) {
    return found == null
        ? null
        : new InvestigationPart(
            found.cause(),
            found.cause().causeClass(),
            redaction.of(found.finding()),
            Masks.name(found.responsiblePerson()));
  }

  private static PlanView plan(Plan plan, Redaction redaction) {
    return PlanView.of(
        plan == null
            ? null
            : new Plan(plan.remedy(), plan.remedyAmount(), redaction.of(plan.planText())));
  }

  private static CallBack callBack(CallBack answer, Redaction redaction) {
    return answer == null
        ? null
        : new CallBack(
            answer.satisfied(), answer.satisfactionScore(), redaction.of(answer.customerComment()));
  }

  private static AccountabilityPart accountability(Accountability one) {
    return new AccountabilityPart(Masks.name(one.person()), one.share());
  }

  private List<DeadlinePart> deadlines(UUID caseId, List<Locale> languages) {
    return explanations.of(caseId, languages).stream().map(EvidenceParts::deadline).toList();
  }

  private static DeadlinePart deadline(DeadlineExplanation explained) {
    var deadline = explained.deadline();
    return new DeadlinePart(
        deadline.kind(),
        explained.rules(),
        deadline.nature(),
        deadline.policy(),
        deadline.startedAt(),
        deadline.dueAt(),
        deadline.state(),
        deadline.metAt(),
        deadline.breachedAt(),
        explained.sentence(),
        Stream.iterate(deadline.previous(), Objects::nonNull, DeadlineView::previous)
            .map(EvidenceParts::earlier)
            .toList());
  }

  private static EarlierDeadline earlier(DeadlineView view) {
    return new EarlierDeadline(
        view.startedAt(), view.dueAt(), view.state(), view.metAt(), view.breachedAt());
  }
}
