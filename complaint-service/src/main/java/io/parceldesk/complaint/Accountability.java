package io.parceldesk.complaint;

import java.math.BigDecimal;

/**
 * Who answers for the loss with a share of pay or bonus (CMP-12).
 *
 * @param share in percent of the loss, 0 to 100, at most two decimals
 * @param recordedBy who decided it
 */
public record Accountability(String person, BigDecimal share, String recordedBy) {}
