package io.parceldesk.chassis.cases;

import java.time.Instant;

/**
 * What a new case is given before it is made.
 *
 * @param now the database's time
 * @param repeatedContact whether there was a case of this kind on the waybill within 30 days
 */
public record Ticket(CaseNumber number, Instant now, boolean repeatedContact) {}
