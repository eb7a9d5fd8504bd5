package io.parceldesk.notification;

/** What a contact point is for; GENERAL serves every purpose that has no point of its own. */
public enum Purpose {
  GENERAL,
  ESCALATION,
  CLAIMS,
  /** Trouble with the outlet's webhook endpoints. */
  TECHNICAL
}
