package io.parceldesk.chassis.outbox;

/**
 * An event as it is stored in the outbox and sent: {@code data} is the JSON of the record's value.
 */
public record EncodedEvent(String type, String dataschema, String data) {}
