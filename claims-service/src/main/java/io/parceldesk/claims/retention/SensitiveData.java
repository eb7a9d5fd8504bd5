package io.parceldesk.claims.retention;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.ClaimRules;
import io.parceldesk.claims.Claims;
import io.parceldesk.claims.EvidenceFiles;
import io.parceldesk.claims.EvidenceSlot;
import io.parceldesk.claims.PaymentOrders;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Deletes identity papers and bank data some time after payment or final refusal (REG-11). A claim
 * that is disputed is not closed, so its data stay. Each claim is a transaction of its own, under
 * its lock, with a timeline entry: what a crash leaves undone the next run does.
 */
@ApplicationScoped
class SensitiveData {
  private static final int BATCH = 100;

  private final Sql sql;
  private final Transactions transactions;
  private final Claims claims;
  private final EvidenceFiles files;
  private final PaymentOrders orders;
  private final ClaimRules rules;

  SensitiveData(
      Sql sql,
      Transactions transactions,
      Claims claims,
      EvidenceFiles files,
      PaymentOrders orders,
      ClaimRules rules) {
    this.sql = sql;
    this.transactions = transactions;
    this.claims = claims;
    this.files = files;
    this.orders = orders;
    this.rules = rules;
  }

  @Scheduled(every = "1h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
  void deleteOld() {
    var due = due();
    while (!due.isEmpty()) {
      due.forEach(
          number -> claims.note(CaseNumber.parse(number), (claim, now) -> delete(claim, now)));
      due = due.size() < BATCH ? List.of() : due();
    }
  }

  private List<String> due() {
    var sensitive =
        Arrays.stream(EvidenceSlot.values())
            .filter(EvidenceSlot::isSensitive)
            .map(Enum::name)
            .toList();
    return transactions.run(
        () ->
            sql.list(
                """
                select c.number from claim c
                 where c.closed_at < clock_timestamp() - ?::interval
                   and (exists (select 1 from evidence_file f
                           where f.case_id = c.id and f.slot = any(?) and f.data_key is not null)
                     or exists (select 1 from payment_order p
                           where p.case_id = c.id and p.account is not null))
                   and not exists (select 1 from dispute_parcel p join dispute d on d.id = p.dispute_id
                                    where p.waybill = c.waybill and d.closed_at is null)
                 order by c.closed_at limit ?
                """,
                row -> row.getString("number"),
                rules.current().terms().keepSensitive().toString(),
                sensitive,
                BATCH));
  }

  /** Null where the claim was opened again meanwhile. */
  private Change delete(Claim claim, Instant now) {
    if (claim.closedAt() == null) {
      return null;
    }
    var deleted = files.deleteSensitive(claim.id(), now) + orders.deleteAccount(claim.id());
    return deleted == 0
        ? null
        : Change.within("sensitive-data-deletion", claim.statusName()).noting("REG-11");
  }
}
