package io.parceldesk.notification.webhook;

import io.parceldesk.notification.WebhookEndpoint.Settings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An endpoint as it is registered or replaced. */
@Schema(name = "WebhookEndpointForm")
record WebhookEndpointForm(
    @Schema(
            description =
                "The outlet whose cases are told of; required to register, else as registered",
            examples = "LLT-GZ-01")
        String outlet,
    @NotBlank
        @Size(max = 2000)
        @Schema(
            description =
                "https, at a public address; plain http only where the operator allows private"
                    + " addresses",
            examples = "https://hooks.outlet.example/parceldesk")
        String url,
    @Size(max = 100)
        @Schema(
            description = "Of GET /webhook-types; all types when left out or empty",
            examples = "[\"complaint.escalated\"]")
        List<@Pattern(regexp = "[a-z0-9_]+(\\.[a-z0-9_]+)*") String> eventTypes,
    @Size(max = 200) String description,
    @Min(1)
        @Max(16)
        @Schema(description = "How many messages are under way to it at once", defaultValue = "4")
        Integer concurrency,
    @Min(1)
        @Max(100)
        @Schema(description = "How many messages a second are sent to it", defaultValue = "20")
        Integer ratePerSecond) {
  private static final int CONCURRENCY = 4;
  private static final int RATE_PER_SECOND = 20;

  List<String> types() {
    return eventTypes == null ? List.of() : eventTypes.stream().distinct().toList();
  }

  Settings toSettings() {
    return new Settings(
        url,
        types(),
        description,
        concurrency == null ? CONCURRENCY : concurrency,
        ratePerSecond == null ? RATE_PER_SECOND : ratePerSecond);
  }
}
