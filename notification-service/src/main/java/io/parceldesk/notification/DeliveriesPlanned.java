package io.parceldesk.notification;

/** There is something new to send; observers hear of it once it is committed. */
public record DeliveriesPlanned() {}
