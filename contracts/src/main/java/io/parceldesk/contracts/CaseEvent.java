package io.parceldesk.contracts;

/**
 * Something that happened to a case. Carries facts, ids and times; no personal data in clear, no
 * free text.
 */
public interface CaseEvent {
  /** The case as it stood when the event happened; {@code case} on the wire. */
  CaseFacts facts();
}
