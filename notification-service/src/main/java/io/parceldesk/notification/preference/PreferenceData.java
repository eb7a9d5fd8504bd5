package io.parceldesk.notification.preference;

import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.chassis.retention.OpenedRow;
import io.parceldesk.chassis.retention.SubjectData;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody wants to be told, as far as it is known of them (REG-10). An erasure takes a
 * consent back; who opted out would be written to again without the entry, so it stays.
 */
final class PreferenceData implements SubjectData {
  static final String NEEDED = "NEEDED";

  private final Sql sql;
  private final OpenedRow rows;
  private final String what;
  private final String table;
  private final String since;
  private final boolean erasable;

  private PreferenceData(
      Sql sql, OpenedRow rows, String what, String table, String since, boolean erasable) {
    this.sql = sql;
    this.rows = rows;
    this.what = what;
    this.table = table;
    this.since = since;
    this.erasable = erasable;
  }

  static PreferenceData optOuts(Sql sql, OpenedRow rows) {
    return new PreferenceData(sql, rows, "OPT_OUT", "opt_out", "opted_out_at", false);
  }

  static PreferenceData consents(Sql sql, OpenedRow rows) {
    return new PreferenceData(sql, rows, "CONSENT", "consent", "given_at", true);
  }

  @Override
  public String what() {
    return what;
  }

  @Override
  public List<Held> held(List<String> subjects, UUID after, int most) {
    return sql.list(
        "select id, %s as since from %s where recipient = any(?) and id > ? order by id limit ?"
            .formatted(since, table),
        row ->
            new Held(SqlValue.uuid(row, "id"), row.getString("id"), SqlValue.instant(row, "since")),
        subjects,
        after == null ? new UUID(0, 0) : after,
        most);
  }

  @Override
  public JsonNode tell(List<String> subjects, Held one) {
    var facts = Set.of("channel", "class", "reason", "proof", since);
    return rows.of(table, one.id(), facts, Set.of("address"));
  }

  @Override
  public Verdict erase(List<String> subjects, Held one, String because) {
    if (!erasable) {
      return new Verdict(NEEDED, null);
    }
    var erased =
        sql.update(
            """
            delete from %s p where id = ? and not exists (select 1 from legal_hold h
              where p.recipient = any(h.subjects) and h.released_at is null)
            """
                .formatted(table),
            one.id());
    return erased == 1 ? Verdict.ERASED : new Verdict("LEGAL_HOLD", null);
  }
}
