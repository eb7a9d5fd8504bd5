package io.parceldesk.notification.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.notification.MessageChannel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be shown. */
@Schema(name = "TemplatePreviewForm")
record PreviewForm(
    @NotNull MessageChannel channel,
    @Schema(description = "The words in use when body is left out") @Size(max = 200) String subject,
    @Size(max = 10_000) String body,
    @Size(max = 50_000) String html,
    @Schema(
            description =
                "Whose example is taken; that of the rule that uses the words if left out",
            examples = "complaint-registered")
        String event,
    @Schema(description = "Data of an event instead of the example", implementation = Object.class)
        JsonNode data) {}
