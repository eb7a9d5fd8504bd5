package io.parceldesk.notification.inbound;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.problem.DomainException;
import java.util.Arrays;
import java.util.Optional;

/** What outlets can tell us, and the kind of case that it answers. */
enum InboundType {
  ANNOUNCEMENT_REPLY("announcement.reply", CaseKind.DISPUTE),
  INVESTIGATION_REPLY("investigation.reply", CaseKind.COMPLAINT),
  PROBLEM_PARCEL_REPLY("problem.parcel.reply", CaseKind.PROBLEM_PARCEL),
  /** Of a case of any kind. */
  ACKNOWLEDGEMENT("acknowledgement", null);

  private final String wireName;
  private final CaseKind answers;

  InboundType(String wireName, CaseKind answers) {
    this.wireName = wireName;
    this.answers = answers;
  }

  static Optional<InboundType> named(String wireName) {
    return Arrays.stream(values()).filter(type -> type.wireName.equals(wireName)).findFirst();
  }

  String wireName() {
    return wireName;
  }

  void requireAnswers(CaseNumber number) {
    if (answers != null && number.kind() != answers) {
      throw new DomainException(
          422, "wrong-kind-of-case", wireName + " answers a case of kind " + answers);
    }
  }
}
