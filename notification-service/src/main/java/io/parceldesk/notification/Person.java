package io.parceldesk.notification;

import jakarta.persistence.Embeddable;

/**
 * A colleague to turn to.
 *
 * @param level 1 supervisor, 2 department head, 3 headquarters (CMP-32)
 * @param role as the outlet calls it, such as SUPERVISOR
 * @param staffId the only part that leaves this service
 * @param phone E.164, or null
 * @param email or null
 */
@Embeddable
public record Person(
    int level, String role, String staffId, String name, String phone, String email) {}
