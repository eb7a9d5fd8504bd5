package io.parceldesk.contracts;

import java.time.Instant;

/**
 * What every event tells of its case. Enumerated values travel as text, so that a consumer that
 * does not know a new one can still read the event.
 *
 * @param number case number, {@code PREFIX-yyMMdd-nnnnnC}
 * @param kind INQUIRY, COMPLAINT, CLAIM and so on
 * @param priority NORMAL, HIGH or URGENT
 * @param tier VIP, IMPORTANT or ORDINARY
 * @param waybill where known, else null
 * @param outlet code of the outlet that owns the case or is complained against, or null
 * @param department code of the department that owns the case, or null
 */
public record CaseFacts(
    String number,
    String kind,
    String status,
    String priority,
    String tier,
    String waybill,
    Instant openedAt,
    String outlet,
    String department) {}
