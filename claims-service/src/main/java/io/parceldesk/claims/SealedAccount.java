package io.parceldesk.claims;

/**
 * A bank account as it is kept.
 *
 * @param sealed holder, bank and number (compact JWE)
 * @param mask its last digits, for people to tell accounts apart
 */
public record SealedAccount(String sealed, String mask) {}
