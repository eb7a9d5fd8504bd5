package io.parceldesk.notification;

/** How a message travels. */
public enum MessageChannel {
  SMS,
  EMAIL,
  WEBHOOK
}
