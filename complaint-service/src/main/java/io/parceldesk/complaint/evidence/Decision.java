package io.parceldesk.complaint.evidence;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.timeline.TimelineEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is decided on the way of a complaint or an appeal, and the rules that ask for it. */
enum Decision {
  CLASSIFICATION(CaseKind.COMPLAINT, "registration", "CMP-03", "CMP-21"),
  PROMISE(CaseKind.COMPLAINT, "acknowledgement", "CMP-16", "SLA-05", "SLA-17"),
  ASSESSMENT(CaseKind.COMPLAINT, "assessment", "CMP-07"),
  ASSIGNMENT(CaseKind.COMPLAINT, "assignment", "CMP-08"),
  INVESTIGATION(CaseKind.COMPLAINT, "investigation", "CMP-09", "PRB-09"),
  PLAN(CaseKind.COMPLAINT, "plan", "CMP-10", "SLA-06"),
  MANAGERS_DECISION(CaseKind.COMPLAINT, "decision", "CMP-11"),
  IMPLEMENTATION(CaseKind.COMPLAINT, "implementation", "CMP-12", "SLA-18", "SLA-21"),
  CLAIM_REFERRAL(CaseKind.COMPLAINT, "claim-referral", "CMP-17"),
  CLAIM_OUTCOME(CaseKind.COMPLAINT, "claim-outcome", "CMP-17"),
  CALL_BACK(CaseKind.COMPLAINT, "call-back", "CRM-05", "CMP-04"),
  REQUESTED_ESCALATION(CaseKind.COMPLAINT, "escalations", "CMP-32"),
  ESCALATION(CaseKind.COMPLAINT, "escalation", "CMP-32"),
  ESCALATION_ON_APPEAL(CaseKind.COMPLAINT, "appeal", "REG-08"),
  JOINT_QUESTION(CaseKind.COMPLAINT, "joint-parties", "CMP-20"),
  MERGE(CaseKind.COMPLAINT, "merge", "CMP-04"),
  CLOSURE(CaseKind.COMPLAINT, "closure", "CMP-13"),
  UNSATISFIED_CLOSURE(CaseKind.COMPLAINT, "unsatisfied-closure", "AMB-35", "REG-08"),
  REOPENING(CaseKind.COMPLAINT, "reopening", "CMP-04"),
  RECEIPT(CaseKind.APPEAL, "registration", "REG-08"),
  REPLY(CaseKind.APPEAL, "reply", "REG-08"),
  AUTHORITYS_OPINION(CaseKind.APPEAL, "closure", "REG-08");

  private final CaseKind kind;
  private final String action;
  private final List<String> rules;

  Decision(CaseKind kind, String action, String... rules) {
    this.kind = kind;
    this.action = action;
    this.rules = List.of(rules);
  }

  /** Empty for an entry that tells of something else than a decision. */
  static Optional<Decision> of(CaseKind kind, TimelineEntry entry) {
    return Arrays.stream(values())
        .filter(one -> one.kind == kind && one.action.equals(entry.action()))
        .findFirst();
  }

  List<String> rules() {
    return rules;
  }
}
