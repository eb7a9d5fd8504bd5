package io.parceldesk.chassis.inbox;

/** An event that was taken in for the first time, with its attributes. */
public record ReceivedEvent<E>(E event, EventMeta meta) {}
