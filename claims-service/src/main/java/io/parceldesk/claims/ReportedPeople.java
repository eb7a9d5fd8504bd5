package io.parceldesk.claims;

import io.parceldesk.chassis.contact.Contact;

/**
 * Whom a report names beside the recipient. It is stored sealed only (PRV-08).
 *
 * @param complained who answers at the outlet complained against, or null
 */
public record ReportedPeople(
    String recipientAddress, Contact sender, Contact complaining, Contact complained) {}
