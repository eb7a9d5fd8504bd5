package io.parceldesk.notification;

/** How pressing a message is (REG-12). */
public enum MessageClass {
  /** Statutory matters and answers to what the recipient did just now: at any hour. */
  CRITICAL,
  /** Held back during the recipient's quiet hours. */
  SERVICE,
  /** Only with consent, never after an opt-out. */
  MARKETING
}
