package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a deadline is due when it is: everything that its due time was computed from, and what became
 * of its rungs. Times are instants; days are Asia/Shanghai's.
 *
 * @param sentence all of it in one plain sentence, in the reader's language
 * @param rules of the trade that it keeps, such as SLA-10
 * @param budget such as {@code 3wd}: the policy's, or what was promised, left or carried over
 * @param promised the budget is an agent's word (SLA-17)
 * @param calendar whose calendar counts, {@code company} or {@code outlet:CODE}; the calendars' API
 *     shows what it says, and what it takes over from its region and the company
 * @param countsFrom where the budget is counted from: later than the start only after a re-target
 * @param retroactive it was overdue already when its due time came to be what it is
 * @param limit what the due time may not exceed, or null: another deadline of the case (SLA-19), or
 *     that of a case that was merged into this one
 * @param segments when it ran and when it stood still, in order
 * @param skippedDays the days from the start to the due time that did not count
 * @param makeUpDays days that counted although their weekday is usually off
 * @param yearsWithoutData years that the due time depends on and whose holidays are not known
 * @param endOfHolidays for calendar days that end on a day off: when the limit would end if the
 *     Civil Code's article 203 applied to it (AMB-34); for information only
 * @param calendarEditedSince the calendar was edited after the deadline had ended, which moves
 *     nothing any more: the days are shown as the calendar has them now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadlineExplanation(
    String sentence,
    @JsonUnwrapped DeadlineView deadline,
    List<String> rules,
    String budget,
    boolean promised,
    String calendar,
    Instant countsFrom,
    boolean retroactive,
    Limit limit,
    List<Segment> segments,
    List<SkippedDay> skippedDays,
    List<LocalDate> makeUpDays,
    List<Integer> yearsWithoutData,
    Instant endOfHolidays,
    boolean calendarEditedSince,
    List<RungView> rungs) {

  /**
   * A time that the deadline is never later than.
   *
   * @param kind of the deadline that says so, or null where a merged case does
   */
  public record Limit(String kind, Instant dueAt) {}

  /**
   * A rung of the policy.
   *
   * @param key by which it fires once, such as {@code WARNING_1} or {@code ESCALATION_2}
   * @param offset as the policy has it, such as {@code -20%} or {@code +1wd}
   * @param level of an escalation, else null
   * @param at when it should fire, or should have fired
   * @param state PENDING; FIRED; RECORDED: it had passed when the due time became known, and is not
   *     announced; NEVER: it lies before the start, or the clock ended before it came
   * @param detectedAt when it was found and announced
   * @param late it was found noticeably later than it should have fired
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "DeadlineRungView")
  public record RungView(
      String key,
      Rung.Action action,
      Integer level,
      String offset,
      State state,
      Instant at,
      Instant detectedAt,
      Boolean late) {

    @Schema(name = "DeadlineRungState")
    public enum State {
      PENDING,
      FIRED,
      RECORDED,
      NEVER
    }
  }
}
