package io.parceldesk.claims;

/** How a claimant goes on who does not agree; negotiation comes first (CLM-06). */
public enum DisputeWay {
  NEGOTIATION,
  COMPLAINT,
  APPEAL,
  ARBITRATION,
  LAWSUIT
}
