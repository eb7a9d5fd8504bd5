package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who answers for a complaint where nobody is named (CMP-08): the table of categories, applied to
 * the outlet that is complained of and to what is known of the waybill. An outlet that the
 * directory does not have, or not any more, is passed over for the department.
 */
@ApplicationScoped
public class DefaultHandlers {
  private static final String SUGGEST =
      """
      select distinct on (c.id) c.id, o.code as outlet,
             case when o.code is null then
               case when h.outlet = 'COMPLAINED_AGAINST' then coalesce(c.department, h.department)
                    else h.department end end as department
        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
               as c(id, category, waybill, outlet, department)
        join default_handler h on h.category = c.category
        left join known_waybill w on w.waybill = c.waybill
        left join known_outlet o on o.active and o.code = case h.outlet
               when 'COMPLAINED_AGAINST' then c.outlet
               when 'DELIVERING' then coalesce(w.to_outlet, c.outlet)
               when 'SENDING' then coalesce(w.from_outlet, c.outlet) end
       order by c.id, h.version desc
      """;

  private record Suggestion(UUID id, Handler handler) {}

  private final Sql sql;

  DefaultHandlers(Sql sql) {
    this.sql = sql;
  }

  /** Of a complaint that nobody was given yet. */
  public Handler of(Complaint complaint) {
    return of(List.of(complaint)).get(complaint.id());
  }

  /** Of those that nobody was given yet; the others are left out. */
  Map<UUID, Handler> of(Collection<Complaint> complaints) {
    var unassigned = complaints.stream().filter(Complaint::isUnassigned).toList();
    return unassigned.isEmpty()
        ? Map.of()
        : suggest(unassigned).stream()
            .collect(Collectors.toMap(Suggestion::id, Suggestion::handler));
  }

  private List<Suggestion> suggest(List<Complaint> complaints) {
    return sql.list(
        SUGGEST,
        row ->
            new Suggestion(
                SqlValue.uuid(row, "id"),
                new Handler(row.getString("outlet"), row.getString("department"), null)),
        column(complaints, Complaint::id),
        column(complaints, complaint -> complaint.intake().category().name()),
        column(complaints, complaint -> complaint.intake().waybill()),
        column(complaints, complaint -> complaint.owner().outlet()),
        column(complaints, complaint -> complaint.owner().department()));
  }

  private static <T> List<T> column(List<Complaint> complaints, Function<Complaint, T> value) {
    return complaints.stream().map(value).toList();
  }
}
