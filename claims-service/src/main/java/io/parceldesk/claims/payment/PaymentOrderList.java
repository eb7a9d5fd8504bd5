package io.parceldesk.claims.payment;

import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.claims.PaymentOrder;
import io.parceldesk.claims.PaymentOrders;
import io.parceldesk.claims.PaymentState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reads payment orders, oldest first. */
@ApplicationScoped
class PaymentOrderList {
  private static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

  private final Sql sql;

  PaymentOrderList(Sql sql) {
    this.sql = sql;
  }

  /** {@code state} null: of all states. */
  List<PaymentOrder> of(PaymentState state, Cursor after, int rows) {
    var from = after == null ? START : after;
    var states = state == null ? Arrays.asList(PaymentState.values()) : List.of(state);
    return sql.list(
        """
        select * from payment_order where state = any(?) and (created_at, id) > (?, ?)
         order by created_at, id limit ?
        """,
        PaymentOrders::order,
        states.stream().map(Enum::name).toList(),
        from.key(),
        from.id(),
        rows);
  }
}
