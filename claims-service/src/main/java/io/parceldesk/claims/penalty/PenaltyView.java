package io.parceldesk.claims.penalty;

import io.parceldesk.contracts.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What a ruling makes an outlet pay.
 *
 * @param rule the first that made an amount
 * @param cancelledAt when another ruling took its place, else null
 */
record PenaltyView(
    UUID id,
    String caseNumber,
    String outlet,
    Money amount,
    String rule,
    String tariff,
    Instant issuedAt,
    Instant cancelledAt) {}
