package io.parceldesk.claims.payment;

import io.parceldesk.claims.Ground;
import io.parceldesk.claims.PaymentOrder;
import io.parceldesk.claims.PaymentState;
import io.parceldesk.contracts.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A payment order as it is shown: the account by its last digits.
 *
 * @param payBy the last day (SLA-13)
 * @param paidBack what the claimant gave back once the parcel had come (AMB-13)
 */
record PaymentOrderView(
    UUID id,
    String claim,
    String waybill,
    Ground ground,
    Money amount,
    LocalDate payBy,
    PaymentState state,
    String account,
    Instant createdAt,
    String orderedBy,
    Instant orderedAt,
    String settledBy,
    Instant settledAt,
    String reference,
    String failure,
    Money paidBack,
    String paidBackReference,
    String reopenedBy,
    String paidBackBy) {

  static PaymentOrderView of(PaymentOrder order) {
    return new PaymentOrderView(
        order.id(),
        order.number(),
        order.waybill(),
        order.ground(),
        Money.cny(order.amount()),
        order.payBy(),
        order.state(),
        order.accountMask(),
        order.createdAt(),
        order.orderedBy(),
        order.orderedAt(),
        order.settledBy(),
        order.settledAt(),
        order.reference(),
        order.failure(),
        order.paidBack() == null ? null : Money.cny(order.paidBack()),
        order.paidBackReference(),
        order.reopenedBy(),
        order.paidBackBy());
  }
}
