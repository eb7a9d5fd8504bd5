package io.parceldesk.claims;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Money that finance has to pay for a claim (CLM-05).
 *
 * @param account holder, bank and number, sealed; null before it was ordered and once deleted
 * @param payBy the last day (SLA-13)
 * @param reference of the bank's transfer
 * @param failure why the bank could not pay, as a code
 * @param paidBack what came back once the parcel had come (AMB-13), or null
 * @param reopenedBy who found that the parcel had come, so that another settles it anew; or null
 */
public record PaymentOrder(
    UUID id,
    String number,
    String waybill,
    Ground ground,
    BigDecimal amount,
    LocalDate payBy,
    PaymentState state,
    String account,
    String accountMask,
    Instant createdAt,
    String orderedBy,
    Instant orderedAt,
    String settledBy,
    Instant settledAt,
    String reference,
    String failure,
    BigDecimal paidBack,
    String paidBackReference,
    String reopenedBy,
    String paidBackBy) {}
