package io.parceldesk.inquiry;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;

/**
 * What the customer is told to a question: first perhaps when (INQ-17), then what (INQ-12 to
 * INQ-14). Each part is null before.
 *
 * @param code by which the answer can be read again
 * @param answerReadAt when the customer read it on the page
 */
@Embeddable
public record Reply(
    Instant promisedReplyAt,
    String answer,
    Instant answeredAt,
    @Embedded AccessCode code,
    Instant answerReadAt) {
  static final Reply NONE = new Reply(null, null, null, null, null);

  Reply promised(Instant at) {
    return new Reply(at, answer, answeredAt, code, answerReadAt);
  }

  Reply answered(String text, AccessCode issued, Instant at) {
    return new Reply(promisedReplyAt, text, at, issued, answerReadAt);
  }

  Reply read(Instant at) {
    return new Reply(promisedReplyAt, answer, answeredAt, code, at);
  }
}
