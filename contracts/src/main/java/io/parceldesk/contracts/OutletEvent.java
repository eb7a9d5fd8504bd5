package io.parceldesk.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import java.time.Instant;

/** What outlets told us, on topic {@code parceldesk.outlet}, keyed by outlet code. */
@JsonSubTypes({
  @Type(name = "io.parceldesk.outlet-replied.v1", value = OutletEvent.OutletReplied.class),
  @Type(name = "io.parceldesk.outlet-acknowledged.v1", value = OutletEvent.OutletAcknowledged.class)
})
public sealed interface OutletEvent {
  String outlet();

  /**
   * {@code answer} is a code; {@code statement} is what the outlet wrote, sealed like a contact as
   * it is free text, or null.
   */
  record OutletReplied(
      String outlet, CaseRef inReplyTo, String answer, String statement, Instant repliedAt)
      implements OutletEvent {}

  record OutletAcknowledged(String outlet, CaseRef inReplyTo, Instant acknowledgedAt)
      implements OutletEvent {}
}
