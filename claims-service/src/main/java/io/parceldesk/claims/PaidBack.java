package io.parceldesk.claims;

import io.parceldesk.chassis.money.Amount;

/**
 * What a claimant gives back of a payment after the parcel has come (AMB-13).
 *
 * @param reference of the transfer by which it came in; null where nothing did
 * @param reason what was agreed, and why
 */
public record PaidBack(Amount amount, String reference, String reason) {}
