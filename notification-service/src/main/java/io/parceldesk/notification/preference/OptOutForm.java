package io.parceldesk.notification.preference;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parceldesk.notification.MessageClass;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who does not want what; exactly one of phone and email. */
record OptOutForm(
    @Schema(description = "As people write it", examples = "138 0013 8000") @Size(max = 30)
        String phone,
    @Schema(examples = "wang@example.com") @Size(max = 200) String email,
    @Schema(
            description = "SERVICE or MARKETING; critical messages cannot be refused",
            examples = "SERVICE")
        @JsonProperty("class")
        @NotNull
        MessageClass messageClass,
    @NotNull Reason reason) {

  /** How the wish became known. */
  enum Reason {
    /** The person told us. */
    ASKED,
    /** The person answered a message so. */
    REPLIED,
    /** The number or mailbox is somebody else's. */
    WRONG_PERSON,
    /** The carrier or an authority passed it on. */
    CARRIER
  }
}
