package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.claims.Posting.Cause;
import io.parceldesk.claims.Posting.Purpose;
import io.parceldesk.claims.Settlement.Way;
import io.parceldesk.claims.compensation.OutletParcel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * What the end of a dispute moves, in the transaction of its change: each waybill is paid for once
 * between outlets, and every amount is posted.
 */
@ApplicationScoped
public class DisputePayments {
  private final Ledger ledger;
  private final Sql sql;

  DisputePayments(Ledger ledger, Sql sql) {
    this.ledger = ledger;
    this.sql = sql;
  }

  public void settle(Dispute dispute) {
    var agreed = dispute.settlement();
    if (agreed.amount().isZero()) {
      return;
    }
    claimWaybills(dispute);
    if (agreed.way() == Way.ACCOUNT) {
      ledger.post(
          Posting.of(dispute.number(), Cause.SETTLEMENT, 1)
              .moving(
                  Purpose.SETTLEMENT,
                  agreed.amount().value(),
                  Account.outlet(dispute.intake().outlet()),
                  Account.outlet(dispute.intake().filingOutlet())));
    }
  }

  /** The newest ruling; the one before it, if any, is taken back. */
  public void rule(Dispute dispute, Instant now) {
    var occurrence = dispute.verdict().rulingList().size();
    if (occurrence > 1) {
      takeBack(dispute.number(), occurrence - 1, now);
    }
    var ruling = dispute.verdict().newest();
    if (!ruling.award().isZero()) {
      claimWaybills(dispute);
    }
    var money = new RulingMoney(dispute.intake().filingOutlet(), ruling);
    ledger.post(money.posting(dispute.number(), occurrence));
    money
        .orders()
        .forEach(
            (outlet, amount) ->
                sql.update(
                    """
                    insert into penalty_order
                      (case_number, occurrence, outlet, amount, rule, tariff, issued_at)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """,
                    dispute.number().text(),
                    occurrence,
                    outlet,
                    amount.value(),
                    ruling.rule(),
                    ruling.tariff(),
                    now));
  }

  private void takeBack(CaseNumber number, int occurrence, Instant now) {
    ledger.reverse(number, Cause.RULING, occurrence);
    sql.update("delete from awarded_waybill where case_number = ?", number.text());
    sql.update(
        "update penalty_order set cancelled_at = ? where case_number = ? and occurrence = ?",
        now,
        number.text(),
        occurrence);
  }

  private void claimWaybills(Dispute dispute) {
    var waybills =
        dispute.intake().parcelList().stream().map(OutletParcel::waybill).sorted().toList();
    var claimed =
        sql.update(
            """
            insert into awarded_waybill select unnest(?::text[]), ? on conflict do nothing
            """,
            waybills,
            dispute.number().text());
    if (claimed < waybills.size()) {
      throw DomainException.refusedByRule(
              "CMPN-01", "waybill-already-paid", "A waybill is paid for once between outlets")
          .with("waybills", paidElsewhere(waybills, dispute.number()));
    }
  }

  private List<String> paidElsewhere(List<String> waybills, CaseNumber number) {
    return sql.list(
        "select waybill from awarded_waybill where waybill = any(?) and case_number <> ?",
        row -> row.getString("waybill"),
        waybills,
        number.text());
  }
}
