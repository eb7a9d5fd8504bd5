package io.parceldesk.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.claims.Posting.Cause;
import io.parceldesk.claims.Posting.Transfer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who owes whom. A posting is written in the transaction of the change that it comes from; it is
 * never changed or taken away, and a cause is posted once. No account is locked: a balance is the
 * sum of its lines.
 */
@ApplicationScoped
public class Ledger {
  private record Line(String account, String purpose, BigDecimal amount) {}

  private final Sql sql;
  private final ObjectMapper json;

  Ledger(Sql sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /** False where nothing moves, or where this cause was posted before. */
  @Transactional(TxType.MANDATORY)
  public boolean post(Posting posting) {
    return !posting.transfers().isEmpty()
        && sql.update(
                """
                with entry as (
                  insert into ledger_entry (case_number, cause, occurrence) values (?, ?, ?)
                  on conflict do nothing returning id, posted_at)
                insert into ledger_line (entry_id, no, account, purpose, amount, posted_at)
                select entry.id, line.no, line.account, line.purpose, line.amount, entry.posted_at
                  from entry, rows from (jsonb_to_recordset(?::jsonb)
                    as (account text, purpose text, amount numeric)) with ordinality
                    as line(account, purpose, amount, no)
                """,
                posting.caseNumber().text(),
                posting.cause(),
                posting.occurrence(),
                written(posting.transfers().stream().flatMap(Ledger::lines).toList()))
            > 0;
  }

  /** Moves back what a cause moved; false where nothing was posted, or was reversed before. */
  @Transactional(TxType.MANDATORY)
  public boolean reverse(CaseNumber caseNumber, Cause cause, int occurrence) {
    return sql.update(
            """
            with original as (
              select * from ledger_entry where case_number = ? and cause = ? and occurrence = ?),
            entry as (
              insert into ledger_entry (case_number, cause, occurrence, reverses)
              select case_number, cause || '_REVERSAL', occurrence, id from original
              on conflict do nothing returning id, posted_at, reverses)
            insert into ledger_line (entry_id, no, account, purpose, amount, posted_at)
            select entry.id, line.no, line.account, line.purpose, - line.amount, entry.posted_at
              from entry join ledger_line line on line.entry_id = entry.reverses
            """,
            caseNumber.text(),
            cause,
            occurrence)
        > 0;
  }

  private static Stream<Line> lines(Transfer transfer) {
    var purpose = transfer.purpose().name();
    return Stream.of(
        new Line(transfer.from().code(), purpose, transfer.amount().negate()),
        new Line(transfer.to().code(), purpose, transfer.amount()));
  }

  private String written(List<Line> lines) {
    try {
      return json.writeValueAsString(lines);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
