package io.parceldesk.notification.inbound;

/** What came in, with the headers of Standard Webhooks; each of them may be missing. */
record SignedMessage(String id, String timestamp, String signatures, String body) {}
