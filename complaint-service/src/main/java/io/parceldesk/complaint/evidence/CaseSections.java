package io.parceldesk.complaint.evidence;

import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.timeline.TimelineEntry;
import io.parceldesk.complaint.CallBack;
import io.parceldesk.complaint.ComplaintView.PlanView;
import io.parceldesk.complaint.evidence.Evidence.AccountabilityPart;
import io.parceldesk.complaint.evidence.Evidence.AppealPart;
import io.parceldesk.complaint.evidence.Evidence.ComplaintPart;
import io.parceldesk.complaint.evidence.Evidence.DeadlinePart;
import io.parceldesk.complaint.evidence.Evidence.DecisionPart;
import io.parceldesk.complaint.evidence.EvidencePage.Fact;
import io.parceldesk.complaint.evidence.EvidencePage.Section;
import io.parceldesk.complaint.evidence.EvidencePage.Table;
import io.parceldesk.contracts.Owner;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An appeal or a complaint on paper. */
final class CaseSections {
  private final EvidenceWords words;

  CaseSections(EvidenceWords words) {
    this.words = words;
  }

  Section of(AppealPart appeal) {
    return new Section(
        words.text("appeal"),
        EvidencePrint.known(
            Stream.of(
                fact("authorityReference", appeal.authorityReference()),
                fact("number", appeal.number()),
                fact("status", words.code("appealStatus", appeal.status())),
                fact("category", words.code("category", appeal.category())),
                fact("waybill", appeal.waybill()),
                fact("appellant", party(appeal.appellant())),
                fact("owner", owner(appeal.owner())),
                fact("receivedAt", words.time(appeal.receivedAt())),
                fact("demand", appeal.demand()),
                fact("conclusion", words.code("outcome", appeal.conclusion())),
                fact("reply", appeal.reply()),
                fact("repliedAt", words.time(appeal.repliedAt())),
                fact("opinion", appeal.authoritysOpinion()),
                fact("closedAt", words.time(appeal.closedAt())),
                fact("links", links(appeal.links())))),
        List.of(
            decisions(appeal.decisions()),
            deadlines(appeal.deadlines()),
            timeline(appeal.timeline())));
  }

  Section of(ComplaintPart complaint) {
    return new Section(
        words.text("complaint") + " " + complaint.number(),
        EvidencePrint.known(Stream.concat(asRegistered(complaint), asHandled(complaint))),
        List.of(
            decisions(complaint.decisions()),
            deadlines(complaint.deadlines()),
            timeline(complaint.timeline())));
  }

  private Stream<Fact> asRegistered(ComplaintPart complaint) {
    return Stream.of(
        fact("registeredAt", words.time(complaint.registeredAt())),
        fact("channel", words.code("channel", complaint.channel())),
        fact(
            "category",
            words.code("category", complaint.category()) + " " + "★".repeat(complaint.stars())),
        fact("status", words.code("complaintStatus", complaint.status())),
        fact("waybill", complaint.waybill()),
        fact("complainant", party(complaint.complainant())),
        fact("owner", owner(complaint.owner())),
        fact("repeatedContact", complaint.repeatedContact() ? words.yesOrNo(true) : null),
        fact("escalationLevel", words.code("level", complaint.escalationLevel())),
        fact("description", complaint.description()),
        fact("demand", complaint.demand()));
  }

  private Stream<Fact> asHandled(ComplaintPart complaint) {
    return Stream.of(
        fact("promisedReplyAt", words.time(complaint.promisedReplyAt())),
        fact("founded", words.yesOrNo(complaint.founded())),
        fact("explanation", complaint.explanation()),
        fact("outletStatement", complaint.outletStatement()),
        fact("investigation", investigation(complaint.investigation())),
        fact("plan", plan(complaint.plan())),
        fact("customerToldAt", words.time(complaint.customerToldAt())),
        fact("accountability", accountability(complaint.accountability())),
        fact("claimOutcome", words.code("outcome", complaint.claimOutcome())),
        fact("callBack", callBack(complaint.callBack())),
        fact("customerPoints", complaint.customerPoints()),
        fact("closedAt", words.time(complaint.closedAt())),
        fact("summary", complaint.summary()),
        fact("unsatisfiedReason", complaint.unsatisfiedReason()),
        fact("links", links(complaint.links())));
  }

