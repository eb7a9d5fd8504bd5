package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.chassis.deadline.WorkWeek.Window;
import java.time.LocalDate;
import java.util.List;

/**
 * A day that differs from its weekday: a holiday, a make-up working day, or special hours.
 *
 * @param working false: nobody works; true: a working day, even if the weekday is not
 * @param windows when work is done on this day only; null: as on its weekday
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarDay(
    LocalDate date, boolean working, String nameZh, String nameEn, List<Window> windows) {

  public CalendarDay(LocalDate date, boolean working, String nameZh, String nameEn) {
    this(date, working, nameZh, nameEn, null);
  }
}
