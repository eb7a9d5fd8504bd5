package io.parceldesk.notification.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.chassis.view.AsWritten;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message as its recipient would read it; an SMS with its signature, and as it would be cut. */
@Schema(name = "TemplatePreview")
@JsonInclude(JsonInclude.Include.NON_NULL)
@AsWritten
record PreviewView(
    String text,
    String subject,
    String html,
    Integer characters,
    Integer segments,
    List<String> parts) {}
