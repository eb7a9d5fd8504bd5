package io.parceldesk.chassis.cases;

import io.parceldesk.contracts.Topics;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of case, with the prefix of their numbers and the topic that tells of them. */
public enum CaseKind {
  INQUIRY("INQ", Topics.INQUIRY),
  PROBLEM_PARCEL("PRB", Topics.INQUIRY),
  PICKUP("PKP", Topics.INQUIRY),
  RETURN("RET", Topics.INQUIRY),
  FOLLOW_UP("AFT", Topics.INQUIRY),
  COMPLAINT("CMP", Topics.COMPLAINT),
  APPEAL("APL", Topics.COMPLAINT),
  CLAIM("CLM", Topics.CLAIMS),
  DISPUTE("DSP", Topics.CLAIMS);

  private final String prefix;
  private final String topic;

  CaseKind(String prefix, String topic) {
    this.prefix = prefix;
    this.topic = topic;
  }

  public String prefix() {
    return prefix;
  }

  public String topic() {
    return topic;
  }

  static Optional<CaseKind> ofPrefix(String prefix) {
    return Arrays.stream(values()).filter(kind -> kind.prefix.equals(prefix)).findFirst();
  }
}
