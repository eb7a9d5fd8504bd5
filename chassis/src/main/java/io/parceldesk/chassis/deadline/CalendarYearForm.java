package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.deadline.WorkWeek.Window;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A year of a calendar as it is sent. */
@Schema(name = "CalendarYearForm")
record CalendarYearForm(
    @Schema(
            description = "The timeline of every case whose deadline moves tells it",
            examples = "Notice of the State Council on the holidays of 2027")
        @NotBlank
        @Size(max = 200)
        String reason,
    @Schema(description = "True while not everything has been announced; false when left out")
        boolean provisional,
    @Schema(description = "Every day that differs from its weekday, weekends inside a holiday too")
        @NotNull
        @Size(max = 366)
        List<@Valid DayForm> days) {

  @Schema(name = "CalendarDayForm")
  record DayForm(
      @NotNull LocalDate date,
      @Schema(description = "False: a holiday. True: a make-up working day, or special hours")
          @NotNull
          Boolean working,
      @Schema(examples = "国庆节") @NotBlank @Size(max = 40) String nameZh,
      @Schema(examples = "National Day") @NotBlank @Size(max = 80) String nameEn,
      @Schema(
              description =
                  "Only of a working day: when work is done; as on its weekday if left out",
              examples = "[\"10:00-16:00\"]")
          List<String> windows) {}

  OwnCalendar.Year content(int year, String author) {
    var forms = new WindowForms();
    var read = new ArrayList<CalendarDay>();
    var dates = new HashSet<LocalDate>();
    for (int i = 0; i < days.size(); i++) {
      var pointer = "/days/" + i;
      var day = days.get(i);
      if (day == null) {
        forms.wrong(pointer, "must not be null");
      } else if (day.date().getYear() != year) {
        forms.wrong(pointer + "/date", "is not a day of " + year);
      } else if (!dates.add(day.date())) {
        forms.wrong(pointer + "/date", "is listed twice");
      } else {
        read.add(day(day, windows(forms, pointer + "/windows", day)));
      }
    }
    forms.refuseWhatIsWrong();
    read.sort(Comparator.comparing(CalendarDay::date));
    return new OwnCalendar.Year(provisional, List.copyOf(read), author);
  }

  private static List<Window> windows(WindowForms forms, String pointer, DayForm day) {
    if (day.windows() == null) {
      return null;
    }
    if (!day.working() || day.windows().isEmpty()) {
      forms.wrong(pointer, "belong to a working day, at least one");
    }
    return forms.read(pointer, day.windows());
  }

  private static CalendarDay day(DayForm day, List<Window> windows) {
    return new CalendarDay(
        day.date(), day.working(), day.nameZh().strip(), day.nameEn().strip(), windows);
  }
}
