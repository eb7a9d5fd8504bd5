package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Fingerprints;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.ParcelRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds parcels without their waybills (INQ-16) by the keyed fingerprints of phone and name, so
 * that nothing personal reaches the database in clear; newest first. Outlets find only their own.
 */
@ApplicationScoped
class ParcelSearch {
  private record Found(UUID id, LocalDate dispatchedOn) {}

  private final Sql sql;
  private final ParcelRepository parcels;
  private final BlindIndex index;
  private final CurrentCaller caller;

  ParcelSearch(Sql sql, ParcelRepository parcels, BlindIndex index, CurrentCaller caller) {
    this.sql = sql;
    this.parcels = parcels;
    this.index = index;
    this.caller = caller;
  }

  Page<Parcel> page(ParcelQuery query) {
    var limit = query.limitOrDefault().rows();
    var found = find(query, limit + 1);
    var shown = found.subList(0, Math.min(limit, found.size()));
    var last = found.size() > limit ? shown.get(limit - 1) : null;
    return new Page<>(
        load(shown.stream().map(Found::id).toList()), last == null ? null : cursor(last));
  }

  private List<Parcel> load(List<UUID> ids) {
    var byId = parcels.ofStreams(ids).stream().collect(Collectors.toMap(Parcel::id, p -> p));
    return ids.stream().map(byId::get).toList();
  }

  /** Each condition holds for the sender's end or the recipient's; each end has its own index. */
  private List<Found> find(ParcelQuery query, int rows) {
    var narrowing = narrowing(query);
    var narrowest = narrowing.get(0);
    var others = new Conditions();
    narrowing.subList(1, narrowing.size()).forEach(others::eitherEnd);
    others.and("dispatched_on >= ?", query.fromOrNull());
    others.and("dispatched_on <= ?", query.toOrNull());
    if (query.cursor != null) {
      others.and("(dispatched_on, id) < (?, ?)", dayOf(query.cursor), query.cursor.id());
    }
    var values = new ArrayList<Object>();
    for (var end = 0; end < 2; end++) {
      values.add(narrowest.value());
      values.addAll(others.values);
    }
    var ofOneEnd =
        "(select id, dispatched_on from parcel where %s%s order by dispatched_on desc, id desc"
            + " limit %d)";
    return sql.list(
        "select * from (%s union %s) found order by dispatched_on desc, id desc limit %d"
            .formatted(
                ofOneEnd.formatted(narrowest.sender(), others.sql(), rows),
                ofOneEnd.formatted(narrowest.recipient(), others.sql(), rows),
                rows),
        row -> new Found(SqlValue.uuid(row, "id"), row.getObject("dispatched_on", LocalDate.class)),
        values.toArray());
  }

  /** The narrowest first: it is the one that an index is searched with. */
  private List<End> narrowing(ParcelQuery query) {
    var ends = new ArrayList<End>();
    var phone = query.phoneOrNull();
    if (phone != null) {
      ends.add(End.of("phone_index", index.anyPhone(phone)));
    }
    if (query.nameOrNull() != null) {
      ends.add(End.of("name_index", index.anyName(query.name)));
    }
    outlets(query).forEach(code -> ends.add(new End("from_outlet = ?", "to_outlet = ?", code)));
    if (ends.isEmpty()) {
      throw new DomainException(
          400, "search-too-wide", "A search needs a phone, a name or an outlet");
    }
    return ends;
  }

  private List<String> outlets(ParcelQuery query) {
    var outlets = new ArrayList<String>();
    if (caller.get().isOutletOnly()) {
      outlets.add(String.valueOf(caller.get().outlet()));
    }
    if (query.outlet != null) {
      outlets.add(query.outlet);
    }
    return outlets;
  }

  private static String cursor(Found last) {
    return new Cursor(last.dispatchedOn().atStartOfDay(ZoneOffset.UTC).toInstant(), last.id())
        .text();
  }

  private static LocalDate dayOf(Cursor cursor) {
    return cursor.key().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** A condition on one end of a parcel and the same on the other. */
  private record End(String sender, String recipient, Object value) {
    static End of(String column, Fingerprints wanted) {
      return new End(
          wanted.in("sender_" + column), wanted.in("recipient_" + column), wanted.value());
    }
  }

  /** The conditions that the query really has. */
  private static final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void eitherEnd(End end) {
      and("(" + end.sender() + " or " + end.recipient() + ")", end.value(), end.value());
    }

    void and(String condition, Object... some) {
      if (some[0] != null) {
        conditions.add(condition);
        Collections.addAll(values, some);
      }
    }

    String sql() {
      return conditions.stream()
          .map(condition -> " and " + condition)
          .collect(Collectors.joining());
    }
  }
}
