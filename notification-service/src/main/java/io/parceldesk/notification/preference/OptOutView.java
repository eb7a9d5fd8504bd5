package io.parceldesk.notification.preference;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import java.time.Instant;
import java.util.UUID;

/**
 * An opt-out as it is shown.
 *
 * @param recipient fingerprint of the number or address
 * @param takenBack how many waiting messages it stopped; only in the answer to its entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OptOutView(
    UUID id,
    String recipient,
    MessageChannel channel,
    @JsonProperty("class") MessageClass messageClass,
    String reason,
    String author,
    Instant optedOutAt,
    Integer takenBack) {

  OptOutView withTakenBack(int messages) {
    return new OptOutView(
        id, recipient, channel, messageClass, reason, author, optedOutAt, messages);
  }
}
