package io.parceldesk.notification.directory;

import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.Purpose;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * {@code {"channel": "SMS", "purpose": "ESCALATION", "address": "13800138000"}}.
 *
 * @param channel SMS or EMAIL; webhooks are registered at {@code /webhook-endpoints}
 * @param purpose GENERAL where it is missing
 */
record ContactPointForm(
    @NotNull MessageChannel channel, Purpose purpose, @NotBlank @Size(max = 200) String address) {}
