package io.parceldesk.notification.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import java.time.Instant;
import java.util.List;

/**
 * What a rule would have done.
 *
 * @param read how many events were looked at
 * @param complete whether these were all of the last day
 * @param unreadable how many could not be put into words or opened
 * @param counts by channel and fate
 * @param messages the newest, 200 at most
 */
record TrialView(
    Instant since,
    int read,
    boolean complete,
    int unreadable,
    List<Count> counts,
    List<Planned> messages) {

  /** What would have become of a message. */
  enum Fate {
    SENT,
    DIGESTED,
    SUPPRESSED
  }

  record Count(MessageChannel channel, Fate fate, long messages) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Planned(
      String event,
      String caseNumber,
      Instant eventAt,
      String audience,
      String outlet,
      MessageChannel channel,
      String recipient,
      @JsonProperty("class") MessageClass messageClass,
      Fate fate,
      String reason,
      Instant firstAttemptAt,
      String subject,
      String text) {}
}
