package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.deadline.CalendarEdit.Action;
import io.parceldesk.chassis.directory.OutletMoved;
import io.parceldesk.chassis.identity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An outlet that comes to another region follows that region's calendar, its deadlines with it. */
@ApplicationScoped
class OutletRegions {
  private final Rulebooks rulebooks;
  private final CalendarStore calendars;
  private final CurrentCaller caller;

  OutletRegions(Rulebooks rulebooks, CalendarStore calendars, CurrentCaller caller) {
    this.rulebooks = rulebooks;
    this.calendars = calendars;
    this.caller = caller;
  }

  void on(@Observes OutletMoved moved) {
    var stamp = rulebooks.lock();
    if (calendars.wereEdited(regions(moved))) {
      calendars.record(edit(moved, stamp + 1));
      rulebooks.changed(stamp + 1);
    }
  }

  private CalendarEdit edit(OutletMoved moved, long version) {
    return new CalendarEdit(
        version,
        CalendarId.ofOutlet(moved.code()).text(),
        Action.REGION_CHANGED,
        null,
        "the outlet belongs to region " + moved.to(),
        caller.get().name(),
        null);
  }

  private static List<String> regions(OutletMoved moved) {
    return Stream.of(moved.from(), moved.to())
        .filter(Objects::nonNull)
        .map(region -> CalendarId.ofRegion(region).text())
        .toList();
  }
}
