package io.parceldesk.claims;

/**
 * One rule that made the quote behind an offer.
 *
 * @param amount what it gives, or takes away; 0.00 where it changed nothing
 * @param zh the sentence in Chinese
 * @param en in English
 */
public record OfferStep(String rule, String amount, String zh, String en) {}
