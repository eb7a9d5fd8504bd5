package io.parceldesk.notification.template;

import io.parceldesk.notification.Wording;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Words as they are sent. */
@Schema(name = "TemplateForm")
record TemplateForm(
    @Schema(description = "Of an e-mail", examples = "您的投诉 {number} 已办结") @Size(max = 200)
        String subject,
    @Schema(
            description =
                "Text with values in braces; {#if waybill}…{/if} where one may be missing",
            examples = "您好，您的投诉{number}已办结。")
        @NotBlank
        @Size(max = 10_000)
        String body,
    @Schema(description = "Of an e-mail; made from the body when left out") @Size(max = 50_000)
        String html) {
  Wording.Source toSource() {
    return new Wording.Source(subject, body, html);
  }
}
