package io.parceldesk.chassis.deadline;

import java.time.LocalDate;

/**
 * A day that differs from its weekday: a holiday, or a make-up working day.
 *
 * @param working false: nobody works; true: a working day although the weekday is not
 */
public record CalendarDay(LocalDate date, boolean working, String nameZh, String nameEn) {}
