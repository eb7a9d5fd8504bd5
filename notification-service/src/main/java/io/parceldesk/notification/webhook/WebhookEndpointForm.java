package io.parceldesk.notification.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * {@code POST /webhook-endpoints}; the answer carries {@code id} and, this once, {@code secret}.
 *
 * @param outlet whose cases are told of; it must be in the directory
 * @param url https; plain http only where private addresses are allowed
 * @param eventTypes with full stops, such as {@code complaint.escalated}; all where missing or
 *     empty
 */
record WebhookEndpointForm(
    @NotBlank String outlet,
    @NotBlank @Size(max = 2000) String url,
    @Size(max = 100) List<@Pattern(regexp = "[a-z0-9_]+(\\.[a-z0-9_]+)*") String> eventTypes,
    @Size(max = 200) String description) {

  List<String> types() {
    return eventTypes == null ? List.of() : eventTypes;
  }
}
