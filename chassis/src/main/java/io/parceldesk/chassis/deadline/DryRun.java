package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change of the rules would do to open deadlines. Nothing has been written. */
@Schema(name = "DryRun")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DryRun(
    @Schema(description = "Open deadlines that would be computed again") long concerned,
    @Schema(description = "Those of them that were looked at; what follows counts only these")
        long examined,
    @Schema(description = "Whether there were too many to look at all") boolean sampled,
    @Schema(description = "Due times that would move, those of deadlines that they cap included")
        long moved,
    long earlier,
    long later,
    @Schema(description = "By how much; below zero is earlier. Left out where nothing moves")
        Shift shift,
    @Schema(description = "Deadlines that would be overdue at once, each announced as a breach")
        long overdueAtOnce,
    @Schema(description = "The largest moves, at most ten") List<Example> examples) {

  /** A policy that is withdrawn moves nothing: open deadlines keep their version. */
  static final DryRun NOTHING = new DryRun(0, 0, false, 0, 0, 0, null, 0, List.of());

  @Schema(name = "DryRunShift")
  record Shift(
      @JsonFormat(shape = JsonFormat.Shape.STRING)
          @Schema(implementation = String.class, examples = "PT-24H")
          Duration min,
      @JsonFormat(shape = JsonFormat.Shape.STRING)
          @Schema(implementation = String.class, examples = "PT24H")
          Duration median,
      @JsonFormat(shape = JsonFormat.Shape.STRING)
          @Schema(implementation = String.class, examples = "PT72H")
          Duration max) {}

  @Schema(name = "DryRunExample")
  record Example(String number, String kind, Instant dueBefore, Instant dueAfter) {}
}
