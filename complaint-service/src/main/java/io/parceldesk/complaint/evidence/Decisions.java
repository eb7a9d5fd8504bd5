package io.parceldesk.complaint.evidence;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.timeline.TimelineEntry;
import io.parceldesk.complaint.Complaint;
import io.parceldesk.complaint.ComplaintStatus;
import io.parceldesk.complaint.evidence.Evidence.DecisionPart;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads decisions out of a timeline. What the case keeps of a decision, such as the text of a plan,
 * is that of the newest of its sort; earlier ones keep what the timeline noted.
 */
final class Decisions {
  private record Kept(String outcome, String reason) {}

  private final CaseKind kind;
  private final Map<Decision, Kept> kept;

  private Decisions(CaseKind kind, Map<Decision, Kept> kept) {
    this.kind = kind;
    this.kept = kept;
  }

  static Decisions ofAppeals() {
    return new Decisions(CaseKind.APPEAL, Map.of());
  }

  static Decisions of(Complaint complaint, Redaction redaction) {
    var kept = new EnumMap<Decision, Kept>(Decision.class);
    kept.put(Decision.CLASSIFICATION, new Kept(complaint.intake().category().name(), null));
    kept.put(
        Decision.ASSESSMENT, new Kept(null, redaction.of(complaint.resolution().explanation())));
    kept.put(Decision.CLOSURE, new Kept(null, redaction.of(complaint.summary())));
    if (complaint.resolution().investigation() != null) {
      var found = complaint.resolution().investigation();
      kept.put(
          Decision.INVESTIGATION, new Kept(found.cause().name(), redaction.of(found.finding())));
    }
    if (complaint.resolution().plan() != null) {
      var plan = complaint.resolution().plan();
      kept.put(Decision.PLAN, new Kept(plan.remedy().name(), redaction.of(plan.planText())));
    }
    if (complaint.satisfaction().callBack() != null) {
      var comment = redaction.of(complaint.satisfaction().callBack().customerComment());
      kept.put(Decision.CALL_BACK, new Kept(null, comment));
    }
    return new Decisions(CaseKind.COMPLAINT, kept);
  }

  /** In the order of the timeline, whose notes are redacted. */
  List<DecisionPart> in(List<TimelineEntry> timeline) {
    var newest = new EnumMap<Decision, TimelineEntry>(Decision.class);
    timeline.forEach(entry -> Decision.of(kind, entry).ifPresent(one -> newest.put(one, entry)));
    return timeline.stream()
        .flatMap(
            entry ->
                Decision.of(kind, entry)
                    .map(one -> part(one, entry, newest.get(one) == entry))
                    .stream())
        .toList();
  }

  private DecisionPart part(Decision decision, TimelineEntry entry, boolean isNewest) {
    var remembered = isNewest ? kept.get(decision) : null;
    var outcome = outcome(decision, entry);
    var note = entry.note() != null && entry.note().equals(outcome) ? null : entry.note();
    return new DecisionPart(
        decision,
        entry.at(),
        entry.actor(),
        outcome == null && remembered != null ? remembered.outcome() : outcome,
        note == null && remembered != null ? remembered.reason() : note,
        decision.rules());
  }

  private static String outcome(Decision decision, TimelineEntry entry) {
    return switch (decision) {
      case ASSESSMENT, CALL_BACK, REPLY -> entry.note();
      case MANAGERS_DECISION ->
          ComplaintStatus.PLAN_APPROVED.name().equals(entry.toStatus()) ? "APPROVED" : "SENT_BACK";
      default -> null;
    };
  }
}
