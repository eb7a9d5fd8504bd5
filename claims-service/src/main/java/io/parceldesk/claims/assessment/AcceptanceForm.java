package io.parceldesk.claims.assessment;

/**
 * The reply that a claim is being assessed.
 *
 * @param harmConfirmed loss or damage is certain already, which opens the fast lane (CLM-14)
 */
record AcceptanceForm(boolean harmConfirmed) {}
