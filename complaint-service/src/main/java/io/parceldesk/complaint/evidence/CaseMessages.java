package io.parceldesk.complaint.evidence;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.contracts.NotificationEvent.MessageSettled;
import io.parceldesk.contracts.NotificationEvent.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The messages about cases. All about complaints and appeals are kept, and of those about other
 * cases what customers were told: a linked inquiry or claim belongs to the evidence too.
 */
@ApplicationScoped
class CaseMessages {
  private static final Set<String> OWN = Set.of(CaseKind.COMPLAINT.name(), CaseKind.APPEAL.name());

  /** The newest that was told of a message counts. */
  private static final String KEEP =
      """
      insert into case_message (message, case_number, event_type, template, channel, recipient,
                                outlet, state, attempts, planned_at, sent_at, settled_at, case_seq)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (message) do update
         set state = excluded.state, attempts = excluded.attempts, sent_at = excluded.sent_at,
             settled_at = excluded.settled_at, case_seq = excluded.case_seq
       where case_message.case_seq < excluded.case_seq
      """;

  private final Sql sql;

  CaseMessages(Sql sql) {
    this.sql = sql;
  }

  void keep(MessageSettled told, long caseSeq) {
    if (!OWN.contains(told.about().kind()) && told.recipient() != Recipient.CUSTOMER) {
      return;
    }
    sql.update(
        KEEP,
        UUID.fromString(told.message()),
        told.about().number(),
        told.eventType(),
        told.template(),
        told.channel(),
        told.recipient(),
        told.outlet(),
        told.state(),
        told.attempts(),
        told.plannedAt(),
        told.sentAt(),
        told.settledAt(),
        caseSeq);
  }

  /** In the order in which they were planned. */
  List<Evidence.MessagePart> about(Collection<String> numbers) {
    return sql.list(
        "select * from case_message where case_number = any(?) order by planned_at, message",
        CaseMessages::part,
        numbers);
  }

  private static Evidence.MessagePart part(ResultSet row) throws SQLException {
    return new Evidence.MessagePart(
        row.getString("case_number"),
        row.getString("event_type"),
        row.getString("channel"),
        row.getString("recipient"),
        row.getString("outlet"),
        row.getString("template"),
        row.getString("state"),
        row.getInt("attempts"),
        SqlValue.instant(row, "planned_at"),
        SqlValue.instant(row, "sent_at"),
        SqlValue.instant(row, "settled_at"));
  }
}
