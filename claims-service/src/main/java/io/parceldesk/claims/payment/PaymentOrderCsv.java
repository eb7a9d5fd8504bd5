package io.parceldesk.claims.payment;

import io.parceldesk.claims.PaymentOrder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Payment orders as CSV (RFC 4180) for finance. The account travels as it is kept, sealed, beside
 * its last digits; who has the key opens it. It holds codes, numbers and times only, so that
 * nothing has to be quoted and nothing is a formula.
 */
final class PaymentOrderCsv {
  static final int MOST_ROWS = 10_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String HEADER =
      "id,claim,amount,currency,payBy,state,account,sealedAccount,orderedAt,settledAt,reference,failure"
          + ",paidBack,paidBackReference";

  private PaymentOrderCsv() {}

  static String of(List<PaymentOrder> orders) {
    return Stream.concat(Stream.of(HEADER), orders.stream().map(PaymentOrderCsv::row))
        .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
  }

  private static String row(PaymentOrder order) {
    return Stream.of(
            order.id(),
            order.number(),
            order.amount().toPlainString(),
            "CNY",
            order.payBy(),
            order.state(),
            order.accountMask(),
            order.account(),
            order.orderedAt(),
            order.settledAt(),
            order.reference(),
            order.failure(),
            order.paidBack() == null ? null : order.paidBack().toPlainString(),
            order.paidBackReference())
        .map(cell -> Objects.toString(cell, ""))
        .collect(Collectors.joining(","));
  }
}
