package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who edited a calendar, when and why.
 *
 * @param version of the calendar from then on
 * @param year that was written or removed, else null
 */
@Schema(name = "CalendarEdit")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CalendarEdit(
    long version,
    @JsonIgnore String calendar,
    Action action,
    Integer year,
    String reason,
    String author,
    Instant at) {

  @Schema(name = "CalendarEditAction")
  enum Action {
    SHIPPED,
    WRITTEN,
    YEAR_WRITTEN,
    YEAR_REMOVED,
    REMOVED,
    REGION_CHANGED
  }

  /** As the timeline of a case tells it whose deadline has moved. */
  String told() {
    return "calendar " + calendar + ": " + reason;
  }
}
