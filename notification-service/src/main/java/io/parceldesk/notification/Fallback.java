package io.parceldesk.notification;

import java.time.Duration;

/**
 * The e-mail that is sent when an SMS does not arrive; stored sealed beside it.
 *
 * @param recipient fingerprint of the address
 * @param shown the address masked
 * @param template {@code key/locale@version}
 * @param expires how long after its first attempt it is still worth sending
 */
public record Fallback(
    String recipient,
    String shown,
    String template,
    QuietTime quietTime,
    Duration expires,
    Message message) {}
