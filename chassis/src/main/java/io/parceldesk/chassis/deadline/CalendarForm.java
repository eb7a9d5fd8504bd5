package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.deadline.WorkWeek.Window;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A calendar as it is sent. */
@Schema(name = "CalendarForm")
record CalendarForm(
    @Schema(description = "The timeline of every case whose deadline moves tells it")
        @NotBlank
        @Size(max = 200)
        String reason,
    @Schema(
            description =
                "Windows by weekday in Asia/Shanghai, several a day where there is a break; 24:00"
                    + " ends a day. Left out: the week of the region or the company.",
            examples =
                "{\"MONDAY\": [\"08:00-12:00\", \"13:30-18:00\"], \"SATURDAY\": [\"09:00-12:00\"]}")
        Map<DayOfWeek, List<String>> week) {

  /** Null where the calendar above says. */
  WorkWeek workWeek() {
    if (week == null) {
      return null;
    }
    var forms = new WindowForms();
    var windows = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
    week.forEach(
        (day, texts) -> {
          if (texts != null && !texts.isEmpty()) {
            windows.put(day, forms.read("/week/" + day, texts));
          }
        });
    forms.refuseWhatIsWrong();
    if (windows.isEmpty()) {
      forms.wrong("/week", "needs a working window on at least one day");
      forms.refuseWhatIsWrong();
    }
    return new WorkWeek(windows);
  }
}
