package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.contracts.ComplaintEvent.Trigger;
import io.parceldesk.contracts.DeadlineFacts;
import java.util.Optional;

/**
 * Why a complaint goes up to a level (CMP-32).
 *
 * @param by who asked for it, the policy, the rule, or system
 * @param deadline the firing that asks for it, or null
 */
record Raise(int level, Trigger trigger, String reasonCode, String by, DeadlineFacts deadline) {
  private static final int MAJOR = 5;
  private static final String BY_RULE = "system";

  static Raise onRequest(int level, String reasonCode, String by) {
    return new Raise(level, Trigger.REQUEST, reasonCode, by, null);
  }

  static Raise onDeadline(int level, DeadlineFacts deadline) {
    return new Raise(level, Trigger.DEADLINE, deadline.kind(), deadline.policy(), deadline);
  }

  static Raise onDissatisfaction(int level) {
    return new Raise(level, Trigger.DISSATISFIED, "SECOND_DISSATISFIED", "AMB-35", null);
  }

  /** The authority forwarded an appeal about it (REG-08). */
  static Raise onAppeal() {
    return onRequest(Appeal.LEVEL, "APPEAL_12305", BY_RULE);
  }

  /** One that had reached the level was merged into it. */
  static Raise onMerge(int level) {
    return new Raise(level, Trigger.REPEAT, "MERGED", BY_RULE, null);
  }

  /**
   * Some complaints wait for nobody: a privacy leak (AMB-25), one from a customer who had to come
   * back within 30 days, a VIP's major one (CRM-02). One of the reasons is enough.
   */
  static Optional<Raise> atOnce(NewComplaint complaint, int stars, boolean repeated) {
    return Optional.ofNullable(triggerAtOnce(complaint, stars, repeated))
        .map(trigger -> new Raise(1, trigger, trigger.name(), BY_RULE, null));
  }

  private static Trigger triggerAtOnce(NewComplaint complaint, int stars, boolean repeated) {
    if (complaint.category() == Category.PRIVACY) {
      return Trigger.PRIVACY;
    }
    if (repeated) {
      return Trigger.REPEAT;
    }
    return complaint.tier() == CustomerTier.VIP && stars == MAJOR ? Trigger.VIP : null;
  }

  /** What has been raised is taken up before other work. */
  Priority priority() {
    return level >= 2 ? Priority.URGENT : Priority.HIGH;
  }

  /** For the timeline. */
  String note() {
    return "level " + level + ": " + reasonCode;
  }
}
