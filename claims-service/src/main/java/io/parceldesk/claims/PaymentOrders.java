package io.parceldesk.claims;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The payment orders, one for each agreed claim, touched only under the claim's lock. That a parcel
 * is paid once for a ground, whatever claims there are, is a constraint of the schema.
 */
@ApplicationScoped
public class PaymentOrders {
  private final Sql sql;

  PaymentOrders(Sql sql) {
    this.sql = sql;
  }

  /** Refused when another claim on the parcel was agreed on the same ground. */
  public void due(Claim claim, LocalDate payBy, Instant now) {
    var waybill = claim.intake().waybill();
    var ground = claim.intake().category();
    var created =
        sql.update(
            """
            insert into payment_order
              (id, case_id, number, waybill, ground, amount, pay_by, state, created_at)
            values (?, ?, ?, ?, ?, ?, ?, 'DUE', ?)
            on conflict do nothing
            """,
            UuidCreator.getTimeOrderedEpoch(),
            claim.id(),
            claim.number().text(),
            waybill,
            ground,
            claim.offer().offered(),
            payBy,
            now);
    if (created == 0) {
      throw new DomainException(
              409, "already-compensated", "The parcel is paid for on this ground by another claim")
          .with("number", numberOf(waybill, ground));
    }
  }

  private String numberOf(String waybill, Ground ground) {
    return sql.first(
            "select number from payment_order where waybill = ? and ground = ?",
            row -> row.getString("number"),
            waybill,
            ground)
        .orElse(null);
  }

  public void ordered(UUID caseId, SealedAccount account, String by, Instant now) {
    sql.update(
        """
        update payment_order
           set state = 'ORDERED', account = ?, account_mask = ?, ordered_by = ?, ordered_at = ?,
               failure = null
         where case_id = ? and state in ('DUE', 'FAILED')
        """,
        account.sealed(),
        account.mask(),
        by,
        now,
        caseId);
  }

  public void confirmed(UUID caseId, String reference, String by, Instant now) {
    settled(caseId, PaymentState.CONFIRMED, reference, null, by, now);
  }

  public void failed(UUID caseId, String failure, String by, Instant now) {
    settled(caseId, PaymentState.FAILED, null, failure, by, now);
  }

  private void settled(
      UUID caseId, PaymentState state, String reference, String failure, String by, Instant now) {
    sql.update(
        """
        update payment_order
           set state = ?, reference = ?, failure = ?, settled_by = ?, settled_at = ?
         where case_id = ? and state = 'ORDERED'
        """,
        state,
        reference,
        failure,
        by,
        now,
        caseId);
  }

  /**
   * What was to be paid for a loss is not paid after all; what was paid counts for the delay that
   * it turned out to be, unless another claim was paid for that (AMB-13).
   *
   * @param by who does not settle it anew where it takes two
   */
  public void reopened(UUID caseId, String by) {
    sql.update(
        "delete from payment_order where case_id = ? and state in ('DUE', 'FAILED')", caseId);
    sql.update(
        """
        update payment_order paid
           set reopened_by = ?,
               ground = case when exists (
                 select 1 from payment_order other
                  where other.waybill = paid.waybill and other.ground = 'DELAY')
               then ground else 'DELAY' end
         where case_id = ?
        """,
        by,
        caseId);
  }

  /** Some of it, or all, came back (AMB-13). */
  public void paidBack(UUID caseId, PaidBack back, String by, Instant now) {
    sql.update(
        """
        update payment_order
           set paid_back = ?, paid_back_reference = ?, paid_back_by = ?, paid_back_at = ?
         where case_id = ?
        """,
        back.amount().value(),
        back.reference(),
        by,
        now,
        caseId);
  }

  /** Of a claim that was agreed. */
  public Optional<PaymentOrder> of(UUID caseId) {
    return sql.first("select * from payment_order where case_id = ?", PaymentOrders::order, caseId);
  }

  public PaymentOrder require(UUID id) {
    return sql.first("select * from payment_order where id = ?", PaymentOrders::order, id)
        .orElseThrow(() -> DomainException.notFound("Payment order " + id));
  }

  /** Bank data goes once nobody needs it (REG-11); who was paid how much stays. */
  public int deleteAccount(UUID caseId) {
    return sql.update(
        """
        update payment_order set account = null, account_mask = null
         where case_id = ? and account is not null
        """,
        caseId);
  }

  /** Reads a row of the table. */
  public static PaymentOrder order(ResultSet row) throws SQLException {
    return new PaymentOrder(
        SqlValue.uuid(row, "id"),
        row.getString("number"),
        row.getString("waybill"),
        Ground.valueOf(row.getString("ground")),
        row.getBigDecimal("amount"),
        row.getObject("pay_by", LocalDate.class),
        PaymentState.valueOf(row.getString("state")),
        row.getString("account"),
        row.getString("account_mask"),
        SqlValue.instant(row, "created_at"),
        row.getString("ordered_by"),
        SqlValue.instant(row, "ordered_at"),
        row.getString("settled_by"),
        SqlValue.instant(row, "settled_at"),
        row.getString("reference"),
        row.getString("failure"),
        row.getBigDecimal("paid_back"),
        row.getString("paid_back_reference"),
        row.getString("reopened_by"),
        row.getString("paid_back_by"));
  }
}
