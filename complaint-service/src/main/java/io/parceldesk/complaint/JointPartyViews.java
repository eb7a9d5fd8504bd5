package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.CaseAction;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.contact.OutletStatement;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.identity.Caller;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.identity.Permissions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shows who is asked for their part; an outlet that was asked itself sees what concerns it only.
 */
@ApplicationScoped
class JointPartyViews {
  private static final String ROUTE = "/complaints/{number}/joint-parties/{id}/";

  private final Seal seal;
  private final CurrentCaller caller;
  private final Permissions permissions;

  JointPartyViews(Seal seal, CurrentCaller caller, Permissions permissions) {
    this.seal = seal;
    this.caller = caller;
    this.permissions = permissions;
  }

  /** Whether the caller sees the complaint only because it was asked. */
  boolean isAsked(Complaint complaint) {
    var asking = caller.get();
    return asking.isOutletOnly()
        && !String.valueOf(asking.outlet()).equals(complaint.owner().outlet());
  }

  List<JointPartyView> of(CaseFile<Complaint> file) {
    var onlyOwn = isAsked(file.subject());
    var asking = caller.get();
    return file.subject().jointParties().stream()
        .filter(party -> !onlyOwn || isOf(party, asking))
        .map(party -> view(party, file, asking))
        .toList();
  }

  private JointPartyView view(JointParty party, CaseFile<Complaint> file, Caller asking) {
    var newest = party.newest();
    var deadline =
        file.deadlines().stream()
            .filter(clock -> party.about().equals(clock.about()))
            .findFirst()
            .orElse(null);
    return new JointPartyView(
        party.about(),
        party.owner(),
        text(newest.question()),
        newest.askedAt(),
        newest.askedBy(),
        text(newest.answer()),
        newest.answeredAt(),
        newest.answeredBy(),
        newest.withdrawnAt(),
        newest.end(),
        deadline,
        party.questions().subList(0, party.questions().size() - 1).stream()
            .map(this::earlier)
            .toList(),
        allowed(party, file.subject(), asking));
  }

  private JointPartyView.Earlier earlier(JointQuestion question) {
    return new JointPartyView.Earlier(
        text(question.question()),
        question.askedAt(),
        question.askedBy(),
        text(question.answer()),
        question.answeredAt(),
        question.answeredBy(),
        question.withdrawnAt(),
        question.end());
  }

  private List<String> allowed(JointParty party, Complaint complaint, Caller asking) {
    return Stream.of(ComplaintAction.JOINT_ANSWER, ComplaintAction.JOINT_WITHDRAWAL)
        .filter(action -> party.isWaitedFor() && complaint.possibleActions().contains(action))
        .filter(action -> !asking.isOutletOnly() || isOf(party, asking))
        .map(CaseAction::noun)
        .filter(noun -> permissions.allows(asking.roles(), "POST", ROUTE + noun))
        .toList();
  }

  private static boolean isOf(JointParty party, Caller asking) {
    return asking.outlet() != null && asking.outlet().equals(party.party().outlet());
  }

  private String text(String sealed) {
    return seal.show(sealed, OutletStatement.class, OutletStatement::text, Masks.UNREADABLE);
  }
}
