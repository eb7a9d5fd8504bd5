package io.parceldesk.chassis.deadline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The calendars that were written, and what everybody without one of their own follows: an outlet
 * its region's, a region the company's. A calendar's revision is the newest edit of itself or of
 * one above it.
 */
final class CalendarBook {
  private final Map<String, OwnCalendar> own;
  private final Map<String, Long> edits;
  private final Map<String, String> regions;
  private final Map<String, WorkingCalendar> composed = new ConcurrentHashMap<>();
  private volatile Map<String, Long> newerThanCompanys;

  /**
   * @param edits the stamp of the newest edit, by calendar
   * @param regions by outlet code; those of regions that nobody has edited may be left out
   */
  CalendarBook(Map<String, OwnCalendar> own, Map<String, Long> edits, Map<String, String> regions) {
    this.own = Map.copyOf(own);
    this.edits = Map.copyOf(edits);
    this.regions = Map.copyOf(regions);
  }

  /** The book after an edit; {@code null} as content removes the calendar. */
  CalendarBook with(CalendarId id, OwnCalendar content, long stamp) {
    var newOwn = new HashMap<>(own);
    var newEdits = new HashMap<>(edits);
    if (content == null) {
      newOwn.remove(id.text());
    } else {
      newOwn.put(id.text(), content);
    }
    newEdits.put(id.text(), stamp);
    return new CalendarBook(newOwn, newEdits, regions);
  }

  /** The book with all outlets of a region, which need not be known before it is edited. */
  CalendarBook knowing(CalendarId region, List<String> outlets) {
    var more = new HashMap<>(regions);
    outlets.forEach(code -> more.put(code, region.name()));
    return new CalendarBook(own, edits, more);
  }

  /** The calendar that counts for {@code company}, a region or an outlet, known or not. */
  WorkingCalendar get(String id) {
    var known = composed.get(id);
    if (known == null) {
      known = compose(new CalendarId(id));
      composed.put(id, known);
    }
    return known;
  }

  WorkingCalendar ofOutlet(String code) {
    return get(CalendarId.ofOutlet(code).text());
  }

  Optional<OwnCalendar> own(CalendarId id) {
    return Optional.ofNullable(own.get(id.text()));
  }

  Set<String> written() {
    return own.keySet();
  }

  /** The newest edit of the calendar itself; 0 where there was none. */
  long editOf(CalendarId id) {
    return edits.getOrDefault(id.text(), 0L);
  }

  /** From the calendar itself up to the company's. */
  List<CalendarId> lineage(CalendarId id) {
    var lineage = new ArrayList<CalendarId>();
    for (var next = Optional.of(id); next.isPresent(); next = above(next.get())) {
      lineage.add(next.get());
    }
    return lineage;
  }

  /** The outlets whose calendar is newer than the company's, with its revision. */
  Map<String, Long> newerThanCompanys() {
    if (newerThanCompanys == null) {
      newerThanCompanys = findNewerThanCompanys();
    }
    return newerThanCompanys;
  }

  private Map<String, Long> findNewerThanCompanys() {
    var companys = get(CalendarId.COMPANY.text()).revision();
    var outlets =
        Stream.concat(
            edits.keySet().stream().filter(id -> new CalendarId(id).isOutlets()),
            regions.keySet().stream().map(code -> CalendarId.ofOutlet(code).text()));
    return outlets
        .distinct()
        .filter(id -> get(id).revision() > companys)
        .collect(Collectors.toMap(id -> id, id -> get(id).revision()));
  }

  private Optional<CalendarId> above(CalendarId id) {
    if (id.equals(CalendarId.COMPANY)) {
      return Optional.empty();
    }
    var region = id.isOutlets() ? regions.get(id.name()) : null;
    return Optional.of(region == null ? CalendarId.COMPANY : CalendarId.ofRegion(region));
  }

  private WorkingCalendar compose(CalendarId id) {
    var mine = own.get(id.text());
    var above = above(id).map(higher -> get(higher.text()));
    if (above.isEmpty()) {
      return mine.alone(id.text(), editOf(id));
    }
    var over = above.get();
    var revision = Math.max(editOf(id), over.revision());
    return mine == null
        ? new WorkingCalendar(id.text(), revision, over.week(), over.years(), over.days())
        : mine.over(over, id.text(), revision);
  }
}
