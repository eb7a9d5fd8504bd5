package io.parceldesk.claims;

import io.parceldesk.chassis.contact.Contact;

/**
 * What an announcement tells the other outlet of people and accounts (ARB-06, ARB-07). It is stored
 * sealed only, and shown masked (PRV-08).
 *
 * @param recipient with whom it was verified
 * @param bankAccount where a direct payment goes, or null
 */
public record Announcement(
    Contact recipient, String recipientAddress, Contact contact, String bankAccount) {}
