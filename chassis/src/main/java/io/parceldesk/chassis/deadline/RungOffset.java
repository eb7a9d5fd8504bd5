package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a rung lies relative to the due time: {@code 0} at it, {@code -20%} when so much of the
 * whole budget is left, {@code -PT2H} or {@code -1wd} before, {@code +PT4H} or {@code +1wd} after.
 */
@Schema(implementation = String.class, examples = "-20%")
public record RungOffset(@JsonValue String text) {

  private static final Pattern SHARE = Pattern.compile("-(\\d{1,2})%");
  private static final Pattern AMOUNT = Pattern.compile("([+-])(.+)");

  public static final RungOffset AT_DUE_TIME = new RungOffset("0");

  @JsonCreator
  public RungOffset {
    if (!text.equals("0") && !SHARE.matcher(text).matches()) {
      var amount = AMOUNT.matcher(text);
      if (!amount.matches()) {
        throw new IllegalArgumentException("An offset is written 0, -20%, -PT2H, +PT4H or +1wd");
      }
      Budget.parse(amount.group(2));
    }
    if (text.equals("-0%") || text.equals("-00%")) {
      throw new IllegalArgumentException("A share of 0% is the due time: write 0");
    }
  }

  public boolean isDueTime() {
    return text.equals("0");
  }

  public boolean isBefore() {
    return text.startsWith("-");
  }

  /** How far before or after; empty at the due time and for a share of the budget. */
  Optional<Budget> amount() {
    return isDueTime() || SHARE.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(Budget.parse(text.substring(1)));
  }

  Instant from(Instant due, Budget budget, WorkingCalendar calendar) {
    if (isDueTime()) {
      return due;
    }
    var share = SHARE.matcher(text);
    if (share.matches()) {
      return budget.shareBefore(Integer.parseInt(share.group(1)), due, calendar);
    }
    var amount = Budget.parse(text.substring(1));
    return isBefore() ? amount.before(due, calendar) : amount.after(due, calendar);
  }
}