  private Table decisions(List<DecisionPart> decisions) {
    return new Table(
        words.text("decisions"),
        columns("at", "decision", "outcome", "reason", "rules", "by"),
        decisions.stream()
            .map(
                one ->
                    List.of(
                        words.time(one.at()),
                        words.code("decision", one.decision()),
                        outcome(one),
                        text(one.reason()),
                        String.join(" ", one.rules()),
                        one.by()))
            .toList(),
        words.text("none"));
  }

  private String outcome(DecisionPart one) {
    return switch (one.decision()) {
      case CLASSIFICATION -> words.code("category", one.outcome());
      case INVESTIGATION -> words.code("cause", one.outcome());
      case PLAN -> words.code("remedy", one.outcome());
      default -> words.code("outcome", one.outcome());
    };
  }

  private Table deadlines(List<DeadlinePart> deadlines) {
    return new Table(
        words.text("deadlines"),
        columns("deadline", "nature", "rules", "startedAt", "dueAt", "state", "explanation"),
        deadlines.stream()
            .map(
                one ->
                    List.of(
                        words.code("deadlineKind", one.kind()),
                        words.code("nature", one.nature()),
                        String.join(" ", one.rules()),
                        words.time(one.startedAt()),
                        words.time(one.dueAt()),
                        words.code("state", one.state()),
                        one.explanation()))
            .toList(),
        words.text("none"));
  }

  private Table timeline(List<TimelineEntry> entries) {
    return new Table(
        words.text("timeline"),
        columns("at", "action", "transition", "reason", "by"),
        entries.stream()
            .map(
                entry ->
                    List.of(
                        words.time(entry.at()),
                        words.code("action", entry.action()),
                        transition(entry),
                        words.code("outcome", entry.note()),
                        entry.actor()))
            .toList(),
        words.text("none"));
  }

  private String transition(TimelineEntry entry) {
    return Objects.equals(entry.fromStatus(), entry.toStatus())
        ? ""
        : Stream.of(entry.fromStatus(), entry.toStatus())
            .filter(Objects::nonNull)
            .map(status -> words.code("complaintStatus", status))
            .collect(Collectors.joining(" → "));
  }

  private String investigation(Evidence.InvestigationPart found) {
    return found == null
        ? null
        : joined(
            words.code("cause", found.cause()) + words.code("causeClass", found.causeClass()),
            found.finding(),
            found.responsible() == null
                ? null
                : words.text("responsible") + " " + found.responsible());
  }

  private String plan(PlanView plan) {
    return plan == null
        ? null
        : joined(
            words.code("remedy", plan.remedy()),
            plan.amount() == null ? null : plan.amount().currency() + " " + plan.amount().amount(),
            plan.text());
  }

  private static String accountability(List<AccountabilityPart> answering) {
    return answering.stream()
        .map(one -> one.person() + " " + EvidenceWords.percent(one.share()))
        .collect(Collectors.joining("\n"));
  }

  private String callBack(CallBack answer) {
    return answer == null
        ? null
        : joined(
            words.code("outcome", answer.satisfied() ? "SATISFIED" : "DISSATISFIED"),
            answer.satisfactionScore() == null ? null : answer.satisfactionScore() + " / 5",
            answer.customerComment());
  }

  private String party(MaskedContact contact) {
    return joined(
        Stream.of(words.code("role", contact.role()), text(contact.name()), text(contact.phone()))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" ")),
        contact.email());
  }

  private static String owner(Owner owner) {
    return Stream.of(owner.outlet(), owner.department())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" / "));
  }

  private static String links(List<CaseLink> links) {
    return links.stream().map(CaseLink::number).collect(Collectors.joining("\n"));
  }

  private List<String> columns(String... keys) {
    return Stream.of(keys).map(key -> words.text("column." + key)).toList();
  }

  private Fact fact(String key, String value) {
    return new Fact(words.text("fact." + key), value);
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("\n"));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
