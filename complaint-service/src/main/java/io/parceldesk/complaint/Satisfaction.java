package io.parceldesk.complaint;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the customer says to the answer (CRM-05).
 *
 * @param callBack the newest; null before the customer was asked
 * @param customerPoints what the customer was not satisfied with, the newest last, or null
 * @param unsatisfiedReason why it was closed although the customer is not satisfied, or null
 */
@Embeddable
public record Satisfaction(
    @Embedded CallBack callBack,
    int dissatisfiedCallBacks,
    String customerPoints,
    String unsatisfiedReason) {
  static final Satisfaction UNKNOWN = new Satisfaction(null, 0, null, null);

  /** Null before the customer was asked. */
  Boolean satisfied() {
    return callBack == null ? null : callBack.satisfied();
  }

  Satisfaction asked(CallBack answer) {
    return answer.satisfied()
        ? new Satisfaction(answer, dissatisfiedCallBacks, customerPoints, unsatisfiedReason)
        : new Satisfaction(
            answer,
            dissatisfiedCallBacks + 1,
            joined(customerPoints, answer.customerComment()),
            unsatisfiedReason);
  }

  Satisfaction endedUnsatisfied(String reason) {
    return new Satisfaction(callBack, dissatisfiedCallBacks, customerPoints, reason);
  }

  private static String joined(String points, String more) {
    return Stream.of(points, more)
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> earlier + "\n" + later)
        .orElse(null);
  }
}
