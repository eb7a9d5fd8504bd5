package io.parceldesk.inquiry.handling;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;

/** What the customer was told: in words of one's own, or as the platform drafted it (INQ-14). */
record AnswerForm(@Size(max = 4000) String text, boolean confirmDraft) {
  @AssertTrue(message = "is required, unless confirmDraft says that the draft is right")
  boolean isTextGiven() {
    return confirmDraft ? text == null : text != null && !text.isBlank();
  }
}
