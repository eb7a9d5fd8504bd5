package io.parceldesk.notification;

import io.parceldesk.chassis.contact.Phone;

/** Somebody answered a message that no more are wanted. */
public record RefusalReplied(Phone phone) {}
