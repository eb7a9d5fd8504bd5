package io.parceldesk.notification;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Where an outlet or department is reached.
 *
 * @param address an E.164 number for SMS, an e-mail address for EMAIL
 */
@Embeddable
public record ContactPoint(
    @Enumerated(EnumType.STRING) MessageChannel channel,
    @Enumerated(EnumType.STRING) Purpose purpose,
    String address) {}
